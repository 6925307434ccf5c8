# The one entry point: `make site` builds the website, `make test` does what continuous integration does.
# Needs GNU make, a POSIX shell and Python 3.11 or newer; everything else goes into .venv.

.PHONY: help site test lint format bench messages environment browser pins upgrade clean

help:
	@echo 'make site      build the website from datapackages/ and site/ into build/site/'
	@echo 'make test      all checks and tests, as continuous integration runs them'
	@echo 'make lint      the checks alone: ruff and mypy'
	@echo 'make format    let ruff format the code and mend what it can'
	@echo 'make bench     measure how fast the toolkit is and, with npm, what Lighthouse thinks of the website'
	@echo 'make pins      write constraints.txt anew after a change of the dependencies in pyproject.toml'
	@echo 'make messages  put new texts of the command line into the Chinese catalogue, and compile it'
	@echo 'make upgrade   the same, with the newest release of every dependency'
	@echo 'make clean     remove everything these targets made'

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
PINNED := $(PIP) install --require-hashes --no-build-isolation
ENVIRONMENT := .venv/project.stamp

site: $(ENVIRONMENT)
	$(BIN)/publish build
	@echo
	@echo 'The website is ready: open build/site/index.html in a browser.'

test: $(ENVIRONMENT) browser lint
	$(BIN)/pytest -q -n 2 --dist loadfile --cov --cov-report term-missing:skip-covered

lint: $(ENVIRONMENT)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(ENVIRONMENT)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(ENVIRONMENT)
	PYTHONPATH=tests $(BIN)/python benchmarks/bench.py

clean:
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: every file that is installed is checked against its hash in constraints.txt.

environment: $(ENVIRONMENT)

# Some packages are published as source only: setuptools, which builds them, is installed before them.
.venv/constraints.stamp: constraints.txt
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
	@sed -n '/^setuptools==/,/# via/p' constraints.txt > .venv/first.txt
	@$(PINNED) -r .venv/first.txt
	@$(PINNED) -r constraints.txt
	@touch $@

$(ENVIRONMENT): .venv/constraints.stamp pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@problems=$$($(BIN)/python -m pip check) || { \
	  echo "$$problems" >&2; \
	  echo 'make: constraints.txt does not hold what pyproject.toml asks for: run make pins.' >&2; \
	  exit 1; \
	}
	@touch $@

# All releases for all systems and for Python 3.11 and newer, with the hashes of all their files.
pins: .venv/constraints.stamp
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-config --custom-compile-command 'make pins' --output-file constraints.txt --quiet $(UPGRADE)

# The Chinese of the command line: new texts of the code go into the catalogue, and it is compiled.
CATALOGUE := src/publish/locale/zh/LC_MESSAGES/publish

messages: .venv/constraints.stamp
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
