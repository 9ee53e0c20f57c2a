"""The results as a page."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from benchmarks.measure import Line

LIBRARIES = ("attrs", "python-dateutil", "cattrs", "msgspec", "pydantic")
HEAD = """# Results

`make bench` (or `python -m benchmarks`) measures again and rewrites this page; `python -m benchmarks --quick`
only shows that everything runs.

Time on a machine means little elsewhere, so each line is a ratio to a named peer, timed in turn with it in
one process (imports: each in a fresh one, byte code compiled). Times are CPU time. A ratio is the median of
neighbouring runs; the range after it holds their middle half. A budget is *met* or *not met* where that whole
range agrees, and *on the line* where it does not: the next run may say otherwise.

Peers have the same fields and, where they check at all, the same bounds of single fields. They leave out the
rules between fields and between records, the order, the canonical form and the list of all faults.
The next day of a rhythm is to be independent of the rhythm's age; 1.2 is how this page reads that.
"""


def page(lines: Iterable[Line]) -> str:
    """The page of results."""
    lines = list(lines)
    return "\n".join([HEAD, _surroundings(), "", *_table(lines), "", *_unmet(lines)]).rstrip() + "\n"


def _surroundings() -> str:
    named = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the end; {named}."


def _table(lines: Sequence[Line]) -> list[str]:
    rows = ["| what | ours | against | theirs | ratio | range | budget | |", "| --- " * 8 + "|"]
    for line in lines:
        budget = "" if line.budget is None else f"{line.budget:g}"
        cells = (
            line.what,
            _time(line.ours),
            line.against,
            _time(line.theirs),
            _figure(line.ratio),
            f"{_figure(line.low)} to {_figure(line.high)}",
            budget,
            line.verdict,
        )
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _unmet(lines: Sequence[Line]) -> list[str]:
    unmet = [line for line in lines if line.verdict in ("not met", "on the line")]
    if not unmet:
        return ["Every budget is met."]
    return [
        "## Not met, or on the line",
        "",
        *(
            f"- {line.what}, against {line.against}: {_figure(line.ratio)}, budget {line.budget:g}. "
            + WHY.get(line.what, UNKNOWN)
            for line in unmet
        ),
    ]


UNKNOWN = "Why has not been established."
WHY = {  # what was tried, not what is guessed
    "load and validate a year": "Of it, measured apart on the same year: parsing with repeated names "
    "looked for about 1.2 to 1.4, making the records about 2 to 3 (each field of a record is a slot to store "
    "in, 8 to 19 of them), their order about 0.5, their dossiers about 0.5, the rules about 0.3. Switching "
    "the garbage collector off was tried without gain.",
    "construct: Contact": "Without its two lists the same comparison met the budget when tried.",
    "construct: Goal with a milestone": "With its rules between fields switched off, chiefly that milestones "
    "lead from baseline to target, the same comparison met the budget when tried; the peer has no such rule.",
}


def _time(seconds: float) -> str:
    if seconds < 1e-3:
        return f"{_figure(seconds * 1e6)} µs"
    return f"{_figure(seconds * 1e3)} ms" if seconds < 1 else f"{_figure(seconds)} s"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
