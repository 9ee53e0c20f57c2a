"""What a plan does for the people in it: show what it holds of somebody, forget them, hide all names."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from careertrack.document import Document
    from careertrack.ledger import Ledger
    from careertrack.plan import Plan
    from careertrack.privacy.disclosing import Disclosed
    from careertrack.privacy.erasing import Erased
    from careertrack.record import Record

__all__ = ["Protecting"]


class Protecting:
    """The doors of a plan to what its people may ask for.  What they need is imported when it is used."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        @abstractmethod
        def _document(self) -> Document: ...

        @property
        @abstractmethod
        def _ledger(self) -> Ledger: ...

        @abstractmethod
        def _rebuilt(self, records: Iterable[Record]) -> Self: ...

        @classmethod
        @abstractmethod
        def _of(cls, document: Document) -> Self: ...

    def export_contact(self, id: str, /) -> Disclosed:
        """Everything that is held about a contact: for whoever asks what you know about them.

        Args:
            id: Id of the contact.

        Returns:
            The records that are about the contact or name the id, and the places in all others that
            still name the person; ``to_dict()`` has both as plain data.

        Raises:
            KeyError: If there is no such contact.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Contact(id="c-7f3a", name="Grace Hopper")
        >>> plan += ct.Conversation(on="2026-02-03", contacts=["c-7f3a"], type="advice")
        >>> plan += ct.Setback(id="no-answer", on="2026-02-20", what="No answer", lesson="Ask Grace first")
        >>> held = plan.export_contact("c-7f3a")
        >>> held
        <Disclosed: 2 records about c-7f3a, named in 1 more place>
        >>> list(held.mentions)
        ['$.records[2].lesson']
        """
        from careertrack.privacy.disclosing import disclosed

        return disclosed(self._document, id)

    def erase_contact(self, id: str, /, *, keep_counts: bool = False) -> Erased:
        """A plan in which a contact does not occur, and the places in free text that still name them.

        What is about the contact alone goes: their records, talks, promises and rhythms, and how those
        ended.  What is about others as well stays without the id: a talk with two, an event, the move
        that they led to, whom they introduced.

        Args:
            id: Id of the contact.
            keep_counts: Whether talks, promises and rhythms stay for the sake of what they count in,
                with their words left out and somebody nameless in the person's place.

        Raises:
            KeyError: If there is no such contact.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Contact(id="c-7f3a", name="Grace Hopper")
        >>> plan += ct.Conversation(on="2026-02-03", contacts=["c-7f3a"], type="advice")
        >>> plan += ct.Setback(id="no-answer", on="2026-02-20", what="No answer", lesson="Ask Grace first")
        >>> erased = plan.erase_contact("c-7f3a")
        >>> erased
        <Erased: 2 records removed, 0 changed, 1 place left to edit>
        >>> erased.mentions
        ('$.records[0].lesson',)
        """
        from careertrack.privacy.erasing import Erased, nameless, without
        from careertrack.privacy.traces import found_in, traces_of

        traces = traces_of(self._ledger, id)
        fates = (nameless if keep_counts else without)(self._ledger, id)
        plan = self._rebuilt(then for _, then in fates if then is not None)
        return Erased(
            plan=cast("Plan", plan),  # whose doors these are
            removed=tuple(record for record, then in fates if then is None),
            changed=tuple(then for record, then in fates if then is not None and then is not record),
            mentions=tuple(path for path, _ in found_in(plan._document, traces)),
        )

    def pseudonymise(self, key: bytes | str, /) -> Self:
        """The same plan without a name or a word of anybody's own: pseudonyms in their place.

        Days, numbers, amounts, kinds and relations stay, so a review gives the same numbers.  Ids,
        names, titles and free text become pseudonyms; addresses, links, notes and the data of other
        programs go.  With the same key the same id has the same pseudonym, so two exports can be joined.

        Args:
            key: A secret of 16 bytes or more; text is taken as UTF-8.  Who has it can find out which
                pseudonym a known id or text has.

        Raises:
            InvalidValue: If the key is shorter, or neither bytes nor text.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Leave Initech", pillar="change", target=10)
        >>> goal, = plan.pseudonymise(b"sixteen bytes...").records
        >>> goal.id, goal.title, goal.target
        ('goal-41c64215ace0347f', 'Goal 41c64215ace0347f', 10.0)
        """
        from careertrack.privacy.pseudonyms import pseudonymised

        document, records = pseudonymised(self._document, key)
        return self._of(document)._rebuilt(records)
