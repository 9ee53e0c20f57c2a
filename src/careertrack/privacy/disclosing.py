"""What a plan holds about one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from careertrack.document import Document
from careertrack.outlook.words import counted
from careertrack.privacy.erasing import without
from careertrack.privacy.traces import found_in, traces_of
from careertrack.record import Record

__all__ = ["Disclosed"]


@attrs.frozen(kw_only=True, repr=False)
class Disclosed:
    """Everything that a plan holds about a contact.

    Other people may occur in it as well: look it through before you hand it out.

    Args:
        contact: Id of the contact.
        records: The records that are about them or name their id, in the plan's order.
        mentions: Where all other records still name them: the JSON path, and what stands there.
    """

    contact: str
    records: tuple[Record, ...]
    mentions: Mapping[str, str] = attrs.field(hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data, personal as it is: the id, the records, and each place with its text.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben Example")
        >>> plan.export_contact("ben").to_dict()["records"]
        [{'kind': 'contact', 'id': 'ben', 'name': 'Ben Example'}]
        """
        return {
            "contact": self.contact,
            "records": [record.to_dict() for record in self.records],
            "mentions": [{"path": path, "text": text} for path, text in self.mentions.items()],
        }

    def __repr__(self) -> str:
        records = f"{counted(len(self.records), 'record')} about {self.contact}"
        return f"<Disclosed: {records}, named in {counted(len(self.mentions), 'more place')}>"


def disclosed(document: Document, id: str) -> Disclosed:
    """Everything that a document holds about a contact.

    What is about somebody is what would go, or change, if they were erased.

    Raises:
        KeyError: If there is no such contact.
    """
    traces = traces_of(document.ledger, id)
    fates = without(document.ledger, id)
    about = tuple(record for record, fate in fates if fate is not record)
    others = {place for place, (record, fate) in enumerate(fates) if fate is record}
    return Disclosed(contact=id, records=about, mentions=dict(found_in(document, traces, others)))
