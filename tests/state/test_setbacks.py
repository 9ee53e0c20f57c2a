"""Setbacks: as told at first and as told now, and how they ended."""

import careertrack as ct

SETBACK = ct.Setback(id="no-answer", on="2026-02-20", what="Rejected after the screening", retry="2026-03-20")
PLAN = ct.Plan() + SETBACK


def test_come_back_from_let_go_or_open() -> None:
    """Done is a comeback, dropped a letting go; a later revision opens it again."""
    plan = PLAN + ct.Resolution(on="2026-03-01", setback="no-answer")
    plan = plan.revise(ct.Setback, "no-answer", on="2026-04-01", lesson="Ask for the salary range first")
    plan += ct.Resolution(on="2026-05-01", setback="no-answer", outcome="dropped")

    days = ("2026-02-20", "2026-03-01", "2026-04-01", "2026-05-01")
    states = [plan.as_of(day).setbacks["no-answer"] for day in days]

    assert ["open", "done", "open", "dropped"] == [state.status for state in states]
    assert [None, None, "Ask for the salary range first"] == [state.setback.lesson for state in states[:3]]
    assert SETBACK == states[-1].first
