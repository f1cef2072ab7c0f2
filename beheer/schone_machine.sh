#!/usr/bin/env bash
# Build the wheel and use it as a newcomer would: a clean environment per Python that is present,
# nothing of the checkout in sight, no development dependency.
set -euo pipefail
wortel="$(cd "$(dirname "$0")/.." && pwd)"
werkmap="$(mktemp -d)"
trap 'rm -rf "$werkmap"' EXIT

"$wortel/.venv/bin/python" -m hatchling build -t wheel -d "$werkmap" >/dev/null
wiel=("$werkmap"/*.whl)

# a pyenv shim without its version fails, and so may one without venv: ask each interpreter for its version before trusting it
pythons=()
for versie in 3.11 3.12 3.13; do
    for kandidaat in "python$versie" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$versie".*/bin/python; do
        if gevonden="$("$kandidaat" -c 'import ensurepip, sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" \
            && [ "$gevonden" = "$versie" ]; then
            pythons+=("$kandidaat")
            break
        fi
    done
done
if [ "${#pythons[@]}" -eq 0 ]; then
    pythons=("$wortel/.venv/bin/python")
fi

for python in "${pythons[@]}"; do
    echo "== $("$python" --version)"
    omgeving="$werkmap/venv-$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    "$python" -m venv "$omgeving"
    "$omgeving/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check "${wiel[@]}"
    proef="$omgeving/proef"
    mkdir "$proef"
    cp "$wortel/docs/voorbeelden/praktijk.toml" "$proef"
    (
        cd "$proef"
        PATH="$omgeving/bin:$PATH"
        test "$(wiktool bereken 1250 --kort)" = 187.50
        wiktool brief wik praktijk.toml --uit brief.docx 2>/dev/null
        wiktool brief wik praktijk.toml --uit brief.pdf 2>/dev/null
        wiktool controleer brief.docx brief.pdf --formaat json >verslag.json || { cat verslag.json; exit 1; }
        wiktool sjabloon exporteer briefpapier.docx 2>/dev/null
        test -s briefpapier.docx
        test -s "$omgeving/share/man/man1/wiktool.1"
    )
done
echo "schoon: ${#pythons[@]} keer geïnstalleerd en gebruikt"
