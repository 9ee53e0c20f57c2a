"""Laws of findings: never raised, made of what was recorded by the day, and the same however it was added."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.strategies import plans

DAYS = st.dates(date(2025, 12, 1), date(2029, 12, 31))
EDGES = st.dates(date.min, date(1, 6, 1)) | st.dates(date(9998, 6, 1), date(9999, 6, 1))


@given(plan=plans(min_size=4), day=DAYS)
def test_a_finding_is_returned_and_dated_by_the_day(plan: ct.Plan, day: date) -> None:
    """On any day every rule answers, with a sentence, and behind it stand records of that day or before."""
    for finding in plan.findings(day):
        assert finding.message
        assert all(record in plan.records for record in finding.records)
        assert all(record.on is None or record.on <= day for record in finding.records)


@given(plan=plans(days=EDGES), day=EDGES | st.just(date.max))
def test_the_calendar_has_edges(plan: ct.Plan, day: date) -> None:
    """Nothing is counted back before its first day, or on after its last."""
    assert plan.findings(day) == plan.findings(day)
