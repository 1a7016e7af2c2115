# Everything a developer does with this project. `make` alone says what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
export LC_ALL := C.UTF-8
# An installed program finds its modules compiled; so do what is tested and what is measured here.
unexport PYTHONDONTWRITEBYTECODE

help:  ## Say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup:  ## Set up .venv from the lock, and the system libraries that Qt needs
	@sh scripts/setup.sh

run: setup  ## Open the window (where there is no display: a tour in the terminal)
	@sh scripts/run.sh

test: setup  ## Run everything that guards the project
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 --dist loadgroup -q

format: setup  ## Format the code and mend what can be mended
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

bench: setup  ## Print the speed of the window and the library with 10,000 papers
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks.bench
	$(PYTHON) -m tests.benchmarks.formats

bench-corpus: setup  ## Import all papers of the corpus twice; print time, memory and what was merged
	$(PYTHON) -m tests.benchmarks.whole_corpus

bench-search: setup  ## Print the speed of search beside tantivy and FTS5, and how well it ranks
	$(PYTHON) -m tests.benchmarks.search
	$(PYTHON) -m tests.benchmarks.search.quality
	$(PYTHON) -m tests.benchmarks.similar

bench-ui: setup  ## Print how fast the window is with 100,000 papers (makes them once: minutes)
	$(PYTHON) -m tests.benchmarks.window_large

screens: setup  ## Make the pictures in docs/screens
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m scripts.screens

screens-x11: setup  ## Make them with the X11 of Xvfb (its text is heavier) in build/screens-x11
	@command -v xvfb-run >/dev/null || { echo "It needs Xvfb: apt-get install xvfb" >&2; exit 1; }
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" \
		$(PYTHON) -m scripts.screens --folder build/screens-x11

animation: setup  ## Make docs/screens/triage.png, the animation of the README
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m scripts.animation

kills: setup  ## End the program by SIGKILL 2,000 times and look for losses (the suite does 50)
	$(PYTHON) -m tests.campaigns.kills 2000

export-kills: setup  ## End a program that saves and exports by SIGKILL 2,000 times (the suite does 25)
	$(PYTHON) -m tests.campaigns.export_kills 2000

corpus: setup  ## Print what each file of the corpus beside the project gives, and what it holds
	$(PYTHON) -m tests.digests.corpus_table

mutations: setup  ## Read 200,000 damaged digests and look for crashes (the suite does 1,000)
	$(PYTHON) -m tests.campaigns.mutations 200000

any-order: setup  ## Edit a library and its exported folder in any order and look for lost lines
	$(PYTHON) -m tests.campaigns.any_order

hostile: setup  ## Read a megabyte of each hostile digest within its limits (the suite does 40 kB)
	$(PYTHON) -m tests.campaigns.hostile

queries: setup  ## Ask a small library 1,000,000 random queries and look for crashes (the suite does 400)
	$(PYTHON) -m tests.campaigns.queries 1000000

equality: setup  ## Compare 5,000 queries with Whoosh's answers and a scan's (the suite does 400)
	$(PYTHON) -m tests.campaigns.queries equality 5000

index-kills: setup  ## End a writer of the index by SIGKILL 1,000 times (the suite does 15)
	$(PYTHON) -m tests.campaigns.index_kills 1000

translations: setup  ## Gather the texts of the window into resources/translations and compile them
	$(PYTHON) scripts/translations.py

schema: setup  ## Write db/schema.md anew from the migrations
	$(PYTHON) -m reader.store.schema > db/schema.md

keys-doc: setup  ## Write docs/keys.md anew from the actions and the keymaps
	$(PYTHON) -m reader.gui.actions.keys_page > docs/keys.md

lock: setup  ## Make requirements.lock anew (needs pip-tools on the PATH)
	pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --extra dev -o requirements.lock pyproject.toml

.PHONY: help setup run test format bench bench-corpus bench-search bench-ui screens screens-x11 animation kills export-kills corpus mutations any-order hostile queries equality index-kills translations schema keys-doc lock
