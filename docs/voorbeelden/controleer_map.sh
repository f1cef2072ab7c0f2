#!/usr/bin/env bash
# Check every letter in a folder, whatever its name; the exit code says whether one does not do.
#
# Usage: controleer_map.sh MAP
set -euo pipefail
map="${1:?geef een map met brieven}"

# xargs turns any failure into 123; a file of our own tells which letters failed
if find "$map" -type f \( -name '*.docx' -o -name '*.pdf' -o -name '*.txt' \) -print0 |
    xargs -0 -r -n 20 wiktool controleer; then
    echo "alle brieven voldoen"
else
    echo "niet elke brief voldoet" >&2
    exit 1
fi
