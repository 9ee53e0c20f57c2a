"""Whatever a plan says, each display of it is safe, whole and alone on its page."""

import pickle
import re
import sys
from collections.abc import Iterator, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.page.reading import CONTROLS, DAYS, PLANS, Tags, displays, saying, words_of
from tests.page.test_writers import HOSTILE, TEXTS

import careertrack
from careertrack.judge import LABELS
from careertrack.page import Shown, Table
from careertrack.questions.unknowns import Question, Questions
from careertrack.score import Score

DAY = DAYS[0]
DOCS = Path(__file__).resolve().parents[2] / "docs"
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = sorted(
    {type(each) for plan in PLANS.values() for each in displays(plan, DAY)}, key=lambda kind: kind.__name__
)


def library() -> Iterator[type[Shown]]:
    """Every class of the library that can be shown."""
    for module in walk_packages(careertrack.__path__, "careertrack."):
        import_module(module.name)
    todo = [Shown]
    while todo:
        todo += (found := todo.pop().__subclasses__())
        # attrs makes each class anew, with slots; the one it was made from may still be about.
        yield from (each for each in found if each is vars(sys.modules[each.__module__]).get(each.__name__))


HARMLESS = {
    name: [*map(Shown._repr_html_, displays(saying(plan, "x"), DAY, "x"))] for name, plan in PLANS.items()
}


def check(text: str) -> None:
    """Each display of each plan that says a text everywhere is as one that says something harmless."""
    text = text if text.split() else f"{text}."  # what is blank is no name of an organization
    for name, plan in PLANS.items():
        said = displays(saying(plan, text), DAY, text)

        assert len(HARMLESS[name]) == len(said)
        for harmless, each in zip(HARMLESS[name], said, strict=True):
            found = Tags(html := each._repr_html_())
            assert ([], Tags(harmless).found) == (found.faults, found.found), type(each)
            assert not CONTROLS.search(html + str(each))
            assert len(f"{each}.".splitlines()) == str(each).count("\n") + 1


def test_every_class_is_displayed() -> None:
    """Whatever can be shown is among the displays that these tests look at."""
    assert {each for each in library() if each.__module__.startswith("careertrack.")} == set(KINDS)


@pytest.mark.parametrize("text", HOSTILE)
def test_known_tricks(text: str) -> None:
    """Tags, quotes, scripts, controls and the like are text in every display."""
    check(text)


@FEW
@given(text=TEXTS)
def test_any_text(text: str) -> None:
    """And so is anything else."""
    check(text)


def test_texts_are_shown() -> None:
    """The displays that have free text show it: these tests do not pass for want of it."""
    shown = {
        type(each).__name__
        for plan in PLANS.values()
        for each in displays(saying(plan, "<b>Zed"), DAY, "<b>Zed")
        if escape("<b>Zed") in each._repr_html_()
    }

    assert {
        "Action",
        "Actions",
        "Agenda",
        "Apart",
        "Brief",
        "Case",
        "Comparison",
        "Exploration",
        "Exported",
        "Fit",
        "Imported",
        "Network",
        "Offers",
        "Outlook",
        "Paths",
        "Prospect",
        "Prospects",
        "Readiness",
        "Schedule",
    } <= shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.__name__)
def test_a_terminal_is_given_text(kind: type[Shown]) -> None:
    """What shows no HTML is given the page as text, and a notebook is given both."""
    one = next(each for plan in PLANS.values() for each in displays(plan, DAY) if type(each) is kind)

    assert {"text/plain": str(one)} == one._repr_mimebundle_()
    assert str(one) == one.text()
    assert one._repr_html_() == one.html()
    assert one.html(document=True).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.__name__)
def test_a_repr_is_one_line_without_personal_data(kind: type[Shown]) -> None:
    """What the owner wrote in their own words is in no repr."""
    secret = "Zed Secret"
    some = [
        each for plan in PLANS.values() for each in displays(saying(plan, secret), DAY) if type(each) is kind
    ]

    assert [] == [repr(each) for each in some if secret in repr(each) or "\n" in repr(each)]


@pytest.mark.parametrize("name", PLANS)
def test_tables_and_bars_can_be_heard(name: str) -> None:
    """Every header has a scope, and every bar is hidden, its words beside it."""
    for each in displays(PLANS[name], DAY):
        html = each.html()
        found = Tags(html).found
        assert all("scope" in dict(attributes) for tag, attributes in found if tag == "th")
        assert all(dict(attributes)["aria-hidden"] == "true" for tag, attributes in found if tag == "svg")
        assert html.count("<svg") == len(re.findall(r"</svg><span>(?:<bdi>)?[^<]", html))


@pytest.mark.parametrize("name", PLANS)
def test_every_word_has_a_label(name: str) -> None:
    """A label for each word of the library is shown in its place, in text and in HTML."""
    for each in displays(PLANS[name], DAY):
        for page, write in ((each.page(), each.text), (each.full_page(), each.html)):
            labels = {word.key: f"[{at}]" for at, word in enumerate(words_of(page))}
            said = write(labels)

            assert [] == [label for label in labels.values() if label not in said]


def test_the_words_are_documented() -> None:
    """Every word that a label can replace is on the page about pages."""
    text = (DOCS / "reference" / "page.md").read_text(encoding="utf-8")
    some = [each for plan in PLANS.values() for day in DAYS for each in displays(plan, day)]
    words = {word.key for each in some for page in (each.page(), each.full_page()) for word in words_of(page)}

    assert set() == {word for word in words | set(LABELS) if f"`{word}`" not in text}


# --- Several at once -----------------------------------------------------------------------------------


def test_displays_never_clash() -> None:
    """Two of one page are whole beside each other: there is nothing that has to be unique."""
    review = PLANS["story"].review(DAY)
    tags = Tags(review.html() + review.practice.html() + review.html())

    assert [] == tags.faults


def test_a_score_shows_three_levels_of_parts() -> None:
    """However deep it goes; `explain` has the rest."""
    score = Score.of(0.5, n=1, method="-")
    for name in ("four", "three", "two", "one"):
        score = Score.combine({name: score}, {name: 1})
    (table,) = (block for block in score.page().blocks if isinstance(block, Table))

    assert ["one", "two", "three"] == [row[0] for row in table.rows]
    assert [0, 1, 2] == list(table.levels)
    assert "four" in score.explain()


def test_questions_are_a_tuple() -> None:
    """Equal to one, counted, cut, pickled and hashed as one, and shown as a list."""
    questions = PLANS["story"].review(DAY).questions(3)
    same: Questions = pickle.loads(pickle.dumps(questions))

    assert isinstance(questions, tuple)
    assert (tuple(questions), hash(tuple(questions))) == (questions, hash(questions))
    assert (same, Questions) == (questions, type(same))
    assert (3, Question, questions[0]) == (len(questions), type(questions[0]), next(iter(questions)))
    assert ["worth asking", "", *(f"- {each}" for each in questions)] == str(questions).splitlines()
    assert "nothing is left to ask" in Questions().text()


def test_questions_in_a_terminal() -> None:
    """IPython has a way of its own for tuples; questions are printed as their page."""

    class Printer:
        def __init__(self) -> None:
            self.said: list[str] = []

        def text(self, text: str) -> None:
            self.said.append(text)

    questions, printer = PLANS["story"].review(DAY).questions(3), Printer()
    questions._repr_pretty_(printer, cycle=False)

    assert [str(questions)] == printer.said


def test_looking_changes_nothing() -> None:
    """A review that was shown says the same as before."""
    review = PLANS["story"].review(DAY)
    before: Mapping[str, Any] = review.to_dict()
    html = review.html()

    assert (before, html) == (review.to_dict(), review.html())
