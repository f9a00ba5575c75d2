# Two commands do everything on a fresh machine: `make run` and `make test`. Each makes its own environment in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test quick check bench docs cards screenshots lock clean

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

run: $(VENV)/run  ## Serve the whole bot with a demo organisation at http://127.0.0.1:8000
	@HEARBACK_DEMO=1 $(BIN)/python -m bot serve

test: $(VENV)/dev  ## Run every test
	@$(BIN)/python -m pytest -n auto --dist loadgroup

quick: $(VENV)/dev  ## Run the main suite: no long stories or proofs, no started or killed programs, no browser
	@$(BIN)/python -m pytest -n auto --dist loadgroup -m "not long and not attack and not chaos and not process and not browser" \
		--ignore tests/attack --ignore tests/browser --ignore tests/chaos

check: $(VENV)/dev  ## Types, style, the import law, the house rules, and that docs are true
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.house
	@$(BIN)/python -m docs.tables --check

bench: $(VENV)/dev  ## Measure speed, each figure as a ratio to a floor in the same run
	@$(BIN)/python -m benchmarks

docs: $(VENV)/dev  ## Print docs/data.md anew from the tables
	@$(BIN)/python -m docs.tables

cards: $(VENV)/dev  ## Draw every card on every platform into one contact sheet
	@$(BIN)/python -m docs.cards

screenshots: $(VENV)/dev  ## Take the pictures of the README anew
	@$(BIN)/python -m docs.screenshots

lock:  ## Choose the newest allowed versions anew (needs uv)
	@uv pip compile -q --no-header --universal --generate-hashes --python-version 3.11 pyproject.toml -o requirements.lock
	@uv pip compile -q --no-header --universal --generate-hashes --python-version 3.11 pyproject.toml --extra sentences -o requirements-sentences.lock
	@uv pip compile -q --no-header --universal --generate-hashes --python-version 3.11 pyproject.toml --extra sentences --group dev -o requirements-dev.lock

clean:  ## Remove the environment and caches; your data in var/ stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build

$(VENV)/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Hearback needs Python 3.11 or later.") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Preparing the environment. This happens once and takes about a minute."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev: requirements-dev.lock requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Hearback needs Python 3.11 or later.") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Preparing the environment for tests. This happens once and takes about a minute."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $(VENV)/run $@
