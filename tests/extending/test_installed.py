"""Extensions that packages offer: looked for when somebody asks, and never before."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.extending.installing import GROUP, PLUGIN, install, offered, on_the_path

import careertrack as ct
from careertrack import extending

DAY = "2026-03-01"
PLAN = ct.Plan() + [
    ct.Contact(id="grace", name="Grace Hopper"),
    ct.Capacity(on="2026-02-01", minutes=120),
    ct.Effort(on="2026-02-03", minutes=60, pillar="skills"),
    ct.Effort(on="2026-02-10", minutes=180, pillar="skills"),
]


@pytest.mark.usefixtures("plugin")
def test_the_sample_plug_in() -> None:
    """All that it offers is there, and counts: of three whole weeks half of one, one and none: 1/2."""
    found = extending.installed()
    review = PLAN.review(DAY, extensions=found)

    assert ["acme-no-link"] == [each.code for each in found.findings]
    assert ["acme-hours"] == [each.name for each in found.measures]
    assert ["acme-catalogue"] == [each.name for each in found.sources]
    assert "screening" == found.stage("phone screen")
    assert "contact grace has no link to a profile yet" in [each.message for each in review.findings]
    assert 0.5 == review.practice["skills"].value == review.practice["skills"]["acme-hours"].value
    assert ["data-lead", "data-steward"] == [each.role.id for each in found.roles("data")]


@pytest.mark.usefixtures("plugin")
def test_the_sample_at_other_times() -> None:
    """Nothing stated, no whole week since, and a week of which nothing was stated."""
    (hours,) = extending.installed("acme").measures
    stated = PLAN.without(*PLAN.of(ct.Effort))

    assert hours(ct.Plan().as_of(DAY)) is None
    for day, expected in (("2026-02-03", None), ("2026-02-08", None), ("2026-02-09", 0.0)):
        score = hours(stated.as_of(day))
        assert score is not None
        assert expected == score.value
    assert "not due: no whole week has passed yet" == hours(stated.as_of("2026-02-08")).reason  # type: ignore[union-attr]


@pytest.mark.usefixtures("plugin")
def test_some_of_them() -> None:
    """By their names, one or several; in the order of names, whatever order they are asked in."""
    assert [] == list(extending.installed("acme").sources)
    assert [] == list(extending.installed(["acme-roles"]).findings)
    assert extending.installed() == extending.installed(["acme-roles", "acme"])
    assert extending.Extensions() == extending.installed([])


@pytest.mark.usefixtures("plugin")
def test_a_name_that_is_not_there() -> None:
    """All of them, each with the nearest that is."""
    with pytest.raises(ct.InvalidValue) as caught:
        extending.installed(["acme", "acme-role", "zzz"])

    rule = f"only: must be the name of an entry point of the group {GROUP}"
    assert [f"{rule}, got 'acme-role'; did you mean \"acme-roles\"?", f"{rule}, got 'zzz'"] == [
        str(issue) for issue in caught.value.issues
    ]


def test_with_nothing_installed() -> None:
    """No extensions, which is no error."""
    assert extending.Extensions() == extending.installed()


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param("acme_gone:EXTENSIONS", ModuleNotFoundError, id="no module"),
        pytest.param("acme_careers:GONE", AttributeError, id="no such name"),
        pytest.param("acme_careers:hours", TypeError, id="a function that asks for something"),
        pytest.param("acme_careers:WEEKS", ct.InvalidValue, id="something else"),
        pytest.param("builtins:dict", ct.InvalidValue, id="a function that returns something else"),
    ],
)
def test_one_that_is_broken(
    value: str, error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong is raised with a note that names the entry point; the others can be asked for."""
    on_the_path(monkeypatch)
    install(tmp_path, monkeypatch, "acme-careers", {**offered(), "acme-worse": value})

    with pytest.raises(error) as caught:
        extending.installed()

    assert [f"in the entry point 'acme-worse' of the group {GROUP}, {value}"] == caught.value.__notes__
    assert ["acme-no-link"] == [each.code for each in extending.installed("acme").findings]


def test_what_is_no_extensions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what came."""
    install(tmp_path, monkeypatch, "acme-careers", {"acme": "builtins:dict"})

    with pytest.raises(ct.InvalidValue) as caught:
        extending.installed()

    expected = f"{GROUP}[acme]: must be an Extensions, or a function that returns one, got a dict of 0"
    assert [expected] == [str(issue) for issue in caught.value.issues]


def test_two_packages_that_contradict_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is chosen; one of them can be asked for by its name."""
    on_the_path(monkeypatch)
    install(tmp_path, monkeypatch, "acme-careers", offered())
    (tmp_path / "zeta.py").write_text(
        "from careertrack.extending import Extensions\n"
        "EXTENSIONS = Extensions(stages={'phone screen': 'applied'})\n",
        encoding="utf-8",
    )
    install(tmp_path, monkeypatch, "zeta", {"zeta": "zeta:EXTENSIONS"})

    with pytest.raises(ct.InvalidValue, match="must be what is said of it elsewhere, 'screening'"):
        extending.installed()
    assert "applied" == extending.installed("zeta").stage("Phone screen")


def test_nothing_is_loaded_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an import nor a review looks for entry points; only being asked does."""
    install(tmp_path, monkeypatch, "acme-careers", offered())
    source = f"""
import sys
sys.path[:0] = [{str(tmp_path)!r}, {str(PLUGIN / "src")!r}]
import careertrack as ct
from careertrack import extending
str(ct.Plan().review("2026-03-01"))
print("importlib.metadata" in sys.modules, "acme_careers" in sys.modules)
extending.installed()
print("acme_careers" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, text=True).stdout

    assert ["False False", "True"] == said.splitlines()


@pytest.mark.usefixtures("plugin")
def test_onet_as_a_source(project_root: Path) -> None:
    """A download that is read already fits as a source, which the sample shows."""
    from acme_careers.roles import catalogue, onet_source  # type: ignore[import-not-found]

    sources = extending.Extensions(roles=[catalogue, onet_source(project_root / "examples/data/onet")])

    assert [
        ("acme-catalogue", "data-lead"),
        ("acme-catalogue", "data-steward"),
        ("onet", "data-scientists"),
    ] == [(found.source, found.role.id) for found in sources.roles("data")]
