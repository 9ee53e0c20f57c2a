"""What changes a plan returns another one, or says why it cannot."""

import json

import pytest

import careertrack as ct

SQL = ct.Skill(name="SQL")
RATED = ct.Assessment(on="2026-01-09", skill="sql", level=3)
APPLY = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
GRACE = ct.Contact(id="grace", name="Grace Hopper", emails=["grace@example.org"])


# --- check and collect -----------------------------------------------------------------------


def test_check_says_what_adding_would_raise() -> None:
    """The issues of a check are those that adding raises, and adding works where there are none."""
    plan = ct.Plan(records=[SQL])
    wrong = [ct.Assessment(on="2026-01-09", skill="r", level=3), RATED.evolve(level=8)]
    issues = plan.check(wrong)
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.add(wrong)

    assert issues == caught.value.issues
    assert [(issue.path, issue.code) for issue in issues] == [
        ("$.added[0].skill", "unknown-reference"),
        ("$.added[1].level", "above-top"),
    ]
    assert plan.check(RATED) == ()


def test_a_contradiction_is_told_of_the_record_given() -> None:
    """Of two records with one key, the one to add is at fault, and the other is named."""
    plan = ct.Plan(records=[SQL, RATED])
    (issue,) = plan.check(RATED.evolve(level=5))

    assert (issue.path, issue.code) == ("$.added[0]", "conflict")
    assert issue.params["other"] == "$.records[1]"


def test_a_fault_of_the_plan_is_told_where_it_stands() -> None:
    """A record of the plan that a new one makes wrong is named by its place in the plan."""
    event = ct.Event(title="Fair", transition="move")
    move = ct.Transition(on="2026-02-02", id="move")
    plan = ct.Plan(records=[event, move, ct.Step(on="2026-02-02", transition="move", stage="lead")])
    (issue,) = plan.check(ct.Step(on="2026-02-01", transition="move", stage="lead"))
    assert issue.path == "$.added[0].transition"

    looped = ct.Plan(records=[APPLY, ct.Goal(on="2026-01-05", title="Part", pillar="change", parent="apply")])
    (cycle,) = looped.check(APPLY.evolve(on="2026-02-01", parent="part"))
    assert cycle.code == "cycle"
    assert cycle.params["ids"] in ("apply -> part -> apply", "part -> apply -> part")


def test_collect_keeps_what_fits() -> None:
    """Records that do not fit are set aside with their issues, and with what hangs on them."""
    orphan = ct.CheckIn(on="2026-02-01", goal="nowhere", value=1)
    proof = ct.Evidence(on="2026-02-01", title="Cut the load", skills=["r"])
    on_proof = RATED.evolve(evidence="cut-the-load", on="2026-02-03")
    plan, rejected = ct.Plan.collect([SQL, orphan, RATED, proof, on_proof], "Ada")

    assert plan == ct.Plan("Ada", [SQL, RATED])
    assert [(each.record, each.issues[0].path) for each in rejected] == [
        (orphan, "$.records[1].goal"),
        (proof, "$.records[3].skills[0]"),
        (on_proof, "$.records[4].evidence"),
    ]


def test_collect_keeps_the_first_of_two() -> None:
    """Of two records that contradict each other, the one given first is kept."""
    other = RATED.evolve(level=5)

    assert ct.Plan.collect([SQL, RATED, other])[0].of(ct.Assessment) == (RATED,)
    assert ct.Plan.collect([SQL, other, RATED])[0].of(ct.Assessment) == (other,)


@pytest.mark.parametrize("tops", [(7, 5), (5, 7)])
@pytest.mark.parametrize("names", [("A", "B"), ("B", "A")])
def test_collect_keeps_what_fits_the_first_of_two(tops: tuple[float, float], names: tuple[str, str]) -> None:
    """What the one that goes says decides nothing: neither of two is lost, nor what fits the first."""
    first, second = (ct.Skill(id="sql", name=name, top=top) for name, top in zip(names, tops, strict=True))
    rated = RATED.evolve(level=min(7.0, first.top))
    plan, rejected = ct.Plan.collect([first, second, rated])

    assert plan == ct.Plan(records=[first, rated])
    assert [(each.record, [issue.code for issue in each.issues]) for each in rejected] == [
        (second, ["conflict"])
    ]


# --- without ------------------------------------------------------------------------------------


def test_without_takes_records_away() -> None:
    """What nobody names can go, one record or several."""
    plan = ct.Plan(records=[SQL, RATED, APPLY])

    assert plan.without(RATED) == ct.Plan(records=[SQL, APPLY])
    assert plan.without(RATED, SQL) == ct.Plan(records=[APPLY])


def test_without_refuses_what_others_name() -> None:
    """What others name stays, unless they are to go as well; the users are named."""
    talk = ct.Conversation(on="2026-01-09", contacts=["grace"])
    plan = ct.Plan(records=[GRACE, talk])
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.without(GRACE)

    (issue,) = caught.value.issues
    assert (issue.code, issue.params["users"]) == ("in-use", "$.records[1] (conversation)")
    assert plan.without(GRACE, cascade=True) == ct.Plan()
    assert plan.without(GRACE, talk) == ct.Plan()


def test_without_cascades_all_the_way() -> None:
    """What hangs on what goes, goes; what does not, stays."""
    proof = ct.Evidence(on="2026-01-08", title="Cut the load", skills=["sql"])
    plan = ct.Plan(records=[SQL, proof, RATED.evolve(evidence="cut-the-load"), APPLY])

    assert plan.without(ct.Skill, "sql", cascade=True) == ct.Plan(records=[APPLY])


def test_without_many_users_names_a_few() -> None:
    """A long list of users is cut."""
    ratings = [RATED.evolve(on=f"2026-01-{day:02}") for day in range(1, 10)]
    with pytest.raises(ct.InvalidPlan, match="and 4 more"):
        ct.Plan(records=[SQL, *ratings]).without(SQL)


def test_a_revision_can_go_alone() -> None:
    """Taking a revision away leaves the definition and what names it."""
    plan = ct.Plan(records=[APPLY, ct.CheckIn(on="2026-02-02", goal="apply", value=3)])
    revised = plan.revise(ct.Goal, "apply", on="2026-02-01", target=20)

    assert revised.without(revised.get(ct.Goal, "apply")) == plan


def test_the_first_record_is_needed_by_what_comes_before_the_next() -> None:
    """Taking the first record away is refused while something is about it earlier than the next."""
    early = ct.CheckIn(on="2026-01-20", goal="apply", value=3)
    plan = ct.Plan(records=[APPLY, early]).revise(ct.Goal, "apply", on="2026-02-01", target=20)
    with pytest.raises(ct.InvalidPlan, match="named by"):
        plan.without(APPLY)
    left = plan.without(APPLY, cascade=True)

    assert [record.on.isoformat() for record in left if record.on] == ["2026-02-01"]


@pytest.mark.parametrize("wanted", [(RATED.evolve(level=5),), (ct.Skill, "r")])
def test_without_what_is_not_there(wanted: tuple[object, ...]) -> None:
    """Taking away what a plan does not hold is refused."""
    with pytest.raises(ct.InvalidPlan, match="is not in the plan"):
        ct.Plan(records=[SQL, RATED]).without(*wanted)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        (("sql",), "$.removed[0]"),
        ((RATED, None), "$.removed[1]"),
        ((ct.Skill,), "id"),
        ((int, "sql"), "$.removed[0]"),
    ],
)
def test_without_takes_records_or_an_id(wanted: tuple[object, ...], path: str) -> None:
    """What is neither a record nor a class with an id is refused by its place."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan(records=[SQL, RATED]).without(*wanted)  # type: ignore[call-overload]

    assert [path] == [issue.path for issue in caught.value.issues]


# --- replace and revise -------------------------------------------------------------------------


def test_replace_corrects_the_past() -> None:
    """After a correction it is as if the record had always been the new one."""
    plan = ct.Plan(records=[SQL, RATED]).replace(RATED, RATED.evolve(level=5))

    assert plan.as_of("2026-01-09").skills["sql"].level == 5
    assert len(plan) == 2


def test_replace_refuses_what_does_not_fit() -> None:
    """A correction that does not fit, or corrects nothing, is refused."""
    plan = ct.Plan(records=[SQL, RATED])
    with pytest.raises(ct.InvalidPlan, match="above 7"):
        plan.replace(RATED, RATED.evolve(level=8))
    with pytest.raises(ct.InvalidPlan, match="is not in the plan"):
        plan.replace(RATED.evolve(level=1), RATED)


@pytest.mark.parametrize(("pair", "path"), [((SQL, "go"), "$.replaced[1]"), (("sql", SQL), "$.replaced[0]")])
def test_replace_takes_records(pair: tuple[ct.Record, ct.Record], path: str) -> None:
    """What is no record can neither be replaced nor replace one."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan(records=[SQL]).replace(*pair)

    assert [path] == [issue.path for issue in caught.value.issues]


def test_revise_leaves_the_past() -> None:
    """A revision carries over what it does not name, and holds from its day."""
    plan = ct.Plan(records=[APPLY]).revise(ct.Goal, "apply", on="2026-02-01", due="2026-06-01")

    assert plan.get(ct.Goal, "apply", "2026-01-31").due is None
    assert plan.get(ct.Goal, "apply").target == 10
    assert len(plan) == 2


def test_revising_twice_on_a_day_is_one_revision() -> None:
    """A second revision of the same day takes the place of the first."""
    plan = ct.Plan(records=[APPLY]).revise(ct.Goal, "apply", on="2026-02-01", target=20)
    plan = plan.revise(ct.Goal, "apply", on="2026-02-01", importance=3)

    assert len(plan) == 2
    assert (plan.get(ct.Goal, "apply").target, plan.get(ct.Goal, "apply").importance) == (20, 3)


def test_revise_names_what_is_wrong() -> None:
    """There must be such a definition, by that day, and the change must keep its rules."""
    plan = ct.Plan(records=[APPLY])
    with pytest.raises(ct.InvalidPlan, match='did you mean "apply"'):
        plan.revise(ct.Goal, "aply", on="2026-02-01", target=20)
    with pytest.raises(ct.InvalidPlan, match="recorded only on 2026-01-05"):
        plan.revise(ct.Goal, "apply", on="2026-01-04", target=20)
    with pytest.raises(ct.InvalidValue, match=r"Goal\.target"):
        plan.revise(ct.Goal, "apply", on="2026-02-01", target="20")


# --- rename ---------------------------------------------------------------------------------------


def test_a_revision_keeps_the_id() -> None:
    """Another id is no revision; it is refused, and masked where it is a person's."""
    plan = ct.Plan(records=[APPLY, GRACE])
    with pytest.raises(ct.InvalidValue, match=r"Goal.id: must be left out: .* got 'other'"):
        plan.revise(ct.Goal, "apply", on="2026-02-01", id="other")
    with pytest.raises(ct.InvalidValue, match="got a personal value"):
        plan.revise(ct.Contact, "grace", on="2026-02-01", id="Grace Hopper")

    assert (
        plan.revise(ct.Goal, "apply", on="2026-02-01", id="apply", target=20).get(ct.Goal, "apply").target
        == 20
    )


def test_rename_to_the_same_id_changes_nothing() -> None:
    """An id that stays as it is is neither a conflict nor a merge."""
    plan = ct.Plan(records=[SQL, GRACE])

    assert plan == plan.rename(ct.Skill, "sql", "sql") == plan.rename(ct.Contact, "grace", "grace")


def test_rename_rewrites_references() -> None:
    """Every record that names the id names the new one, in parts and lists too."""
    role = ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)])
    proof = ct.Evidence(on="2026-01-08", title="Cut the load", skills=["sql"])
    plan = ct.Plan(records=[SQL, RATED, role, proof]).rename(ct.Skill, "sql", "structured-query")

    assert plan.get(ct.Role, "data-lead").requires[0].skill == "structured-query"
    assert plan.of(ct.Evidence)[0].skills == ("structured-query",)
    assert plan.of(ct.Assessment)[0].skill == "structured-query"
    assert plan.rename(ct.Skill, "structured-query", "sql") == ct.Plan(records=[SQL, RATED, role, proof])


def test_rename_onto_another_is_for_contacts() -> None:
    """Two skills do not become one by a name."""
    plan = ct.Plan(records=[SQL, ct.Skill(name="R")])
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.rename(ct.Skill, "r", "sql")

    assert caught.value.issues[0].code == "conflict"
    with pytest.raises(ct.InvalidPlan, match='no skill "python"'):
        plan.rename(ct.Skill, "python", "sql")


def test_two_contacts_become_one() -> None:
    """What one says is kept, what it leaves open is filled in, lists are joined."""
    other = ct.Contact(
        id="p-1",
        name="G. Hopper",
        title="Rear admiral",
        emails=["g@example.org", "grace@example.org"],
        vouches=True,
        extra={"acme": {"id": 7}},
    )
    both = ct.Conversation(on="2026-01-09", contacts=["grace", "p-1"])
    plan = ct.Plan(records=[GRACE, other, both]).rename(ct.Contact, "p-1", "grace")
    grace = plan.get(ct.Contact, "grace")

    assert (grace.name, grace.title, grace.vouches) == ("Grace Hopper", "Rear admiral", True)
    assert grace.emails == ("grace@example.org", "g@example.org")
    assert grace.extra["acme"] == {"id": 7}
    assert plan.of(ct.Conversation)[0].contacts == ("grace",)
    assert len(plan) == 2


def test_two_contacts_become_one_on_every_day() -> None:
    """A revision of either holds from its day, the other's values filled in."""
    other = ct.Contact(id="p-1", name="G. Hopper", organization="Navy")
    plan = ct.Plan(records=[GRACE, other])
    plan = plan.revise(ct.Contact, "p-1", on="2026-02-01", organization="Remington")
    plan = plan.revise(ct.Contact, "grace", on="2026-03-01", title="Director").rename(
        ct.Contact, "p-1", "grace"
    )
    told = [(r.on and r.on.isoformat(), r.organization, r.title) for r in plan.of(ct.Contact)]

    assert told == [
        (None, "Navy", None),
        ("2026-02-01", "Remington", None),
        ("2026-03-01", "Remington", "Director"),
    ]


def test_two_who_introduced_each_other_become_one() -> None:
    """Nobody is introduced by themselves, and others keep who introduced them."""
    ada = ct.Contact(id="ada", name="Ada", introduced_by="p-1")
    plan = ct.Plan(records=[GRACE, ct.Contact(id="p-1", name="G.", introduced_by="grace"), ada])
    plan = plan.rename(ct.Contact, "p-1", "grace")

    assert plan.get(ct.Contact, "grace").introduced_by is None
    assert plan.get(ct.Contact, "ada").introduced_by == "grace"


def test_a_promise_between_two_who_become_one() -> None:
    """A record that cannot be kept when two become one is refused with its own fault."""
    promise = ct.Commitment(id="call", on="2026-01-09", what="Call", by="p-1", to="grace")
    plan = ct.Plan(records=[GRACE, ct.Contact(id="p-1", name="G."), promise])
    with pytest.raises(ct.InvalidValue, match=r"Commitment\.to"):
        plan.rename(ct.Contact, "p-1", "grace")


# --- merge ----------------------------------------------------------------------------------------


def test_merge_is_the_union() -> None:
    """Two devices' plans become one, whichever merges the other."""
    one, two = ct.Plan("Ada", [SQL, RATED]), ct.Plan("Ada", [SQL, APPLY])

    assert one.merge(two) == two.merge(one) == ct.Plan("Ada", [SQL, RATED, APPLY])


def test_what_a_newer_version_wrote_is_not_changed() -> None:
    """A definition that this version cannot read in full is neither revised nor renamed."""
    goal = {"kind": "goal", "id": "run", "on": "2026-01-05", "title": "Run", "pillar": "health"}
    plan = ct.loads(json.dumps({"careertrack": "1.1", "records": [goal]}))
    with pytest.raises(ct.InvalidPlan, match="is kept as a newer version wrote it"):
        plan.revise(ct.Goal, "run", on="2026-02-01", pillar="skills")
    with pytest.raises(ct.InvalidPlan, match="is kept as a newer version wrote it"):
        plan.rename(ct.Goal, "run", "walk")


def test_merge_keeps_the_newer_fields_of_both() -> None:
    """What a newer version says of either document is kept, whichever merges the other."""

    def loaded(version: str, **fields: object) -> ct.Plan:
        return ct.loads(json.dumps({"careertrack": version, **fields, "records": []}))

    plain, one, other = loaded("1.1"), loaded("1.1", a=1, c=2), loaded("1.10", b={"d": []}, c=1)
    both = loaded("1.10", a=1, b={"d": []}, c=2)

    assert one == plain.merge(one) == one.merge(plain)
    assert both == one.merge(other) == other.merge(one)


def test_merge_refuses_another_owner() -> None:
    """Plans of two owners stay two, and the owners are not named."""
    with pytest.raises(ct.InvalidPlan) as caught:
        ct.Plan("Ada").merge(ct.Plan("Bob"))

    assert caught.value.issues[0].code == "owner"
    assert "Ada" not in str(caught.value)


def test_merge_refuses_a_contradiction() -> None:
    """What the two say differently is a conflict."""
    with pytest.raises(ct.InvalidPlan, match="says something else"):
        ct.Plan("Ada", [SQL, RATED]).merge(ct.Plan("Ada", [SQL, RATED.evolve(level=5)]))


def test_review_and_findings_are_short_for_the_snapshot() -> None:
    """Asking the plan and asking its snapshot is the same."""
    plan = ct.Plan(records=[APPLY])

    assert plan.review("2026-02-01") == plan.as_of("2026-02-01").review()
    assert plan.findings("2026-02-01") == plan.as_of("2026-02-01").findings()


# --- What is no plan and no class --------------------------------------------------------------


def test_merging_what_is_no_plan() -> None:
    """Only a plan can be merged."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan().merge("phone.json")  # type: ignore[arg-type]

    assert "plan: must be a plan, got 'phone.json'" == str(caught.value)


@pytest.mark.parametrize("name", ["get", "of", "revise", "rename"])
@pytest.mark.parametrize(
    ("given", "got"), [("goal", "'goal'"), (APPLY, "a Goal"), (str, "a type"), (None, "None")]
)
def test_a_kind_that_is_not_given_by_its_class(name: str, given: object, got: str) -> None:
    """A kind is given by its class, not by its name and not by a record of it."""
    ask = {
        "get": lambda plan: plan.get(given, "apply"),
        "of": lambda plan: plan.of(given),
        "revise": lambda plan: plan.revise(given, "apply", on="2026-02-01"),
        "rename": lambda plan: plan.rename(given, "apply", "send"),
    }[name]
    with pytest.raises(ct.InvalidValue) as caught:
        ask(ct.Plan(records=[APPLY]))

    assert f"cls: must be a kind of record by its class, such as Goal, got {got}" == str(caught.value)


# --- What only a newer version reads ---------------------------------------------------------------


def newer_plan() -> ct.Plan:
    """A plan of a newer version, in which a goal that this version cannot read is part of another."""
    goal = {"kind": "goal", "id": "apply", "on": "2026-01-05", "title": "Apply", "pillar": "change"}
    part = {
        "kind": "goal",
        "id": "part",
        "on": "2026-01-06",
        "title": "Part",
        "pillar": "spirit",
        "parent": "apply",
    }
    other = {"kind": "newer-kind", "goal": "apply"}
    return ct.loads(json.dumps({"careertrack": "1.7", "records": [goal, part, other]}))


def test_what_an_unreadable_record_names_stays() -> None:
    """A definition that a record kept whole names is not taken away from under it, unless it goes as well."""
    plan = newer_plan()
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.without(ct.Goal, "apply")

    assert [issue.code for issue in caught.value.issues] == ["in-use"]
    assert len(plan.without(ct.Goal, "apply", cascade=True)) == 1


def test_what_an_unreadable_record_names_keeps_its_id() -> None:
    """A record kept whole cannot be rewritten, so what it names is not renamed."""
    with pytest.raises(ct.InvalidPlan) as caught:
        newer_plan().rename(ct.Goal, "apply", "send")

    assert [issue.code for issue in caught.value.issues] == ["unreadable"]


# --- More of what collecting and joining keep -------------------------------------------------------


def test_collect_gives_a_loser_another_chance() -> None:
    """A record that lost to one which did not fit itself is kept."""
    broken = RATED.evolve(level=9)

    assert ct.Plan.collect([SQL, broken, RATED])[0] == ct.Plan(records=[SQL, RATED])
    assert [each.record for each in ct.Plan.collect([SQL, broken, RATED])[1]] == [broken]


def test_collect_gives_no_chance_to_what_is_broken_itself() -> None:
    """Of two that contradict each other and are both broken, neither is kept."""
    kept, rejected = ct.Plan.collect([SQL, RATED.evolve(level=9), RATED.evolve(level=8)])

    assert kept == ct.Plan(records=[SQL])
    assert len(rejected) == 2


def test_two_notes_become_one() -> None:
    """Joining two contacts keeps the notes of both."""
    one, two = GRACE.evolve(note="likes ships"), ct.Contact(id="p-1", name="G.", note="met in Boston")
    joined = ct.Plan(records=[one, two]).rename(ct.Contact, "p-1", "grace").get(ct.Contact, "grace")
    same = ct.Plan(records=[one, two.evolve(note="likes ships")]).rename(ct.Contact, "p-1", "grace")

    assert joined.note == "likes ships\n\nmet in Boston"
    assert same.get(ct.Contact, "grace").note == "likes ships"


@pytest.mark.parametrize(
    "ask", [lambda plan: plan.get(ct.Record, "sql"), lambda plan: plan.without(ct.Record, "sql")]
)
def test_one_kind_is_asked_for(ask) -> None:  # type: ignore[no-untyped-def]
    """An id is one of a kind, so the base class of all is no answer; all records are of it."""
    with pytest.raises(ct.InvalidValue, match="a kind of record by its class"):
        ask(ct.Plan(records=[SQL]))

    assert ct.Plan(records=[SQL]).of(ct.Record) == (SQL,)


def test_an_id_that_is_none() -> None:
    """Asking for no id is asking for one that is not there."""
    with pytest.raises(KeyError):
        ct.Plan(records=[SQL]).get(ct.Skill, None)  # type: ignore[arg-type]


def test_rename_leaves_alike_parts_that_name_nothing() -> None:
    """Two obstacles that say the same are two, whatever is renamed beside them."""
    goal = ct.Goal(
        id="a", on="2026-01-05", title="A", pillar="skills", obstacles=[ct.Obstacle(what="time")] * 2
    )
    plan = ct.Plan() + ct.Skill(id="a", name="A") + goal

    assert plan == plan.rename(ct.Skill, "a", "b").rename(ct.Skill, "b", "a")
