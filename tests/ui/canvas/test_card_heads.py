"""The first row of a card: what it rests on is told in full before a warning gets its word."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.tokens import load_tokens


@dataclass(frozen=True)
class Watched(Ink):
    """Ink that keeps the words it writes."""

    written: list[str] = field(default_factory=list)
    ends: dict[str, float] = field(default_factory=dict)

    def text(self, role: Role, x: float, y: float, words: str, color: str) -> None:
        self.written.append(words)
        self.ends[words] = x + self.width(role, words)
        super().text(role, x, y, words, color)


def head(face: Face, width: float) -> list[str]:
    """Return the words on a card as wide as this."""
    return drawn(face, width).written


def drawn(face: Face, width: float) -> Watched:
    """Return the ink that drew a card as wide as this."""
    look = Look(load_tokens("light"), Lettering(load_tokens("light")))
    picture = QImage(400, 200, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    ink = Watched(painter, look, "near", 1.0, 1.0)
    CARD_PAINTERS[face.kind](ink, face, QRectF(0, 0, width, 96))
    painter.end()
    return ink


@pytest.mark.parametrize(("width", "word"), [(192, False), (208, True)])
def test_a_contradicted_claim_still_says_that_it_rests_on_the_analyst(
    application: QApplication, width: int, word: bool
) -> None:
    words = head(Face("claim", "C12", "It left.", aside="analyst", contradicted=True), width)
    assert "analyst" in words
    assert ("contradicted" in words) == word


def test_of_two_warnings_no_sign_lies_on_the_mark(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed: list[tuple[float, float]] = []
    real = signs.misfit

    def watched(ink: Ink, x: float, y: float, share: float) -> None:
        placed.append((x, share))
        real(ink, x, y, share)

    monkeypatch.setattr(signs, "misfit", watched)
    for width in range(150, 240, 2):
        placed.clear()
        ink = drawn(Face("claim", "C12", "It left.", contradicted=True, misfit=True), width)
        ((x, share),) = placed
        assert x - signs.CLASH * share / 2 > ink.ends["C12"]


def test_without_an_aside_the_warning_has_its_word(application: QApplication) -> None:
    assert "contradicted" in head(Face("claim", "C12", "It left.", contradicted=True), 208)
