"""A resume's sections as records, and what bad resumes get."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.resumes import JUNK, WORDS, leaves, marked, nodes, put, valid, written

import careertrack as ct
from careertrack.formats import Imported, jsonresume, linkedin


def plain(imported: Imported) -> list[dict[str, Any]]:
    """All records as plain data."""
    return [record.to_dict() for record in imported.records]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


# --- What becomes of each section ---------------------------------------------------------------------


def test_work() -> None:
    """A job is a position, its summary and highlights its story; what no field is for is kept beside it."""
    job = {
        "name": "Initech",
        "position": "Analyst",
        "location": "Austin",
        "url": "https://initech.example",
        "startDate": "2014",
        "endDate": "2016-04",
        "summary": "Ran the reports.",
        "highlights": ["Cut the nightly load", "Hired two"],
        "team": {"size": 7},
    }

    assert [
        {
            "kind": "position",
            "id": "analyst-initech-2014",
            "title": "Analyst",
            "organization": "Initech",
            "started": "2014",
            "ended": "2016-04",
            "story": "Ran the reports.\n- Cut the nightly load\n- Hired two",
            "extra": {
                "jsonresume": {
                    "work": {"location": "Austin", "url": "https://initech.example", "team": {"size": 7}}
                }
            },
        }
    ] == plain(jsonresume.read({"work": [job]}))


@pytest.mark.parametrize(
    ("section", "item", "expected"),
    [
        ("work", {"name": "Freelance"}, {"type": "self-employment", "organization": "Freelance"}),
        ("work", {"position": "Freelance"}, {"title": "Freelance"}),
        ("volunteer", {"organization": "Freelance"}, {"type": "volunteering", "organization": "Freelance"}),
        ("volunteer", {"position": "Tutor", "summary": "Maths."}, {"title": "Tutor", "story": "Maths."}),
        ("education", {"institution": "MIT"}, {"type": "study", "organization": "MIT"}),
        ("education", {"studyType": "BSc", "area": "Physics"}, {"title": "BSc, Physics"}),
        ("education", {"studyType": "BSc"}, {"title": "BSc"}),
        ("education", {"area": "Physics"}, {"title": "Physics"}),
    ],
)
def test_positions(section: str, item: dict[str, str], expected: dict[str, str]) -> None:
    """Who works for themselves, volunteers or studies has a position of that type."""
    (position,) = plain(jsonresume.read({section: [item]}))

    assert expected.items() <= position.items()


@pytest.mark.parametrize("day", ["2014", "2014-04", "2014-04-01"])
def test_days_of_positions_are_kept_as_they_were(day: str) -> None:
    """A year, a month and a day stay what they are, at both ends."""
    imported = jsonresume.read({"work": [{"name": "Initech", "startDate": day, "endDate": day}]})
    (position,) = ct.Plan(records=imported.records).of(ct.Position)

    assert (day, day) == (position.started, position.ended)


def test_skills_have_no_level() -> None:
    """The word for a level is kept and told of, and no number is made of it."""
    imported = jsonresume.read(
        {"skills": [{"name": "C++", "level": "Master", "keywords": ["STL"]}, {"name": "SQL"}]}
    )

    assert [
        {
            "kind": "skill",
            "id": "c-plus-plus",
            "name": "C++",
            "extra": {"jsonresume": {"skills": {"level": "Master", "keywords": ["STL"]}}},
        },
        {"kind": "skill", "id": "sql", "name": "SQL", "extra": {"jsonresume": {"skills": {}}}},
    ] == plain(imported)
    assert {
        "$.skills: level": "1 kept as words: a level is a number, on a day, on the skill's own scale"
    } == imported.left


@pytest.mark.parametrize(
    ("section", "item", "expected", "kept"),
    [
        (
            "awards",
            {"title": "A", "date": "2014-11-01", "awarder": "B", "summary": "C"},
            {"id": "a-2014-11-01", "on": "2014-11-01", "title": "A", "impact": "C"},
            {"awarder": "B"},
        ),
        (
            "certificates",
            {"name": "A", "date": "2024-02", "issuer": "B", "url": "https://a.example"},
            {"id": "a-2024-02", "on": "2024-02-29", "title": "A", "link": "https://a.example"},
            {"date": "2024-02", "issuer": "B"},
        ),
        (
            "publications",
            {"name": "A", "releaseDate": "2014", "publisher": "B", "summary": "C"},
            {"id": "a-2014", "on": "2014-12-31", "title": "A", "impact": "C"},
            {"releaseDate": "2014", "publisher": "B"},
        ),
        (
            "projects",
            {
                "name": "A",
                "description": "B",
                "highlights": ["C"],
                "startDate": "2014",
                "endDate": "2015-01-02",
            },
            {"id": "a-2015-01-02", "on": "2015-01-02", "title": "A", "impact": "B\n- C"},
            {"startDate": "2014", "endDate": "2015-01-02"},
        ),
        (
            "projects",
            {"name": "A", "startDate": "2014-05-06", "keywords": ["SQL"]},
            {"id": "a-2014-05-06", "on": "2014-05-06", "title": "A"},
            {"startDate": "2014-05-06", "keywords": ["SQL"]},
        ),
    ],
)
def test_accomplishments(
    section: str, item: dict[str, Any], expected: dict[str, str], kept: dict[str, Any]
) -> None:
    """What was accomplished is evidence, of the last day that it may have been."""
    imported = jsonresume.read({section: [item]})

    assert [{"kind": "evidence", **expected, "extra": {"jsonresume": {section: kept}}}] == plain(imported)
    assert [] == told(imported)


def test_what_names_no_day() -> None:
    """What was accomplished on no day counts from the day of the resume, or is reported."""
    resume = {"awards": [{"title": "A"}, {"title": "B", "date": "2014-13"}]}
    without, given = jsonresume.read(resume), jsonresume.read(resume, on="2026-01-05")

    assert () == without.records
    assert [
        "$.awards[0]: names no day: pass on=, the day of the resume, to have it",
        "$.awards[1]: names no day: pass on=, the day of the resume, to have it",
        "$.awards[1].date: is no day of the calendar",
    ] == told(without)
    assert [
        {
            "kind": "evidence",
            "id": "a",
            "on": "2026-01-05",
            "title": "A",
            "extra": {"jsonresume": {"awards": {}, "on": "2026-01-05"}},
        },
        {
            "kind": "evidence",
            "id": "b",
            "on": "2026-01-05",
            "title": "B",
            "extra": {"jsonresume": {"awards": {"date": "2014-13"}, "on": "2026-01-05"}},
        },
    ] == plain(given)
    assert ["$.awards[1].date: is no day of the calendar"] == told(given)


def test_references() -> None:
    """Who wrote a reference is a contact with an opaque id; only one who wrote something vouches."""
    imported = jsonresume.read(
        {"references": [{"name": "Grace Hopper", "reference": "Steady."}, {"name": "Al"}]}
    )
    contacts = {each.name: each for each in ct.Plan(records=imported.records).of(ct.Contact)}

    assert (("reference",), "Steady.", True) == (
        contacts["Grace Hopper"].relations,
        contacts["Grace Hopper"].note,
        contacts["Grace Hopper"].vouches,
    )
    assert not contacts["Al"].vouches
    assert all(each.id.startswith("p-") and len(each.id) == 18 for each in contacts.values())


def test_names_of_people_stay_out_of_sight() -> None:
    """Nothing of a reference is in what an import shows of itself, nor in its issues."""
    resume = {
        "references": [
            {"name": "Grace " + "x" * 500, "reference": "Steady."},
            {"name": "Grace", "reference": 7},
        ]
    }
    imported = jsonresume.read(resume)
    shown = f"{imported!r} {imported} {imported.records} {imported.issues} {imported.left}"

    assert 1 == len(imported.records)
    assert "Grace" not in shown
    assert "Steady" not in shown


def test_what_a_plan_has_no_record_for() -> None:
    """What no record is made of is told of by its path, what is blank is not, and the name is the owner's."""
    imported = jsonresume.read(
        {
            "$schema": "https://example.org/schema",
            "basics": {"name": "Ada", "email": "ada@example.org"},
            "languages": [{"language": "English"}],
            "interests": [],
            "meta": {"version": "v1.0.0"},
            "x-own": [1],
            "x-nothing": None,
        }
    )

    assert ("Ada", ()) == (imported.owner, imported.records)
    assert {
        "$['$schema']": "about the file",
        "$.basics": "only the name is read, and no record made of it",
        "$.languages": "nothing in it that a plan has a record for",
        "$.meta": "about the file",
        "$['x-nothing']": "no section of a JSON Resume",
        "$['x-own']": "no section of a JSON Resume",
    } == imported.left
    assert {"languages": 1, "interests": 0, "x-own": 1} == imported.found


@pytest.mark.parametrize(
    ("basics", "owner", "issues"),
    [
        ({"name": "Ada"}, "Ada", []),
        ({"name": ""}, None, []),
        ({}, None, []),
        (
            {"name": "x" * 501},
            None,
            ["$.basics.name: must be text of 1 to 500 whole characters, got a personal value"],
        ),
    ],
)
def test_the_owner(basics: dict[str, str], owner: str | None, issues: list[str]) -> None:
    """The name in the basics is the owner's, if a plan can have it; alone it leaves nothing out."""
    imported = jsonresume.read({"basics": basics})

    assert (owner, issues, {}) == (imported.owner, told(imported), imported.left)


# --- What bad resumes get -------------------------------------------------------------------------------


def test_good_parts_are_kept() -> None:
    """A bad value costs itself alone, and a bad item or section too; the others keep their numbers."""
    resume = {
        "work": [
            None,
            {"name": "A", "startDate": "soon", "highlights": ["x", 7, "y"]},
            "B",
            {"summary": "?"},
        ],
        "volunteer": {"organization": "C"},
        "skills": [{"level": "Master"}, {"name": "SQL", "level": 3}],
        "awards": [{"date": "2014"}],
        "references": [{"reference": "Steady."}],
    }
    imported = jsonresume.read(resume)

    assert [
        {"kind": "skill", "id": "sql", "name": "SQL", "extra": {"jsonresume": {"skills": {}}}},
        {"kind": "position", "id": "a", "organization": "A", "story": "- x\n- y"},
    ] == plain(imported)
    assert [
        ("$.awards[0]", "no-name"),
        ("$.references[0]", "no-name"),
        ("$.skills[0]", "no-name"),
        ("$.skills[1].level", "schema"),
        ("$.volunteer", "schema"),
        ("$.work[0]", "schema"),
        ("$.work[1].highlights[1]", "schema"),
        ("$.work[1].startDate", "schema"),
        ("$.work[2]", "schema"),
        ("$.work[3]", "no-name"),
    ] == [(issue.path, issue.params["rule"]) for issue in imported.issues]
    assert {"work": 4, "skills": 2, "awards": 1, "references": 1} == imported.found


def test_a_value_that_no_field_takes() -> None:
    """What a field does not take is reported, and kept beside the record where there is one without it."""
    long = "x" * 501
    imported = jsonresume.read(
        {
            "work": [
                {
                    "name": "A",
                    "position": long,
                    "startDate": "2014",
                    "endDate": "2013",
                    "summary": "y" * 20_001,
                }
            ],
            "projects": [{"name": long, "endDate": "2014"}],
        }
    )
    (position,) = imported.records

    assert isinstance(position, ct.Position)
    assert ("A", None, "2014", None, None) == (
        position.organization,
        position.title,
        position.started,
        position.ended,
        position.story,
    )
    assert {"position": long, "endDate": "2013", "summary": "y" * 20_001} == position.extra["jsonresume"][
        "work"
    ]
    assert [
        ("$.projects[0]", "value"),
        ("$.projects[0].name", "value"),
        ("$.work[0].endDate", "value"),
        ("$.work[0].position", "value"),
        ("$.work[0].summary", "value"),
    ] == [(issue.path, issue.params["rule"]) for issue in imported.issues]


@pytest.mark.parametrize(
    "said",
    [
        {"summary": "a\n- b"},
        {"summary": "a", "highlights": ["b\nc"]},
        {"summary": "a", "highlights": ["b\n- c"]},
    ],
)
def test_words_that_a_story_would_not_give_back(said: dict[str, Any]) -> None:
    """Where the text of a story does not tell summary from highlights, both are kept beside it as well."""
    (position,) = jsonresume.read({"work": [{"name": "A", **said}]}).records

    assert said == position.extra["jsonresume"]["work"]
    assert isinstance(position, ct.Position)
    assert (position.story or "").startswith("a\n- b")


def test_two_of_one_id() -> None:
    """A second item of one id that says the same changes nothing; one that says other things is reported."""
    imported = jsonresume.read({"skills": [{"name": "Node.js"}, {"name": "Node.js"}, {"name": "Node JS"}]})

    assert ["node-js"] == [record.id for record in imported.records]
    assert ["$.skills[2]: says something else of skill node-js: not taken"] == told(imported)


def test_issues_in_the_order_of_the_resume() -> None:
    """Of one section and rule the first hundred are told by number, and how many more there are."""
    imported = jsonresume.read({"skills": [7] * 105, "work": [{}]})

    assert [f"$.skills[{i}]" for i in range(100)] + ["$.work[0]", "$.skills"] == [
        issue.path for issue in imported.issues
    ]
    assert "$.skills: has 5 more faults reported as schema" == told(imported)[-1]


def test_too_many_faults() -> None:
    """A file with more faults than anybody would look through is refused as a whole."""
    borne = jsonresume.read({"skills": [7] * 10_000})
    with pytest.raises(ct.InvalidDocument) as caught:
        jsonresume.read({"skills": [7] * 10_001})

    assert {"skills": 10_000} == borne.found
    assert ["$: breaks the schema in over 10,000 places"] == list(map(str, caught.value.issues))


def nested(levels: int) -> Any:
    """Lists in one another."""
    return [] if levels == 1 else [nested(levels - 1)]


def test_deep_values() -> None:
    """What could not be saved with its record is reported and not kept; what could be is."""
    deepest = jsonresume.read({"work": [{"name": "A", "x": nested(58)}]})
    deeper = jsonresume.read({"work": [{"name": "A", "x": nested(59)}]})
    plan = ct.Plan(records=deepest.records)

    assert plan == ct.loads(ct.dumps(plan))
    assert nested(58) == deepest.records[0].extra["jsonresume"]["work"]["x"]
    assert {} == dict(deeper.records[0].extra)
    assert ["$.work[0].x: is nested too deep to be kept"] == told(deeper)


@pytest.mark.parametrize(
    ("content", "code", "path"),
    [
        (b"", "json", "$"),
        (b'{"work": [', "json", "$"),
        (b"{} {}", "json", "$"),
        (b"[]", "value", "$"),
        (b'"Ada"', "value", "$"),
        (b'{"skills": [], "skills": []}', "duplicate-key", "$.skills"),
        (b'{"skills": [{"name": "a", "name": "b"}]}', "duplicate-key", "$.skills[0].name"),
        (b'{"x": [NaN]}', "value", "$.x[0]"),
        (b'{"x": 1e400}', "value", "$.x"),
        (b'{"x": 9007199254740992}', "value", "$.x"),
        (b'{"x": ' + b"9" * 5_000 + b"}", "value", "$.x"),
        (rb'{"x": "\ud800"}', "value", "$.x"),
        (rb'{"x": "\u0000"}', "value", "$.x"),
        (rb'{"\ud800": 1}', "value", "$"),
        (b'{"x": "\xff"}', "encoding", "$"),
        ("{}".encode("utf-16"), "encoding", "$"),
        (b'{"x": ' + b"[" * 64 + b"]" * 64 + b"}", "depth", "$"),
        (b"[" * 100_000, "depth", "$"),
        (b" " * (16 * 2**20 + 1), "too-large", "$"),
    ],
)
def test_what_is_no_json(content: bytes, code: str, path: str, tmp_path: Path) -> None:
    """A file is read as strictly as a plan's document, and refused with its fault."""
    file = tmp_path / "resume.json"
    file.write_bytes(content)
    with pytest.raises(ct.InvalidDocument) as caught:
        jsonresume.read(file)

    assert [(code, path)] == [(issue.code, issue.path) for issue in caught.value.issues]
    assert "Ada" not in str(caught.value)


def test_a_file(tmp_path: Path) -> None:
    """A file in UTF-8 is read with and without a byte order mark, by its path in either form."""
    file = tmp_path / "resume.json"
    file.write_bytes(b"\xef\xbb\xbf" + '{"skills": [{"name": "Été"}]}'.encode())

    assert "Été" == plain(jsonresume.read(file))[0]["name"] == plain(jsonresume.read(str(file)))[0]["name"]


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is refused."""
    with pytest.raises(ct.InvalidDocument, match=r"none\.json: is not there: give the path of a JSON file"):
        jsonresume.read(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("resume", "path"),
    [
        ({"x": float("nan")}, "$.x"),
        ({"x": date(2026, 1, 5)}, "$.x"),
        ({"x": {7: 1}}, "$.x"),
        ({"x": {1, 2}}, "$.x"),
    ],
)
def test_plain_data_that_is_no_json(resume: dict[str, Any], path: str) -> None:
    """Data that no JSON file could hold is refused by its path."""
    with pytest.raises(ct.InvalidDocument) as caught:
        jsonresume.read(resume)

    assert [path] == [issue.path for issue in caught.value.issues]


def test_the_day_of_the_resume() -> None:
    """The day of the resume is a day as anywhere else."""
    resume = {"awards": [{"title": "A"}]}

    assert (
        jsonresume.read(resume, on="2026-01-05").records
        == jsonresume.read(resume, on=date(2026, 1, 5)).records
    )
    with pytest.raises(ct.InvalidValue):
        jsonresume.read(resume, on="2026")


# --- Into a plan ----------------------------------------------------------------------------------------


def test_importing_again() -> None:
    """A second import changes nothing, and what was corrected since stays and is told of."""
    resume = {"work": [{"name": "Initech", "position": "Analyst"}], "skills": [{"name": "SQL"}]}
    plan = ct.Plan(records=jsonresume.read(resume).records)
    again = jsonresume.read(resume, into=plan)
    resume["work"][0]["endDate"] = "2026"
    later = jsonresume.read(resume, into=plan)

    assert ((), 2, (), ()) == (again.records, again.held, again.differing, again.issues)
    assert ((), 2) == (later.records, later.held)
    assert ["$.work[0]: position analyst-initech has another ended in the plan, which stays"] == told(later)


def test_what_a_plan_has_under_another_id() -> None:
    """What a plan holds is known by what it says: nothing of it is taken twice."""
    plan = ct.Plan() + [
        ct.Skill(id="s", name="SQL"),
        ct.Position(id="p", title="Analyst", organization="Initech", started="2019"),
        ct.Evidence(id="e", on="2026-01-05", title="A"),
        ct.Evidence(id="e", on="2026-02-05", title="B"),
        ct.Course(title="Cloud"),
        ct.Resolution(on="2026-01-06", course="cloud", credential="Cloud"),
    ]
    resume = {
        "work": [{"name": "Initech", "position": "Analyst", "startDate": "2019"}],
        "skills": [{"name": "SQL"}],
        "projects": [{"name": "A", "endDate": "2026-01-05"}, {"name": "B", "endDate": "2026-01-05"}],
        "certificates": [{"name": "Cloud", "date": "2026-01-06"}],
    }
    again = jsonresume.read(resume, into=plan)
    later = jsonresume.read({"projects": [{"name": "B", "endDate": "2026-02-05"}]}, into=plan)

    assert ((), 4, ["$.projects[1]: says something else of evidence e: not taken"]) == (
        again.records,
        again.held,
        told(again),
    )
    assert ["b-2026-02-05"] == [record.id for record in later.records]


def test_two_that_say_the_same_in_a_plan() -> None:
    """What has its own id in the plan keeps that, whatever else says the same there."""
    resume = {"work": [{"name": "!"}, {"name": "!", "startDate": "2014-19"}]}
    first = jsonresume.read(resume)
    again = jsonresume.read(resume, into=ct.Plan(records=first.records))

    assert (2, (), 2) == (len(first.records), again.records, again.held)


def test_who_is_known_keeps_their_id() -> None:
    """A reference whose name one contact has is that contact; of namesakes it is not guessed which one."""
    resume = {"references": [{"name": "grace  HOPPER", "reference": "Steady."}]}
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper")
    namesakes = plan + ct.Contact(id="other", name="Grace Hopper")

    assert ["grace"] == [each.id for each in jsonresume.read(resume, into=plan).differing]
    assert [18] == [len(each.id or "") for each in jsonresume.read(resume, into=namesakes).records]


def test_one_person_in_two_imports(tmp_path: Path) -> None:
    """Who is known by name alone has one id, whichever program it was that named them."""
    header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    rows = header + "Grace,Hopper,,,Steady.,01/15/24,VISIBLE\n"
    (tmp_path / "Recommendations_Received.csv").write_text(rows, encoding="utf-8")
    (theirs,) = (each for each in linkedin.read(tmp_path).records if isinstance(each, ct.Contact))
    (ours,) = jsonresume.read({"references": [{"name": "Grace Hopper"}]}).records

    assert theirs.id == ours.id


# --- Laws -----------------------------------------------------------------------------------------------

DAYS = st.none() | st.just("2026-01-05")


@given(data=st.data(), resume=valid(jsonresume.schema(), WORDS.map(lambda text: text or "x")), on=DAYS)
def test_nothing_is_dropped_silently(data: st.DataObject, resume: Any, on: str | None) -> None:
    """Each value of a resume is in a record, or below a path that is told of."""
    marked(resume)
    places = [path for path, _ in nodes(resume)]
    if places and data.draw(st.booleans()):
        put(resume, data.draw(st.sampled_from(places)), data.draw(JUNK))
    imported = jsonresume.read(resume, on=on)
    plan = ct.Plan(imported.owner or "", imported.records)
    known = {issue.path for issue in imported.issues} | imported.left.keys()
    kept = json.dumps([plan.owner, *plain(imported)], ensure_ascii=False)

    for path, value in leaves(resume):
        above = {written(path[:n]) for n in range(1, len(path) + 1)}
        text = json.dumps(value, ensure_ascii=False).strip('"')
        assert above & known or text in kept, path


@given(resume=valid(jsonresume.schema(), WORDS), on=DAYS)
def test_a_resume_is_read_as_what_it_says(resume: Any, on: str | None) -> None:
    """Reading changes no resume, depends on no order of its names, and its records fit together."""
    before = deepcopy(resume)
    imported = jsonresume.read(resume, on=on)
    turned = jsonresume.read(dict(reversed(resume.items())), on=on)
    plan = ct.Plan(records=imported.records)
    again = jsonresume.read(resume, on=on, into=plan)

    assert before == resume
    assert {record.id for record in imported.records} == {record.id for record in turned.records}
    assert (0, len(imported.records)) == (len(again.records), again.held)
    assert plan == ct.loads(ct.dumps(plan))
