"""A plan as a resume."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.formats.resumes import JUNK, WORDS, leaves, marked, valid

import careertrack as ct
from careertrack import strategies
from careertrack.formats import Exported, jsonresume
from careertrack.formats.jsonresume._places import POSITIONS, SHOWN, SKILLS
from careertrack.formats.jsonresume._writing import _PRIVATE, _UNPLACED

DAY = "2026-03-01"
WRITTEN = ("work", "volunteer", "education", "awards", "certificates", "publications", "skills", "projects")


@pytest.fixture(scope="module")
def real(shared_data: Path) -> Any:
    """Who checks with the schema that JSON Resume publishes."""
    schema = json.loads((shared_data / "jsonresume" / "schema.json").read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def resume_of(*records: ct.Record, **options: Any) -> dict[str, Any]:
    """The resume of a plan of some records, as another reader has it."""
    resume: dict[str, Any] = json.loads(jsonresume.write(ct.Plan(records=records), DAY, **options).content)
    return resume


def exported(*records: ct.Record, **options: Any) -> Exported:
    """What writing a plan of some records gives."""
    return jsonresume.write(ct.Plan(records=records), DAY, **options)


def told(export: Exported) -> list[str]:
    """The issues of an export, as sentences."""
    return list(map(str, export.issues))


# --- What is written ------------------------------------------------------------------------------------


def test_an_empty_plan() -> None:
    """A resume of nothing says which version it is of, and nothing more."""
    expected = '{\n  "meta": {\n    "version": "v1.3.1"\n  }\n}\n'

    assert (expected, {}, {}, ()) == (
        exported().content,
        exported().written,
        exported().left,
        exported().issues,
    )


def test_the_owner() -> None:
    """The owner of the plan is the name in the basics."""
    assert {"name": "Ada"} == json.loads(jsonresume.write(ct.Plan("Ada"), DAY).content)["basics"]


def test_positions() -> None:
    """Positions stand in their sections, the latest first, with their days as they were given."""
    assert {
        "work": [
            {"position": "B", "startDate": "2024-01"},
            {"name": "Initech", "position": "A", "startDate": "2014", "endDate": "2023-12-31"},
            {"name": "Own"},
        ],
        "volunteer": [{"organization": "Food bank", "position": "D"}],
        "education": [{"institution": "MIT", "area": "Physics", "studyType": "BSc"}],
        "meta": {"version": "v1.3.1"},
    } == resume_of(
        ct.Position(title="A", organization="Initech", started="2014", ended="2023-12-31"),
        ct.Position(title="B", started="2024-01"),
        ct.Position(id="c", organization="Own", type="self-employment"),
        ct.Position(title="D", organization="Food bank", type="volunteering"),
        ct.Position(title="BSc, Physics", organization="MIT", type="study"),
    )


def test_positions_that_are_not_written() -> None:
    """A break, a time of caring, and what begins only later are counted, and not written."""
    export = exported(
        ct.Position(title="A", type="break"),
        ct.Position(title="B", type="caring"),
        ct.Position(title="C", started="2026-04"),
        ct.Position(title="D", started="2026"),
    )

    assert {"work": 1} == export.written
    assert {
        "position of break": "1: a resume has no place for it",
        "position of caring": "1: a resume has no place for it",
        "position to come": "1: it has not begun",
    } == export.left


def test_stories_are_private() -> None:
    """A story is written only when it is asked for: lines that begin with a hyphen are highlights."""
    position = ct.Position(title="A", story="Ran it.\n- Hired two\n- Cut costs")
    study = ct.Position(title="B", type="study", story="Learned it.")

    assert [{"position": "A"}] == resume_of(position)["work"]
    assert {
        "story": "1: it is private: details=True writes it",
        "story in education": "1: the section has no place for it",
    } == exported(position, study).left
    assert [{"position": "A", "summary": "Ran it.", "highlights": ["Hired two", "Cut costs"]}] == resume_of(
        position, details=True
    )["work"]


def test_what_is_nobody_else_s_business() -> None:
    """Contacts, notes, pay, liking and why something ended are never written, details or not."""
    export = exported(
        ct.Contact(id="p-1", name="Grace Hopper", note="Steady."),
        ct.Position(
            title="A", manager="p-1", why_ended="Sacked.", pay="70000 EUR", liking=-2, note="Never again."
        ),
        details=True,
    )

    assert [{"position": "A"}] == json.loads(export.content)["work"]
    assert {
        "contact": "1: other people are never written",
        "liking in work": "1: it is private",
        "manager in work": "1: it is private",
        "note in work": "1: it is private",
        "pay in work": "1: it is private",
        "why_ended in work": "1: it is private",
    } == export.left


@pytest.mark.parametrize("cls", [ct.Position, ct.Skill, ct.Evidence])
def test_every_field_is_written_or_counted(cls: type[ct.Record]) -> None:
    """A field is written, counted when it is not, or says nothing without another one that is."""
    sections = [*POSITIONS.values(), SKILLS, *SHOWN]
    placed = {place.field for section in sections for place in section.places}
    silent = {"id", "on", "type", "top", "pay_per", "extra", "newer_fields"}

    assert set() == set(cls.spec.by_name) - placed - _PRIVATE - _UNPLACED - silent


def test_fields_without_a_place() -> None:
    """What a section has no place for is counted by its field, whichever record has it."""
    proof = ct.Evidence(on="2026-01-05", title="A", skills=["sql"], goals=["b"], note="Secret.")
    (award,) = jsonresume.read({"awards": [{"title": "C", "date": "2014-04-01"}]}).records
    export = exported(
        ct.Skill(name="SQL", prerequisites=["sets"], source="https://example.org"),
        ct.Skill(name="Sets"),
        ct.Goal(id="b", on="2026-01-01", title="B", pillar="change"),
        proof,
        ct.Position(title="D", liking=0),
        award.evolve(skills=["sql"]),
        ct.Course(title="Cloud"),
        ct.Resolution(
            on="2026-01-05", course="cloud", credential="Cloud", expires="2030-01-01", note="Hard."
        ),
    )

    assert {
        "expires in certificates": "1: the section has no place for it",
        "goals in projects": "1: the section has no place for it",
        "liking in work": "1: it is private",
        "note in certificates": "1: it is private",
        "note in projects": "1: it is private",
        "prerequisites in skills": "1: the section has no place for it",
        "skills in awards": "1: the section has no place for it",
        "source in skills": "1: the section has no place for it",
    } == {what: why for what, why in export.left.items() if " in " in what}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), 1),
        ((ct.Assessment(on="2026-01-01", skill="sql", level=3),), 1),
        ((ct.Assessment(on="2026-01-01", skill="sql", level=0),), 0),
        ((ct.Assessment(on="2026-03-02", skill="sql", level=0),), 1),
        ((ct.Role(title="A", requires=[ct.Requirement(skill="sql", level=3)]),), 0),
        ((ct.Course(title="A", teaches=[ct.Lesson(skill="sql", level=3)]),), 0),
        (
            (
                ct.Role(title="A", requires=[ct.Requirement(skill="sql", level=3)]),
                ct.Assessment(on="2026-01-01", skill="sql", level=3),
            ),
            1,
        ),
        (
            (
                ct.Role(title="A", requires=[ct.Requirement(skill="sql", level=3)]),
                ct.Evidence(on="2026-01-01", title="B", skills=["sql"]),
            ),
            1,
        ),
    ],
)
def test_skills_are_the_owner_s(records: tuple[ct.Record, ...], expected: int) -> None:
    """A skill that is only asked for, or rated 0, is not claimed; one that is proved or rated is."""
    export = exported(ct.Skill(name="SQL"), *records)

    assert expected == export.written.get("skills", 0)
    assert (expected == 0) == bool({"skill asked for", "skill at level 0"} & export.left.keys())


def test_skills_out_of_a_resume() -> None:
    """A skill out of a resume is the owner's, asked for or not, and the word for its level is written."""
    skills = [{"name": "SQL", "level": "Master", "keywords": ["DuckDB"]}]
    role = ct.Role(title="A", requires=[ct.Requirement(skill="sql", level=3)])

    assert skills == resume_of(*jsonresume.read({"skills": skills}).records, role)["skills"]


def test_accomplishments() -> None:
    """Evidence of the plan's own is a project on the day that it was first recorded for."""
    first = ct.Evidence(on="2026-01-05", title="A", impact="Faster.\n- 9 minutes", link="https://a.example")
    later = first.evolve(on="2026-02-01", skills=["sql"])

    assert [
        {"name": "B", "endDate": "2026-02-02"},
        {
            "name": "A",
            "description": "Faster.",
            "highlights": ["9 minutes"],
            "keywords": ["SQL"],
            "endDate": "2026-01-05",
            "url": "https://a.example",
        },
    ] == resume_of(first, later, ct.Skill(name="SQL"), ct.Evidence(on="2026-02-02", title="B"))["projects"]


def test_accomplishments_go_back_to_their_section() -> None:
    """What was read as an award is written as one; what its section has no place for is counted."""
    (award,) = jsonresume.read({"awards": [{"title": "A", "date": "2014", "awarder": "B"}]}).records
    export = exported(award.evolve(impact="Much.", link="https://a.example"))

    assert [{"title": "A", "date": "2014", "awarder": "B", "summary": "Much."}] == json.loads(export.content)[
        "awards"
    ]
    assert {"link in awards": "1: the section has no place for it"} == export.left


@pytest.mark.parametrize(
    ("item", "corrected", "expected"),
    [
        ({"endDate": "2014"}, "2014-12-31", {"endDate": "2014"}),
        ({"endDate": "2014"}, "2014-05-06", {"endDate": "2014-05-06"}),
        ({"startDate": "2014-05-06"}, "2014-05-06", {"startDate": "2014-05-06"}),
        (
            {"startDate": "2014-05-06", "endDate": "2014-05-06"},
            "2014-05-06",
            {"startDate": "2014-05-06", "endDate": "2014-05-06"},
        ),
        ({"startDate": "2014"}, "2015-05-06", {"startDate": "2014", "endDate": "2015-05-06"}),
        ({}, "2026-01-05", {}),
        ({}, "2026-01-04", {"endDate": "2026-01-04"}),
        ({"endDate": "2014-13"}, "2026-01-05", {"endDate": "2014-13"}),
        ({"endDate": "2014-13"}, "2014-12-31", {"endDate": "2014-12-31"}),
    ],
)
def test_days_of_accomplishments(item: dict[str, str], corrected: str, expected: dict[str, str]) -> None:
    """A day is written as it was read for as long as it is still that day; one that was assumed, never."""
    (evidence,) = jsonresume.read({"projects": [{"name": "A", **item}]}, on="2026-01-05").records

    assert [{"name": "A", **expected}] == resume_of(evidence.evolve(on=corrected))["projects"]


def test_words_of_the_record_go_before_what_was_read() -> None:
    """What was read word for word is written for as long as the record says the same."""
    job = {"name": "A", "location": "Austin", "highlights": ["b\nc"]}
    study = {"institution": "B", "area": "Physics", "score": "4.0"}
    read = jsonresume.read({"work": [job], "education": [study]})
    plan = ct.Plan(records=read.records)
    changed = plan.replace(plan.get(ct.Position, "a"), plan.get(ct.Position, "a").evolve(story="d"))
    changed = changed.replace(
        plan.get(ct.Position, "physics-b"), plan.get(ct.Position, "physics-b").evolve(title="MSc, Maths")
    )
    same, other = (json.loads(jsonresume.write(each, DAY, details=True).content) for each in (plan, changed))

    assert ([job], [study]) == (same["work"], same["education"])
    assert [{"name": "A", "location": "Austin", "summary": "d"}] == other["work"]
    assert [{"institution": "B", "area": "Maths", "studyType": "MSc", "score": "4.0"}] == other["education"]


@pytest.mark.parametrize("title", [", ", ", Physics", "Physics, "])
def test_a_degree_that_does_not_split(title: str) -> None:
    """A title that its parts would not give back stays whole."""
    assert [{"studyType": title}] == resume_of(ct.Position(id="a", title=title, type="study"))["education"]


def test_credentials() -> None:
    """What earned a credential is a certificate, as it holds longest; one that has expired is not claimed."""
    course = ct.Course(title="Cloud", provider="Initech", link="https://a.example")
    export = exported(
        course,
        ct.Resolution(on="2024-01-01", course="cloud", credential="Cloud", expires="2025-01-01"),
        ct.Resolution(on="2025-06-01", course="cloud", credential="Cloud", expires="2026-03-01"),
        ct.Event(title="Exam"),
        ct.Resolution(on="2025-07-01", event="exam", credential="Exam"),
        ct.Resolution(on="2025-08-01", event="exam", credential="Exam", expires="2030-01-01"),
        ct.Course(title="Old"),
        ct.Resolution(on="2024-01-01", course="old", credential="Old", expires="2026-02-28"),
        ct.Course(title="Left"),
        ct.Resolution(on="2024-01-01", course="left", credential="Left", outcome="dropped"),
    )

    assert [
        {"name": "Exam", "date": "2025-07-01"},
        {"name": "Cloud", "date": "2025-06-01", "url": "https://a.example", "issuer": "Initech"},
    ] == json.loads(export.content)["certificates"]
    assert {
        "course": "3: what a course earned is written, not the course",
        "credential": "1: it has expired",
        "event": "1: a resume has no place for it",
        "expires in certificates": "1: the section has no place for it",
        "resolution": "4: only what earned a credential is written",
    } == export.left


def test_the_order_of_names() -> None:
    """Names stand in the order of the format, others after them, whatever order they came in."""
    base = {"x-own": 1, "languages": [], "basics": {"label": "Analyst", "name": "?"}, "$schema": "urn:x"}
    position = ct.Position(
        title="A", organization="B", extra={"jsonresume": {"work": {"x": 1, "location": "C", "a": 2}}}
    )
    resume = json.loads(jsonresume.write(ct.Plan("Ada", [position]), DAY, base=base).content)

    assert ["$schema", "basics", "work", "languages", "meta", "x-own"] == list(resume)
    assert ["name", "location", "position", "a", "x"] == list(resume["work"][0])
    assert ["name", "label"] == list(resume["basics"])


# --- What a plan has no place for -------------------------------------------------------------------------


def test_a_base(tmp_path: Path) -> None:
    """What a plan has no place for comes from another resume; what it has comes from the plan alone."""
    base = {
        "$schema": "https://example.org/schema",
        "basics": {"name": "A. L.", "email": "ada@example.org"},
        "work": [{"name": "Old"}, {"name": "Older"}],
        "languages": [{"language": "English"}],
        "references": [{"name": "Grace Hopper", "reference": "Steady."}],
        "meta": {
            "canonical": "https://example.org",
            "version": "v1.0.0",
            "lastModified": "2017-12-24T15:53:00",
        },
        "x-own": [None],
    }
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(base), encoding="utf-8")
    plan = ct.Plan("Ada", [ct.Position(title="New")])
    export = jsonresume.write(plan, DAY, base=file)

    assert {
        "$schema": "https://example.org/schema",
        "basics": {"name": "Ada", "email": "ada@example.org"},
        "work": [{"position": "New"}],
        "languages": [{"language": "English"}],
        "references": [{"name": "Grace Hopper", "reference": "Steady."}],
        "meta": {"canonical": "https://example.org", "version": "v1.3.1"},
        "x-own": [None],
    } == json.loads(export.content)
    assert {
        "base: meta.lastModified": "1: it tells when the base was changed",
        "base: work": "2: written from the plan",
    } == export.left
    assert export == jsonresume.write(plan, DAY, base=base)
    assert "A. L." == json.loads(jsonresume.write(ct.Plan(), DAY, base=base).content)["basics"]["name"]


def test_a_bad_base() -> None:
    """What is wrong in a base is reported by its path and left out; one that is no JSON is refused."""
    base = {
        "basics": {"url": "?", "label": "a\x07", "profiles": [{"url": "?"}, "x"]},
        "languages": ["English", {"language": "Igbo"}],
        "meta": 7,
    }
    export = jsonresume.write(ct.Plan(), DAY, base=base)

    assert {
        "basics": {"profiles": [{}]},
        "languages": [{"language": "Igbo"}],
        "meta": {"version": "v1.3.1"},
    } == json.loads(export.content)
    assert [
        "base: $.basics.label",
        "base: $.basics.profiles[0].url",
        "base: $.basics.profiles[1]",
        "base: $.basics.url",
        "base: $.languages[0]",
        "base: $.meta",
    ] == sorted(issue.path for issue in export.issues)
    with pytest.raises(ct.InvalidDocument):
        jsonresume.write(ct.Plan(), DAY, base={"x": float("nan")})


# --- What cannot be written -------------------------------------------------------------------------------


def test_control_characters() -> None:
    """A value with control characters is reported and left out, wherever it stands; line ends are none."""
    export = jsonresume.write(
        ct.Plan(
            "A\x1b",
            [
                ct.Position(title="A\x01", organization="B"),
                ct.Position(
                    title="C",
                    story="a\r\n\tb",
                    extra={"jsonresume": {"work": {"x\x7f": 1, "y": {"z": ["\x9f", "d"]}}}},
                ),
                ct.Skill(name="\x08", id="s"),
            ],
        ),
        DAY,
        details=True,
    )

    assert {
        "work": [{"name": "B"}, {"position": "C", "summary": "a\r\n\tb", "y": {"z": ["d"]}}],
        "meta": {"version": "v1.3.1"},
    } == json.loads(export.content)
    assert [
        ("Plan.owner", "control"),
        ("position a, position", "control"),
        ("position c, x\\x7f", "control"),
        ("position c, y", "control"),
        ("skill s", "no-name"),
        ("skill s, name", "control"),
    ] == sorted((issue.path, issue.params["rule"]) for issue in export.issues)


def test_values_that_break_the_schema() -> None:
    """A value that the format cannot hold is reported by record and name, unshown, and left out."""
    export = exported(
        ct.Position(title="A", started="0987", extra={"jsonresume": {"work": {"url": "secret", "name": 7}}}),
        ct.Evidence(
            on="2026-01-05", title="B", link="secret", extra={"jsonresume": {"projects": [], "on": 7}}
        ),
        ct.Evidence(on="0999-01-05", title="C", extra={"jsonresume": "awards"}),
        ct.Position(id="d"),
    )

    assert {
        "work": [{"position": "A"}],
        "projects": [{"name": "B", "endDate": "2026-01-05"}, {"name": "C"}],
    }.items() <= json.loads(export.content).items()
    assert [
        "evidence b of 2026-01-05, url: must be an address with its scheme, such as https://example.org, "
        "got a personal value",
        "evidence c of 0999-01-05, endDate: must be a year, month or day, such as 2014, 2014-04 or "
        "2014-04-01, got a personal value",
        "position a, name: must be text, got a personal value",
        "position a, startDate: must be a year, month or day, such as 2014, 2014-04 or 2014-04-01, "
        "got a personal value",
        "position a, url: must be an address with its scheme, such as https://example.org, "
        "got a personal value",
        "position d: has nothing to be called by in a resume",
    ] == sorted(told(export))


# --- Laws -----------------------------------------------------------------------------------------------


@given(plan=strategies.plans(), day=st.dates(), details=st.booleans())
def test_what_is_written_is_valid(real: Any, plan: ct.Plan, day: date, details: bool) -> None:
    """Whatever the plan, its resume is valid, the same each time, and all that it counts is in it."""
    export = jsonresume.write(plan, day, details=details)
    resume = json.loads(export.content)

    assert [] == list(real.iter_errors(resume))
    assert export == jsonresume.write(plan, day, details=details)
    assert export.written == {name: len(part) for name, part in resume.items() if isinstance(part, list)}


@given(plan=strategies.plans(), day=st.dates())
def test_a_plan_learns_nothing_from_its_own_resume(plan: ct.Plan, day: date) -> None:
    """What was written of a plan and is read into it again is held, under whatever id it has there."""
    export = jsonresume.write(plan, day, details=True)
    again = jsonresume.read(json.loads(export.content), into=plan)

    assert export.issues or () == again.records


SAID = st.dictionaries(st.sampled_from(["name", "url", "startDate", "highlights", "position", "x"]), JUNK)
EXTRA = JUNK | st.dictionaries(st.sampled_from(["work", "projects", "awards", "on"]), SAID | JUNK)


@given(data=st.data(), extra=EXTRA)
def test_whatever_extra_holds(data: st.DataObject, real: Any, extra: Any) -> None:
    """Whatever somebody keeps under this format's name, the resume is valid and can be read."""
    kept = {"jsonresume": extra}
    records = [
        data.draw(strategies.positions(on=None, manager=None, type="job", extra=kept)),
        data.draw(strategies.evidence(skills=(), goals=(), extra=kept)),
        data.draw(strategies.skills(on=None, prerequisites=(), extra=kept)),
    ]
    export = jsonresume.write(ct.Plan(records=records), "9999-12-31", details=True)

    assert [] == list(real.iter_errors(json.loads(export.content)))


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30))
def test_no_text_leaves_its_place(text: str) -> None:
    """Whatever a text holds, it stays one value in its place, or is left out and reported."""
    export = jsonresume.write(
        ct.Plan(text, [ct.Position(id="a", title=text, organization="B"), ct.Skill(id="s", name=text)]), DAY
    )
    found = [(path, value) for path, value in leaves(json.loads(export.content)) if path[0] != "meta"]
    whole = [(("basics", "name"), text), (("work", 0, "name"), "B"), (("work", 0, "position"), text)]

    if export.issues:
        assert [(("work", 0, "name"), "B")] == found
    else:
        assert [*whole, (("skills", 0, "name"), text)] == found


@given(resume=valid(jsonresume.schema(), WORDS.filter(bool)))
def test_what_is_read_is_written(resume: Any) -> None:
    """A resume read into a plan and written from it again, on the base of itself, says the same."""
    marked(resume)
    imported = jsonresume.read(resume, on="2026-01-05")
    plan = ct.Plan(imported.owner or "", imported.records)
    again = json.loads(jsonresume.write(plan, "9999-12-31", base=resume, details=True).content)
    gone = {issue.path for issue in imported.issues}

    for name in resume.keys() - {"meta"}:
        if name in WRITTEN:
            kept = [item for i, item in enumerate(resume[name]) if f"$.{name}[{i}]" not in gone]
            assert counted(kept) == counted(again.get(name, [])), name
        else:
            assert resume[name] == again.get(name) or not resume[name]


def counted(items: list[Any]) -> Counter[str]:
    """How often each item is there, whatever their order."""
    return Counter(json.dumps(item, sort_keys=True) for item in items)


def test_a_day_of_a_plan_is_no_plan() -> None:
    """A snapshot in the place of the plan is refused by the name of the argument."""
    with pytest.raises(ct.InvalidValue, match=r"^plan: must be a plan, got a Snapshot$"):
        jsonresume.write(ct.Plan().as_of(DAY), DAY)  # type: ignore[arg-type]


@given(resume=valid(jsonresume.schema(), WORDS))
def test_reading_what_was_written(resume: Any) -> None:
    """A resume of a plan, read into that plan, brings nothing new."""
    plan = ct.Plan(records=jsonresume.read(resume, on="2026-01-05").records)
    again = jsonresume.read(
        json.loads(jsonresume.write(plan, DAY, details=True).content), on="2026-01-05", into=plan
    )

    assert () == again.records
