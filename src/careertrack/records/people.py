"""Other people and organizations, the talks with them, and what was promised."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, ClassVar, Final, final, get_args

import attrs

from careertrack.record import Dated, Fact, Timeless
from careertrack.shapes import Choice, Many, Ref, Text, Word
from careertrack.vocabulary import (
    Answer,
    ContactId,
    Contacts,
    ConversationId,
    Day,
    EventId,
    Gathering,
    Helped,
    Link,
    Minutes,
    Moment,
    Note,
    Pay,
    PersonId,
    Pillar,
    Posting,
    Private,
    Proofs,
    Side,
    Stars,
    Talk,
    Title,
    Topic,
    TransitionId,
    ZoneKey,
    maybe_day,
    maybe_moment,
    maybe_money,
    maybe_ref,
    own_id,
    refs,
    texts,
    topics,
)

RELATION: Final = Word(
    "manager",
    "mentor",
    "peer",
    "recruiter",
    "partner",
    "reference",
    "friend",
    "report",
    "client",
    "former-peer",
)
Emails = Annotated[tuple[str, ...], Many(Text(320, personal=True), most=50, unique=True)]
Phones = Annotated[tuple[str, ...], Many(Text(100, personal=True), most=50, unique=True)]
Links = Annotated[tuple[str, ...], Many(Text(2_000, personal=True), most=50, unique=True)]
Partners = Annotated[tuple[str, ...], Many(Ref("contact"), least=1, unique=True)]
Relations = Annotated[tuple[str, ...], Many(RELATION, most=20, unique=True)]
Topics = Annotated[tuple[Topic, ...], Many(Choice(get_args(Topic)), unique=True)]
Aliases = Annotated[tuple[str, ...], Many(Text(500), most=100, unique=True)]


@final
@attrs.frozen(kw_only=True, repr=False)
class Organization(Timeless):
    """A company, school, agency or association.

    Args:
        name: Its name; the id is made from it when none is given.
        aliases: Other names that records may know it by.
        motivation: How much the person wants to be there, 1 to 5.
        posting: Whether it is known to have no, a related or a fitting position open.
        link: Where it is on the web.

    >>> Organization(name="Analytical Engines", motivation=5).id
    'analytical-engines'
    """

    kind: ClassVar = "organization"
    id_from: ClassVar = "name"

    name: Title
    aliases: Aliases = attrs.field(default=(), converter=texts)
    motivation: Stars | None = None
    posting: Posting | None = None
    link: Link | None = None


@final
@attrs.frozen(kw_only=True, repr=False)
class Contact(Timeless):
    """A person.  Only the id, the relations, trust and days are ever shown in ``repr`` or errors.

    Args:
        id: Must be given, and is never made from the name: ids appear in logs and errors.
        name: How the person is called.
        relations: What they are to the owner: manager, mentor, peer, recruiter, reference.
        organization: Where they work, by name.
        title: What they do there.
        emails: Addresses, the main one first.
        phones: Numbers, the main one first.
        links: Profiles and pages.
        trust: How far the owner would confide in them, 1 to 5.
        introduced_by: The contact who made the introduction.
        met: The day of getting to know each other.
        met_at: The event of getting to know each other.
        vouches: Whether they have said they would recommend the owner.

    >>> Contact(id="grace", name="Grace Hopper", relations=["manager"], emails=["grace@example.org"])
    Contact(id='grace', relations=('manager',))
    """

    kind: ClassVar = "contact"

    id: PersonId = attrs.field(default="", converter=own_id)
    name: Private
    relations: Relations = attrs.field(default=(), converter=texts)
    organization: Private | None = None
    title: Private | None = None
    emails: Emails = attrs.field(default=(), converter=texts)
    phones: Phones = attrs.field(default=(), converter=texts)
    links: Links = attrs.field(default=(), converter=texts)
    trust: Stars | None = None
    introduced_by: ContactId | None = attrs.field(default=None, converter=maybe_ref)
    met: Day | None = attrs.field(default=None, converter=maybe_day)
    met_at: EventId | None = attrs.field(default=None, converter=maybe_ref)
    vouches: bool = False

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.introduced_by is not None and self.introduced_by == self.id:
            yield "introduced_by", "another contact"


@final
@attrs.frozen(kw_only=True, repr=False)
class Event(Timeless):
    """Something to go to: a conference, an evening, an appointment, an interview slot.

    Args:
        title: The id is made from it when none is given.
        type: What sort of event, an open word.
        starts: A day, or a local time to the minute.
        zone: IANA zone of a local time, such as ``Europe/Berlin``; its syntax alone is checked.
        minutes: How long it takes.
        contacts: Who will be there.
        cost: What it costs.
        transition: The move that it belongs to.
        link: Where it is on the web.

    Raises:
        InvalidValue: If a field breaks its rule, or a time has no zone, or a day has one.

    >>> Event(title="PyData evening", type="evening", starts="2026-03-12T18:30", zone="Europe/Berlin").id
    'pydata-evening'
    """

    kind: ClassVar = "event"
    id_from: ClassVar = "title"
    schema_of_rules: ClassVar = {
        "if": {"properties": {"starts": {"pattern": "T"}}, "required": ["starts"]},
        "then": {"required": ["zone"]},
        "else": {"not": {"required": ["zone"]}},
    }

    title: Title
    type: Gathering | None = None
    starts: Moment | None = attrs.field(default=None, converter=maybe_moment)
    zone: ZoneKey | None = None
    minutes: Minutes | None = None
    contacts: Contacts = attrs.field(default=(), converter=refs)
    cost: Pay | None = attrs.field(default=None, converter=maybe_money)
    transition: TransitionId | None = attrs.field(default=None, converter=maybe_ref)
    link: Link | None = None

    def rules(self) -> Iterator[tuple[str, str]]:
        timed = isinstance(self.starts, datetime)
        if timed and self.zone is None:
            yield "zone", "given, since {at}.starts is a time"
        if not timed and self.zone is not None:
            yield "zone", "left out, since {at}.starts is no time"


@final
@attrs.frozen(kw_only=True, repr=False)
class Conversation(Fact):
    """A talk, a message, or the attempt at one: reaching out is the touch.

    Args:
        contacts: With whom.
        type: What kind of talk, an open word.
        minutes: How long it took.
        answered: Whether they answered, did not, or the owner is waiting.
        asked_by: Who asked for it.
        raised: What the owner raised: aspirations, obstacles.
        advice: What they advised.
        helped: Whom it helped.
        shown: Evidence that was shown.
        acknowledged: Evidence that they acknowledged.
        transition: The move that it was about.
        event: The event that it took place at.

    >>> Conversation(on="2026-02-03", contacts=["grace"], type="one-to-one").contacts
    ('grace',)
    """

    kind: ClassVar = "conversation"

    contacts: Partners = attrs.field(converter=refs)
    type: Talk | None = None
    minutes: Minutes | None = None
    answered: Answer = "yes"
    asked_by: Side | None = None
    raised: Topics = attrs.field(default=(), converter=topics)
    advice: Note | None = None
    helped: Helped | None = None
    shown: Proofs = attrs.field(default=(), converter=refs)
    acknowledged: Proofs = attrs.field(default=(), converter=refs)
    transition: TransitionId | None = attrs.field(default=None, converter=maybe_ref)
    event: EventId | None = attrs.field(default=None, converter=maybe_ref)


@final
@attrs.frozen(kw_only=True, repr=False)
class Commitment(Dated):
    """A promise: mine to somebody, somebody's to me, or mine to myself.

    Args:
        id: Must be given: the words of a promise may be private.
        what: What was promised.
        by: The contact who promised; the owner when left out.
        to: The contact it was promised to; the owner when left out.
        pillar: Of a promise to oneself, where it belongs.
        due: The day to have kept it by; in the first record after ``on``.
        cue: When and where it will be done: "Tuesday 9:00, library".
        conversation: The talk it was made in.

    Raises:
        InvalidValue: If a field breaks its rule, both sides are one contact, or a promise to
            oneself has no pillar.

    >>> Commitment(id="send-cv", on="2026-02-03", what="Send the CV", to="grace", due="2026-02-06").due
    datetime.date(2026, 2, 6)
    """

    kind: ClassVar = "commitment"
    schema_of_rules: ClassVar = {
        "oneOf": [{"required": ["pillar"]}, {"anyOf": [{"required": ["by"]}, {"required": ["to"]}]}]
    }

    what: Note
    by: ContactId | None = attrs.field(default=None, converter=maybe_ref)
    to: ContactId | None = attrs.field(default=None, converter=maybe_ref)
    pillar: Pillar | None = None
    due: Day | None = attrs.field(default=None, converter=maybe_day)
    cue: Private | None = None
    conversation: ConversationId | None = attrs.field(default=None, converter=maybe_ref)

    def rules(self) -> Iterator[tuple[str, str]]:
        to_myself = self.by is None and self.to is None
        if to_myself and self.pillar is None:
            yield "pillar", "given, since the promise is to oneself; or give by or to"
        if not to_myself and self.pillar is not None:
            yield "pillar", "left out, since the promise is not to oneself"
        if self.by is not None and self.by == self.to:
            yield "to", "another contact than {at}.by"
