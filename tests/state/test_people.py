"""Contacts, organizations and events, as of a day."""

from datetime import date

import pytest

import careertrack as ct
from careertrack.state.people import Employment

GRACE = ct.Contact(id="grace", name="Grace Hopper", organization="Navy", title="Officer")
BOB = ct.Contact(id="bob", name="Bob Bemer")
PEOPLE = ct.Plan(records=[GRACE, BOB])


def test_past_organizations_are_kept() -> None:
    """Where a contact worked stays, in order, with the days between which it is known."""
    plan = PEOPLE.revise(ct.Contact, "grace", on="2026-01-10", organization="Univac", title="Programmer")
    plan = plan.revise(ct.Contact, "grace", on="2026-02-01", trust=5)
    plan = plan.revise(ct.Contact, "grace", on="2026-03-01", title="Director")
    plan = plan.revise(ct.Contact, "grace", on="2026-04-01", organization="Navy", title="Officer")

    before, after = plan.as_of("2026-03-31").contacts["grace"], plan.as_of("2026-04-01").contacts["grace"]

    assert (
        Employment("Navy", "Officer", None, date(2026, 1, 10)),
        Employment("Univac", "Programmer", date(2026, 1, 10), date(2026, 3, 1)),
        Employment("Univac", "Director", date(2026, 3, 1), date(2026, 4, 1)),
        Employment("Navy", "Officer", date(2026, 4, 1), None),
    ) == after.employments
    assert [("Navy",), ("Univac",)] == [before.past_organizations, after.past_organizations]


def test_leaving_ends_an_employment_and_coming_back_begins_another() -> None:
    """A contact who leaves has no present employment, and two at one place after the return."""
    plan = PEOPLE.revise(ct.Contact, "grace", on="2026-01-10", organization=None, title=None)
    plan = plan.revise(ct.Contact, "grace", on="2026-01-20", trust=4)
    away = plan.as_of("2026-01-20").contacts["grace"]
    back = (
        plan.revise(ct.Contact, "grace", on="2026-02-01", organization="Navy", title="Officer")
        .as_of("2026-02-01")
        .contacts["grace"]
    )

    assert (Employment("Navy", "Officer", None, date(2026, 1, 10)),) == away.employments
    assert (("Navy",), ()) == (away.past_organizations, back.past_organizations)
    assert [date(2026, 1, 10), None] == [each.until for each in back.employments]


def test_a_contact_without_a_place_of_work_has_no_employments() -> None:
    """Nothing known is nothing kept, not an employment at nowhere."""
    bob = PEOPLE.as_of("2026-01-01").contacts["bob"]

    assert ((), ()) == (bob.employments, bob.past_organizations)


def test_the_last_talk_is_the_latest_attempt() -> None:
    """Reaching out counts, answered or not; talks with others and later ones do not."""
    first = ct.Conversation(on="2026-01-05", contacts=["grace"])
    asked = ct.Conversation(on="2026-01-09", contacts=["grace", "bob"], answered="waiting")
    other = ct.Conversation(on="2026-01-10", contacts=["bob"])
    later = ct.Conversation(on="2026-02-01", contacts=["grace"])
    now = PEOPLE.add(first, asked, other, later).as_of("2026-01-31")

    assert ((first, asked), asked) == (now.contacts["grace"].talks, now.contacts["grace"].last_talk)
    assert other == now.contacts["bob"].last_talk
    assert None is PEOPLE.as_of("2026-01-31").contacts["bob"].last_talk


def test_who_introduced_whom_is_not_mistaken_for_a_revision() -> None:
    """A contact that names another is not read as that other."""
    plan = PEOPLE + ct.Contact(id="jean", name="Jean Bartik", organization="ENIAC", introduced_by="grace")

    grace = plan.as_of("2026-01-01").contacts["grace"]

    assert ("Navy", 1) == (grace.contact.organization, len(grace.employments))


def test_what_shares_its_id_is_not_mistaken_for_a_revision() -> None:
    """Ids are one's own within a kind: a promise to Grace may be called grace."""
    grace = (PEOPLE + promise("grace", to="grace")).as_of("2026-02-01").contacts["grace"]

    assert (GRACE, 1) == (grace.contact, len(grace.employments))


def test_a_title_without_an_organization_is_no_past_organization() -> None:
    """It is an employment all the same."""
    plan = ct.Plan() + ct.Contact(id="jean", name="Jean Bartik", title="Programmer")
    jean = (
        plan.revise(ct.Contact, "jean", on="2026-02-01", organization="ENIAC")
        .as_of("2026-02-01")
        .contacts["jean"]
    )

    assert [(None, "Programmer"), ("ENIAC", "Programmer")] == [each[:2] for each in jean.employments]
    assert () == jean.past_organizations


def test_being_the_manager_is_a_matter_of_the_day() -> None:
    """The relation in force on a day counts, and that of a past day can be asked for."""
    plan = PEOPLE.revise(ct.Contact, "grace", on="2026-01-10", relations=["manager"])
    plan = plan.revise(ct.Contact, "grace", on="2026-02-01", relations=["former-manager"])
    grace = plan.as_of("2026-03-01").contacts["grace"]

    days = ("2026-01-09", "2026-01-10", "2026-01-31", "2026-02-01")
    assert [False, True, True, False] == [plan.as_of(day).contacts["grace"].is_manager for day in days]
    assert [False, True, True, False] == [grace.was_manager(date.fromisoformat(day)) for day in days]


def owed(plan: ct.Plan, day: str) -> dict[str, tuple[list[str], list[str]]]:
    """Who owes whom: by contact, what I owe and what they owe me."""
    contacts = plan.as_of(day).contacts
    return {
        id: ([p.commitment.id for p in state.i_owe], [p.commitment.id for p in state.owe_me])
        for id, state in contacts.items()
    }


def promise(id: str, on: str = "2026-01-05", by: str | None = None, to: str | None = None) -> ct.Commitment:
    """A promise without a due day."""
    return ct.Commitment(id=id, on=on, what="something private", by=by, to=to)


def test_who_owes_whom() -> None:
    """My promises to them and theirs to me, each on its own side; promises among others are neither."""
    plan = PEOPLE.add(
        promise("send-cv", to="grace"),
        promise("introduce-me", by="grace"),
        promise("lend-a-book", by="bob", to="grace"),
    )

    assert {"grace": (["send-cv"], ["introduce-me"]), "bob": ([], [])} == owed(plan, "2026-01-05")
    assert {"grace": ([], []), "bob": ([], [])} == owed(plan, "2026-01-04")


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_a_resolved_promise_is_owed_no_more(outcome: str) -> None:
    """Kept or dropped, on either side, it is gone from that day, until it is reopened."""
    plan = PEOPLE.add(promise("send-cv", to="grace"), promise("introduce-me", by="grace"))
    plan += [
        ct.Resolution(on="2026-01-09", commitment=id, outcome=outcome)  # type: ignore[arg-type]
        for id in ("send-cv", "introduce-me")
    ]
    plan = plan.revise(ct.Commitment, "send-cv", on="2026-02-01", cue="Tuesday")

    assert (["send-cv"], ["introduce-me"]) == owed(plan, "2026-01-08")["grace"]
    assert ([], []) == owed(plan, "2026-01-09")["grace"]
    assert (["send-cv"], []) == owed(plan, "2026-02-01")["grace"]


def test_a_promise_is_owed_to_whom_it_names_on_the_day() -> None:
    """A revision that names another moves the debt on its day, and not before."""
    plan = (PEOPLE + promise("send-cv", to="grace")).revise(
        ct.Commitment, "send-cv", on="2026-02-01", to="bob"
    )

    assert {"grace": (["send-cv"], []), "bob": ([], [])} == owed(plan, "2026-01-31")
    assert {"grace": ([], []), "bob": (["send-cv"], [])} == owed(plan, "2026-02-01")


def test_an_overdue_promise_is_still_owed() -> None:
    """Missed is not resolved."""
    plan = PEOPLE + ct.Commitment(id="send-cv", on="2026-01-05", what="CV", to="grace", due="2026-01-09")

    assert (["send-cv"], []) == owed(plan, "2026-03-01")["grace"]


def test_an_organization_is_known_by_every_name() -> None:
    """Its name in force first, then its aliases."""
    plan = ct.Plan() + ct.Organization(name="Initech", aliases=["Initech Inc."])
    plan = plan.revise(ct.Organization, "initech", on="2026-02-01", name="Initrode", posting="fitting")

    before, after = (plan.as_of(day).organizations["initech"] for day in ("2026-01-31", "2026-02-01"))

    assert [("Initech", "Initech Inc."), ("Initrode", "Initech Inc.")] == [before.names, after.names]
    assert [None, "fitting"] == [before.organization.posting, after.organization.posting]


def test_an_event_was_attended_by_effort_or_when_done() -> None:
    """An effort on it or its done says that one was there; dropped, or nothing, says one was not."""
    plan = ct.Plan() + [
        ct.Event(title=title, starts="2026-02-01") for title in ("Spent", "Done", "Dropped", "None")
    ]
    plan += ct.Effort(on="2026-02-01", minutes=1, event="spent")
    plan += ct.Resolution(on="2026-02-01", event="done")
    plan += ct.Resolution(on="2026-02-01", event="dropped", outcome="dropped")

    before, after = plan.as_of("2026-01-31"), plan.as_of("2026-02-01")

    assert ["spent", "done"] == [
        id for id in ("spent", "done", "dropped", "none") if after.events[id].was_attended
    ]
    assert not any(state.was_attended for state in before.events.values())
    assert 1 == after.events["spent"].minutes


def test_an_event_is_as_announced_on_the_day() -> None:
    """A later day for it does not show before it is recorded; a contact met there is not part of it."""
    plan = ct.Plan() + ct.Event(title="Evening", starts="2026-02-01")
    plan += ct.Contact(id="ada", name="Ada", met_at="evening")
    plan = plan.revise(ct.Event, "evening", on="2026-01-15", starts="2026-03-01")

    assert [date(2026, 2, 1), date(2026, 3, 1)] == [
        plan.as_of(day).events["evening"].event.starts for day in ("2026-01-14", "2026-01-15")
    ]
