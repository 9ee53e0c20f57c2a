"""The ways to an organization are its paths, and show no more of people than they are asked to."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plots.drawing import labelled, rendered, some_axes, sorts, texts

import careertrack as ct
from careertrack import plots

DAY = "2026-03-01"
AE = ct.Organization(name="Analytical Engines", aliases=["AE"])
PEOPLE = [
    ct.Contact(id="ben", name="Ben Example", relations=["mentor"], title="Secret"),
    ct.Contact(id="cleo", name="Cleo Example", organization="AE", title="CTO", introduced_by="ben"),
    ct.Contact(
        id="dan",
        name="Dan Example",
        organization="AE",
        introduced_by="cleo",
        emails=["dan@example.org"],
        phones=["+44 20 7946 0000"],
    ),
    ct.Contact(id="eve", name="Eve Example", organization="AE", met="2024-05-02", vouches=True),
    ct.Contact(id="fay", name="Fay Example", organization="AE", met="2027-01-01"),
]
PLAN = (ct.Plan() + [AE, *PEOPLE]).revise(ct.Contact, "eve", on="2025-09-01", organization="Initech")


def drawn(plan: ct.Plan, **options: Any) -> Any:
    """The network around the organization."""
    return plots.network(plan.as_of(DAY), "ae", ax=some_axes(), **options)


def edges(ax: Any) -> set[tuple[tuple[float, float], ...]]:
    """Who knows whom, by places."""
    return {tuple(zip(*line.get_data(), strict=True)) for line in labelled(ax, "know each other")}


def test_places() -> None:
    """People stand in the column of their path, each in a row; who stands between is level with them."""
    ax = drawn(PLAN)

    between = labelled(ax, "could introduce you")

    assert [(1, 0)] == [(mark.get_xdata()[0], mark.get_ydata()[0]) for mark in between]
    assert {(2, 0), (3, 1), (3, 3)} == {
        (mark.get_xdata()[0], mark.get_ydata()[0]) for mark in labelled(ax, "is there")
    }
    assert {(1, 2)} == {(mark.get_xdata()[0], mark.get_ydata()[0]) for mark in labelled(ax, "was there")}
    assert {
        ((0, 1.0), (1, 0.0)),
        ((1, 0.0), (2, 0)),
        ((2, 0), (3, 1)),
        ((0, 1.0), (1, 2)),
    } == edges(ax)
    assert [
        "you",
        "Ben Example",
        "Cleo Example",
        "CTO",
        "Dan Example",
        "Fay Example",
        "no path on record",
        "Eve Example",
        "until 2025-09-01; vouches for you",
        "Analytical Engines",
    ] == texts(ax)
    assert "Ways to Analytical Engines on 2026-03-01\n3 people there now, 1 formerly" == ax.get_title()


def test_who_was_there_is_told_by_more_than_colour() -> None:
    """Who left has a hollow mark and a dotted line to the organization."""
    ax = drawn(PLAN)
    to_it = {tuple(line.get_ydata()): line.get_linestyle() for line in ax.lines if 4 in line.get_xdata()}

    assert {(0, 0): "-", (1, 1): "-", (2, 2): ":", (3, 3): "-"} == to_it
    assert "none" == labelled(ax, "was there")[0].get_color()
    assert ["could introduce you", "is there", "know each other", "was there"] == sorted(sorts(ax))


def test_ids_alone() -> None:
    """A picture to show around has ids, days and counts, and no name or title of anybody."""
    ax = drawn(PLAN, names=False)
    said = " ".join([*texts(ax), ax.get_title(), *sorts(ax)])

    assert {"ben", "cleo", "dan", "eve", "fay"} <= set(texts(ax))
    assert "Example" not in said
    assert "CTO" not in said


@pytest.mark.parametrize("names", [True, False])
def test_addresses_are_never_shown(names: bool) -> None:
    """How to reach somebody is nowhere in the picture, nor what those between do."""
    ax = drawn(PLAN, names=names)
    said = " ".join([*texts(ax), ax.get_title()])

    assert [] == [each for each in ("dan@example.org", "7946", "Secret") if each in said]


def test_no_such_organization() -> None:
    """What nothing on record names is an error, and no figure is made."""
    with pytest.raises(KeyError, match="no organization"):
        plots.network(PLAN.as_of(DAY), "nowhere")


def test_many_people() -> None:
    """Of many people the nearest are drawn, and the title says so."""
    crowd = [
        ct.Contact(id=f"c{n:02}", name=f"Person {n}", organization="AE", met="2024-01-01") for n in range(30)
    ]
    ax = drawn(ct.Plan() + [AE, *crowd])

    assert rendered(ax)
    assert 24 == len(labelled(ax, "is there"))
    assert ax.get_title().endswith("30 people there now, 0 formerly; 24 of them drawn")


def test_a_long_path() -> None:
    """A path too long to draw is told in words."""
    chain = [
        ct.Contact(id=f"c{n}", name=f"Person {n}", introduced_by=f"c{n - 1}" if n else None, met="2030-01-01")
        for n in range(1, 9)
    ]
    chain = [ct.Contact(id="c0", name="Person 0"), *chain]
    six, seven = (drawn(ct.Plan() + [AE, *chain[:n], chain[n].evolve(organization="AE")]) for n in (5, 6))

    assert (6, []) == (len(edges(six)), [each for each in texts(six) if "through" in each])
    assert (0, ["through 6 people"]) == (
        len(edges(seven)),
        [each for each in texts(seven) if "through" in each],
    )


@settings(max_examples=25)
@given(st.data())
def test_the_edges_are_those_of_the_paths(data: st.DataObject) -> None:
    """Each step of a path is one line, everybody at the organization has a row, and nobody stands twice."""
    size = data.draw(st.integers(1, 9))
    people = [
        ct.Contact(
            id=f"c{n}",
            name=f"Person {n}",
            introduced_by=f"c{data.draw(st.integers(0, n - 1))}" if n and data.draw(st.booleans()) else None,
            met=data.draw(st.sampled_from([None, "2025-01-01", "2027-01-01"])),
            organization=data.draw(st.sampled_from(["AE", None])),
        )
        for n in range(size)
    ]
    now = (ct.Plan() + [AE, *people]).as_of(DAY)
    found = now.paths("ae")
    ax = plots.network(now, "ae", ax=some_axes())
    steps = {step for path in found.paths if len(path) <= 6 for step in pairwise(("", *path))}
    marks = [
        (mark.get_xdata()[0], mark.get_ydata()[0])
        for sort in ("is there", "could introduce you")
        for mark in labelled(ax, sort)
    ]
    rows = [mark.get_ydata()[0] for mark in labelled(ax, "is there")]

    assert rendered(ax)
    assert len(steps) == len(labelled(ax, "know each other")) == len(edges(ax))
    assert len(set(marks)) == len(marks)
    assert list(range(len(found.here))) == sorted(rows)
