"""The door to one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.extending._together import Extensions, or_none
from careertrack.findings import findings as found_in
from careertrack.moment import Moment
from careertrack.pillars.finding import Finding
from careertrack.review import Review, review

if TYPE_CHECKING:
    from careertrack.extending import FoundRole
    from careertrack.questions.agenda import Agenda
    from careertrack.questions.brief import Brief
    from careertrack.questions.case import Case
    from careertrack.questions.explore import Exploration
    from careertrack.questions.network import Network
    from careertrack.questions.offers import Offers
    from careertrack.questions.paths import Paths
    from careertrack.questions.prospects import Prospects
    from careertrack.records.roles import Role
    from careertrack.state.skills import RoleState
    from careertrack.values import Money

__all__ = ["Snapshot"]


class Snapshot(Moment):
    """What a plan says as of the end of a day.

    Mappings of typed states by id (``skills``, ``contacts``, ``goals`` ...), each folded from the
    records up to the day when it is asked for, and the questions people ask of a day.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL") + ct.Assessment(on="2026-01-09", skill="sql", level=3)
    >>> plan.as_of("2026-01-08").skills["sql"].level is None, plan.as_of("2026-01-09").skills["sql"].level
    (True, 3.0)
    """

    def review(
        self, weights: Mapping[str, float] | None = None, *, extensions: Extensions | None = None
    ) -> Review:
        """Scores, where the person stands, and what is worth knowing.

        Args:
            weights: Of the pillars in practice, by name; 1 for those left out.
            extensions: Findings and measures beside the library's own.

        Raises:
            InvalidValue: If a weight is of no pillar, negative or not finite.
        """
        return review(self, weights or {}, or_none(extensions))

    def findings(self, *, extensions: Extensions | None = None) -> tuple[Finding, ...]:
        """What is worth knowing on the day, the pressing first.

        Args:
            extensions: Findings beside the library's own.
        """
        return found_in(self, or_none(extensions).findings)

    def agenda(self, days: int = 7) -> Agenda:
        """What is coming up from the day on, each with its reason; what is overdue stands apart.

        Args:
            days: How many days, the day itself included.

        Raises:
            InvalidValue: If that is no whole number of days.
        """
        from careertrack.questions.agenda import agenda

        return agenda(self, days)

    def brief(self, contact: str, kind: str | None = None, *, addresses: bool = False) -> Brief:
        """The page for a talk with somebody: open promises, what happened since, what to raise.

        Args:
            contact: Id of the contact.
            kind: What kind of talk it is for; what suits the next event with them, or what they
                are, when left out.
            addresses: Whether to show how to reach them.

        Raises:
            KeyError: If there is no such contact by the day.
        """
        from careertrack.questions.brief import brief

        return brief(self, contact, kind, addresses=addresses)

    def case(self, role: str) -> Case:
        """The case for a role: each requirement, what proves it, who acknowledged that, what is missing.

        Args:
            role: Id of the role.

        Raises:
            KeyError: If there is no such role by the day.
        """
        from careertrack.questions.case import case

        return case(self, role)

    def offers(
        self,
        *,
        weights: Mapping[str, float] | None = None,
        stay: Mapping[str, float] | None = None,
        pay: Sequence[Money | str] | None = None,
        ended: bool = False,
    ) -> Offers:
        """The offers side by side, *stay put* among them: gates, contributions, what would flip the order.

        Args:
            weights: Of the criteria; by the rank of the motivators when left out.
            stay: How the present position does on each criterion, 0 to 10.
            pay: What pay a year counts as 0 points and as 10, in one currency; pay is shown either way.
            ended: Whether moves that have ended are compared as well.

        Raises:
            InvalidValue: If a weight or rating is none.
        """
        from careertrack.questions.offers import offers

        return offers(self, weights=weights, stay=stay, pay=pay, ended=ended)

    def explore(self, roles: Iterable[Role | RoleState | FoundRole]) -> Exploration:
        """How roles fit, by columns that are never added up: interests, skills, needs, preparation.

        Args:
            roles: Roles of any source, such as those that ``careertrack.formats.onet`` reads, or that
                ``extensions.roles`` finds.
        """
        from careertrack.questions.explore import explore

        return explore(self, roles)

    def prospects(self) -> Prospects:
        """The organizations to look at, by motivation, advocates and posting."""
        from careertrack.questions.prospects import prospects

        return prospects(self)

    def paths(self, organization: str) -> Paths:
        """Who is at an organization, who was, and over whom to get there.

        Args:
            organization: Its id; or its name or an alias.

        Raises:
            KeyError: If nothing on record by the day has that id or names it.
        """
        from careertrack.questions.paths import paths

        return paths(self, organization)

    def network(self) -> Network:
        """What came of whom, thanks owed, who was not heard of for long, and how the network is made up."""
        from careertrack.questions.network import network

        return network(self)

    def __repr__(self) -> str:
        return f"<Snapshot on {self.day}>"

    def _repr_html_(self) -> str:
        """The dashboard of the day, and what there is on it."""
        from careertrack.page import as_html
        from careertrack.questions.dashboard import of_day

        return as_html(of_day(self, self.review().full_page()))


def a_snapshot(given: object) -> Snapshot:
    """A day of a plan; `InvalidValue` for what is given as one and is none, such as the plan itself."""
    if isinstance(given, Snapshot):
        return given
    rule = "a day of a plan, such as plan.as_of('2026-03-01')"
    raise InvalidValue([Issue("now", "value", {"rule": rule, "got": shown(given)})])
