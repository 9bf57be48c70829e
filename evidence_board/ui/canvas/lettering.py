"""Text on the board: fonts by role, and line breaks that hold at every zoom.

Widths are measured once per word at 100 % without hinting, so that they grow with the zoom and
a text never breaks anew while it is zoomed; what is painted is what was measured.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from math import floor
from typing import Literal, get_args

import numpy as np
from PySide6.QtGui import QFont, QFontMetricsF

from evidence_board.ui.canvas.advances import UNITS, Advances
from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.tokens import Tokens

Role = Literal["cardTitle", "small", "meta", "badge", "mark", "mono", "excerpt", "body", "frame"]

# Size, line and weight in px at 100 % where the type scale has no step of that name.
_OWN_STEPS: dict[Role, tuple[float, float, int, str]] = {
    "mark": (11.5, 18, 600, "ui"),
    "mono": (11, 18, 600, "mono"),
    "excerpt": (13, 17, 400, "reader"),
    "frame": (12.5, 17, 600, "ui"),
}
_ELLIPSIS = "…"
_MOST_KNOWN = 100_000
"""A bound on memory: so many words take 15 MB."""


@dataclass(frozen=True)
class _Face:
    """The font of a role, ``base_size`` px large, and what it measures; px at 100 %."""

    font: QFont
    metrics: QFontMetricsF
    advances: Advances
    base_size: int
    size: float
    line: float
    ascent: float


class Lettering:
    """The fonts of one scheme and what their words measure."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._faces: dict[Role, _Face] = {}
        self._widths: dict[tuple[Role, str], float] = {}
        self._taken: dict[tuple[Role, str], int] = {}

    def measures_like(self, other: "Lettering") -> bool:
        """Whether all texts take the same room with other lettering: only colours may differ."""
        return all(self._step(role) == other._step(role) for role in get_args(Role))

    def release(self) -> None:
        """Let the fonts go; they come again when they are asked for.

        For the thread that drew with them, before it ends: what Qt keeps for a font belongs to the
        thread, and a font that outlives it ends the program when it is deleted.
        """
        self._faces.clear()

    def font(self, role: Role) -> QFont:
        """Return the font of a role, `base_size` px large."""
        return self._face(role).font

    def base_size(self, role: Role) -> int:
        """Return the size in whole px in which the font of a role is kept; painters scale it."""
        return self._face(role).base_size

    def size(self, role: Role) -> float:
        """Return the size of a role in px at 100 %."""
        return self._face(role).size

    def line(self, role: Role) -> float:
        """Return the line height of a role in px at 100 %."""
        return self._face(role).line

    def ascent(self, role: Role) -> float:
        """Return how far below the top of a line its base line lies, px at 100 %."""
        return self._face(role).ascent

    def width(self, role: Role, text: str) -> float:
        """Return how wide a text is, px at 100 %."""
        known = self._widths.get((role, text))
        if known is None:
            face = self._face(role)
            known = face.metrics.horizontalAdvance(text) * (face.size / face.base_size)
            if len(self._widths) > _MOST_KNOWN:
                self._widths.clear()
            self._widths[role, text] = known
        return known

    def advances(self, role: Role) -> Advances:
        """Return how far the letters of a role advance, at the size in which its font is kept."""
        return self._face(role).advances

    def limits(self, role: Role, widths: Floats) -> Ints:
        """Return widths, px at 100 %, as what is counted in while lines are broken."""
        share = UNITS * self.base_size(role) / self.size(role)
        return np.floor(widths * share).astype(np.int64)

    def wrap(self, role: Role, text: str, width: float, most: int) -> tuple[str, ...]:
        """Return a text in at most `most` lines; what is left over ends in an ellipsis."""
        lines: list[str] = []
        rest = text.split("\n")
        limit = floor(width * (UNITS * self.base_size(role) / self.size(role)))
        while rest and len(lines) <= most:
            lines += self._break(role, rest.pop(0), limit, most + 1 - len(lines))
        if len(lines) <= most and not rest:
            return tuple(lines)
        kept = lines[:most]
        if kept:
            kept[-1] = self.elide(role, " ".join(lines[most - 1 :]) + _ELLIPSIS, width, cut=True)
        return tuple(kept)

    def elide(self, role: Role, text: str, width: float, *, cut: bool = False) -> str:
        """Return a text that fits, shortened with an ellipsis where it does not.

        ``cut`` says that the text goes on anyway.
        """
        if self._width_of(role, text) <= width:
            return text
        bare = text.removesuffix(_ELLIPSIS) if cut else text
        return self._fitting(role, bare, width).rstrip(" ,;:.") + _ELLIPSIS

    def _fitting(self, role: Role, text: str, width: float) -> str:
        """Return as much of a text as fits into a width with an ellipsis behind it."""
        words, gap = text.split(" "), self.width(role, " ")
        starts = list(accumulate((self.width(role, one) + gap for one in words), initial=0.0))
        for place in range(min(bisect_right(starts, width), len(words)) - 1, -1, -1):
            word, room = words[place], width - starts[place]
            low, high = 0, len(word)
            while low < high:
                middle = (low + high + 1) // 2
                if self.width(role, word[:middle] + _ELLIPSIS) <= room:
                    low = middle
                else:
                    high = middle - 1
            if low:
                return " ".join((*words[:place], word[:low]))
        return ""

    def _break(self, role: Role, text: str, limit: int, most: int) -> list[str]:
        """Return a paragraph in lines, at most `most` of them, the last one as long as it is."""
        gap = self._face(role).advances.gap
        lines: list[str] = []
        line, room = "", limit
        for word in text.split(" "):
            needed = self._taken_by(role, word)
            if line and needed + gap > room:
                lines.append(line)
                line, room = "", limit
                if len(lines) >= most:
                    return lines
            if not line and needed > limit:
                *whole, word = self._chop(role, word, limit)
                lines += whole
                needed = self._taken_by(role, word)
            room -= needed + (gap if line else 0)
            line = f"{line} {word}" if line else word
        lines.append(line)
        return lines

    def _chop(self, role: Role, word: str, limit: int) -> list[str]:
        """Return a word that is wider than a line in pieces (Chinese has no spaces)."""
        pieces, piece, used = [], "", 0
        for letter in word:
            step = self._taken_by(role, letter)
            if piece and used + step > limit:
                pieces.append(piece)
                piece, used = "", 0
            piece += letter
            used += step
        return [*pieces, piece]

    def _taken_by(self, role: Role, word: str) -> int:
        """Return how much of a line a word takes, as it is counted for many texts at once."""
        known = self._taken.get((role, word))
        if known is None:
            known = self._face(role).advances.of(word)
            if len(self._taken) > _MOST_KNOWN:
                self._taken.clear()
            self._taken[role, word] = known
        return known

    def _width_of(self, role: Role, text: str) -> float:
        """Return the width of a text word by word, as `wrap` counts it."""
        words = text.split(" ")
        gaps = self.width(role, " ") * (len(words) - 1)
        return gaps + sum(self.width(role, word) for word in words)

    def _face(self, role: Role) -> "_Face":
        face = self._faces.get(role)
        if face is None:
            face = self._faces[role] = self._loaded(role)
        return face

    def _loaded(self, role: Role) -> "_Face":
        size, line, weight, families, italic = self._step(role)
        font = QFont(list(families))
        whole = size == int(size)
        font.setPixelSize(int(size if whole else size * 2))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        metrics, base = QFontMetricsF(font), font.pixelSize()
        rise, fall = metrics.ascent() * size / base, metrics.descent() * size / base
        ascent = (line - rise - fall) / 2 + rise
        return _Face(font, metrics, Advances(metrics.horizontalAdvance), base, size, line, ascent)

    def _step(self, role: Role) -> tuple[float, float, int, tuple[str, ...], bool]:
        if role in _OWN_STEPS:
            size, line, weight, group = _OWN_STEPS[role]
            return size, line, weight, self._tokens.families(group), role == "excerpt"
        step = self._tokens.type_role(role)
        return step.size, step.line, step.weight, step.families, False


def runs_left(text: str) -> bool:
    """Return whether the first strong letter of a text runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
