# make train   set up, train Attention-56 on the bundled data, draw its masks
# make test    set up, run every check
# make lab     set up, open the notebooks in JupyterLab
# make report  set up, build report/report.pdf, report.html and figures/ from the records
# make docs    set up, build the notebooks into a web site, _docs/index.html
# make export  write the package from the notebooks, clean them, write README.md
# make hooks   let git clean notebooks on merge, and Jupyter on save

PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
export TF_CPP_MIN_LOG_LEVEL ?= 3
unexport PYTHONDONTWRITEBYTECODE
# in nbs/: write ../README.md, with links as seen from there
readme = "$(BIN)/jupyter" nbconvert --to markdown --execute --no-input --log-level ERROR index.ipynb --stdout > ../README.tmp && \
	sed 's|](\.\./|](|g' ../README.tmp > ../README.md && rm ../README.tmp

.PHONY: train test lab report docs export hooks check
.DEFAULT_GOAL := test

$(VENV)/.ready: settings.ini setup.py
	$(PYTHON) -m venv --clear "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch "$@"

train: $(VENV)/.ready
	"$(BIN)/resattn" train --dataset clutter --n-train 4000 --epochs 4

test: $(VENV)/.ready check
	cd nbs && PATH="$(BIN):$$PATH" nbdev_test --n_workers 2 --timing

lab: $(VENV)/.ready
	PATH="$(BIN):$$PATH" jupyter lab nbs

report: $(VENV)/.ready
	"$(BIN)/resattn" report

# The notebooks as they are committed, without the cells that are marked hidden
docs: $(VENV)/.ready
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	rm -rf _proc && mkdir -p _proc/report
	"$(BIN)/jupyter" nbconvert --log-level ERROR --to notebook --output-dir _proc/nbs \
		--RegexRemovePreprocessor.enabled=True \
		--RegexRemovePreprocessor.patterns '["#\\| *hide"]' nbs/[0-9]*.ipynb
	cp README.md _proc/index.md && cp -r LICENSE CONTRIBUTING.md CHANGELOG.md _proc
	cp -r nbs/images nbs/photos _proc/nbs && cp -r report/figures report/report.pdf _proc/report
	"$(BIN)/mkdocs" build --quiet

export: $(VENV)/.ready
	"$(BIN)/nbdev_export"
	"$(BIN)/nbdev_clean"
	cd nbs && $(readme)

hooks: $(VENV)/.ready
	"$(BIN)/nbdev_install_hooks"

# The layout of the notebooks; then, in a copy: export, clean and convert again; nothing may differ.
check: $(VENV)/.ready
	@"$(BIN)/ruff" check --quiet nbs && "$(BIN)/ruff" format --quiet --check nbs || \
	{ echo "see ruff check nbs; ruff format nbs"; exit 1; }
	@copy=$$(mktemp -d) && trap 'rm -rf "$$copy"' EXIT && \
	cp -r nbs resattn_nb report settings.ini setup.py README.md "$$copy" && \
	(cd "$$copy" && "$(BIN)/nbdev_export" && "$(BIN)/nbdev_clean" && cd nbs && export PYTHONPATH="$$copy" && $(readme)) && test -s README.md && \
	for f in nbs resattn_nb README.md; do diff -r -q -x __pycache__ -x .ipynb_checkpoints $$f "$$copy/$$f" || \
	{ echo "$$f is not in step with the notebooks: run make export and commit"; exit 1; }; done && \
	echo "export in step, notebooks clean, README in step"
