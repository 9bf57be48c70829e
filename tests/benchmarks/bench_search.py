"""Searching many texts for what is being typed, letter by letter."""

import sqlite3
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.timing import in_turn

TEXTS = 20_000
ROUNDS = 60
TYPED = ("ha", "har", "harb", "harbour", "manifest qu", "ke", "kel", "kelado", "no such", "minis")
"""What stands in many texts, in few, and in none; of one word and of two."""
PLAIN = (
    "SELECT rowid, snippet(search, 0, '«', '»', '…', 12) FROM search "
    "WHERE search MATCH ? ORDER BY rank LIMIT 50"
)


def figures() -> list[Figure]:
    """Ask for each prefix in turn; the floor is the same question to FTS5 itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "texts.evboard")
        project = large_case.texts(path, TEXTS)
        raw = sqlite3.connect(path)
        asked = list(islice(cycle(TYPED), ROUNDS + 1))
        ours, floor = in_turn(
            ROUNDS,
            lambda place: project.search(asked[place]),
            lambda place: raw.execute(PLAIN, (_query(asked[place]),)).fetchall(),
        )
        raw.close()
        project.close()
    return [figure("search.prefix", ours, "ms", n=TEXTS, floor=median(floor))]


def _query(words: str) -> str:
    return " ".join(f'"{word}"' for word in words.split()) + "*"
