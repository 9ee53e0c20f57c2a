"""Extensions together: what they may be, words for stages, labels, and roles of all sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args

import attrs

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.extending._own import FoundRole, OwnFinding, OwnMeasure, RoleSource
from careertrack.methods.checks import refuse
from careertrack.naming import folded
from careertrack.shapes import Choice, Text
from careertrack.vocabulary import Stage

T = TypeVar("T")

_STAGES: Final[Mapping[str, Stage]] = {stage: stage for stage in get_args(Stage)}
_STAGE: Final = Choice(get_args(Stage))
_LABEL: Final = Text(500)
NO_WORDS: Final[Mapping[str, Any]] = MappingProxyType({})


def _unfit(at: str, some: Iterable[object], cls: type, by: str, name: str) -> Iterator[Issue]:
    """What was not made by a decorator, and what has the name of another."""
    known = set[str]()
    for place, each in enumerate(some):
        if not isinstance(each, cls):
            yield Issue(f"{at}[{place}]", "value", {"rule": f"made by extending.{by}", "got": shown(each)})
            continue
        own = getattr(each, name)
        if own in known:
            yield Issue(f"{at}[{place}].{name}", "repeated", {"rule": "all different", "got": shown(own)})
        known.add(own)


def _joined(at: str, tables: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """All of some tables, of which none says something else than another."""
    made: dict[str, T] = {}
    for word, meant in (pair for table in tables for pair in table.items()):
        if made.setdefault(word, meant) != meant:
            raise refuse(f"{at}[{shown(word)}]", f"what is said of it elsewhere, {made[word]!r}", meant)
    return made


@attrs.frozen(init=False)
class Extensions:
    """Extensions that go with a question.

    Args:
        findings: What is found beside the library's own findings.
        measures: What practice is measured by beside the library's own measures.
        stages: Which stage each of people's words for one means, whatever its capitals.
        labels: Other words for those of the library, for what is displayed: ``text(extensions.labels)``.
        roles: Where roles are looked for; kept as ``sources``, since `roles` asks them all.

    Raises:
        InvalidValue: If something was not declared by a decorator of this module, two findings or
            measures or sources have one name, or a word is none.

    >>> extensions = Extensions(stages={"phone screen": "screening"})
    >>> extensions.stage("Phone screen"), extensions.stage("offer")
    ('screening', 'offer')
    """

    findings: tuple[OwnFinding, ...]
    measures: tuple[OwnMeasure, ...]
    stages: Mapping[str, Stage] = attrs.field(hash=False)
    labels: Mapping[str, str] = attrs.field(hash=False)
    sources: tuple[RoleSource, ...] = attrs.field(alias="roles")

    def __init__(
        self,
        *,
        findings: Iterable[OwnFinding] = (),
        measures: Iterable[OwnMeasure] = (),
        stages: Mapping[str, Stage] = NO_WORDS,
        labels: Mapping[str, str] = NO_WORDS,
        roles: Iterable[RoleSource] = (),
    ) -> None:
        self.__attrs_init__(tuple(findings), tuple(measures), dict(stages), dict(labels), tuple(roles))
        faults = [
            *_unfit("findings", self.findings, OwnFinding, "finding", "code"),
            *_unfit("measures", self.measures, OwnMeasure, "measure", "name"),
            *_unfit("roles", self.sources, RoleSource, "role_source", "name"),
        ]
        for name, said, shape in (("stages", self.stages, _STAGE), ("labels", self.labels, _LABEL)):
            for word, meant in said.items():
                faults += _LABEL.faults(word, name) + shape.faults(meant, f"{name}[{shown(word)}]")
        if faults:
            raise InvalidValue(faults)
        self._stages_by_word()  # two words that differ in their capitals alone may contradict each other

    def _stages_by_word(self) -> dict[str, Stage]:
        return _joined("stages", ({folded(word): stage} for word, stage in self.stages.items()))

    def merge(self, *others: Extensions) -> Extensions:
        """These and others together; what is the same in both is one.

        Raises:
            InvalidValue: If two that differ have one name, or one word means two things.
        """
        every: list[Extensions] = [self, *others]
        return Extensions(
            findings=dict.fromkeys(each for one in every for each in one.findings),
            measures=dict.fromkeys(each for one in every for each in one.measures),
            roles=dict.fromkeys(each for one in every for each in one.sources),
            stages=_joined("stages", [one.stages for one in every]),
            labels=_joined("labels", [one.labels for one in every]),
        )

    def stage(self, label: str) -> Stage:
        """The stage that a word of people's means; a stage's own name means itself, unless it is such a word.

        Raises:
            InvalidValue: If none is known; the label itself is not told, since it is a person's word.
        """
        known = {**_STAGES, **self._stages_by_word()}
        asked: object = label
        word = folded(asked) if isinstance(asked, str) else ""
        found = known.get(word)
        if found is None:
            facts = {"rule": "a stage, or one of the words for one", "got": shown(label, personal=True)}
            raise InvalidValue([Issue("stage", "value", {**facts, "near": nearest(word, known)})])
        return found

    def roles(self, words: str) -> Iterator[FoundRole]:
        """The roles that all sources have for some words, each with the name of its source.

        Args:
            words: What to look for, in whatever form the sources take it.
        """
        for source in self.sources:
            yield from source(words)


NONE: Final = Extensions()


def or_none(extensions: Extensions | None) -> Extensions:
    """The extensions that a question was handed, or none."""
    asked: object = extensions
    if asked is None:
        return NONE
    if isinstance(asked, Extensions):
        return asked
    raise refuse("extensions", "an Extensions", asked)
