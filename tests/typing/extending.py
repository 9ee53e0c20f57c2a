"""Extensions, as type checkers see them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, assert_type

import careertrack as ct
from careertrack import extending

PLAN = ct.Plan() + ct.Contact(id="c-1", name="Ada")
DAY = "2026-03-01"


@extending.finding("acme-no-link", severity="hint", pillar="network", sentence="contact {id} has no link")
def no_link(now: extending.View) -> Iterator[tuple[dict[str, str], list[ct.Contact]]]:
    """Facts and records."""
    for id, state in now.contacts.items():
        yield {"id": id}, [state.contact]


@extending.finding("acme-nobody", severity="notice", pillar="network", sentence="{count} contacts")
def nobody(now: extending.View) -> list[dict[str, int]]:
    """Facts alone, in a list."""
    return [{"count": len(now.contacts)}]


@extending.measure("acme-hours", pillar="skills", reads=["effort"], weight=2, step="sit down")
def hours(now: extending.View) -> ct.Score | None:
    """A score, or nothing."""
    assert_type(now.day, date)
    assert_type(now.at(now.day), extending.View)
    assert_type(now.facts(ct.Effort), tuple[ct.Effort, ...])
    return ct.Score.not_asked("not due")


@extending.measure("acme-later", pillar="skills", reads="effort")
def later(now: extending.View) -> ct.Score:
    """A score always."""
    return ct.Score.unknown("never asked")


@extending.role_source("acme-catalogue")
def catalogue(words: str) -> Iterable[ct.Role]:
    """A source of roles."""
    return [ct.Role(title=words)]


def declared() -> None:
    """What the decorators make, and what it gives when it is called."""
    now = PLAN.as_of(DAY)
    assert_type(no_link, extending.OwnFinding)
    assert_type(nobody, extending.OwnFinding)
    assert_type(no_link(now), Iterator[ct.Finding])
    assert_type(hours, extending.OwnMeasure)
    assert_type(later(now), ct.Score | None)
    assert_type(catalogue, extending.RoleSource)
    for found in catalogue("Data lead"):
        assert_type(found, extending.FoundRole)
        assert_type((found.source, found.role), tuple[str, ct.Role])


def together() -> None:
    """What holds them, and every question that takes it."""
    own = extending.Extensions(
        findings=[no_link, nobody],
        measures=(hours, later),
        stages={"phone screen": "screening"},
        labels={"practice": "habits"},
        roles=[catalogue],
    )
    assert_type(own.merge(extending.installed(), extending.installed([])), extending.Extensions)
    assert_type(own.findings, tuple[extending.OwnFinding, ...])
    assert_type(own.labels, Mapping[str, str])
    assert_type(own.roles("data"), Iterator[extending.FoundRole])
    stage: Literal[
        "lead",
        "applied",
        "screening",
        "interviewing",
        "offer",
        "accepted",
        "declined",
        "rejected",
        "withdrawn",
    ] = own.stage("phone screen")
    ct.Step(on=DAY, transition="move", stage=stage)
    assert_type(PLAN.review(DAY, extensions=own), ct.Review)
    assert_type(PLAN.as_of(DAY).review({"skills": 2}, extensions=own), ct.Review)
    assert_type(PLAN.findings(DAY, extensions=own), tuple[ct.Finding, ...])
    assert_type(PLAN.history([DAY], extensions=own), ct.History)
    assert_type(PLAN.changes(DAY, DAY, extensions=own), ct.Changes)
    assert_type(ct.compare({"now": PLAN}, DAY, extensions=own), ct.Comparison)
    assert_type(PLAN.review(DAY, extensions=None), ct.Review)
