"""From a LinkedIn archive and an occupation to a plan that says where you stand.

    python back_on_track.py                              the sample files beside this program
    python back_on_track.py ARCHIVE ONET OCCUPATION      your own

    ... --story                                          with a year of somebody else's facts

ARCHIVE is the zip file (or its folder) that LinkedIn sends when you ask for a copy of your
data, ONET the folder (or zip file) of the O*NET database as text, OCCUPATION some words of a
title: "data scientist".

What no archive knows, such as how good you are at something, is made up here, so that there is
something to look at: before you keep a plan of your own, put your own facts into
``with_my_own_words``.  With ``--story`` the year of an invented person (``story.py``, beside this
program) is put on top, so that there is something to see in all six pillars.

The program never asks what day it is.  Unless you say so, it looks at your plan on the last
day that your files speak of.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import story

import careertrack as ct
from careertrack.formats import Imported, linkedin, onet

SAMPLES = Path(__file__).parent / "data"
FEW = 10  # lines of a long list
FOUR_WEEKS = timedelta(weeks=4)


def main(arguments: Sequence[str] | None = None) -> int:
    options = read_options(arguments)
    try:
        run(options)
    except (ct.CareertrackError, OSError, OverflowError) as error:
        sys.stdout.flush()  # what was found so far comes first
        print(f"That did not work: {error}", file=sys.stderr)
        return 1
    return 0


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        usage="%(prog)s [ARCHIVE ONET OCCUPATION] [--story] [--save FILE] [--as-of DAY]",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="ARCHIVE ONET OCCUPATION", help=argparse.SUPPRESS)
    parser.add_argument("--story", action="store_true", help="put the invented year of story.py on top")
    parser.add_argument("--save", metavar="FILE", type=Path, help="where to keep the plan")
    parser.add_argument("--as-of", metavar="DAY", help="the day to look at, such as 2026-03-01")
    options = parser.parse_args(arguments)
    if len(options.files) not in {0, 3}:
        parser.error("give ARCHIVE, ONET and OCCUPATION, or none of them")
    return options


def run(options: argparse.Namespace) -> None:
    archive, database, words = options.files or (SAMPLES / "archive", SAMPLES / "onet", "data scientist")

    print("# What was found in the archive\n")
    mine = linkedin.read(archive)
    show(mine)
    plan = ct.Plan(owner=mine.owner or "", records=mine.records)

    print("\n# The occupation\n")
    data = onet.load(database)
    chosen = choose(data, words)
    if chosen is None:
        print(f"No occupation has {words!r} in its title. Try one word, as O*NET might spell it.")
        return
    described = data.read(chosen.code, into=plan)
    show(described)
    plan = plan.add(described.records)
    role = data.role(chosen.code)

    day = plan.as_of(last_day(plan) if options.as_of is None else options.as_of).day
    print("\n# What no archive knows\n")
    known, plan = len(plan), with_my_own_words(plan, role, day)
    print(f"{len(plan) - known} records are made up here, so that there is something to look at:")
    print("a goal, a mentor, some levels. Write your own into with_my_own_words.")
    if options.story:
        plan, day = with_the_story(plan, day, options.as_of)
    plan = saved_and_loaded(plan, options.save)

    print(f"\n# Where you stand on {day}\n")
    now = plan.as_of(day)
    show_standing(now.review())
    print("\n# What the last four weeks changed\n")
    show_changes(plan.changes(day - FOUR_WEEKS, day))
    print("\n# What is not known\n")
    show_unknown(now)
    print("\n# What to do in the coming week\n")
    show_actions(now.review().actions())


def show(imported: Imported) -> None:
    """What an importer found, and the rows that it could not read."""
    print(imported)
    show_few([str(issue) for issue in imported.issues])


def show_few(lines: Sequence[str]) -> None:
    for line in lines[:FEW]:
        print(f"- {line}")
    if len(lines) > FEW:
        print(f"- and {len(lines) - FEW} more")


def choose(data: onet.Download, words: str) -> onet.Occupation | None:
    """The occupation whose title fits the words best; the others are named."""
    found = data.find(words)
    if not found:
        return None
    print(f"{found[0].title} ({found[0].code})")
    if len(found) > 1:
        print(f"You may also have meant: {', '.join(each.title for each in found[1:4])}")
    return found[0]


def last_day(plan: ct.Plan) -> date:
    """The last day that anything in the plan happened on."""
    return max((record.on for record in plan if record.on is not None), default=date(2026, 1, 5))


def with_my_own_words(plan: ct.Plan, role: ct.Role, today: date) -> ct.Plan:
    """What no archive knows: the facts that a person adds by hand.

    Here they are made up, as from two months ago.  In a plan of your own you would write the
    days as they were: ``on="2026-01-05"``.
    """
    begun = today - timedelta(days=60)
    last_week = today - timedelta(days=7)

    plan += ct.TargetRole(on=begun, roles=[role.id])
    plan += ct.Capacity(on=begun, minutes=300)

    plan += ct.Goal(
        id="ten-talks",
        on=begun,
        title="Talk with ten people who do this work",
        pillar="network",
        target=10,
        unit="people",
        due=today + timedelta(days=60),
        chance=0.6,
    )
    plan += ct.CheckIn(on=last_week, goal="ten-talks", value=4)

    plan += ct.Contact(id="mentor", name="Sam Example", relations=["mentor"], emails=["sam@mentor.example"])
    plan += ct.Cadence(id="mentor-talks", on=begun, contact="mentor", every="4 weeks")
    plan += ct.Conversation(on=last_week, contacts=["mentor"], type="advice", helped="me")

    return with_assessments(plan, role, begun, last_week)


def with_assessments(plan: ct.Plan, role: ct.Role, begun: date, last_week: date) -> ct.Plan:
    """My own view of the skills that matter most, and what a course has certified of the first."""
    most_important = sorted(role.requires, key=lambda need: (-need.importance, need.skill))
    for need, level in zip(most_important, (3.5, 4, 4.5, 3), strict=False):
        plan += ct.Assessment(on=begun, skill=need.skill, level=level, confidence=0.7)
    for need in most_important[:1]:
        plan += ct.Evidence(id="certificate", on=last_week, title="Course certificate", skills=[need.skill])
        plan += ct.Assessment(
            on=last_week, skill=need.skill, level=4, by="certificate", evidence="certificate"
        )
    return plan


def with_the_story(plan: ct.Plan, day: date, asked: str | None) -> tuple[ct.Plan, date]:
    """The plan with the facts of the invented year as well, and the day on which that year ends."""
    year = story.story()
    both, refused = ct.Plan.collect([*plan.records, *year.records], plan.owner)
    print(f"{len(both) - len(plan)} records of an invented year are put on top.")
    show_few([f"{each.record.kind} left out: {each.issues[0]}" for each in refused])
    return both, day if asked is not None else story.REVIEWS[-1]


def saved_and_loaded(plan: ct.Plan, path: Path | None) -> ct.Plan:
    """The plan as it comes back from a file: the same plan."""
    with TemporaryDirectory() as folder:
        file = path or Path(folder, "plan.careertrack.json")
        ct.save(plan, file)
        loaded = ct.load(file)
        size = file.stat().st_size
    assert loaded == plan, "a plan comes back as it was saved"
    print(f"\nSaved and loaded again: {len(loaded)} records, {size:,} bytes.")
    return loaded


def show_standing(review: ct.Review) -> None:
    """The page to read, then the arithmetic of every number in it."""
    page, _, worth_knowing = review.text().partition("\n\nworth knowing:\n")
    print(page)
    print("\nworth knowing:")
    show_few([line.removeprefix("- ") for line in worth_knowing.splitlines()])
    print(f"\n# The arithmetic\n\n{review.practice.explain('practice', 2)}\n")
    print(review.progress.explain("progress", 1))
    for readiness in review.readiness.values():
        print(f"\n{readiness.explain()}")
    for schedule in review.schedules.values():
        print(f"\n{schedule.explain()}")
    print(f"\n{review.outlook.explain()}")


def show_changes(changes: ct.Changes) -> None:
    """What time did and what each record did, the largest first."""
    for change in (changes.practice, changes.progress, changes.outlook):
        ends = ("unknown" if each is None else f"{each:.2f}" for each in (change.before, change.after))
        print(f"{change.name}: {' to '.join(ends)}")
        moved = [each for each in change.effects if each.difference]
        show_few([str(each) for each in sorted(moved, key=lambda each: -abs(each.difference or 0))])


def show_actions(actions: ct.Actions) -> None:
    """What somebody waits for, then what gains most, in the minutes that are left of the week."""
    given = "as long as it takes" if actions.minutes is None else f"{actions.minutes} minutes"
    print(f"{actions.total} of {given}:")
    show_few([str(action) for action in actions])
    if actions.apart:
        print("Gains nothing by itself, and unblocks something:")
        show_few([action.message for action in actions.apart])


def show_unknown(now: ct.Snapshot) -> None:
    """What nobody has written down yet: unknown is not zero."""
    levels = [id for id, skill in now.skills.items() if skill.level is None]
    moves = [id for id, move in now.transitions.items() if not move.is_tracked]
    people = [id for id, state in now.contacts.items() if not state.contact.relations]
    print(f"- how good you are at {len(levels)} of {len(now.skills)} skills")
    print(f"- what became of {len(moves)} of {len(now.transitions)} jobs that you saved or applied for")
    print(f"- what {len(people)} of {len(now.contacts)} people are to you")


if __name__ == "__main__":
    sys.exit(main())
