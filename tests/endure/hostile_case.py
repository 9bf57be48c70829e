"""One bad input of the hostile set: what stands against it, and how it is made."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Spoil = Callable[[Path], object]
"""Spoils a good project at a path, or makes there what is no project at all."""
Verdict = Literal["refused", "either"]
SENTINEL = "sentinel.txt"
"""A file of the person's beside the input, which nobody may touch."""


@dataclass(frozen=True)
class Case:
    """A bad input: its threat (a row of the table in docs/reliability.md), a name, how it is made.

    `input` is what it is given as; `refused` inputs must not be taken in, `either` is for such as
    are odd but may be.
    """

    threat: str
    name: str
    spoil: Spoil
    verdict: Verdict = "refused"
    input: Literal["project", "document", "source"] = "project"
    file: str | bytes = ""
    """The name of the file where that is the point, else a plain one."""
    once: bool = False
    """It broke something once, and is tried before others."""
    clears: tuple[str, ...] = ()
    """Files beside it that may go, or change, when the program writes to it."""
    pressed: bool = False
    """A brief is made of it too."""
    slow: bool = False
    """Too slow for the tests: for a full run only."""


def sql(*statements: str, check: bool = False) -> Spoil:
    """Spoil by SQL, with the schema open to writing; constraints hold only with ``check``."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(f"PRAGMA ignore_check_constraints = {int(not check)}")
            for statement in statements:
                connection.execute(statement)

    return spoil


def put(offset: int, content: bytes) -> Spoil:
    """Spoil by bytes at an offset."""

    def spoil(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(content)

    return spoil


def whole(content: bytes | Callable[[], bytes]) -> Spoil:
    """Put other content in place of the file."""
    return lambda path: path.write_bytes(content if isinstance(content, bytes) else content())


def beside(suffix: str, content: bytes | Callable[[Path], bytes]) -> Spoil:
    """Put a file beside the project, which stays good."""

    def spoil(path: Path) -> None:
        other = path.with_name(path.name + suffix)
        other.write_bytes(content if isinstance(content, bytes) else content(path))

    return spoil


def in_turn(*spoils: Spoil) -> Spoil:
    """Spoil in several ways, one after another."""

    def spoil(path: Path) -> None:
        for one in spoils:
            one(path)

    return spoil
