"""Project files of which the search index lies: SQLite reads and writes it as its own."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from tests.endure.hostile_case import Case, Spoil, in_turn, sql

INDEX = "crafted search index"
_STRUCTURE = 10


def _structure(content: str) -> Spoil:
    """Give the list of segments other bytes: written as SQL."""
    return sql(f"UPDATE search_data SET block = {content} WHERE id = {_STRUCTURE}")


def _spoilt(seed: int) -> Spoil:
    """Change some bytes of every block of the index."""

    def spoil(path: Path) -> None:
        chance = Random(seed)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for id, block in connection.execute("SELECT id, block FROM search_data").fetchall():
                made = bytearray(block)
                for _ in range(min(3, len(made))):
                    made[chance.randrange(len(made))] = chance.randrange(256)
                connection.execute(
                    "UPDATE search_data SET block = ? WHERE id = ?", (bytes(made), id)
                )

    return spoil


def _case(name: str, spoil: Spoil, *, once: bool = False) -> Case:
    return Case(INDEX, name, spoil, "either", once=once)


CASES = (
    _case("no list of segments", sql(f"DELETE FROM search_data WHERE id = {_STRUCTURE}")),
    _case("an empty list of segments", _structure("x''")),
    _case("a list without end", _structure("x'00000000ffffffff7f'")),
    _case("a list of 2 to the 31 segments", _structure("x'000000000187ffffff7f87ffffff7f01'")),
    _case("a list of zeros", _structure("zeroblob(64)")),
    _case("a list of 20 MB", _structure("zeroblob(20000000)")),
    _case("a list that is text", _structure("CAST('x' AS TEXT)")),
    _case("nothing at all", sql("DELETE FROM search_data")),
    _case("blocks of 20 MB", sql("UPDATE search_data SET block = zeroblob(20000000)")),
    _case("no texts", sql("DELETE FROM search_content")),
    _case("no sizes", sql("DELETE FROM search_docsize")),
    _case("sizes that lie", sql("UPDATE search_docsize SET sz = x'ffffffffffffffff7f'")),
    _case("sizes of nothing", sql("UPDATE search_docsize SET sz = x''")),
    _case("texts of numbers", sql("UPDATE search_content SET c0 = 17"), once=True),
    _case("texts of 20 MB", sql("UPDATE search_content SET c0 = printf('%.*c', 20000000, 'x')")),
    _case("texts of no UTF-8", sql("UPDATE search_content SET c0 = CAST(x'ff61' AS TEXT)")),
    _case("a page size of 2", sql("INSERT OR REPLACE INTO search_config VALUES ('pgsz', 2)")),
    _case(
        "a page size below zero", sql("INSERT OR REPLACE INTO search_config VALUES ('pgsz', -1)")
    ),
    _case(
        "a rank of the attacker's",
        sql("INSERT OR REPLACE INTO search_config VALUES ('rank', 'load_extension(''x'')')"),
    ),
    _case(
        "merges without end",
        sql(
            "INSERT OR REPLACE INTO search_config VALUES ('automerge', 1)",
            "INSERT OR REPLACE INTO search_config VALUES ('crisismerge', 1)",
            "INSERT OR REPLACE INTO search_config VALUES ('usermerge', 99999)",
        ),
    ),
    _case("a hash of nothing", sql("INSERT OR REPLACE INTO search_config VALUES ('hashsize', 0)")),
    _case("a version of text", sql("UPDATE search_config SET v = 'four'")),
    _case("no version", sql("DELETE FROM search_config")),
    _case("indexes that lead elsewhere", sql("UPDATE search_idx SET pgno = 99999999")),
    _case("an index of other words", sql("UPDATE search_idx SET term = x'00'")),
    _case("records that share their words", sql("UPDATE indexed SET seq = seq + 1000")),
    _case("records of no number", sql("DELETE FROM indexed")),
    _case(
        "records without end",
        in_turn(
            sql(
                "INSERT INTO indexed SELECT max(seq) + 9000000000, 'gone' FROM indexed",
                "UPDATE indexed SET seq = 9223372036854775807 WHERE record = 'gone'",
            )
        ),
    ),
    *(_case(f"bytes spoilt by chance, {seed}", _spoilt(seed)) for seed in range(1, 31)),
)
"""All of them; each is made of a good project."""
