# make          what CI runs: format, lint, types, layers, tests
# make demo     the main job on an example dossier
# make test     the tests
# Every target makes its own .venv first; Python 3.11 or later and make are enough.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
KLAAR  := $(VENV)/.klaar
CODE   := src tests benchmarks beheer templates

.DEFAULT_GOAL := alles
.PHONY: alles test demo opmaak lint typen lagen dekking versheid meting mutatie nauwkeurigheid schoon transcripten paginas schone-machine

alles: opmaak lint typen lagen test

$(KLAAR): pyproject.toml Makefile
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

test: $(KLAAR)
	$(BIN)/python -m pytest --numprocesses auto

opmaak: $(KLAAR)
	$(BIN)/ruff format --check $(CODE)

lint: $(KLAAR)
	$(BIN)/ruff check $(CODE)

typen: $(KLAAR)
	$(BIN)/mypy

lagen: $(KLAAR)
	$(BIN)/lint-imports

dekking: $(KLAAR)
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=
	$(BIN)/python -m coverage report --fail-under=95
	$(BIN)/python -m coverage report --fail-under=100 \
	    --include='src/wiktool/kern/*,src/wiktool/wetgegevens/*,src/wiktool/recht/*,src/wiktool/controle/*'

mutatie: $(KLAAR)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group mutatie
	$(BIN)/mutmut run --max-children 2
	$(BIN)/mutmut results

meting: $(KLAAR)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group meting
	for meting in benchmarks/[!_]*.py; do echo "== $$meting"; $(BIN)/python $$meting; done

# pages that are written from the program itself; tests keep them true
paginas: $(KLAAR)
	$(BIN)/python beheer/controlepagina.py
	$(BIN)/python beheer/jsonpagina.py
	$(BIN)/python beheer/manpagina.py
	$(BIN)/python beheer/sjabloonpagina.py

nauwkeurigheid: $(KLAAR)
	$(BIN)/python beheer/nauwkeurigheid.py
	$(BIN)/python tests/controle/onafhankelijk/matrix.py

schone-machine: $(KLAAR)
	bash beheer/schone_machine.sh

versheid: $(KLAAR)
	$(BIN)/python beheer/versheid.py

demo: $(KLAAR)
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash docs/voorbeelden/demo.sh

transcripten: $(KLAAR)
	$(BIN)/python tests/cli/transcript.py
	$(BIN)/python tests/fouten/test_museum.py

schoon:
	rm -rf $(VENV) demo .mypy_cache .pytest_cache .ruff_cache .hypothesis
