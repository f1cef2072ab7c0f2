#!/usr/bin/env bash
# Every night: letters for what fell into default, from the export that the bookkeeping left behind.
# Safe to start again: a run that was cut off is finished, and nobody gets the same letter twice.
#
# Usage: nachtelijke_serie.sh MAP [DATUM]
#   MAP holds posten.csv, relaties.csv and wiktool.toml; the letters go into MAP/brieven/DATUM.
set -euo pipefail
cd "${1:?geef de map met posten.csv}"
datum="${2:-$(date +%F)}"
uit="brieven/$datum"

opties=(--relaties relaties.csv --datum "$datum" --uit "$uit")
[ -f bank.csv ] && opties+=(--bank bank.csv)
[ -f "$uit/journaal.jsonl" ] && opties+=(--hervat)
for eerder in brieven/*/overzicht.csv; do
    [ -f "$eerder" ] && [ "$eerder" != "$uit/overzicht.csv" ] && opties+=(--aanmaningen "$eerder")
done

code=0
wiktool serie posten.csv "${opties[@]}" || code=$?
case "$code" in
    0) echo "$datum: klaar" ;;
    1) echo "$datum: klaar; deze regels vragen aandacht:"; tail -n +2 "$uit/fouten.csv" ;;
    *) echo "$datum: mislukt met code $code" >&2; exit "$code" ;;
esac
