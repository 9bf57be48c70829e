"""Print how well the proposals meet the gold marks: python -m tests.suggest.accuracy [TEXT...]."""

import sys

from tests.suggest.gold import Gold, all_gold, misses, scores

ROUNDS = (
    "earlier",
    "late",
    "later",
    "last",
    "batch1",
    "batch2",
    "batch3",
    "batch4",
    "batch5",
    "batch6",
    "batch7",
    "batch8",
    "batch9",
)
"""The rounds in which texts were written, by the first word of their names."""


def main(names: list[str]) -> None:
    """Print the score of each kind, over all texts or with what was missed in those named."""
    groups = {"named": all_gold(*names)} if names else by_time()
    for title, golds in groups.items():
        print(f"{title}: {len(golds)} texts, {sum(len(one.text.split()) for one in golds)} words")
        for kind, score in scores(golds).items():
            print(
                f"  {kind:14} gold {score.gold:4}  proposed {score.proposed:4}"
                f"  P {score.precision:.3f}  R {score.recall:.3f}"
            )
        if names:
            print(*(line for gold in golds for line in misses(gold)), sep="\n")


def by_time() -> dict[str, tuple[Gold, ...]]:
    """Return the texts written before the rules were done, and those of later rounds."""
    rounds: dict[str, tuple[Gold, ...]] = {name: () for name in ROUNDS}
    for one in all_gold():
        first = one.name.partition("-")[0]
        name = first if first in ROUNDS else "earlier"
        rounds[name] = (*rounds[name], one)
    return rounds


if __name__ == "__main__":
    main(sys.argv[1:])
