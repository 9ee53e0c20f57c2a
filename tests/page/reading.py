"""Pages read back: the tags of a piece of HTML, and the plans and displays that tests make them of."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from runpy import run_path
from typing import Any, Final

import attrs
from tests.practice.busy import PLAN as BUSY

import careertrack as ct
from careertrack.formats import Imported
from careertrack.formats.writing import Exported, record_issue
from careertrack.page import Page, Shown, Word
from careertrack.shapes.text import Text

STORY: Final[dict[str, Any]] = run_path(str(Path(__file__).resolve().parents[2] / "examples" / "story.py"))
NORA: Final[ct.Plan] = STORY["story"]()
DAYS: Final = ("2026-04-27", "2026-08-17")
EMPTY: Final = frozenset({"meta"})  # elements that have no end
SAFE: Final = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+", re.IGNORECASE)
CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Tags(HTMLParser):
    """The tags of a piece of HTML, with their attributes, and what is wrong with it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.faults: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"{tag} is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple((name, value) for name, value in attrs if name != "href")))
        for name, value in attrs:
            if name.startswith("on") or name in {"id", "src", "srcset", "action"}:
                self.faults.append(f"{tag} has {name}")
            if name == "href" and not SAFE.fullmatch(value or ""):
                self.faults.append(f"leads to {value}")
        if tag in {"script", "link", "img", "iframe", "object", "form", "base"}:
            self.faults.append(f"there is a {tag}")
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"{tag} is closed out of turn")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.faults += [each for each in ("url(", "@import", "expression", "<") if each in data]
        elif data:
            self.words.append(data)


def saying(plan: ct.Plan, text: str) -> ct.Plan:
    """A plan with a text in every field that holds free text, ids as they are."""
    return ct.Plan("Ada", [_saying(each, text) for each in plan])


def _saying(record: ct.Record, text: str) -> ct.Record:
    said = {
        field.name: text[: field.shape.longest]
        for field in record.spec.fields
        if isinstance(field.shape, Text)
    }
    return record.evolve(**said) if said else record


def displays(plan: ct.Plan, day: str, text: str = "-") -> list[Shown]:
    """Everything that can be shown of a plan on a day; the text stands in what is not of the plan."""
    return [*_of_a_review(plan, day), *_of_questions(plan, day, text), *_of_formats(plan, text)]


def _of_a_review(plan: ct.Plan, day: str) -> list[Shown]:
    review = plan.review(day)
    actions, outlook, changes = review.actions(300), review.outlook, plan.changes("2026-03-30", "2026-04-06")
    return [
        review,
        review.practice,
        review.progress,
        review.goals,
        review.attainment,
        review.chances,
        outlook,
        outlook.funnel,
        outlook.funnel.offers,
        outlook.needed,
        outlook.waiting,
        *review.readiness.values(),
        *review.schedules.values(),
        *(each.first for each in review.schedules.values() if each.first is not None),
        *review.findings,
        *review.wins,
        actions,
        *actions,
        *actions.apart,
        review.questions(9),
        *review.questions(9),
        review.since(plan.review("2026-03-30")),
        changes,
        changes.practice,
        plan.history(["2026-03-30", day]),
    ]


def _of_questions(plan: ct.Plan, day: str, text: str) -> list[Shown]:
    now = plan.as_of(day)
    strange = [ct.Role(id=f"role-{n}", title=text) for n in range(2)]
    explored = now.explore([*now.roles.values(), *strange]).sorted_by("skills")
    prospects = now.prospects()
    rested = plan + ct.Pause(on=day, until=day, note=text)
    compared = ct.compare({text: plan, f"{text} and rest": rested}, day)
    return [
        now.agenda(60),
        *(now.brief(id, addresses=True) for id in now.contacts),
        *map(now.case, now.roles),
        explored,
        *explored.fits,
        now.network(),
        now.offers(),
        now.offers(weights={text: 1, "learning": 2}, stay={text: 5}),
        *map(now.paths, now.organizations),
        prospects,
        *prospects.organizations,
        compared,
        *compared.apart,
    ]


def _of_formats(plan: ct.Plan, text: str) -> list[Shown]:
    issue = record_issue(plan.records[0], "", "value", text)
    return [
        Imported(records=plan.records[:9], issues=(issue,), held=1, found={text: 2}, left={text: text}),
        Exported(text, issues=(issue,), written={text: 2}, left={text: text}),
    ]


# Offers, advocates and proof: what the other plans have nothing of.
CHOOSING: Final = ct.Plan("Robin") + [
    ct.Skill(name="SQL", top=7),
    ct.Role(title="Analyst", requires=[ct.Requirement(skill="sql", level=5, must_have=True)]),
    ct.Assessment(on="2026-03-01", skill="sql", level=4),
    ct.Priorities(
        on="2026-03-02",
        motivators=["learning", "people"],
        needs=[ct.Need(criterion="pay", force="must", at_least=50000, unit="EUR a year")],
    ),
    ct.Position(id="planner", title="Planner", organization="Old Mill", started="2021-05", pay="52000 EUR"),
    ct.Organization(id="engines", name="Engines", motivation=5, posting="fitting"),
    ct.Contact(
        id="ben",
        name="Ben",
        met="2024-06-01",
        relations=["manager"],
        emails=["ben@example.org"],
        phones=["+44 20 7946 0000"],
        links=["https://example.org/ben"],
    ),
    ct.Contact(
        id="cleo", name="Cleo", title="Lead", organization="Engines", introduced_by="ben", vouches=True
    ),
    ct.Evidence(id="report", on="2026-03-02", title="A report", impact="two days saved", skills=["sql"]),
    ct.Conversation(
        on="2026-03-03", contacts=["ben"], advice="Ask Cleo", shown=["report"], note="Over lunch"
    ),
    ct.Commitment(id="ask", on="2026-03-03", what="Ask Cleo", to="ben", due="2026-05-04"),
    ct.Setback(id="no", on="2026-03-04", what="A no", lesson="Ask first", retry="2026-05-01"),
    ct.Event(id="fair", title="A fair", starts="2026-05-02", contacts=["cleo"]),
    *(ct.Transition(id=id, on="2026-03-02", title=id, contact="ben", organization="Engines") for id in "ab"),
    ct.Offer(
        on="2026-04-01",
        transition="a",
        pay="58000 EUR",
        answer_by="2026-05-13",
        ratings=[ct.Rating(criterion="learning", value=9), ct.Rating(criterion="people", value=7)],
    ),
    ct.Offer(on="2026-04-02", transition="b", ratings=[ct.Rating(criterion="learning", value=4)]),
]
PLANS: Final = {"story": NORA, "busy": BUSY, "choosing": CHOOSING}


def words_of(page: Page) -> Iterator[Word]:
    """The words of the library on a page."""
    todo: list[Any] = [page]
    while todo:
        one = todo.pop()
        if isinstance(one, Word):
            yield one
        elif isinstance(one, tuple | list):
            todo += one
        elif attrs.has(type(one)):
            todo += [getattr(one, field.name) for field in attrs.fields(type(one))]
