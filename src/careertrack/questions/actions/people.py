"""Talks: one with a person carries all that it can serve; and one's own promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

import attrs

from careertrack.days import plus_days
from careertrack.moment import Moment
from careertrack.practice.items import PROMISE
from careertrack.questions.actions.action import Action
from careertrack.records.people import Conversation
from careertrack.records.setbacks import Resolution
from careertrack.state.people import CommitmentState
from careertrack.state.rhythm import CadenceState

AHEAD_DAYS: Final = 7  # house: what falls due within a week
PROMISE_MINUTES: Final = 30  # house: a promise that takes longer is better made as two
TALK_MINUTES: Final = 15  # house: a call; as all of these, where no such talk says how long it took
MANAGER_MINUTES: Final = 30
REVIEW_MINUTES: Final = 45
THANKS_MINUTES: Final = 10
MOST_SHOWN: Final = 3  # house: what one talk can hold
SETTLED_DAYS: Final = 14  # house: two weeks to make use of advice
QUARTER_DAYS: Final = 91  # house: help and advice that are older have had their time
YEAR_DAYS: Final = 365


def ahead(now: Moment) -> date:
    """The last day of what counts as due soon."""
    return plus_days(now.day, AHEAD_DAYS)


def back(now: Moment, days: int) -> date:
    """The day so long ago, or the first of the calendar."""
    return date.fromordinal(max(now.day.toordinal() - days, 1))


def told(now: Moment, due: date) -> str:
    """That something is due on a day, or was."""
    return f"{'is' if due >= now.day else 'was'} due on {due}"


# --- Who is due a talk ---------------------------------------------------------------------------


class Touch(NamedTuple):
    """A touch that is due: the day, the cadence, and the kind of talk that it means."""

    due: date
    cadence: str
    type: str | None


def touches(now: Moment) -> Mapping[str, Sequence[Touch]]:
    """The touches that fall due in the seven days from today, by contact, in the order of their days."""
    found: dict[str, list[Touch]] = {}
    for id, state in now.cadences.items():
        due, person = state.next_due, state.cadence.contact
        if due is not None and due < ahead(now) and not _is_early(now, state, due) and is_free(now, person):
            found.setdefault(person, []).append(Touch(due, id, state.cadence.type))
    return {person: sorted(some, key=lambda each: each[:2]) for person, some in found.items()}


def _is_early(now: Moment, state: CadenceState, due: date) -> bool:
    """Whether less than half of the interval has passed since the last touch."""
    last = state.touches[-1].on if state.touches else None
    return last is not None and now.day - last < (due - last) / 2


def is_free(now: Moment, person: str) -> bool:
    """Whether somebody is known, was met by the day, and not talked with on it."""
    state = now.contacts.get(person)
    if state is None or (state.contact.met is not None and state.contact.met > now.day):
        return False
    return state.last_talk is None or state.last_talk.on < now.day


# --- Talks -------------------------------------------------------------------------------------


def talks(now: Moment) -> Iterator[Action]:
    """A talk with each person who is due one; a manager is shown what was not shown to one yet."""
    for person, due in now.once(touches).items():
        kinds: list[str | None] = list(dict.fromkeys(each.type for each in due if each.type is not None))
        first, *others = kinds or [None]
        shown = unshown(now, person)
        code = "show-evidence" if shown else "talk"
        yield _talk(now, code, person, first, [each for each in due if each.type in (None, first)], shown)
        for kind in others:  # another kind of talk is another talk, of which each thing is shown in one
            action = _talk(now, "talk", person, kind, [each for each in due if each.type == kind])
            yield attrs.evolve(action, id=f"{action.id} {kind}", group=f"{action.group} {kind}")


def managers(now: Moment) -> Iterator[Action]:
    """Evidence that a manager was not shown yet, and a review where there was none within a year."""
    for person, state in now.contacts.items():
        if not state.is_manager or not is_free(now, person):
            continue
        due, shown = now.once(touches).get(person, ()), unshown(now, person)
        if shown and not due:
            reason = "no manager was shown it yet"
            yield _talk(now, "show-evidence", person, None, shown=shown, reason=reason)
        held = any(talk.type == "review" and talk.on > back(now, YEAR_DAYS) for talk in state.talks)
        if not held and all(each.type != "review" for each in due):
            reason = "no review with them is on record within a year"
            served = [each for each in due if each.type is None]
            yield _talk(now, "hold-review", person, "review", served, shown, reason)


def thanks(now: Moment) -> Iterator[Action]:
    """Contacts who helped and had no thanks or help since; and those whose advice nothing was heard of."""
    for person, state in now.contacts.items():
        if not is_free(now, person):
            continue
        recent = [talk for talk in state.talks if talk.on > back(now, QUARTER_DAYS)]
        helped = [talk.on for talk in recent if talk.helped == "me" and talk.type != "thanks"]
        given = [talk.on for talk in recent if talk.type == "thanks" or talk.helped in ("them", "both")]
        due = now.once(touches).get(person, ())
        if helped and helped[-1] > max(given, default=date.min):
            served = [each for each in due if each.type in (None, "thanks")]
            yield _talk(now, "thank", person, "thanks", served, reason=f"they helped on {helped[-1]}")
        last = recent[-1] if recent else None
        if last is not None and last.advice is not None and last.on <= back(now, SETTLED_DAYS) and not due:
            action = _talk(now, "use-advice", person, "follow-up", reason="no talk with them since")
            yield attrs.evolve(action, params={**action.params, "on": str(last.on)})


def to_talk_with(now: Moment) -> frozenset[str]:
    """The contacts with whom there is a reason to talk."""
    return frozenset(each.params["contact"] for find in (talks, managers, thanks) for each in find(now))


class _Sort(NamedTuple):
    """What a sort of talk makes possible, and how long it takes, with a manager and with others."""

    unblocks: str = ""
    minutes: tuple[int, int] = (MANAGER_MINUTES, TALK_MINUTES)


SORTS: Final = {
    "talk": _Sort(),
    "show-evidence": _Sort("the case for a next role"),
    "hold-review": _Sort("knowing what is expected of you", (REVIEW_MINUTES, REVIEW_MINUTES)),
    "thank": _Sort("asking again with a good conscience", (THANKS_MINUTES, THANKS_MINUTES)),
    "use-advice": _Sort("asking again with a good conscience", (TALK_MINUTES, TALK_MINUTES)),
}


def _talk(
    now: Moment,
    code: str,
    person: str,
    kind: str | None,
    due: Sequence[Touch] = (),
    shown: Sequence[str] = (),
    reason: str = "",
) -> Action:
    """A talk with somebody; it takes as long as the last one of its kind, where that is on record."""
    state, sort = now.contacts[person], SORTS[code]
    known = [talk.minutes for talk in state.talks if talk.minutes is not None and kind in (None, talk.type)]
    reasons = [reason, *(f"cadence {each.cadence} {told(now, each.due)}" for each in due)]
    return Action(
        code=code,
        id=f"{code} {person}",
        group=f"talk {person}",
        pillar="manager" if state.is_manager else "network",
        params={"contact": person, "evidence": ", ".join(shown)},
        minutes=known[-1] if known else sort.minutes[0 if state.is_manager else 1],
        is_guess=not known,
        reason=", ".join(filter(None, reasons)),
        due=due[0].due if due else None,
        unblocks=sort.unblocks,
        records=(Conversation(on=now.day, contacts=[person], type=kind, shown=shown),),
    )


def unshown(now: Moment, person: str) -> tuple[str, ...]:
    """What somebody is to be shown: the newest accomplishments that came up in no talk with a manager."""
    return now.once(_unshown) if person == now.once(_to_show) else ()


def _to_show(now: Moment) -> str | None:
    """The one manager to show it to: with whom a talk is due, else was the last."""
    known = [id for id, state in now.contacts.items() if state.is_manager and is_free(now, id)]
    due = [(each.due, id) for id in known for each in now.once(touches).get(id, ())]
    if due:
        return min(due)[1]
    last = {id: now.contacts[id].last_talk for id in known}
    return max(known, key=lambda id: date.min if (talk := last[id]) is None else talk.on, default=None)


def _unshown(now: Moment) -> tuple[str, ...]:
    found = [
        (state.evidence.on, id)
        for id, state in now.evidence.items()
        if not any(_is_with_a_manager(now, talk) for talk in (*state.shown_in, *state.acknowledged_in))
    ]
    return tuple(id for _, id in sorted(found, reverse=True)[:MOST_SHOWN])


def _is_with_a_manager(now: Moment, talk: Conversation) -> bool:
    states = (now.contacts.get(each) for each in talk.contacts)
    return any(state is not None and state.was_manager(talk.on) for state in states)


# --- Promises ------------------------------------------------------------------------------------


def promises(now: Moment) -> Iterator[Action]:
    """The owner's own promises that are past or fall due within a week; one talk hands over the first."""
    handed = {talk.group: talk for talk in talks(now)}
    for due, id, state in sorted(_due(now), key=lambda each: each[:2]):
        promise = state.commitment
        talk = handed.pop(f"talk {promise.to}", None)
        alone = Action(
            code="keep-promise",
            id=f"keep {id}",
            group=f"promise {id}" if talk is None else talk.group,
            pillar=PROMISE.pillar(now, state.first),
            params={"id": id},
            minutes=PROMISE_MINUTES,
            is_guess=True,
            reason=f"it {told(now, due)}",
            due=due,
            is_obligation=True,
            cue=promise.cue,
            records=(Resolution(on=now.day, commitment=id),),
        )
        yield alone
        if talk is not None:
            yield attrs.evolve(
                alone,
                code="keep-promise-in-talk",
                id=f"keep {id} with {promise.to}",
                params={**talk.params, "id": id},
                minutes=max(alone.minutes, talk.minutes),
                reason=f"{alone.reason}, {talk.reason}",
                unblocks=talk.unblocks,
                records=(*alone.records, *talk.records),
            )


def _due(now: Moment) -> Iterator[tuple[date, str, CommitmentState]]:
    for id, state in now.commitments.items():
        if state.is_mine and state.resolution is None and state.due is not None:
            due = now.rest.resumed(state.due)
            if due <= ahead(now):
                yield due, id, state


FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (promises, talks, managers, thanks)
