"""Which rows are about one posting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from careertrack.formats.people import plain_url
from careertrack.naming import folded


class Posted(Protocol):
    """A posting as one row has it."""

    @property
    def organization(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...


P = TypeVar("P", bound=Posted)


def postings(seen: Sequence[P]) -> list[list[P]]:
    """The rows of each posting.

    Rows with the address of one posting are one; a row without address joins the only posting
    of its company and title.
    """
    by_url: dict[str, list[P]] = {}
    for each in seen:
        if each.url:
            by_url.setdefault(plain_url(each.url), []).append(each)
    urls: dict[tuple[str, str], set[str]] = {}
    for url, group in by_url.items():
        for each in group:
            urls.setdefault(names_of(each), set()).add(url)
    others: dict[tuple[str, str], list[P]] = {}
    for each in seen:
        if not each.url:
            known = urls.get(names_of(each), set())
            if len(known) == 1:
                by_url[next(iter(known))].append(each)
            else:
                others.setdefault(names_of(each), []).append(each)
    return [*by_url.values(), *others.values()]


def names_of(posted: Posted) -> tuple[str, str]:
    """The company and title of a posting, as they are compared."""
    return folded(posted.organization), folded(posted.title)
