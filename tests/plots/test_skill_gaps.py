"""The dumbbells of a role are its requirements and the levels on record."""

from typing import Any

import pytest
from tests.plots.drawing import STORY, labelled, rendered, row_names, some_axes, sorts, span, texts

import careertrack as ct
from careertrack import plots
from careertrack.record import Unreadable
from careertrack.values import JsonObject

SKILLS = [ct.Skill(name="SQL", top=5), ct.Skill(name="Go", top=10), ct.Skill(name="Law", top=5)]
NEEDS = [
    ct.Requirement(skill="law", level=2, importance=2),
    ct.Requirement(skill="go", level=8, importance=4),
    ct.Requirement(skill="sql", level=4, must_have=True),
]
PLAN = ct.Plan(records=[*SKILLS, ct.Role(title="Lead", requires=NEEDS)])


def places(ax: Any, label: str) -> list[tuple[float, float]]:
    """Row and place of the marks of one sort."""
    return [(mark.get_ydata()[0], mark.get_xdata()[0]) for mark in labelled(ax, label)]


def test_levels_and_what_is_asked() -> None:
    """Each skill has its level, the level asked and the way there; what nobody rated has its whole scale."""
    ax = plots.skill_gaps(STORY.as_of("2026-04-06"), "data-analyst", ax=some_axes())

    assert ["SQL", "Statistics"] == row_names(ax)
    assert [(0, 2)] == places(ax, "level")
    assert [(0, 4)] == places(ax, "asked, a must-have")
    assert [(1, 4)] == places(ax, "asked")
    assert [(2, 4)] == [tuple(way.get_xdata()) for way in labelled(ax, "the way to go")]
    assert [(0, 5)] == [span(bar) for bar in labelled(ax, "not known")]
    assert ["2 of 5, 4 asked; by self on 2026-03-02", "not known; 4 of 5 asked"] == texts(ax)
    assert "Skills for Data analyst on 2026-04-06" == ax.get_title()
    assert ("level", (0, 5)) == (ax.get_xlabel(), ax.get_xlim())
    assert {"the way to go", "level", "asked, a must-have", "not known", "asked"} == set(sorts(ax))


def test_must_haves_have_a_sign_of_their_own() -> None:
    """A must-have is told by its sign, and not by its colour alone."""
    ax = plots.skill_gaps(STORY.as_of("2026-04-06"), "data-analyst", ax=some_axes())
    signs = [labelled(ax, name)[0].get_marker() for name in ("asked", "asked, a must-have", "level")]

    assert 3 == len(set(signs))


def test_what_several_say() -> None:
    """A bar goes from the lowest to the highest rating, and the newest is the level."""
    ax = plots.skill_gaps(STORY.as_of("2026-04-26"), "data-analyst", ax=some_axes())

    assert [(2, 3)] == [span(bar) for bar in labelled(ax, "ratings of all sources")]
    assert [(0, 3), (1, 2)] == places(ax, "level")


def test_nothing_is_left_to_do() -> None:
    """Of a level that is there, no way to go is drawn."""
    ax = plots.skill_gaps(STORY.as_of("2026-06-22"), "data-analyst", ax=some_axes())

    assert [(0, 4), (1, 2)] == places(ax, "level")
    assert [1] == [way.get_ydata()[0] for way in labelled(ax, "the way to go")]


def test_scales_that_differ() -> None:
    """Skills on scales of their own are drawn as shares of them; must-haves first, then what matters most."""
    plan = PLAN + [ct.Assessment(on="2026-01-05", skill="go", level=5, by=by) for by in ("self", "test")]
    ax = plots.skill_gaps(plan.as_of("2026-02-01"), "lead", ax=some_axes())

    assert ["SQL", "Go", "Law"] == row_names(ax)
    assert [(1, 0.5)] == places(ax, "level")
    assert [(0, 0.8)] == places(ax, "asked, a must-have")
    assert [(1, 0.8), (2, 0.4)] == places(ax, "asked")
    assert [(0, 1), (0, 1)] == [span(bar) for bar in labelled(ax, "not known")]
    assert [] == labelled(ax, "ratings of all sources")
    assert "5 of 10, 8 asked; by test on 2026-01-05" == texts(ax)[1]
    assert ("level, as a share of the skill's own scale", (0, 1)) == (ax.get_xlabel(), ax.get_xlim())


def test_a_skill_of_a_newer_version() -> None:
    """A skill that only a newer version can read is not known, on a scale that is not known."""
    plan = ct.loads('{"careertrack": "1.9", "records": []}').add(
        Unreadable(content=JsonObject({"kind": "skill", "id": "new"})),
        ct.Role(title="Lead", requires=[ct.Requirement(skill="new", level=4)]),
    )
    ax = plots.skill_gaps(plan.as_of("2026-02-01"), "lead", ax=some_axes())

    assert ["new"] == row_names(ax)
    assert ["not known; 4 asked"] == texts(ax)
    assert [(0, 1)] == [span(bar) for bar in labelled(ax, "not known")]
    assert [(0, 1)] == places(ax, "asked")


def test_no_such_role() -> None:
    """A role that is not on record is an error that names the nearest, and no figure is made."""
    with pytest.raises(KeyError, match="no role 'lad' by 2026-02-01; did you mean 'lead'"):
        plots.skill_gaps(PLAN.as_of("2026-02-01"), "lad")


def test_many_skills() -> None:
    """A figure of its own grows with the skills."""
    skills = [ct.Skill(id=f"s{n}", name=f"Skill {n}") for n in range(20)]
    needs = [ct.Requirement(skill=each, level=3) for each in skills]
    plan = PLAN + [*skills, ct.Role(title="All", requires=needs)]
    few, many = (plots.skill_gaps(plan.as_of("2026-02-01"), role) for role in ("lead", "all"))

    assert rendered(many)
    assert many.figure.get_figheight() - few.figure.get_figheight() == 17 * 0.5
