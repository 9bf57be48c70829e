"""Project files with a schema that was made to do harm."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.endure.hostile_case import Case, sql

SCHEMA = "hostile schema"
VALUES = "odd values"


def _no_such_module(path: Path) -> None:
    sql(
        "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, "
        "'CREATE VIRTUAL TABLE v USING nosuch(a)')"
    )(path)


def _many_views(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN")
        for number in range(2_000):
            connection.execute(f"CREATE VIEW v{number} AS SELECT {number}")
        connection.commit()


def _swapped_roots(path: Path) -> None:
    sql(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
        "WHERE name = 'source') WHERE name = 'claim'"
    )(path)


CASES = (
    Case(
        SCHEMA,
        "a trigger that drops each edit",
        sql("CREATE TRIGGER t BEFORE INSERT ON claim BEGIN SELECT RAISE(IGNORE); END"),
    ),
    Case(
        SCHEMA,
        "a trigger that empties a table",
        sql("CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM source; END"),
    ),
    Case(
        SCHEMA,
        "a trigger with the name of its table",
        sql("CREATE TRIGGER claim AFTER UPDATE ON claim BEGIN DELETE FROM source; END"),
    ),
    Case(
        SCHEMA,
        "a view in place of a table",
        sql("ALTER TABLE tag RENAME TO hidden", "CREATE VIEW tag AS SELECT * FROM hidden"),
    ),
    Case(
        SCHEMA,
        "a view that never ends",
        sql(
            "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT 1"
        ),
    ),
    Case(
        SCHEMA,
        "a check that takes for ever",
        sql(
            "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', "
            "', CHECK (length(hex(zeroblob(400000000))) > 1)) STRICT') WHERE name = 'claim'"
        ),
    ),
    Case(
        SCHEMA,
        "a weaker check",
        sql("UPDATE sqlite_schema SET sql = replace(sql, '''open''', '''ajar''')"),
    ),
    Case(SCHEMA, "a generated column", sql("ALTER TABLE claim ADD COLUMN g TEXT AS (upper(text))")),
    Case(
        SCHEMA, "an index on an expression", sql("CREATE INDEX slow ON claim (length(hex(text)))")
    ),
    Case(SCHEMA, "an index on some rows", sql("CREATE INDEX some ON claim (rank) WHERE rank > 0")),
    Case(SCHEMA, "a virtual table", sql("CREATE VIRTUAL TABLE v USING fts5(a)")),
    Case(SCHEMA, "an old virtual table", sql("CREATE VIRTUAL TABLE v USING fts4(a)")),
    Case(SCHEMA, "a virtual table of an unknown module", _no_such_module),
    Case(SCHEMA, "a table that reads the pages", sql("CREATE VIRTUAL TABLE v USING dbstat")),
    Case(SCHEMA, "a table more", sql("CREATE TABLE more (a)")),
    Case(SCHEMA, "statistics for the planner", sql("ANALYZE")),
    Case(
        SCHEMA,
        "a schema that is no SQL",
        sql("UPDATE sqlite_schema SET sql = 'CREATE TABLE claim (' WHERE name = 'claim'"),
    ),
    Case(
        SCHEMA,
        "a schema without text",
        sql("UPDATE sqlite_schema SET sql = NULL WHERE name = 'claim'"),
    ),
    Case(
        SCHEMA,
        "a schema of 20 MB",
        sql(
            "UPDATE sqlite_schema SET sql = sql || printf('%.*c', 20000000, ' ') "
            "WHERE name = 'claim'"
        ),
    ),
    Case(SCHEMA, "2,000 views", _many_views),
    Case(
        SCHEMA,
        "two tables of one name",
        sql("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'claim'"),
    ),
    Case(SCHEMA, "a table on the pages of another", _swapped_roots),
    Case(
        SCHEMA,
        "a table on no page",
        sql("UPDATE sqlite_schema SET rootpage = 900000000 WHERE name = 'claim'"),
    ),
    Case(
        SCHEMA,
        "a search index of a later version",
        sql("UPDATE search_config SET v = 99"),
        "either",
    ),
    Case(
        SCHEMA,
        "a search index full of rubbish",
        sql("UPDATE search_data SET block = randomblob(length(block))"),
        "either",
    ),
)
"""All of them; each is made of a good project."""
