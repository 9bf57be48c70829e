"""Pictures of cards between tiles: each is kept until all its tiles have shown it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.ui.canvas.card_images import CardImages
from evidence_board.ui.canvas.cards import CARD_PAINTERS, SHEETS
from evidence_board.ui.canvas.cards.single import MARGIN, card_image
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.sheets import Sheets
from evidence_board.ui.canvas.tiles import SIDE
from evidence_board.ui.tokens import load_tokens

FACE = Face("claim", "C1", "The shipment left on Monday.")


@pytest.fixture
def ink(application: QApplication) -> Ink:
    look = Look(load_tokens("light"), Lettering(load_tokens("light")))
    painter = QPainter()  # of no picture: a card is painted with one of its own
    return Ink(painter, look, "near", 1.0, 1.0)


def test_a_card_within_one_tile_is_not_kept(ink: Ink) -> None:
    images = CardImages()
    images.image(FACE, QRectF(100, 100, 208, 100), ink)
    assert len(images) == 0


def test_a_card_on_two_tiles_is_drawn_once_and_then_let_go(ink: Ink) -> None:
    images = CardImages()
    left = images.image(FACE, QRectF(SIDE - 50, 100, 208, 100), ink)
    assert len(images) == 1
    right = images.image(FACE, QRectF(-50, 100, 208, 100), ink)
    assert right.cacheKey() == left.cacheKey()
    assert len(images) == 0


def test_a_card_on_four_tiles_is_kept_until_the_last_of_them(ink: Ink) -> None:
    images = CardImages()
    corners = [(SIDE - 50, SIDE - 50), (-50, SIDE - 50), (SIDE - 50, -50), (-50, -50)]
    drawn: list[QImage] = []
    for x, y in corners:
        assert len(images) == (len(drawn) > 0)
        drawn.append(images.image(FACE, QRectF(x, y, 208, 100), ink))
    assert len({image.cacheKey() for image in drawn}) == 1
    assert len(images) == 0


def test_only_so_many_pictures_wait_for_tiles_that_may_never_come(ink: Ink) -> None:
    images, faces = CardImages(), [Face("claim", f"C{n}", "It left.") for n in range(60)]
    for face in faces:
        images.image(face, QRectF(SIDE - 50, 100, 208, 100), ink)
    assert 20 < len(images) < 60


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_card_on_a_kept_sheet_is_the_card_drawn_as_a_whole(
    ink: Ink, kind: str, ratio: float
) -> None:
    drawn = replace(ink, ratio=ratio)
    box, margin = QRectF(0, 0, 208, 100), round(MARGIN * ratio)
    for words in ("The shipment left on Monday.", "Nobody saw it."):
        face = replace(FACE, kind=kind, title=words)
        image = card_image(face, box, drawn)
        whole = QImage(image.size(), image.format())
        whole.fill(Qt.GlobalColor.transparent)
        painter = QPainter(whole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(margin, margin)
        painter.scale(ratio, ratio)
        area = QRectF(0, 0, box.width() / ratio, box.height() / ratio)
        CARD_PAINTERS[kind](replace(drawn, painter=painter), face, area)
        painter.end()
        assert image == whole
    assert len(ink.look.sheets) == 1


def test_only_so_many_bare_sheets_are_kept(application: QApplication) -> None:
    sheets, made = Sheets(), list[int]()

    def sheet() -> QImage:
        made.append(len(made))
        return QImage(214, 106, QImage.Format.Format_ARGB32_Premultiplied)

    for size in range(40):
        sheets.image(size, sheet)
        sheets.image(0, sheet)
    assert 10 < len(sheets) < 40
    assert len(made) == 40, "what was used last stays"
