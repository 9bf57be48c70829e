"""The size of a card and the words that fit on it, px at 100 %."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from evidence_board.brief.figure_cards import Face, FigureCard
from evidence_board.typeset.faces import width

TITLE, LEADING = 13.0, 17.0
SIDES = 28.0
MOST_LINES = 4
FRAMING, GAP = 39.0, 7.0
FIXED = {"source": 64.0, "origin": 48.0, "actor": 52.0}
# Words are measured without kerning and broken by another hand: leave a little room.
SLACK = 1.04


@dataclass(frozen=True)
class Box:
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, other: "Box") -> bool:
        """Whether the middle of the other lies inside."""
        across, down = other.centre
        return 0 <= across - self.x <= self.width and 0 <= down - self.y <= self.height

    def grown(self, by: float) -> Self:
        """Return the box with a margin around it."""
        return type(self)(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> Self:
        """Return the smallest box that holds all; there must be one."""
        held = list(boxes)
        left, top = min(box.x for box in held), min(box.y for box in held)
        right = max(box.x + box.width for box in held)
        return cls(left, top, right - left, max(box.y + box.height for box in held) - top)


def boxed(card: FigureCard) -> Box:
    """Return where a card lies; a height of 0 is that of its text."""
    return Box(card.x, card.y, card.width, card.height or text_height(card.face, card.width))


def text_height(face: Face, across: float) -> float:
    """Return the height that a card needs at a width, as the board on the screen has it."""
    if face.kind in FIXED:
        return FIXED[face.kind]
    most = {"excerpt": 8, "note": 12}.get(face.kind, MOST_LINES)
    lines = broken(face.title, across - SIDES, TITLE, most)
    return FRAMING + LEADING * len(lines) + rows_below(face)


def rows_below(face: Face) -> float:
    """Return the height of the judgement and the badge under a title, px at 100 %."""
    judged = GAP + 14 if face.judged else 0
    return judged + (GAP + 20 if face.origins else 0) + (GAP + 14 if face.held_back else 0)


def broken(text: str, across: float, size: float, most: int) -> tuple[str, ...]:
    """Return the lines of a text that is `across` wide, cut with an ellipsis after `most`."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, across, size):
        longer = f"{line} {word}".strip()
        if width(longer, size) * SLACK <= across or not line:
            line = longer
            continue
        lines.append(line)
        line = word
        if len(lines) == most:
            return (*lines[:-1], _cut(f"{lines[-1]} {word}", across, size))
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, across: float, size: float) -> Iterator[str]:
    """Yield the words; one that is wider than the line is broken where it must be."""
    for word in text.split():
        if width(word, size) * SLACK <= across:
            yield word
            continue
        piece = ""
        for character in word:
            if piece and width(piece + character, size) * SLACK > across:
                yield piece
                piece = ""
            piece += character
        yield piece


def _cut(line: str, across: float, size: float) -> str:
    while line and width(f"{line}…", size) * SLACK > across:
        line = line[:-1].rstrip()
    return f"{line}…"
