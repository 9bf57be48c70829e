"""How well the proposals meet the gold marks, in the texts of each round."""

from pathlib import Path

import pytest

from tests.suggest.gold import FOLDER, KINDS, all_gold, gold_of, misses, scores

# What the rules reach on texts that they were mended by; first runs stand in docs/suggestions.md.
FLOORS = {
    "attribution": (0.95, 0.90),
    "hedge": (0.95, 0.95),
    "quantity": (0.97, 0.95),
    "date": (0.97, 0.95),
    # What is proposed for the record is right; what a text does not state plainly stays empty.
    "bibliographic": (1.00, 0.50),
    "context": (0.85, 0.70),
    "citation": (0.85, 0.70),
}
LATE = tuple(path.stem for path in sorted(FOLDER.glob("late-*.gold")))
LATER = tuple(
    path.stem for name in ("later", "last") for path in sorted(FOLDER.glob(f"{name}-*.gold"))
)
BATCHES = tuple(path.stem for path in sorted(FOLDER.glob("batch*.gold")))
EARLIER = tuple(one.name for one in all_gold() if one.name not in LATE + LATER + BATCHES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "names", [EARLIER, LATE, LATER, BATCHES], ids=["earlier", "late", "later", "batches"]
)
def test_proposals_reach_the_floors(names: tuple[str, ...], kind: str) -> None:
    golds = all_gold(*names)
    score = scores(golds)[kind]
    told = "\n".join(line for gold in golds for line in misses(gold) if kind in line)
    assert score.precision >= FLOORS[kind][0], told
    assert score.recall >= FLOORS[kind][1], told


def test_there_are_texts_of_many_kinds_of_press() -> None:
    assert len(EARLIER) >= 16
    assert len(LATE) >= 6
    assert len(LATER) >= 12
    assert len(BATCHES) >= 20


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.gold")), ids=lambda path: path.stem)
def test_a_text_is_its_gold_without_the_marks(path: Path) -> None:
    assert path.with_suffix(".txt").read_text(encoding="utf-8") == gold_of(path).text


def test_each_speech_that_is_marked_has_its_words_marked() -> None:
    for gold in all_gold():
        tags = {mark.tag.partition("=")[0] for mark in gold.marks}
        assert {f"c{tag[1:]}" for tag in tags if tag[0] == "k"} <= tags, gold.name
