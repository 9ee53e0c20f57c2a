"""Whatever a plan says, each display of it is safe, whole and alone on its page."""

import pickle
import re
from collections.abc import Mapping
from html import escape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.page.reading import CONTROLS, DAYS, PLANS, Tags, displays, saying, words_of
from tests.page.test_writers import HOSTILE, TEXTS

import careertrack as ct
from careertrack.page import Shown
from careertrack.questions.unknowns import Question, Questions

DAY = DAYS[0]
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = {type(each) for plan in PLANS.values() for each in displays(plan, DAY)}


def of_kind(some: list[Shown]) -> dict[str, list[Shown]]:
    """Displays by their class."""
    kinds: dict[str, list[Shown]] = {}
    for each in some:
        kinds.setdefault(type(each).__name__, []).append(each)
    return kinds


HARMLESS = {
    name: [*map(Shown._repr_html_, displays(saying(plan, "x"), DAY, "x"))] for name, plan in PLANS.items()
}


def check(text: str) -> None:
    """Each display of each plan that says a text everywhere is as one that says something harmless."""
    for name, plan in PLANS.items():
        said = displays(saying(plan, text), DAY, text)

        assert len(HARMLESS[name]) == len(said)
        for harmless, each in zip(HARMLESS[name], said, strict=True):
            found = Tags(html := each._repr_html_())
            assert ([], Tags(harmless).found) == (found.faults, found.found), type(each)
            assert not CONTROLS.search(html + str(each))
            assert len(f"{each}.".splitlines()) == str(each).count("\n") + 1


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

    assert {"Action", "Actions", "Outlook", "Readiness", "Schedule", "Imported", "Exported"} <= shown


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
        each
        for plan in PLANS.values()
        for each in displays(saying(plan, secret), DAY)
        if type(each) is kind and kind not in (ct.Readiness,)  # a role's title is no person's
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


# --- Several at once -----------------------------------------------------------------------------------


def test_displays_never_clash() -> None:
    """Two of one page are whole beside each other: there is nothing that has to be unique."""
    review = PLANS["story"].review(DAY)
    tags = Tags(review.html() + review.practice.html() + review.html())

    assert [] == tags.faults


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
