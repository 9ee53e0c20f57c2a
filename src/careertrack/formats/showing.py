"""How the result of an import or an export is shown: counts, what was left out, issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from careertrack.errors import Issue
from careertrack.outlook.words import counted
from careertrack.page import Block, Figure, Figures, Fold, Items, Line, Section, Word

MOST_LINES: Final = 12  # house: lines of a list; the result has all of them


def listed(counts: Mapping[str, int]) -> str:
    """Counts in a line, after what they are of.

    >>> listed({"skill": 2, "goal": 1})
    ': skill 2, goal 1'
    """
    return ": " + ", ".join(f"{what} {count:,}" for what, count in counts.items()) if counts else ""


def rules(issues: Sequence[Issue]) -> Iterator[Line]:
    """How many issues there are, by rule; nothing where there are none."""
    if issues:
        yield Line(_by_rule(issues))


def _by_rule(issues: Sequence[Issue]) -> str:
    found = Counter(str(issue.params.get("rule", issue.code)) for issue in issues)
    return f"{counted(len(issues), 'issue')}{listed(dict(sorted(found.items())))}"


def counts(heading: str, some: Mapping[str, int]) -> Iterator[Block]:
    """Counts, one under the other."""
    if some:
        yield Section(Word(heading), [Figures([Figure(what, f"{count:,}") for what, count in some.items()])])


def left_out(heading: str, left: Mapping[str, str]) -> Iterator[Block]:
    """What was left out, and why."""
    if left:
        yield Section(Word(heading), [Items([f"{what}: {why}" for what, why in left.items()], MOST_LINES)])


def details(issues: Sequence[Issue]) -> Iterator[Block]:
    """The first issues, folded away."""
    if issues:
        yield Fold(_by_rule(issues), [Items([*map(str, issues)], MOST_LINES)])
