# One line per task; `make` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help setup lint-content report test check quality vscode clean

help:
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(BIN)/medlint: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

setup: $(BIN)/medlint ## install medlint and its development tools into .venv

report: setup ## lint content/ and write report.html
	$(BIN)/medlint check content -f text -f html=report.html; test $$? -le 1

lint-content: setup ## the published articles must be clean
	$(BIN)/medlint check content/published --fail-on info

test: setup ## run the tests
	$(BIN)/python -m pytest

check: setup ## everything that continuous integration runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) lint-content
	$(BIN)/python -m pytest

quality: setup ## score against gold labels (needs the corpus beside the repository)
	$(BIN)/python -m bench.quality

vscode: setup ## check and package the extension for VS Code (needs Node)
	cd editors/vscode && npm ci && MEDLINT=$(CURDIR)/$(BIN)/medlint npm test && npm run package

clean: ## remove everything that can be rebuilt
	rm -rf $(VENV) build dist *.egg-info report.html .pytest_cache .mypy_cache .ruff_cache .hypothesis
