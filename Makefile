# `make` prints this help. `make site` and `make test` set up everything they need by themselves.
.DEFAULT_GOAL := help
.PHONY: help site check serve test audit bench lint score docs golden pictures trust lock sbom clean

VENV   := .venv
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
RUN    := $(VENV)/bin/python
UV     := $(VENV)/bin/uv
# Wheels only: what is built from source runs its own code first. `make site WHEELS=` builds, where a machine has no wheel of something.
WHEELS := --only-binary :all:
PIP    := $(RUN) -m pip --disable-pip-version-check --quiet install --require-hashes $(WHEELS)

help: ## print this help
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: $(VENV)/site ## check everything, build the site into site/, and its search index
	$(RUN) build.py
	$(RUN) build.py index

check: $(VENV)/site ## check everything, write nothing
	$(RUN) build.py check

serve: $(VENV)/site ## show the site at http://127.0.0.1:8000/ while it is written
	$(RUN) build.py serve

test: $(VENV)/test lint ## run all tests, those in a real browser included
	$(RUN) tests/browser/chromium.py
	$(RUN) -m pytest --ignore tests/browser --numprocesses auto --dist loadscope
	$(RUN) -m pytest tests/browser

audit: $(VENV)/test $(VENV)/audit ## measure the pages with the Nu HTML checker and Lighthouse; needs Node, Java and a few minutes
	$(RUN) tests/browser/chromium.py
	$(RUN) -m tests.audit

bench: $(VENV)/site ## measure against Hugo, Eleventy and Pelican, write bench/RESULTS.md; needs Node, Linux and an hour or more
	$(RUN) -m bench $(BENCH)

lint: $(VENV)/test ## check the code's style and types
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

score: $(VENV)/test ## print precision and recall of suggest on the labelled cases
	$(RUN) -m tests.suggest.score

docs: $(VENV)/site ## write the generated pages of docs/ anew
	$(RUN) -m factsite.reference
	$(RUN) -m supply.table

golden: $(VENV)/test ## write the expected pages of tests/sites/ and the examples of explain anew; read the diff
	$(RUN) -m pytest tests/test_golden.py tests/editor/test_explain.py --rewrite

pictures: $(VENV)/test site ## take the pictures of the README anew
	$(RUN) -m tests.browser.screenshots

trust: $(VENV)/test ## write docs/trust.md anew, from what is recorded in docs/trust/
	$(RUN) -m tests.trust

lock: $(VENV)/test ## pin the newest allowed versions that are a week old, with their hashes (CONTRIBUTING.md)
	$(UV) pip compile $(LOCK) -o requirements.txt
	$(UV) pip compile $(LOCK) --extra cluster -o requirements-cluster.txt
	$(UV) pip compile $(LOCK) --group test -o requirements-test.txt
	$(RUN) -m supply.record $(UV)
	$(RUN) -m supply.table

# In a week others have met what is wrong with a release.
COOLDOWN := 7 days
UPGRADE  := --upgrade
LOCK     := pyproject.toml $(UPGRADE) --exclude-newer "$(COOLDOWN)" --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet

sbom: $(VENV)/site ## write the bill of materials, factsite.cdx.json: all packages with hashes and licences (CycloneDX 1.6)
	$(RUN) -m supply.bom > factsite.cdx.json

clean: ## remove the site, the virtual environment and all caches
	rm -rf $(VENV) .factsite tests/audit/node_modules bench/.venv bench/.work bench/eleventy/node_modules .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find site -mindepth 1 ! -name .gitignore -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each mark is younger than the environment it stands for; a changed lock makes it stale.
$(VENV)/site: requirements.txt
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed, with its venv module (Debian: apt install python3 python3-venv)" >&2; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "make: $(PYTHON) cannot make a virtual environment (Debian: apt install python3-venv)" >&2; exit 1; }
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/test: requirements-test.txt $(VENV)/site
	$(PIP) -r requirements-test.txt
	@touch $@

# What the tools would run at their installation, they do not need.
$(VENV)/audit: tests/audit/package-lock.json $(VENV)/test
	@command -v npm > /dev/null || { echo "make: Node 18 or newer is needed for the audit, with npm (Debian: apt install nodejs npm)" >&2; exit 1; }
	npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
