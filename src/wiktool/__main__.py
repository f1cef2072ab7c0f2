"""``python -m wiktool``."""

import sys

from wiktool.cli.hoofd import hoofd

if __name__ == "__main__":
    sys.exit(hoofd())
