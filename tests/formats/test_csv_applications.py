"""Applications from a spreadsheet of one's own: moves, and the stages that they have entered."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.formats import Imported, csv

Read = Callable[..., Imported]

TRACKER = """#,Date,Company,Role,Score,Status,Notes
1,2026-02-03,Acme,Data lead,4.2/5,Evaluada,Nice
2,2026-02-03,Acme,Engineer,4.2/5,**Applied**,
3,2026-02-05,Initech,Engineer,4.2/5,Mülakat,
4,2026-02-06,Hooli,Boss,4.2/5,geo_blocker,
"""
FULL = "Company,Title,Date added,Date applied,Status,Last update,Link,Location,Source,CV,Deadline,Notes\n"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a spreadsheet."""

    def of(content: str, **options: Any) -> Imported:
        path = tmp_path / "jobs.csv"
        path.write_text(content, encoding="utf-8")
        return csv.read_applications(path, **options)

    return of


def plain(imported: Imported, kind: str) -> list[dict[str, Any]]:
    """The records of one kind as plain data."""
    return [record.fields_to_dict() for record in imported.records if record.kind == kind]


def steps(imported: Imported) -> list[tuple[Any, ...]]:
    """Each step by its move, day, stage and label, and whether what came later is known."""
    found = [record for record in imported.records if isinstance(record, ct.Step)]
    return [(each.transition, str(each.on), each.stage, each.label, each.tracked) for each in found]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


# --- Moves and steps -----------------------------------------------------------------------------------


def test_a_tracker(read: Read) -> None:
    """A row of a tracker with one day is a move, and a step on that day to the state that it is in."""
    imported = read(TRACKER)

    assert [
        ("data-lead-acme", "2026-02-03", "lead", "evaluated", True),
        ("engineer-acme", "2026-02-03", "applied", None, True),
        ("engineer-initech", "2026-02-05", "interviewing", None, True),
        ("boss-hooli", "2026-02-06", "withdrawn", "skipped", True),
    ] == steps(imported)
    assert {
        "id": "data-lead-acme",
        "on": "2026-02-03",
        "title": "Data lead",
        "organization": "Acme",
        "note": "Nice",
    } == plain(imported, "transition")[0]
    assert {
        "columns #, Score": "no field that is read is called so; columns= can say which is"
    } == imported.left
    assert 8 == len(ct.Plan(records=imported.records))


def test_every_column(read: Read) -> None:
    """A row with a day for each stage has a step for each, and all that a move has a field for."""
    imported = read(
        FULL + "Acme,Data lead,2026-01-20,2026-02-01,Interview,2026-02-20,https://x.example/1,Berlin,"
        "Job Board,CV 4,2026-02-10,Nice\n"
    )

    assert [
        {
            "id": "data-lead-acme-601317d4",
            "on": "2026-01-20",
            "title": "Data lead",
            "organization": "Acme",
            "channel": "job-board",
            "link": "https://x.example/1",
            "location": "Berlin",
            "closes": "2026-02-10",
            "note": "Nice",
        }
    ] == plain(imported, "transition")
    assert [
        ("2026-01-20", "lead", None),
        ("2026-02-01", "applied", "CV 4"),
        ("2026-02-20", "interviewing", None),
    ] == [(each["on"], each["stage"], each.get("sent")) for each in plain(imported, "step")]
    assert ([], {}) == (told(imported), imported.left)


@pytest.mark.parametrize(
    ("found", "applied", "state", "on", "expected"),
    [
        # a state without a day of its own takes the latest of the others
        (
            "2026-01-20",
            "2026-02-01",
            "Rejected",
            "",
            [("01-20", "lead"), ("02-01", "applied"), ("02-01", "rejected")],
        ),
        ("2026-01-20", "", "Rejected", "", [("01-20", "lead"), ("01-20", "rejected")]),
        # the day of a stage is not that of the latest change of the row
        ("", "2026-02-01", "Applied", "2026-02-20", [("02-01", "applied")]),
        ("2026-01-20", "", "Saved", "2026-02-20", [("01-20", "lead")]),
        ("", "", "Applied", "2026-02-20", [("02-20", "applied")]),
        ("", "2026-02-01", "Evaluated", "2026-01-05", [("01-05", "lead"), ("02-01", "applied")]),
    ],
)
def test_which_day(
    found: str, applied: str, state: str, on: str, expected: list[tuple[str, str]], read: Read
) -> None:
    """Each stage has its own day where the row has one."""
    imported = read(FULL + f"Acme,Lead,{found},{applied},{state},{on},,,,,,\n")

    assert [(f"2026-{day}", stage, True) for day, stage in expected] == [
        (day, stage, tracked) for _, day, stage, _, tracked in steps(imported)
    ]


@pytest.mark.parametrize(
    ("found", "applied", "on", "expected"),
    [
        ("2026-01-20", "2026-02-01", "", [("2026-01-20", "lead"), ("2026-02-01", "applied")]),
        ("", "2026-02-01", "2026-03-01", [("2026-02-01", "applied")]),
        ("2026-01-20", "", "", [("2026-01-20", "lead")]),
        ("", "", "2026-03-01", [("2026-03-01", "lead")]),
    ],
)
def test_no_state(found: str, applied: str, on: str, expected: list[tuple[str, str]], read: Read) -> None:
    """Where no state is written the days tell it, and nobody knows what came later."""
    imported = read(FULL + f"Acme,Lead,{found},{applied},,{on},,,,,,\n")

    assert expected == [(day, stage) for _, day, stage, _, _ in steps(imported)]
    assert {False} == {tracked for *_, tracked in steps(imported)}


def test_what_was_sent(read: Read) -> None:
    """What was sent belongs to the application, or else to the first step after the lead."""
    rows = (
        "Acme,A,2026-01-20,2026-02-01,Offer,2026-03-01,,,,CV 1,,\nAcme,B,,,Interview,2026-03-01,,,,CV 2,,\n"
    )
    rows += "Acme,C,2026-01-20,,,,,,,CV 3,,\n"

    assert {("applied", "CV 1"), ("interviewing", "CV 2")} == {
        (each["stage"], each["sent"]) for each in plain(read(FULL + rows), "step") if "sent" in each
    }


def test_ones_own_words(read: Read) -> None:
    """A caller's states come before those that are known, and give their label."""
    content = "Company,Status,Date\nA,Vorauswahl,2026-02-03\nB,Applied,2026-02-03\n"
    imported = read(content, states={"vorauswahl": ("screening", "Vorauswahl"), "APPLIED": "lead"})

    assert [("screening", "Vorauswahl"), ("lead", None)] == [
        (stage, label) for _, _, stage, label, _ in steps(imported)
    ][:2]


# --- Postings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "moves"),
    [
        ("", "", 1),
        ("https://x.example/1", "", 1),
        ("https://x.example/1", "http://www.x.example/1/", 1),
        ("https://x.example/1", "https://x.example/2", 2),
    ],
)
def test_rows_of_one_posting(first: str, second: str, moves: int, read: Read) -> None:
    """Rows with one link are one move, and so are rows of one company and title without one."""
    rows = f"Acme,Lead,,2026-02-01,Applied,,{first},,,,,\nACME,lead,,,Interview,2026-02-20,{second},,,,,\n"
    imported = read(FULL + rows)

    assert (moves, 2) == (len(plain(imported, "transition")), len(steps(imported)))
    assert moves + 2 == len(ct.Plan(records=imported.records))


def test_a_posting_seen_elsewhere(read: Read) -> None:
    """A posting has the id that a LinkedIn archive gives it, so that the two are one."""
    (found,) = plain(
        read(FULL + "Acme,Engineer,,2024-03-07,,,https://www.linkedin.com/jobs/view/123,,,,,\n"), "transition"
    )

    assert "engineer-acme-3c28f8db" == found["id"]


@given(order=st.permutations(range(5)))
def test_the_order_of_rows_does_not_matter(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same rows in any order give the same records."""
    path = tmp_path_factory.mktemp("sheet") / "jobs.csv"
    rows = [
        "Acme,Lead,Applied,2026-02-03,",
        "acme,lead,Interview,2026-02-05,x",
        "Acme,Lead,Applied,2026-02-03,https://x",
    ]
    rows += ["Acme,Other,Offer,2026-02-03,", "Acme,Other,Offer,2026-02-03,"]
    found = []
    for lines in (rows, [rows[i] for i in order]):
        path.write_text("Company,Role,Status,Date,Link\n" + "\n".join(lines), encoding="utf-8")
        found.append(csv.read_applications(path).records)

    assert found[0] == found[1]


# --- Into a plan ----------------------------------------------------------------------------------------


def test_importing_again_changes_nothing(read: Read) -> None:
    """The same spreadsheet adds nothing, and an edit stays."""
    plan = ct.Plan(records=read(TRACKER).records)
    edited = plan.rename(ct.Transition, "engineer-acme", "dream-job")
    dream = edited.get(ct.Transition, "dream-job")
    edited = edited.replace(dream, dream.evolve(location="Berlin", title="The engineer"))
    again = read(TRACKER, into=plan)

    assert ((), 8, ()) == (again.records, again.held, again.differing)
    assert [] == [
        record
        for record in read(TRACKER, into=edited).records
        if record.id in {"dream-job", "data-lead-acme"}
    ]


def test_a_later_version_adds_the_new_steps(read: Read) -> None:
    """When a row has moved on, the move is the same one and has one step more."""
    plan = ct.Plan(records=read(TRACKER).records)
    later = read(
        TRACKER.replace("2,2026-02-03", "2,2026-02-20").replace("**Applied**", "Phone screen"), into=plan
    )

    assert [("engineer-acme", "2026-02-20", "screening", "phone screen", True)] == steps(later)
    assert [] == plain(later, "transition")
    assert "screening" == plan.add(later.records).as_of("2026-03-01").transitions["engineer-acme"].stage


@pytest.mark.parametrize(
    ("row", "id"),
    [
        (",https://X.example/1,dream", "dream"),
        ("Acme,https://www.x.example/1/,", "dream"),
        ("Acme,,", "dream"),
        ("acme,https://x.example/2,", None),
        (",,nothing", None),
    ],
)
def test_moves_of_the_plan_keep_their_ids(row: str, id: str | None, read: Read) -> None:
    """A move of the plan is known by its id, its link, or by names that it alone has."""
    plan = ct.Plan() + ct.Transition(
        id="dream", on="2026-01-05", title="Lead", organization="Acme", link="https://x.example/1"
    )
    imported = read(f"Title,Status,Date,Company,Link,Id\nLead,Applied,2026-02-03,{row}\n", into=plan)

    assert (int(id is not None), [id] if id else []) == (
        imported.held,
        [each[0] for each in steps(imported) if each[0] == "dream"],
    )


def test_two_moves_of_one_name(read: Read) -> None:
    """Where the plan has two moves of one company and title it is not guessed which is meant."""
    plan = ct.Plan() + [
        ct.Transition(id=id, on="2026-01-05", title="Lead", organization="Acme") for id in ("first", "second")
    ]
    imported = read("Title,Status,Date,Company\nLead,Applied,2026-02-03,Acme\n", into=plan)

    assert ["lead-acme"] == [each["id"] for each in plain(imported, "transition")]


@pytest.mark.parametrize("id", [None, "my-step"])
def test_a_step_of_the_plan_is_that_step(id: str | None, read: Read) -> None:
    """A step that the plan has, with an id of its own or none, is not made a second time."""
    plan = ct.Plan() + [
        ct.Transition(id="dream", on="2026-01-05", title="Lead", organization="Acme"),
        ct.Step(id=id, on="2026-02-03", transition="dream", stage="applied", label="by post"),
    ]
    imported = read("Title,Status,Date,Company\nLead,Applied,2026-02-03,Acme\n", into=plan)

    assert ((), len(plan)) == (imported.records, len(plan.add(imported.records)))


def test_what_was_sent_stays_with_its_step(read: Read) -> None:
    """What was sent with an application that the plan has is not said of a later step."""
    plan = ct.Plan() + [
        ct.Transition(id="dream", on="2026-01-05", title="Lead", organization="Acme"),
        ct.Step(on="2026-02-03", transition="dream", stage="applied"),
    ]
    imported = read(FULL + "Acme,Lead,,2026-02-03,Interview,2026-02-20,,,,CV 4,,\n", into=plan)

    assert [("interviewing", None)] == [(s["stage"], s.get("sent")) for s in plain(imported, "step")]


def test_a_step_before_the_plan_knew_of_it(read: Read) -> None:
    """A step earlier than the move begins in the plan is reported, and the others are taken."""
    plan = ct.Plan() + ct.Transition(id="dream", on="2026-02-02", title="Lead", organization="Acme")
    imported = read(FULL + "Acme,Lead,2026-01-20,2026-02-03,,,,,,,,\n", into=plan)

    assert ["applied"] == [stage for _, _, stage, _, _ in steps(imported)]
    assert ["earlier", "held"] == sorted(issue.params["rule"] for issue in imported.issues)


def test_a_table_of_moves_comes_back(read: Read) -> None:
    """A plan's own table of moves is recognised, each by its id."""
    plan = ct.Plan(records=read(TRACKER).records)
    again = read(csv.write(plan.rows("transitions", day="2026-03-01", details=True)).content, into=plan)

    assert ((), 8) == (again.records, again.held)


# --- What cannot be read --------------------------------------------------------------------------------


def test_bad_rows_cost_themselves(read: Read) -> None:
    """A row with a state that is not known, without a day or a name is reported, and the others are kept."""
    imported = read(
        "Company,Role,Status,Date,Deadline\n"
        "Acme,A,Apllied,2026-02-03,\n"
        "Acme,B,Zzz,2026-02-03,\n"
        "Acme,C,Applied,,\n"
        "Acme,D,Applied,2026-02,\n"
        "Acme,E,Applied,soon,\n"
        ",,Applied,2026-02-03,\n"
        "Acme,F,Zzz,-,\n"
        "Acme,G,Applied,2026-02-03,asap\n"
        "Acme\n"
    )

    assert ["g-acme"] == [each["id"] for each in plain(imported, "transition")]
    assert [
        'jobs.csv: row 2, column Status: names a state that is not known; did you mean "applied"?',
        "jobs.csv: row 3, column Status: names a state that is not known; states= can say which stage it is",
        "jobs.csv: row 4, column Date: names no day",
        "jobs.csv: row 5, column Date: is known to the month alone, and a day is needed",
        "jobs.csv: row 6, column Date: is no day in a known form, such as 05 Jun 2024",
        "jobs.csv: row 7, column Role: names neither a company nor a title",
        "jobs.csv: row 8, column Status: names a state that is not known; states= can say which stage it is",
        "jobs.csv: row 8, column Date: names no day",
        "jobs.csv: row 9, column Deadline: is no day in a known form, such as 05 Jun 2024",
        "jobs.csv: row 10: has 1 cells under 5 columns",
    ] == told(imported)


def test_no_column_of_days(read: Read) -> None:
    """Without any column of days every row is reported, and none has a name to show but the field's."""
    imported = read("Company,Status\nAcme,Applied\n")

    assert ["jobs.csv: row 2, column on: names no day"] == told(imported)


def test_no_name_without_a_title(read: Read) -> None:
    """A spreadsheet without titles has the company alone to name."""
    assert ["jobs.csv: row 2, column Company: names neither a company nor a title"] == told(
        read("Company,Status,Date\n,Applied,2026-02-03\n")
    )


def test_days(read: Read) -> None:
    """A day of which month and day cannot be told apart is not guessed; a caller can say."""
    content = "Company,Status,Date\nAcme,Applied,6/5/24\n"

    assert ["day-order"] == [issue.params["rule"] for issue in read(content).issues]
    assert [[date(2024, 6, 5)], [date(2024, 5, 6)]] == [
        [step.on for step in read(content, day_first=day_first).records if step.kind == "step"]
        for day_first in (True, False)
    ][::-1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": {"company": "Company"}}, "columns: must be one of id, organization, title, state, "),
        ({"states": {"Applied": "aplied"}}, "states['Applied']: must be one of lead, applied, "),
    ],
)
def test_what_cannot_be_meant(options: dict[str, Any], message: str, read: Read) -> None:
    """A field or a stage that there is not is refused."""
    with pytest.raises(ct.InvalidValue) as refused:
        read(TRACKER, **options)

    assert str(refused.value).startswith(message)


def test_no_header(read: Read) -> None:
    """Without a row that names a column of companies or titles nothing can be read."""
    with pytest.raises(ct.InvalidDocument, match="has no header row with columns for organization or title"):
        read("A,B\n1,2\n")


def test_nothing_private(read: Read) -> None:
    """No note, and no state of somebody's own, is in an issue or in what is shown of a result."""
    imported = read("Company,Status,Date,Notes\nAcme,Secret,Secret,Secret\nAcme,Applied,2026-02-03,Secret\n")

    assert 2 == len(imported.issues)
    assert "Secret" not in f"{imported!r} {imported} {imported.records!r} {imported.issues!r}"
