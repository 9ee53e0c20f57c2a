"""The network: what came through whom, whom to thank, who has not been heard of, and how it is made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.outlook.words import counted
from careertrack.page import Page, Shown, Word
from careertrack.page.words import plain
from careertrack.pillars.people import contacts
from careertrack.pillars.spans import YEAR_DAYS, waited
from careertrack.questions.asking import contact_name, sections
from careertrack.questions.credit import Credit, by_channel, by_contact, by_event
from careertrack.records.people import Contact, Conversation

__all__ = ["Mix", "Network", "Quiet", "Thanks"]


@attrs.frozen(kw_only=True)
class Thanks:
    """Somebody who helped, and whom no talk from that day on thanked or helped.

    Args:
        contact: Their id.
        on: The latest day that they helped.
        times: In how many talks since they were last thanked.
    """

    contact: str
    on: date
    times: int

    def told(self) -> str:
        """When they helped, in a few words."""
        return f"helped on {self.on}" + (f", {self.times} times in all" if self.times > 1 else "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"contact": self.contact, "on": self.on.isoformat(), "times": self.times}


@attrs.frozen(kw_only=True)
class Quiet:
    """A contact with whom there has been no talk for over a year, or never.

    Args:
        contact: Their id.
        last: The day of the last talk; ``None`` if none is on record.
        met: The day that they met; ``None`` if it is not known.
        days: The days since then, or else since they met, paused ones left out; ``None`` if neither is known.
        vouches: Whether they have said they would recommend the owner.
    """

    contact: str
    last: date | None
    met: date | None
    days: int | None
    vouches: bool

    def told(self) -> str:
        """Since when, in a few words."""
        if self.last is not None:
            since = f"last talk on {self.last}"
        else:
            since = "no talk on record" + ("" if self.met is None else f", met on {self.met}")
        return since + ("; vouches for you" if self.vouches else "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        days = {name: day and day.isoformat() for name, day in (("last", self.last), ("met", self.met))}
        return {"contact": self.contact, **days, "days": self.days, "vouches": self.vouches}


@attrs.frozen(kw_only=True)
class Mix:
    """How the contacts are spread over something: a description, no judgement.

    Args:
        counts: How many contacts each has, the most first, then by name.
        stated: Of how many contacts it is known.
        unknown: Of how many it is not.
    """

    counts: tuple[tuple[str, int], ...] = attrs.field(repr=False)
    stated: int
    unknown: int

    @property
    def largest_share(self) -> float | None:
        """The share of the largest among the contacts of whom it is known; ``None`` if it is of nobody."""
        return self.counts[0][1] / self.stated if self.counts else None

    def lines(self) -> Iterator[str]:
        """A line for each, then one for those of whom it is not known."""
        for name, count in self.counts:
            yield f"{plain(name)}: {count:,} of {self.stated:,}, {count / self.stated:.0%}"
        if self.unknown and self.stated:
            yield f"not known of {self.unknown:,} more"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "counts": dict(self.counts),
            "stated": self.stated,
            "unknown": self.unknown,
            "largest_share": self.largest_share,
        }


@attrs.frozen(kw_only=True, repr=False)
class Network(Shown):
    """What came through whom, whom to thank, who has not been heard of, and how the network is made up.

    It counts what is on record.  Nobody's closeness is scored.

    Args:
        day: The day it speaks of.
        size: How many contacts there are.
        contacts: What came through each contact, the furthest first.
        events: What came through each event.
        channels: What came through each channel.
        thanks: Who helped and was not thanked since, the latest help first.
        quiet: With whom there was no talk for over a year, or never; the longest first, unknown last.
        relations: By what they are to the owner; somebody may be several things.
        organizations: By where they are.
        names: What everybody who is mentioned is called, by id.
        titles: What the events are called, by id.
    """

    day: date
    size: int
    contacts: tuple[Credit, ...]
    events: tuple[Credit, ...]
    channels: tuple[Credit, ...]
    thanks: tuple[Thanks, ...]
    quiet: tuple[Quiet, ...]
    relations: Mix
    organizations: Mix
    names: Mapping[str, str] = attrs.field(hash=False)
    titles: Mapping[str, str] = attrs.field(hash=False)

    def page(self) -> Page:
        """What is on record, a section for each question."""
        people, events = self.names, self.titles
        found = (
            (Word("came through people"), [_told(people[each.id], each) for each in self.contacts]),
            (Word("came through events"), [_told(events[each.id], each) for each in self.events]),
            (Word("came through channels"), [_told(each.id, each) for each in self.channels]),
            (Word("to thank"), [_told(people[each.contact], each) for each in self.thanks]),
            (
                Word("no talk for a year, or none on record"),
                [_told(people[each.contact], each) for each in self.quiet],
            ),
            (Word("what they are to you"), list(self.relations.lines())),
            (Word("where they are"), list(self.organizations.lines())),
        )
        title = (Word("your network"), f" on {self.day}: {counted(self.size, 'contact')}")
        return Page(title, sections(found))

    def __repr__(self) -> str:
        return f"<Network of {self.size} on {self.day}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the names."""
        lists = ("contacts", "events", "channels", "thanks", "quiet")
        return {
            "day": self.day.isoformat(),
            "size": self.size,
            **{name: [each.to_dict() for each in getattr(self, name)] for name in lists},
            "relations": self.relations.to_dict(),
            "organizations": self.organizations.to_dict(),
            "names": dict(self.names),
            "titles": dict(self.titles),
        }


def _told(name: str, what: Credit | Thanks | Quiet) -> str:
    return f"{name}: {what.told()}"


def network(now: Moment) -> Network:
    """What came through whom, whom to thank, who has not been heard of, and how the network is made up.

    Args:
        now: The day.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben Example", met="2026-01-09")
    >>> plan += ct.Transition(on="2026-02-02", title="Data lead", contact="ben")
    >>> plan += ct.Step(on="2026-02-03", transition="data-lead", stage="applied")
    >>> print(network(plan.as_of("2026-03-01")).contacts[0].told())
    1 move, 1 applied for
    """
    people = now.once(contacts)
    credits, events = by_contact(now), by_event(now)
    owed, silent = tuple(_owed(now)), tuple(_silent(now, people))
    mentioned = [id for each in (*credits, *events) for id in each.people]
    mentioned += [each.id for each in credits]
    mentioned += [each.contact for each in owed] + [each.contact for each in silent]
    return Network(
        day=now.day,
        size=len(people),
        contacts=credits,
        events=events,
        channels=by_channel(now),
        thanks=owed,
        quiet=silent,
        relations=_mix(each.relations for each in people),
        organizations=_mix(_places(now, people)),
        names={id: contact_name(now, id) for id in mentioned},
        titles={each.id: _title(now, each.id) for each in events},
    )


def _title(now: Moment, event: str) -> str:
    state = now.events.get(event)
    return event if state is None else state.event.title


def _owed(now: Moment) -> list[Thanks]:
    """Who helped the owner, or gave advice, and was neither thanked nor helped from that day on."""
    helped: dict[str, list[date]] = {}
    thanked: dict[str, date] = {}
    for talk in now.facts(Conversation):
        if talk.type == "thanks" or talk.helped in {"them", "both"}:
            thanked.update(dict.fromkeys(talk.contacts, talk.on))
        elif talk.helped == "me" or talk.advice is not None:
            for id in talk.contacts:
                helped.setdefault(id, []).append(talk.on)
    since = {id: [day for day in days if thanked.get(id, date.min) < day] for id, days in helped.items()}
    owed = [Thanks(contact=id, on=days[-1], times=len(days)) for id, days in since.items() if days]
    return sorted(owed, key=lambda each: (-each.on.toordinal(), each.contact))


def _silent(now: Moment, people: Iterable[Contact]) -> list[Quiet]:
    """With whom there was no talk for over a year: by the last one, or else by the day they met."""
    found = []
    for contact in people:
        last = now.contacts[contact.id].last_talk
        since = contact.met if last is None else last.on
        days = None if since is None else waited(now, since)
        if days is None or days > YEAR_DAYS:
            found.append(
                Quiet(
                    contact=contact.id,
                    last=None if last is None else last.on,
                    met=contact.met,
                    days=days,
                    vouches=contact.vouches,
                )
            )
    return sorted(found, key=lambda each: (each.days is None, -(each.days or 0), each.contact))


def _places(now: Moment, people: Iterable[Contact]) -> Iterator[tuple[str, ...]]:
    """Where each contact is, by the name of the organization that is known by what they say."""
    called: dict[str, str] = {}
    for state in now.organizations.values():
        for name in state.names:
            called.setdefault(folded(name), state.organization.name)
    for contact in people:
        if contact.organization is None:
            yield ()
        else:
            # One way of writing it for all, the first that is on record.
            yield (called.setdefault(folded(contact.organization), contact.organization.strip()),)


def _mix(stated: Iterable[tuple[str, ...]]) -> Mix:
    each = list(stated)
    counts = Counter(word for words in each for word in words)
    known = sum(bool(words) for words in each)
    return Mix(
        counts=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        stated=known,
        unknown=len(each) - known,
    )
