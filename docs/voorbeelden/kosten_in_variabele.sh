#!/usr/bin/env bash
# The costs in a shell variable, and many at once through a pipe.
set -euo pipefail

kosten=$(wiktool bereken 1250 --kort)
echo "incassokosten over 1250: $kosten"

printf '%s\n' 1000 '2.500,00' 266,70 | wiktool bereken - --formaat csv | while IFS=';' read -r \
    _invoer hoofdsom kosten _btw totaal fout; do
    [ "$hoofdsom" = hoofdsom ] && continue
    [ -z "$fout" ] && echo "$hoofdsom: $kosten, samen $totaal"
done
