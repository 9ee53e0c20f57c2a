"""Graphs for networkx: what is in them, what is not, and that they come back from a file as they were."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import networkx
import pytest
from hypothesis import given

import careertrack as ct
from careertrack.formats.networkx import OWNER, contacts, goals, skills
from careertrack.strategies import plans

DAY = "2026-03-01"

PEOPLE = [
    ct.Event(id="pydata", title="PyData"),
    ct.Contact(
        id="ben",
        name="Ben Example",
        relations=["mentor", "peer"],
        organization="Initech",
        title="Lead",
        emails=["ben@example.org"],
        phones=["+1 555 0100"],
        links=["https://people.example/ben"],
        trust=4,
        vouches=True,
        met="2020-02-02",
        met_at="pydata",
    ),
    ct.Contact(id="cleo", name="Cleo Example", introduced_by="ben"),
    ct.Contact(id="dora", name="Dora Example", introduced_by="cleo"),
    ct.Conversation(on="2026-02-03", contacts=["ben", "dora"], answered="no"),
    ct.Conversation(on="2026-02-10", contacts=["ben"]),
    ct.Conversation(on="2026-04-10", contacts=["ben"]),
]


def day(*records: ct.Record) -> ct.Snapshot:
    """A plan of some records, as of the day."""
    return (ct.Plan("Ada") + records).as_of(DAY)


def newer(*records: dict[str, Any]) -> ct.Snapshot:
    """A plan as a newer version of the library wrote it, as of the day."""
    return ct.loads(json.dumps({"careertrack": "1.7", "owner": "Ada", "records": list(records)})).as_of(DAY)


# --- Contacts ------------------------------------------------------------------------------------


def test_contacts() -> None:
    """Everybody is a node, with what there is between the owner and them as of the day."""
    graph = contacts(day(*PEOPLE))
    between = {
        "talks": 2,
        "last_talk": "2026-02-10",
        "vouches": True,
        "trust": 4,
        "met": "2020-02-02",
        "met_at": "pydata",
    }

    assert [OWNER, "ben", "cleo", "dora"] == list(graph)
    assert {"kind": "owner"} == graph.nodes[OWNER]
    assert {"kind": "contact", "first_hand": True, "relations": "mentor, peer", **between} == graph.nodes[
        "ben"
    ]
    assert {
        "kind": "contact",
        "first_hand": False,
        "talks": 1,
        "last_talk": "2026-02-03",
        "vouches": False,
    } == graph.nodes["dora"]
    assert {
        (OWNER, "ben"): {"kind": "knows", **between},
        ("ben", "cleo"): {"kind": "introduced"},
        ("cleo", "dora"): {"kind": "introduced"},
    } == {(one, other): data for one, other, data in graph.edges(data=True)}
    assert {"day": DAY} == graph.graph


def test_names_where_asked() -> None:
    """Names, organizations and titles are there where they are asked for; addresses never are."""
    without, with_names = contacts(day(*PEOPLE)), contacts(day(*PEOPLE), names=True)
    told = [str(networkx.node_link_data(graph, edges="edges")) for graph in (without, with_names)]

    assert ("Ben Example", "Initech", "Lead") == tuple(
        with_names.nodes["ben"][name] for name in ("name", "organization", "title")
    )
    assert set() == {"name", "organization", "title"} & set(without.nodes["ben"])
    assert [] == [word for word in ("Ben Ex", "Initech", "Lead") if word in told[0]]
    assert [] == [word for word in ("ben@", "555", "people.example") for text in told if word in text]


def test_no_contacts() -> None:
    """Of an empty plan there is the owner."""
    assert [OWNER] == list(contacts(day()))


@given(plans(kinds=["contact", "contact", "contact", "conversation", "organization"], max_size=20))
def test_paths_are_those_of_the_plan(plan: ct.Plan) -> None:
    """The shortest path in the graph is as long as the one that the plan answers with, or there is none."""
    plan = ct.Plan(
        records=[
            each.evolve(organization="AE") if isinstance(each, ct.Contact) else each for each in plan.records
        ]
    )
    now = plan.as_of("2027-01-01")
    lengths = networkx.single_source_shortest_path_length(contacts(now).to_undirected(), OWNER)
    there = now.paths("AE").here if plan.of(ct.Contact) else ()

    assert {each.contact: lengths.get(each.contact) for each in there} == {
        each.contact: None if each.path is None else len(each.path) for each in there
    }


# --- Goals ---------------------------------------------------------------------------------------


def test_goals() -> None:
    """Each goal leads to its parts, and has what was set and where it stands on the day."""
    graph = goals(
        day(
            ct.Goal(on="2026-01-05", title="Move", pillar="change", importance=3),
            ct.Goal(
                on="2026-01-05",
                title="Apply",
                pillar="change",
                parent="move",
                target=10,
                unit="places",
                due="2026-04-01",
                chance=0.5,
            ),
            ct.CheckIn(on="2026-02-01", goal="apply", value=4, level=-1),
            ct.CheckIn(on="2026-03-02", goal="apply", value=9),
            ct.Resolution(on="2026-02-01", goal="move", outcome="dropped"),
        )
    )

    assert [("move", "apply")] == list(graph.edges)
    assert {
        "title": "Move",
        "pillar": "change",
        "importance": 3.0,
        "difficulty": 1.0,
        "state": "dropped",
    } == graph.nodes["move"]
    assert {
        "title": "Apply",
        "pillar": "change",
        "importance": 1.0,
        "difficulty": 1.0,
        "chance": 0.5,
        "due": "2026-04-01",
        "target": 10.0,
        "unit": "places",
        "state": "open",
        "value": 4.0,
        "level": -1,
    } == graph.nodes["apply"]


# --- Skills --------------------------------------------------------------------------------------

SKILLS = [
    ct.Skill(name="Sums"),
    ct.Skill(name="SQL", prerequisites=["sums"], top=5),
    ct.Skill(name="Tuning", prerequisites=["sql", "sums"]),
    ct.Skill(name="Baking"),
    ct.Assessment(on="2026-01-09", skill="sql", level=3, by="peer"),
    ct.Role(title="Lead", requires=[{"skill": "tuning", "level": 4, "must_have": True}]),  # type: ignore[list-item]
]


def test_skills() -> None:
    """What a skill builds on leads to it; a level is there where it is known."""
    graph = skills(day(*SKILLS))

    assert {("sums", "sql"), ("sums", "tuning"), ("sql", "tuning")} == set(graph.edges)
    assert {"name": "SQL", "top": 5.0, "level": 3.0, "by": "peer"} == graph.nodes["sql"]
    assert {"name": "Baking", "top": 7.0} == graph.nodes["baking"]


def test_skills_of_a_role() -> None:
    """For a role there are the skills that it asks for, and all that those build on."""
    graph = skills(day(*SKILLS), role="lead")

    assert {"sums", "sql", "tuning"} == set(graph)
    assert {
        "name": "Tuning",
        "top": 7.0,
        "required": 4.0,
        "importance": 3.0,
        "must_have": True,
    } == graph.nodes["tuning"]
    assert "required" not in graph.nodes["sql"]


def test_a_role_that_is_not_there() -> None:
    """A role that the plan does not have is a KeyError that names the nearest."""
    with pytest.raises(KeyError, match="no role 'leed' by 2026-03-01; did you mean 'lead'"):
        skills(day(*SKILLS), role="leed")


@given(plans(kinds=["skill", "skill", "assessment", "role"], max_size=20))
def test_skills_are_acyclic(plan: ct.Plan) -> None:
    """Prerequisites lead in no circle, and each has an edge."""
    graph = skills(plan.as_of("2027-01-01"))
    states = plan.as_of("2027-01-01").skills

    assert networkx.is_directed_acyclic_graph(graph)
    assert {id: sorted(state.skill.prerequisites) for id, state in states.items()} == {
        id: sorted(graph.predecessors(id)) for id in graph
    }


# --- Files ---------------------------------------------------------------------------------------


def through_graphml(graph: Any) -> Any:
    """A graph, written as GraphML and read again."""
    file = io.BytesIO()
    networkx.write_graphml_xml(graph, file)
    file.seek(0)
    return networkx.read_graphml(file)


def through_json(graph: Any) -> Any:
    """A graph, written as node-link JSON and read again."""
    text = json.dumps(networkx.node_link_data(graph, edges="edges"), allow_nan=False)
    return networkx.node_link_graph(json.loads(text), edges="edges")


def content(graph: Any) -> tuple[bool, str, list[Any], list[Any]]:
    """All that a graph says."""
    edges = sorted(((one, other), data) for one, other, data in graph.edges(data=True))
    return graph.is_directed(), graph.graph["day"], sorted(graph.nodes(data=True)), edges


@pytest.mark.parametrize("through", [through_graphml, through_json])
@given(
    plan=plans(
        kinds=["contact", "contact", "conversation", "goal", "check-in", "skill", "assessment", "role"]
    )
)
def test_through_a_file(through: Callable[[Any], Any], plan: ct.Plan) -> None:
    """Whatever the names are, each graph comes back from a file as it was."""
    now = plan.as_of("2027-01-01")
    graphs = [contacts(now), contacts(now, names=True), goals(now), skills(now)]
    graphs += [skills(now, role=role) for role in now.roles]

    for graph in graphs:
        assert content(graph) == content(through(graph))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[2J\x01", "\\u001b[2J\\u0001"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("]]><&\"'", "]]><&\"'"),
        ("\u202egnal", "\\u202egnal"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_hostile_names(name: str, expected: str) -> None:
    """A name is one line, and what XML cannot hold or a screen would obey is escaped in it."""
    graph = contacts(day(ct.Contact(id="x", name=name)), names=True)

    assert expected == graph.nodes["x"]["name"]
    assert expected == through_graphml(graph).nodes["x"]["name"]


def test_a_name_of_nothing_but_blanks() -> None:
    """It says nothing, so there is none."""
    assert "name" not in contacts(day(ct.Contact(id="x", name=" \n")), names=True).nodes["x"]


# --- What is not there ---------------------------------------------------------------------------


def test_what_a_newer_version_reads() -> None:
    """A record that this version cannot read is no node, and nothing leads to or from it."""
    now = newer(
        {"kind": "goal", "id": "whole", "on": "2026-01-05", "title": "x", "pillar": "health"},
        {
            "kind": "goal",
            "id": "part",
            "on": "2026-01-05",
            "title": "x",
            "pillar": "skills",
            "parent": "whole",
        },
    )

    assert (["part"], []) == (list(goals(now)), list(goals(now).edges))


@pytest.mark.parametrize("graph_of", [contacts, goals, skills])
def test_a_plan_is_not_a_day(graph_of: Callable[..., Any]) -> None:
    """Who gives the plan itself is told to give a day of it."""
    with pytest.raises(
        ct.InvalidValue, match=r"^now: must be a day of a plan, such as plan.as_of\(.*, got a Plan"
    ):
        graph_of(ct.Plan())


def test_without_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks networkx is told which extra brings it."""
    monkeypatch.setitem(sys.modules, "networkx", None)

    with pytest.raises(ct.MissingExtra, match=r"pip install 'careertrack\[networkx\]'"):
        goals(day())
