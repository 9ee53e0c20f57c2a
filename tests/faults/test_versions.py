"""Documents of other versions: kept where they are newer by a little, refused where nobody can know."""

import json
from copy import deepcopy
from typing import Any

import pytest
from tests.faults.documents import document, everything, refused

import careertrack as ct
from careertrack import document as documents
from careertrack.record import Unreadable

NEWER = "1.7"


def newer(*records: Any, **more: Any) -> ct.Plan:
    """A plan out of a document of a newer minor version."""
    return ct.loads(document(*records, version=NEWER, **more))


def written(plan: ct.Plan) -> dict[str, Any]:
    """What a plan is saved as, as plain data."""
    data: dict[str, Any] = json.loads(ct.dumps(plan))
    return data


# --- Which version ---------------------------------------------------------------------------------


@pytest.mark.parametrize("root", ["{}", '{"records": []}', '{"careertrack": null, "records": []}'])
def test_no_version(root: str) -> None:
    """A document without a version is refused; the message names one that is read."""
    with pytest.raises(ct.InvalidDocument) as caught:
        ct.loads(root)

    assert ["$.careertrack: must be given: the version of the document, such as '1.0'"] == [
        str(issue) for issue in caught.value.issues
    ]


@pytest.mark.parametrize(
    "version",
    [
        "",
        "1",
        "1.",
        ".0",
        "1.0.0",
        "v1.0",
        "1,0",
        " 1.0",
        "1.0 ",
        "1.0\n",
        "-1.0",
        "1.-0",
        "1.x",
        "01.0",
        "1.00",
        "1.07",
        "\u0661.\u0660",
        "1.10000",
        1.0,
        1,
        True,
        ["1.0"],
        {"major": 1},
    ],
    ids=repr,
)
def test_no_version_at_all(version: Any) -> None:
    """What is no version of two plain numbers is refused where it stands."""
    assert [("$.careertrack", "version")] == refused(document(version=version))


@pytest.mark.parametrize("version", ["2.0", "3.1", "9999.0", "0.9"])
def test_another_major_version(version: str) -> None:
    """A newer major version, and an older one that nobody knows the way from, are refused."""
    with pytest.raises(ct.InvalidDocument) as caught:
        ct.loads(document({"kind": "mood"}, version=version, more=1))

    issue = ct.Issue("$.careertrack", "version", {"got": f"'{version}'", "reads": "1.x"})
    assert [issue] == list(caught.value.issues)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.9999"])
def test_the_version_is_kept(version: str) -> None:
    """A plan keeps the version of the document that it came from."""
    plan = ct.loads(document(version=version))

    assert (version, version) == (plan.version, written(plan)["careertrack"])


# --- A newer minor version ---------------------------------------------------------------------------

# One record of each sort that a newer minor version may bring.
SKILL = {"kind": "skill", "id": "sql", "name": "SQL", "colour": {"of": ["mind", 1.5, None, True]}}
ROLE = {
    "kind": "role",
    "id": "lead",
    "title": "Lead",
    "requires": [{"skill": "sql", "level": 3, "since": "2024", "kind": "hard"}],
    "interests": {
        "realistic": 1,
        "investigative": 2,
        "artistic": 3,
        "social": 4,
        "enterprising": 5,
        "conventional": 6,
        "digital": 7,
    },
}
MOOD = {"kind": "mood", "id": "grey", "on": "2026-01-05", "note": "rain", "extra": {"x": 1}, "of": {"a": [1]}}
WORD = {"kind": "goal", "id": "rest", "on": "2026-01-05", "title": "Rest", "pillar": "sleep", "target": 8}
RATED = {"kind": "assessment", "on": "2026-01-09", "skill": "sql", "level": 3}
ALL = (SKILL, ROLE, MOOD, WORD, RATED)


def kept(plan: ct.Plan) -> list[Any]:
    """Those records, as a plan is saved."""
    saved = written(plan)["records"]
    return [record for record in ALL if record in saved]


def test_unknown_fields_kinds_and_words_are_kept() -> None:
    """Fields at every level, kinds and words of a newer minor version are written back as they came."""
    data = written(newer(*ALL, owner="Ada", theme={"dark": True}, also=[1]))

    assert {"careertrack": NEWER, "owner": "Ada", "theme": {"dark": True}, "also": [1]} == {
        name: value for name, value in data.items() if name != "records"
    }
    assert sorted(map(repr, ALL)) == sorted(map(repr, sorted_like(data["records"])))


def sorted_like(records: list[Any]) -> list[Any]:
    """Records with their names in the order of `ALL`."""
    return [next((record for record in ALL if record == each), each) for each in records]


def test_a_fixed_point() -> None:
    """What a newer minor version left is written in one form, whatever order it came in."""
    text = ct.dumps(newer(*ALL, b={"d": 1, "c": 2}, a=1))

    assert text == ct.dumps(ct.loads(text))
    assert text == ct.dumps(newer(*reversed(ALL), a=1, b={"c": 2, "d": 1}))


def test_every_object_may_have_an_unknown_field() -> None:
    """An unknown field is kept in every record and every part there is."""
    data = everything()
    data["careertrack"] = NEWER
    for record in data["records"]:
        record["bogus"] = 1
        for value in record.values():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict) and "org.example:crm" not in part:
                    part["bogus"] = [2]

    saved = written(ct.loads(json.dumps(data)))

    assert json.dumps(data).count("bogus") == json.dumps(saved).count("bogus")
    assert all(record in saved["records"] for record in data["records"])


def test_kept_whole_and_resolvable() -> None:
    """A record with an unknown word is kept whole, and others may refer to it."""
    plan = newer(WORD, {"kind": "check-in", "on": "2026-01-09", "goal": "rest", "value": 7})
    (word,) = [record for record in plan if isinstance(record, Unreadable)]

    assert ("goal", "rest", "2026-01-05") == (word.kind, word.id, str(word.on))
    assert WORD == ct.to_dict(word)


def test_kept_whole_under_a_name() -> None:
    """A record with an unknown word and no id has the id that its name makes, as any record has."""
    nameless = {name: value for name, value in WORD.items() if name != "id"}
    plan = newer(nameless, {"kind": "check-in", "on": "2026-01-09", "goal": "rest", "value": 7})

    assert WORD in written(plan)["records"]


def test_kept_whole_without_an_id() -> None:
    """A fact with an unknown word that has no id gets none."""
    effort = {"kind": "effort", "on": "2026-01-09", "minutes": 30, "pillar": "sleep"}

    assert [effort] == written(newer(effort))["records"]


def test_what_is_kept_whole_is_only_found_from_its_day_on() -> None:
    """A reference to a record that is kept whole must not come before its day."""
    check = {"kind": "check-in", "on": "2026-01-04", "goal": "rest", "value": 7}

    assert [("$.records[1].goal", "later")] == refused(document(WORD, check, version=NEWER))


def test_no_fold_reads_what_is_kept_whole() -> None:
    """Nothing is derived from a record that is kept whole."""
    day = newer(*ALL).as_of("2026-02-01")

    assert [] == list(day.goals)
    assert ["sql"] == list(day.skills)
    assert (3.0, 7.0) == (day.skills["sql"].level, day.skills["sql"].skill.top)


def test_a_broken_record_is_broken_in_any_version() -> None:
    """In a newer minor version as well, what is known and broken is refused; nothing is kept half."""
    broken = document(
        {**WORD, "target": "eight"},
        {**SKILL, "top": 0},
        {"kind": "mood", "id": "x"},
        {"id": "x"},
        {"kind": 7},
        RATED,
        version=NEWER,
    )

    assert [
        ("$.records[0].pillar", "word"),
        ("$.records[0].target", "value"),
        ("$.records[1].top", "value"),
        ("$.records[3].kind", "missing"),
        ("$.records[4].kind", "unknown-kind"),
    ] == refused(broken)


def test_what_is_kept_whole_is_judged_beside_what_is_broken() -> None:
    """Two records of one kind, id and day that say different things contradict each other, read or not."""
    broken = document(WORD, {**WORD, "target": 9}, {**SKILL, "top": 0}, version=NEWER)

    assert [("$.records[1]", "conflict"), ("$.records[2].top", "value")] == sorted(refused(broken))


def test_this_version_keeps_nothing_unknown() -> None:
    """In this very version, unknown fields, kinds and words are faults."""
    assert [
        ("$.theme", "unknown-field"),
        ("$.records[0].colour", "unknown-field"),
        ("$.records[1].requires[0].since", "unknown-field"),
        ("$.records[1].requires[0].kind", "unknown-field"),
        ("$.records[1].interests.digital", "unknown-field"),
        ("$.records[2].kind", "unknown-kind"),
        ("$.records[3].pillar", "word"),
    ] == refused(document(*ALL, theme=1))


EDITS: dict[str, Any] = {
    "add": lambda plan: plan + ct.Skill(name="Python"),
    "revise": lambda plan: plan.revise(ct.Skill, "sql", on="2026-02-01", name="SQL:2023"),
    "revise a part's owner": lambda plan: plan.revise(ct.Role, "lead", on="2026-02-01", title="Head"),
    "without": lambda plan: (plan + ct.Skill(name="Python")).without(ct.Skill, "python"),
    "replace": lambda plan: plan.replace(
        next(iter(plan.of(ct.Assessment))), next(iter(plan.of(ct.Assessment))).evolve(by="peer")
    ),
    "merge": lambda plan: plan.merge(ct.Plan("Ada") + ct.Skill(name="Python")),
    "be merged": (ct.Plan("Ada") + ct.Skill(name="Python")).merge,
    "merge itself": lambda plan: plan.merge(plan),
    "nothing": lambda plan: plan,
}


@pytest.mark.parametrize("edit", EDITS)
def test_edits_keep_what_is_newer(edit: str) -> None:
    """Loaded, edited and saved, a plan still has everything that a newer minor version wrote."""
    plan = EDITS[edit](newer(*ALL, owner="Ada", theme=1))
    data = written(plan)

    assert (NEWER, 1) == (data["careertrack"], data["theme"])
    assert [record for record in ALL if edit != "replace" or record is not RATED] == kept(plan)
    assert plan == ct.loads(ct.dumps(plan))


def test_a_revision_carries_unknown_fields_over() -> None:
    """What a revision does not name carries over, what this version does not know included."""
    plan = newer(*ALL).revise(ct.Skill, "sql", on="2026-02-01", name="SQL:2023")
    plan = plan.revise(ct.Role, "lead", on="2026-02-01", title="Head")
    saved = written(plan)["records"]

    assert {**SKILL, "on": "2026-02-01", "name": "SQL:2023"} in saved
    assert {**ROLE, "on": "2026-02-01", "title": "Head"} in saved


def test_renaming_keeps_unknown_fields() -> None:
    """An id is renamed wherever it is named, and unknown fields beside it stay."""
    saved = written(newer(SKILL, ROLE).rename(ct.Skill, "sql", "sql-2023"))["records"]

    assert {**SKILL, "id": "sql-2023"} in saved
    assert {**ROLE, "requires": [{**ROLE["requires"][0], "skill": "sql-2023"}]} in saved


@pytest.mark.parametrize("record", [SKILL, ROLE, MOOD, WORD], ids=["field", "part", "kind", "word"])
def test_a_plan_of_this_version_takes_nothing_newer(record: Any) -> None:
    """A record of a newer version is refused by a plan whose document could not hold it."""
    records = newer(
        {"kind": "skill", "id": "sql", "name": "SQL"} | (SKILL if record is SKILL else {}), record
    )
    (found,) = [each for each in records if ct.to_dict(each) == record]
    plan = ct.Plan() + ct.Skill(id="sql" if record is not SKILL else "r", name="SQL")

    with pytest.raises(ct.InvalidPlan) as caught:
        plan.add(found)

    assert [ct.Issue("$.added[0]", "newer", {"version": "1.0"})] == list(caught.value.issues)
    assert ["newer"] == [issue.code for issue in plan.check(found)]
    assert [["newer"]] == [
        [i.code for i in each.issues] for each in ct.Plan.collect([found])[1]
    ] or record is ROLE
    assert (newer() + plan.records + found).version == NEWER


def test_merging_two_newer_versions() -> None:
    """Of two newer versions, the newer is kept, whichever is merged into which."""
    old, new = ct.loads(document(version="1.9")), ct.loads(document(version="1.10"))

    assert {"1.10"} == {old.merge(new).version, new.merge(old).version}


# --- An older major version -----------------------------------------------------------------------------


def from_zero(data: dict[str, Any]) -> dict[str, Any]:
    """An invented way from version 0: what was called facts is called records."""
    data["records"] = data.pop("facts")
    for record in data["records"]:
        record["kind"] = record.pop("type")
    return data


ZERO = {"careertrack": "0.3", "owner": "Ada", "facts": [{"type": "skill", "name": "SQL"}]}


def test_an_older_version_is_migrated() -> None:
    """An older major version is read through its migration, as a document of this version."""
    made = documents.read(json.dumps(ZERO), {0: from_zero})

    assert ("1.0", "Ada", (ct.Skill(name="SQL"),)) == (made.version, made.owner, made.ledger.records)
    assert documents.write(documents.read(json.dumps(ZERO), {0: from_zero})) == ct.dumps(
        ct.Plan("Ada") + ct.Skill(name="SQL")
    )


def test_migrating_leaves_the_original() -> None:
    """What is migrated is left as it was."""
    data = deepcopy(ZERO)
    made = documents.migrated(data, {0: from_zero})

    assert ZERO == data
    assert {"careertrack": "1.0", "owner": "Ada", "records": [{"kind": "skill", "name": "SQL"}]} == made


def test_migrating_twice_changes_nothing() -> None:
    """What is migrated already comes back as it is."""
    made = documents.migrated(ZERO, {0: from_zero})

    assert made == documents.migrated(made, {0: from_zero})
    text = documents.write(documents.read(json.dumps(ZERO), {0: from_zero}))
    assert text == documents.write(documents.read(text, {0: from_zero}))


def failing(data: dict[str, Any]) -> dict[str, Any]:
    """A migration that breaks what it has and then itself."""
    data["facts"].clear()
    raise KeyError("grace@example.org")


def test_a_failing_migration_leaves_the_original() -> None:
    """A migration that fails is told as a fault; what it broke was a copy, and nothing personal is said."""
    data = deepcopy(ZERO)
    with pytest.raises(ct.InvalidDocument) as caught:
        documents.migrated(data, {0: failing})

    assert ZERO == data
    assert ["$: version '0.3' could not be brought up to this one: KeyError"] == [
        str(issue) for issue in caught.value.issues
    ]
    assert caught.value.__context__ is None


def test_a_migration_may_refuse() -> None:
    """A migration may say itself what is wrong."""

    def refuse(data: dict[str, Any]) -> dict[str, Any]:
        raise ct.InvalidDocument([ct.Issue("$.facts[0]", "row", {"reason": "no such fact"})])

    with pytest.raises(ct.InvalidDocument, match="no such fact"):
        documents.read(json.dumps(ZERO), {0: refuse})


def test_a_migration_of_what_is_too_deep() -> None:
    """What is too deep is refused before it is copied."""
    deep: Any = 1
    for _ in range(5_000):
        deep = [deep]

    with pytest.raises(ct.InvalidDocument) as caught:
        documents.migrated({**ZERO, "facts": deep}, {0: from_zero})

    assert [ct.Issue("$", "depth", {"most": 64})] == list(caught.value.issues)


def test_names_twice_in_an_older_version() -> None:
    """A name that stands twice is told at its place in the older document, before it is migrated."""
    text = json.dumps(ZERO).replace('"name": "SQL"', '"name": "SQL", "name": "R"')
    with pytest.raises(ct.InvalidDocument) as caught:
        documents.read(text, {0: from_zero})

    assert [("$.facts[0].name", "duplicate-key")] == [
        (issue.path, issue.code) for issue in caught.value.issues
    ]


def test_what_is_migrated_is_checked() -> None:
    """What a migration made is held to the rules of this version."""
    data = {**ZERO, "facts": [{"type": "skill", "name": ""}]}
    with pytest.raises(ct.InvalidDocument) as caught:
        documents.read(json.dumps(data), {0: from_zero})

    assert ["$.records[0].name"] == [issue.path for issue in caught.value.issues]
