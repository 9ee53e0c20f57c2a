# Everything lives in .venv beside this file; remove it with `make clean`.
# Another interpreter: `make PYTHON=python3.12 test`.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --quiet --disable-pip-version-check
SPHINX := $(PY) -m sphinx -n -W --keep-going -q -d docs/_build/doctrees

.DEFAULT_GOAL := help
.PHONY: help demo test check docs bench clean

help:
	@echo "make demo    run the example on its sample files"
	@echo "make test    run the tests with coverage"
	@echo "make check   lint, formatting, types, documentation and its examples"
	@echo "make docs    build the documentation into docs/_build/html"
	@echo "make bench   run the benchmarks and rewrite benchmarks/RESULTS.md"
	@echo "make clean   remove everything that was made here"

# The package alone, as a user has it. (pip learned --group in 25.1.)
$(VENV)/package.stamp: pyproject.toml
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --upgrade 'pip>=25.1'
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/package.stamp
	@$(PIP) --group dev
	@touch $@

demo: $(VENV)/package.stamp
	@$(PY) examples/back_on_track.py

test: $(VENV)/dev.stamp
	@$(PY) -m pytest --numprocesses auto --dist worksteal --cov

check: $(VENV)/dev.stamp docs
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m pyright --pythonpath $(PY)

docs: $(VENV)/dev.stamp
	@$(SPHINX) -b html docs docs/_build/html
	@$(SPHINX) -b doctest docs docs/_build/doctest

bench: $(VENV)/dev.stamp
	@$(PY) -m benchmarks

clean:
	rm -rf $(VENV) .nox build dist docs/_build .coverage .coverage.* htmlcov
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests examples benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
