"""Cards at the middle level of detail: the statement comes before its signs."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.heights import BADGE_ROW, height_of_words
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.tokens import load_tokens

LONG = "North Korea supplies munitions for the war in large numbers."


@dataclass(frozen=True)
class Watched(Ink):
    """Ink that keeps the lines it writes and where they end."""

    written: list[str] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    ends: list[tuple[float, float]] = field(default_factory=list)
    """Where each line ends: its right edge and its bottom."""

    def lines(
        self, role: Role, box: QRectF, lines: tuple[str, ...], color: str, step: float = 0.0
    ) -> None:
        self.written.extend(lines)
        self.bottoms.append(box.top() + len(lines) * (step or self.line(role)))
        high = step or self.line(role)
        for place, line in enumerate(lines, 1):
            right = box.left() + self.width(role, line)
            self.ends.append((right, box.top() + place * high))
        super().lines(role, box, lines, color, step)


def painted(face: Face, zoom: float, height: float) -> Watched:
    """Paint a card of the usual width at a zoom of the middle level."""
    look = Look(load_tokens("light"), Lettering(load_tokens("light")))
    picture = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    ink = Watched(painter, look, "middle", zoom, 1.0)
    CARD_PAINTERS[face.kind](ink, face, QRectF(0, 0, 208 * zoom, height * zoom))
    painter.end()
    return ink


def natural(words: str, judged: float) -> float:
    return height_of_words("claim", words, 208, Lettering(load_tokens("light"))) + judged


@pytest.mark.parametrize("kind", ["claim", "hypothesis"])
@pytest.mark.parametrize("zoom", [0.4, 0.45, 0.5, 0.6, 0.7])
@pytest.mark.parametrize("judged", [21.0, 21.0 + BADGE_ROW])
def test_a_long_title_has_two_lines_also_where_its_likelihood_is_told(
    application: QApplication, kind: str, zoom: float, judged: float
) -> None:
    face = Face(kind, "C1", LONG, step=5, likelihood="likely")
    height = natural(LONG, judged)
    ink = painted(face, zoom, height)
    assert len(ink.written) >= 2
    assert max(ink.bottoms) <= height * zoom + 1


@pytest.mark.parametrize("zoom", [0.45, 0.6])
def test_a_long_title_of_a_claim_without_judgement_has_two_lines(
    application: QApplication, zoom: float
) -> None:
    ink = painted(Face("claim", "C1", LONG), zoom, natural(LONG, 0.0))
    assert len(ink.written) >= 2


def test_where_there_is_room_for_one_line_there_is_one(application: QApplication) -> None:
    ink = painted(Face("claim", "C1", LONG, step=5, likelihood="likely"), 0.4, 48.0)
    assert len(ink.written) == 1


@pytest.mark.parametrize("kind", ["claim", "hypothesis", "excerpt"])
@pytest.mark.parametrize("zoom", [0.4, 0.5, 0.6, 0.7])
@pytest.mark.parametrize("locked", [False, True])
def test_words_leave_the_corner_free_where_the_marks_are(
    application: QApplication, kind: str, zoom: float, locked: bool
) -> None:
    face = Face(kind, "C1", LONG, contradicted=True, unfinished=True, locked=locked)
    for height in (48.0, 64.0, 80.0, 96.0):
        ink = painted(face, zoom, height)
        right, bottom = 208 * zoom, height * zoom
        marks = right - 33 - 16 * locked
        assert ink.written[0].rstrip("…")
        assert all(end <= marks or low <= bottom - 14 for end, low in ink.ends), height


def test_a_card_without_marks_keeps_its_words(application: QApplication) -> None:
    plain = painted(Face("claim", "C1", LONG), 0.5, 84.0)
    marked = painted(Face("claim", "C1", LONG, contradicted=True), 0.5, 84.0)
    assert len(" ".join(plain.written)) > len(" ".join(marked.written))
    assert plain.written[0] == marked.written[0]
