"""What holds for every plot: axes, figures, styles, text, and a library that may be missing."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot
from matplotlib.font_manager import FontProperties, findfont, get_font
from tests.plots.drawing import DRAWINGS, STORY, rendered, some_axes, texts

import careertrack as ct
from careertrack import plots
from careertrack.page.words import plain
from careertrack.plots._style import legible
from careertrack.strategies import plans

DAY = date(2026, 6, 22)
LANTERN = ct.Organization(name="Lantern")
HOSTILE = (
    r"$\frac{",
    "$$",
    "_private",
    "a $5 to $10 rate",
    r"\textbf{x} % & #",
    "new\nline\ttab",
    "日本語の目標",
    "🚀 up",
    "\x1b[2J",
    "\u202eback",
    "x" * 500,
    "a\u0301\u200d",
)

TITLED = ("burn_up", "network", "skill_gaps")
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
DEJAVU = get_font(findfont(FontProperties(family="DejaVu Sans")))
SIGNS = {chr(point) for point in DEJAVU.get_charmap()}
plot = pytest.mark.parametrize("name", sorted(plots.__all__))


@plot
def test_axes_that_are_given_come_back(name: str) -> None:
    """A plot draws in the axes that it is given, and pyplot hears nothing of it."""
    ax = some_axes()

    assert ax is DRAWINGS[name](STORY + LANTERN, DAY, ax=ax)
    assert [] == pyplot.get_fignums()
    assert ax.get_title() or ax.texts


@plot
def test_a_figure_is_made(name: str) -> None:
    """Without axes there is a new figure of pyplot's, as a notebook expects."""
    ax = DRAWINGS[name](STORY + LANTERN, DAY)

    assert [1] == pyplot.get_fignums()
    assert ax is pyplot.gca()


@plot
def test_a_missing_library(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Matplotlib the error says which extra brings it."""
    plan = STORY + LANTERN
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(ct.MissingExtra, match=r"careertrack\[plots\]") as caught:
        DRAWINGS[name](plan, DAY)
    assert ("plots", "matplotlib") == (caught.value.extra, caught.value.library)


def test_importing_draws_nothing() -> None:
    """Importing the plots imports no Matplotlib, and no numpy."""
    source = "import sys, careertrack.plots; print({'matplotlib', 'numpy'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, text=True)

    assert "set()" == said.stdout.strip()


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: plots.burn_up(STORY, "goal"), "now: must be a day of a plan"),
        (lambda: plots.effort_calendar(STORY), "now: must be a day of a plan"),
        (lambda: plots.funnel(STORY.review(DAY)), "now: must be a day of a plan"),
        (lambda: plots.network(STORY, "Lantern"), "now: must be a day of a plan"),
        (lambda: plots.skill_gaps(STORY, "data-analyst"), "now: must be a day of a plan"),
        (lambda: plots.history([DAY]), "history: must be a history, as plan.history"),
        (lambda: plots.pillar_profile(STORY.as_of(DAY)), "review: must be a review, as plan.review"),
        (lambda: plots.runway(STORY.as_of(DAY)), "review: must be a review, as plan.review"),
    ],
)
def test_what_is_given_is_checked(draw: object, message: str) -> None:
    """A plan, where one of its answers is asked for, is refused with words that help."""
    with pytest.raises(ct.InvalidValue, match=message):
        draw()
    assert [] == pyplot.get_fignums()


# --- Styles ------------------------------------------------------------------------------------


@plot
@pytest.mark.parametrize("style", ["default", "dark_background", "ggplot", "grayscale"])
def test_texts_have_the_colour_of_the_style(name: str, style: str) -> None:
    """What is written has the style's own colour, so that it can be read on its background."""
    with pyplot.style.context(style):
        ax = DRAWINGS[name](STORY + LANTERN, DAY)
        rendered(ax)

        assert {pyplot.rcParams["text.color"]} == {text.get_color() for text in [*ax.texts, ax.title]}


@plot
def test_a_title_of_ones_own(name: str) -> None:
    """A title set afterwards takes the place of the plot's."""
    ax = DRAWINGS[name](STORY + LANTERN, DAY, ax=some_axes())
    ax.set_title("mine")

    assert ("mine", "", "") == (ax.get_title(), ax.get_title("left"), ax.get_title("right"))


# --- Nothing to draw ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("burn_up", "No check-in has a value"),
        ("effort_calendar", "No effort is on record"),
        ("funnel", "No move is on record"),
        ("history", "Nothing was set out by these days"),
        ("network", "Nobody you know of is or was there"),
        ("pillar_profile", "There is nothing to judge"),
        ("runway", "not stated"),
        ("skill_gaps", "No skill is on record"),
    ],
)
def test_nothing_to_draw(name: str, words: str) -> None:
    """Where nothing is on record, words stand in the axes, and nothing is raised."""
    plan = ct.Plan() + [LANTERN, ct.Role(title="Lead"), ct.Goal(on=DAY, title="Rest", pillar="change")]
    plan = plan if name in ("burn_up", "network", "skill_gaps") else ct.Plan()
    ax = DRAWINGS[name](plan, DAY, ax=some_axes())

    assert rendered(ax)
    assert words in " ".join(texts(ax)).replace("\n", " ")


# --- Text of records ---------------------------------------------------------------------------


def told(text: str) -> ct.Plan:
    """A plan whose every title and name is one text."""
    return ct.Plan() + [
        ct.Organization(id="lantern", name="Lantern", aliases=[text]),
        ct.Contact(id="ada", name=text, title=text, organization="Lantern"),
        ct.Skill(id="skill", name=text),
        ct.Role(id="role", title=text, requires=[ct.Requirement(skill="skill", level=4)]),
        ct.Goal(
            id="goal", on="2026-01-05", title=text, unit=text, pillar="change", target=4, due="2026-07-01"
        ),
        ct.CheckIn(on="2026-02-01", goal="goal", value=1),
    ]


@settings(max_examples=10)
@given(text=st.sampled_from(HOSTILE) | TEXT)
@pytest.mark.parametrize("name", TITLED)
def test_any_text_is_drawn(name: str, text: str) -> None:
    """Whatever a title says, it is drawn, and nothing warns."""
    assert rendered(DRAWINGS[name](told(text), DAY, ax=some_axes()))


@pytest.mark.parametrize("name", TITLED)
def test_no_text_is_read_as_a_formula(name: str) -> None:
    """What a record says is neither mathematics nor TeX, even where the style has all text set by TeX."""
    with pyplot.style.context({"text.usetex": True, "text.parse_math": True}):
        ax = DRAWINGS[name](told("$x$"), DAY, ax=some_axes())
    written = [*ax.texts, ax.title, ax.yaxis.label, *ax.get_yticklabels()]
    shown = [text for text in written if "$x$" in text.get_text()]
    keyed = ax.get_legend().get_texts()  # of the library's own words, some have a "%"

    assert shown
    assert {(False, False)} == {(text.get_parse_math(), text.get_usetex()) for text in [*shown, *keyed]}


@pytest.mark.parametrize("text", ["plain", r"$\frac{", "_private", "a $5 to $10 rate", r"\textbf{x} % & #"])
def test_the_text_is_the_one_that_was_given(text: str) -> None:
    """A text that the font can draw stands there letter by letter."""
    burn_up, network, gaps = (
        DRAWINGS[name](told(text), DAY, ax=some_axes()) for name in ("burn_up", "network", "skill_gaps")
    )

    assert f"{text}, on 2026-06-22" == burn_up.get_title().partition("\n")[0]
    assert text == burn_up.get_ylabel()
    assert [text, text] == [each for each in texts(network) if each == text]
    assert [text] == [label.get_text() for label in gaps.get_yticklabels()]
    assert f"Skills for {text} on 2026-06-22" == gaps.get_title()


@given(TEXT)
def test_what_the_font_cannot_draw_is_escaped(text: str) -> None:
    """Of any text a line is left that the font can draw, no longer than there is room for."""
    line = legible(text, 40)

    assert len(line) <= 40
    assert set(line) <= SIGNS


@given(st.text(sorted(SIGNS - set(" \N{NO-BREAK SPACE}")), max_size=30).map(lambda text: f"<{text}>"))
def test_what_the_font_can_draw_is_left(text: str) -> None:
    """A text of one line that the font can draw, and that fits, is shown as it is."""
    assert plain(text) == legible(text)


def test_a_font_that_has_the_signs() -> None:
    """With a font that can draw them, signs stand as they are; those in use are asked, in their order."""
    with pyplot.style.context({"font.family": ["No Such Font", "STIXGeneral"]}):
        stix = legible("\N{DOUBLE-STRUCK CAPITAL R} \N{GEORGIAN LETTER AN}")
    with pyplot.style.context({"font.family": ["No Such Font"]}):
        none_there = legible("\N{GREEK SMALL LETTER ALPHA} \N{HIRAGANA LETTER A}")

    assert "\N{DOUBLE-STRUCK CAPITAL R} \\u10d0" == stix
    assert "\N{GREEK SMALL LETTER ALPHA} \\u3042" == none_there


# --- Any plan ----------------------------------------------------------------------------------


@settings(max_examples=10)
@given(plan=plans(), data=st.data())
@pytest.mark.parametrize("name", sorted(set(plots.__all__) - {"network"}))
def test_any_plan_is_drawn(name: str, plan: ct.Plan, data: st.DataObject) -> None:
    """Whatever a plan holds, on whatever day, each plot is drawn and nothing warns."""
    days = [record.on for record in plan if record.on is not None]
    day = data.draw(st.sampled_from(days) | st.dates() if days else st.dates())
    role = ct.Role(id="zz-role", title="Role")
    goal = ct.Goal(id="zz-goal", on=date.min, title="Goal", pillar="change")

    assert rendered(DRAWINGS[name](plan + [role, goal], day, ax=some_axes()))
