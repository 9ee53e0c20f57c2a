"""What went wrong and what was learned; and how things ended."""

from collections.abc import Iterator
from typing import ClassVar, final

import attrs

from careertrack.record import Dated, Fact
from careertrack.vocabulary import (
    CadenceId,
    CommitmentId,
    ConversationId,
    CourseId,
    Day,
    EventId,
    GoalId,
    Note,
    Outcome,
    RoutineId,
    SetbackId,
    Title,
    TransitionId,
    maybe_day,
    maybe_ref,
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Setback(Dated):
    """Something that went wrong, and what to make of it.

    Args:
        id: Must be given: the words of a setback are private.
        what: What went wrong.
        obstacle: What was in the way.
        lesson: What was learned.
        change: What to do differently.
        retry: When to try again; in the first record after ``on``.
        transition: The move it is about; or
        goal: the goal; or
        conversation: the talk.

    Raises:
        InvalidValue: If a field breaks its rule, or it is about more than one thing.

    >>> Setback(id="no-answer", on="2026-02-20", what="No answer", lesson="Call first").id
    'no-answer'
    """

    kind: ClassVar = "setback"
    schema_of_rules: ClassVar = {
        "not": {
            "anyOf": [
                {"required": ["transition", "goal"]},
                {"required": ["transition", "conversation"]},
                {"required": ["goal", "conversation"]},
            ]
        }
    }

    what: Note
    obstacle: Note | None = None
    lesson: Note | None = None
    change: Note | None = None
    retry: Day | None = attrs.field(default=None, converter=maybe_day)
    transition: TransitionId | None = attrs.field(default=None, converter=maybe_ref)
    goal: GoalId | None = attrs.field(default=None, converter=maybe_ref)
    conversation: ConversationId | None = attrs.field(default=None, converter=maybe_ref)

    def rules(self) -> Iterator[tuple[str, str]]:
        about = [name for name in ("transition", "goal", "conversation") if getattr(self, name) is not None]
        if len(about) > 1:
            yield about[1], f"left out, since it is about {{at}}.{about[0]}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Resolution(Fact):
    """How exactly one thing ended: done or dropped.  The latest one counts; a later revision reopens.

    Args:
        goal: The goal; or
        course: the course; or
        commitment: the promise; or
        routine: the routine; or
        cadence: the cadence; or
        event: the event, attended or not; or
        setback: the setback, come back from or let go.
        outcome: Done, or dropped on purpose.
        credential: What it earned: a certificate, a licence.
        expires: The day that the credential expires.

    Raises:
        InvalidValue: If it names none of these, or more than one.

    >>> Resolution(on="2026-02-05", commitment="send-cv").outcome
    'done'
    """

    kind: ClassVar = "resolution"
    schema_of_rules: ClassVar = {"dependentRequired": {"expires": ["credential"]}}
    one_of: ClassVar = ("goal", "course", "commitment", "routine", "cadence", "event", "setback")

    goal: GoalId | None = attrs.field(default=None, converter=maybe_ref)
    course: CourseId | None = attrs.field(default=None, converter=maybe_ref)
    commitment: CommitmentId | None = attrs.field(default=None, converter=maybe_ref)
    routine: RoutineId | None = attrs.field(default=None, converter=maybe_ref)
    cadence: CadenceId | None = attrs.field(default=None, converter=maybe_ref)
    event: EventId | None = attrs.field(default=None, converter=maybe_ref)
    setback: SetbackId | None = attrs.field(default=None, converter=maybe_ref)
    outcome: Outcome = "done"
    credential: Title | None = None
    expires: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.expires is not None and self.credential is None:
            yield "expires", "given with a credential"
