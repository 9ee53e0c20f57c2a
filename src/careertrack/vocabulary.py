"""The words a person picks from, and the common field types.

A closed vocabulary is a `Literal`, so the type checker knows it.  A field type is a plain type
with its shape: ``Day`` is a `date` to a type checker and a gate to the constructor.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

from careertrack.shapes import (
    Cash,
    Date,
    Extra,
    Interval,
    LocalTime,
    Many,
    Newer,
    Number,
    PartialDate,
    Ref,
    Slug,
    Text,
    Whole,
    Word,
    Zone,
)
from careertrack.values import Every, JsonObject, Money

# --- Closed vocabularies ---------------------------------------------------------------

Pillar = Literal["direction", "skills", "manager", "network", "change", "perseverance"]
PILLARS: Final[tuple[Pillar, ...]] = get_args(Pillar)
Rater = Literal["self", "peer", "manager", "test", "certificate"]
Stage = Literal[
    "lead", "applied", "screening", "interviewing", "offer", "accepted", "declined", "rejected", "withdrawn"
]
Move = Literal["external", "internal", "promotion", "career-change", "self-employment", "break"]
Occupation = Literal["job", "self-employment", "study", "caring", "volunteering", "break"]
Posting = Literal["none", "related", "fitting"]
Answer = Literal["yes", "no", "waiting"]
Side = Literal["me", "them"]
Helped = Literal["me", "them", "both"]
Topic = Literal["aspirations", "obstacles"]
Outcome = Literal["done", "dropped"]
Why = Literal["rest", "illness", "family", "unlogged"]
Counted = Literal["conversations", "new-contacts", "applications", "follow-ups", "events", "reflections"]
Period = Literal["week", "month"]
PayPeriod = Literal["hour", "day", "month", "year"]
Anchor = Literal["schedule", "last-touch"]
Force = Literal["must", "want", "must-not"]

# --- Field types -----------------------------------------------------------------------

Id = Annotated[str, Slug()]
PersonId = Annotated[str, Slug(of_person=True)]
Title = Annotated[str, Text(500)]
Note = Annotated[str, Text(20_000, personal=True)]
Private = Annotated[str, Text(500, personal=True)]
Link = Annotated[str, Text(2_000)]
PrivateLink = Annotated[str, Text(2_000, personal=True)]

Day = Annotated[date, Date()]
PartDay = Annotated[str, PartialDate()]
Moment = Annotated[date | datetime, LocalTime()]
ZoneKey = Annotated[str, Zone()]
Rhythm = Annotated[Every, Interval()]

Level = Annotated[float, Number(0, 1000)]
Top = Annotated[float, Number(1, 1000)]
Importance = Annotated[float, Number(1, 5)]
Grade = Annotated[float, Number(0, 3)]
Share = Annotated[float, Number(0, 1)]
Amount = Annotated[float, Number(-1e15, 1e15)]
Points = Annotated[float, Number(0, 10)]
Mark = Annotated[int, Whole(-2, 2)]
Stars = Annotated[int, Whole(1, 5)]
Minutes = Annotated[int, Whole(1, 1_000_000)]
WeekMinutes = Annotated[int, Whole(0, 10_080)]
Times = Annotated[int, Whole(1, 1_000)]
Pay = Annotated[Money, Cash()]
Balance = Annotated[Money, Cash(debt=True)]

Talk = Annotated[
    str,
    Word(
        "one-to-one",
        "review",
        "advice",
        "informational",
        "interview",
        "follow-up",
        "thanks",
        "catch-up",
        "pitch",
    ),
]
Gathering = Annotated[
    str, Word("conference", "seminar", "evening", "appointment", "interview", "course", "fair", "meetup")
]
Channel = Annotated[
    str,
    Word(
        "referral",
        "job-board",
        "recruiter",
        "cold",
        "event",
        "company-site",
        "internal",
        "linkedin",
        "contact",
    ),
]

SkillId = Annotated[str, Ref("skill")]
RoleId = Annotated[str, Ref("role")]
CourseId = Annotated[str, Ref("course")]
ContactId = Annotated[str, Ref("contact")]
EventId = Annotated[str, Ref("event")]
GoalId = Annotated[str, Ref("goal")]
RoutineId = Annotated[str, Ref("routine")]
CadenceId = Annotated[str, Ref("cadence")]
CommitmentId = Annotated[str, Ref("commitment")]
EvidenceId = Annotated[str, Ref("evidence")]
TransitionId = Annotated[str, Ref("transition")]
SetbackId = Annotated[str, Ref("setback")]
ConversationId = Annotated[str, Ref("conversation")]

Skills = Annotated[tuple[str, ...], Many(Ref("skill"), unique=True)]
Roles = Annotated[tuple[str, ...], Many(Ref("role"), unique=True)]
Contacts = Annotated[tuple[str, ...], Many(Ref("contact"), unique=True)]
Goals = Annotated[tuple[str, ...], Many(Ref("goal"), unique=True)]
Proofs = Annotated[tuple[str, ...], Many(Ref("evidence"), unique=True)]

Others = Annotated[JsonObject, Extra()]
Unread = Annotated[JsonObject, Newer()]

# --- What a type checker lets through ----------------------------------------------------
#
# A constructor takes more than a field keeps: a day as text, a record for its id, a list for
# a tuple.  Type checkers learn that from a field's `converter`; at run time the gate of the
# field's shape does the work, and a test insists that the two agree.

if TYPE_CHECKING:
    from careertrack.record import Record

    def day(value: date | str) -> date: ...
    def maybe_day(value: date | str | None) -> date | None: ...
    def maybe_part_day(value: date | str | None) -> str | None: ...
    def moment(value: date | str) -> date: ...
    def maybe_moment(value: date | str | None) -> date | None: ...
    def ref(value: str | Record) -> str: ...
    def maybe_ref(value: str | Record | None) -> str | None: ...
    def refs(value: Collection[str | Record]) -> tuple[str, ...]: ...
    def texts(value: Collection[str]) -> tuple[str, ...]: ...
    def topics(value: Collection[Topic]) -> tuple[Topic, ...]: ...
    def maybe_money(value: Money | str | None) -> Money | None: ...
    def money(value: Money | str) -> Money: ...
    def rhythm(value: Every | str) -> Every: ...
    def own_id(value: str | None) -> str: ...
    def json_object(value: Any) -> JsonObject: ...

else:
    day = maybe_day = maybe_part_day = moment = maybe_moment = None
    ref = maybe_ref = refs = texts = topics = None
    maybe_money = money = rhythm = own_id = json_object = None
