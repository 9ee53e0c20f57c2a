"""Which cards are one person, and whom of them the plan knows already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import Issue
from careertrack.formats.making import made_of
from careertrack.formats.merging import Made
from careertrack.formats.people import Known, shared_mailboxes
from careertrack.formats.vcard._ids import contact_id, own_id
from careertrack.formats.vcard._reading import Draft
from careertrack.records.people import Contact

# The property that holds each field, for the issues.
_PROPERTIES: Final[Mapping[str, str]] = {
    "name": "FN",
    "relations": "CATEGORIES",
    "organization": "ORG",
    "title": "TITLE",
    "emails": "EMAIL",
    "phones": "TEL",
    "links": "URL",
    "note": "NOTE",
}


class _Person(NamedTuple):
    """What cards say of one person, under the id that they give."""

    id: str
    draft: Draft

    @property
    def fields(self) -> Mapping[str, Any]:
        return self.draft.fields


def contacts(drafts: Iterable[Draft], known: Known) -> Iterator[Made]:
    """The contacts of some cards.

    Cards are one person's where they have one UID, where they are the same but for it, and where
    the plan knows them as one.  Of what cannot be merged the card that was changed last is right.

    Args:
        drafts: What the cards say.
        known: The contacts of the plan that is imported into.
    """
    # By what they say, so that nothing depends on the order of cards and files.
    ordered = sorted(drafts, key=lambda draft: (draft.uid, repr(draft.fields)))
    ordered.sort(key=lambda draft: draft.revised, reverse=True)
    people = _joined([_Person(_id(draft), draft) for draft in ordered], lambda one: one.id)
    # Of cards that are the same the plan's own id stays, or else always the same one.
    people = _joined(sorted(people, key=lambda one: (one.id not in known.ids, one.id)), _content)
    shared = shared_mailboxes((one.fields["name"], one.fields["emails"]) for one in people)
    people = [_known_as(one, known, shared) for one in people]
    for one in _joined(people, lambda one: one.id):
        contact = _contact(one)
        if contact is not None:
            yield Made(contact, one.draft.place.file, one.draft.place.line)


def _id(draft: Draft) -> str:
    said = draft.fields
    return contact_id(draft.uid, said["name"], said["links"], said["emails"], said["phones"])


def _content(one: _Person) -> Hashable:
    """What makes two cards the same; of those written here each id is somebody else."""
    return one.id if own_id(one.draft.uid) else tuple(sorted(one.fields.items()))


def _known_as(one: _Person, known: Known, shared: Collection[str]) -> _Person:
    """A person under the id that the plan has for them."""
    if one.id in known.ids:
        return one
    said = one.fields
    return one._replace(id=known.same(said["name"], said["links"], said["emails"], shared) or one.id)


def _joined(people: Sequence[_Person], key: Callable[[_Person], Hashable]) -> list[_Person]:
    """People of one key as one, in the order of the first of each."""
    groups: dict[Hashable, list[_Person]] = {}
    for one in people:
        groups.setdefault(key(one), []).append(one)
    return [_merged(group) if len(group) > 1 else group[0] for group in groups.values()]


def _merged(group: Sequence[_Person]) -> _Person:
    first = group[0]
    fields = {name: _value(name, group) for name in first.fields}
    return first._replace(draft=attrs.evolve(first.draft, fields=fields))


def _value(name: str, group: Sequence[_Person]) -> Any:
    """A field of a person of whom there are several cards: all items of a list, or what the first says.

    Where another card contradicts it, that is reported.
    """
    values = [one.fields[name] for one in group]
    if isinstance(values[0], tuple):
        return tuple(dict.fromkeys(chain.from_iterable(values)))
    kept = next(filter(None, values), "")
    for one in group:
        if one.fields[name] not in {"", kept}:
            reason = f"says something else of contact {group[0].id}: not taken"
            one.draft.place.add("repeated", reason, _PROPERTIES[name])
    return kept


def _contact(one: _Person) -> Contact | None:
    def told(field: str, issue: Issue) -> None:
        one.draft.place.add("value", issue.message, _PROPERTIES[field])

    return made_of(Contact, {"id": one.id, **one.fields}, told)
