# One command a task; `make` alone lists them. Nothing needs to be installed beforehand but Python 3.11+, git and make.
PYTHON ?= python3
VENV   ?= .venv
HOST   ?= 127.0.0.1
PORT   ?= 8000
FILE   ?=
JOBS   ?= 2
BIN    := $(VENV)/bin
# Byte code written once is read by every later start; an environment that forbids it doubles the time of each command.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-long check fix messages bench lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.dev ## the development environment, nothing else

$(VENV)/.dev: requirements/dev.lock requirements/tool.lock tools/bootstrap.py pyproject.toml
	@$(PYTHON) tools/bootstrap.py $(VENV) requirements/dev.lock
	@touch $@ $(VENV)/.base

$(VENV)/.base: requirements/base.lock requirements/tool.lock tools/bootstrap.py pyproject.toml
	@$(PYTHON) tools/bootstrap.py $(VENV) requirements/base.lock
	@touch $@

demo: $(VENV)/.base ## read a plan and serve it as a live dossier (PORT=…, FILE=plan.docx, DEMO_ONCE=1)
	@$(PYTHON) tools/system_packages.py ocr
	@$(BIN)/thammuu demo --host $(HOST) --port $(PORT) $(if $(FILE),"$(FILE)") $(if $(DEMO_ONCE),--once)

test: $(VENV)/.dev ## every test but the long ones; under 10 minutes on 2 cores
	@$(PYTHON) tools/system_packages.py browser ocr office pictures redis
	$(BIN)/python -m pytest -n $(JOBS) -m "not long"
	$(BIN)/python tools/on_postgresql.py $(BIN)/python -m pytest -n $(JOBS) -m "not long and not ocr" tests/apps

test-long: $(VENV)/.dev ## fuzzing, faults, stateful runs; under 35 minutes on 2 cores
	@$(PYTHON) tools/system_packages.py browser ocr office pictures redis
	$(BIN)/python -m pytest -n $(JOBS) -m long
	$(BIN)/python tools/on_postgresql.py $(BIN)/python -m pytest -n $(JOBS) -m long tests/apps

check: $(VENV)/.dev ## format, lint, types, import contracts, migrations, templates, English; a report of sizes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/thammuu manage makemigrations --check --dry-run --verbosity 0
	$(BIN)/djlint --check --lint --quiet src/thammuu/web/templates
	$(BIN)/python tools/messages.py --check
	@$(BIN)/python tools/sizes.py

fix: $(VENV)/.dev ## what `check` can repair by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet src/thammuu/web/templates || true

messages: $(VENV)/.dev ## take new strings of the pages into the English catalogue and compile it
	$(BIN)/python tools/messages.py

bench: $(VENV)/.dev ## speed as ratios against what a user would pick instead; writes bench/RESULTS.md
	$(BIN)/python -m bench

lock: $(VENV)/.dev ## pin requirements/*.in again
	for name in tool base dev; do $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --excludes requirements/excluded.in requirements/$$name.in -o requirements/$$name.lock; done

clean: ## remove the environment and the demo's data
	rm -rf $(VENV) var
