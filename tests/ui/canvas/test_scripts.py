"""Cards in other scripts: no glyph is a box, and text stands at the side it starts from."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.fonts import load_fonts, load_other_fonts
from evidence_board.ui.tokens import load_tokens

CYRILLIC, HANGUL, ARABIC = "Паром вышел", "북한은 부인했다", "الميناء مفتوح"


@pytest.fixture
def look(application: QApplication) -> Look:
    load_fonts()
    load_other_fonts()
    tokens = load_tokens("light")
    return Look(tokens, Lettering(tokens))


def inked(look: Look, title: str) -> list[int]:
    """Return the columns of the title's line that have ink, of a card 208 wide."""
    image = QImage(208, 64, QImage.Format.Format_RGB32)
    image.fill(look.color("surface.card"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = Face("claim", "", title)
    CARD_PAINTERS["claim"](Ink(painter, look, "near", 1.0, 1.0), face, QRectF(0, 0, 208, 64))
    painter.end()
    return [
        x
        for x in range(12, 200)
        if any(image.pixelColor(x, y).lightness() < 120 for y in range(30, 48))
    ]


@pytest.mark.parametrize("title", [CYRILLIC, HANGUL])
def test_text_that_runs_from_the_left_stands_at_the_left(look: Look, title: str) -> None:
    columns = inked(look, title)
    assert 12 <= columns[0] < 20
    assert columns[-1] < 150


def test_text_that_runs_from_the_right_stands_at_the_right(look: Look) -> None:
    columns = inked(look, ARABIC)
    assert columns[-1] > 190
    assert columns[0] > 60


@pytest.mark.parametrize("text", [CYRILLIC, HANGUL, ARABIC])
@pytest.mark.parametrize("role", ["cardTitle", "body", "excerpt"])
def test_no_letter_of_the_scripts_we_carry_fonts_for_is_a_box(
    look: Look, text: str, role: Role
) -> None:
    metrics = QFontMetricsF(look.lettering.font(role))
    assert [letter for letter in text if not metrics.inFontUcs4(ord(letter))] == []
