"""Applications from a spreadsheet: moves, and the stages that they have entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

import attrs

from careertrack.errors import nearest
from careertrack.formats.csv._sheet import Headings, Sheet, word
from careertrack.formats.csv._states import State, folded_state
from careertrack.formats.desk import Desk
from careertrack.formats.ids import made_id, short_hash
from careertrack.formats.people import plain_url
from careertrack.formats.postings import names_of, postings
from careertrack.formats.tables import Row
from careertrack.naming import folded
from careertrack.records.moves import Step, Transition
from careertrack.vocabulary import Stage

MOVES: Final = Headings.of(
    {
        "id": "id",
        "organization": "company(?: name)?|organi[sz]ation|employer|firm",
        "title": "(?:job |role )?title|position|role|job|vacancy|opening",
        "state": "(?:application )?status|state|stage|outcome|result",
        "on": "date|day|on|last (?:update|updated|change|activity)|updated(?: on)?|date updated|"
        "(?:status|stage) (?:date|on)|(?:status|stage) since",
        "found": "date (?:added|saved|found)|(?:added|saved|found)(?: on)?|saved date",
        "applied": "date (?:applied|submitted|of application)|applied(?: on| at| date)?|application date|"
        "submitted(?: on)?",
        "closes": "(?:application )?deadline|closing date|closes|apply by",
        "link": "url|link|(?:job )?posting(?: url| link)?|job (?:url|link|ad)|listing",
        "location": "location|city|place",
        "channel": "channel|source|via|found (?:via|through|at)|job board|platform",
        "sent": "(?:cv|resume)(?: version| sent| name)?",
        "note": "notes?|comments?|remarks?",
    },
    any_of=("organization", "title"),
    days=("on", "found", "applied", "closes"),
)
_DAYS: Final = ("on", "applied", "found")


class Entered(NamedTuple):
    """A stage that a move has entered, the day, and whether the row would say what came later."""

    state: State
    on: date
    tracked: bool


class Seen(NamedTuple):
    """A move as one row has it."""

    row: Row
    organization: str
    title: str
    url: str
    entered: tuple[Entered, ...]


@attrs.define
class Moves:
    """Where rows become moves.

    Args:
        desk: Where they are kept.
        sheet: The spreadsheet.
        states: The states that are known, by alias.
        held: Moves of the plan that is imported into.
        steps: Their steps.
    """

    desk: Desk
    sheet: Sheet
    states: Mapping[str, State]
    held: Sequence[Transition]
    steps: Sequence[Step]
    _ids: set[str] = attrs.field(factory=set, init=False)
    _links: dict[str, str] = attrs.field(factory=dict, init=False)
    _names: dict[tuple[str, str], dict[str, Transition]] = attrs.field(factory=dict, init=False)
    _steps: dict[tuple[str, Stage, date], str | None] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for each in self.held:
            self._ids.add(each.id)
            if each.link is not None:
                self._links[plain_url(each.link)] = each.id
            names = folded(each.organization or ""), folded(each.title or "")
            self._names.setdefault(names, {})[each.id] = each
        self._steps = {(each.transition, each.stage, each.on): each.id for each in self.steps}

    def make(self) -> None:
        """Make a transition of each posting, and a step of each stage that a row has a day for."""
        seen = [found for row in self.sheet.rows if (found := self._seen(row)) is not None]
        for group in postings(seen):
            self._transition(group)

    def _seen(self, row: Row) -> Seen | None:
        """What a row tells of a move; none where that is not enough for one, which is reported."""
        sheet = self.sheet
        organization, title = sheet.cell(row, "organization"), sheet.cell(row, "title")
        if not organization and not title:
            column = sheet.column("title" if "title" in sheet.columns else "organization")
            row.report(self.desk.report, "no-name", "names neither a company nor a title", column)
            return None
        entered = self._entered(row)
        return Seen(row, organization, title, sheet.cell(row, "link"), entered) if entered else None

    # --- Stages and their days ---------------------------------------------------------------------

    def _entered(self, row: Row) -> tuple[Entered, ...]:
        """The stages that have a day of their own, and the one that the row is in."""
        days = {field: self._day(row, field) for field in _DAYS}
        written = self.sheet.cell(row, "state")
        state = self._state(row, written) if written else None
        last = max(filter(None, days.values()), default=None)
        if last is None:
            self._report_no_day(row)
        if last is None or (written and state is None):
            return ()
        own: dict[Stage, date | None] = {"lead": days["found"], "applied": days["applied"]}
        # Where no state is written the days tell it, and nobody knows what came later.
        now = state or State("applied" if days["applied"] is not None else "lead")
        before = [
            Entered(State(stage), day, state is not None)
            for stage, day in own.items()
            if day is not None and stage != now.stage
        ]
        return (*before, Entered(now, own.get(now.stage) or days["on"] or last, state is not None))

    def _day(self, row: Row, field: str) -> date | None:
        return self.desk.day(row, self.sheet.column(field, row)) if self.sheet.cell(row, field) else None

    def _report_no_day(self, row: Row) -> None:
        if not any(self.sheet.cell(row, field) for field in _DAYS):  # a day that is none is reported as such
            column = next((field for field in _DAYS if field in self.sheet.columns), "on")
            row.report(self.desk.report, "no-day", "names no day", self.sheet.column(column))

    def _state(self, row: Row, written: str) -> State | None:
        """The state that a cell means; one that is not known is reported, with the nearest that is."""
        state = self.states.get(folded_state(written))
        if state is None:
            near = nearest(folded_state(written), self.states)
            more = {"near": near} if near else {"hint": "states= can say which stage it is"}
            row.report(
                self.desk.report,
                "state",
                "names a state that is not known",
                self.sheet.column("state", row),
                **more,
            )
        return state

    # --- Records -----------------------------------------------------------------------------------

    def _transition(self, group: Sequence[Seen]) -> None:
        first, url = group[0], next((each.url for each in group if each.url), "")
        # Not from a day: that of a row may be the day of its latest change.
        own_id = made_id(first.title, first.organization, short_hash(plain_url(url)) if url else "")
        id = self._held_id(group, url) or own_id
        closes = (self._day(each.row, "closes") for each in group)
        notes = (note for each in group for note in self.sheet.cells(each.row, "note"))
        made = self.desk.make(
            first.row,
            Transition,
            {field: self.sheet.column(field, first.row) for field in MOVES.fields},
            id=id,
            on=min(entered.on for each in group for entered in each.entered),
            title=first.title,
            organization=first.organization,
            channel=word(self._said(group, "channel")),
            link=url,
            location=self._said(group, "location"),
            closes=next(filter(None, closes), None),
            note="\n".join(dict.fromkeys(notes)),
        )
        self.desk.keep(first.row, made)
        for each in group:
            self._enter(each, id, own_id)

    def _enter(self, seen: Seen, id: str, own_id: str) -> None:
        """Make the steps of a row; one that the plan has keeps its id there."""
        sent = self.sheet.cell(seen.row, "sent")
        for (stage, label), on, tracked in seen.entered:
            mine, sent = ("", sent) if stage == "lead" else (sent, "")
            own = made_id(stage, short_hash(own_id), on.isoformat())
            step_id = self._steps.get((id, stage, on), own)
            if step_id is None:  # the plan has it, without an id to find it by again
                continue
            step = self.desk.make(
                seen.row,
                Step,
                {"sent": self.sheet.column("sent", seen.row)},
                id=step_id,
                on=on,
                transition=id,
                stage=stage,
                label=label,
                sent=mine,
                tracked=tracked,
            )
            self.desk.keep(seen.row, step)

    def _held_id(self, group: Sequence[Seen], url: str) -> str | None:
        """The id that a posting has in the plan: by that id, its link, or names that it alone has."""
        written = (self.sheet.cell(each.row, "id") for each in group)
        told = next((id for id in written if id in self._ids), None)
        named = self._names.get(names_of(group[0]), {})
        alone = [each.id for each in named.values() if each.link is None or not url]
        return told or self._links.get(plain_url(url)) or (alone[0] if len(alone) == 1 else None)

    def _said(self, group: Sequence[Seen], field: str) -> str:
        return next(filter(None, (self.sheet.cell(each.row, field) for each in group)), "")
