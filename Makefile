# `make` prints this help. `make site` and `make test` set up everything they need by themselves.
.DEFAULT_GOAL := help
.PHONY: help site check serve test audit bench lint score docs golden pictures trust lock clean

VENV   := .venv
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
RUN    := $(VENV)/bin/python
PIP    := $(RUN) -m pip --disable-pip-version-check --quiet install --require-hashes

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

golden: $(VENV)/test ## write the expected pages of tests/sites/ and the examples of explain anew; read the diff
	$(RUN) -m pytest tests/test_golden.py tests/editor/test_explain.py --rewrite

pictures: $(VENV)/test site ## take the pictures of the README anew
	$(RUN) -m tests.browser.screenshots

trust: $(VENV)/test ## write docs/trust.md anew, from what is recorded in docs/trust/
	$(RUN) -m tests.trust

lock: ## pin the newest allowed versions of all dependencies, with their hashes
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed, with its venv module" >&2; exit 1; }
	test -x $(VENV)/lock/bin/uv || { $(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/python -m pip --quiet install uv==0.13.9; }
	$(VENV)/lock/bin/uv pip compile $(LOCK) -o requirements.txt
	$(VENV)/lock/bin/uv pip compile $(LOCK) --group test -o requirements-test.txt

LOCK := pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet

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
