"""The page for a talk with somebody: what is open, what is new, what was said, what to be ready for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

import attrs

from careertrack.errors import InvalidValue
from careertrack.moment import Moment
from careertrack.page import Cell, Line, Link, Page, Said, Shown, Word
from careertrack.pillars.network.events import day_of
from careertrack.pillars.spans import QUARTER_DAYS, YEAR_DAYS, ago
from careertrack.questions.asking import is_on_record, not_there, sections
from careertrack.questions.dealings import (
    Advice,
    Promise,
    Rhythm,
    advice_of,
    promises_with,
    rhythms_with,
    talks_with,
)
from careertrack.questions.lately import Happening, Sight, happened, sight, written_down
from careertrack.questions.ready import Hard, hard
from careertrack.records.people import Contact, Conversation, Event
from careertrack.vocabulary import Topic

__all__ = ["Brief", "Meeting"]

LAST_TALKS: Final = 3  # house: what one reads again before the next
_USUAL: Final = ("promises", "lately", "evidence", "topics", "advice", "hard", "talks", "rhythm")
# What a talk is mostly about comes first.
_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "one-to-one": _USUAL,
    "review": ("evidence", "lately", "topics", "hard", "promises", "advice", "talks", "rhythm"),
    "advice": ("advice", "promises", "topics", "lately", "hard", "evidence", "talks", "rhythm"),
    "interview": ("evidence", "lately", "hard", "promises", "advice", "talks", "rhythm"),
}


@attrs.frozen(kw_only=True)
class Meeting:
    """The next event with a contact.

    Args:
        event: Its id.
        title: What it is called.
        kind: The kind of talk that it is, where its type says so.
        on: Its day.
    """

    event: str
    title: str = attrs.field(repr=False)
    kind: str | None
    on: date

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "on": self.on.isoformat()}


@attrs.frozen(kw_only=True, repr=False)
class Brief(Shown):
    """The page for a talk with a contact.

    With a manager, and for a review, it is discreet: of the owner's moves it shows those alone that the
    contact knows of, and nothing of goals and setbacks that belong to the search.

    Args:
        day: The day it speaks of.
        contact: Id of the contact.
        name: What they are called.
        title: What they do, and where.
        relations: What they are to the owner.
        kind: What kind of talk it is for.
        meeting: The next event with them.
        is_discreet: Whether the search is left out.
        promises: The open promises, both ways, in the order they were made.
        last: The day of the last talk that took place; for a review, of the last review.
        since: The day after which it tells what happened: that day, or one before which all is old.
        happened: What happened since then.
        unshown: Evidence that they were not shown yet, the newest first.
        topics: Aspirations and obstacles, and the day each was last raised with them; ``None`` if never.
        advice: What they advised, the latest first, and what is on record after it.
        hard: What to be ready for.
        talks: The last three talks, the latest first.
        rhythms: The cadences in force, with the next due day.
        addresses: E-mails, phones and links, where they were asked for.
    """

    day: date
    contact: str
    name: str
    title: str
    relations: tuple[str, ...]
    kind: str
    meeting: Meeting | None
    is_discreet: bool
    promises: tuple[Promise, ...]
    last: date | None
    since: date
    happened: tuple[Happening, ...]
    unshown: tuple[Happening, ...]
    topics: tuple[tuple[Topic, date | None], ...]
    advice: tuple[Advice, ...]
    hard: tuple[Hard, ...]
    talks: tuple[Conversation, ...]
    rhythms: tuple[Rhythm, ...]
    addresses: tuple[str, ...] = ()

    @property
    def i_owe(self) -> tuple[Promise, ...]:
        """The open promises of the owner to them."""
        return tuple(each for each in self.promises if each.mine)

    @property
    def owe_me(self) -> tuple[Promise, ...]:
        """The open promises of theirs to the owner."""
        return tuple(each for each in self.promises if not each.mine)

    def _sections(self) -> Iterator[tuple[Said, Sequence[Cell]]]:
        """The sections in the order that suits the kind of talk."""
        new = f"since {self.since}" if self.last is None else f"since the talk on {self.last}"
        found: dict[str, list[tuple[Said, Sequence[Cell]]]] = {
            "promises": [
                (Word("you promised them"), [str(each) for each in self.i_owe]),
                (Word("they promised you"), [str(each) for each in self.owe_me]),
            ],
            "lately": [(new, [str(each) for each in self.happened])],
            "evidence": [(Word("not shown to them yet"), [str(each) for each in self.unshown])],
            "topics": [
                (Word("raised with them"), [f"{topic}: {day or 'not yet'}" for topic, day in self.topics])
            ],
            "advice": [(Word("what they advised"), [str(each) for each in self.advice])],
            "hard": [(Word("if it gets hard"), [str(each) for each in self.hard])],
            "talks": [(Word("last talks"), [_talk_line(each) for each in self.talks])],
            "rhythm": [(Word("rhythm"), [str(each) for each in self.rhythms])],
        }
        for name in _ORDERS.get(self.kind, _USUAL):
            yield from found[name]

    def page(self) -> Page:
        """Who it is and when next, then the sections in the order that suits the kind of talk."""
        who = ", ".join(filter(None, [*self.relations, self.title]))
        top = [Line(who)] if who else []
        top += [Line(_address(each)) for each in self.addresses]
        if self.meeting is not None:
            top.append(Line((Word("next"), f": {self.meeting.title} on {self.meeting.on}")))
        return Page((self.name, f": {self.kind}, on {self.day}"), [*top, *sections(self._sections())])

    def __repr__(self) -> str:
        return f"<Brief for {self.contact} on {self.day}: {self.kind}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the name."""
        lists = ("promises", "happened", "unshown", "advice", "hard", "talks", "rhythms")
        plain_ones = ("contact", "name", "title", "kind", "is_discreet")
        return {
            "day": self.day.isoformat(),
            **{name: getattr(self, name) for name in plain_ones},
            "relations": list(self.relations),
            "meeting": None if self.meeting is None else self.meeting.to_dict(),
            "last": None if self.last is None else self.last.isoformat(),
            "since": self.since.isoformat(),
            "topics": {topic: None if day is None else day.isoformat() for topic, day in self.topics},
            **{name: [each.to_dict() for each in getattr(self, name)] for name in lists},
            "addresses": list(self.addresses),
        }


def _address(address: str) -> Cell:
    """An address that can be followed: an e-mail, a phone or a link, told apart by how it is written."""
    if address.count("@") == 1 and ":" not in address:
        return Link(address, f"mailto:{address}")
    digits = re.sub(r"[ ()./-]", "", address)
    return Link(address, f"tel:{digits}" if re.fullmatch(r"\+?[0-9]+", digits) else address)


def _talk_line(talk: Conversation) -> str:
    answered = {"yes": "", "no": ", not answered", "waiting": ", waiting for an answer"}[talk.answered]
    raised = f", raised {' and '.join(talk.raised)}" if talk.raised else ""
    note = "" if talk.note is None else f": {talk.note}"
    return f"{talk.on}, {talk.type or 'talk'}{answered}{raised}{note}"


def brief(now: Moment, contact: str, kind: str | None = None, *, addresses: bool = False) -> Brief:
    """The page for a talk with a contact.

    Args:
        now: The day.
        contact: Id of the contact.
        kind: What kind of talk it is for, such as ``one-to-one``, ``review``, ``advice``, ``interview``; if
            left out, the kind of the next event with them, or what suits what they are.
        addresses: Whether to show how to reach them.

    Raises:
        KeyError: If there is no such contact by the day.
        InvalidValue: If the kind is no lower-case word.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
    >>> plan += ct.Conversation(on="2026-02-03", contacts=["grace"], raised=["aspirations"])
    >>> print(brief(plan.as_of("2026-03-01"), "grace"))
    Grace Hopper: one-to-one, on 2026-03-01
    manager
    <BLANKLINE>
    raised with them:
    - aspirations: 2026-02-03
    - obstacles: not yet
    <BLANKLINE>
    last talks:
    - 2026-02-03, talk, raised aspirations
    """
    if not is_on_record(now, "contact", contact):
        raise not_there(now, "contact", contact)
    if kind is not None:
        broken = Conversation.spec.by_name["type"].shape.faults(kind, "kind")
        if broken:
            raise InvalidValue(broken)
    state, talks = now.contacts.get(contact), talks_with(now, contact)
    person = None if state is None else state.contact
    meeting = _meeting(now, contact)
    kind = kind or (meeting and meeting.kind) or _kind_for(now, person)
    seen = sight(now, contact, talks, kind == "review" or person is None or _is_manager(now, person))
    last = max((talk.on for talk in talks if talk.answered == "yes" and _ends(kind, talk)), default=None)
    since = ago(now, YEAR_DAYS if kind == "review" else QUARTER_DAYS) if last is None else last
    return Brief(
        day=now.day,
        contact=contact,
        name=contact if person is None else person.name,
        title="" if person is None else ", ".join(filter(None, [person.title, person.organization])),
        relations=() if person is None else person.relations,
        kind=kind,
        meeting=meeting,
        is_discreet=seen.is_discreet,
        promises=promises_with(now, contact),
        last=last,
        since=since,
        happened=happened(now, since, seen),
        unshown=_unshown(now, talks, seen),
        topics=tuple((topic, _last_raised(talks, topic)) for topic in get_args(Topic)),
        advice=advice_of(now, talks),
        hard=hard(now, {talk.id for talk in talks if talk.id is not None}, seen),
        talks=tuple(reversed(talks[-LAST_TALKS:])),
        rhythms=rhythms_with(now, contact),
        addresses=(*person.emails, *person.phones, *person.links) if person and addresses else (),
    )


def _meeting(now: Moment, contact: str) -> Meeting | None:
    """The next event with a contact that was neither called off nor attended."""
    dated = ((day_of(event), event) for event in now.standing(Event) if contact in event.contacts)
    ahead = [
        Meeting(event=event.id, title=event.title, kind=event.type if event.type in _ORDERS else None, on=day)
        for day, event in dated
        if day is not None and day >= now.day and now.events[event.id].resolution is None
    ]
    return min(ahead, key=lambda each: (each.on, each.event), default=None)


def _kind_for(now: Moment, person: Contact | None) -> str:
    """The kind of talk that suits what somebody is."""
    if person is None or _is_manager(now, person) or "report" in person.relations:
        return "one-to-one"
    return "interview" if "recruiter" in person.relations else "advice"


def _is_manager(now: Moment, person: Contact) -> bool:
    """Whether the owner reports to somebody: by what they are, or in a position held on the day."""
    held = (state.position.manager for state in now.positions.values() if state.is_current)
    return "manager" in person.relations or person.id in held


def _ends(kind: str, talk: Conversation) -> bool:
    """Whether what is new begins after a talk: for a review it does after the last review."""
    return kind != "review" or talk.type == "review"


def _unshown(now: Moment, talks: Sequence[Conversation], seen: Sight) -> tuple[Happening, ...]:
    """Evidence that was neither shown nor acknowledged in any of the talks, the newest first."""
    known = {id for talk in talks for id in (*talk.shown, *talk.acknowledged)}
    found = sorted(written_down(now, date.min, seen), key=lambda each: each.on, reverse=True)
    return tuple(each for each in found if each.id not in known)


def _last_raised(talks: Sequence[Conversation], topic: Topic) -> date | None:
    return next((talk.on for talk in reversed(talks) if topic in talk.raised), None)
