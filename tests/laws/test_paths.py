"""The laws of paths: there is one exactly when the graph has one, and it is the first of the shortest."""

from collections.abc import Iterator
from itertools import permutations

import networkx
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.questions.introductions import acquainted, knows_at_first_hand
from careertrack.questions.paths import Paths, paths
from careertrack.records.people import Contact

DAY = "2026-03-01"
OWNER = ""


@st.composite
def circles(draw: st.DrawFn, most: int) -> ct.Plan:
    """People who introduced one another, some of them met, some yet to be met, some at the organization."""
    size = draw(st.integers(1, most))
    ids = draw(st.permutations([f"c{n}" for n in range(size)]))
    people = []
    for place, id in enumerate(ids):
        people.append(
            ct.Contact(
                id=id,
                name=id,
                introduced_by=draw(st.none() | st.sampled_from(ids[:place])) if place else None,
                met=draw(st.sampled_from([None, None, "2026-01-01", "2027-01-01", "2027-01-01"])),
                vouches=draw(st.integers(0, 5)) == 5,
                organization=draw(st.sampled_from(["AE", "AE", None])),
            )
        )
    return ct.Plan() + ct.Organization(name="AE") + people


def edges(now: ct.Snapshot) -> Iterator[tuple[str, str]]:
    """Who knows whom, the owner included, as `paths` has it."""
    yield from ((OWNER, each.id) for each in now.standing(Contact) if knows_at_first_hand(now, each))
    yield from ((one, other) for one, others in acquainted(now).items() for other in others)


def found_for(found: Paths) -> dict[str, tuple[str, ...] | None]:
    """The path to each of those who are at the organization."""
    return {each.contact: each.path for each in found.here}


def tried_out(known: set[tuple[str, str]], ids: list[str], goal: str) -> tuple[str, ...] | None:
    """The first of the shortest paths, found by trying out everything."""
    between = [id for id in ids if id != goal]
    for length in range(len(between) + 1):
        ways = [(*some, goal) for some in permutations(sorted(between), length)]
        able = [way for way in ways if all(pair in known for pair in zip((OWNER, *way), way, strict=False))]
        if able:
            return min(able)
    return None


@given(circles(most=5))
def test_the_first_of_the_shortest(plan: ct.Plan) -> None:
    """Trying out everything finds the same path to everybody, or none as well."""
    now = plan.as_of(DAY)
    known = set(edges(now))
    expected = {
        id: tried_out(known, list(now.contacts), id)
        for id, state in now.contacts.items()
        if state.contact.organization == "AE"
    }

    assert expected == found_for(paths(now, "ae"))


@given(circles(most=40))
def test_the_order(plan: ct.Plan) -> None:
    """The shortest come first, then by ids; nobody is named twice in one; each goes on from one known."""
    now = plan.as_of(DAY)
    known = set(edges(now))
    found = paths(now, "ae").paths

    assert sorted(found, key=lambda path: (len(path), path)) == list(found)
    for path in found:
        assert len(set(path)) == len(path)
        assert all(pair in known for pair in zip((OWNER, *path), path, strict=False))


@given(circles(most=20), st.permutations(range(20)))
def test_the_order_of_adding(plan: ct.Plan, places: list[int]) -> None:
    """In whatever order the people were added, the answer is the same."""
    records = list(plan.records)
    again = ct.Plan(records=[records[at] for at in places if at < len(records)] + records)

    assert paths(plan.as_of(DAY), "ae") == paths(again.as_of(DAY), "ae")


@given(circles(most=20), st.data())
def test_one_more_acquaintance(plan: ct.Plan, data: st.DataObject) -> None:
    """Meeting somebody takes no path away and makes none longer."""
    before = found_for(paths(plan.as_of(DAY), "ae"))
    met = data.draw(st.sampled_from(plan.of(ct.Contact)))
    after = found_for(paths(plan.replace(met, met.evolve(met="2026-01-01")).as_of(DAY), "ae"))

    for id, path in before.items():
        new = after[id]
        assert path is None or (new is not None and len(new) <= len(path))


@given(circles(most=40))
def test_as_networkx_has_it(plan: ct.Plan) -> None:
    """There is a path exactly when networkx finds one in the same graph, and as long a one."""
    now = plan.as_of(DAY)
    graph = networkx.Graph()
    graph.add_nodes_from([OWNER, *now.contacts])
    graph.add_edges_from(edges(now))
    lengths = networkx.single_source_shortest_path_length(graph, OWNER)
    found = found_for(paths(now, "ae"))

    assert {id: lengths.get(id) for id in found} == {
        id: None if path is None else len(path) for id, path in found.items()
    }
