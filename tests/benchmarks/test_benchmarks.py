"""The benchmarks run and measure what they say; how long anything takes is not asserted."""

import json
from collections.abc import Callable
from dataclasses import replace
from math import isfinite

import pytest
from benchmarks import __main__, peers, report, sample
from benchmarks.measure import QUICK, Line, Sizes, compared

import careertrack as ct

LINE = Line("this", "that", 2e-6, 1e-6, 2.0, 1.9, 2.1)


def _are_sound(lines: list[Line]) -> bool:
    return bool(lines) and all(
        isfinite(line.ratio) and 0 < line.low <= line.ratio <= line.high and line.ours > 0 and line.theirs > 0
        for line in lines
    )


@pytest.mark.parametrize("benchmark", __main__.ALONE, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_alone(benchmark: Callable[[Sizes], list[Line]]) -> None:
    """Each benchmark that needs no other library gives lines of sound figures."""
    assert _are_sound(benchmark(QUICK))


@pytest.mark.parametrize("benchmark", __main__.WITH_PEERS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_with_peers(benchmark: Callable[[Sizes], list[Line]]) -> None:
    """Each benchmark against other libraries gives lines of sound figures, where these are installed."""
    for peer in peers.CODECS:
        pytest.importorskip(peer, reason=f"{peer} is in the dependency group bench")

    assert _are_sound(benchmark(QUICK))


@pytest.mark.parametrize("peer", peers.CODECS)
def test_peers_do_the_work(peer: str) -> None:
    """A peer that loads a document and dumps it gives the same data back, so it did read every field."""
    pytest.importorskip(peer, reason=f"{peer} is in the dependency group bench")
    plan = sample.plan(2)
    text = ct.dumps(plan).encode()
    load, dump = peers.CODECS[peer](sorted({record.kind for record in plan}))

    assert json.loads(text) == json.loads(dump(load(text)))


def test_sample_is_the_same_each_time() -> None:
    """The sample does not change from run to run, so neither does what is measured."""
    assert sample.plan(3) == sample.plan(3)


def test_sample_of_a_year() -> None:
    """A year of the sample is a document of about 200 KB."""
    size = len(ct.dumps(sample.plan()).encode())

    assert 180_000 <= size <= 220_000


def test_sample_of_a_size() -> None:
    """A sample of a size has exactly that many records."""
    assert [100, 1_000] == [len(sample.plan_of(size)) for size in (100, 1_000)]


def test_turns() -> None:
    """What is compared runs in turn, ours first, once before it counts."""
    turns = []

    def clock(name: str, seconds: float) -> float:
        turns.append(name)
        return seconds

    line = compared("a", lambda: clock("a", 3.0), "b", lambda: clock("b", 2.0), 2, budget=2)

    assert ["a", "b"] * 3 == turns
    assert Line("a", "b", 3.0, 2.0, 1.5, 1.5, 1.5, 2) == line


@pytest.mark.parametrize(
    ("budget", "verdict"),
    [(None, ""), (2.1, "met"), (2.0, "on the line"), (1.9, "on the line"), (1.8, "not met")],
)
def test_verdict(budget: float | None, verdict: str) -> None:
    """A budget is met, or not, only where the middle half of the ratios says so."""
    assert verdict == replace(LINE, budget=budget).verdict


def test_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page has a row for each line, and says of what is not met that it is not."""
    monkeypatch.setattr(report, "LIBRARIES", ())
    page = report.page([LINE, replace(LINE, what="more", budget=1.5)])

    assert "| this | 2 µs | that | 1 µs | 2 | 1.9 to 2.1 |  |  |" in page
    assert "| more | 2 µs | that | 1 µs | 2 | 1.9 to 2.1 | 1.5 | not met |" in page
    assert "- more, against that: 2, budget 1.5. Why has not been established." in page


@pytest.mark.parametrize(("arguments", "is_written"), [(["--quick"], False), ([], True)])
def test_quick_writes_nothing(
    arguments: list[str], is_written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The results are rewritten by a full run and left alone by a quick one."""
    written: list[str] = []

    class Page:
        def write_text(self, text: str, encoding: str) -> None:
            written.append(text)

    monkeypatch.setattr(report, "LIBRARIES", ())
    monkeypatch.setattr(__main__, "RESULTS", Page())
    monkeypatch.setattr(__main__, "ALONE", ())
    monkeypatch.setattr(__main__, "WITH_PEERS", ())
    __main__.main(arguments)

    assert is_written is bool(written)
