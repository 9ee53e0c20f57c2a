"""What to do with the time there is: obligations, the best that fits, and what stands apart."""

import json
from datetime import date
from typing import Any

import pytest
from tests.practice.keeping import BOSS, PEER, day, pause, talk

import careertrack as ct
from careertrack.questions.actions import Action, Actions
from careertrack.questions.actions.action import CODES
from careertrack.questions.actions.choosing import _best, _worth
from careertrack.record import Record

READ = ct.Routine(id="read", on=day(-28), pillar="skills", minutes=180, cue="Tuesday 9:00, library")
PROMISE = ct.Commitment(id="cv", on=day(-1), what="-", pillar="change", due=day(3))
CADENCE = ct.Cadence(id="lunch", on=day(-28), contact="bob", every="4 weeks")
WRITTEN = (ct.Evidence(on=day(-1), title="Faster load"), ct.Priorities(on=day(-1), motivators=["people"]))
LIKED = ct.InterestProfile(
    on=day(-1),
    interests=ct.Interests(
        realistic=1, investigative=2, artistic=3, social=4, enterprising=5, conventional=6
    ),
)
QUIET: tuple[Record, ...] = (*WRITTEN, LIKED)
"""So that nothing is left to be written down."""


def asked(*records: Record, minutes: int | None = None, on: int = 0) -> Actions:
    """What to do on a day."""
    return ct.Plan(records=[*QUIET, *records]).review(day(on)).actions(minutes)


def ids(actions: Any) -> list[str]:
    """The names of some actions, in their order."""
    return [action.id for action in actions]


def an_action(id: str, minutes: int = 60, **fields: Any) -> Action:
    """An action by itself."""
    given = {"code": "spend", "group": id, "pillar": "skills", "reason": "-", "minutes": minutes}
    return Action(id=id, **(given | fields))


# --- What is chosen --------------------------------------------------------------------------------


def test_an_empty_plan_has_small_first_moves() -> None:
    """Nothing is owed, and there are things worth writing down; none of them asks for anything."""
    actions = ct.Plan().review(day(0)).actions()

    assert ["say interests", "say priorities", "write evidence"] == ids(actions.apart)
    assert (0, None, 0) == (len(actions), actions.joint, actions.total)


def test_nothing_is_due() -> None:
    """A sentence says so."""
    assert "2026-01-05: 0 of 300 minutes\nnothing is due now" == str(asked(minutes=300))


def test_what_somebody_waits_for_comes_first() -> None:
    """By date, whatever its gain, while it fits; what does not fit waits, and a later one may fit."""
    other = PROMISE.evolve(id="other", due=day(2))
    event = ct.Event(title="Talk", type="interview", starts=day(1), minutes=45)
    everything = [PROMISE, other, event, READ]

    assert ["go to talk", "keep other", "keep cv"] == ids(asked(*everything).obligations)
    assert ["go to talk", "keep other", "keep cv", "routine read 60"] == ids(asked(*everything, minutes=165))
    assert ["go to talk", "keep other"] == ids(asked(*everything, minutes=100))
    assert ["keep other"] == ids(asked(*everything, minutes=40))


def test_sizes_of_one_promise_are_alternatives() -> None:
    """An hour, two, or the rest: the largest that fits, and never two of them."""
    sizes = ["routine read 60", "routine read 120", "routine read 180"]
    chosen = [ids(asked(READ, minutes=minutes)) for minutes in (59, 60, 179, 180, 999)]

    assert [[], sizes[:1], sizes[1:2], sizes[2:], sizes[2:]] == chosen
    assert [sizes[2:]] == [ids(asked(READ))]
    assert sizes[:2] == ids(asked(READ).left_out)


def test_without_a_capacity_nothing_is_left_out_for_time() -> None:
    """With one, what is left of it this week: less than was stated by what was spent since Monday."""
    capacity = ct.Capacity(on=day(-9), minutes=100)
    spent = [
        ct.Effort(on=day(-1), minutes=50, pillar="change"),
        ct.Effort(on=day(0), minutes=30, pillar="change"),
        PEER,
        talk(1, "bob", minutes=10),
        talk(1, "bob", type="catch-up"),
    ]

    assert [None, 100, 60, 0] == [
        asked(READ, *some, on=1).minutes
        for some in ([], [capacity], [capacity, *spent], [capacity.evolve(minutes=20), *spent])
    ]
    assert asked(capacity.evolve(minutes=None, training_budget="9 EUR")).minutes is None


def test_minutes_are_whole() -> None:
    """Nothing else is a time."""
    for wrong in (-1, 1.5, True, "60"):
        with pytest.raises(ct.InvalidValue, match="minutes: must be a whole number from 0"):
            asked(minutes=wrong)  # type: ignore[arg-type]


def test_equal_gains_are_told_apart_by_progress() -> None:
    """However little it is, and it never outweighs a gain; what has neither is worth nothing."""
    less = an_action("a", gain=0.25, progress=0.0)
    more = an_action("b", gain=0.25 + 1e-16, progress=0.01)
    most = an_action("c", gain=0.26, progress=-0.5)
    no_gain = an_action("d", gain=1e-12, progress=0.5)

    assert ["b"] == ids(_best([less, more], 60))
    assert ["c"] == ids(_best([less, more, most], 60))
    assert ["b", "c"] == ids(_best([less, more, most], 120))
    assert ["d"] == ids(_best([no_gain], 60))
    assert [0, 0] == [_worth(an_action("e")), _worth(an_action("f", gain=-0.1, progress=-0.1))]


def test_what_gains_nothing_and_unblocks_something_stands_apart() -> None:
    """One of each group; what does neither is left for another time."""
    monthly = ct.Routine(id="meet", on=day(0), pillar="network", times=1, of="new-contacts", per="month")
    # On 1 March, with March not over when the next 28 days are, and this week in motion already.
    helped = [PEER, talk(50, "bob", helped="me"), ct.Effort(on=day(54), minutes=9, pillar="change")]
    actions = asked(monthly, *helped, on=55)

    assert ["thank bob"] == ids(actions.apart)
    assert ["routine meet 1"] == ids(actions.left_out)
    assert actions["thank bob"].unblocks
    assert "left for another time: get to know 1 new contact" == str(actions).splitlines()[-1]


def test_the_joint_gain_is_shown_where_two_serve_one_promise() -> None:
    """A routine and an effort that sets the week in motion both count it: together it counts once."""
    other = READ.evolve(id="draw", pillar="direction", cue=None)
    actions = asked(READ, other)

    assert actions.joint is not None
    assert actions.joint < actions.summed
    assert f"together: practice {actions.joint:+.3f}, one by one {actions.summed:+.3f}" in str(actions)
    alone = asked(READ)
    assert alone.joint == alone.summed
    assert "together" not in str(alone)


def test_the_joint_gain_is_that_of_all_that_is_to_be_done() -> None:
    """Obligations among them; to the bit the difference of the two reviews four weeks ahead."""
    plan = ct.Plan(records=[*QUIET, PROMISE, READ])
    actions = plan.review(day(0)).actions()
    done = plan.add(record for action in actions for record in action.done(on=day(0)))
    with_it, without = (each.review(day(28)).practice.value or 0.0 for each in (done, plan))

    assert ["keep cv", "routine read 180"] == ids(actions)
    assert with_it - without == actions.joint
    assert (actions.joint or 0.0) > (actions["keep cv"].gain or 0.0) > 0


# --- Rest --------------------------------------------------------------------------------------------


def test_a_pause_silences_what_can_wait() -> None:
    """In it only what others have set a day for is left; what is due then falls due afterwards."""
    interview = ct.Event(title="Talk", type="interview", starts=day(1))
    move = ct.Transition(id="lantern", on=day(-9))
    offer = ct.Offer(on=day(-1), transition="lantern", answer_by=day(2))
    everything = [PEER, PROMISE, READ, CADENCE, interview, move, offer]

    assert ["go to talk", "answer lantern"] == ids(asked(*everything, pause(0, 9)))
    assert [] == ids(asked(*everything, pause(0, 9)).apart)
    assert [] == ids(asked(*everything, pause(0, 0)))
    assert 5 == len(asked(*everything))


# --- What one is ---------------------------------------------------------------------------------------


def test_an_action_is_found_by_its_id() -> None:
    """Whether it was chosen or not; another is a fault that names it."""
    actions = asked(READ, minutes=60)

    assert [60, 120] == [actions[id].minutes for id in ("routine read 60", "routine read 120")]
    with pytest.raises(KeyError, match="no action 'nothing'"):
        actions["nothing"]


def test_what_it_says() -> None:
    """What, how long, by when, what it gains, why, what it unblocks, when and where."""
    actions = asked(READ, ct.Skill(name="SQL"), minutes=60)
    one = an_action("a", is_guess=True, progress=0.5, params={"id": "a", "minutes": 60}, unblocks="b")

    assert [
        "2026-01-05: 60 of 60 minutes",
        "",
        "gains most:",
        "- spend 60 minutes on read (60 min, due 2026-01-11, practice +0.104):"
        " routine read has 180 minutes to go by 2026-01-11",
        "  when: Tuesday 9:00, library",
    ] == str(actions).splitlines()[:5]
    assert "spend 60 minutes on a (about 60 min, progress +0.500): -\nunblocks: b" == str(one)


def test_a_long_list_is_cut() -> None:
    """A dozen lines are read; `to_dict` has all of them."""
    goals = [ct.Goal(id=f"wish-{n}", on=day(-1), title="-", pillar="change", due=day(100)) for n in range(14)]
    done = [ct.Setback(id=f"no-{n}", on=day(-1), what="-", retry=day(3), lesson="-") for n in range(14)]
    actions = asked(*goals, *done, minutes=0)
    lines = str(asked(*goals, *done, minutes=9999)).splitlines()

    assert "- and 16 more" in lines
    assert str(actions).splitlines()[-1].endswith("; 16 more")
    assert str(actions).splitlines()[-1].startswith("left for another time: ")
    assert "more" not in str(asked(*goals[:6], *done[:6], minutes=9999))


def test_names_and_notes_are_in_no_repr() -> None:
    """Contacts appear by id; where and when somebody meets is theirs to show."""
    boss = BOSS.evolve(note="she said no")
    cadence = CADENCE.evolve(contact="grace", note="by phone")
    promise = PROMISE.evolve(cue="at Grace Hopper's", what="Send Grace the figures", pillar=None, to="grace")
    actions = asked(boss, cadence, promise)
    said = repr([actions, *actions, *actions.apart, *actions.left_out])

    assert "grace" in said
    assert [] == [word for word in ("Grace", "figures", "she said", "phone") if word in said]


def test_it_is_taken_on_a_day() -> None:
    """Its records on that day, to be added to the plan; a day that is none is refused."""
    plan = ct.Plan(records=[*QUIET, READ])
    action = plan.review(day(0)).actions()["routine read 60"]
    plan += action.done(on="2026-01-07")

    assert [ct.Effort(on=day(2), minutes=60, routine="read")] == list(plan.of(ct.Effort))
    assert action.done(on=date(2026, 1, 7)) == action.done(on="2026-01-07")
    with pytest.raises(ct.InvalidValue, match="on: must be a day"):
        action.done(on="7 January")


def test_somebody_new_is_met_on_the_day_that_it_is_taken() -> None:
    """A contact has no day of its own but that."""
    meet = ct.Routine(id="meet", on=day(-28), pillar="network", times=1, of="new-contacts")
    (contact,) = asked(meet)["routine meet 1"].done(on=day(3))

    assert (None, day(3)) == (contact.on, getattr(contact, "met", None))


def test_it_is_plain_data() -> None:
    """JSON of all of it, records included."""
    actions = asked(PEER, CADENCE, PROMISE, READ, minutes=100)
    data = actions.to_dict()

    assert data == json.loads(json.dumps(data, allow_nan=False))
    lists = {"obligations", "chosen", "apart", "left_out"}
    assert {*lists, "day", "minutes", "total", "summed", "joint"} == set(data)
    first = data["obligations"][0]
    assert ("keep promise cv", "2026-01-08", 30) == (first["message"], first["due"], first["minutes"])
    assert [ct.Resolution(on=day(0), commitment="cv").to_dict()] == first["records"]
    assert asked(*QUIET, PEER, talk(-3, "bob", helped="me")).apart[0].to_dict()["due"] is None


def test_no_sentence_blames() -> None:
    """Each says what to do."""
    from careertrack.questions.actions.action import _SENTENCES

    wrong = ("!", "must", "should", "fail", "bad", "wrong", "late", "neglect")
    assert [] == [word for word in wrong for text in _SENTENCES.values() if word in text]
    assert len(set(_SENTENCES.values())) == len(CODES)


def test_weights_count() -> None:
    """A pillar that weighs nothing gains nothing."""
    plan = ct.Plan(records=[*QUIET, READ])
    weights = {"skills": 0, "perseverance": 0}

    assert [] == ids(plan.review(day(0), weights).actions())
    assert plan.review(day(0), weights).actions()["routine read 60"].gain is None
