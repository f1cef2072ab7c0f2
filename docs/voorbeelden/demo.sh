#!/usr/bin/env bash
# The main job from end to end: an unpaid invoice, the costs, the letter, its check, and the last day.
# Run by `make demo`; writes into the folder demo/ of the checkout (or the folder given).
set -euo pipefail
voorbeelden="$(cd "$(dirname "$0")" && pwd)"
map="${1:-$voorbeelden/../../demo}"
mkdir -p "$map"
cd "$map"
cp "$voorbeelden/factuur.xml" .

toon() {
    printf '\n$ %s\n' "$*"
    "$@"
}

echo "1. De factuur: $(grep -o '<cbc:ID>[^<]*' factuur.xml | head -n 1 | cut -d'>' -f2), verlopen en niet betaald."
echo "2. De incassokosten."
toon wiktool bereken 1210 --peildatum 2026-11-20
echo
echo "3. De WIK-brief in Word, en dezelfde brief als tekst om te lezen."
toon wiktool brief wik factuur.xml --fatale-termijn --hoedanigheid consument \
    --datum 2026-11-20 --uit brief.docx --overschrijf
toon wiktool brief wik factuur.xml --fatale-termijn --hoedanigheid consument --datum 2026-11-20 2>/dev/null
echo
echo "4. De controle van de Word-brief."
toon wiktool controleer brief.docx --verzonden 2026-11-20
echo
echo "5. De laatste dag om zonder kosten te betalen."
toon wiktool termijn --verzonden 2026-11-20 --peildatum 2026-11-20
echo
echo "De brief staat in ${map##*/}/brief.docx"
