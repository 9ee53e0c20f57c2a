"""A resume in the JSON Resume format, version 1.3.1: records of one for a plan, and one of a plan.

What becomes of each section, both ways:

========================  =======================================================================
section                   record
========================  =======================================================================
``work``                  `Position`, ``self-employment`` where the name says so
``volunteer``             `Position` of type ``volunteering``
``education``             `Position` of type ``study``; ``studyType, area`` is its title
``skills``                `Skill`, on a scale up to 7; the word for its level is kept, and no number
                          made of it
``awards``                `Evidence`
``certificates``          `Evidence`; written, too, for a credential that a `Resolution` earned
``publications``          `Evidence`
``projects``              `Evidence`; what was recorded in the plan itself is written here
``references``            `Contact` with the relation ``reference``, the text its private ``note``;
                          never written
========================  =======================================================================

``summary`` and ``highlights`` of a position are its private ``story``, each highlight on a line
that begins with a hyphen; of a project they are the ``impact``.  What no field is for, such as
a location, ``keywords`` or a level, is kept in ``extra["jsonresume"]`` under the section's name,
and is written again.  A field of the record goes before what is kept there.

*Days.* A position keeps a year, month or day as it was.  An accomplishment known to the month
or year counts from the last day of that: by then it was done.  It is written as it was read
unless its day was corrected.

*People.* The id of a reference is made of a hash over the name: a pseudonym, not anonymity.

*What has no record.* ``basics`` other than the name, ``languages``, ``interests``, ``meta`` and
sections of other programs are told of in ``left``.  `write` carries them over from the resume
that it is given as its ``base``.

The extra ``jsonresume`` is needed both ways: everything is checked against the `schema`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careertrack.document import OWNER
from careertrack.edits import day_of
from careertrack.fields import path_to
from careertrack.formats.jsonresume._held import Held
from careertrack.formats.jsonresume._places import REFERENCES, SKILLS, WRITTEN
from careertrack.formats.jsonresume._reading import Desk, in_document_order, loaded
from careertrack.formats.jsonresume._schema import MOST_FAULTS, ORDER, VERSION, checker, schema
from careertrack.formats.jsonresume._writing import Draft, carried
from careertrack.formats.merging import held, settled
from careertrack.formats.reading import Imported, Report
from careertrack.formats.writing import Exported
from careertrack.plan import a_plan
from careertrack.record import Record

if TYPE_CHECKING:
    from careertrack.formats.sources import Source
    from careertrack.plan import Plan

__all__ = ["read", "schema", "write"]

_NO_RECORD: Final[Mapping[str, str]] = {
    "$schema": "about the file",
    "basics": "only the name is read, and no record made of it",
    "languages": "nothing in it that a plan has a record for",
    "interests": "nothing in it that a plan has a record for",
    "meta": "about the file",
}
_BLANK: Final[tuple[object, ...]] = ("", [], {})  # says nothing, as null and 0 may
_LEVELS: Final = "kept as words: a level is a number, on a day, on the skill's own scale"


def read(
    source: Source | Mapping[str, Any], *, on: date | str | None = None, into: Plan | None = None
) -> Imported:
    """The records that a resume gives.

    What breaks the schema is reported by its JSON path and left out, and the rest is read: a
    bad value costs its item nothing else, and a bad item costs its section nothing else.

    Args:
        source: Path of the file, or its JSON as plain data.
        on: The day of the resume.  What it shows without a day was accomplished by then;
            left out, such items are reported and not taken.
        into: The plan that the records are for.  What it holds already is left out and never
            overwritten; where the resume says something else, that is reported.  What the plan has
            under another id keeps that: a skill of the same name, a position of the same title,
            place and beginning, an accomplishment of the same title and day, and a reference
            whose name one contact has.

    Returns:
        The records, which fit together, and what was found, not taken and not understood.

    Raises:
        InvalidValue: If ``source`` is neither a path nor a mapping, ``on`` no day, or ``into`` no plan.
        InvalidDocument: If there is no such file, it is not JSON, no object, or breaks the
            schema in more than 10,000 places.
        MissingExtra: If the extra ``jsonresume`` is not installed.

    >>> read({"skills": [{"name": "SQL", "level": "Master"}]}).records
    (Skill(id='sql', name='SQL'),)
    """
    report = Report()
    resume, faults = checker().sound(loaded(source), MOST_FAULTS)
    for fault in faults:
        report.add(fault.rule, fault.reason, fault.place, hint=fault.hint)
    desk = Desk(report, None if on is None else day_of(on, "on"), Held(held(into, Record)))
    desk.fill(resume)
    owner = _owner(resume, report)
    merged = settled(desk.records.values(), into, report)
    return Imported(
        records=merged.records,
        issues=tuple(in_document_order(report.issues())),
        held=merged.held + desk.credentials,
        differing=merged.differing,
        found={name: len(part) for name, part in _in_order(resume).items() if isinstance(part, list)},
        left=_left(resume),
        owner=owner,
    )


def _left(resume: Mapping[str, Any]) -> dict[str, str]:
    """What no record was made of, and why."""
    taken = {section.name for section in (*WRITTEN, REFERENCES)}
    left = {}
    for name, part in _in_order(resume).items():
        if name not in taken and part not in _BLANK and (name != "basics" or part.keys() != {"name"}):
            left[path_to("$", name)] = _NO_RECORD.get(name, "no section of a JSON Resume")
    levels = sum(bool(item and item.get("level")) for item in resume.get(SKILLS.name, ()))
    return {**left, "$.skills: level": f"{levels} {_LEVELS}"} if levels else left


def _owner(resume: Mapping[str, Any], report: Report) -> str | None:
    """The name in the basics, if there is one and a plan can have it."""
    name: str = resume.get("basics", {}).get("name", "")
    broken = OWNER.faults(name, "$.basics.name") if name else []
    for issue in broken:
        report.add("value", issue.message, issue.path)
    return name if name and not broken else None


def _in_order(resume: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a resume in the order of the format, others after them by name."""
    known = [name for name in ORDER if name in resume]
    return {name: resume[name] for name in [*known, *sorted(resume.keys() - set(known))]}


def write(
    plan: Plan,
    day: date | str,
    /,
    *,
    base: Source | Mapping[str, Any] | None = None,
    details: bool = False,
) -> Exported:
    """A resume of a plan as of a day: positions, skills, accomplishments and credentials.

    Written are skills that are the owner's: rated above 0, proved, out of a resume, or asked
    for by no role and no course.  Contacts, pay, liking and notes are never written.  What is
    written is valid: a value that breaks the schema, or has control characters, is reported and
    left out.

    Args:
        plan: The plan, not a day of it, which does not know the owner: that is the name in the basics.
        day: What begins later is not written.
        base: A resume, by its path or as plain data, from which to take what a plan has no
            place for: the rest of the basics, languages, interests, references, and the parts
            of other programs.  It is only read.
        details: Whether the stories of positions are written; they are private until then.

    Returns:
        JSON, its names in the order of the format; the same for the same plan and day.

    Raises:
        InvalidValue: If ``plan`` is no plan, or ``day`` no day.
        InvalidDocument: If the base cannot be read, see `read`.
        MissingExtra: If the extra ``jsonresume`` is not installed.

    >>> import careertrack as ct
    >>> exported = write(ct.Plan("Ada") + ct.Position(title="Analyst", organization="Initech"), "2026-03-01")
    >>> json.loads(exported.content)["work"]
    [{'name': 'Initech', 'position': 'Analyst'}]
    """
    a_plan(plan)
    draft = Draft(plan.as_of(day), checker(), details)
    draft.fill(plan.records)
    kept = {} if base is None else carried(loaded(base), draft, frozenset(each.name for each in WRITTEN))
    named = draft.named(plan.owner)
    basics = {**named, **{name: value for name, value in kept.pop("basics", {}).items() if name not in named}}
    meta = kept.pop("meta", {})
    if meta.pop("lastModified", ""):
        draft.leave("base: meta.lastModified", "it tells when the base was changed")
    resume = _in_order(
        {
            **kept,
            **({"basics": basics} if basics else {}),
            **draft.items,
            "meta": {**meta, "version": VERSION},
        }
    )
    return Exported(
        content=json.dumps(resume, ensure_ascii=False, allow_nan=False, indent=2) + "\n",
        issues=tuple(draft.issues),
        written={name: len(part) for name, part in resume.items() if isinstance(part, list)},
        left=draft.left,
    )
