"""Parts of a picture: marked by hand and by keys, kept as excerpts, and the way back to them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.region import Region
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.reader.view import ReaderView
from tests.ingest.drawn import png

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left, Shift = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def project(tmp_path: Path) -> Project:
    opened = projects.start(tmp_path / "case.evboard")
    seen = png(800, 400, color=b"\x20\x90\x40")
    remark = "PNG, 800 × 400 px"
    sources.pin(
        opened,
        [SourceDraft("yard.png", seen, "", "image/png", "none", "test", {}, "image", remark)],
    )
    boards.ensure_board(opened)
    return opened


@pytest.fixture
def seen(reader: ReaderView, qtbot: QtBot) -> ReaderView:
    """Give the reader once the picture shows, with the keyboard on it."""
    qtbot.waitUntil(lambda: reader.picture.image is not None, timeout=20_000)
    reader.picture.setFocus()
    return reader


def point(reader: ReaderView, x: float, y: float) -> QPoint:
    whole = reader.picture._place()
    return QPoint(round(whole.left() + x * whole.width()), round(whole.top() + y * whole.height()))


def marked(reader: ReaderView) -> Region | None:
    return reader.picture.region


def drag(reader: ReaderView, start: tuple[float, float], end: tuple[float, float]) -> None:
    view = reader.picture.viewport()
    QTest.mousePress(view, Left, pos=point(reader, *start))
    QTest.mouseMove(view, point(reader, *end))
    QTest.mouseRelease(view, Left, pos=point(reader, *end))


def test_a_drag_marks_a_part_and_e_keeps_it(seen: ReaderView, document: Document) -> None:
    drag(seen, (0.25, 0.25), (0.5, 0.75))
    region = seen.picture.region
    assert region is not None
    assert (round(region.x, 2), round(region.y, 2)) == (0.25, 0.25)
    assert seen.picture_making.bar.isVisible()
    QTest.keyClick(seen.picture, Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert Region.of(excerpt.region) == region
    assert excerpt.exact.startswith("[part of the picture: 25 %–50 % across")
    assert seen.picture.region is None
    assert document.selected == (excerpt.id,)
    assert seen.header.count.text() == "1 excerpt"
    document.undo()
    assert document.project.all(Excerpt) == ()


def test_a_part_that_is_dragged_out_of_the_picture_ends_at_its_edge(seen: ReaderView) -> None:
    drag(seen, (0.5, 0.5), (1.4, 1.02))
    region = seen.picture.region
    assert region is not None
    assert (region.x + region.width, region.y + region.height) == (1, 1)


def test_c_makes_a_claim_from_a_part_with_its_card(seen: ReaderView, document: Document) -> None:
    drag(seen, (0.1, 0.1), (0.4, 0.4))
    QTest.keyClick(seen.picture, Key.Key_C)
    form = seen.picture_making.composer
    assert form is not None
    assert seen.picture.viewport().rect().contains(form.geometry())
    assert not form.make.isEnabled()
    QTest.keyClicks(form.words, "A crane stands in the yard.")
    QTest.keyClick(form.words, Key.Key_Return)
    (claim,) = document.project.all(Claim)
    (said,) = document.project.all(Assertion)
    assert claim.text == "A crane stands in the yard."
    assert said.excerpt == document.project.all(Excerpt)[0].id
    assert claim.id in [card.record for card in document.project.all(Card)]
    assert seen.picture_making.composer is None


def test_escape_leaves_the_form_then_the_part(seen: ReaderView, document: Document) -> None:
    drag(seen, (0.1, 0.1), (0.4, 0.4))
    QTest.keyClick(seen.picture, Key.Key_C)
    form = seen.picture_making.composer
    assert form is not None
    QTest.keyClick(form.words, Key.Key_Escape)
    assert seen.picture_making.composer is None
    assert marked(seen) is not None
    QTest.keyClick(seen.picture, Key.Key_Escape)
    assert marked(seen) is None
    assert document.project.all(Claim) == ()


def test_keys_alone_mark_move_and_resize_a_part(seen: ReaderView, document: Document) -> None:
    QTest.keyClick(seen.picture, Key.Key_Return)
    first = seen.picture.region
    assert first is not None
    QTest.keyClick(seen.picture, Key.Key_Right)
    QTest.keyClick(seen.picture, Key.Key_Down, Shift)
    region = seen.picture.region
    assert region is not None
    assert region.x > first.x
    assert region.width == first.width
    assert region.height > first.height
    assert seen.picture.accessibleDescription() == region.words
    QTest.keyClick(seen.picture, Key.Key_E)
    assert len(document.project.all(Excerpt)) == 1


def test_the_same_part_twice_is_one_excerpt(seen: ReaderView, document: Document) -> None:
    for _ in range(2):
        drag(seen, (0.25, 0.25), (0.5, 0.75))
        QTest.keyClick(seen.picture, Key.Key_E)
    assert len(document.project.all(Excerpt)) == 1


def test_a_press_on_a_part_selects_what_rests_on_it(seen: ReaderView, document: Document) -> None:
    drag(seen, (0.1, 0.1), (0.4, 0.4))
    QTest.keyClick(seen.picture, Key.Key_E)
    excerpt = document.project.all(Excerpt)[0]
    claim = claims.mark(document.project, excerpt, "A crane stands there.")
    document.select(())
    QTest.mouseClick(seen.picture.viewport(), Left, pos=point(seen, 0.2, 0.2))
    assert document.selected == (claim.id,)
    QTest.mouseClick(seen.picture.viewport(), Left, pos=point(seen, 0.9, 0.9))
    assert document.selected == (claim.id,)


def test_shift_c_adds_a_part_to_the_selected_claim(seen: ReaderView, document: Document) -> None:
    claim = claims.write(document.project, "A crane stands there.")
    document.select((claim.id,))
    drag(seen, (0.1, 0.1), (0.4, 0.4))
    QTest.keyClick(seen.picture, Key.Key_C, Shift)
    (said,) = document.project.all(Assertion)
    assert said.claim == claim.id


def test_a_part_stays_where_it_is_in_the_picture_when_that_is_zoomed_and_resized(
    seen: ReaderView, document: Document
) -> None:
    drag(seen, (0.25, 0.25), (0.5, 0.75))
    region = seen.picture.region
    assert region is not None
    before = seen.picture.place_of(region)
    seen.acts.do("zoom_in")
    larger = seen.picture.place_of(region)
    assert larger.width() == pytest.approx(before.width() * 1.25, abs=2)
    spot = seen.picture.spot(QPointF(larger.topLeft()))
    assert spot == pytest.approx((region.x, region.y), abs=0.01)
    seen.acts.do("zoom_100")
    seen.resize(700, 500)
    spot = seen.picture.spot(QPointF(seen.picture.place_of(region).topLeft()))
    assert spot == pytest.approx((region.x, region.y), abs=0.01)


@pytest.mark.parametrize(
    "fields", [None, {}, {"x": 0.1}, {"x": 2, "y": 0, "width": 1, "height": 1}, {"x": "a"}]
)
def test_a_region_that_cannot_be_read_is_none(fields: dict[str, object] | None) -> None:
    assert Region.of(fields) is None  # type: ignore[arg-type]  # whatever a file says
