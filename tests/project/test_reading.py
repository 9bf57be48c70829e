"""Columns that SQLite strings together hold the same values as its rows, whatever these are."""

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.project import reading
from evidence_board.project.engine import guard
from evidence_board.project.parting import parted
from evidence_board.project.project import Project
from evidence_board.project.schema import columns, quoted

ODD = ("", "two\nlines", "a\x1fb\x1ec", "é 東 🛥", "\x1e", "\x1f")
Columns = dict[str, list[object]]


@pytest.fixture
def odd(path: Path) -> Path:
    """Return a project with many claims whose words and nulls are mixed."""
    names = [column.name for column in columns(Claim)]
    with closing(sqlite3.connect(path)) as raw:
        row = dict(zip(names, raw.execute("SELECT * FROM claim").fetchone(), strict=True))
        for number, text in enumerate(ODD * 2):
            row |= {"id": f"claim-{number}", "number": number + 10, "text": text or "x"}
            row |= {"reason": text, "denial": None, "rank": number if number % 3 else None}
            row |= {"event": "2024" if number % 2 else None}
            marks = ", ".join("?" * len(names))
            raw.execute(f"INSERT INTO claim VALUES ({marks})", tuple(row[name] for name in names))
        raw.commit()
    return path


def _rows(raw: sqlite3.Connection) -> list[Columns]:
    """Return the columns of all kinds, read row by row."""
    found = []
    for kind in KINDS:
        names = [column.name for column in columns(kind)]
        chosen = ", ".join(map(quoted, names))
        rows = raw.execute(f"SELECT {chosen} FROM {quoted(kind.table)} ORDER BY rowid").fetchall()
        found.append({name: [row[at] for row in rows] for at, name in enumerate(names)})
    return found


def _strung(raw: sqlite3.Connection, texts: reading.Strung) -> list[Columns]:
    return [
        reading.read_columns(raw, kind, *one, reading.by_rows(raw, kind))
        for kind, one in zip(KINDS, texts, strict=True)
    ]


def _connected(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path)
    guard(raw)
    return raw


def test_columns_are_what_the_rows_hold(odd: Path) -> None:
    with closing(_connected(odd)) as raw:
        wanted = _rows(raw)
        assert [[*one] for one in wanted] == [[c.name for c in columns(kind)] for kind in KINDS]
        assert _strung(raw, reading.strung(raw)) == wanted
        assert _types(_strung(raw, reading.strung(raw))) == _types(wanted)


def _types(read: list[Columns]) -> list[dict[str, list[type]]]:
    return [{name: list(map(type, values)) for name, values in one.items()} for one in read]


def test_a_thread_reads_the_same_and_ends(odd: Path) -> None:
    before = threading.active_count()
    with closing(_connected(odd)) as raw:
        with reading.strung_beside(odd) as texts:
            assert _strung(raw, texts) == _rows(raw)
        with reading.strung_beside(odd) as texts:
            next(texts)  # the others are not wanted any more
    assert threading.active_count() == before


def test_a_fault_of_the_thread_is_told_where_its_texts_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "none.evboard").write_bytes(b"no database at all" * 100)
    with (
        reading.strung_beside(tmp_path / "none.evboard") as texts,
        pytest.raises(sqlite3.DatabaseError),
    ):
        next(texts)


def test_values_that_are_too_long_together_are_read_row_by_row(odd: Path) -> None:
    with closing(_connected(odd)) as raw:
        wanted = _rows(raw)
        raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 300)
        assert _strung(raw, reading.strung(raw)) == wanted


def test_what_is_no_utf_8_is_read_as_far_as_it_goes(odd: Path) -> None:
    with closing(_connected(odd)) as raw:
        for number, bytes_ in enumerate(("61ff62", "61fe62", "c3", "6100", "fe", "ff")):
            chosen = f"number = {number + 10}"
            raw.execute(f"UPDATE claim SET reason = CAST(x'{bytes_}' AS TEXT) WHERE {chosen}")
        assert _strung(raw, reading.strung(raw)) == _rows(raw)


def test_what_is_no_utf_8_does_not_stand_in_for_a_null(odd: Path) -> None:
    """One value too many for a byte in it, one too few for a null: the number is right."""
    with closing(_connected(odd)) as raw:
        raw.execute("UPDATE claim SET rank = 1, event = '2024'")
        raw.execute("UPDATE claim SET event = NULL WHERE number = 10")
        raw.execute("UPDATE claim SET event = CAST(x'61ff62' AS TEXT) WHERE number = 11")
        assert _strung(raw, reading.strung(raw)) == _rows(raw)


def test_a_project_that_is_in_wal_and_read_only_is_read_with_its_log(odd: Path) -> None:
    folder = odd.parent / "shared"
    folder.mkdir()
    shutil.copy(odd, folder / "case.evboard")
    with closing(sqlite3.connect(folder / "case.evboard")) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT 1 FROM claim").fetchone()
        with closing(Project.open(folder / "case.evboard", read_only=True)) as project:
            assert project.count(Claim) == len(ODD) * 2 + 2


def test_a_byte_that_stands_for_none_is_none_only_where_nulls_may_stand(odd: Path) -> None:
    with closing(_connected(odd)) as raw:
        raw.execute("UPDATE claim SET reason = CAST(x'fe' AS TEXT)")
        assert _strung(raw, reading.strung(raw)) == _rows(raw)


def test_texts_are_parted_into_so_many_values() -> None:
    for nulls in (False, True):
        assert parted(None, 0, whole=False, nulls=nulls) == []
        assert parted(None, 2, whole=True, nulls=nulls) == [None, None]
        assert parted(b"", 1, whole=False, nulls=nulls) == [""]
        assert parted(b"\xff", 2, whole=False, nulls=nulls) == ["", ""]
        assert parted(b"7\xff8", 2, whole=True, nulls=nulls) == [7, 8]
        assert parted(b"7", 2, whole=True, nulls=nulls) is None
    assert parted(b"7\xff\xfe", 2, whole=True, nulls=True) == [7, None]
