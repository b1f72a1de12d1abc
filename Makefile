# Two targets do all the set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
OPA_VERSION := v1.22.2
ACTIONLINT_VERSION := v1.7.12
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

.PHONY: help demo test tools lint unit policies rego generate check-generated bench docs clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: $(VENV)/.installed ## install, check an example release and write its HTML report
	$(BIN)/ai800 check examples/open-weights --as-of 2026-06-01 --format text --format html -o - -o ai800-report.html
	@echo "The same as a page: ai800-report.html"

test: tools lint check-generated rego unit ## everything that CI runs

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q checker/ai800
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	touch $@

$(VENV)/.documented: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group docs
	touch $@

tools: $(VENV)/.tested ## OPA and actionlint from PATH or built with Go; Chromium and a YAML language server where they can be installed
	$(RUN) -m tools.install $(OPA_VERSION) $(ACTIONLINT_VERSION)

lint: ## formatting, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

unit: ## every test, with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

policies: ## check, build and test the policies and their catalogue
	$(RUN) -m tools.policies
	$(RUN) -m tools.rego_tests

rego: ## every case table under `opa test`, with 100 % line coverage
	$(RUN) -m tools.rego_tests

generate: ## write every generated file
	$(RUN) -m tools.generate

check-generated: ## compare every generated file with what is committed
	$(RUN) -m tools.generate --check

docs: $(VENV)/.documented ## build the documents as a site, with search, into site/
	$(RUN) -m tools.docs --check
	$(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

bench: $(VENV)/.tested ## measure; prints figures and writes benchmarks/results/*.json
	$(RUN) -m benchmarks.run

clean:
	rm -rf build dist site .pytest_cache .mypy_cache .ruff_cache .coverage
