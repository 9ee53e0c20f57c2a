"""Goals made of smaller ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.direction.goals import open_goals
from careertrack.pillars.finding import Rule, Said, rule


@rule("parts-done", "notice", "direction")
def parts_done(now: Moment) -> Iterator[Said]:
    """An open goal without a measure of its own whose parts, those dropped left out, are all done."""
    parts: dict[str, list[bool]] = {}
    for state in now.goals.values():
        if state.goal.parent is not None and state.status != "dropped":
            parts.setdefault(state.goal.parent, []).append(state.status == "done")
    for id, state in open_goals(now):
        goal = state.goal
        done = parts.get(id, ())
        if done and all(done) and goal.target is None and not goal.anchors and state.level is None:
            yield Said({"id": id, "count": len(done)}, (goal,))


@rule("part-after-whole", "notice", "direction")
def part_after_whole(now: Moment) -> Iterator[Said]:
    """An open goal that is due after the open goal it is a part of."""
    for id, state in open_goals(now):
        goal = state.goal
        whole = None if goal.parent is None else now.goals.get(goal.parent)
        if goal.due is None or whole is None or whole.status != "open" or whole.goal.due is None:
            continue
        if goal.due > whole.goal.due:
            params = {"id": id, "due": str(goal.due), "parent": whole.goal.id}
            yield Said({**params, "parent_due": str(whole.goal.due)}, (goal, whole.goal))


RULES: Final[tuple[Rule, ...]] = (parts_done, part_after_whole)
