"""Small address books, and what an import says of them."""

from pathlib import Path

import careertrack as ct
from careertrack.formats import Imported, vcard


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> str:
    """One card."""
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def read(
    tmp_path: Path, *cards: str | bytes, into: ct.Plan | None = None, encoding: str | None = None
) -> Imported:
    """What an address book of some cards gives."""
    path = tmp_path / "book.vcf"
    path.write_bytes(b"".join(each if isinstance(each, bytes) else each.encode() for each in cards))
    return vcard.read(path, into=into, encoding=encoding)


def contacts(imported: Imported) -> list[ct.Contact]:
    """The contacts of an import."""
    return [record for record in imported.records if isinstance(record, ct.Contact)]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))
