"""Where a record keeps what no field is for."""

from __future__ import annotations

from typing import Any, Final

SPACE: Final = "linkedin"  # the name under which `extra` keeps it


def extra(**values: Any) -> dict[str, Any]:
    """What no field is for, kept as JSON under the format's own name; nothing where all is blank."""
    kept = {name: value for name, value in values.items() if value not in (None, "", False)}
    return {SPACE: kept} if kept else {}
