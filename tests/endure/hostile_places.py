"""What lies beside a project, what is no file at all, and names."""

import json
import os
import socket
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from tests.endure.hostile_case import SENTINEL, Case, Spoil, beside, put

JOURNALS = "stale or foreign journal, super-journal"
FILES = "FIFO, device, socket, sparse, link loop"
NAMES = "file names"
LOCKS = "lock file made by others"
MAGIC = bytes.fromhex("d9d505f920a163d7")


def log_with_changes(path: Path) -> None:
    """Leave a log in which another program deleted all claims, as its kill would."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("DELETE FROM claim")
        other.commit()
        kept = {name: path.with_name(path.name + name).read_bytes() for name in ("-wal", "-shm")}
        content = path.read_bytes()
    path.write_bytes(content)
    for name, held in kept.items():
        path.with_name(path.name + name).write_bytes(held)


def super_journal(path: Path) -> bytes:
    """Return a journal with the person's file as the one above it: SQLite would delete that."""
    name = os.fsencode(path.with_name(SENTINEL))
    head = MAGIC + struct.pack(">IIIII", 0, 1, path.stat().st_size // 4096, 512, 4096)
    tail = struct.pack(">I", 0) + name + struct.pack(">II", len(name), sum(name)) + MAGIC
    return head.ljust(512, b"\0") + tail


def stale_journal(path: Path) -> bytes:
    """Return a journal of another file, which would put foreign pages into this one."""
    pages = 5
    head = MAGIC + struct.pack(">IIIII", pages, 7, pages, 512, 4096)
    body = b""
    for number in range(1, pages + 1):
        page = bytes([number]) * 4096
        total = (7 + sum(page[4096 - 200 * step] for step in range(1, 21))) & 0xFFFFFFFF
        body += struct.pack(">I", number) + page + struct.pack(">I", total)
    return head.ljust(512, b"\0") + body


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.getcwd()
        os.chdir(path.parent)
        try:
            listening.bind(path.name)
        finally:
            os.chdir(here)


def _link(target: str) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink()
        path.symlink_to(target or path)

    return spoil


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _sparse(path: Path) -> None:
    os.truncate(path, 50_000_000_000)


def _sparse_that_says_so(path: Path) -> None:
    """Make a file of 50 GB of which the header agrees with the size."""
    put(28, struct.pack(">I", 50_000_003_072 // 4096))(path)
    os.truncate(path, 50_000_003_072 // 4096 * 4096)


def _lock(content: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        path.with_name(f".{path.name}.lock").write_bytes(content)

    return spoil


def _lock_pipe(path: Path) -> None:
    os.mkfifo(path.with_name(f".{path.name}.lock"))


def _lock_link(path: Path) -> None:
    path.with_name(f".{path.name}.lock").symlink_to(path.with_name(SENTINEL))


def _holder(**fields: object) -> bytes:
    told = {"pid": 1, "host": "elsewhere", "user": "Kim", "since": "now", "born": ""}
    return json.dumps(told | fields).encode()


CASES = (
    Case(JOURNALS, "a super-journal", beside("-journal", super_journal)),
    Case(JOURNALS, "a journal of another file", beside("-journal", stale_journal)),
    Case(JOURNALS, "a journal of rubbish", beside("-journal", b"x" * 5_000)),
    Case(
        JOURNALS,
        "a journal that breaks off",
        beside("-journal", lambda p: stale_journal(p)[:2_000]),
    ),
    Case(JOURNALS, "a journal that is a pipe", lambda path: os.mkfifo(f"{path}-journal")),
    Case(
        JOURNALS, "a journal that is a folder", lambda path: os.mkdir(f"{path}-journal"), "either"
    ),
    Case(
        JOURNALS,
        "a journal that is a link",
        lambda path: os.symlink(path.with_name(SENTINEL), f"{path}-journal"),
    ),
    Case(
        JOURNALS,
        "a journal that is a link in a ring",
        lambda path: os.symlink(f"{path}-journal", f"{path}-journal"),
        "either",
    ),
    Case(JOURNALS, "a log of another program", log_with_changes),
    Case(JOURNALS, "a log of rubbish", beside("-wal", b"x" * 5_000)),
    Case(JOURNALS, "a log that is a pipe", lambda path: os.mkfifo(f"{path}-wal")),
    Case(
        JOURNALS,
        "the index of a log",
        beside("-shm", b"x" * 32_768),
        "either",
        clears=("case.evboard-shm",),
    ),
    Case(JOURNALS, "written in the other mode", put(18, b"\x02\x02"), "either"),
    Case(FILES, "a pipe", _fifo),
    Case(FILES, "a socket", _socket),
    Case(FILES, "a device that never ends", _link("/dev/zero")),
    Case(FILES, "a device that is empty", _link("/dev/null")),
    Case(FILES, "a folder", _folder),
    Case(FILES, "a link to itself", _link("")),
    Case(FILES, "a link to nothing", _link("gone.evboard")),
    Case(FILES, "a link to another file", _link(SENTINEL)),
    Case(FILES, "50 GB of holes", _sparse),
    Case(FILES, "50 GB of holes that the header counts", _sparse_that_says_so, slow=True),
    Case(LOCKS, "a lock of rubbish", _lock(b"\xff\xfe{"), "either"),
    Case(LOCKS, "a lock nested deeply", _lock(b"[" * 200_000), "either", once=True),
    Case(LOCKS, "a lock of 20 MB", _lock(_holder(user="x" * 20_000_000)), "either", once=True),
    Case(
        LOCKS,
        "a lock that writes to the terminal",
        _lock(_holder(user="\x1b]0;owned\x07")),
        "either",
        once=True,
    ),
    Case(LOCKS, "a lock of all processes", _lock(_holder(pid=-1)), "either"),
    Case(
        LOCKS,
        "a lock with a number without end",
        _lock(b'{"pid": ' + b"9" * 10_000 + b"}"),
        "either",
    ),
    Case(LOCKS, "a lock that is a pipe", _lock_pipe, "either", once=True),
    Case(LOCKS, "a lock that is a link", _lock_link, "either"),
    Case(LOCKS, "a lock that is a list", _lock(b"[1, 2]"), "either"),
    *(
        Case(NAMES, f"called {name!r}", put(60, struct.pack(">I", 4_000)), file=name)
        for name in (
            "a?mode=memory&cache=shared.evboard",
            "b#c.evboard",
            "d%00e.evboard",
            "line\nbreak.evboard",
            "file:case.evboard?mode=memory",
            ":memory:",
            "-rf.evboard",
            "'; DROP TABLE claim; --.evboard",
            "\u202etxt.evboard",
            b"caf\xe9.evboard",
            "n" * 247 + ".evboard",
            " .evboard",
            "\x1b[2J.evboard",
        )
    ),
)
"""All of them; each is made of a good project."""
