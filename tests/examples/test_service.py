"""The web service of the how-to keeps plans, and says what is wrong with what it is sent."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples.service import service
from fastapi.testclient import TestClient

import careertrack as ct

APPLY = {
    "kind": "routine",
    "id": "apply",
    "on": "2026-01-05",
    "pillar": "change",
    "times": 2,
    "of": "applications",
}
DAY = {"day": "2026-01-19"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a service with one plan, ``ada``."""
    with TestClient(service(str(tmp_path))) as client:
        assert 201 == client.put("/plans/ada").status_code
        yield client


def test_a_plan_grows_and_is_reviewed(client: TestClient, tmp_path: Path) -> None:
    """Records that are posted are in the file, and in the review of a day."""
    added = client.post("/plans/ada/records", json=[APPLY])
    plan = ct.load(tmp_path / "ada.careertrack.json")

    assert (200, {"records": 1}) == (added.status_code, added.json())
    assert f'"{plan.digest}"' == added.headers["ETag"]
    assert plan.review("2026-01-19").to_dict() == client.get("/plans/ada/review", params=DAY).json()


def test_the_page_is_whole(client: TestClient) -> None:
    """The review as a page is a document of its own."""
    page = client.get("/plans/ada/review.html", params=DAY)

    assert page.headers["content-type"].startswith("text/html")
    assert page.text.startswith("<!DOCTYPE html>")


def test_actions_keep_to_the_minutes(client: TestClient) -> None:
    """What to do fits the minutes that were given."""
    client.post("/plans/ada/records", json=[APPLY])
    found = client.get("/plans/ada/actions", params={**DAY, "minutes": 60}).json()

    assert 60 == found["minutes"]
    assert 60 >= found["total"] > 0


def _told(response: Any) -> list[tuple[str, str]]:
    return [(issue["path"], issue["code"]) for issue in response.json()["detail"]]


def test_all_that_is_wrong_is_told(client: TestClient) -> None:
    """Broken fields first, each with its path; then what does not fit the plan."""
    broken = [APPLY, {"kind": "goal", "on": "2026-01-05", "title": "", "pillar": "chnge"}]
    unfit = [{"kind": "check-in", "on": "2026-01-05", "goal": "none", "value": 1}]
    answers = [client.post("/plans/ada/records", json=records) for records in (broken, unfit)]

    assert [422, 422] == [each.status_code for each in answers]
    assert [("$[1].title", "value"), ("$[1].pillar", "word")] == _told(answers[0])
    assert [("$.added[0].goal", "unknown-reference")] == _told(answers[1])
    assert 0 == len(client.get("/plans/ada/review", params=DAY).json()["wins"])


def test_nobody_overwrites_what_they_have_not_seen(client: TestClient) -> None:
    """Who says which version they saw is refused if it is another by now; so is a second beginning."""
    seen = client.post("/plans/ada/records", json=[APPLY]).headers["ETag"]
    other = {**APPLY, "id": "write"}
    answers = [
        client.post("/plans/ada/records", json=[other], headers={"If-Match": tag}) for tag in ('"old"', seen)
    ]

    assert [412, 200] == [each.status_code for each in answers]
    assert 412 == client.put("/plans/ada").status_code


def test_who_is_refused_can_read_and_try_again(client: TestClient) -> None:
    """The plan itself comes with its version, and with that the next write goes through."""
    client.post("/plans/ada/records", json=[APPLY])
    read = client.get("/plans/ada")
    again = client.post(
        "/plans/ada/records", json=[{**APPLY, "id": "write"}], headers={"If-Match": read.headers["ETag"]}
    )

    assert read.headers["content-type"].startswith("application/json")
    assert f'"{ct.loads(read.content).digest}"' == read.headers["ETag"]
    assert (200, {"records": 2}) == (again.status_code, again.json())
    assert 200 == client.post("/plans/ada/records", json=[], headers={"If-Match": "*"}).status_code


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", 400),
        (b"\xff", 400),
        (b"[" * 100_000, 400),
        (b"[" + b"1" * 5000 + b"]", 400),
        (b'{"name": NaN}', 422),
        (b'{"name": "\\ud800"}', 422),
        (b"[7]", 422),
        (b'[{"kind": "skill", "name": NaN}]', 422),
        (b'[{"kind": "\\ud800"}]', 422),
        (b"[" + b" " * 1_000_000 + b"]", 413),
    ],
)
def test_a_body_that_is_no_list_of_records(client: TestClient, body: bytes, expected: int) -> None:
    """Whatever is sent gets a status that says whose fault it is, and none of it is kept."""
    answer = client.post("/plans/ada/records", content=body)

    assert expected == answer.status_code
    assert answer.json()["detail"]
    assert [] == client.get("/plans/ada").json()["records"]


def test_a_plan_has_an_end(tmp_path: Path, client: TestClient) -> None:
    """A plan that would be too large is not taken for one that somebody else has written to."""
    large = ct.Plan("ada") + [ct.Skill(id=f"s-{n}", name="x", note="x" * 20_000) for n in range(800)]
    ct.save(large, tmp_path / "ada.careertrack.json")
    more = [{"kind": "skill", "id": f"t-{n}", "name": "x", "note": "x" * 20_000} for n in range(45)]

    assert 413 == client.post("/plans/ada/records", json=more).status_code
    assert 800 == len(ct.load(tmp_path / "ada.careertrack.json"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/plans/eve/review?day=2026-01-19", 404),
        ("/plans/eve", 404),
        ("/plans/ada/review", 422),
        ("/plans/ada/review?day=19.1.2026", 422),
        ("/plans/ada/review?day=2026-02-30", 422),
        ("/plans/ada/review?day=1768780800", 422),
        ("/plans/ada/actions?day=2026-01-19&minutes=-1", 422),
        ("/plans/ada%0A/review?day=2026-01-19", 422),
        ("/plans/..%2Fada/review?day=2026-01-19", 404),
        ("/plans/A.B/review?day=2026-01-19", 422),
    ],
)
def test_what_is_not_there(client: TestClient, path: str, expected: int) -> None:
    """No plan, no day, no name: a status that says so."""
    assert expected == client.get(path).status_code
