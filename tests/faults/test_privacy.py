"""Nothing personal is in a `repr`, a log line or an exception, whatever goes wrong."""

import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.faults.documents import document, everything

import careertrack as ct
from careertrack import document as documents

SECRETS = {
    "name": "Grace Hopper",
    "email": "grace@example.org",
    "phone": "+1 555 0100",
    "link": "https://people.example/grace",
    "organization": "Initech Holding",
    "title": "Rear Admiral",
    "note": "afraid of heights",
    "extra": "likes chess",
    "what": "Confess the outage",
    "lesson": "never on Fridays",
    "advice": "leave him out of it",
    "sent": "CV without the gap",
    "owner": "Ada Byron",
}
PERSON: dict[str, Any] = {
    "kind": "contact",
    "id": "grace",
    "name": SECRETS["name"],
    "organization": SECRETS["organization"],
    "title": SECRETS["title"],
    "emails": [SECRETS["email"]],
    "phones": [SECRETS["phone"]],
    "links": [SECRETS["link"]],
    "note": SECRETS["note"],
    "extra": {"acme": {SECRETS["extra"]: SECRETS["extra"]}},
}
MOVE = {"kind": "transition", "id": "move", "on": "2026-01-05"}
OTHERS: list[dict[str, Any]] = [
    {
        "kind": "conversation",
        "id": "talk",
        "on": "2026-01-05",
        "contacts": ["grace"],
        "advice": SECRETS["advice"],
    },
    {"kind": "commitment", "id": "tell", "on": "2026-01-05", "what": SECRETS["what"], "to": "grace"},
    {
        "kind": "setback",
        "id": "fall",
        "on": "2026-01-05",
        "what": SECRETS["what"],
        "lesson": SECRETS["lesson"],
    },
    {"kind": "step", "on": "2026-01-05", "transition": "move", "stage": "lead", "sent": SECRETS["sent"]},
]
ALL = [PERSON, MOVE, *OTHERS]


def plan() -> ct.Plan:
    """A plan full of secrets."""
    return ct.loads(document(*ALL, owner=SECRETS["owner"]))


def person(**fields: Any) -> Any:
    """The contact of that plan, with some fields changed."""
    return ct.from_dict({**PERSON, **fields})


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and all that it came from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def leaks(text: str) -> list[str]:
    """The secrets that a text gives away, by name; also in another spelling."""
    return [name for name, secret in SECRETS.items() if secret.lower()[:12] in text.lower()]


def said(error: BaseException) -> str:
    """Everything that an error says to anybody who looks."""
    texts = ["".join(traceback.format_exception(error))]
    for each in chain(error):
        texts += [str(each), repr(each), repr(each.args), repr(vars(each)), *getattr(each, "__notes__", [])]
        for issue in getattr(each, "issues", ()):
            texts += [repr(issue), str(issue), issue.hint, json.dumps(issue.to_dict(), default=repr)]
    return "\n".join(texts)


LONG = SECRETS["note"] * 5_000
SECRET = SECRETS["email"]

BROKEN: dict[str, dict[str, Any]] = {
    "a name too long": {"name": SECRETS["name"] * 100},
    "a name that is not whole": {"name": SECRETS["name"] + "\ud800"},
    "a name with U+0000": {"name": SECRETS["name"] + "\0"},
    "a name in a list": {"name": [SECRETS["name"]]},
    "a name for an id": {"id": SECRETS["name"]},
    "an address for an id": {"id": SECRETS["email"]},
    "a name for a reference": {"introduced_by": SECRETS["name"]},
    "a name for an event": {"met_at": {"name": SECRETS["name"]}},
    "one address for a list": {"emails": SECRETS["email"]},
    "an address twice": {"emails": [SECRETS["email"], "x", SECRETS["email"]]},
    "a phone twice": {"phones": [SECRETS["phone"]] * 2},
    "a link twice": {"links": [SECRETS["link"]] * 2},
    "addresses by name": {"emails": {"work": SECRETS["email"]}},
    "an address that is not whole": {"emails": [SECRETS["email"] + "\udfff", 7]},
    "a phone that is too long": {"phones": [SECRETS["phone"] * 50]},
    "a note too long": {"note": LONG},
    "no note": {"note": [SECRETS["note"]]},
    "extra by no namespace": {"extra": {SECRETS["name"]: SECRETS["name"]}},
    "extra that is no object": {"extra": SECRETS["extra"]},
    "extra that is no number": {"extra": {"acme": {SECRETS["extra"]: float("nan")}}},
    "an organization too long": {"organization": SECRETS["organization"] * 100},
    "a title of no sort": {"title": {SECRETS["title"]: 1}},
    "an unknown field": {"birthday": SECRETS["name"]},
    "a misspelt field": {"emial": SECRETS["email"]},
    "another field": {"trust": 9},
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_contact(broken: str) -> None:
    """However a contact is broken, the fault does not say who it is."""
    fields = {**PERSON, **BROKEN[broken]}
    kinds = [
        lambda: ct.Contact(**{name: value for name, value in fields.items() if name != "kind"}),
        lambda: ct.from_dict(fields),
        lambda: ct.loads(document(fields)),
        lambda: ct.loads(document(fields, version="1.9", x=fields)),
        lambda: person().evolve(**BROKEN[broken]),
        lambda: plan().revise(ct.Contact, "grace", on="2026-02-01", **BROKEN[broken]),
        lambda: plan().add(ct.Contact(**BROKEN[broken])),
    ]
    for attempt in kinds:
        told = ""
        try:
            attempt()
        except ct.CareertrackError as error:
            told = said(error)

        assert told or broken in ("an unknown field", "a misspelt field")  # which a newer version may bring
        assert [] == leaks(told)
    found = ct.issues(fields)

    assert found
    assert [] == leaks("\n".join(f"{issue!r} {issue} {issue.to_dict()}" for issue in found))


@pytest.mark.parametrize("record", OTHERS, ids=lambda record: record["kind"])
@pytest.mark.parametrize("wrong", ["", "\0", "x" * 30_000, None])
def test_what_is_said_in_confidence(record: dict[str, Any], wrong: str | None) -> None:
    """What people said, promised or went through stays out of faults."""
    secret = next(name for name, value in record.items() if value in SECRETS.values())
    for broken in (
        {**record, "note": SECRETS["note"], "extra": {"acme": SECRETS["extra"], "A": 1}, "minutes": -1},
        {**record, secret: record[secret] + wrong if wrong else [record[secret]]},
        {**record, "on": "x"},
    ):
        found = ct.issues(broken)

        assert found
        assert [] == leaks("\n".join(f"{issue!r} {issue} {issue.to_dict()}" for issue in found))


def newer(*records: Any) -> ct.Plan:
    """A plan of a newer version."""
    return ct.loads(document(*records, version="1.9", owner=SECRETS["owner"], who=SECRETS["name"]))


def migrate(data: dict[str, Any]) -> dict[str, Any]:
    """A migration that stumbles over what it reads."""
    return {"records": [data[data["owner"]]]}


TEXT = json.dumps({"careertrack": "1.0", "owner": SECRETS["owner"], "records": ALL})

ATTEMPTS: dict[str, Callable[[], object]] = {
    "by place": lambda: ct.Contact(SECRETS["name"]),  # type: ignore[misc]
    "no id": lambda: ct.Contact(name=SECRETS["name"]),  # type: ignore[call-arg]
    "an owner that is none": lambda: ct.Plan(owner=SECRETS["owner"] * 100),
    "an owner of no sort": lambda: ct.Plan(owner=[SECRETS["owner"]]),  # type: ignore[arg-type]
    "no record": lambda: ct.Plan().add(SECRETS["name"]),  # type: ignore[arg-type]
    "no records": lambda: ct.Plan().add([PERSON]),  # type: ignore[list-item]
    "a conflict": lambda: plan().add(person(name="Somebody else", note=SECRETS["note"] + "!")),
    "a conflict of promises": lambda: plan().add(ct.from_dict({**OTHERS[1], "what": "x"})),
    "a merge of two owners": lambda: plan().merge(ct.Plan("Eve")),
    "a merge of two opinions": lambda: plan().merge(
        ct.Plan(SECRETS["owner"], [person(note=SECRETS["note"] * 2)])
    ),
    "a dangling reference": lambda: ct.Plan().add(*map(ct.from_dict, OTHERS)),
    "introduced in a circle": lambda: plan().add(
        person(id="a", introduced_by="b"), person(id="b", introduced_by="a")
    ),
    "in use": lambda: plan().without(ct.Contact, "grace"),
    "not there": lambda: plan().without(person(id="other")),
    "not there, by name": lambda: plan().without(ct.Contact, SECRETS["name"]),
    "no such contact": lambda: plan().get(ct.Contact, SECRETS["name"]),
    "no such contact on a day": lambda: plan().as_of("2026-01-05").contacts[SECRETS["email"]],
    "a revision of nobody": lambda: plan().revise(ct.Contact, SECRETS["name"], on="2026-02-01", trust=1),
    "a name for a new id": lambda: plan().rename(ct.Contact, "grace", SECRETS["name"]),
    "a name for an old id": lambda: plan().rename(ct.Contact, SECRETS["name"], "grace"),
    "a replacement of another": lambda: plan().replace(person(id="other"), person()),
    "a replacement that does not fit": lambda: plan().replace(person(), person(id="other")),
    "a record of a newer version": lambda: plan().add(newer({**PERSON, "id": "new", "address": "x"}).records),
    "cut short": lambda: ct.loads(TEXT[:-5]),
    "cut short in a name": lambda: ct.loads(TEXT[: TEXT.index(SECRETS["name"]) + 12]),
    "text after the end": lambda: ct.loads(TEXT + SECRETS["name"]),
    "only a name": lambda: ct.loads(SECRETS["name"]),
    "in a name": lambda: ct.loads(TEXT.encode().replace(b"Hopper", b"Hopper\xff")),
    "in another encoding": lambda: ct.loads(TEXT.encode("utf-16")),
    "twice": lambda: ct.loads(TEXT.replace('"emails": ', f'"emails": ["{SECRET}"], "emails": ')),
    "too deep": lambda: ct.loads(TEXT.replace(f'"{SECRET}"', "[" * 90 + f'"{SECRET}"' + "]" * 90)),
    "very deep": lambda: ct.loads("[" * 100_000 + TEXT),
    "too many digits": lambda: ct.loads(TEXT.replace(f'"{SECRET}"', "9" * 5_000)),
    "too large": lambda: ct.loads(TEXT + " " * 2**24),
    "another version": lambda: ct.loads(TEXT.replace("1.0", "2.0")),
    "a migration that fails": lambda: documents.read(TEXT.replace("1.0", "0.1"), {0: migrate}),
    "a newer document": lambda: newer({**PERSON, "trust": 9}, {"kind": "mood", "of": SECRETS["name"] + "\0"}),
    "a newer field that is none": lambda: newer({**PERSON, "address": SECRETS["name"] + "\0"}),
    "a record for a version": lambda: ct.loads(json.dumps({"careertrack": PERSON, "records": []})),
    "a record for a kind": lambda: ct.loads(document({"kind": PERSON})),
    "a record for records": lambda: ct.loads(json.dumps({"careertrack": "1.0", "records": PERSON})),
    "an unknown part of the document": lambda: ct.loads(document(people=[PERSON])),
    "a folder for a file": lambda: ct.save(plan(), "/"),
    "another digest": lambda: ct.save(plan(), __file__, expecting="0" * 64),
    "no JSON in other programs' JSON": lambda: ct.JsonObject({"acme": {SECRETS["extra"], 1}}),
    "a change of a record": lambda: setattr(person(), "name", SECRETS["name"]),
    "a change of a plan": lambda: setattr(plan(), "owner", SECRETS["name"]),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_failure_tells_nothing_personal(attempt: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever fails, neither the error, nor what it came from, nor a log gives anybody away."""
    caplog.set_level(logging.DEBUG)
    with pytest.raises((ct.CareertrackError, KeyError, OSError, AttributeError)) as caught:
        ATTEMPTS[attempt]()

    assert [] == leaks(said_but_for_sources(caught.value))
    assert [caught.value] == list(chain(caught.value))
    assert [] == caplog.records


def said_but_for_sources(error: BaseException) -> str:
    """What an error says; without the lines of this very file, which has the secrets in it."""
    return "\n".join(line for line in said(error).splitlines() if "SECRETS" not in line)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_failure_travels(attempt: str) -> None:
    """An error of this library comes out of a pickle as it went in."""
    with pytest.raises((ct.CareertrackError, KeyError, OSError, AttributeError)) as caught:
        ATTEMPTS[attempt]()
    if not isinstance(caught.value, ct.CareertrackError):
        return
    again = pickle.loads(pickle.dumps(caught.value))

    assert (type(caught.value), str(caught.value)) == (type(again), str(again))
    assert getattr(caught.value, "issues", None) == getattr(again, "issues", None)


def test_no_repr_is_personal() -> None:
    """No `repr` of a record, a plan, a day or anything derived on it gives anybody away."""
    whole = plan()
    day = whole.as_of("2026-03-01")
    shown = [
        whole,
        whole.records,
        whole._document,
        whole._ledger,
        day,
        day.review(),
        day.findings(),
        *(getattr(day, name) for name in dir(day) if not name.startswith("_")),
        *day.contacts.values(),
        *day.commitments.values(),
        *day.setbacks.values(),
        *day.transitions.values(),
        newer({**PERSON, "address": SECRETS["name"]}, {"kind": "mood", "of": SECRETS["name"]}),
        newer({**PERSON, "address": SECRETS["name"]}, {"kind": "mood", "of": SECRETS["name"]}).records,
        ct.Plan.collect([*whole.records, person(name="x")]),
        person().extra,
    ]

    assert [] == leaks("\n".join(map(repr, shown)))


def test_findings_and_explanations_are_not_personal() -> None:
    """The sentences of a review name people by their ids."""
    data = everything()
    review = ct.loads(json.dumps(data)).review("2026-03-01")
    texts = [str(review), review.explain(), *map(str, review.findings)]

    assert not any("Hopper" in text or "grace@example.org" in text for text in texts)


def test_secrets_are_seen() -> None:
    """What these tests look for would be found."""
    assert sorted(SECRETS) == sorted(leaks(TEXT + json.dumps(SECRETS)))
    assert ["name"] == leaks(said(KeyError("grace hopper")))


def test_a_name_is_no_id_of_others() -> None:
    """Where no person is meant, what was given is shown, so that it can be mended."""
    with pytest.raises(ct.InvalidValue, match="got 'SQL Server'"):
        ct.Assessment(on="2026-01-09", skill="SQL Server", level=3)
