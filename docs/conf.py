"""Configuration of the documentation. It builds with no network, and the same on any day."""

import builtins
import os
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
METADATA = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))

project = METADATA["name"]
author = "The careertrack authors"
project_copyright = "2026, The careertrack authors"
version = release = METADATA["version"]

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "drawn",
]
exclude_patterns = ["_build"]

# Pages with code cells are run, and one that fails fails the build.  They find the examples of a clone.
os.environ["PYTHONPATH"] = str(ROOT)
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_output_stderr = "remove-warn"
default_role = "py:obj"
nitpicky = True

# The Python documentation's inventory is used where a copy lies beside the project, and never fetched.
# Without it the same names go unlinked.
inventory = ROOT.parent / "shared" / "data" / "intersphinx" / "python-3.11.inv"
if inventory.is_file():
    extensions.append("sphinx.ext.intersphinx")
    intersphinx_mapping = {"python": ("https://docs.python.org/3.11", str(inventory))}

STANDARD_LIBRARY = "|".join(sorted(sys.stdlib_module_names))
nitpick_ignore_regex = [
    (r"py:.*", rf"(?:{STANDARD_LIBRARY})(?:\..+)?"),
    (r"py:.*", "|".join(sorted(dir(builtins)))),
    (r"py:.*", r"(?:attr|attrs|dateutil|hypothesis)\..+"),
    # Type variables, and short names of the standard library and for plain types.
    (r"py:.*", r"(?:careertrack\.\w+\.)?(?:R|R_co|D|F|S|Source|SearchStrategy|date|datetime|Decimal)"),
    # Of the libraries of extras, and short names for mappings.
    (r"py:.*", r"(?:careertrack\.\w+\.)*(?:Axes|DiGraph|Columns|States)"),
    # What attributes of states and answers hold, and no page of its own.
    (r"py:.*", r"(?:careertrack\.\w+\.)?(?:Rest|Settled|Outcome|Stage|Fate)"),
]

# A page says which members it shows: what has a docstring of its own, in the order of the source.
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_inherit_docstrings = False
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
add_module_names = False
smartquotes_action = "D"  # dashes alone: what is quoted is often to be typed
python_maximum_signature_line_length = 90
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Source", "notes_style")]

# Examples in docstrings run under pytest, and so do the sessions of the pages; what is left for the
# doctest builder are doctest directives, should a page need one.
doctest_test_doctest_blocks = ""

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "careertrack"
html_last_updated_fmt = None
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["careertrack.css"]
