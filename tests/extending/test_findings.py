"""Findings of one's own: found, told, kept and compared as the library's own are."""

import json
import pickle
from collections.abc import Iterator
from copy import copy, deepcopy
from typing import Any

import pytest
from tests.extending.own import BOTH, PLAN, no_link

import careertrack as ct
from careertrack import extending
from careertrack.pillars.finding import CODES
from careertrack.vocabulary import PILLARS

DAY = "2026-01-19"
SEVERITIES = ("warning", "notice", "hint")


def told(plan: ct.Plan, day: str = DAY) -> list[ct.Finding]:
    """What the extension finds."""
    return [each for each in plan.findings(day, extensions=BOTH) if each.code == no_link.code]


def test_they_stand_among_the_others() -> None:
    """In the order of severity and pillar, after the library's own of both; the others are as they were."""
    found = PLAN.findings(DAY, extensions=BOTH)
    places = [(SEVERITIES.index(each.severity), PILLARS.index(each.pillar)) for each in found]

    assert sorted(places) == places
    assert list(PLAN.findings(DAY)) == [each for each in found if each.code != no_link.code]
    assert found == PLAN.review(DAY, extensions=BOTH).findings
    assert found == PLAN.as_of(DAY).findings(extensions=BOTH)


def test_they_come_after_the_librarys_own_of_a_pillar() -> None:
    """Of one severity and pillar, the library's first."""
    plan = ct.Plan() + [
        ct.Contact(id="grace", name="-"),
        ct.Cadence(id="talk", on="2026-01-05", contact="grace", every="2 months"),
    ]
    found = plan.findings(DAY, extensions=BOTH)

    assert ["no-way-to-reach", "acme-no-link"] == [
        each.code for each in found if (each.severity, each.pillar) == ("hint", "network")
    ]


def test_what_they_say() -> None:
    """The sentence with its facts, as text and as data, and the records behind it."""
    (found,) = told(PLAN)

    assert "contact grace has no link on 2026-01-19" == str(found) == found.message
    assert (PLAN.get(ct.Contact, "grace"),) == found.records
    assert {
        "code": "acme-no-link",
        "severity": "hint",
        "pillar": "network",
        "params": {"id": "grace", "day": "2026-01-19"},
        "message": "contact grace has no link on 2026-01-19",
    } == json.loads(json.dumps(found.to_dict()))
    assert "- contact grace has no link on 2026-01-19" in str(PLAN.review(DAY, extensions=BOTH))


def test_they_are_values() -> None:
    """Two alike are equal; a copy and a pickle are alike, and still have their sentence."""
    (one,), (other,) = told(PLAN), told(PLAN)

    assert (one, hash(one)) == (other, hash(other))
    for again in (copy(one), deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert (one, one.message) == (again, again.message)
    assert one != told(PLAN, "2026-01-20")[0]


def test_they_come_and_go_between_reviews() -> None:
    """A difference names what came, as with any finding."""
    linked = PLAN.revise(ct.Contact, "grace", on="2026-01-19", links=["https://example.org/g"])
    before, after = (linked.review(day, extensions=BOTH) for day in ("2026-01-18", "2026-01-19"))

    assert ["contact grace has no link on 2026-01-18"] == [
        str(each) for each in after.since(before).went if each.code == no_link.code
    ]


@pytest.mark.parametrize(
    "yielded", [{"id": "a", "day": "b"}, ({"id": "a", "day": "b"}, ()), ({"id": "a", "day": "b"}, iter([]))]
)
def test_facts_alone_are_enough(yielded: Any) -> None:
    """The records may be left out, or be of any sort of list."""
    own = extending.finding("acme-x", severity="hint", pillar="skills", sentence="{id} and {day}")(
        lambda now: [yielded]
    )

    assert [("a and b", ())] == [(each.message, each.records) for each in own(PLAN.as_of(DAY))]


def test_a_function_that_finds_nothing_may_return_nothing() -> None:
    """As one does that has no yield on its way."""
    own = extending.finding("acme-x", severity="hint", pillar="skills", sentence="-")(lambda now: None)

    assert [] == list(own(PLAN.as_of(DAY)))


def test_the_function_sees_no_later_day() -> None:
    """What is recorded later is not found earlier, nor asked for."""
    plan = ct.Plan() + [ct.Goal(on="2026-02-01", title="Later", pillar="change")]

    def goals(now: extending.View) -> Iterator[dict[str, Any]]:
        assert [] == list(now.ids("goal"))
        yield {"count": len(now.goals)}

    own = extending.finding("acme-goals", severity="hint", pillar="change", sentence="{count} goals")(goals)

    assert ["0 goals"] == [each.message for each in own(plan.as_of("2026-01-31"))]


# --- Names -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_no_code_of_the_library(code: str) -> None:
    """Neither one that there is, nor one that begins as one does."""
    for taken in (code, f"{code.partition('-')[0]}-of-mine"):
        with pytest.raises(ct.InvalidValue, match="the library's own names begin with"):
            extending.finding(taken, severity="hint", pillar="skills", sentence="-")(lambda now: None)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"code": "nolink"},
            "OwnFinding.code: must be a name with a prefix of your own, such as 'acme-hours'",
        ),
        ({"code": "Acme-No"}, "OwnFinding.code: must be a name with a prefix of your own"),
        ({"code": "acme_no"}, "OwnFinding.code: must be a name with a prefix of your own"),
        ({"code": None}, "OwnFinding.code: must be a name with a prefix of your own"),
        ({"severity": "warnin"}, "OwnFinding.severity: must be one of hint, notice, warning"),
        ({"pillar": "luck"}, "OwnFinding.pillar: must be one of direction, skills"),
        ({"sentence": ""}, "OwnFinding.sentence: must be text of 1 to 500 whole characters"),
        ({"sentence": "contact {id"}, "facts by their names in braces, got 'contact {id'"),
        ({"sentence": "contact {}"}, "facts by their names in braces"),
        ({"sentence": "contact {id.__class__}"}, "facts by their names in braces"),
    ],
)
def test_what_is_no_finding(fields: dict[str, Any], expected: str) -> None:
    """A name without a prefix, an unknown word, a sentence that is none: refused where it is declared."""
    good = {"code": "acme-x", "severity": "hint", "pillar": "skills", "sentence": "{id}"}

    with pytest.raises(ct.InvalidValue) as caught:
        extending.finding(**{**good, **fields})(lambda now: None)

    (issue,) = caught.value.issues
    assert expected in str(issue)


def test_all_that_is_wrong_at_once() -> None:
    """As with records."""
    with pytest.raises(ct.InvalidValue) as caught:
        extending.finding("x", severity="y", pillar="z", sentence="")(lambda now: None)  # type: ignore[arg-type]

    assert ["code", "severity", "pillar", "sentence"] == [
        issue.path.partition(".")[2] for issue in caught.value.issues
    ]


# --- Errors ----------------------------------------------------------------------------------


def test_an_error_names_the_extension() -> None:
    """It goes through as it is, with a note."""

    @extending.finding("acme-broken", severity="hint", pillar="skills", sentence="-")
    def broken(now: extending.View) -> Iterator[dict[str, Any]]:
        yield {}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        PLAN.review(DAY, extensions=extending.Extensions(findings=[broken]))

    assert ["in the finding acme-broken"] == caught.value.__notes__


@pytest.mark.parametrize(("yielded", "error"), [({}, KeyError), (7, TypeError), (({}, (), ()), ValueError)])
def test_what_cannot_be_told(yielded: Any, error: type[Exception]) -> None:
    """A fact that is not given, or no facts at all: told where it is found, not where it is read."""
    own = extending.finding("acme-x", severity="hint", pillar="skills", sentence="{id}")(
        lambda now: [yielded]
    )

    with pytest.raises(error) as caught:
        list(own(PLAN.as_of(DAY)))

    assert ["in the finding acme-x"] == caught.value.__notes__
