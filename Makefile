# Each target runs a command of packaging/bootstrap.py, which first sets up what is missing.
# To pass arguments: make run ARGS="--help"

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py

.PHONY: help run test test-slow fuzz soak lint bench bench-peers pictures package test-package release-check translations lock setup clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run:  ## open the program (without a display: make a picture of its window)
	@$(BOOTSTRAP) run $(ARGS)

test:  ## run ruff, mypy, the import contracts and the tests
	@$(BOOTSTRAP) test $(ARGS)

test-slow:  ## run the slow tests: kills, traces of system calls, a short soak test
	@$(BOOTSTRAP) test-slow $(ARGS)

fuzz:  ## fuzz the file readers (ARGS="--seconds 600")
	@$(BOOTSTRAP) fuzz $(ARGS)

soak:  ## use the program for a long time and look for leaks
	@$(BOOTSTRAP) soak $(ARGS)

lint:  ## run ruff, mypy and the import contracts only
	@$(BOOTSTRAP) lint

bench:  ## measure starts, imports, frames, pictures and large chronologies
	@$(BOOTSTRAP) bench $(ARGS)

bench-peers:  ## compare with vis-timeline (needs npm, Chromium and, the first time, a network)
	@$(BOOTSTRAP) bench-peers

pictures:  ## make every kind of picture, slide and table once
	@$(BOOTSTRAP) setup
	@.venv/bin/python packaging/pictures.py

package:  ## build the installers into dist/
	@$(BOOTSTRAP) package $(ARGS)

test-package:  ## try the Linux installers in a bare Debian (needs root (ARGS=trixie: Debian 13))
	@packaging/test-package.sh $(ARGS)

release-check:  ## check everything that a release needs, without publishing anything
	@$(BOOTSTRAP) release-check $(ARGS)

translations:  ## update the translation files from the texts in the source
	@$(BOOTSTRAP) setup && .venv/bin/python packaging/translations.py

lock:  ## update the lock files from pyproject.toml (ARGS=--upgrade for newer versions)
	@$(BOOTSTRAP) lock $(ARGS)

setup:  ## only set up .venv for development
	@$(BOOTSTRAP) setup

clean:  ## remove .venv and everything that was built
	@rm -rf .venv build dist
