"""Further things beside a project made to do harm: links, combinations, conflict copies."""

import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from tests.endure.hostile_case import SENTINEL, Case, Spoil, beside, in_turn, put
from tests.endure.hostile_places import (
    JOURNALS,
    MAGIC,
    log_with_changes,
    stale_journal,
    super_journal,
)

COPIES = "two machines, conflict copies"
PAGE = 4096


def _hard(suffix: str) -> Spoil:
    """Let what lies beside the project be another name of the person's file."""
    return lambda path: os.link(path.with_name(SENTINEL), f"{path}{suffix}")


def _soft(suffix: str, target: str = SENTINEL) -> Spoil:
    return lambda path: os.symlink(path.with_name(target), f"{path}{suffix}")


def _fifo(suffix: str) -> Spoil:
    return lambda path: os.mkfifo(f"{path}{suffix}")


def _sparse(suffix: str) -> Spoil:
    def spoil(path: Path) -> None:
        other = Path(f"{path}{suffix}")
        other.write_bytes(MAGIC)
        os.truncate(other, 50_000_000_000)

    return spoil


def _journal_of_itself(path: Path) -> None:
    """Make a sound journal that would write other words into this very project."""
    old = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE claim SET text = 'Nothing of it is true.'")
    new = path.read_bytes()
    path.write_bytes(old)
    changed = [
        number
        for number in range(len(new) // PAGE)
        if new[number * PAGE : (number + 1) * PAGE] != old[number * PAGE : (number + 1) * PAGE]
    ]
    head = MAGIC + struct.pack(">IIIII", len(changed), 7, len(old) // PAGE, 512, PAGE)
    body = b""
    for number in changed:
        page = new[number * PAGE : (number + 1) * PAGE]
        total = (7 + sum(page[PAGE - 200 * step] for step in range(1, 21))) & 0xFFFFFFFF
        body += struct.pack(">I", number + 1) + page + struct.pack(">I", total)
    Path(f"{path}-journal").write_bytes(head.ljust(512, b"\0") + body)


def _header(pages: int, sector: int, page: int, size: int = 1) -> bytes:
    head = MAGIC + struct.pack(">IIIII", pages, 7, size, sector, page)
    return head.ljust(512, b"\0") + bytes(5_000)


def _log_head(page: int, magic: int = 0x377F0682) -> bytes:
    return struct.pack(">IIIIIIII", magic, 3007000, page, 0, 1, 2, 3, 4)


def _write_ahead(path: Path) -> None:
    put(18, b"\x02\x02")(path)


def _copied(name: str) -> Spoil:
    """Leave a copy of the project beside it, as a sync program calls those in conflict."""

    def spoil(path: Path) -> None:
        path.with_name(name).write_bytes(path.read_bytes())

    return spoil


def _other_name(path: Path) -> None:
    """Give the project a second name, with a journal of rubbish beside that one."""
    other = path.with_name("other.evboard")
    os.link(path, other)
    Path(f"{other}-journal").write_bytes(b"x" * 5_000)


def _case(name: str, spoil: Spoil, *, once: bool = False) -> Case:
    return Case(JOURNALS, name, spoil, once=once)


def _harmless(name: str, suffix: str, spoil: Spoil) -> Case:
    """Return a case that may be opened, and whose file with this ending goes when it is written."""
    return Case(JOURNALS, name, spoil, "either", clears=(f"case.evboard{suffix}",))


CASES = (
    _case("a journal that is a file of the person's", _hard("-journal"), once=True),
    _case("a log that is a file of the person's", _hard("-wal"), once=True),
    _case("the index of a log that is a file of the person's", _hard("-shm"), once=True),
    _case(
        "such an index, of a file in the other mode",
        in_turn(_write_ahead, _hard("-shm")),
        once=True,
    ),
    _case("an index that is a link, in the other mode", in_turn(_write_ahead, _soft("-shm"))),
    _case("an index that is a link to nothing", in_turn(_write_ahead, _soft("-shm", "new"))),
    _case("an index that is a pipe", in_turn(_write_ahead, _fifo("-shm"))),
    _case("a log that is a link", _soft("-wal")),
    _case("a log that is a link to nothing", _soft("-wal", "new")),
    _case("a journal that is a link to nothing", _soft("-journal", "new")),
    _case("a journal that is a link to the project", _soft("-journal", "case.evboard")),
    _case("a journal of 50 GB of holes", _sparse("-journal")),
    _case("a log of 50 GB of holes", _sparse("-wal")),
    _case("a journal that writes other words", _journal_of_itself),
    _case("a journal and a log", in_turn(log_with_changes, beside("-journal", stale_journal))),
    _case(
        "an empty journal and a log", in_turn(beside("-journal", b""), beside("-wal", b"x" * 5_000))
    ),
    _harmless("an empty journal", "-journal", beside("-journal", b"")),
    _harmless("an empty log", "-wal", beside("-wal", b"")),
    _harmless(
        "an empty log, in the other mode", "-wal", in_turn(_write_ahead, beside("-wal", b""))
    ),
    _harmless("a journal of one zero", "-journal", beside("-journal", b"\0")),
    _harmless(
        "a journal that is done with, and names a file",
        "-journal",
        beside("-journal", lambda path: b"\0" + super_journal(path)[1:]),
    ),
    _case(
        "a journal that counts 2 to the 32 pages", beside("-journal", _header(2**32 - 1, 512, PAGE))
    ),
    _case("a journal of sectors of nothing", beside("-journal", _header(1, 0, PAGE))),
    _case("a journal of sectors of 2 GB", beside("-journal", _header(1, 2**31, PAGE))),
    _case("a journal of pages of 3 bytes", beside("-journal", _header(1, 512, 3))),
    _case("a journal that cuts the file to nothing", beside("-journal", _header(0, 512, PAGE, 0))),
    _case(
        "a journal that names itself",
        beside("-journal", lambda path: _naming(os.fsencode(f"{path}-journal"))),
    ),
    _case("a journal that names a device", beside("-journal", lambda path: _naming(b"/dev/null"))),
    _case("a journal that ends as one with names does", beside("-journal", b"x" * 600 + MAGIC)),
    _case("a log of pages of 3 bytes", beside("-wal", _log_head(3))),
    _case("a log of pages of 2 GB", beside("-wal", _log_head(2**31) + bytes(4_000))),
    _case("a log with nothing but its head", beside("-wal", _log_head(PAGE))),
    _case("a log of zeros", beside("-wal", bytes(8_192))),
    Case(COPIES, "a conflict copy", _copied("case (conflicted copy 2026-01-02).evboard"), "either"),
    Case(
        COPIES,
        "a conflict copy with escapes in its name",
        _copied("case\x1b[2J.sync-conflict-1.evboard"),
        "either",
    ),
    Case(
        COPIES,
        "a conflict copy of no UTF-8",
        lambda path: _copied(os.fsdecode(b"case (conflicted copy \xff).evboard"))(path),
        "either",
    ),
    Case(COPIES, "a second name with a journal", _other_name, "either", clears=("other.evboard",)),
)
"""All of them; each is made of a good project."""


def _naming(name: bytes) -> bytes:
    """Return a journal that names a file for SQLite to delete."""
    head = MAGIC + struct.pack(">IIIII", 0, 1, 10, 512, PAGE)
    tail = struct.pack(">I", 0) + name + struct.pack(">II", len(name), sum(name)) + MAGIC
    return head.ljust(512, b"\0") + tail
