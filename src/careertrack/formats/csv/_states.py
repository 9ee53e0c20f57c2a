"""What people call the states of an application, and the stage that each one is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from unicodedata import combining, normalize

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.records.moves import STAGES
from careertrack.vocabulary import Stage

States = Mapping[str, Stage | tuple[Stage, str]]

_WORD: Final = re.compile(r"[^\W_]+")
_DOTLESS: Final = {ord("ı"): "i"}


class State(NamedTuple):
    """A stage, and the label that tells it from others of that stage; none for the stage itself."""

    stage: Stage
    label: str | None = None


def folded_state(text: str) -> str:
    """A state as it is compared: small letters without accents, words apart by one blank.

    >>> folded_state("Uygun_Değil"), folded_state("IŞE ALINDI"), folded_state("**Phone-Screen**")
    ('uygun degil', 'ise alindi', 'phone screen')
    """
    plain = normalize("NFKD", text.casefold().translate(_DOTLESS))
    return " ".join(_WORD.findall("".join(letter for letter in plain if not combining(letter))))


# English as trackers have it; Spanish and Turkish as the public states of career-ops have them.
# A state of the same meaning in all languages stands together, the label first.
_ALIASES: Final[Mapping[Stage, Mapping[str, str]]] = {
    "lead": {
        "": "lead, saved, bookmarked, wishlist, interested, prospect, new, idea, to do",
        "to apply": "to apply, not applied, not yet applied, planned, preparing, draft",
        "evaluated": "evaluated, evaluada, evaluar, degerlendirildi, verificar, condicional, considering,"
        " researching, under consideration",
        "on hold": "hold, on hold",
    },
    "applied": {
        "": "applied, sent, submitted, application sent, application submitted, aplicado, aplicada,"
        " enviada, basvuruldu",
        "waiting": "waiting, pending, awaiting response, waiting for response, in review, under review",
        "followed up": "follow up, followed up",
        "no response": "no response, no reply, no answer, ghosted",
    },
    "screening": {
        "": "screening, screen",
        "responded": "responded, response received, replied, contacted, respondido, yanit verildi",
        "phone screen": "phone screen, phone screening, phone call, phone interview, recruiter screen,"
        " recruiter call, hr screen, hr call",
        "assessment": "assessment, online assessment, test, coding test, take home, take home test,"
        " challenge",
    },
    "interviewing": {
        "": "interviewing, interview, interviews, interviewed, entrevista, mulakat",
        "interview scheduled": "interview scheduled, scheduled",
        "first round": "first round, first interview, 1st round, 1st interview",
        "second round": "second round, second interview, 2nd round, 2nd interview",
        "third round": "third round, third interview, 3rd round, 3rd interview",
        "technical interview": "technical interview, technical",
        "on site": "on site, onsite, on site interview, onsite interview",
        "final round": "final round, final interview",
    },
    "offer": {
        "": "offer, offered, offer received, offer extended, job offer, oferta, teklif",
        "negotiating": "negotiating, negotiation",
    },
    "accepted": {
        "": "accepted, accept, offer accepted, kabul edildi",
        "hired": "hired, signed, contratado, contratada, ise alindi",
    },
    "declined": {"": "declined, offer declined, declined offer, turned down"},
    "rejected": {
        "": "rejected, rejection, not selected, unsuccessful, denied, rechazado, rechazada, reddedildi",
    },
    "withdrawn": {
        "": "withdrawn, withdrew, withdraw",
        "discarded": "discarded, dropped, not interested, no longer interested, descartado, descartada,"
        " cancelada, iptal edildi, cancelled, canceled",
        "closed": "closed, expired, position closed, job closed, cerrada",
        "skipped": "skip, skipped, monitor, geo blocker, no aplicar, uygun degil, not a fit, does not fit",
    },
}

STATES: Final[Mapping[str, State]] = {
    alias: State(stage, label or None)
    for stage, labels in _ALIASES.items()
    for label, aliases in labels.items()
    for alias in aliases.split(", ")
}


def known_states(more: Any) -> dict[str, State]:
    """Every alias that is known, a caller's own put before the others.

    Args:
        more: The caller's, which are looked at: of type `States`, or none.

    Raises:
        InvalidValue: If one of the caller's is no state, or means no stage.
    """
    more = {} if more is None else more
    if not isinstance(more, Mapping):
        rule = "stages by state, such as {'trial day': 'interviewing'}"
        raise InvalidValue([Issue("states", "value", {"rule": rule, "got": shown(more)})])
    broken = [issue for alias, meant in more.items() for issue in _faults(alias, meant)]
    if broken:
        raise InvalidValue(broken)
    return {**STATES, **{folded_state(alias): State(*_parts(meant)) for alias, meant in more.items()}}


def _parts(meant: Any) -> Any:
    """A stage alone, or with its label, as parts of a `State`."""
    return [meant] if isinstance(meant, str) else meant


def _faults(alias: object, meant: object) -> Iterator[Issue]:
    """What is wrong with one state of a caller's."""
    at = f"states[{shown(alias)}]"
    if not isinstance(alias, str):
        yield Issue(at, "value", {"rule": "the name of a state", "got": shown(alias)})
        return
    match _parts(meant):
        case [str() as stage] | [str() as stage, str()]:
            if stage not in STAGES:
                facts = {"rule": f"one of {', '.join(STAGES)}", "got": shown(stage)}
                yield Issue(at, "value", {**facts, "near": nearest(stage, STAGES)})
        case _:
            yield Issue(at, "value", {"rule": "a stage, or a stage and a label", "got": shown(meant)})


def listed() -> Iterable[tuple[Stage, str, list[str]]]:
    """Every stage and label with its aliases, for the page that shows them."""
    for stage, labels in _ALIASES.items():
        for label, aliases in labels.items():
            yield stage, label, aliases.split(", ")
