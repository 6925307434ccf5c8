# The one entry point: `make site` builds the website, `make test` does what continuous integration does.
# Needs GNU make, a POSIX shell and Python 3.11 or newer; everything else goes into .venv.

.PHONY: help site test check lint format fuzz bench map messages environment tools browser pins upgrade lowest clean

help:
	@echo 'make site      build the website from datapackages/ and site/ into build/site/'
	@echo 'make test      all checks and tests, as continuous integration runs them'
	@echo 'make check     the checks and the tests that need no browser: for the time of writing'
	@echo 'make lint      the checks alone: ruff and mypy'
	@echo 'make format    let ruff format the code and mend what it can'
	@echo 'make fuzz      damage documents and packages for SECONDS=60 and see what stands'
	@echo 'make bench     measure how fast the toolkit is and, with npm, what Lighthouse thinks of the website'
	@echo 'make map       write the map of the modules in CONTRIBUTING.md anew'
	@echo 'make lowest    the tests of make check with the oldest releases that pyproject.toml allows'
	@echo 'make pins      write the pinned lists anew after a change of the dependencies in pyproject.toml'
	@echo 'make upgrade   the same, with the newest release of every dependency'
	@echo 'make messages  put new texts of the command line into the Chinese catalogue, and compile it'
	@echo 'make clean     remove everything these targets made'

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
PINNED := $(PIP) install --require-hashes --no-deps --no-build-isolation
# What has been installed: all that the website needs, then all that the tests need.
ENVIRONMENT := .venv/project.stamp
TOOLS := .venv/complete.stamp
SUITE := -q -n 2 --dist loadfile --no-loadscope-reorder
FAST := $(SUITE) -m "not browser and not slow"

site: $(ENVIRONMENT)
	$(BIN)/publish build
	@echo
	@echo 'The website is ready: open build/site/index.html in a browser.'

test: $(TOOLS) browser lint
	$(BIN)/pytest $(SUITE) --cov --cov-report term-missing:skip-covered

check: $(TOOLS) lint
	$(BIN)/pytest $(FAST)

lint: $(TOOLS)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(TOOLS)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

map: $(TOOLS)
	PYTHONPATH=tests $(BIN)/python tests/chapter_map.py

SECONDS := 60
fuzz: $(TOOLS)
	PYTHONPATH=tests $(BIN)/python benchmarks/fuzz.py --seconds $(SECONDS)

bench: $(TOOLS)
	PYTHONPATH=tests $(BIN)/python benchmarks/bench.py

clean:
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. requirements.txt has all that the website needs, requirements-dev.txt that and all that the tests
# need: every release with the hashes of its files. They are complete, so nothing is ever resolved (--no-deps), and what
# was released since changes nothing; `pip check` proves that they are. A set-up that was interrupted starts over.

environment: $(ENVIRONMENT)

tools: $(TOOLS)

UNFINISHED := .venv/unfinished
ifneq ($(wildcard $(UNFINISHED)),)
.PHONY: .venv/site.stamp
endif

INSTALL = touch $(UNFINISHED); $(PINNED) -r $(1) || { \
	  echo 'make: the packages of $(1) could not be installed, for the reason above.' >&2; \
	  echo 'When it is mended (the network is there, the disk has space), run the same command again: it starts over.' >&2; \
	  exit 1; \
	}
COMPLETE = problems=$$($(BIN)/python -m pip check) || { \
	  echo "$$problems" >&2; \
	  echo 'make: the pinned lists do not hold what pyproject.toml asks for: run make pins.' >&2; \
	  exit 1; \
	}

# Some packages are published as source only: setuptools, which builds them, is installed before them.
.venv/site.stamp: requirements.txt
	@for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3) ''; do \
	  $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'make: publish needs Python 3.11 or newer with its module venv, and found none on the PATH.' >&2; \
	  echo 'Install it (on Debian: python3 and python3-venv), or name it: make PYTHON=/path/to/python3' >&2; \
	  exit 1; \
	fi; \
	echo "Making .venv with $$($$python --version); this takes a minute or two, once."; \
	$$python -m venv --clear .venv
	@touch $(UNFINISHED)
	@sed -n '/^setuptools==/,/# via/p' requirements.txt > .venv/setuptools.txt
	@$(call INSTALL,.venv/setuptools.txt)
	@$(call INSTALL,requirements.txt)
	@rm $(UNFINISHED)
	@touch $@

$(ENVIRONMENT): .venv/site.stamp pyproject.toml
	@touch $(UNFINISHED)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm $(UNFINISHED)
	@$(COMPLETE)
	@touch $@

.venv/tools.stamp: .venv/site.stamp requirements-dev.txt
	@$(call INSTALL,requirements-dev.txt)
	@rm $(UNFINISHED)
	@touch $@

$(TOOLS): $(ENVIRONMENT) .venv/tools.stamp
	@$(COMPLETE)
	@touch $@

# All releases for all systems and for Python 3.11 and newer, with the hashes of all their files. The shorter list is
# made under the longer one, so that both name the same releases.
COMPILE = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --no-config --quiet \
	  --custom-compile-command 'make pins'

pins: .venv/tools.stamp
	$(COMPILE) --group dev --generate-hashes --output-file requirements-dev.txt $(UPGRADE)
	$(COMPILE) --group build --generate-hashes --constraint requirements-dev.txt \
	  --output-file requirements.txt $(UPGRADE)

# Whether the lower bounds in pyproject.toml are true. This one resolves: what the oldest releases need themselves is
# the newest that they allow.
OLDEST := build/lowest

lowest: $(TOOLS)
	@mkdir -p $(OLDEST)
	$(COMPILE) --group dev --resolution lowest-direct --output-file $(OLDEST)/requirements.txt
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(OLDEST)/venv
	VIRTUAL_ENV=$(OLDEST)/venv $(BIN)/uv pip install --quiet --no-build-isolation setuptools hatchling
	VIRTUAL_ENV=$(OLDEST)/venv $(BIN)/uv pip sync --quiet --compile-bytecode --no-build-isolation $(OLDEST)/requirements.txt
	VIRTUAL_ENV=$(OLDEST)/venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	$(OLDEST)/venv/bin/pytest $(FAST)

# The Chinese of the command line: new texts of the code go into the catalogue, and it is compiled.
CATALOGUE := src/publish/messages/locale/zh/LC_MESSAGES/publish

messages: $(TOOLS)
	mkdir -p build
	$(BIN)/pybabel --quiet extract --keywords=N_ --no-location --omit-header --sort-output --output=build/publish.pot src/publish
	$(BIN)/pybabel --quiet update --locale=zh --no-fuzzy-matching --ignore-obsolete --omit-header \
	  --input-file=build/publish.pot --output-file=$(CATALOGUE).po
	$(BIN)/pybabel --quiet compile --use-fuzzy --locale=zh --input-file=$(CATALOGUE).po --output-file=$(CATALOGUE).mo

upgrade: UPGRADE := --upgrade
upgrade: pins

# The browser and the Chinese fonts that the tests need. They are installed where that is possible without
# asking: as root on a Debian system.

BROWSER := if [ -n "$$PUBLISH_CHROMIUM" ]; then command -v "$$PUBLISH_CHROMIUM"; \
	else command -v chromium || command -v chromium-browser || command -v google-chrome; fi
FONTS := [ "$$(uname)" = Darwin ] || [ -n "$$(fc-list :lang=zh)" ]
APT := apt-get --quiet --yes -o DPkg::Lock::Timeout=300

browser:
	@here() { { $(BROWSER); } && { $(FONTS); }; } >/dev/null 2>&1; \
	if here; then exit; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  export DEBIAN_FRONTEND=noninteractive; \
	  $(APT) update && $(APT) install --no-install-recommends chromium fontconfig fonts-noto-cjk; \
	fi; \
	if here; then exit; fi; \
	echo 'make: the tests need Chromium and a Chinese font, and one of them is missing.' >&2; \
	echo 'Install both (on Debian: apt-get install chromium fontconfig fonts-noto-cjk), or name a Chromium' >&2; \
	echo 'or Chrome that is already there: make test PUBLISH_CHROMIUM=/path/to/chromium' >&2; \
	exit 1
