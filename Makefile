# `make` or `make help` lists what can be done.
# make run 一条命令装好并打开示例；make test 检查一切。

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup run test long fast browser picture lint fix manual words verify measure sure bench lock

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
XIESHANG := $(BIN)/xieshang
POSTGRES ?= postgres://postgres@127.0.0.1:5432/xieshang
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
T ?=
TESTS := $(if $(T),tests/$(T),tests)
DB ?= sqlite
PYTEST := $(if $(filter postgres,$(DB)),env DATABASE_URL=$(POSTGRES) )nice $(BIN)/pytest -q

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: ready  ## install everything into .venv, build the pages, prepare the database
	@$(XIESHANG) setup

run: ready  ## the site with sample data and a login for each role, at http://127.0.0.1:8000
	@$(XIESHANG) setup --demo
	@$(XIESHANG) serve

test: ready  ## every test but the long ones (T=matters: all of one package; DB=postgres)
	@$(PYTEST) -n 2 -m "not browser$(if $(T),, and not long)" $(TESTS)

long: ready  ## walks over whole tables, real servers, real input (DB=postgres as well)
	@$(PYTEST) -n 2 -m long tests

fast: ready  ## tests of the packages changed since the last commit
	@$(BIN)/python -m tools.changed | xargs -r $(PYTEST) -m "not browser and not long"

browser: ready  ## journeys and screenshots in Chromium, where there is one
	@if [ -n "$(CHROMIUM)" ]; then $(PYTEST) -m browser tests; \
	  else echo "没有 Chromium，跳过浏览器测试。 No Chromium here: browser journeys left out."; fi

picture: ready  ## take the picture of the README anew
	@XIESHANG_PICTURE=1 $(PYTEST) tests/browser/test_readme.py

lint: ready  ## every check that reads the code: style, order of packages, pages, types, words
	@$(BIN)/ruff check --quiet src tests tools bench
	@$(BIN)/ruff format --check --quiet src tests tools bench
	@$(BIN)/lint-imports >/dev/null || { $(BIN)/lint-imports; exit 1; }
	@$(BIN)/djlint --lint --quiet src
	@$(BIN)/mypy
	@$(BIN)/python -m xieshang.site.words
	@$(PYTEST) -p no:randomly tests/test_house.py

fix: ready  ## repair what a machine can: style and layout of Python and of pages
	@$(BIN)/ruff check --fix --quiet src tests tools bench || true
	@$(BIN)/ruff format --quiet src tests tools bench

manual: ready  ## print docs/reference/ from the code
	@XIESHANG_LANGUAGE=en $(XIESHANG) manual docs/reference

words: ready  ## add new words to the catalogue and compile it; fails where Chinese is missing
	@$(BIN)/python -m xieshang.site.words --add

verify: ready  ## the log, the received files, the sums and every figure taken
	@$(XIESHANG) verify

measure: ready  ## sizes, slowest tests, the largest modules and pages
	@$(BIN)/python -m tools.measure
	@$(PYTEST) -n 2 -m "not browser" --durations 10 $(TESTS) | sed -n '/slowest/,$$p'

sure: lint test long browser  ## everything, on one database

bench: ready  ## every measure with its goal, beside the plain way or a peer; takes an hour
	@$(BIN)/python -m bench

.PHONY: ready
ready:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "需要 Python 3.11 或更新版本。换个名字：make PYTHON=python3.12"; \
	  echo "Python 3.11 or newer is needed. Under another name: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) tools/setup.py

lock: export UV_CUSTOM_COMPILE_COMMAND = make lock
lock:  ## pin the newest packages, with hashes and without host names
	@for name in run work node; do $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url requirements/$$name.in -o requirements/$$name.lock; done
