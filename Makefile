# make · make serve · make test ARGS="-k name"   (Windows without make: python dev.py site)
PYTHON ?= python3
TASKS := site serve test check fmt lock clean
.PHONY: $(TASKS) help
.DEFAULT_GOAL := site

$(TASKS):
	@$(PYTHON) dev.py $@ $(ARGS)

help:
	@$(PYTHON) dev.py help
