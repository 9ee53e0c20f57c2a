"""The steps of saving, seen and stopped from outside."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from careertrack import store

STEPS = (
    "open folder",
    "create",
    "chmod",
    "write",
    "flush",
    "fsync file",
    "close",
    "replace",
    "fsync folder",
)
CHANGES_THE_FILE = STEPS.index("replace")


class _File:
    """A file that tells each step before it is taken."""

    def __init__(self, file: Any, step: Callable[[str], None]) -> None:
        self._file, self._step = file, step

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *error: object) -> None:
        try:
            if error[0] is None:
                self._step("close")
        finally:
            self._file.close()

    def __getattr__(self, name: str) -> Any:
        if name in ("write", "flush"):
            self._step(name)
        return getattr(self._file, name)


@contextmanager
def watched(before: Callable[[str], None]) -> Iterator[list[str]]:
    """The steps that saving takes, in order; each is told before it is taken, and may be stopped."""
    taken: list[str] = []
    real_open, real_os = open, {name: getattr(os, name) for name in ("open", "fsync", "chmod", "replace")}
    folders: set[int] = set()

    def step(name: str) -> None:
        before(name)
        taken.append(name)

    def os_open(path: str, flags: int) -> int:
        step("open folder")
        folders.add(handle := real_os["open"](path, flags))
        return int(handle)

    def fsync(handle: int) -> None:
        step("fsync folder" if handle in folders else "fsync file")
        real_os["fsync"](handle)

    def create(path: str, mode: str) -> Any:
        if "x" not in mode:
            return real_open(path, mode)
        step("create")
        return _File(real_open(path, mode), step)

    def chmod(path: str, mode: int) -> None:
        step("chmod")
        real_os["chmod"](path, mode)

    def replace(source: str, target: str) -> None:
        step("replace")
        real_os["replace"](source, target)

    with (
        mock.patch.multiple(os, open=os_open, fsync=fsync, chmod=chmod, replace=replace),
        mock.patch.object(store, "open", create, create=True),
    ):
        yield taken
