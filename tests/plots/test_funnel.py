"""The flow of the moves has as many as the outlook counts, and no two bands lie in one place."""

from collections import Counter
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plots.drawing import STORY, rendered, some_axes, texts

import careertrack as ct
from careertrack import plots
from careertrack.plots._funnel import _column, _ends, _sorted, _Way
from careertrack.records.moves import STAGES
from careertrack.state.moves import ENDS


def moved(*ways: str) -> ct.Plan:
    """Moves through some stages, each on a day of its own."""
    plan = ct.Plan()
    for n, way in enumerate(ways):
        plan += ct.Transition(id=f"move-{n}", on="2026-01-01")
        for day, stage in enumerate(way.split(), 1):
            plan += ct.Step(on=date(2026, 1, day), transition=f"move-{n}", stage=stage)
    return plan


def named(ax: Any) -> list[str]:
    """What the stages are called, and what became of the moves, each with how many."""
    return [text.get_text() for text in [*ax.get_xticklabels(), *ax.texts]]


def said(plan: ct.Plan, day: str = "2026-01-20") -> list[str]:
    """What the plot says of its stages and ends."""
    return named(plots.funnel(plan.as_of(day), ax=some_axes()))


def test_the_year() -> None:
    """The stages and the ends have as many moves as the story tells."""
    ax = plots.funnel(STORY.as_of("2026-12-31"), ax=some_axes())

    assert [
        "applied\n45",
        "screening\n1",
        "interviewing\n4",
        "offer\n2",
        "accepted 1",
        "declined 1",
        "withdrawn 6",
        "rejected 37",
    ] == named(ax)
    assert (
        "Moves on 2026-12-31\n45 moves: 1 accepted, 1 declined, 37 rejected, 6 withdrawn, 0 open\n"
        "applied to offer: 2 of 39 (5 %), compatible with 1 to 17 %"
    ) == ax.get_title()


def test_open_moves() -> None:
    """Open moves are hatched, and those gone quiet are counted."""
    ax = plots.funnel(STORY.as_of("2026-08-24"), ax=some_axes())
    hatches = Counter(band.get_hatch() for band in ax.collections)

    assert "open 7, 3 quiet" in texts(ax)
    assert {"///": 2, None: 4} == dict(hatches)


def test_fate_not_known() -> None:
    """Moves whose later fate is not known have an end of their own."""
    plan = moved("applied", "applied rejected")
    plan += ct.Transition(id="old", on="2026-01-01")
    plan += ct.Step(on="2026-01-01", transition="old", stage="applied", tracked=False)

    assert ["applied\n3", "open 1", "rejected 1", "not known 1"] == said(plan)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([""], ["lead\n1", "open 1"]),
        (["withdrawn"], ["lead\n1", "withdrawn 1"]),
        (["lead applied lead applied"], ["lead\n1", "applied\n1", "open 1"]),
        (["applied rejected interviewing"], ["applied\n1", "interviewing\n1", "open 1"]),
        (["applied accepted"], ["applied\n1", "offer\n1", "accepted 1"]),
        (["interviewing", "applied rejected"], ["applied\n1", "interviewing\n1", "open 1", "rejected 1"]),
    ],
)
def test_ways(ways: list[str], expected: list[str]) -> None:
    """A stage counts once and in its order; an answer says that there was an offer; none at all is a lead."""
    assert expected == said(moved(*ways))


def test_an_offer_on_record() -> None:
    """An offer that was written down is one, with or without its step."""
    plan = moved("applied") + ct.Offer(on="2026-01-05", transition="move-0")

    assert ["applied\n1", "offer\n1", "open 1"] == said(plan)


# --- Where the bands run -----------------------------------------------------------------------

WAYS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(STAGES[:5]), min_size=1, unique=True).map(
            lambda stages: tuple(sorted(stages, key=STAGES.index))
        ),
        st.sampled_from([*ENDS, "open", "not known"]),
    ).map(lambda pair: _Way(*pair)),
    min_size=1,
    max_size=12,
).map(lambda ways: _sorted(Counter(ways)))


@given(WAYS, st.floats(0, 2))
def test_no_two_bands_in_one_place(ways: dict[_Way, int], gap: float) -> None:
    """At each stage, and at the end, bands lie one below the other, those of the stage together on top."""
    stages = [stage for stage in STAGES if any(stage in way.stages for way in ways)]
    ends = _ends(ways, gap)
    for at in range(len(stages)):
        tops = _column(ways, stages[: at + 1], ends, gap)
        here = [way for way in tops if stages[at] in way.stages]

        assert set(tops) == {way for way in ways if way.stages[0] in stages[: at + 1]}
        assert _apart(tops, ways)
        assert sum(ways[way] for way in here) == max(tops[way] + ways[way] for way in here)
        assert 0 == min(tops[way] for way in here)
        assert all(tops[way] >= sum(ways[each] for each in here) + gap for way in tops if way not in here)
    assert _apart(ends, ways)
    assert set(ways) == set(ends)


def _apart(tops: dict[_Way, float], ways: dict[_Way, int]) -> bool:
    spans = [(top, top + ways[way]) for way, top in tops.items()]
    return all(
        one[1] <= other[0] + 1e-9 or other[1] <= one[0] + 1e-9 for one, other in combinations(spans, 2)
    )


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(STAGES), max_size=4).map(" ".join), min_size=1, max_size=9))
def test_every_move_has_its_place(ways: list[str]) -> None:
    """The ends have the moves that the outlook counts, and bands are as high as they have moves."""
    plan = moved(*ways)
    ax = plots.funnel(plan.as_of("2026-01-20"), ax=some_axes())
    figures = plan.review("2026-01-20").outlook.funnel
    counts = dict(text.split() for text in texts(ax))
    ended = {end: n for end, n in [*figures.ended.items(), ("open", figures.open)] if n}

    assert rendered(ax)
    assert ended == {end: int(count) for end, count in counts.items()}
    assert len(ways) == sum(map(_height, ax.collections))


def _height(band: Any) -> int:
    """How many moves a band has, by its height at its beginning."""
    corners = band.get_paths()[0].vertices
    left = corners[:, 0].min()
    heights = [y for x, y in corners if x == left]
    return round(max(heights) - min(heights))
