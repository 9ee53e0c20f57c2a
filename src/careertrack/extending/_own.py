"""What an extension is made of: rules, measures and sources of roles, each a function with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar, Final, NamedTuple, get_args

import attrs

from careertrack.catalogue import KINDS
from careertrack.errors import Issue
from careertrack.extending._named import Named, OwnName, Sentence, naming
from careertrack.extending._view import View
from careertrack.methods.checks import refuse
from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Severity
from careertrack.practice.marks import Rated
from careertrack.record import Record
from careertrack.records.roles import Role
from careertrack.score import Score
from careertrack.shapes import Choice, Number, Slug, Text
from careertrack.vocabulary import PILLARS, Pillar

Found = Mapping[str, Any] | tuple[Mapping[str, Any], Iterable[Record]]
"""What a finding yields: the facts of its sentence, and the records behind it."""

HEAVIEST: Final = 1000  # house: the library's own measures weigh 1 to 3

# --- Findings --------------------------------------------------------------------------------------


@attrs.frozen
class OwnFinding(Named):
    """A rule of an extension, as `finding` makes it.  Called with a day, it gives what is found then.

    Args:
        code: What its findings are known by, with a prefix of its own.
        severity: How pressing they are: ``hint``, ``notice`` or ``warning``.
        pillar: Where they belong.
        sentence: What their messages are made from.
        function: What finds them.
    """

    shapes: ClassVar = {
        "code": OwnName(),
        "severity": Choice(get_args(Severity)),
        "pillar": Choice(PILLARS),
        "sentence": Sentence(),
    }

    code: str
    severity: Severity
    pillar: Pillar
    sentence: str
    function: Callable[[View], Iterable[Found] | None] = attrs.field(repr=False)

    def __call__(self, now: Moment) -> Iterator[Finding]:
        """What is found on a day, such as ``plan.as_of("2026-03-01")``."""
        with naming(f"the finding {self.code}"):
            for given in self.function(View(now, name=self.code)) or ():
                params, records = (given, ()) if isinstance(given, Mapping) else given
                self.sentence.format_map(params)  # what is not given is told here, not where it is read
                yield Finding(
                    code=self.code,
                    severity=self.severity,
                    pillar=self.pillar,
                    params=dict(params),
                    records=tuple(records),
                    sentence=self.sentence,
                )


def finding(
    code: str, *, severity: Severity, pillar: Pillar, sentence: str
) -> Callable[[Callable[[View], Iterable[Found] | None]], OwnFinding]:
    """Declares a function as a finding of one's own.

    The function is given the day and yields, for each thing that is found, the facts of the
    sentence, or a pair of those and the records behind it.  The facts are plain values that may be
    shown: ids, days and numbers, and no words of a person.

    Args:
        code: Its stable name, with a prefix of your own: ``acme-no-link``.
        severity: ``hint`` where something could be set out, ``notice`` where something is worth a
            look, ``warning`` where a day is near or past.
        pillar: Where it belongs.
        sentence: The message, each fact by its name in braces.

    Raises:
        InvalidValue: If any of these is none, or the code could be one of the library's own.

    >>> import careertrack as ct
    >>> @finding("acme-no-link", severity="hint", pillar="network", sentence="contact {id} has no link yet")
    ... def no_link(now):
    ...     for id, state in now.contacts.items():
    ...         if not state.contact.links:
    ...             yield {"id": id}, [state.contact]
    >>> plan = ct.Plan() + ct.Contact(id="c-1", name="Ada")
    >>> [found.message for found in no_link(plan.as_of("2026-03-01"))]
    ['contact c-1 has no link yet']
    """
    return lambda function: OwnFinding(code, severity, pillar, sentence, function)


# --- Measures --------------------------------------------------------------------------------------


_KIND: Final = Choice(KINDS)
_STEP: Final = Text(500)


def _kinds(given: Iterable[str]) -> frozenset[str]:
    return frozenset([given] if isinstance(given, str) else given)


@attrs.frozen
class OwnMeasure(Named):
    """A measure of an extension, as `measure` makes it.  Called with a day, it gives its score then.

    Args:
        name: What the part of practice that it makes is called, with a prefix of its own.
        pillar: Whose practice it is a part of.
        reads: The kinds of record that it is worked out from.
        weight: Beside the other parts of the pillar.
        step: What to do where it is low, as a sentence; empty where there is nothing to say.
        function: What works it out.
    """

    shapes: ClassVar = {
        "name": OwnName(),
        "pillar": Choice(PILLARS),
        "weight": Number(0, HEAVIEST),
    }

    name: str
    pillar: Pillar
    reads: frozenset[str] = attrs.field(converter=_kinds)
    weight: float
    step: str
    function: Callable[[View], Score | None] = attrs.field(repr=False)

    def _faults(self) -> Iterator[Issue]:
        yield from super()._faults()
        if self.step != "":
            yield from _STEP.faults(self.step, "OwnMeasure.step")
        for kind in sorted(self.reads, key=str):
            yield from _KIND.faults(kind, "OwnMeasure.reads")

    def __call__(self, now: Moment) -> Score | None:
        """Its score on a day, such as ``plan.as_of("2026-03-01")``; ``None`` where nothing is set out."""
        with naming(f"the measure {self.name}"):
            found: object = self.function(View(now, self.reads, self.name))
            if found is None or isinstance(found, Score):
                return found
            raise refuse(self.name, "a Score, such as Score.of(0.5, n=4, method='...'), or None", found)

    def parts(self, now: Moment) -> Iterator[Rated]:
        """The part of practice that it makes on a day, if any."""
        score = self(now)
        if score is not None:
            yield Rated(self.pillar, self.name, score)


def measure(
    name: str, *, pillar: Pillar, reads: Iterable[str], weight: float = 1, step: str = ""
) -> Callable[[Callable[[View], Score | None]], OwnMeasure]:
    """Declares a function as a measure of one's own: a further part of a pillar's practice.

    The function is given the day and returns a `careertrack.Score`: ``Score.of`` where something was
    owed, ``Score.unknown`` where it was and nothing is known of it, ``Score.not_asked`` where nothing
    is owed yet; or ``None`` where nothing is set out.  What is owed rests on what was promised and on
    days, never on what was done.

    Args:
        name: What the part is called, with a prefix of your own: ``acme-hours``.
        pillar: Whose practice it is a part of.
        reads: The kinds of record it is worked out from, such as ``effort``.  It can look at no
            others: questions that add records one by one ask it anew for these kinds alone.
        weight: Beside the other parts of the pillar, where a routine weighs 3.
        step: What to do where it is low, for the next step of a review.

    Raises:
        InvalidValue: If any of these is none, or the name could be one of the library's own.

    >>> import careertrack as ct
    >>> @measure("acme-hours", pillar="skills", reads=["capacity", "effort"], weight=2)
    ... def hours(now):
    ...     if now.capacity is None or not now.capacity.minutes:
    ...         return None
    ...     done = sum(effort.minutes for effort in now.facts(ct.Effort))
    ...     return ct.Score.of(min(1, done / now.capacity.minutes), n=1, method="effort of capacity")
    >>> plan = ct.Plan() + ct.Capacity(on="2026-01-05", minutes=300)
    >>> plan += ct.Effort(on="2026-01-07", minutes=150, pillar="skills")
    >>> hours(plan.as_of("2026-01-11")).value
    0.5
    """
    return lambda function: OwnMeasure(name, pillar, reads, weight, step, function)


# --- Roles -----------------------------------------------------------------------------------------


class FoundRole(NamedTuple):
    """A role that a source found.

    Args:
        source: The name of the source.
        role: The role.
    """

    source: str
    role: Role


@attrs.frozen
class RoleSource(Named):
    """A source of roles, as `role_source` makes it.  Called with words, it gives the roles for them.

    Args:
        name: What it is called.
        function: What looks for roles.
    """

    shapes: ClassVar = {"name": Slug()}

    name: str
    function: Callable[[str], Iterable[Role]] = attrs.field(repr=False)

    def __call__(self, words: str) -> Iterator[FoundRole]:
        """The roles for some words, in the order of the source."""
        with naming(f"the source of roles {self.name}"):
            for role in self.function(words):
                found: object = role
                if not isinstance(found, Role):
                    raise refuse(self.name, "roles", found)
                yield FoundRole(self.name, role)


def role_source(name: str) -> Callable[[Callable[[str], Iterable[Role]]], RoleSource]:
    """Declares a function as a source of roles, such as a catalogue of occupations.

    The function is given words, and returns roles that have to do with them, the best first.

    Args:
        name: What it is called: ``acme-catalogue``.

    Raises:
        InvalidValue: If the name is none.

    >>> import careertrack as ct
    >>> @role_source("acme-catalogue")
    ... def catalogue(words):
    ...     return [role for role in [ct.Role(title="Data lead")] if words in role.title.lower()]
    >>> [(found.source, found.role.id) for found in catalogue("data")]
    [('acme-catalogue', 'data-lead')]
    """
    return lambda function: RoleSource(name, function)
