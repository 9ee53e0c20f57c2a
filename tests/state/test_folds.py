"""What all states have in common: resumable folds that read what they say they read."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from tests.state.busy import PLAN, RECORDS, SECRETS

from careertrack.catalogue import DATED, TIMELESS
from careertrack.ledger import Ledger
from careertrack.moment import STATES, Moment
from careertrack.record import Record
from careertrack.state.base import State

LEDGER, _FAULTS = Ledger().extended(RECORDS)
DAYS = [date(2026, 1, 1) + timedelta(days) for days in range(0, 100, 9)]


def dossiers(kind: str) -> Iterator[tuple[State, tuple[Record, ...]]]:
    """Each dossier of a kind, with the state that it begins with."""
    for id in LEDGER.ids(kind):
        yield STATES[kind].begin(LEDGER.own(kind, id)[0]), LEDGER.about(kind, id)


def rooms(now: Moment) -> Mapping[str, Mapping[str, State]]:
    """The mappings of a day, by kind."""
    return {
        "skill": now.skills,
        "organization": now.organizations,
        "contact": now.contacts,
        "event": now.events,
        "role": now.roles,
        "course": now.courses,
        "position": now.positions,
        "goal": now.goals,
        "transition": now.transitions,
        "evidence": now.evidence,
        "routine": now.routines,
        "cadence": now.cadences,
        "commitment": now.commitments,
        "setback": now.setbacks,
    }


def test_every_definition_has_a_state() -> None:
    """Each kind of definition has its fold, and its mapping on a snapshot."""
    assert TIMELESS | DATED == STATES.keys() == rooms(PLAN.as_of("2026-01-01")).keys()


@pytest.mark.parametrize("kind", STATES)
def test_the_example_has_something_to_fold(kind: str) -> None:
    """The plan these tests fold holds each kind, and revises it."""
    assert any(len(LEDGER.own(kind, id)) > 1 for id in LEDGER.ids(kind))


@pytest.mark.parametrize("kind", STATES)
def test_folding_twice_is_folding_once(kind: str) -> None:
    """Going on from any record gives the state that folding all at once gives."""
    for begin, dossier in dossiers(kind):
        for split in range(len(dossier) + 1):
            assert begin.fold(dossier) == begin.fold(dossier[:split]).fold(dossier[split:])


@pytest.mark.parametrize("kind", STATES)
def test_a_state_seen_on_a_day_can_go_on(kind: str) -> None:
    """Having been looked at on a day changes nothing about what follows."""
    end = date(2026, 12, 31)
    for begin, dossier in dossiers(kind):
        for day in DAYS:
            earlier = [record for record in dossier if record.on is None or record.on <= day]
            later = dossier[len(earlier) :]

            assert begin.fold(dossier).seen(end) == begin.fold(earlier).seen(day).fold(later).seen(end)


@pytest.mark.parametrize("kind", STATES)
def test_a_state_reads_what_it_says(kind: str) -> None:
    """Without the kinds it does not name, the state is the same; each kind it names changes some state."""
    reads = STATES[kind].reads
    telling = set[str]()
    for begin, dossier in dossiers(kind):
        for part in (dossier[:end] for end in range(len(dossier) + 1)):
            whole = begin.fold(part)
            telling |= {each for each in reads if whole != begin.fold([r for r in part if r.kind != each])}

            assert whole == begin.fold([record for record in part if record.kind in reads])
    assert reads == telling


@pytest.mark.parametrize("kind", STATES)
def test_a_later_record_changes_no_earlier_state(kind: str) -> None:
    """What a plan says of a day is what it said on that day."""
    for day in DAYS:
        then = PLAN.as_of(day)
        known = type(PLAN)("Ada", [record for record in RECORDS if record.on is None or record.on <= day])

        assert dict(rooms(known.as_of(day))[kind]) == dict(rooms(then)[kind])


@pytest.mark.parametrize("kind", STATES)
def test_no_state_shows_a_private_word(kind: str) -> None:
    """Names, addresses, employers of others and free text stay out of what is printed."""
    for day in DAYS:
        room = rooms(PLAN.as_of(day))[kind]
        said = repr(room) + repr(dict(room))

        assert [] == [secret for secret in SECRETS if secret in said]


@pytest.mark.parametrize("kind", STATES)
def test_equal_states_are_one_in_a_set(kind: str) -> None:
    """States can be hashed, and equal ones hash alike."""
    one, other = (set(rooms(PLAN.as_of("2026-04-01"))[kind].values()) for _ in range(2))

    assert one == other
