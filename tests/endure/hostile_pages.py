"""Project files that came to harm, and files of other versions and programs."""

import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from evidence_board.project.schema import APPLICATION_ID, VERSION
from tests.endure.hostile_case import Case, Spoil, beside, in_turn, put, sql, whole

PAGES = "damaged, truncated, looping pages"
VERSIONS = "newer, other app, half migrated"
PAGE = 4096
OLD = Path(__file__).resolve().parents[1] / "data" / "projects" / "1.evboard"


def _page_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    return int(row[0])


def _own_child(path: Path) -> None:
    """Let the root page of a table be its own child."""
    page = _page_of(path, "claim")
    start = (page - 1) * PAGE
    body = struct.pack(">BHHHBI", 5, 0, 1, PAGE - 5, 0, page)
    cell = struct.pack(">IB", page, 1)
    content = body + struct.pack(">H", PAGE - 5)
    put(start, content + bytes(PAGE - len(content) - 5) + cell)(path)


def _free_ring(path: Path) -> None:
    """Let the list of free pages lead back to itself."""
    page = path.stat().st_size // PAGE
    put((page - 1) * PAGE, struct.pack(">II", page, 1) + bytes(4088))(path)
    put(32, struct.pack(">II", page, 9))(path)


def _overflow_ring(path: Path) -> None:
    """Let the pages of a long text lead back to the first of them."""
    sql("UPDATE claim SET reason = printf('%.*c', 90000, 'x')", check=True)(path)
    content = path.read_bytes()
    run = b"x" * 4000
    pages = [
        number
        for number in range(1, len(content) // PAGE)
        if run in content[number * PAGE : (number + 1) * PAGE]
    ]
    put(pages[-3] * PAGE, struct.pack(">I", pages[0] + 1))(path)


def _zeroed(path: Path) -> None:
    put(_page_of(path, "attachment") * PAGE - PAGE, bytes(PAGE))(path)


def _old(spoil: Spoil) -> Spoil:
    """Spoil a project of the first version."""
    return in_turn(whole(OLD.read_bytes), spoil)


def _utf16(path: Path) -> None:
    """Make the very schema in a database that keeps text as UTF-16."""
    with closing(sqlite3.connect(path)) as old:
        statements = [
            str(one)
            for (one,) in old.execute(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                "AND name NOT LIKE 'search_%' AND name NOT LIKE 'parts_%'"
            )
        ]
    path.unlink()
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA encoding = 'UTF-16le'")
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute(f"PRAGMA user_version = {VERSION}")
        for statement in statements:
            made.execute(statement)
        made.commit()


CASES = (
    Case(PAGES, "cut to nothing", lambda path: os.truncate(path, 0)),
    Case(PAGES, "cut in the header", lambda path: os.truncate(path, 60)),
    Case(PAGES, "cut after the first page", lambda path: os.truncate(path, 4096)),
    Case(PAGES, "cut by one byte", lambda path: os.truncate(path, path.stat().st_size - 1)),
    Case(PAGES, "longer by a page", lambda path: os.truncate(path, path.stat().st_size + 4096)),
    Case(PAGES, "a page of zeros", _zeroed),
    Case(PAGES, "a page that is its own child", _own_child),
    Case(PAGES, "free pages in a ring", _free_ring),
    Case(PAGES, "a long text in a ring", _overflow_ring),
    Case(PAGES, "a wrong number of pages", put(28, struct.pack(">I", 3))),
    Case(PAGES, "a free list of a million pages", put(36, struct.pack(">I", 1_000_000))),
    Case(PAGES, "pages of 512 bytes", put(16, b"\x02\x00")),
    Case(PAGES, "pages of 65,536 bytes", put(16, b"\x00\x01")),
    Case(PAGES, "pages of 3 bytes", put(16, b"\x00\x03")),
    Case(PAGES, "reserved bytes", put(20, b"\xff")),
    Case(PAGES, "odd fractions of cells", put(21, b"\xff\x00\x10"), "either"),
    Case(PAGES, "a schema of the format 9", put(44, struct.pack(">I", 9))),
    Case(PAGES, "vacuumed on the way", put(52, struct.pack(">II", 5, 0)[:4]), "either"),
    Case(PAGES, "rubbish after the header", put(100, bytes(range(256)) * 12)),
    Case(VERSIONS, "a newer version", sql("PRAGMA user_version = 4000")),
    Case(VERSIONS, "the greatest version", sql("PRAGMA user_version = 2147483647")),
    Case(VERSIONS, "version 0", sql("PRAGMA user_version = 0")),
    Case(VERSIONS, "a version below 0", sql("PRAGMA user_version = -1")),
    Case(VERSIONS, "of another program", sql("PRAGMA application_id = 252006674")),
    Case(VERSIONS, "of no program", sql("PRAGMA application_id = 0")),
    Case(VERSIONS, "the version before, of a project of this one", sql("PRAGMA user_version = 1")),
    Case(VERSIONS, "this version, of an old project", _old(put(60, struct.pack(">I", VERSION)))),
    Case(
        VERSIONS,
        "an old project with a trigger",
        _old(sql("CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM source; END")),
    ),
    Case(
        VERSIONS,
        "an old project with a page of zeros",
        _old(lambda path: put(path.stat().st_size - PAGE * 3, bytes(PAGE))(path)),
        "either",
    ),
    Case(
        VERSIONS, "an old project with a journal of rubbish", _old(beside("-journal", b"x" * 5_000))
    ),
    Case(
        VERSIONS,
        "an old project of which two records are one",
        _old(sql("UPDATE claim SET number = 1", "UPDATE card SET x = 9e999")),
        "either",
    ),
    Case(VERSIONS, "half migrated", sql("DROP TABLE tagging")),
    Case(VERSIONS, "text kept as UTF-16", _utf16),
    Case(VERSIONS, "read and write versions of later times", put(18, b"\x03\x03")),
    Case(VERSIONS, "no database at all", whole(b"Dear reader,\n" * 50)),
    Case(VERSIONS, "random bytes", whole(os.urandom(70_000))),
    Case(VERSIONS, "a header and nothing else", whole(b"SQLite format 3\0" + bytes(84))),
)
"""All of them; each is made of a good project."""
