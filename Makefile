# Each target is one command of packaging/bootstrap.py, which sets up what is missing first.
# Arguments go along: make run ARGS="--help"

PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py

.PHONY: help run test test-slow fuzz soak lint bench bench-peers pictures package test-package translations lock setup clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run:  ## open the program (without a display: render it to build/peru-timeline.png)
	@$(BOOTSTRAP) run $(ARGS)

test:  ## lint, types, import contracts and all tests
	@$(BOOTSTRAP) test $(ARGS)

test-slow:  ## the tests that take minutes: kills, traces of the system's calls, a short soak
	@$(BOOTSTRAP) test-slow $(ARGS)

fuzz:  ## throw made-up input at the readers of files (ARGS="--seconds 600")
	@$(BOOTSTRAP) fuzz $(ARGS)

soak:  ## use the program for a long time and see whether anything grows
	@$(BOOTSTRAP) soak $(ARGS)

lint:  ## lint, types and import contracts only
	@$(BOOTSTRAP) lint

bench:  ## measure starts, imports, frames, pictures and every size of chronology
	@$(BOOTSTRAP) bench $(ARGS)

bench-peers:  ## measure beside vis-timeline in a browser (needs npm, Chromium, once a network)
	@$(BOOTSTRAP) bench-peers

pictures:  ## make every kind of picture, slide and table once
	@$(BOOTSTRAP) setup
	@.venv/bin/python packaging/pictures.py

package:  ## build what can be handed on, into dist/
	@$(BOOTSTRAP) package $(ARGS)

test-package:  ## try the Linux installers in a bare Debian; needs root and Debian's archive
	@packaging/test-package.sh

translations:  ## renew the translations after texts of the program changed
	@$(BOOTSTRAP) setup && .venv/bin/python packaging/translations.py

lock:  ## renew the lock files (ARGS=--upgrade: every version)
	@$(BOOTSTRAP) lock $(ARGS)

setup:  ## only set up .venv with everything for working on the program
	@$(BOOTSTRAP) setup

clean:  ## remove .venv and everything built
	@rm -rf .venv build dist
