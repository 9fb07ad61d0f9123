# The commands of this project. `make` alone checks everything that CI checks; `make help` lists the rest.
# They need Python 3.11 or newer, pip and make; everything else is installed into .venv.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH := .venv-bench
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
DB ?= demo.db
PORT ?= 8001
# Where papers with published truth are, if they are anywhere.
PUBLISHED ?= $(or $(PANELPAPERS_REAL_PAPERS),../shared)

.DEFAULT_GOAL := check
.PHONY: check demo test ocr parquet cluster browser extras format lint types layers docs fix corpus score faults fuzz bench scale help clean

check: format lint types test  ## What CI checks, but for the extras and the wheel (the layers and the documents are among the tests)

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "panelpapers needs Python 3.11 or newer: install it, or say which one with make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) '.[dev]'
	@touch $(READY)

demo: $(READY)  ## Read the sample papers of corpus/ and serve them on 127.0.0.1:8001
	$(BIN)/panelpapers ingest corpus --db $(DB)
	$(BIN)/panelpapers serve --db $(DB) --port $(PORT)

test: $(READY)  ## The tests
	$(BIN)/python -m pytest

format: $(READY)  ## Is everything in the project's format?
	$(BIN)/ruff format --check .

lint: $(READY)  ## The linter
	$(BIN)/ruff check .

types: $(READY)  ## The types, strictly
	$(BIN)/mypy

ocr: $(READY)  ## Install what reads scanned pages, and test it
	$(INSTALL) '.[dev,ocr]'
	$(BIN)/python -m pytest tests/test_ocr.py -k rapidocr

browser: $(READY)  ## Install what drives Chromium, and look at the site in it (Chromium is that of the system)
	$(INSTALL) '.[dev,browser]'
	$(BIN)/python -m pytest tests/test_serve_browser.py tests/test_serve_facsimile_browser.py

parquet: $(READY)  ## Install what writes Parquet, and test it
	$(INSTALL) '.[dev,parquet]'
	$(BIN)/python -m pytest tests/test_serve_exports.py -k parquet

cluster: $(READY)  ## Install what talks to a Dask cluster, and read on one of this machine whatever happens to it (minutes)
	$(INSTALL) '.[dev,cluster]'
	$(BIN)/python -m pytest tests/test_ingest_cluster.py

extras: $(READY)  ## The four above in one go
	$(INSTALL) '.[dev,browser,cluster,ocr,parquet]'
	$(BIN)/python -m pytest tests/test_serve_browser.py tests/test_ingest_cluster.py tests/test_serve_facsimile_browser.py \
		tests/test_ocr.py tests/test_serve_exports.py -k 'browser or cluster or rapidocr or parquet'

layers: $(READY)  ## Who imports whom, and one place for each library
	$(BIN)/python -m pytest tests/test_layers.py

docs: $(READY)  ## The README and the descriptions against the code
	$(BIN)/python -m pytest tests/test_docs.py

fix: $(READY)  ## Format, and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

corpus: $(READY)  ## Make the sample papers anew
	$(BIN)/python corpus/make.py

score: $(READY)  ## How much of the sample papers is read, and how much of it rightly
	@rm -f .score.db
	$(BIN)/panelpapers ingest corpus --db .score.db
	$(BIN)/python benchmarks/score.py .score.db
	$(BIN)/python -m benchmarks.published_accuracy .score.db
	@rm -f .score.db
	@if [ -d "$(PUBLISHED)" ]; then \
		echo; echo "The papers with published truth:"; \
		$(BIN)/panelpapers ingest $(PUBLISHED)/seeds --db .score.db 2>/dev/null >&2; \
		$(BIN)/python $(PUBLISHED)/score.py .score.db $(PUBLISHED)/gold; \
		rm -f .score.db; \
	fi

faults: $(READY)  ## Kill an ingest of the corpus at 200 random moments, each time to the same end (a quarter of an hour)
	PANELPAPERS_KILLS=200 PANELPAPERS_KILLED_PAPERS=corpus $(BIN)/python -m pytest tests/test_ingest_faults.py -k killed_at -s

fuzz: $(READY)  ## Read 2,000 damaged papers of each format: none harms the run, each is accounted for (an hour)
	PANELPAPERS_MUTANTS=2000 $(BIN)/python -m pytest tests/test_ingest_fuzz.py -s

$(BENCH): benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	@for peer in pdfplumber camelot-py PyMuPDF; do \
		$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --constraint benchmarks/requirements.txt $$peer || \
			echo "$$peer cannot be installed here; the benchmark goes on without it" >&2; \
	done
	@touch $(BENCH)

bench: $(READY) $(BENCH)  ## Speed, memory and accuracy against other engines, written to benchmarks/RESULTS.md
	$(BIN)/python benchmarks/tables.py --peers $(BENCH)/bin/python
	$(BIN)/python benchmarks/site.py
	$(BIN)/python benchmarks/scale.py --papers 400
	$(BIN)/python benchmarks/prose.py $$(find corpus -name "lancashire-*.md" -o -name "*.txt")

scale: $(READY)  ## An archive of 2,000 papers read whole (half an hour), written to benchmarks/RESULTS.md; bench has 400 of them
	$(BIN)/python benchmarks/scale.py

clean:  ## Take away what make made
	rm -rf $(VENV) $(BENCH) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis demo.db demo.db-wal demo.db-shm

help:  ## This list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12
