"""A PDF in the reader: its pages as they look, words and parts marked on them, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, projects, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.region import Region
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.reader.view import ReaderView
from tests.ingest.asked import taken
from tests.ingest.printed import pdf, written

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Shift, Alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Ctrl = Qt.KeyboardModifier.ControlModifier

STAMP = "q 0 0.5 1 rg 200 40 80 60 re f Q"
PAGES = (
    written("The council closed the old bridge on Monday.", "", "Nobody counted the lorries."),
    written("The second page has a stamp at its foot.") + " " + STAMP,
    written("The ferryman had the last word."),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [taken("bridge.pdf", pdf(*PAGES))])
    yield opened
    opened.close()


@pytest.fixture
def paged(reader: ReaderView, qtbot: QtBot) -> ReaderView:
    """Give the reader once the first page shows, with its words, and the keyboard on it."""
    reader.acts.do("text_or_page")
    settle(reader, qtbot, 1)
    reader.turning.pages.setFocus()
    return reader


def settle(reader: ReaderView, qtbot: QtBot, *pages: int) -> None:
    """Wait until pages are drawn, and their words known."""
    shown = reader.turning.pages

    def there() -> bool:
        return all(
            shown.words_on(page) is not None and shown._store.nearest(page, 900) is not None
            for page in pages
        )

    qtbot.waitUntil(there, timeout=20_000)


def pages_of(reader: ReaderView) -> PagesView:
    return reader.turning.pages


def text_of(document: Document) -> str:
    project = document.project
    capture = project.capture_of(project.all(Source)[0].id)
    assert capture is not None
    return project.text(capture)


def spot(reader: ReaderView, page: int, x: float, y: float) -> QPoint:
    """Return a place of a page, as fractions, in the window."""
    return pages_of(reader).box_of(page, (x, y, x, y)).topLeft().toPoint()


def drag(
    reader: ReaderView,
    start: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    view = pages_of(reader).viewport()
    QTest.mousePress(view, Left, keys, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Left, keys, end)


def over_words(reader: ReaderView, document: Document, words: str) -> None:
    """Drag over words on their page."""
    place = text_of(document).index(words)
    page = reader.turning.text_pages.at(place)
    (left, top, right, bottom), *_ = (
        pages_of(reader).words_on(page).spans(place, place + len(words))  # type: ignore[union-attr]  # settled
    )
    middle = (top + bottom) / 2
    drag(reader, spot(reader, page, left + 0.001, middle), spot(reader, page, right, middle))


def over_stamp(reader: ReaderView) -> None:
    reader.acts.do("next_page")
    pages_of(reader).reveal_box(2, (0.6, 0.7, 1, 0.95))
    drag(reader, spot(reader, 2, 190 / 300, 290 / 400), spot(reader, 2, 290 / 300, 370 / 400))


# Text or pages


def test_a_pdf_shows_as_text_and_by_p_as_pages(reader: ReaderView, document: Document) -> None:
    assert reader.page.isVisible()
    assert reader.turning.bar.isVisible()
    assert reader.turning.bar.text.isChecked()
    QTest.keyClick(reader.page, Key.Key_P)
    assert pages_of(reader).isVisible()
    assert reader.turning.bar.page.isChecked()
    assert pages_of(reader).hasFocus()
    QTest.mouseClick(reader.turning.bar.text, Left)
    assert reader.page.isVisible()


def test_the_pages_look_as_they_are_drawn(paged: ReaderView, qtbot: QtBot) -> None:
    paged.acts.do("next_page")
    pages_of(paged).reveal_box(2, (0.6, 0.7, 1, 1))
    settle(paged, qtbot, 2)
    grabbed = pages_of(paged).viewport().grab().toImage()
    assert grabbed.pixelColor(spot(paged, 2, 240 / 300, 330 / 400)) == QColor(0, 128, 255)
    assert grabbed.pixelColor(spot(paged, 2, 0.5, 0.8)) == QColor("white")


def test_what_was_chosen_is_kept_for_the_next_pdf(
    paged: ReaderView, document: Document, qtbot: QtBot
) -> None:
    other = sources.pin(document.project, [taken("b.pdf", pdf(PAGES[2]))])[0].source
    paged.show_source(other.id)
    assert pages_of(paged).isVisible()
    settle(paged, qtbot, 1)
    assert paged.turning.bar.count.text() == "of 1"


def test_a_pdf_without_text_shows_its_pages_and_nothing_else(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    scanned = sources.pin(document.project, [taken("scan.pdf", pdf(STAMP, STAMP))])[0].source
    reader.show_source(scanned.id)
    assert pages_of(reader).isVisible()
    assert not reader.turning.bar.text.isEnabled()
    assert "text_or_page" not in reader.turning.possible()
    qtbot.waitUntil(lambda: document.pages.nearest(1, 900) is not None, timeout=20_000)
    drag(reader, spot(reader, 1, 0.1, 0.1), spot(reader, 1, 0.4, 0.4))
    QTest.keyClick(pages_of(reader), Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert excerpt.page == 1
    assert excerpt.exact.startswith("[part of page 1: 10 %–40 % across")


def test_a_text_that_is_read_next_has_no_pages(paged: ReaderView, document: Document) -> None:
    plain = sources.pin(document.project, [taken("a.txt", b"Only words.")])[0].source
    paged.show_source(plain.id)
    assert paged.page.isVisible()
    assert not paged.turning.bar.isVisible()
    assert "next_page" not in paged.turning.possible()


# Ways


def test_keys_and_the_field_go_from_page_to_page(paged: ReaderView) -> None:
    bar = paged.turning.bar
    assert (bar.field.text(), bar.count.text()) == ("1", "of 3")
    QTest.keyClick(pages_of(paged), Key.Key_PageDown, Alt)
    assert (pages_of(paged).present, bar.field.text()) == (2, "2")
    assert pages_of(paged).accessibleName().startswith("Page 2 of 3 of ")
    QTest.keyClick(pages_of(paged), Key.Key_J, Shift)
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, "3")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert pages_of(paged).present == 3
    assert pages_of(paged).hasFocus()
    assert not bar.next.isEnabled()
    QTest.keyClick(pages_of(paged), Key.Key_PageUp, Alt)
    assert pages_of(paged).present == 2


def test_a_page_that_is_not_there_is_the_last_one(paged: ReaderView) -> None:
    paged.turning.go_to(99)
    assert pages_of(paged).present == 3


def test_the_text_tells_its_page_too(reader: ReaderView, document: Document) -> None:
    reader.resize(1_000, 120)
    reader.acts.do("next_page")
    assert reader.turning.page == 2
    assert reader.turning.bar.field.text() == "2"
    start = text_of(document).index("The second page")
    assert reader.page.caret == start


def test_text_and_pages_keep_the_place_of_each_other(
    paged: ReaderView, document: Document, qtbot: QtBot
) -> None:
    paged.acts.do("next_page")
    settle(paged, qtbot, 2)
    over_words(paged, document, "second page")
    paged.acts.do("text_or_page")
    assert paged.page.words == "second page"
    assert paged.page.seen_boxes(paged.page.selection or (0, 0))
    paged.turning.go_to(1)
    paged.acts.do("text_or_page")
    assert pages_of(paged).present == 1


def test_find_goes_to_the_words_on_their_page(
    paged: ReaderView, document: Document, qtbot: QtBot
) -> None:
    paged.acts.do("find")
    QTest.keyClicks(paged.find_bar.field, "ferryman")
    settle(paged, qtbot, 3)
    place = text_of(document).index("ferryman")
    qtbot.waitUntil(lambda: bool(pages_of(paged).seen_boxes((place, place + 8))))


# Zoom


def test_zoom_is_by_wheel_about_the_pointer_and_by_keys(paged: ReaderView) -> None:
    pages = pages_of(paged)
    fitted = pages.factor
    for _ in range(3):
        pages.zoom(1)
    at = spot(paged, 1, 0.25, 0.25)
    before = pages.factor
    wheel = QWheelEvent(
        QPointF(at), pages.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Ctrl, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pages.viewport(), wheel)
    assert pages.factor == pytest.approx(before * 1.2)
    moved = spot(paged, 1, 0.25, 0.25) - at
    assert moved.manhattanLength() <= 2
    paged.acts.do("zoom_100")
    assert pages.factor == pytest.approx(1)
    assert paged.turning.bar.magnified.text() == "100 %"
    paged.acts.do("zoom_out")
    assert pages.factor == pytest.approx(1 / 1.2)
    QTest.keyClick(pages, Key.Key_W)
    assert pages.factor == pytest.approx(fitted)


def test_pages_are_as_wide_as_their_room_when_the_window_changes(paged: ReaderView) -> None:
    paged.resize(1_200, paged.height())
    before = pages_of(paged).box_of(1, (0, 0, 1, 1)).width()
    paged.resize(1_400, paged.height())
    assert pages_of(paged).box_of(1, (0, 0, 1, 1)).width() == pytest.approx(before + 200, abs=2)


def test_a_page_is_sharp_however_near_it_is(paged: ReaderView, qtbot: QtBot) -> None:
    paged.acts.do("next_page")
    for _ in range(8):
        paged.acts.do("zoom_in")
    pages = pages_of(paged)
    pages.reveal_box(2, (0.7, 0.8, 0.71, 0.81))
    edge = spot(paged, 2, 200 / 300, 330 / 400)

    def is_sharp() -> bool:
        shot = pages.viewport().grab().toImage()
        row = [shot.pixelColor(edge.x() + x, edge.y()) for x in range(-4, 5)]
        return (
            row[0] == QColor("white")
            and sum(one == row[-1] for one in row) >= 4
            and (row[-1] == QColor(0, 128, 255))
        )

    qtbot.waitUntil(is_sharp, timeout=20_000)


# Marks


def test_words_are_selected_on_the_page_and_kept_by_e(
    paged: ReaderView, document: Document
) -> None:
    over_words(paged, document, "counted the lorries")
    assert paged.page.words == "counted the lorries"
    assert paged.turning.making.bar.isVisible()
    QTest.keyClick(pages_of(paged), Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert (excerpt.exact, excerpt.page) == ("counted the lorries", 1)
    assert excerpt.region is None
    assert paged.page.selection is None
    box = pages_of(paged).seen_boxes((excerpt.start, excerpt.end))[0]
    shot = pages_of(paged).viewport().grab().toImage()
    colors = {shot.pixelColor(x, round(box.top()) + 1).name() for x in range(
        round(box.left()) + 1, round(box.right()) - 1)}  # fmt: skip
    assert "#fff3b8" in colors
    document.undo()
    assert document.project.all(Excerpt) == ()


def test_c_makes_a_claim_of_words_on_the_page(paged: ReaderView, document: Document) -> None:
    over_words(paged, document, "Nobody counted the lorries")
    QTest.keyClick(pages_of(paged), Key.Key_C)
    form = paged.turning.making.composer
    assert form is not None
    assert form.words.toPlainText() == "Nobody counted the lorries"
    assert pages_of(paged).viewport().rect().contains(form.geometry())
    QTest.keyClick(form.words, Key.Key_Return)
    (claim,) = document.project.all(Claim)
    assert document.selected == (claim.id,)
    assert document.project.all(Excerpt)[0].page == 1
    assert paged.turning.making.composer is None


def test_a_drag_beside_words_marks_a_part_of_that_page(
    paged: ReaderView, document: Document
) -> None:
    over_stamp(paged)
    region = pages_of(paged).region
    assert region is not None
    assert region.x == pytest.approx(190 / 300, abs=0.01)
    assert "[part of page 2" in pages_of(paged).accessibleDescription()
    QTest.keyClick(pages_of(paged), Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert excerpt.page == 2
    assert Region.of(excerpt.region) == region
    assert excerpt.wordless
    assert paged.header.count.text() == "1 excerpt"
    document.undo()
    assert document.project.all(Excerpt) == ()


def test_alt_marks_a_part_over_words_and_keeps_them(paged: ReaderView, document: Document) -> None:
    drag(paged, spot(paged, 1, 0.05, 0.08), spot(paged, 1, 0.5, 0.2), Alt)
    assert pages_of(paged).region is not None
    QTest.keyClick(pages_of(paged), Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert excerpt.exact == "The council closed the old\nNobody counted the"
    assert not excerpt.wordless
    assert excerpt.page == 1


def test_shift_c_adds_a_part_to_the_selected_claim(paged: ReaderView, document: Document) -> None:
    claim = claims.write(document.project, "The page is stamped.")
    document.select((claim.id,))
    over_stamp(paged)
    QTest.keyClick(pages_of(paged), Key.Key_C, Shift)
    (said,) = document.project.all(Assertion)
    assert said.claim == claim.id


def test_a_part_is_marked_moved_and_let_go_by_keys_alone(
    paged: ReaderView, document: Document
) -> None:
    pages = pages_of(paged)
    QTest.keyClick(pages, Key.Key_Return)
    first = pages.region
    assert first is not None
    QTest.keyClick(pages, Key.Key_Right)
    QTest.keyClick(pages, Key.Key_Down, Shift)
    region = pages.region
    assert region is not None
    assert region.x > first.x
    assert region.height > first.height
    QTest.keyClick(pages, Key.Key_Escape)
    assert not paged.maker.marks
    assert document.project.all(Excerpt) == ()


def test_keys_select_words_by_the_lines_of_the_page(paged: ReaderView, document: Document) -> None:
    pages = pages_of(paged)
    pages.select(4, 4)
    QTest.keyClick(pages, Key.Key_Down)
    text = text_of(document)
    second = text.index("Nobody")
    assert second <= pages.caret <= second + 8
    QTest.keyClick(pages, Key.Key_Home)
    assert pages.caret == second
    QTest.keyClick(pages, Key.Key_Right, Shift | Ctrl)
    assert paged.page.words == "Nobody "
    QTest.keyClick(pages, Key.Key_End, Shift)
    assert paged.page.words == "Nobody counted the lorries."


def test_words_that_are_selected_let_go_of_a_part_and_it_of_them(
    paged: ReaderView, document: Document
) -> None:
    over_words(paged, document, "old bridge")
    drag(paged, spot(paged, 1, 0.3, 0.5), spot(paged, 1, 0.6, 0.7))
    assert pages_of(paged).region is not None
    assert paged.page.selection is None
    over_words(paged, document, "old bridge")
    assert pages_of(paged).region is None
    assert paged.page.words == "old bridge"


# The way back


def test_from_a_card_to_a_part_of_a_page_and_back(paged: ReaderView, document: Document) -> None:
    over_stamp(paged)
    QTest.keyClick(pages_of(paged), Key.Key_E)
    board = boards.ensure_board(document.project)
    excerpt = document.project.all(Excerpt)[0]
    claim = claims.mark(document.project, excerpt, "It is stamped.", board=board.id)
    paged.acts.do("text_or_page")
    paged.turning.go_to(1)
    document.select(())
    paged.open(claim.id)
    assert pages_of(paged).isVisible()
    box = pages_of(paged).place_of(Region(0.64, 0.73, 0.3, 0.2), 2)
    assert pages_of(paged).viewport().rect().contains(box.center().toPoint())
    with QtBotSignal(paged) as shown:
        document.select((claim.id,))
        paged.acts.do("jump")
    assert shown.ids == [claim.id]


def test_from_a_claim_to_its_words_on_the_page(
    paged: ReaderView, document: Document, qtbot: QtBot
) -> None:
    text, project = text_of(document), document.project
    source = project.all(Source)[0]
    capture = project.capture_of(source.id)
    assert capture is not None
    place = text.index("last word")
    marked = excerpt_of(source.id, capture.id, text, place, place + 9)
    claim = claims.mark(project, marked, "He had it.")
    paged.open(claim.id)
    qtbot.waitUntil(lambda: bool(pages_of(paged).seen_boxes((place, place + 9))), timeout=20_000)
    QTest.mouseClick(
        pages_of(paged).viewport(), Left,
        pos=pages_of(paged).seen_boxes((place, place + 9))[0].center().toPoint(),
    )  # fmt: skip
    assert document.selected == (claim.id,)


def test_a_press_on_a_part_selects_what_rests_on_it(paged: ReaderView, document: Document) -> None:
    over_stamp(paged)
    QTest.keyClick(pages_of(paged), Key.Key_E)
    claim = claims.mark(document.project, document.project.all(Excerpt)[0], "It is stamped.")
    document.select(())
    place = spot(paged, 2, 240 / 300, 330 / 400)
    QTest.mouseClick(pages_of(paged).viewport(), Left, pos=place)
    assert document.selected == (claim.id,)


def test_excerpts_are_stepped_through_in_the_order_of_the_pages(
    paged: ReaderView, document: Document
) -> None:
    over_stamp(paged)
    QTest.keyClick(pages_of(paged), Key.Key_E)
    paged.turning.go_to(1)
    over_words(paged, document, "old bridge")
    QTest.keyClick(pages_of(paged), Key.Key_E)
    part, words = document.project.all(Excerpt)
    assert [mark.excerpt.id for mark in paged.marked.marks] == [words.id, part.id]
    paged.header.open_outline()
    listed = [one.text() for one in paged.header.outline.actions()]
    paged.header.outline.close()
    assert listed[0] == "X2  “old bridge”, page 1"
    assert listed[1].startswith("X1  [part of page 2")


def test_words_that_are_not_those_of_the_text_are_never_guessed(
    paged: ReaderView, document: Document, qtbot: QtBot
) -> None:
    pages = pages_of(paged)
    pages.pages = type(pages.pages).of(text_of(document).replace("council", "counsel"))
    pages._words.clear()
    pages.moved.emit()
    assert pages.words_on(1) is None
    assert "only parts can be marked" in paged.turning.bar.note.text()
    assert pages.holds(QPointF(spot(paged, 1, 0.2, 0.1))) is None
    pages.turn_to(3)
    settle(paged, qtbot, 3)
    assert pages.words_on(3) is not None
    assert paged.turning.bar.note.text() == ""


def test_a_damaged_page_says_so_and_the_others_show(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    broken = pdf(*PAGES).replace(b"/Kids [10 0 R 12 0 R", b"/Kids [10 0 R 19 0 R")
    other = sources.pin(document.project, [taken("broken.pdf", broken)])[0].source
    reader.show_source(other.id)
    reader.acts.do("text_or_page")
    settle(reader, qtbot, 1)
    reader.turning.go_to(2)
    qtbot.waitUntil(lambda: bool(document.pages.failure(2)), timeout=20_000)
    assert document.pages.failure(2) == "Page 2 of “broken.pdf” is damaged and cannot be shown."
    reader.turning.go_to(3)
    settle(reader, qtbot, 3)


class QtBotSignal:
    """Collects the ids that the reader asks to be shown on the board."""

    def __init__(self, reader: ReaderView) -> None:
        self.ids: list[str] = []
        self._reader = reader

    def __enter__(self) -> "QtBotSignal":
        self._reader.show_on_board.connect(self.ids.append)
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.show_on_board.disconnect(self.ids.append)
