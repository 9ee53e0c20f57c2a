"""The company's own catalogue of roles, and O*NET's where there is a download of it."""

from collections.abc import Iterable
from pathlib import Path

import careertrack as ct
from careertrack import extending
from careertrack.formats import onet

CATALOGUE = (
    ct.Role(title="Data lead", preparation=4, source="acme 17"),
    ct.Role(title="Data steward", preparation=3, source="acme 18"),
    ct.Role(title="Shift planner", preparation=2, source="acme 40"),
)


@extending.role_source("acme-catalogue")
def catalogue(words: str) -> Iterable[ct.Role]:
    """The roles that have all words in their titles."""
    return [role for role in CATALOGUE if all(word in role.title.lower() for word in words.lower().split())]


def onet_source(folder: Path | str, most: int = 5) -> extending.RoleSource:
    """A source of the first few of O*NET's occupations; the skills that they ask for are not needed here."""
    data = onet.load(folder)

    @extending.role_source("onet")
    def occupations(words: str) -> Iterable[ct.Role]:
        codes = [occupation.code for occupation in data.find(words)[:most]]
        return [record for record in data.read(*codes).records if isinstance(record, ct.Role)]

    return occupations


def extensions() -> extending.Extensions:
    """What the entry point leads to: made when it is asked for."""
    return extending.Extensions(roles=[catalogue])
