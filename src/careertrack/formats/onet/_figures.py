"""What the files of a download say of some occupations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from careertrack.errors import shown
from careertrack.formats.reading import Report, safe_name
from careertrack.formats.sources import Files, Unreadable
from careertrack.formats.tables import NotText, decoded
from careertrack.records.self import Interests
from careertrack.values import sound

TOP: Final = 7.0  # of O*NET's level scale
CODE: Final = "O*NET-SOC Code"
OCCUPATIONS, SKILLS, INTERESTS, ZONES = "Occupation Data.txt", "Skills.txt", "Interests.txt", "Job Zones.txt"
LONGEST: Final = 500  # characters of a title
MOST_SOUGHT: Final = 8  # codes; to look for more in a line costs more than to take it apart
FEW: Final = 3  # neighbours to name
_GROUPS: Final = (7, 6, 5, 4, 2)  # digits of a code that those of one group share, closest first
NO_LINES: Final = [""]
_NUMBER: Final = re.compile("[0-9]{1,6}(?:[.][0-9]{1,6})?")
_RIASEC: Final = frozenset(
    {"realistic", "investigative", "artistic", "social", "enterprising", "conventional"}
)


class Need(NamedTuple):
    """A skill as one occupation needs it."""

    element: str
    name: str
    level: float
    importance: float


class Figures(NamedTuple):
    """What is known of some occupations, by code."""

    needs: Mapping[str, Sequence[Need]]
    interests: Mapping[str, Interests]
    zones: Mapping[str, int]


def figures(files: Files, codes: Sequence[str], titles: Mapping[str, str], report: Report) -> Figures:
    """What the files say of some occupations; each file is gone through once."""
    return Figures(
        _needs(files, codes, titles, report),
        _interests(files, codes, report),
        _zones(files, codes, report),
    )


def _needs(
    files: Files, codes: Sequence[str], titles: Mapping[str, str], report: Report
) -> dict[str, list[Need]]:
    """The skills of each occupation, in the order of the database's elements."""
    columns = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
    found: dict[str, dict[tuple[str, str], dict[str, float | None]]] = {}
    for row in rows(files, SKILLS, columns, report, codes):
        code, element, name, scale, _ = (row.cells[column] for column in columns)
        value = _number(row, "Data Value", report)
        if scale in {"IM", "LV"} and element and name and value is not None:
            usable = _is_usable(row, name, report)
            skills = found.setdefault(code, {}).setdefault((element, name), {})
            skills[scale] = value if usable else None
    missing = [code for code in codes if code not in found]
    if missing and path_of(files, SKILLS) is not None:
        measured = sorted({row.cells[CODE] for row in rows(files, SKILLS, (CODE,), Report())})
        for code in missing:
            _no_figures(code, measured, titles, report)
    return {code: list(_required(skills)) for code, skills in found.items()}


def _required(skills: Mapping[tuple[str, str], Mapping[str, float | None]]) -> Iterator[Need]:
    names = set[str]()
    for (element, name), scales in sorted(skills.items()):
        level, importance = scales.get("LV"), scales.get("IM")
        # Without a level above 0 there is nothing to reach, without an importance no weight for it.
        if level and importance is not None and level <= TOP and 1 <= importance <= 5 and name not in names:
            names.add(name)
            yield Need(element, name, level, importance)


def _is_usable(row: _Row, name: str, report: Report) -> bool:
    """Whether O*NET stands by a figure: relevant, and not one that it recommends to suppress."""
    if row.cells.get("Not Relevant") == "Y":
        return False
    if row.cells.get("Recommend Suppress") == "Y":
        scale = "importance" if row.cells["Scale ID"] == "IM" else "level"
        reason = f"is the {scale} of {name}, which O*NET recommends not to use: not taken"
        report.add("suppressed", reason, SKILLS, row.number, "Recommend Suppress")
        return False
    return True


def _no_figures(code: str, measured: Sequence[str], titles: Mapping[str, str], report: Report) -> None:
    """Say that an occupation has no figures yet, and which of the nearest group have."""
    groups = ([one for one in measured if one.startswith(code[:length])] for length in _GROUPS)
    near = [f"{one} {titles.get(one, '')}".rstrip() for one in next(filter(None, groups), [])[:FEW]]
    hint = f"close to it are {', '.join(near)}" if near else ""
    reason = f"O*NET has not measured the skills of {code} {titles[code]}, so its role asks for none"
    report.add("no-figures", reason, SKILLS, hint=hint)


def _interests(files: Files, codes: Sequence[str], report: Report) -> dict[str, Interests]:
    """The interests of each occupation that has all six."""
    found: dict[str, dict[str, float]] = {}
    for row in rows(files, INTERESTS, (CODE, "Element Name", "Scale ID", "Data Value"), report, codes):
        name, value = row.cells["Element Name"].casefold(), _number(row, "Data Value", report)
        if row.cells["Scale ID"] == "OI" and name in _RIASEC and value is not None and 1 <= value <= TOP:
            found.setdefault(row.cells[CODE], {})[name] = value
    return {code: _riasec(six) for code, six in found.items() if len(six) == len(_RIASEC)}


def _riasec(six: Mapping[str, float]) -> Interests:
    return Interests(
        realistic=six["realistic"],
        investigative=six["investigative"],
        artistic=six["artistic"],
        social=six["social"],
        enterprising=six["enterprising"],
        conventional=six["conventional"],
    )


def _zones(files: Files, codes: Sequence[str], report: Report) -> dict[str, int]:
    """The job zone of each occupation that has one."""
    found: dict[str, int] = {}
    for row in rows(files, ZONES, (CODE, "Job Zone"), report, codes):
        value = _number(row, "Job Zone", report)
        if value in {1.0, 2.0, 3.0, 4.0, 5.0}:
            found[row.cells[CODE]] = int(value)
    return found


# --- The files ---------------------------------------------------------------------------------------


class _Row(NamedTuple):
    """One row of a file: where it is, and its cells by column."""

    file: str
    number: int
    cells: dict[str, str]


def path_of(files: Files, name: str) -> str | None:
    """The path of a file of the download, in whatever folder of it."""
    return next(
        (path for path in files.readers if PurePosixPath(path).name.casefold() == name.casefold()), None
    )


def rows(
    files: Files, name: str, needs: Sequence[str], report: Report, codes: Sequence[str] | None = None
) -> Iterator[_Row]:
    """The rows of a file that are about some codes, or all rows, each with a text in the columns needed.

    The files are plain: a tab between cells, and a quote is itself.  A line is taken apart only
    if a code is in it, since the largest file has 60,000 and an occupation 70 of them.
    """
    place, lines = _lines(files, name, report)
    few = codes if codes is not None and len(codes) <= MOST_SOUGHT else None
    columns = [cell.strip() for cell in lines[0].split("\t")]
    if not set(columns).issuperset(needs) or len(set(columns)) < len(columns):
        if lines is not NO_LINES:
            report.add("no-header", f"has no header row with {', '.join(needs)}, each once", place)
        return
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or not (few is None or any(code in line for code in few)):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        row = dict(zip(columns, cells, strict=False))
        if len(cells) != len(columns):
            report.add("ragged", f"has {len(cells)} cells under {len(columns)} columns", place, number)
        elif not all(0 < len(row[column]) <= LONGEST and sound(row[column]) for column in needs):
            reason = f"has no text of 1 to {LONGEST} characters in each of {', '.join(needs)}"
            report.add("value", reason, place, number)
        elif codes is None or row[CODE] in codes:
            yield _Row(place, number, row)


def _lines(files: Files, name: str, report: Report) -> tuple[str, list[str]]:
    """The name of a file as issues show it, and its lines: one empty line where it cannot be read."""
    path = path_of(files, name)
    place = safe_name(path or name)
    try:
        if path is not None:
            return place, decoded(files.read(path)).split("\n")
        report.add("missing", "is not there, so roles come without what it says", place)
    except Unreadable as error:
        report.add(error.rule, error.reason, place)
    except NotText as error:
        report.add("encoding", error.reason, place, hint="get the files again, and unpack them as they are")
    return place, NO_LINES


def _number(row: _Row, column: str, report: Report) -> float | None:
    text = row.cells[column]
    if _NUMBER.fullmatch(text):
        return float(text)
    report.add("number", f"is not a number: {shown(text)}", row.file, row.number, column)
    return None
