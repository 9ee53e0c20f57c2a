"""Paces: what a routine still owes of its week or month, in sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from careertrack.moment import Moment
from careertrack.pillars.search import leads
from careertrack.questions.actions.action import Action
from careertrack.questions.actions.courses import SIZES, focus, study
from careertrack.questions.actions.new import TO_FILL_IN, fresh, once_more
from careertrack.questions.actions.owed import owed
from careertrack.questions.actions.people import is_free, to_talk_with
from careertrack.questions.actions.search import applied, is_silent
from careertrack.record import Record
from careertrack.records.moves import Step, Transition
from careertrack.records.people import Contact, Conversation
from careertrack.records.rhythm import Effort
from careertrack.records.self import Reflection
from careertrack.vocabulary import Counted

COUNTS: Final = (1, 2)  # of one promise, beside all that is left of it


def minutes(now: Moment) -> Iterator[Action]:
    """An hour, two, or the rest of what a routine owes; what is for a course is said of the course."""
    for id, each in now.once(owed).items():
        if each.routine.minutes is None or (each == now.once(study) and now.once(focus) is not None):
            continue
        for size in sorted({min(size, each.rest) for size in (*SIZES, each.rest)}):
            record = once_more(now, Effort(on=now.day, minutes=size, routine=id))
            yield Action(
                code="spend",
                id=f"routine {id} {size}",
                group=f"routine {id}",
                pillar=each.routine.pillar,
                params={"id": id, "minutes": size},
                minutes=size,
                reason=each.reason,
                due=each.last,
                cue=each.routine.cue,
                records=(record,),
            )


def times(now: Moment) -> Iterator[Action]:
    """One, two, or the rest of what a routine owes, as far as the plan has with whom, or for what.

    Going to events is said of each event, and a talk that has a reason of the person.
    """
    for id, each in now.once(owed).items():
        if each.routine.of not in SORTS:
            continue
        sort = SORTS[each.routine.of]
        makes = sort.makes(now, each.rest)
        for size in sorted({min(count, len(makes)) for count in (*COUNTS, each.rest)} - {0}):
            yield Action(
                code=sort.code,
                id=f"routine {id} {size}",
                group=f"routine of {each.what}",
                pillar=each.routine.pillar,
                params=_params(id, makes[:size]),
                minutes=size * sort.minutes,
                is_guess=True,
                reason=each.reason,
                due=each.last,
                cue=each.routine.cue,
                records=tuple(record for made in makes[:size] for record in made),
            )


Made = list[tuple[Record, ...]]
"""The records of one, of another, and so on."""


def _applications(now: Moment, rest: int) -> Made:
    """For the leads there are, the first to close first; then for new ones."""
    known = [(state.transition.closes or date.max, id) for id, state in leads(now)]
    still_open = [id for closes, id in sorted(known) if closes >= now.day]
    made: Made = [(Step(on=now.day, transition=id, stage="applied"),) for id in still_open[:rest]]
    for id in fresh(now, "transition", "application", rest - len(made)):
        move = Transition(id=id, on=now.day, title=TO_FILL_IN)
        made.append((move, Step(on=now.day, transition=id, stage="applied")))
    return made


def _new_contacts(now: Moment, rest: int) -> Made:
    ids = fresh(now, "contact", "new-contact", rest)
    return [(Contact(id=id, name=TO_FILL_IN, met=now.day),) for id in ids]


def _reflections(now: Moment, rest: int) -> Made:
    ids = fresh(now, "reflection", "reflection", rest)
    return [(Reflection(id=id, on=now.day, went_well=TO_FILL_IN),) for id in ids]


def _conversations(now: Moment, rest: int) -> Made:
    """With those heard of the longest ago, beside the talks that have a reason; with strangers last."""
    others = now.once(to_talk_with)
    free = [
        (talk is None, date.min if talk is None else talk.on, id)
        for id, talk in ((id, state.last_talk) for id, state in now.contacts.items())
        if id not in others and is_free(now, id)
    ]
    people = [id for _, _, id in sorted(free)]
    return [(Conversation(on=now.day, contacts=[id]),) for id in people[: max(rest - len(others), 0)]]


def _follow_ups(now: Moment, rest: int) -> Made:
    """On open applications with somebody to ask, beside the silent ones, which are waited for anyway."""
    made: Made = []
    for id, state in now.transitions.items():
        person = state.transition.contact
        if applied(state) and person is not None and is_free(now, person) and not is_silent(now, id):
            talk = Conversation(on=now.day, contacts=[person], type="follow-up", transition=id)
            made.append((talk.evolve(answered="waiting"),))
    return made[:rest]


def _params(id: str, made: Made) -> Mapping[str, Any]:
    """How many, with whom and about what."""
    talks = [record for records in made for record in records if isinstance(record, Conversation)]
    return {
        "id": id,
        "count": len(made),
        "s": "" if len(made) == 1 else "s",
        "contacts": ", ".join(talk.contacts[0] for talk in talks),
        "moves": ", ".join(talk.transition for talk in talks if talk.transition is not None),
    }


class _Sort(NamedTuple):
    """What doing a thing that is counted is called, how long one takes, and the records of some."""

    code: str
    minutes: int
    makes: Callable[[Moment, int], Made]


SORTS: Final[Mapping[Counted | None, _Sort]] = {  # house: how long, where no record says
    "conversations": _Sort("talk-with", 30, _conversations),
    "new-contacts": _Sort("meet", 30, _new_contacts),
    "applications": _Sort("apply", 60, _applications),
    "follow-ups": _Sort("ask-after", 15, _follow_ups),
    "reflections": _Sort("look-back", 15, _reflections),
}
FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (minutes, times)
