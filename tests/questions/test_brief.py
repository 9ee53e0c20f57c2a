"""The page for a talk with somebody."""

import json
import pickle
from datetime import date

import pytest

import careertrack as ct
from careertrack.questions.brief import Brief, Meeting, brief
from careertrack.questions.dealings import Followed, Promise, Rhythm
from careertrack.record import Record, Unreadable
from careertrack.values import JsonObject

DAY = "2026-03-01"
GRACE = ct.Contact(
    id="grace",
    name="Grace Hopper",
    relations=["manager"],
    title="Head of Data",
    organization="Initech",
    emails=["grace@example.org"],
    phones=["+49 1"],
    links=["https://example.org/grace"],
)
BEN = ct.Contact(id="ben", name="Ben Example", relations=["mentor"])
SQL = ct.Skill(name="SQL")


def made(contact: str, *records: Record, kind: str | None = None, addresses: bool = False) -> Brief:
    """The brief for a contact on the day."""
    plan = ct.Plan(records=[GRACE, BEN, SQL, *records])
    return brief(plan.as_of(DAY), contact, kind, addresses=addresses)


def talk(on: str, who: str = "grace", **more: object) -> Record:
    """A talk."""
    return ct.from_dict({"kind": "conversation", "on": on, "contacts": [who], **more})


# --- What kind of talk -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relations", "kind"),
    [
        (["manager"], "one-to-one"),
        (["report"], "one-to-one"),
        (["recruiter"], "interview"),
        (["mentor"], "advice"),
        ([], "advice"),
    ],
)
def test_the_kind_by_what_they_are(relations: list[str], kind: str) -> None:
    """A manager and a report: a one-to-one; a recruiter: an interview; anybody else: an advice talk."""
    assert kind == made("zoe", ct.Contact(id="zoe", name="Zoe", relations=relations)).kind


def test_a_manager_by_a_position() -> None:
    """Whom the owner reports to in a position held is a manager, whatever else is said; later no more."""
    job = ct.Position(title="Analyst", manager="ben", started="2025")
    found, later = (made("ben", job, job.evolve(on="2026-02-01", ended=end)) for end in (None, "2026-02-20"))

    assert ("one-to-one", True) == (found.kind, found.is_discreet)
    assert ("advice", False) == (later.kind, later.is_discreet)


def event(id: str, starts: str | None, **more: object) -> Record:
    """An event with Ben."""
    return ct.from_dict({"kind": "event", "id": id, "title": id, "contacts": ["ben"], **more} | (
        {"starts": starts} if starts else {}
    ))  # fmt: skip


def test_the_next_event() -> None:
    """The next one with them that is still to come gives the kind, where its type says so."""
    found = made(
        "ben",
        event("past", "2026-02-28", type="review"),
        event("off", "2026-03-01", type="review"),
        ct.Resolution(on="2026-02-20", event="off", outcome="dropped"),
        event("someday", None),
        event("later", "2026-03-09", type="review"),
        event("next", "2026-03-08T09:00", zone="Europe/Berlin", type="interview"),
        event("others", "2026-03-02", contacts=["grace"]),
    )

    assert Meeting(event="next", title="next", kind="interview", on=date(2026, 3, 8)) == found.meeting
    assert "interview" == found.kind


def test_an_event_of_another_sort() -> None:
    """An evening is no kind of talk: what they are decides; and what is asked for goes before all."""
    evening = event("evening", DAY, type="evening")

    assert (None, "advice") == (made("ben", evening).meeting.kind, made("ben", evening).kind)
    assert "pitch" == made("ben", event("next", DAY, type="review"), kind="pitch").kind


def test_no_kind() -> None:
    """What is no word is refused."""
    with pytest.raises(ct.InvalidValue) as raised:
        made("ben", kind="A Talk")

    assert [("kind", "value")] == [(each.path, each.code) for each in raised.value.issues]


# --- What is open ----------------------------------------------------------------------------------------


def test_promises_both_ways() -> None:
    """The open ones, with their age and whether they are overdue; not the ended, and not with others."""
    found = made(
        "grace",
        ct.Commitment(id="mine", on="2026-02-01", what="Send it", to="grace", due="2026-02-27"),
        ct.Commitment(id="paused", on="2026-02-01", what="Read it", to="grace", due="2026-02-28"),
        ct.Pause(on="2026-02-28", until="2026-02-28"),
        ct.Commitment(id="theirs", on="2026-02-20", what="Ask for it", by="grace", due="2026-03-01"),
        ct.Commitment(id="whenever", on="2026-02-21", what="Think", to="grace"),
        ct.Commitment(id="kept", on="2026-02-02", what="Done", to="grace"),
        ct.Resolution(on="2026-02-03", commitment="kept"),
        ct.Commitment(id="other", on="2026-02-02", what="Else", to="ben"),
        ct.Commitment(id="between", on="2026-02-02", what="Theirs", by="ben", to="grace"),
        ct.Commitment(id="moved", on="2026-02-02", what="Was hers", to="grace"),
        ct.Commitment(id="moved", on="2026-02-03", what="Now his", to="ben"),
    )
    promise = Promise(
        id="mine",
        what="Send it",
        mine=True,
        on=date(2026, 2, 1),
        days=28,
        due=date(2026, 2, 27),
        is_overdue=True,
    )

    assert promise == found.i_owe[0]
    assert [("mine", True), ("paused", False), ("whenever", False)] == [
        (each.id, each.is_overdue) for each in found.i_owe
    ]
    assert [("theirs", 9, False)] == [(each.id, each.days, each.is_overdue) for each in found.owe_me]
    assert "Send it (promised 28 days ago, was due on 2026-02-27)" == str(promise)


def test_rhythms() -> None:
    """The cadences in force, and the day to have been in touch by next."""
    found = made(
        "grace",
        ct.Cadence(id="weekly", on="2026-02-01", contact="grace", every="2 weeks", type="one-to-one"),
        talk("2026-02-20", type="one-to-one"),
        ct.Cadence(id="old", on="2026-01-01", contact="grace", every="1 week", until="2026-02-28"),
        ct.Cadence(id="ends", on="2026-01-01", contact="grace", every="9 weeks", until="2026-03-02"),
        ct.Cadence(id="other", on="2026-01-01", contact="ben", every="1 week"),
    )

    assert (
        Rhythm(cadence="ends", every="9 weeks", type=None, due=None),
        Rhythm(cadence="weekly", every="2 weeks", type="one-to-one", due=date(2026, 3, 6)),
    ) == found.rhythms
    assert ["every 9 weeks", "every 2 weeks, one-to-one: next by 2026-03-06"] == [
        str(each) for each in found.rhythms
    ]


# --- What happened since ----------------------------------------------------------------------------


def told(found: Brief) -> list[str]:
    """What happened, line by line."""
    return [str(each) for each in found.happened]


def test_since_the_last_talk() -> None:
    """It tells what happened after the day of the last talk that took place."""
    evidence = [
        ct.Evidence(id=f"e{n}", on=on, title=f"E{n}")
        for n, on in enumerate(["2026-02-01", "2026-02-02", DAY, "2026-03-02"])
    ]
    found = made("ben", *evidence, talk("2026-02-01", "ben"), talk("2026-02-20", "ben", answered="waiting"))

    assert (date(2026, 2, 1), date(2026, 2, 1)) == (found.last, found.since)
    assert ["2026-02-02, evidence: E1", "2026-03-01, evidence: E2"] == told(found)


def test_the_day_of_the_talk_is_not_after_it() -> None:
    """A step of that day is left out; one of the next day is there."""
    move = ct.Transition(id="move", on="2026-01-01")
    steps = [ct.Step(on=f"2026-02-0{n}", transition="move", stage="applied") for n in (1, 2)]

    assert ["2026-02-02, step: move: applied"] == told(made("ben", talk("2026-02-01", "ben"), move, *steps))


def test_without_a_talk() -> None:
    """Before the first talk it tells of the last 91 days."""
    old, new = (ct.Evidence(id=id, on=on, title=id) for id, on in (("a", "2025-11-30"), ("b", "2025-12-01")))
    found = made("ben", old, new)

    assert (None, date(2025, 11, 30), ["2025-12-01, evidence: b"]) == (found.last, found.since, told(found))


def test_since_the_last_review() -> None:
    """For a review it tells what happened since the last one; of a year, if there was none."""
    talks = [talk("2025-09-01", type="review"), talk("2026-02-01", type="one-to-one")]

    assert date(2025, 9, 1) == made("grace", *talks, kind="review").last
    assert (None, date(2025, 3, 1)) == (
        made("grace", talks[1], kind="review").last,
        made("grace", talks[1], kind="review").since,
    )
    assert date(2026, 2, 1) == made("grace", *talks).last


def goal(id: str, pillar: str = "skills", **more: object) -> Record:
    """A goal."""
    return ct.from_dict(
        {"kind": "goal", "id": id, "on": "2026-01-05", "title": id.upper(), "pillar": pillar, **more}
    )


def check(goal: str, on: str, **more: float) -> Record:
    """A check-in."""
    return ct.from_dict({"kind": "check-in", "goal": goal, "on": on, **more})


def test_goals_that_moved() -> None:
    """By value and by level, from where they stood at the last talk; ended ones as well."""
    found = made(
        "ben",
        talk("2026-02-01", "ben"),
        goal("from-start", target=10, unit="talks"),
        check("from-start", "2026-02-02", value=1),
        check("from-start", "2026-02-03", value=4),
        goal("from-before", target=10, baseline=2),
        check("from-before", "2026-02-01", value=5),
        check("from-before", "2026-02-02", level=1, value=3),
        goal("no-target"),
        check("no-target", "2026-02-02", value=7),
        goal("same", target=10),
        check("same", "2026-01-20", value=5, level=0),
        check("same", "2026-02-20", value=5, level=0),
        goal("rated"),
        check("rated", "2026-01-20", level=-1),
        check("rated", "2026-02-20", level=2),
        goal("old", target=10),
        check("old", "2026-02-01", value=9, level=1),
        goal("over"),
        ct.Resolution(on="2026-02-05", goal="over"),
        goal("left"),
        ct.Resolution(on="2026-02-06", goal="left", outcome="dropped"),
        goal("over-before"),
        ct.Resolution(on="2026-02-01", goal="over-before"),
    )

    assert [
        "2026-02-02, goal: FROM-BEFORE: 5 to 3",
        "2026-02-02, goal: FROM-BEFORE: at level +1",
        "2026-02-02, goal: NO-TARGET: at 7",
        "2026-02-03, goal: FROM-START: 0 to 4 talks",
        "2026-02-05, goal: OVER: done",
        "2026-02-06, goal: LEFT: let go",
        "2026-02-20, goal: RATED: level -1 to +2",
    ] == told(found)


def test_skills_and_courses() -> None:
    """Levels that stand elsewhere, and courses finished; not what stands as it stood."""
    others = [ct.Skill(id=id, name=id) for id in ("same", "new", "old")]
    courses = [ct.Course(id=id, title=id) for id in ("done", "dropped", "early", "open")]
    found = made(
        "ben",
        talk("2026-02-01", "ben"),
        *others,
        *courses,
        ct.Assessment(on="2026-01-01", skill="sql", level=2),
        ct.Assessment(on="2026-02-01", skill="sql", level=3, by="peer"),
        ct.Assessment(on="2026-02-02", skill="sql", level=4, by="test"),
        ct.Assessment(on="2026-01-01", skill="same", level=2),
        ct.Assessment(on="2026-02-02", skill="same", level=2),
        ct.Assessment(on="2026-02-03", skill="new", level=1),
        ct.Assessment(on="2026-02-01", skill="old", level=1),
        ct.Resolution(on="2026-02-04", course="done"),
        ct.Resolution(on="2026-02-04", course="dropped", outcome="dropped"),
        ct.Resolution(on="2026-02-01", course="early"),
    )

    assert [
        "2026-02-02, level: SQL: level 3 to 4, by test",
        "2026-02-03, level: new: level 1, by self",
        "2026-02-04, course: done: finished",
    ] == told(found)


# --- What a manager's page leaves out --------------------------------------------------------------------

SEARCH: tuple[Record, ...] = (
    ct.Transition(id="secret", on="2026-01-10", title="Leave for Globex"),
    ct.Step(on="2026-02-10", transition="secret", stage="interviewing"),
    ct.Transition(id="promotion", on="2026-01-10", type="promotion", organization="Initech"),
    ct.Step(on="2026-02-10", transition="promotion", stage="lead"),
    ct.Transition(id="through-her", on="2026-01-10", contact="grace"),
    ct.Step(on="2026-02-10", transition="through-her", stage="lead"),
    talk("2026-01-12", transition="promotion", id="about-it"),
    goal("applications", "change", target=10, obstacles=[{"what": "Nobody answers Globex"}]),
    check("applications", "2026-02-10", value=3),
    goal("interviewing", "skills", parent="applications", target=2),
    check("interviewing", "2026-02-10", value=1),
    goal("drills", "skills", parent="interviewing", target=2),
    check("drills", "2026-02-10", value=1),
    goal("lead", "manager", target=2, obstacles=[{"what": "No time", "then": "Tuesdays"}]),
    check("lead", "2026-02-10", value=1),
    goal("project", "skills", parent="lead", target=2),
    check("project", "2026-02-10", value=1),
    ct.Evidence(id="cv", on="2026-02-10", title="CV for Globex", goals=["drills"]),
    ct.Evidence(id="load", on="2026-02-10", title="Nightly load", goals=["lead", "applications"]),
    ct.Setback(id="no", on="2026-02-10", what="Globex said no", lesson="Ask early", transition="secret"),
    ct.Setback(id="rumour", on="2026-02-10", what="Globex again", change="Wait"),
    ct.Setback(id="late", on="2026-02-11", what="Late", lesson="Start early", goal="project"),
    ct.Setback(id="loud", on="2026-02-12", what="Loud", lesson="Breathe", conversation="about-it"),
    ct.Setback(id="slow", on="2026-02-13", what="Slow", lesson="Ask", transition="promotion"),
    ct.Setback(id="mute", on="2026-02-14", what="No lesson yet", goal="project"),
)  # fmt: skip


def test_a_managers_page_never_shows_the_search() -> None:
    """Neither moves that she does not know of, nor goals, evidence and setbacks that belong to them."""
    found = made("grace", *SEARCH)

    assert True is found.is_discreet
    assert [
        ("goal-moved", "lead"),
        ("goal-moved", "project"),
        ("evidence", "load"),
        ("step", "promotion"),
        ("step", "through-her"),
    ] == [(each.code, each.id) for each in found.happened]
    assert ["load"] == [each.id for each in found.unshown]
    assert ["lead", "slow", "loud", "late"] == [each.id for each in found.hard]
    words = f"{found}{found.to_dict()}{found!r}"
    assert [] == [word for word in ("Globex", "secret", "APPLICATIONS", "DRILLS") if word in words]


def test_everybody_elses_shows_it() -> None:
    """For a mentor all of it is there, steps of moves included."""
    found = made("ben", *SEARCH)

    assert False is found.is_discreet
    assert ["promotion", "secret", "through-her"] == [
        each.id for each in found.happened if each.code == "step"
    ]
    assert ["2026-02-10, step: Initech: lead", "2026-02-10, step: Leave for Globex: interviewing"] == told(
        found
    )[-3:-1]
    assert "2026-02-10, step: through-her: lead" == told(found)[-1]
    assert ["cv", "load"] == [each.id for each in found.unshown]
    assert ["applications", "lead", "slow", "loud", "late", "rumour", "no"] == [
        each.id for each in found.hard
    ]


def test_a_review_is_discreet_with_anybody() -> None:
    """Whoever a performance review is with does not see the search."""
    assert ["lead", "project", "load"] == [each.id for each in made("ben", *SEARCH, kind="review").happened]


def test_a_former_manager() -> None:
    """Whoever is the manager no more is told what everybody is told."""
    assert False is made("grace", GRACE.evolve(on="2026-02-01", relations=["former-manager"])).is_discreet


# --- What was shown, raised and advised --------------------------------------------------------------


def test_evidence_not_shown_yet() -> None:
    """What neither was shown to them nor acknowledged by them, the newest first."""
    found = made(
        "ben",
        *[
            ct.Evidence(id=id, on=f"2026-01-0{n + 1}", title=id)
            for n, id in enumerate(["a", "b", "shown", "acknowledged"])
        ],
        ct.Evidence(id="a", on="2026-02-01", title="A again"),
        talk("2026-02-01", "ben", shown=["shown"], acknowledged=["acknowledged"]),
        talk("2026-02-01", "grace", shown=["a"]),
    )

    assert ["2026-01-02, evidence: b", "2026-01-01, evidence: A again"] == [
        str(each) for each in found.unshown
    ]


def test_what_was_raised() -> None:
    """The last day that aspirations and obstacles were raised with them, or that they were not."""
    found = made(
        "grace",
        talk("2026-01-01", raised=["aspirations"]),
        talk("2026-02-01", raised=["aspirations"]),
        talk("2026-02-02", "ben", raised=["obstacles"]),
    )

    assert (("aspirations", date(2026, 2, 1)), ("obstacles", None)) == found.topics


def test_what_came_of_advice() -> None:
    """A promise made in that talk, the next talk, and later steps and offers of that move."""
    found = made(
        "ben",
        ct.Transition(id="move", on="2026-01-01"),
        ct.Step(on="2026-01-10", transition="move", stage="lead"),
        talk("2026-01-10", "ben", id="t", advice="Apply", transition="move"),
        ct.Commitment(
            id="try", on="2026-01-10", what="Try", pillar="change", due="2026-01-20", conversation="t"
        ),
        ct.Resolution(on="2026-01-15", commitment="try"),
        ct.Setback(id="s", on="2026-01-11", what="No", conversation="t"),
        ct.Step(on="2026-01-12", transition="move", stage="applied"),
        ct.Offer(id="o", on="2026-02-01", transition="move"),
        ct.Offer(id="before", on="2026-01-09", transition="move"),
        talk("2026-02-03", "ben", advice="Rest"),
        talk("2026-02-04", "ben"),
    )

    assert [("Rest", 1), ("Apply", 4)] == [(each.advice, len(each.followed)) for each in found.advice]
    assert (
        Followed(what="promise", on=date(2026, 1, 10), id="try", status="kept"),
        Followed(what="step", on=date(2026, 1, 12), id="move", status="applied"),
        Followed(what="offer", on=date(2026, 2, 1), id="move"),
        Followed(what="talk", on=date(2026, 2, 3)),
    ) == found.advice[1].followed
    assert (
        "2026-01-10: Apply (since then: promise try of 2026-01-10 kept; step move applied on 2026-01-12; "
        "offer move on 2026-02-01; talk on 2026-02-03)"
    ) == str(found.advice[1])


def test_another_talk_on_the_day_is_not_the_next() -> None:
    """What was talked about on the same day is not what followed."""
    found = made("ben", talk("2026-01-10", "ben", id="a", advice="Rest"), talk("2026-01-10", "ben", id="b"))

    assert () == found.advice[0].followed


def test_advice_that_nothing_names() -> None:
    """Nothing on record is said as that, and blames nobody."""
    found = made("ben", talk("2026-01-10", "ben", advice="Rest"))

    assert "2026-01-10: Rest (since then: nothing on record that names it)" == str(found.advice[0])


def test_what_to_be_ready_for() -> None:
    """Obstacles of open goals with what to do then; an ended goal has none."""
    found = made(
        "ben",
        goal("open", obstacles=[{"what": "No time", "then": "Saturday"}, {"what": "Fear"}]),
        goal("over", obstacles=[{"what": "Gone"}]),
        ct.Resolution(on="2026-02-01", goal="over"),
        ct.Setback(id="s", on="2026-02-02", what="No", lesson="Ask", change="Call"),
        ct.Setback(id="s", on="2026-02-03", what="No", lesson="Ask first", change="Call"),
    )

    assert ["No time: Saturday", "Fear: no answer written down yet", "2026-02-02, No: Ask first; Call"] == [
        str(each) for each in found.hard
    ]


# --- The page ---------------------------------------------------------------------------------------


def full(kind: str | None = None, addresses: bool = False) -> Brief:
    """A brief with something of everything."""
    return made(
        "grace",
        ct.Event(title="Yearly talk", starts="2026-03-10", contacts=["grace"], type="one-to-one"),
        ct.Commitment(id="mine", on="2026-02-01", what="Send it", to="grace"),
        ct.Commitment(id="theirs", on="2026-02-01", what="Ask", by="grace"),
        talk("2026-01-20", answered="waiting"),
        talk(
            "2026-02-01", type="one-to-one", advice="Rest", raised=["aspirations", "obstacles"], note="Kind"
        ),
        talk("2026-02-20", answered="no"),
        ct.Evidence(id="load", on="2026-02-10", title="Nightly load"),
        goal("lead", "manager", obstacles=[{"what": "No time"}]),
        ct.Cadence(id="weekly", on="2026-02-01", contact="grace", every="2 weeks"),
        kind=kind,
        addresses=addresses,
    )


def test_the_page() -> None:
    """Who, when, what is open both ways, what is new, and the rest, in this order for a one-to-one."""
    page = """Grace Hopper: one-to-one, on 2026-03-01
manager, Head of Data, Initech
next: Yearly talk on 2026-03-10

you promised them:
- Send it (promised 28 days ago)

they promised you:
- Ask (promised 28 days ago)

since the talk on 2026-02-01:
- 2026-02-10, evidence: Nightly load

not shown to them yet:
- 2026-02-10, evidence: Nightly load

raised with them:
- aspirations: 2026-02-01
- obstacles: 2026-02-01

what they advised:
- 2026-02-01: Rest (since then: talk on 2026-02-20)

if it gets hard:
- No time: no answer written down yet

last talks:
- 2026-02-20, talk, not answered
- 2026-02-01, one-to-one, raised aspirations and obstacles: Kind
- 2026-01-20, talk, waiting for an answer

rhythm:
- every 2 weeks: next by 2026-03-06"""

    assert page == str(full())


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("one-to-one", ["you promised them", "they promised you", "since the talk on 2026-02-01"]),
        ("review", ["not shown to them yet", "since 2025-03-01", "raised with them"]),
        ("advice", ["what they advised", "you promised them", "they promised you"]),
        ("interview", ["not shown to them yet", "since the talk on 2026-02-01", "if it gets hard"]),
        ("pitch", ["you promised them", "they promised you", "since the talk on 2026-02-01"]),
    ],
)
def test_the_order(kind: str, first: list[str]) -> None:
    """What a kind of talk is mostly about comes first."""
    headings = [line[:-1] for line in str(full(kind)).splitlines() if line.endswith(":")]

    assert first == headings[:3]
    assert ("raised with them" in headings) is (kind != "interview")


def test_a_long_list_is_cut_on_the_page_alone() -> None:
    """Twelve lines are shown and the rest counted; the data has all."""
    found = made("ben", *[ct.Evidence(id=f"e{n}", on="2026-02-10", title="E") for n in range(1500)])

    assert 2 == str(found).splitlines().count("- and 1,488 more")
    assert 1500 == len(found.to_dict()["unshown"])


def test_addresses_only_where_asked_for() -> None:
    """E-mails, phones and links are shown if they are asked for."""
    found, without = full(addresses=True), full()

    assert ("grace@example.org", "+49 1", "https://example.org/grace") == found.addresses
    assert ["grace@example.org", "+49 1", "https://example.org/grace"] == str(found).splitlines()[2:5]
    assert () == without.addresses
    assert [] == [each for each in found.addresses if each in f"{without}{without.to_dict()}{found!r}"]


def test_no_personal_words_in_repr() -> None:
    """Names, promises, advice and obstacles stay out of `repr`, of the parts as well."""
    found = full(addresses=True)
    parts = repr([getattr(found, name) for name in ("promises", "happened", "unshown", "advice", "hard")])

    assert "<Brief for grace on 2026-03-01: one-to-one>" == repr(found)
    assert [] == [
        word for word in ("Grace", "Send it", "Rest", "No time", "Kind", "Yearly") if word in repr(
            (found, found.talks, found.meeting)) + parts
    ]  # fmt: skip


def test_plain_data_equality_and_copies() -> None:
    """It becomes JSON, equals one made again, and comes back from a pickle."""
    found, again = full(), full()

    assert found == again == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(again)
    data = json.loads(json.dumps(found.to_dict()))
    assert ("Grace Hopper", "2026-02-01", "2026-03-10", "2026-03-06") == (
        data["name"],
        data["last"],
        data["meeting"]["on"],
        data["rhythms"][0]["due"],
    )
    assert {"aspirations": "2026-02-01", "obstacles": "2026-02-01"} == data["topics"]
    assert [None, None] == [each["due"] for each in data["promises"]]
    assert [{"what": "talk", "on": "2026-02-20", "id": None, "status": None}] == data["advice"][0]["followed"]
    assert [
        {"code": "evidence", "on": "2026-02-10", "id": "load", "params": {"title": "Nightly load"}}
    ] == data["happened"]


def test_plain_data_of_little() -> None:
    """What is not known is null; what is due has its day."""
    data = made(
        "ben",
        ct.Commitment(id="mine", on="2026-02-01", what="Send it", to="ben", due="2026-03-09"),
        ct.Setback(id="s", on="2026-02-02", what="No", lesson="Ask"),
        ct.Cadence(id="ends", on="2026-01-01", contact="ben", every="9 weeks", until="2026-03-02"),
    ).to_dict()

    assert (None, None, "2025-11-30", {"aspirations": None, "obstacles": None}) == (
        data["last"],
        data["meeting"],
        data["since"],
        data["topics"],
    )
    assert ("2026-03-09", "2026-02-02", None) == (
        data["promises"][0]["due"],
        data["hard"][0]["on"],
        data["rhythms"][0]["due"],
    )


def test_hostile_words_stay_words() -> None:
    """Words that would break out of their lines do not; the data has them as they are."""
    found = made(
        "zoe",
        ct.Contact(id="zoe", name="Zoe\nthey promised you:", title="\x1b[2J{0}"),
        ct.Commitment(id="p", on="2026-02-01", what="A\r\n- B", to="zoe"),
        ct.Evidence(id="e", on="2026-02-02", title="{title.__class__}\u202e"),
    )
    lines = str(found).splitlines()

    assert ["Zoe they promised you:: advice, on 2026-03-01", "\\u001b[2J{0}"] == lines[:2]
    assert "- A - B (promised 28 days ago)" in lines
    assert "- 2026-02-02, evidence: {title.__class__}\\u202e" in lines
    assert "Zoe\nthey promised you:" == found.to_dict()["name"]


def test_a_bare_contact() -> None:
    """Of somebody of whom nothing is known, the page says what could be raised."""
    page = """Zoe: advice, on 2026-03-01

raised with them:
- aspirations: not yet
- obstacles: not yet"""

    assert page == str(made("zoe", ct.Contact(id="zoe", name="Zoe")))


# --- What is not there -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("grac", "no contact 'grac' by 2026-03-01; did you mean 'grace'?"),
        ("Grace Hopper", "no contact 'a personal value' by 2026-03-01"),
        ("nobody-at-all", "no contact 'nobody-at-all' by 2026-03-01"),
    ],
)
def test_an_unknown_contact(asked: str, message: str) -> None:
    """It is an error with the nearest id and without a name."""
    with pytest.raises(KeyError) as raised:
        made(asked)

    assert (message,) == raised.value.args


def test_an_empty_plan() -> None:
    """It has no contact."""
    with pytest.raises(KeyError) as raised:
        brief(ct.Plan().as_of(DAY), "grace")

    assert ("no contact 'grace' by 2026-03-01",) == raised.value.args


def test_what_only_a_newer_version_reads() -> None:
    """A contact of whom it is not known what they are: discreet, by their id, with what is said of them."""
    plan = ct.loads('{"careertrack": "1.9", "records": []}').add(
        *(
            Unreadable(content=JsonObject({"kind": kind, "id": "new"}))
            for kind in ("contact", "event", "position")
        ),
        *(
            Unreadable(content=JsonObject({"kind": kind, "id": "new", "on": "2026-01-01"}))
            for kind in ("goal", "transition", "evidence", "commitment", "cadence", "setback")
        ),
        goal("part", parent="new", target=2),
        check("part", "2026-02-10", value=1),
        goal("own", target=2),
        check("own", "2026-02-10", value=1),
        talk("2026-02-01", "new", id="t", advice="Rest", transition="new", shown=["new"]),
        ct.Commitment(id="mine", on="2026-02-02", what="Send it", to="new", conversation="t"),
        ct.Step(on="2026-02-10", transition="new", stage="applied"),
        ct.Resolution(on="2026-02-10", commitment="new"),
    )
    found = brief(plan.as_of(DAY), "new", addresses=True)

    assert ("new", "", (), "one-to-one", True, ()) == (
        found.name,
        found.title,
        found.relations,
        found.kind,
        found.is_discreet,
        found.addresses,
    )
    assert ["own"] == [each.id for each in found.happened]
    assert ["mine"] == [each.id for each in found.i_owe]
    assert [("promise", "mine", "open")] == [
        (each.what, each.id, each.status) for each in found.advice[0].followed
    ]


def test_what_comes_later_does_not_count() -> None:
    """What is recorded of a later day, and a contact revised then, changes nothing."""
    later = [
        GRACE.evolve(on="2026-03-02", relations=["peer"]),
        talk("2026-03-02", advice="Go", raised=["obstacles"]),
        ct.Commitment(id="p", on="2026-03-02", what="X", to="grace"),
        ct.Evidence(id="e", on="2026-03-02", title="E"),
        ct.Assessment(on="2026-03-02", skill="sql", level=3),
        ct.Cadence(id="c", on="2026-03-02", contact="grace", every="1 week"),
    ]

    assert made("grace", *SEARCH) == made("grace", *SEARCH, *later)
