"""Which column of a spreadsheet is which, by what the page says that people call them."""

import re
from pathlib import Path

import pytest

from careertrack.formats.csv._applications import MOVES
from careertrack.formats.csv._contacts import PEOPLE
from careertrack.formats.csv._sheet import Headings, sheet
from careertrack.formats.reading import Report

SORTS = {"contacts": PEOPLE, "applications": MOVES}


def listed(root: Path, sort: str) -> dict[str, list[str]]:
    """The headers of each field that the page lists."""
    text = (root / "docs" / "reference" / "csv.md").read_text(encoding="utf-8")
    table = text.partition(f"| {sort} | headers |")[2].partition("\n\n")[0]
    return {
        field: names.split(", ")
        for field, names in re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)
    }


@pytest.mark.parametrize("sort", SORTS)
def test_every_field_is_on_the_page(sort: str, project_root: Path) -> None:
    """Every field has its headers on the page of this module, in the order of the code."""
    assert list(SORTS[sort].fields) == list(listed(project_root, sort))


@pytest.mark.parametrize("sort", SORTS)
def test_every_header_is_known(sort: str, project_root: Path, tmp_path: Path) -> None:
    """Every header on the page is a column of its field, in capitals and with underscores too."""
    found = listed(project_root, sort)

    assert [] == [
        (field, name, spelled)
        for field, names in found.items()
        for name in names
        for spelled in (name, name.upper(), name.replace(" ", "_"))
        if spelled.casefold() not in columns_of(SORTS[sort], spelled, tmp_path).get(field, ())
    ]


def columns_of(sort: Headings, header: str, folder: Path) -> dict[str, tuple[str, ...]]:
    """The columns of a spreadsheet of one such column, beside those that it has to have."""
    path = folder / "sheet.csv"
    path.write_text(f"Employer,Forename,{header}\nx,y,z\n", encoding="utf-8")
    return dict(sheet(path, sort, None, None, None, Report()).columns)
