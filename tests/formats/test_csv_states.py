"""What people call the states of an application, in whatever letters."""

import re
from pathlib import Path
from typing import Any

import pytest

import careertrack as ct
from careertrack.formats.csv._states import STATES, State, folded_state, known_states, listed
from careertrack.records.moves import STAGES

# What the states that career-ops documents come to here, by its own ids.
CAREER_OPS = {
    "evaluated": State("lead", "evaluated"),
    "applied": State("applied"),
    "responded": State("screening", "responded"),
    "interview": State("interviewing"),
    "offer": State("offer"),
    "rejected": State("rejected"),
    "discarded": State("withdrawn", "discarded"),
    "skip": State("withdrawn", "skipped"),
    "hired": State("accepted", "hired"),
}
# Aliases that say more of what happened than the state they stand under.
MORE = {
    "hold": State("lead", "on hold"),
    "cerrada": State("withdrawn", "closed"),
    "accepted": State("accepted"),
    "accept": State("accepted"),
    "kabul edildi": State("accepted"),
}


def states_of(path: Path) -> dict[str, list[str]]:
    """The ids of a file of states, each with its label and aliases; a few lines of YAML."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip().removeprefix("- ").partition(": ")
        if key == "id":
            names = found.setdefault(value, [value])
        elif key == "label":
            names.append(value)
        elif key == "aliases":
            names += re.findall(r'[^\[\],"]+', value.replace(", ", ","))
    return found


def test_every_public_state_is_known(shared_data: Path) -> None:
    """Every state of career-ops, by its id, label and every alias, is the stage that it means."""
    found = states_of(shared_data / "career-ops" / "states.yml")
    names = [(id, name) for id, names in found.items() for name in names]

    assert (list(CAREER_OPS), 72) == (list(found), len(names))
    assert [] == [
        (id, name)
        for id, name in names
        if STATES.get(folded_state(name)) != MORE.get(folded_state(name), CAREER_OPS[id])
    ]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Applied", State("applied")),
        ("  APPLIED ", State("applied")),
        ("**Applied**", State("applied")),
        ("Application_sent", State("applied")),
        ("Application-Sent!", State("applied")),
        ("mülakat", State("interviewing")),
        ("MULAKAT", State("interviewing")),
        ("MÜLAKAT", State("interviewing")),
        ("uygun_degil", State("withdrawn", "skipped")),
        ("Uygun Değil", State("withdrawn", "skipped")),
        ("UYGUN DEĞİL", State("withdrawn", "skipped")),
        ("Iptal edildi", State("withdrawn", "discarded")),
        ("ıptal_edildi", State("withdrawn", "discarded")),
        ("İPTAL EDİLDİ", State("withdrawn", "discarded")),
        ("işe alındı", State("accepted", "hired")),
        ("ISE ALINDI", State("accepted", "hired")),
        ("değerlendirildi", State("lead", "evaluated")),
        ("Yanıt Verildi", State("screening", "responded")),
        ("Phone-Screen", State("screening", "phone screen")),
        ("Take-home test", State("screening", "assessment")),
        ("2nd round", State("interviewing", "second round")),
        ("No Response", State("applied", "no response")),
        ("Ghosted", State("applied", "no response")),
        ("Offer declined", State("declined")),
        ("Position closed", State("withdrawn", "closed")),
    ],
)
def test_however_it_is_written(written: str, state: State) -> None:
    """Capitals, accents, dotless letters, underscores, hyphens and asterisks make no difference."""
    assert state == STATES.get(folded_state(written))


def test_every_stage_is_known_by_its_name() -> None:
    """A stage's own name means that stage."""
    assert [State(stage) for stage in STAGES] == [STATES[stage] for stage in STAGES]


def test_aliases_are_as_they_are_compared() -> None:
    """Every alias of the table is one that a cell can come to, and stands there once."""
    assert [] == [alias for alias in STATES if alias != folded_state(alias)]
    assert len(STATES) == sum(len(aliases) for _, _, aliases in listed())


def test_labels_are_known_themselves() -> None:
    """A label that the table gives is itself an alias of it, so that an export can be read again."""
    assert [] == [
        state for state in STATES.values() if state.label is not None and STATES.get(state.label) != state
    ]


def test_more_states() -> None:
    """A caller's states are put before the others, with a label or without."""
    states = known_states({"Vorauswahl": "screening", "OFFER": ("interviewing", "offer talk")})

    assert (State("screening"), State("interviewing", "offer talk"), State("applied")) == (
        states["vorauswahl"],
        states["offer"],
        states["applied"],
    )
    assert State("offer") == STATES["offer"]


def test_a_stage_that_is_none() -> None:
    """A state that means no stage is refused, all of them at once."""
    with pytest.raises(ct.InvalidValue) as refused:
        known_states({"a": "aplied", "b": ("applied", "x"), "c": (3, "y")})

    assert ["states['a']", "states['c']"] == [issue.path for issue in refused.value.issues]


@pytest.mark.parametrize(
    ("states", "issue"),
    [
        (
            ["ghosted"],
            "states: must be stages by state, such as {'trial day': 'interviewing'}, got a list of 1",
        ),
        ({3: "lead"}, "states[3]: must be the name of a state, got 3"),
        ({"a": None}, "states['a']: must be a stage, or a stage and a label, got None"),
        ({"a": ("lead", 3)}, "states['a']: must be a stage, or a stage and a label, got a tuple of 2"),
    ],
)
def test_states_that_are_none(states: Any, issue: str) -> None:
    """What cannot be a table of states is refused, saying what would be one."""
    with pytest.raises(ct.InvalidValue) as refused:
        known_states(states)

    assert issue == str(refused.value)


def test_the_stage_that_was_meant() -> None:
    """A stage that is none is told with the nearest."""
    with pytest.raises(ct.InvalidValue, match="got 'interview'; did you mean \"interviewing\"\\?"):
        known_states({"a": "interview"})


def test_the_page_lists_them_all(project_root: Path) -> None:
    """The page of this module has every stage and label with its aliases, as the code has them."""
    text = (project_root / "docs" / "reference" / "csv.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \| ([a-z ]*) \| (.*) \|$", text, flags=re.MULTILINE)

    assert list(listed()) == [(stage, label.strip(), aliases.split(", ")) for stage, label, aliases in rows]
