"""Extensions together: what they may be, merging, words for stages, labels, and sources of roles."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.extending.own import BOTH, PLAN, hours, no_link

import careertrack as ct
from careertrack import extending
from careertrack.formats import csv
from careertrack.records.moves import STAGES

LEAD, STEWARD = ct.Role(title="Data lead"), ct.Role(title="Data steward")


@extending.role_source("acme-catalogue")
def catalogue(words: str) -> list[ct.Role]:
    """Two roles, if they are asked for."""
    return [LEAD, STEWARD] if words == "data" else []


@extending.role_source("other")
def other(words: str) -> Iterable[ct.Role]:
    """One of them again."""
    yield LEAD


# --- What they may be ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"findings": [no_link, hours]},
            "findings[1]: must be made by extending.finding, got an OwnMeasure",
        ),
        (
            {"measures": [lambda now: None]},
            "measures[0]: must be made by extending.measure, got a function",
        ),
        (
            {"roles": [lambda words: []]},
            "roles[0]: must be made by extending.role_source, got a function",
        ),
        (
            {"findings": [no_link, no_link]},
            "findings[1].code: must be all different; given twice: 'acme-no-link'",
        ),
        (
            {"measures": [hours, hours]},
            "measures[1].name: must be all different; given twice: 'acme-hours'",
        ),
        (
            {"stages": {"chat": "screned"}},
            f"stages['chat']: must be one of {', '.join(STAGES)}, got 'screned'; did you mean \"screening\"?",
        ),
        ({"stages": {"": "offer"}}, "stages: must be text of 1 to 500 whole characters, got ''"),
        ({"labels": {"offer": 7}}, "labels['offer']: must be text of 1 to 500 whole characters, got 7"),
        (
            {"stages": {"Chat": "screening", "chat ": "offer"}},
            "stages['chat']: must be what is said of it elsewhere, 'screening', got 'offer'",
        ),
    ],
)
def test_what_is_no_extension(fields: dict[str, Any], expected: str) -> None:
    """A bare function, one name twice, a word that means nothing or two things: refused."""
    with pytest.raises(ct.InvalidValue) as caught:
        extending.Extensions(**fields)

    assert [expected] == [str(issue) for issue in caught.value.issues]


@pytest.mark.parametrize("given", [[no_link], no_link, {}, 7])
def test_what_is_handed_to_a_question(given: Any) -> None:
    """Extensions, and nothing else, whatever is asked."""
    asked: list[Any] = [
        lambda: PLAN.review("2026-01-19", extensions=given),
        lambda: PLAN.findings("2026-01-19", extensions=given),
        lambda: PLAN.history(["2026-01-19"], extensions=given),
        lambda: PLAN.changes("2026-01-18", "2026-01-19", extensions=given),
        lambda: ct.compare({"one": PLAN}, "2026-01-19", extensions=given),
        lambda: PLAN.as_of("2026-01-19").review(extensions=given),
    ]
    for ask in asked:
        with pytest.raises(ct.InvalidValue, match=r"^extensions: must be an Extensions, got "):
            ask()


def test_they_are_values() -> None:
    """Equal where they hold the same, and of one hash."""
    again = extending.Extensions(findings=iter([no_link]), measures=(hours,))

    assert (BOTH, hash(BOTH)) == (again, hash(again))
    assert extending.Extensions(findings=[no_link]) != again


# --- Merging ---------------------------------------------------------------------------------


def test_merging_keeps_everything() -> None:
    """In their order; what is in both is there once."""
    one = extending.Extensions(findings=[no_link], stages={"chat": "screening"}, roles=[catalogue])
    two = extending.Extensions(
        measures=[hours], findings=[no_link], labels={"offer": "Angebot"}, roles=[other, catalogue]
    )

    assert (
        extending.Extensions(
            findings=[no_link],
            measures=[hours],
            stages={"chat": "screening"},
            labels={"offer": "Angebot"},
            roles=[catalogue, other],
        )
        == one.merge(two)
        == extending.Extensions().merge(one, two, two)
    )
    assert one == one.merge()


def test_merging_what_contradicts() -> None:
    """Another finding of one code, another meaning of one word: neither is chosen in silence."""
    same_code = extending.finding("acme-no-link", severity="hint", pillar="skills", sentence="-")
    others = {
        "given twice: 'acme-no-link'": extending.Extensions(findings=[same_code(lambda now: None)]),
        "stages['chat']: must be what is said": extending.Extensions(stages={"chat": "offer"}),
        "stages['chat']: must be what is said of it elsewhere": extending.Extensions(
            stages={"CHAT": "offer"}
        ),
        "labels['offer']: must be what is said": extending.Extensions(labels={"offer": "an offer"}),
    }
    one = extending.Extensions(
        findings=[no_link], stages={"chat": "screening"}, labels={"offer": "the offer"}
    )
    for said, contradicting in others.items():
        with pytest.raises(ct.InvalidValue) as caught:
            one.merge(contradicting)

        assert said in str(caught.value)


# --- Words for stages, and labels --------------------------------------------------------------


def test_words_for_stages() -> None:
    """Whatever their capitals and blanks; the stages' own names mean themselves."""
    words = extending.Extensions(stages={"Phone screen": "screening", "Lead": "applied"})

    assert ["screening"] * 3 == [
        words.stage(each) for each in ("Phone screen", " PHONE  screen", "screening")
    ]
    assert list(STAGES) == [extending.Extensions().stage(each.title()) for each in STAGES]
    assert "applied" == words.stage("lead")
    step = ct.Step(on="2026-02-03", transition="t", stage=words.stage("phone screen"), label="phone screen")
    assert "screening" == step.stage


def test_words_for_stages_go_with_a_table(tmp_path: Path) -> None:
    """What reads a table of applications takes them as they are."""
    table = tmp_path / "jobs.csv"
    table.write_text("Company,Title,Status,Applied\nInitech,Analyst,Try-out,2026-02-03\n", encoding="utf-8")
    words = extending.Extensions(stages={"Try-out": "interviewing"})
    read = csv.read_applications(table, states=words.stages)

    assert ((), ["applied", "interviewing"]) == (
        read.issues,
        [record.stage for record in read.records if isinstance(record, ct.Step)],
    )


def test_a_word_that_is_not_known() -> None:
    """The nearest that is known is named; the word itself may be a person's, and is not."""
    with pytest.raises(ct.InvalidValue) as caught:
        extending.Extensions(stages={"phone screen": "screening"}).stage("Phone scren with Ada")

    (issue,) = caught.value.issues
    assert "stage: must be a stage, or one of the words for one, got a personal value" == (
        f"{issue.path}: {issue.message}"
    )
    assert 'did you mean "phone screen"?' == issue.hint


@pytest.mark.parametrize("label", ["", " ", None, 7])
def test_what_is_no_word(label: Any) -> None:
    """Refused as a word that is not known is."""
    with pytest.raises(ct.InvalidValue, match=r"^stage: must be a stage, or one of the words for one"):
        extending.Extensions(stages={"chat": "screening"}).stage(label)


def test_the_words_are_the_extensions_own() -> None:
    """Whoever gave them may go on to change what was given."""
    given: dict[str, Any] = {"chat": "screening"}
    words = extending.Extensions(stages=given)
    given["chat"] = "offer"

    assert {"chat": "screening"} == words.stages


# --- Roles -----------------------------------------------------------------------------------


def test_roles_of_every_source() -> None:
    """In the order of the sources, each role with the name of its own."""
    both = extending.Extensions(roles=[catalogue, other])

    assert [
        ("acme-catalogue", LEAD),
        ("acme-catalogue", STEWARD),
        ("other", LEAD),
    ] == list(both.roles("data"))
    assert [("other", LEAD)] == list(both.roles("anything"))
    assert [] == list(extending.Extensions().roles("data"))


def test_roles_are_explored() -> None:
    """As those of any source are."""
    found = extending.Extensions(roles=[catalogue]).roles("data")
    explored = PLAN.as_of("2026-01-19").explore(each.role for each in found)

    assert ["data-lead", "data-steward"] == [fit.id for fit in explored.fits]


def test_a_source_gives_roles_alone() -> None:
    """Anything else is refused where it comes up, with the name of the source."""

    @extending.role_source("acme-titles")
    def titles(words: str) -> Any:
        yield LEAD
        yield "Data lead"

    found = extending.Extensions(roles=[titles]).roles("data")

    assert ("acme-titles", LEAD) == next(found)
    with pytest.raises(ct.InvalidValue, match=r"^acme-titles: must be roles, got 'Data lead'") as caught:
        next(found)
    assert ["in the source of roles acme-titles"] == caught.value.__notes__


def test_a_source_has_a_name() -> None:
    """Of letters, digits and hyphens."""
    with pytest.raises(ct.InvalidValue, match=r"^RoleSource.name: must be lower-case letters and digits"):
        extending.role_source("My source")(lambda words: [])
