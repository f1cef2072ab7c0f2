#!/usr/bin/env bash
# A batch in parts. Every part takes its own debtors, keeps its own journal and lists, and can be
# started again on its own; together they are the whole batch.
#
# Usage: verdeeld.sh INVOER MAP DELEN
set -euo pipefail
invoer="${1:?geef de open posten}" map="${2:?geef een map}" delen="${3:?geef het aantal delen}"

# With GNU parallel the same is:
#   seq "$delen" | parallel wiktool serie "$invoer" --uit "$map" --hervat --werkers 1 --deel {}/"$delen"
seq "$delen" | xargs -P 2 -I{} \
    wiktool serie "$invoer" --uit "$map" --hervat --werkers 1 --deel "{}/$delen" --datum 2026-11-20

# One overview of all parts: the headings of the first, the rows of all.
head -n 1 "$map/overzicht-1-van-$delen.csv"
for deel in $(seq "$delen"); do
    tail -n +2 "$map/overzicht-$deel-van-$delen.csv"
done
