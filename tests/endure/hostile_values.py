"""Project files with odd values, and with a history that somebody altered."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.endure.hostile_case import Case, Spoil, sql

VALUES = "odd values"
HISTORY = "evidence or history altered"
_DEEP = "[" * 100_000 + "]" * 100_000
_RING = "UPDATE claim SET negates = (SELECT max(id) FROM claim)"


def _newest_change(images: str) -> Spoil:
    """Give the newest step another content: what undo reads."""
    return sql(f"UPDATE change SET {images} WHERE step = (SELECT max(seq) FROM step)")


def _untyped(table: str, statement: str) -> Spoil:
    """Put a value of another type where the schema is strict: it is so only afterwards."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            (text,) = connection.execute(
                "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
            ).fetchone()
            loose = str(text).removesuffix(" STRICT")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, table))
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(statement)
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, table))

    return spoil


CASES = (
    Case(
        VALUES,
        "20 MB of text",
        sql("UPDATE claim SET text = printf('%.*c', 20000000, 'x')"),
        "either",
    ),
    Case(
        VALUES,
        "a title of 20 MB",
        sql("UPDATE project SET title = printf('%.*c', 20000000, 'x')"),
        "either",
    ),
    Case(
        VALUES,
        "a blob of 200 MB",
        sql("UPDATE attachment SET bytes = zeroblob(200000000), size = 200000000"),
        "either",
        slow=True,
    ),
    Case(VALUES, "a size that is a lie", sql("UPDATE attachment SET size = 9000000000"), "either"),
    Case(
        VALUES, "a zero character", sql("UPDATE claim SET text = 'a' || char(0) || 'b'"), "either"
    ),
    Case(VALUES, "no UTF-8", sql("UPDATE claim SET text = CAST(x'61ff62' AS TEXT)"), "either"),
    Case(
        VALUES, "an id of no UTF-8", sql("UPDATE note SET id = CAST(x'ff' || id AS TEXT)"), "either"
    ),
    Case(
        VALUES, "half a character", sql("UPDATE claim SET text = CAST(x'eda080' AS TEXT)"), "either"
    ),
    Case(VALUES, "a card at infinity", sql("UPDATE card SET x = 9e999"), "either"),
    Case(VALUES, "a card far beyond the board", sql("UPDATE card SET x = -1e300"), "either"),
    Case(VALUES, "a card of no extent", sql("UPDATE card SET width = -5"), "either"),
    Case(
        VALUES,
        "a number of 63 bits",
        sql("UPDATE claim SET number = 9223372036854775807 WHERE number = 1"),
        "either",
    ),
    Case(
        VALUES,
        "a number below zero",
        sql("UPDATE claim SET number = -7 WHERE number = 1"),
        "either",
    ),
    Case(VALUES, "all numbers the same", sql("UPDATE claim SET number = 3"), "either"),
    Case(VALUES, "an unknown kind", sql("UPDATE claim SET kind = 'evil'"), "either"),
    Case(VALUES, "text for a number", _untyped("claim", "UPDATE claim SET number = 'x'"), "either"),
    Case(
        VALUES, "bytes for a text", _untyped("claim", "UPDATE claim SET text = x'00ff'"), "either"
    ),
    Case(
        VALUES, "bytes for an id", _untyped("card", "UPDATE card SET id = x'00ff' || id"), "either"
    ),
    Case(VALUES, "NULL for a text", _untyped("claim", "UPDATE claim SET kind = ''"), "either"),
    Case(VALUES, "an id that is a path", sql("UPDATE tag SET id = '../../' || id"), "either"),
    Case(
        VALUES,
        "an id that is SQL",
        sql("UPDATE card SET id = id || '''; DROP TABLE claim; --'"),
        "either",
    ),
    Case(VALUES, "a ring of negations", sql(_RING), "either"),
    Case(VALUES, "a link from itself to itself", sql("UPDATE link SET from_id = to_id"), "either"),
    Case(
        VALUES,
        "a chain that turns in a ring",
        sql("UPDATE assertion SET chain = '[\"' || source || '\",\"' || source || '\"]'"),
        "either",
    ),
    Case(VALUES, "a card of nothing", sql("UPDATE card SET record = 'gone'")),
    Case(VALUES, "a card on no board", sql("UPDATE card SET board = 'gone'")),
    Case(VALUES, "a card of a board", sql("UPDATE card SET record = board")),
    Case(VALUES, "a link from a source", sql("UPDATE link SET from_id = (SELECT id FROM source)")),
    Case(
        VALUES,
        "an assertion by a claim",
        sql("UPDATE assertion SET source = claim, chain = json_array(claim)"),
    ),
    Case(
        VALUES, "an id that two kinds have", sql("UPDATE board SET id = (SELECT id FROM project)")
    ),
    Case(VALUES, "a chain of numbers", sql("UPDATE assertion SET chain = '[[1]]'")),
    Case(VALUES, "JSON that is nested too deeply", sql(f"UPDATE claim SET quantity = '{_DEEP}'")),
    Case(
        VALUES,
        "JSON with a number of 100,000 digits",
        sql(f"UPDATE claim SET quantity = '{{\"n\":{'9' * 100_000}}}'"),
        "either",
    ),
    Case(
        VALUES,
        "JSON that is not a number",
        sql("UPDATE claim SET quantity = '{\"n\":NaN}'"),
        "either",
    ),
    Case(
        VALUES,
        "JSON with half a character",
        sql('UPDATE claim SET quantity = \'{"n":"\\ud800"}\''),
        "either",
        once=True,
    ),
    Case(VALUES, "JSON that breaks off", sql("UPDATE claim SET quantity = '{'")),
    Case(VALUES, "no project record", sql("DELETE FROM project")),
    Case(
        VALUES,
        "two project records",
        sql(
            "CREATE TEMP TABLE p AS SELECT * FROM project",
            "UPDATE p SET id = 'other'",
            "INSERT INTO project SELECT * FROM p",
        ),
    ),
    Case(
        VALUES, "an unknown scale", sql("UPDATE project SET scale = '../../etc/passwd'"), "either"
    ),
    Case(
        VALUES,
        "an excerpt that ends before it begins",
        sql('UPDATE excerpt SET start = 900, "end" = 3'),
        "either",
    ),
    Case(
        VALUES,
        "an excerpt beyond its text",
        sql('UPDATE excerpt SET start = 1, "end" = 9007199254740991'),
        "either",
    ),
    Case(
        VALUES,
        "bidi marks and zero width",
        sql("UPDATE claim SET text = char(8238) || 'txt.exe' || char(8203) || char(8297)"),
        "either",
    ),
    Case(
        VALUES,
        "escapes for a terminal",
        sql("UPDATE project SET title = char(27) || ']0;owned' || char(7) || char(27) || '[2J'"),
        "either",
    ),
    Case(
        VALUES,
        "a picture that is another file",
        sql("UPDATE capture SET media_type = 'image/png'"),
        "either",
    ),
    Case(
        HISTORY,
        "a source text with another letter",
        sql(
            "UPDATE attachment SET "
            "bytes = CAST(replace(CAST(bytes AS TEXT), 'ferry', 'fairy') AS BLOB)"
        ),
        "either",
    ),
    Case(HISTORY, "a source text that is gone", sql("DELETE FROM attachment"), "either", once=True),
    Case(
        HISTORY, "a history that is gone", sql("DELETE FROM change", "DELETE FROM step"), "either"
    ),
    Case(
        HISTORY,
        "a step that is gone",
        sql("DELETE FROM change WHERE step = 3", "DELETE FROM step WHERE seq = 3"),
        "either",
    ),
    Case(HISTORY, "a step of an unknown state", sql("UPDATE step SET state = 'maybe'"), "either"),
    Case(
        HISTORY, "a step of the year 9999999", sql("UPDATE step SET at = '9999999-99-99'"), "either"
    ),
    Case(
        HISTORY,
        "a step with the number 2 to the 62",
        sql("UPDATE step SET seq = 4611686018427387904 WHERE seq = 6"),
        "either",
    ),
    Case(
        HISTORY,
        "a change of an unknown table",
        _newest_change("record = 'sqlite_schema'"),
        "either",
        once=True,
    ),
    Case(
        HISTORY,
        "a change that is no JSON",
        _newest_change("before = '{', after = '{'"),
        "either",
        once=True,
    ),
    Case(
        HISTORY, "a change that is a list", _newest_change("before = NULL, after = '[]'"), "either"
    ),
    Case(
        HISTORY,
        "a change that is nested deeply",
        _newest_change(f"before = '{_DEEP}', after = NULL"),
        "either",
    ),
    Case(HISTORY, "a change of no fields", _newest_change("before = '{}', after = NULL"), "either"),
    Case(HISTORY, "a change that names no record", _newest_change("record_id = 'gone'"), "either"),
    Case(
        HISTORY, "a change of no UTF-8", _newest_change("after = CAST(x'7bff7d' AS TEXT)"), "either"
    ),
    Case(
        HISTORY,
        "a change with nothing on both sides",
        _newest_change("before = NULL, after = NULL"),
        "either",
    ),
)
"""All of them; each is made of a good project."""
