# What can be done here. Every target makes its own set-up: `make` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8501
STATEMENTS ?= 1000000
VENV := .venv
CHECKS := types sql format lint imports dependencies spelling data
.PHONY: help run desk test chaos check spark build bench screenshot lock audit clean $(CHECKS:%=check-%)
PYTHON := $(VENV)/bin/python
# Nothing is installed but what locks/ names, each file by its hash, and nothing is built.
PIP_INSTALL = $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:
# There is no wheel of it; it is built with what is installed already.
SPARK_SOURCE := --no-binary pyspark-client
UV_COMPILE := build/audit/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
  --no-header --no-annotate --no-emit-package pip

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

run: $(VENV)/for-running ## serve the dashboard at http://localhost:8501 (another port: make run PORT=8600)
	$(PYTHON) -m data.index
	$(PYTHON) -m streamlit run app.py --server.port $(PORT) --server.headless true

desk: $(VENV)/for-running ## as run, for this machine alone and with the right to add sources and correct statements
	$(PYTHON) -m data.build
	$(PYTHON) -m data.index
	DEMARCHE_DESK=write $(PYTHON) -m streamlit run app.py --server.port $(PORT) --server.address localhost --server.headless true

test: $(VENV)/for-working $(VENV)/for-browsing ## run every test, browser tests included (with those that take long: make test ALL=1)
	$(PYTHON) -m pytest -n 2 $(if $(ALL),--long)

check: $(VENV)/for-working ## format, lint, types, SQL, imports, dependencies, spelling, data
	@$(MAKE) --no-print-directory --keep-going --jobs=2 $(CHECKS:%=check-%)

# The longest first, so that the others pass beside them; all faults are told, not those of the first check only.
check-types:
	$(PYTHON) -m mypy .
check-sql:
	$(PYTHON) -m sqlfluff lint --disable-progress-bar queries data
check-format:
	$(PYTHON) -m ruff format --check .
check-lint:
	$(PYTHON) -m ruff check .
check-imports:
	$(VENV)/bin/lint-imports
check-dependencies:
	$(PYTHON) -m deptry .
check-spelling:
	$(VENV)/bin/codespell
check-data:
	$(PYTHON) -m data.build --check

chaos: $(VENV)/for-working ## let faults happen: kills, full disks, damaged files, jumping clocks, bad networks, shortages (ten minutes)
	KILLS=100 CHECKED=1 $(PYTHON) -m pytest --chaos tests/chaos tests/queries/object_store tests/data/test_swap.py \
	  tests/data/test_saving_at_once.py tests/data/test_keeping.py tests/data/test_index.py tests/data/importers/test_parts.py \
	  tests/data/importers/test_collection.py tests/api/test_streamed.py

spark: $(VENV)/for-working ## put every question to a Spark Connect server beside DuckDB (installs 60 MB; docs/scaling.md)
	$(PIP_INSTALL) $(SPARK_SOURCE) --no-build-isolation -r locks/spark.txt
	$(PYTHON) -m pytest tests/queries/spark

build: $(VENV)/for-working ## check the records and write data/parquet/ from them
	$(PYTHON) -m data.build

# CORPUS=file is the UN General Debate Corpus; ONLY="question_speed peer_speed" runs these alone; MINUTES=10 soaks longer.
bench: $(VENV)/for-working $(VENV)/for-browsing $(VENV)/for-timing ## time it all beside what others use; writes docs/performance.md (on ten million: make bench STATEMENTS=10000000)
	$(PYTHON) -m tests.bench --statements $(STATEMENTS) $(if $(ONLY),--only $(ONLY)) $(if $(CORPUS),--corpus $(CORPUS)) $(if $(MINUTES),--minutes $(MINUTES))

screenshot: $(VENV)/for-working $(VENV)/for-browsing ## picture every page into build/screenshots/ and the map for the README
	$(PYTHON) -m tests.browser.screenshots build/screenshots
	cp build/screenshots/map-desktop-light.png docs/screenshot.png

# What need not change stays as it is; UPGRADE="lxml grpcio" brings these, which nothing pins by ==, to their newest.
lock: build/audit/made ## pin what requirements*.txt bring along, with hashes, in locks/ (to newer ones: make lock UPGRADE="name name")
	$(UV_COMPILE) $(UPGRADE:%=--upgrade-package %) requirements-dev.txt -o locks/working.txt
	$(UV_COMPILE) requirements.txt requirements-desk.txt requirements-login.txt -c locks/working.txt -o locks/running.txt
	$(UV_COMPILE) requirements.txt requirements-s3.txt -c locks/working.txt -o locks/s3.txt
	$(UV_COMPILE) requirements-bench.txt -c locks/working.txt -o locks/timing.txt
	$(UV_COMPILE) $(UPGRADE:%=--upgrade-package %) $(SPARK_SOURCE) requirements-spark.txt -c locks/working.txt -o locks/spark.txt
	$(UV_COMPILE) $(UPGRADE:%=--upgrade-package %) requirements-audit.txt -c locks/working.txt -o locks/audit.txt
	{ head -n 1 constraints.txt; sed -nE 's/^([^ ]+==[^ ]+).*/\1/p' locks/working.txt locks/timing.txt | LC_ALL=C sort -u; } > build/constraints.txt
	mv build/constraints.txt constraints.txt

audit: $(VENV)/for-working build/audit/made ## ask what is known against the pinned packages, check their licences, write build/sbom.json
	$(PYTHON) -m tests.supply
	build/audit/bin/cyclonedx-py environment --output-format JSON --output-file build/sbom.json $(PYTHON)
	$(PYTHON) -m tests.supply bill build/sbom.json
	$(foreach lock,$(wildcard locks/*.txt),build/audit/bin/pip-audit --disable-pip --require-hashes --progress-spinner off -r $(lock) &&) true

clean: ## remove the environment and everything that tools left behind
	rm -rf $(VENV) build test-results .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The five stamps below are made anew when what they were made from changes.

$(VENV)/for-running: locks/running.txt desk/model.txt | $(PYTHON)
	$(PIP_INSTALL) -r locks/running.txt -r desk/model.txt
	@touch $@

$(VENV)/for-working: locks/working.txt desk/model.txt | $(PYTHON)
	$(PIP_INSTALL) -r locks/working.txt -r desk/model.txt
	@touch $@

$(VENV)/for-timing: locks/timing.txt | $(VENV)/for-working
	$(PIP_INSTALL) -r locks/timing.txt
	@touch $@

# Apart, so that what looks at the packages is none of them.
build/audit/made: locks/audit.txt
	$(FIND_PYTHON) && "$$python" -m venv --clear build/audit
	$(PIP_INSTALL:$(PYTHON)%=build/audit/bin/python%) -r locks/audit.txt
	@touch $@

# tests/browser/chromium.py looks in the same places.
$(VENV)/for-browsing: | $(VENV)/for-working
	@command -v chromium >/dev/null || $(call apt_install,chromium fonts-liberation) || $(PYTHON) -m playwright install chromium
	@touch $@

$(PYTHON):
	@$(FIND_PYTHON); \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || $(call apt_install,python3-venv) || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
	"$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

FIND_PYTHON := for python in python3.11 python3 python3.12 python3.13 none; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; done; \
	[ "$$python" != none ] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }

# Debian's packages, for root only: nobody is asked for a password.
APT := DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -qq
apt_install = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && $(APT) update && \
	  $(APT) install -y --no-install-recommends $(1) >/dev/null; }
