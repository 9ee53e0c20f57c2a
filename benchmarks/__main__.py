"""Runs every benchmark and rewrites ``RESULTS.md``; with ``--quick``, runs tiny ones and writes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import construction, documents, imports, plans, report, rhythms
from benchmarks.measure import FULL, QUICK, Line, Sizes

RESULTS = Path(__file__).with_name("RESULTS.md")
ALONE: tuple[Callable[[Sizes], list[Line]], ...] = (
    imports.run,
    construction.against_unchecked,
    documents.against_json,
    plans.added,
    plans.added_together,
    plans.asked,
    plans.remembered,
    plans.changed,
    plans.what_ifs,
    rhythms.run,
)
WITH_PEERS: tuple[Callable[[Sizes], list[Line]], ...] = (
    construction.against_pydantic,
    documents.against_peers,
)


def main(arguments: Sequence[str]) -> None:
    is_quick = "--quick" in arguments
    found: list[Line] = []
    for benchmark in (*ALONE, *WITH_PEERS):
        print(f"{benchmark.__module__}.{benchmark.__name__} ...", file=sys.stderr, flush=True)
        found += benchmark(QUICK if is_quick else FULL)
    page = report.page(found)
    print(page)
    if not is_quick:
        RESULTS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
