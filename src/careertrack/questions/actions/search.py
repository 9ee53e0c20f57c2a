"""The search: answers that are due, silent applications, appointments, and events to meet people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from careertrack.days import plus_days
from careertrack.moment import Moment
from careertrack.pillars.network.events import day_of
from careertrack.questions.actions.action import Action
from careertrack.questions.actions.new import once_more
from careertrack.questions.actions.people import QUARTER_DAYS, ahead, back, told
from careertrack.record import Record
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort
from careertrack.state.moves import AWAITING_THEM, TransitionState

ANSWER_MINUTES: Final = 60  # house: to think an offer over once more
FOLLOW_UP_MINUTES: Final = 15
EVENT_MINUTES: Final = 120
SILENT_DAYS: Final = 14  # house: two weeks, and a friendly question is in order
APPOINTMENTS: Final = frozenset({"appointment", "interview"})
STILL_DAYS: Final = 14  # house: an answer may be late, and is no use much later


def answers(now: Moment) -> Iterator[Action]:
    """Offers on open moves that are to be answered within a week."""
    for id, state in now.transitions.items():
        due = state.offers[-1].answer_by if state.offers else None
        if due is not None and back(now, STILL_DAYS) <= due <= ahead(now) and not state.has_ended:
            yield Action(
                code="answer-offer",
                id=f"answer {id}",
                group=f"offer {id}",
                pillar="change",
                params={"id": id},
                minutes=ANSWER_MINUTES,
                is_guess=True,
                reason=f"it {told(now, due)}",
                due=due,
                is_obligation=True,
                unblocks="the decision: what you answer is yours to write down",
            )


def applied(state: TransitionState) -> bool:
    """Whether an application is open and the next word is theirs."""
    return state.is_fate_known and not state.has_ended and state.furthest in AWAITING_THEM


def follow_ups(now: Moment) -> Iterator[Action]:
    """Open applications without a word for two weeks, from them or to them, and no longer than a quarter."""
    for id, state in now.transitions.items():
        if not is_silent(now, id):
            continue
        word, person = state.last_word or now.day, state.transition.contact
        record: Record = (
            Effort(on=now.day, minutes=FOLLOW_UP_MINUTES, transition=id)
            if person is None
            else Conversation(
                on=now.day, contacts=[person], type="follow-up", transition=id, answered="waiting"
            )
        )
        yield Action(
            code="follow-up",
            id=f"follow up {id}",
            group=f"move {id}",
            pillar="change",
            params={"id": id},
            minutes=FOLLOW_UP_MINUTES,
            is_guess=True,
            reason=f"nothing was heard since {word}",
            due=plus_days(word, SILENT_DAYS),
            is_obligation=True,
            records=(record,),
        )


def is_silent(now: Moment, id: str) -> bool:
    """Whether a friendly question about an application is in order: one after each word of theirs."""
    state, word = now.transitions[id], now.transitions[id].last_word
    if not applied(state) or word is None or not back(now, QUARTER_DAYS) < word <= back(now, SILENT_DAYS):
        return False
    dealt = (Conversation, Effort)
    return not any(isinstance(each, dealt) and each.on > word for each in now.about("transition", id))


def events(now: Moment) -> Iterator[Action]:
    """What is to be gone to within a week: appointments, and where there are people to meet."""
    for id, state in now.events.items():
        event, day = state.event, day_of(state.event)
        if day is None or not now.day <= day <= ahead(now) or state.was_attended or state.resolution:
            continue
        is_appointment = event.type in APPOINTMENTS
        minutes = event.minutes or EVENT_MINUTES
        yield Action(
            code="attend" if is_appointment else "meet-people",
            id=f"go to {id}",
            group=f"event {id}",
            pillar="change" if is_appointment else "network",
            params={"id": id},
            minutes=minutes,
            is_guess=event.minutes is None,
            reason=f"it is on {day}",
            due=day,
            is_obligation=is_appointment,
            unblocks="" if is_appointment else "people you do not know yet",
            records=(once_more(now, Effort(on=now.day, minutes=minutes, event=id)),),
        )


FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (answers, follow_ups, events)
