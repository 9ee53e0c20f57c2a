r"""Graphs for networkx: who introduced whom, goals and their parts, what skills build on.

Needs the extra ``networkx``.  Each function makes a graph of one day, a ``networkx.DiGraph``, whose
attributes are plain values: text, numbers, true and false, days as ISO text.  What is not known has no
attribute.  So a graph can be written in any format that networkx knows, GraphML among them, and read
again.  Text is one line, and what XML cannot hold is escaped in it, as ``\u001b`` is.

>>> import careertrack as ct
>>> import networkx
>>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben")
>>> plan += ct.Contact(id="cleo", name="Cleo", introduced_by="ben")
>>> graph = contacts(plan.as_of("2026-03-01"))
>>> networkx.shortest_path(graph, OWNER, "cleo")
['@owner', 'ben', 'cleo']
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careertrack.extras import optional
from careertrack.page.words import plain
from careertrack.questions.asking import not_there
from careertrack.questions.introductions import knows_at_first_hand
from careertrack.records.goals import Goal
from careertrack.records.people import Contact
from careertrack.records.skills import Skill
from careertrack.snapshot import Snapshot, a_snapshot

if TYPE_CHECKING:
    from networkx import DiGraph  # type: ignore[import-untyped]

__all__ = ["OWNER", "contacts", "goals", "skills"]

OWNER: Final = "@owner"
"""The node of the owner; no id has an ``@``."""

_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")  # beyond the controls, which no line of text has


def contacts(now: Snapshot, *, names: bool = False) -> DiGraph[str]:
    """The owner's contacts and their introductions, as of a day.

    The owner leads to everybody known at first hand, by an edge of kind ``knows``; who made an
    introduction leads to whom it was to, by one of kind ``introduced``.  As an introduction can be
    asked for both ways, the paths of a plan are those of ``graph.to_undirected()``.  E-mails and phones are
    in no graph.

    Args:
        now: The day.
        names: Whether a contact's name, organization and title are among the attributes.

    Returns:
        Nodes by id, and `OWNER`.  A contact's node has ``kind``, ``relations``, ``first_hand`` and what
        there is between the owner and them: ``talks``, ``last_talk``, ``vouches``, ``trust``, ``met``,
        ``met_at``.  An edge of kind ``knows`` has the last six as well.

    Raises:
        InvalidValue: If ``now`` is no day of a plan.
        MissingExtra: If networkx is not installed.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben Example", trust=4)
    >>> plan += ct.Conversation(on="2026-02-03", contacts=["ben"])
    >>> contacts(plan.as_of("2026-03-01")).edges[OWNER, "ben"]
    {'kind': 'knows', 'talks': 1, 'last_talk': '2026-02-03', 'vouches': False, 'trust': 4}
    """
    graph = _graph(now)
    graph.add_node(OWNER, kind="owner")
    for contact in now.standing(Contact):
        between = _between(now, contact)
        first_hand = knows_at_first_hand(now, contact)
        relations = ", ".join(contact.relations)
        who = (
            _known(name=contact.name, organization=contact.organization, title=contact.title) if names else {}
        )
        graph.add_node(
            contact.id, kind="contact", first_hand=first_hand, **_known(relations=relations), **between, **who
        )
        if first_hand:
            graph.add_edge(OWNER, contact.id, kind="knows", **between)
    introduced = ((each.introduced_by, each.id) for each in now.standing(Contact))
    graph.add_edges_from(_among(graph, introduced), kind="introduced")
    return graph


def _between(now: Snapshot, contact: Contact) -> dict[str, Any]:
    """What there is between the owner and a contact."""
    state = now.contacts[contact.id]
    return _known(
        talks=len(state.talks),
        last_talk=None if state.last_talk is None else state.last_talk.on,
        vouches=contact.vouches,
        trust=contact.trust,
        met=contact.met,
        met_at=contact.met_at,
    )


def goals(now: Snapshot) -> DiGraph[str]:
    """The goals as trees, as of a day: each leads to its parts.

    Args:
        now: The day.

    Returns:
        Nodes by id, with ``title``, ``pillar``, ``state`` (open, done or dropped), ``importance``,
        ``difficulty``, ``chance``, ``due``, ``baseline``, ``target``, ``unit``, and the latest ``value``
        and ``level``.

    Raises:
        InvalidValue: If ``now`` is no day of a plan.
        MissingExtra: If networkx is not installed.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Move", pillar="change")
    >>> plan += ct.Goal(on="2026-01-05", title="Apply", pillar="change", parent="move", target=10)
    >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> graph = goals(plan.as_of("2026-03-01"))
    >>> [*graph.edges], graph.nodes["apply"]["value"]
    ([('move', 'apply')], 4.0)
    """
    graph = _graph(now)
    for goal in now.standing(Goal):
        state = now.goals[goal.id]
        told = ("title", "pillar", "importance", "difficulty", "chance", "due", "baseline", "target", "unit")
        fields = {name: getattr(goal, name) for name in told}
        graph.add_node(goal.id, **_known(**fields, state=state.status, value=state.value, level=state.level))
    graph.add_edges_from(_among(graph, ((goal.parent, goal.id) for goal in now.standing(Goal))))
    return graph


def skills(now: Snapshot, role: str | None = None) -> DiGraph[str]:
    """What skills build on, as of a day: each leads to those that it is a prerequisite of.

    Args:
        now: The day.
        role: Id of a role, for the skills that it asks for and all that those build on; every skill
            when left out.

    Returns:
        An acyclic graph.  Nodes by id, with ``name``, ``top``, the newest ``level`` and who or what it
        is ``by``; what a role asks for has ``required``, ``importance`` and ``must_have`` as well.

    Raises:
        InvalidValue: If ``now`` is no day of a plan.
        KeyError: If there is no such role by the day.
        MissingExtra: If networkx is not installed.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL") + ct.Skill(name="Tuning", prerequisites=["sql"])
    >>> plan += ct.Role(title="Data lead", requires=[ct.Requirement(skill="tuning", level=5)])
    >>> graph = skills(plan.as_of("2026-03-01"), role="data-lead")
    >>> [*graph.edges], graph.nodes["tuning"]["required"]
    ([('sql', 'tuning')], 5.0)
    """
    graph = _graph(now)
    for skill in now.standing(Skill):
        newest = now.skills[skill.id].assessment
        rated = {} if newest is None else {"level": newest.level, "by": newest.by}
        graph.add_node(skill.id, **_known(name=skill.name, top=skill.top, **rated))
    pairs = ((before, skill.id) for skill in now.standing(Skill) for before in skill.prerequisites)
    graph.add_edges_from(_among(graph, pairs))
    return graph if role is None else _asked_by(graph, now, role)


def _asked_by(graph: DiGraph[str], now: Snapshot, role: str) -> DiGraph[str]:
    """The part of a graph of skills that matters to a role, with what the role asks for."""
    if role not in now.roles:
        raise not_there(now, "role", role)
    needs, wanted = now.roles[role].role.requires, set[str]()
    for need in needs:
        asked = {"required": need.level, "importance": need.importance, "must_have": need.must_have}
        graph.nodes[need.skill].update(asked)
    todo = [need.skill for need in needs]
    while todo:
        skill = todo.pop()
        if skill not in wanted:
            wanted.add(skill)
            todo += graph.predecessors(skill)
    graph.remove_nodes_from([id for id in graph if id not in wanted])
    return graph


# --- What all of them share ------------------------------------------------------------------------


def _graph(now: Snapshot) -> DiGraph[str]:
    """A graph with nothing in it but the day that it is of."""
    a_snapshot(now)
    graph: DiGraph[str] = optional("networkx", "networkx").DiGraph(day=now.day.isoformat())
    return graph


def _among(graph: DiGraph[str], pairs: Iterable[tuple[str | None, str]]) -> list[tuple[str, str]]:
    """The pairs that start at a node; what only a newer version of the library reads is none."""
    return [(start, end) for start, end in pairs if start is not None and start in graph]


def _known(**values: Any) -> dict[str, Any]:
    """Attributes without those that say nothing, as every format can hold them."""
    written = {name: _written(value) for name, value in values.items()}
    return {name: value for name, value in written.items() if value is not None and value != ""}


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", plain(value))
    return value
