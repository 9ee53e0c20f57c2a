"""A document of a believable year to a plan and back."""

from __future__ import annotations

import json

import careertrack as ct
from benchmarks import peers, sample
from benchmarks.measure import Line, Sizes, compared, timed


def against_json(sizes: Sizes) -> list[Line]:
    """Against reading and writing the same text as plain data, with nothing checked."""
    plan = sample.plan(sizes.weeks)
    text = ct.dumps(plan).encode()
    data = json.loads(text)
    load = compared(
        "load and validate a year",
        timed(lambda: ct.loads(text)),
        "json.loads",
        timed(lambda: json.loads(text)),
        sizes.repeats,
        budget=6,
    )
    dump = compared(
        "dump a year",
        timed(lambda: ct.dumps(plan)),
        "json.dumps",
        timed(lambda: json.dumps(data, ensure_ascii=False)),
        sizes.repeats,
    )
    return [load, dump]


def against_peers(sizes: Sizes) -> list[Line]:
    """Against libraries that read the same records, each alone."""
    plan = sample.plan(sizes.weeks)
    text = ct.dumps(plan).encode()
    lines = []
    for name, codec in peers.CODECS.items():
        load, dump = codec(sorted({record.kind for record in plan}))
        loads = timed(lambda load=load: load(text))  # type: ignore[misc]
        loaded = load(text)
        dumps = timed(lambda dump=dump, loaded=loaded: dump(loaded))  # type: ignore[misc]
        lines += [
            compared("load a year", timed(lambda: ct.loads(text)), name, loads, sizes.repeats),
            compared("dump a year", timed(lambda: ct.dumps(plan)), name, dumps, sizes.repeats),
        ]
    return sorted(lines, key=lambda line: line.what, reverse=True)
