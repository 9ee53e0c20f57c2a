"""Introductions: whom the owner knows at first hand, and whom one can reach through others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from careertrack.moment import Moment
from careertrack.records.people import Contact

# What nobody is to a stranger.  A recruiter or a client on a list may never have heard of the owner.
AT_FIRST_HAND: Final = frozenset({"manager", "mentor", "peer", "former-peer", "friend", "report"})


def knows_at_first_hand(now: Moment, contact: Contact) -> bool:
    """Whether the owner knows a contact, and does not only know of them.

    They have met, or a talk took place, or the contact vouches for the owner, or is to them what no
    stranger is.  Of whom nothing else is said, it is taken for granted, unless somebody made the
    introduction: then the way leads through that contact.
    """
    if contact.vouches or not AT_FIRST_HAND.isdisjoint(contact.relations):
        return True
    if contact.met is not None and contact.met <= now.day:
        return True
    if any(talk.answered == "yes" for talk in now.contacts[contact.id].talks):
        return True
    return contact.met is None and contact.introduced_by is None


def acquainted(now: Moment) -> dict[str, list[str]]:
    """Whom each contact knows by an introduction: whom they introduced, and who introduced them."""
    known: dict[str, list[str]] = {id: [] for id in now.contacts}
    for contact in now.standing(Contact):
        if contact.introduced_by in known:
            known[contact.id].append(contact.introduced_by)
            known[contact.introduced_by].append(contact.id)
    return known


def reached(now: Moment) -> dict[str, str | None]:
    """Everybody whom introductions reach, and who comes before them on the shortest path, if anybody.

    Of several shortest paths it is the one that comes first by ids.  Introductions lead in no circle, so
    from one person to another there is one way at most, and the first contact of a path decides: those at
    first hand are gone through in the order of their ids.
    """
    known = acquainted(now)
    first = sorted(each.id for each in now.standing(Contact) if knows_at_first_hand(now, each))
    before: dict[str, str | None] = dict.fromkeys(first)
    row = first
    while row:
        further: list[str] = []
        for id in row:
            for other in known[id]:
                if other not in before:
                    before[other] = id
                    further.append(other)
        row = further
    return before


def path_to(id: str, before: Mapping[str, str | None]) -> tuple[str, ...] | None:
    """The path to a contact, ending with them; ``None`` where no introductions lead to them."""
    if id not in before:
        return None
    way = [id]
    while (last := before[way[-1]]) is not None:
        way.append(last)
    return tuple(reversed(way))
