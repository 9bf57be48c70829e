"""A source that is a picture, opened in the reader: it is shown, and that it has no text."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.region import Region
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from tests.ingest.drawn import png

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GREEN = b"\x20\x90\x40"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = projects.start(tmp_path / "case.evboard")
    yield opened
    opened.close()


def held(project: Project, size: tuple[int, int], original: bytes | None = None) -> Source:
    remark = f"PNG, {size[0]} × {size[1]} px"
    seen = png(*size, color=GREEN) if original is None else original
    draft = SourceDraft("yard.png", seen, "", "image/png", "none", "test", {}, "image", remark)
    return sources.pin(project, [draft])[0].source


@pytest.fixture
def reader(qtbot: QtBot, application: QApplication, document: Document) -> ReaderView:
    """Give a reader that shows nothing yet."""
    view = ReaderView(document, apply_theme(application, "light"))
    view.resize(900, 600)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_the_picture_is_shown_as_wide_as_there_is_room(
    project: Project, reader: ReaderView, qtbot: QtBot
) -> None:
    reader.show_source(held(project, (1_600, 400)).id)
    qtbot.waitUntil(lambda: reader.picture.image is not None, timeout=20_000)
    grabbed = reader.picture.viewport().grab().toImage()
    green = QColor(*GREEN)
    row = [grabbed.pixelColor(x, 60) == green for x in range(grabbed.width())]
    assert sum(row) >= grabbed.width() - 60


def test_a_small_picture_is_not_made_larger(
    project: Project, reader: ReaderView, qtbot: QtBot
) -> None:
    reader.show_source(held(project, (100, 50)).id)
    qtbot.waitUntil(lambda: reader.picture.image is not None, timeout=20_000)
    grabbed = reader.picture.viewport().grab().toImage()
    row = [grabbed.pixelColor(x, 50) == QColor(*GREEN) for x in range(grabbed.width())]
    assert 96 <= sum(row) <= 100


def test_it_says_what_it_is_and_how_a_part_is_marked(project: Project, reader: ReaderView) -> None:
    source = held(project, (40, 30))
    reader.show_source(source.id)
    assert reader.picture.words == (
        "A picture: PNG, 40 × 30 px. Drag over a part of it to mark that."
    )
    assert reader.picture.accessibleDescription() == reader.picture.words
    assert reader.picture.accessibleName() == f"Picture of {source.name}"
    assert not reader.header.search.isVisible()


def test_a_high_picture_scrolls(project: Project, reader: ReaderView) -> None:
    reader.show_source(held(project, (500, 3_000)).id)
    assert reader.picture.verticalScrollBar().maximum() > 2_000


def test_a_damaged_picture_says_so(project: Project, reader: ReaderView, qtbot: QtBot) -> None:
    reader.show_source(held(project, (40, 30), b"\x89PNG\r\n\x1a\nbroken").id)
    qtbot.waitUntil(lambda: "damaged" in reader.picture.words, timeout=20_000)
    assert reader.picture.image is None


def test_a_text_that_is_read_next_is_shown_again(project: Project, reader: ReaderView) -> None:
    reader.show_source(held(project, (40, 30)).id)
    text = SourceDraft("a.txt", b"Words.", "Words.", "text/plain", "UTF-8", "test", {})
    reader.show_source(sources.pin(project, [text])[0].source.id)
    assert reader.page.isVisible()
    assert reader.header.search.isVisible()
    assert not reader.picture.isVisible()


def shown(reader: ReaderView, x: float, y: float) -> QPoint:
    """Return where a place of the picture, as fractions, is in the window."""
    place = reader.picture.place_of(Region(x, y, 0.01, 0.01))
    return place.topLeft()


def striped(size: tuple[int, int]) -> bytes:
    """Return a picture whose columns are black and white by turns, taken on its side."""
    made = BytesIO()
    picture = Image.new("L", size)
    row = bytes(255 * (x % 2) for x in range(size[0]))
    picture.frombytes(row * size[1])
    exif = Image.Exif()
    exif[0x0112] = 6  # it is to be turned to the right
    picture.rotate(90, expand=True).save(made, "PNG", exif=exif)
    return made.getvalue()


def test_each_pixel_of_a_large_picture_can_be_seen_the_right_way_up(
    project: Project, reader: ReaderView, qtbot: QtBot
) -> None:
    reader.show_source(held(project, (4_000, 1_000), striped((4_000, 1_000))).id)
    qtbot.waitUntil(lambda: reader.picture.image is not None, timeout=20_000)
    reader.acts.do("zoom_100")
    corner = shown(reader, 0, 0)

    def rows_are_striped() -> bool:
        shot = reader.picture.viewport().grab().toImage()
        row = [shot.pixelColor(x, 300).value() for x in range(200, 240)]
        odd = (200 - corner.x()) % 2
        return row[odd::2] == [0] * 20 and row[1 - odd :: 2] == [255] * 20

    qtbot.waitUntil(rows_are_striped, timeout=20_000)


def test_a_picture_is_zoomed_about_the_pointer(
    project: Project, reader: ReaderView, qtbot: QtBot
) -> None:
    reader.show_source(held(project, (1_600, 1_400)).id)
    page = reader.picture
    at = shown(reader, 0.25, 0.25)
    for _ in range(3):
        wheel = QWheelEvent(
            QPointF(at), page.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.viewport(), wheel)
    assert (shown(reader, 0.25, 0.25) - at).manhattanLength() <= 6
    reader.acts.do("fit_width")
    assert page.place_of(Region(0, 0, 1, 1)).width() <= page.viewport().width()
