"""Searching many texts for what is being typed, letter by letter."""

import gc
import sqlite3
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from evidence_board.project.asked import understood
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.timing import in_turn

TEXTS = 100_000
ROUNDS = 160
TYPED = (
    *("h", "ha", "har", "harb", "harbo", "harbour", "harbour m", "harbour manifest qu", "k", "ke"),
    *("kel", "kelado", "no such", "mini", "minist", "said second"),
)
"""What stands in all texts, in few, and in none; of one word and of more."""
PARTS = ("inis", "arbou", "elad", "ustom", "hippe", "nifes", "zavi", "xyz")
"""What stands in the middle of words."""
WORDS = (
    "SELECT rowid, text FROM search WHERE rowid IN "
    "(SELECT rowid FROM search WHERE search MATCH ? LIMIT 100) LIMIT 50"
)
GRAMS = (
    "SELECT rowid, text FROM search WHERE rowid IN "
    "(SELECT rowid FROM parts WHERE parts MATCH ? LIMIT 100) LIMIT 50"
)
Ask = Callable[[str], object]


def figures() -> list[Figure]:
    """Ask for each in turn; the floor is the same question to FTS5 itself, capped alike."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "texts.evboard")
        project = large_case.texts(path, TEXTS)
        gc.freeze()  # as the window does: Python would look all records through now and then
        raw = sqlite3.connect(path)

        def first(typed: str) -> object:
            return next(project.searching(understood(typed)))

        def by_words(typed: str) -> object:
            return raw.execute(WORDS, (_words(typed),)).fetchall()

        def by_grams(typed: str) -> object:
            return raw.execute(GRAMS, (_grams(typed),)).fetchall()

        made = [
            _figure("search.prefix", TYPED, first, by_words),
            _figure("search.whole", TYPED, project.search, by_words),
            _figure("search.part", PARTS, first, by_grams),
        ]
        raw.close()
        project.close()
    return made


def _figure(name: str, words: tuple[str, ...], ours: Ask, plain: Ask) -> Figure:
    asked = list(islice(cycle(words), ROUNDS + 1))
    taken, floor = in_turn(ROUNDS, lambda n: ours(asked[n]), lambda n: plain(asked[n]))
    return figure(name, taken, "ms", n=TEXTS, floor=median(floor))


def _words(typed: str) -> str:
    return " ".join(f'"{word}"*' for word in typed.split())


def _grams(typed: str) -> str:
    return " AND ".join(f'"{typed[at : at + 3]}"' for at in range(len(typed) - 2))
