"""A bad value costs itself alone."""

import careertrack as ct
from careertrack.errors import Issue
from careertrack.formats.making import made_of


def make(**fields: object) -> tuple[ct.Contact | None, list[str]]:
    """The contact that some fields give, and which of them are told."""
    told: list[str] = []

    def tell(field: str, issue: Issue) -> None:
        told.append(f"{field}: {issue.code}")

    return made_of(ct.Contact, {"id": "a", **fields}, tell), told


def test_good_values() -> None:
    """Good values are kept, and blank ones are none."""
    assert (ct.Contact(id="a", name="A"), []) == make(name="A", title="", emails=(), trust=None)


def test_bad_values() -> None:
    """The record is made without what its fields do not take."""
    assert (ct.Contact(id="a", name="A"), ["title: value", "trust: value"]) == make(
        name="A", title=501 * "x", trust=9
    )


def test_bad_items() -> None:
    """Of a list the good items stay, and nothing where there is none or the list itself is bad."""
    long = 321 * "x"

    assert (ct.Contact(id="a", name="A", emails=["b", "c"]), ["emails: value"] * 2) == make(
        name="A", emails=(long, "b", long, "c")
    )
    assert (ct.Contact(id="a", name="A"), ["emails: value"]) == make(name="A", emails=[long])
    assert (ct.Contact(id="a", name="A"), ["phones: repeated"]) == make(name="A", phones=["1", "1"])


def test_a_record_that_cannot_be() -> None:
    """Without a value that it needs there is no record."""
    assert (None, ["name: value"]) == make(name=501 * "x")
    assert (None, ["name: missing"]) == make(title="x")
