"""Passages that many texts share: all of them at once, and one text more."""

from collections.abc import Sequence
from random import Random
from time import perf_counter

from evidence_board.suggest.reuse import Index
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.timing import milliseconds

TEXTS, SENTENCES, WORDS, COPIED = 1_000, 45, 14, 6
ROUNDS = 20


def figures() -> list[Figure]:
    """Find what 1,000 texts of 5 kB share, a tenth of them in part copied, and add one more.

    The floor is to look at each word of the texts once.
    """
    texts = articles()
    begin = perf_counter()
    index = Index()
    for number, text in enumerate(texts):
        index.add(str(number), text)
    all_at_once = perf_counter() - begin
    assert len(index.all_passages()) >= TEXTS // 10
    floor = milliseconds(lambda: [len(text.casefold().split()) for text in texts]) / 1000
    one_more = [milliseconds(lambda: index.add("more", texts[0])) for _ in range(ROUNDS)]
    return [
        figure("reuse.all", [all_at_once], "s", n=TEXTS, floor=floor),
        figure("reuse.one", one_more, "ms", n=TEXTS + 1),
    ]


def articles() -> Sequence[str]:
    """Return the texts; every tenth has some sentences of another one."""
    chance = Random(large_case.CHANCE)
    texts = [[large_case.prose(chance, WORDS) for _ in range(SENTENCES)] for _ in range(TEXTS)]
    for number in range(0, TEXTS, 10):
        other = texts[(number + 7) % TEXTS]
        texts[number] = [*texts[number][:-COPIED], *other[:COPIED]]
    return [" ".join(sentences) for sentences in texts]
