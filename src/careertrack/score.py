"""A number that explains itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import fsum
from operator import attrgetter
from typing import Any, ClassVar, Final, Literal, NamedTuple, Protocol

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.page import Page, Shown
from careertrack.page.scores import page_of

__all__ = ["Part", "Score"]

Basis = Literal["published", "borrowed", "house"]
HEADLINE_COVERAGE: Final = 0.6  # house: below it a display shows the bounds alone
LARGEST: Final = sys.float_info.max
SLACK: Final = 1e-9  # what rounding may push a mean of shares past 0, 1 or its bounds


class Source(Protocol):
    """What a score may rest on: records are such."""

    kind: ClassVar[str]


class Part(NamedTuple):
    """A part of a score: its name, its weight beside the others, and its own score."""

    name: str
    weight: float
    score: Score


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Score(Shown):
    """A share from 0 to 1, or unknown; with what it could be, and why it is what it is.

    Unknown is not zero: ``value`` is ``None`` exactly when nothing was observed.  ``lower`` and
    ``upper`` put the unknown at 0 and at 1; both are ``None`` when nothing was asked.

    Args:
        value: The mean of what was observed.
        lower: The value if all that is unknown were 0.
        upper: The value if all that is unknown were 1.
        coverage: The observed share of the weight, 0 to 1; ``None`` when nothing was asked.
        interval: Statistical, where the method has one (Wilson); the bounds speak of the unknown only.
        n: How many observations it rests on.
        parts: What it was combined from.
        method: How it was computed, in a few words.
        basis: Whether the method is *published* for this use, *borrowed* from another field,
            or a *house* convention.
        source: Where the method was published.
        reason: Why there is no value, or what to know about it.
        records: The records behind it.

    >>> known = Score.of(0.5, n=2, method="done of promised")
    >>> both = Score.combine({"a": known, "b": Score.unknown("never asked")}, {"a": 3, "b": 1})
    >>> both.value, both.lower, both.upper, both.coverage
    (0.5, 0.375, 0.625, 0.75)
    """

    value: float | None
    lower: float | None = 0.0
    upper: float | None = 1.0
    coverage: float | None = 1.0
    interval: tuple[float, float] | None = None
    n: int = 0
    parts: tuple[Part, ...] = ()
    method: str = ""
    basis: Basis = "house"
    source: str = ""
    reason: str = ""
    records: tuple[Source, ...] = ()

    @classmethod
    def of(
        cls,
        value: float,
        *,
        n: int,
        method: str,
        basis: Basis = "house",
        source: str = "",
        reason: str = "",
        interval: tuple[float, float] | None = None,
        records: Sequence[Source] = (),
    ) -> Score:
        """A score that was observed in full.

        Raises:
            InvalidValue: If the value is not a share from 0 to 1.
        """
        if not (_is_weight(value) and value <= 1):
            raise InvalidValue(
                [Issue("Score.value", "value", {"rule": "a number from 0 to 1", "got": shown(value)})]
            )
        return cls(
            value=value,
            lower=value,
            upper=value,
            n=n,
            method=method,
            basis=basis,
            source=source,
            reason=reason,
            interval=interval,
            records=tuple(records),
        )

    @classmethod
    def unknown(cls, reason: str, *, method: str = "", basis: Basis = "house", source: str = "") -> Score:
        """Asked for and not observed: anything from 0 to 1.

        >>> Score.unknown("no check-in").upper
        1.0
        """
        return cls(value=None, coverage=0.0, reason=reason, method=method, basis=basis, source=source)

    @classmethod
    def not_asked(cls, reason: str, *, method: str = "") -> Score:
        """Nothing was set out, so there is nothing to judge: no value and no bounds.

        >>> Score.not_asked("no goals").coverage is None
        True
        """
        return cls(value=None, lower=None, upper=None, coverage=None, reason=reason, method=method)

    @classmethod
    def combine(
        cls,
        scores: Mapping[str, Score],
        weights: Mapping[str, float],
        *,
        method: str = "weighted mean of what is known",
        basis: Basis = "house",
        source: str = "",
    ) -> Score:
        """The weighted mean of the parts that were observed.

        What is missing is never filled in: it lowers the coverage and widens the bounds.  Parts
        that were not asked, and parts of weight 0, are shown and count for nothing.

        Args:
            scores: The parts, by name.
            weights: Their weights, finite and not negative.
            method: How the parts came to be one number.
            basis: Of the method.
            source: Of the method.

        Returns:
            The mean, its bounds, and the parts behind it.

        Raises:
            InvalidValue: If a weight is missing, negative or not finite.
        """
        _check_weights(scores, weights)
        parts = tuple(Part(name, float(weights[name]), score) for name, score in scores.items())
        # Scaled before they are summed, so that no sum of weights overflows.
        top = max((part.weight for part in parts if part.score.coverage is not None), default=0.0)
        if not top > 0:
            reason = "no part has weight" if parts else "there is nothing to combine"
            return attrs.evolve(cls.not_asked(reason, method=method), parts=parts, basis=basis, source=source)
        asked = [(part.weight / top, part.score) for part in parts if part.score.coverage is not None]
        total = fsum(weight for weight, _ in asked)
        value = _mean_of_values(parts)
        lower, upper = _mean(asked, "lower", total), _mean(asked, "upper", total)
        if value is not None:
            value = min(max(value, lower), upper)
        return cls(
            value=value,
            lower=lower,
            upper=upper,
            coverage=_mean(asked, "coverage", total),
            n=sum(score.n for weight, score in asked if weight > 0),
            parts=parts,
            method=method,
            basis=basis,
            source=source,
            reason="" if value is not None else "no part is known",
        )

    @property
    def is_thin(self) -> bool:
        """Whether too little is known for the value to be a headline: show the bounds instead."""
        return self.coverage is not None and self.coverage < HEADLINE_COVERAGE

    def __getitem__(self, name: str) -> Score:
        """A part's score by its name."""
        for part in self.parts:
            if part.name == name:
                return part.score
        raise KeyError(name)

    # Compared, hashed and pickled flat: goals may be parts of goals thousands deep.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Score):
            return NotImplemented
        return self is other or _flat(self) == _flat(other)

    def __hash__(self) -> int:
        return hash(_flat(self))

    def __reduce__(self) -> tuple[Callable[[tuple[_Node, ...]], Score], tuple[tuple[_Node, ...]]]:
        return _unflat, (_flat(self),)

    def __repr__(self) -> str:
        return f"Score({next(_numbers(self, None))}, n={self.n}, parts={len(self.parts)})"

    def contributions(self) -> dict[str, float]:
        """What each observed part adds to the value; they sum to it.

        >>> Score.combine({"a": Score.of(1, n=1, method=""), "b": Score.of(0, n=1, method="")},
        ...               {"a": 1, "b": 3}).contributions()
        {'a': 0.25, 'b': 0.0}
        """
        return {part.name: share * (part.score.value or 0.0) for part, share in _shares(self.parts)}

    def explain(self, name: str = "score", depth: int = 9) -> str:
        """The arithmetic as a tree, one line a part.

        What a part *adds* is its value times its share of the known weight; what the parts add
        sums to the value above them.  A part that is not known adds nothing, and widens the bounds.

        Args:
            name: What to call the whole.
            depth: How many levels of parts to go down, 0 for none.

        >>> scores = {"a": Score.of(0.5, n=2, method="done of promised"),
        ...           "b": Score.of(1, n=1, method=""), "c": Score.unknown("no check-in")}
        >>> print(Score.combine(scores, {"a": 3, "b": 1, "c": 1}).explain("goals"))
        goals: 0.625, between 0.500 and 0.700 with 80% known; weighted mean of what is known [house]
        ├─ a (weight 3 of 4): 0.500, adds 0.375; done of promised [house]
        ├─ b (weight 1 of 4): 1.000, adds 0.250
        └─ c (weight 1): unknown; no check-in
        """
        return "\n".join(_tree(name, self, depth))

    def headline(self) -> str:
        """The number to show: the value, or its bounds alone where too little is known, or why there is none.

        >>> Score.of(0.5, n=2, method="").headline(), Score.not_asked("no goals").headline()
        ('0.50', 'no goals')
        >>> Score.combine({"a": Score.of(0.5, n=1, method=""), "b": Score.unknown("")},
        ...               {"a": 1, "b": 1}).headline()
        'between 0.25 and 0.75, 50% known'
        """
        if self.lower is None or self.upper is None:
            return self.reason or "not set out"
        if self.value is None and not self.parts:
            return f"unknown: {self.reason}" if self.reason else "unknown"
        bounds = f"between {self.lower:.2f} and {self.upper:.2f}, {self.coverage:.0%} known"
        if self.value is None or self.is_thin:
            return bounds
        return f"{self.value:.2f}" + (f", {bounds}" if self.upper - self.lower > SLACK else "")

    def page(self) -> Page:
        """The headline, how it came about, and the parts, so many levels of them as one reads."""
        return page_of(self)

    def to_dict(self, depth: int = 9) -> dict[str, Any]:
        """Plain data, with so many levels of parts."""
        return {
            "value": self.value,
            "lower": self.lower,
            "upper": self.upper,
            "coverage": self.coverage,
            "interval": None if self.interval is None else list(self.interval),
            "n": self.n,
            "method": self.method,
            "basis": self.basis,
            "source": self.source,
            "reason": self.reason,
            "parts": [
                {"name": part.name, "weight": part.weight, "score": part.score.to_dict(depth - 1)}
                for part in self.parts
                if depth > 0
            ],
        }


class _Node(NamedTuple):
    """A score without its parts, and what they are called and weigh."""

    fields: tuple[Any, ...]
    named: tuple[tuple[str, float], ...]


_PLAIN: Final = tuple(field.name for field in attrs.fields(Score) if field.name != "parts")
_fields = attrgetter(*_PLAIN)


def _flat(score: Score) -> tuple[_Node, ...]:
    """Every score of the tree, each before its parts."""
    nodes, todo = [], [score]
    while todo:
        score = todo.pop()
        nodes.append(_Node(_fields(score), tuple((part.name, part.weight) for part in score.parts)))
        todo += [part.score for part in reversed(score.parts)]
    return tuple(nodes)


def _unflat(nodes: tuple[_Node, ...]) -> Score:
    """The tree again, parts first."""
    made: list[Score] = []
    for node in reversed(nodes):
        parts = tuple(Part(name, weight, made.pop()) for name, weight in node.named)
        made.append(Score(**dict(zip(_PLAIN, node.fields, strict=True)), parts=parts))
    return made.pop()


def _check_weights(scores: Mapping[str, Score], weights: Mapping[str, float]) -> None:
    broken = [name for name in scores if not _is_weight(weights.get(name))]
    if broken:
        rule = "a finite number, not negative"
        raise InvalidValue(
            [
                Issue(f"weights[{shown(n)}]", "value", {"rule": rule, "got": shown(weights.get(n))})
                for n in broken
            ]
        )


def _is_weight(weight: object) -> bool:
    # Compared, since `isfinite` cannot take a whole number beyond the largest float.
    return isinstance(weight, int | float) and not isinstance(weight, bool) and 0 <= weight <= LARGEST


def _mean_of_values(parts: Sequence[Part]) -> float | None:
    shares = _shares(parts)
    return fsum(share * (part.score.value or 0.0) for part, share in shares) if shares else None


def _shares(parts: Sequence[Part]) -> list[tuple[Part, float]]:
    """The observed parts, each with its share of their weight."""
    seen = [part for part in parts if part.score.value is not None and part.weight > 0]
    top = max((part.weight for part in seen), default=1.0)
    observed = fsum(part.weight / top for part in seen)
    return [(part, part.weight / top / observed) for part in seen]


def _mean(asked: Sequence[tuple[float, Score]], name: str, total: float) -> float:
    return min(1.0, fsum(weight * getattr(score, name) for weight, score in asked) / total)


def _tree(name: str, score: Score, depth: int) -> Iterator[str]:
    """A line for a score and one for each part below it, branches drawn; no recursion, for deep trees."""
    todo = [(f"{name}: {_facts(score)}", score, depth, "")]
    while todo:
        line, score, depth, rest = todo.pop()
        yield line
        below = [] if depth <= 0 else list(_below(score, depth - 1, rest))
        todo += reversed(below)


def _below(score: Score, depth: int, rest: str) -> Iterator[tuple[str, Score, int, str]]:
    """The line of each part, with what is needed to draw what stands below it."""
    adds = score.contributions()
    known = sum(part.weight for part in score.parts if part.name in adds)
    for i, part in enumerate(score.parts, 1):
        branch, under = ("└─ ", "   ") if i == len(score.parts) else ("├─ ", "│  ")
        weight = f"weight {part.weight:.4g}" + (f" of {known:.4g}" if part.name in adds else "")
        line = f"{rest}{branch}{part.name} ({weight}): {_facts(part.score, adds.get(part.name))}"
        yield line, part.score, depth, rest + under


def _facts(score: Score, adds: float | None = None) -> str:
    """The numbers; then the reason; then the method of what has a value.  What is not asked has a reason."""
    if score.coverage is None:
        return score.reason or "not set out"
    method = f"{score.method} [{score.basis}]" if score.value is not None and score.method else ""
    return "; ".join(filter(None, [", ".join(_numbers(score, adds)), score.reason, method]))


def _numbers(score: Score, adds: float | None) -> Iterator[str]:
    if score.value is None:
        yield "unknown" if score.coverage is not None else "not set out"
        if score.parts and score.lower is not None:
            yield f"between {score.lower:.3f} and {score.upper:.3f}"
        return
    yield f"{score.value:.3f}"
    if score.lower is not None and score.upper is not None and score.upper - score.lower > SLACK:
        yield f"between {score.lower:.3f} and {score.upper:.3f} with {score.coverage:.0%} known"
    if score.interval is not None:
        yield f"interval {score.interval[0]:.3f} to {score.interval[1]:.3f}"
    if adds is not None:
        yield f"adds {adds:.3f}"
