"""A review as a page: the short one to read as text, and the one that a notebook has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from careertrack.judge import LABELS
from careertrack.page import (
    Block,
    Cell,
    Figure,
    Figures,
    Fold,
    Items,
    Line,
    Page,
    Said,
    Section,
    Table,
    Word,
)
from careertrack.page.scores import how_of, meter, parts_of
from careertrack.pillars.finding import SEVERITIES, Finding
from careertrack.questions.difference import own_name
from careertrack.score import Score

if TYPE_CHECKING:
    from careertrack.moment import Moment
    from careertrack.questions.actions import Actions
    from careertrack.questions.difference import Difference
    from careertrack.review import Review

MOST_ACTIONS: Final = 5  # house: what one can keep in mind; `Review.actions` has all
MOST_PARTS: Final = 4  # house: parts named beside a number, the lowest first
MOST_LINES: Final = 12  # house: lines of a list; `to_dict` has all


def report(review: Review) -> Page:
    """Wins, the status and why, the next step, the numbers, what is worth knowing."""
    return Page(
        _title(review),
        [
            *_listed("went well", [win.message for win in review.wins]),
            *_listed("what decided", review.standing.because),
            Line((Word("next"), ": ", review.next_step)),
            Figures([*_figures(review)]),
            *_listed("worth knowing", [finding.message for finding in review.findings]),
        ],
    )


def dashboard(review: Review, moved: Difference | None, actions: Actions) -> Page:
    """The same, with bars, what moved, what to do, and the rest folded away.

    Args:
        review: The review.
        moved: What is different from an earlier one; ``None`` where there is none.
        actions: What to do with the time there is.
    """
    return Page(
        _title(review),
        [
            *_listed("went well", [win.message for win in review.wins], MOST_LINES),
            *_listed("what decided", review.standing.because),
            Section(Word("next"), [Line(review.next_step)]),
            Section(Word("practice and progress"), [_numbers(review)]),
            *_moved(moved),
            *_actions(actions),
            *_findings(review.findings),
            *_folds(review),
        ],
    )


def _title(review: Review) -> Said:
    return f"{review.day}: ", Word(review.status, LABELS[review.status])


def _listed(heading: str, some: Sequence[str], most: int | None = None) -> Iterator[Block]:
    if some:
        yield Section(Word(heading), [Items(some, most)])


# --- The numbers -----------------------------------------------------------------------------------


def _figures(review: Review) -> Iterator[Figure]:
    for name, score in (("practice", review.practice), ("progress", review.progress)):
        yield Figure(Word(name), score.headline())
        yield from (Figure(own_name(part.name), part.score.headline(), 1) for part in score.parts)
    yield Figure(Word("outlook"), review.outlook.headline())


def _numbers(review: Review) -> Table:
    """Each number with its bar, and what it is made of, the lowest first."""
    rows: list[tuple[Cell, Cell, Cell]] = []
    levels: list[int] = []
    for name, score in (("practice", review.practice), ("progress", review.progress)):
        rows.append((Word(name), meter(score), how_of(score)))
        rows += [(own_name(part.name), meter(part.score), _made_of(part.score)) for part in score.parts]
        levels += [0, *(1 for _ in score.parts)]
    chance = review.outlook.chance
    known = Word("not known", "unknown") if chance.value is None else f"{chance.value:.2f}"
    bar = meter(chance, known if chance.coverage is not None else chance.reason)
    rows.append((Word("outlook"), bar, review.outlook.headline()))
    return Table([Word("number"), Word("value"), Word("why")], rows, left=range(3), levels=[*levels, 0])


def _made_of(score: Score) -> str:
    """The parts that are asked for, the lowest first, and those that are not known at the end."""
    asked = [part for part in score.parts if part.score.coverage is not None]
    asked.sort(key=lambda part: 2.0 if part.score.value is None else part.score.value)
    told = [f"{name} {'unknown' if one.value is None else f'{one.value:.2f}'}" for name, _, one in asked]
    more = [f"{len(told) - MOST_PARTS} more"] if len(told) > MOST_PARTS else []
    return ", ".join([*told[:MOST_PARTS], *more])


# --- What moved, what to do, what to know ------------------------------------------------------------


def _moved(moved: Difference | None) -> Iterator[Block]:
    blocks = () if moved is None else moved.full_page().blocks
    if moved is not None and blocks:
        yield Section((Word("what changed since"), f" {moved.since}"), blocks)


def _actions(actions: Actions) -> Iterator[Block]:
    """The first few, without the words that the person has for when and where."""
    found = [each.full_item(cue=False) for each in (*actions, *actions.apart)]
    if found:
        yield Section(Word("what to do"), [Items(found, MOST_ACTIONS)])


def _findings(findings: Sequence[Finding]) -> Iterator[Block]:
    groups = {
        severity: [each.message for each in findings if each.severity == severity] for severity in SEVERITIES
    }
    told = [
        Section(Word(severity, said), [Items(groups[severity], MOST_LINES)])
        for severity, said in SEVERITIES.items()
        if groups[severity]
    ]
    if told:
        yield Section(Word("worth knowing"), told)


# --- Folded away -------------------------------------------------------------------------------------


def _folds(review: Review) -> Iterator[Block]:
    yield Fold(Word("outlook"), [*review.outlook.blocks(sent=False)])
    if review.goals.parts:
        levels = [Line(str(review.attainment))] if review.attainment.n else []
        chances = [Line(str(review.chances))] if review.chances.n else []
        yield Fold(Word("goals"), [*parts_of(review.goals), *levels, *chances])
    if review.schedules:
        yield Fold(Word("schedules"), [_schedules(review)])
    for each in review.readiness.values():
        yield Fold((Word("readiness for"), f" {each.title}"), each.blocks())


def _schedules(review: Review) -> Table:
    head = [Word("goal"), Word("on time"), Word("due"), Word("at this pace"), Word("why")]
    rows: list[Sequence[Cell]] = []
    for id, each in review.schedules.items():
        on_time = Word("not known", "unknown") if each.s is None else meter(Score.of(each.s, n=1, method=""))
        finish = Word("not known", "unknown") if each.finish is None else str(each.finish)
        rows.append((id, on_time, str(each.due), finish, each.reason))
    return Table(head, rows, left=(0, 1, 4), most=MOST_LINES)


# --- A day, and a plan that nobody has written anything down in ------------------------------------------


def of_day(now: Moment, page: Page, *, is_last: bool = False) -> Page:
    """The page of a day's review, with what there is on it.

    Args:
        now: The day.
        page: The page.
        is_last: Whether nobody asked for the day: it is the last one that is written down.
    """
    note = "as of the last day that is written down; plan.review(day) shows another"
    noted = [Line(Word("last day", note))] if is_last else []
    return Page(page.title, [*noted, *page.blocks, _on_record(now)])


def _on_record(now: Moment) -> Block:
    rooms = {
        "goals": now.goals,
        "skills": now.skills,
        "courses": now.courses,
        "roles": now.roles,
        "contacts": now.contacts,
        "organizations": now.organizations,
        "events": now.events,
        "moves": now.transitions,
        "positions": now.positions,
        "evidence": now.evidence,
        "promises": now.commitments,
        "routines": now.routines,
        "cadences": now.cadences,
        "setbacks": now.setbacks,
    }
    figures = [Figure(Word(name), f"{len(room):,}") for name, room in rooms.items() if room]
    return Fold(Word("on record"), [Figures(figures) if figures else Line(Word("nothing yet"))])


def beginning() -> Page:
    """What an empty plan says."""
    return Page(
        Word("an empty plan"),
        [
            Line(Word("how to begin", "write down one small thing that has a day, or take a template:")),
            Items(
                [
                    'ct.Goal(on="2026-01-05", title="Ten talks", pillar="network", target=10)',
                    'careertrack.templates.unsure("2026-01-05")',
                ]
            ),
        ],
    )
