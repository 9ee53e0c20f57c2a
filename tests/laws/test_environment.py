"""Same records and same day, same bytes: on every machine, in every process."""

import os
import subprocess
import sys

import pytest

import careertrack as ct

PROGRAM = """
import json
import careertrack as ct

plan = ct.Plan("Ada", [
    ct.Skill(name="SQL"), ct.Skill(name="R"), ct.Skill(name="Ökonometrie"),
    ct.Role(title="Data lead", requires=[
        {"skill": "sql", "level": 5}, {"skill": "r", "level": 3, "must_have": True}]),
    ct.TargetRole(on="2026-01-05", roles=["data-lead"]),
    ct.Contact(id="grace", name="Grace", relations=["manager", "mentor"], extra={"acme": {"b": 1, "a": [2]}}),
    ct.Contact(id="ada", name="Ada", introduced_by="grace"),
    ct.Event(title="Evening", starts="2026-03-29T02:30", zone="Europe/Berlin"),
    ct.Cadence(id="one-to-one", on="2026-01-31", contact="grace", every="1 month", counted_from="schedule"),
    ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-06-30"),
    ct.Goal(on="2026-01-05", title="Part", pillar="change", parent="apply"),
    *[ct.Effort(on="2026-01-09", minutes=minutes, pillar="skills") for minutes in (20, 10, 30)],
    *[ct.Conversation(on="2026-01-10", contacts=["grace", "ada"], note=note) for note in "xyz"],
    ct.Assessment(on="2026-01-09", skill="sql", level=3.3),
    ct.Runway(on="2026-01-05", savings="40000 EUR", spending="4100 EUR",
              income="2400 EUR", income_until="2026-06-30"),
])
review = plan.review("2026-03-29")
now = plan.as_of("2026-03-29")
print(ct.dumps(plan), plan.digest, review, json.dumps(review.to_dict()), sep="\\n")
print(list(now.contacts), list(now.skills), now.runway.until, now.cadences["one-to-one"].next_due)
print(plan.check(ct.Assessment(on="2026-01-10", skill="sq", level=1),
                 ct.Goal(on="2026-01-06", title="x", pillar="change", parent="y")))
print(ct.json_schema())
"""


def said(seed: str, locale: str, zone: str, *flags: str) -> bytes:
    """What the program prints in a process of its own."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "LC_ALL": locale,
        "TZ": zone,
        "PYTHONIOENCODING": "utf-8",
    }
    made = subprocess.run(
        [sys.executable, *flags, "-c", PROGRAM], env=environment, capture_output=True, check=True, timeout=120
    )
    return made.stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    """What it prints here."""
    return said("0", "C", "UTC")


@pytest.mark.parametrize("seed", ["1", "4242"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "tr_TR.UTF-8"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/St_Johns"])
def test_no_seed_locale_or_zone_matters(expected: bytes, seed: str, locale: str, zone: str) -> None:
    """Another hash seed, locale and time zone give the same bytes."""
    assert said(seed, locale, zone) == expected


def test_optimised_bytecode_is_no_different(expected: bytes) -> None:
    """Nothing depends on assertions being there."""
    assert said("7", "C", "UTC", "-O") == expected


def test_the_program_says_something(expected: bytes) -> None:
    """The comparison compares something."""
    assert expected.count(b"\n") > 40
    assert "Ökonometrie".encode() in expected
    assert str(ct.Money("40000", "EUR")).encode() in expected
