# make run    open the program             make test   everything that must hold, as CI runs it
# make quick  the tests that take seconds  make check  style and types only
# make bench  print how fast it is         make clean  remove what these commands made
#
# make pictures  draw every screen into screenshots/, and the one in the README anew
#
# Each sets up what it needs: a fresh machine with Python and make is enough.

venv := .venv
python := $(venv)/bin/python
ready := $(venv)/.ready
# A file of tests stays with one worker, which keeps its browser. More than four gain nothing.
at-once := -n auto --maxprocesses 4 --dist loadfile

.PHONY: run test quick check bench pictures clean to-run to-test

run: to-run $(ready)
	@$(python) -m storybuilder

test: to-test check
	$(python) -m pytest -p tests.no_skips -m "not alone" $(at-once)
	$(python) -m pytest -p tests.no_skips -m alone

quick: to-run $(ready)
	$(python) -m pytest -p tests.no_skips -m "not slow" $(at-once)

check: $(ready)
	$(python) -m ruff format --check
	$(python) -m ruff check
	$(python) -m mypy

bench: to-test $(ready)
	$(python) -m tests.bench

pictures: to-test $(ready)
	$(python) -m pytest -p tests.no_skips -q tests/journeys/test_pictures.py
	cp screenshots/report_light_1280x800.png tests/pictures/report.png

clean:
	rm -rf $(venv) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find storybuilder tests -name __pycache__ -prune -exec rm -rf {} +

to-run to-test: to-%:
	@.ci/system-packages $*

# A venv whose Python has gone is made anew.
$(ready): pyproject.toml constraints.txt
	@found=$$(.ci/python) && .ci/system-packages venv "$$found" && \
	  { $(python) -c "" 2>/dev/null || "$$found" -m venv --clear $(venv); }
	@echo "Installing the libraries into $(venv); the first time takes some minutes."
	@$(python) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@
