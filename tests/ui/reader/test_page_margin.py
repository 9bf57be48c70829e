"""Beside the pages of a PDF as beside a text: hints before them, cards and the form after them."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, projects, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_in, excerpt_of
from evidence_board.model.region import Region
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.reader.hint_chip import HintChip
from evidence_board.ui.reader.mark_card import MarkCard
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from tests.ingest.asked import taken
from tests.ingest.printed import pdf

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def at(x: int, y: int, *lines: str) -> str:
    """Return the operators that write lines below each other from a place on."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    return f"BT /F 9 Tf {x} {y} Td {drawn} ET"


FIRST = at(
    20, 370,
    "The bridge closed on 1 March 2021.",
    "About 1,200 lorries probably crossed it,",
    "Olaf Tandberg said.",
)  # fmt: skip
COLUMNS = (
    at(20, 370, "Nobody counted the boats.", "The ferry may go, Ida Moe said.")
    + " "
    + at(170, 380, "Some 40 boats lay there.")
)
PAGES = (FIRST, COLUMNS, at(20, 370, "The last page has no hints."))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [taken("bridge.pdf", pdf(*PAGES))])
    return opened


@pytest.fixture
def reader(qtbot: QtBot, application: QApplication, document: Document) -> ReaderView:
    """Give a reader that shows the first page, with the hints on it."""
    view = ReaderView(document, apply_theme(application, "light"))
    view.resize(1_100, 900)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    document.select((document.project.all(Source)[0].id,))
    view.acts.do("text_or_page")
    view.activateWindow()
    pages_of(view).setFocus()
    qtbot.waitUntil(lambda: bool(chips(view)), timeout=20_000)
    return view


def pages_of(reader: ReaderView) -> PagesView:
    return reader.turning.pages


def chips(reader: ReaderView) -> list[HintChip]:
    """Return the chips beside the pages, from the top."""
    every = pages_of(reader).viewport().findChildren(HintChip)
    shown = [one for one in every if one.isVisible()]
    return sorted(shown, key=lambda one: one.y())


def told(reader: ReaderView) -> list[str]:
    return [chip.hint.told for chip in chips(reader) if chip.hint]


def chip(reader: ReaderView, words: str) -> HintChip:
    return next(one for one in chips(reader) if one.hint and words in one.hint.told)


def cards(reader: ReaderView) -> list[MarkCard]:
    every = pages_of(reader).viewport().findChildren(MarkCard)
    return sorted((one for one in every if one.isVisible()), key=lambda one: one.y())


def held(project: Project) -> tuple[Source, Capture, str]:
    source = project.all(Source)[0]
    capture = project.capture_of(source.id)
    assert capture is not None
    return source, capture, project.text(capture)


def excerpt(project: Project, words: str) -> Excerpt:
    source, capture, text = held(project)
    start = text.index(words)
    return excerpt_of(source.id, capture.id, text, start, start + len(words))


def box(reader: ReaderView, words: str) -> QRectF:
    start = reader.page.paragraphs.text.index(words)
    found = pages_of(reader).first_box((start, start + len(words)))
    assert found is not None
    return found


def select(reader: ReaderView, words: str) -> None:
    start = reader.page.paragraphs.text.index(words)
    pages_of(reader).select(start, start + len(words))


# Hints


def test_hints_stand_before_the_page_level_with_their_words(reader: ReaderView) -> None:
    figure = chip(reader, "1,200")
    assert abs(figure.geometry().center().y() - box(reader, "1,200").center().y()) < 24
    left = pages_of(reader).box_of(1, (0, 0, 1, 1)).left()
    for one in chips(reader):
        assert one.x() >= 0
        assert one.geometry().right() < left
    tops = [one.geometry() for one in chips(reader)]
    assert all(a.bottom() < b.top() for a, b in pairwise(tops))


def test_hints_of_two_columns_stand_in_the_order_of_their_heights(
    reader: ReaderView, qtbot: QtBot
) -> None:
    reader.acts.do("next_page")
    qtbot.waitUntil(lambda: any("40" in one for one in told(reader)), timeout=20_000)
    names = [one for one in told(reader) if "40" in one or "Moe" in one]
    assert "40" in names[0], "higher on the page, though later in the text"


def test_words_with_hints_are_marked_on_the_page(reader: ReaderView) -> None:
    before = pages_of(reader).viewport().grab().toImage()
    words = box(reader, "probably")
    colors = {before.pixelColor(x, round(words.top()) + 1).name() for x in range(
        round(words.left()) + 1, round(words.right()) - 1)}  # fmt: skip
    assert colors != {"#ffffff"}
    QTest.mouseClick(reader.header.layers.button("hedge"), Left)
    after = pages_of(reader).viewport().grab().toImage()
    x, y = round(words.center().x()), round(words.top()) + 1
    assert after.pixelColor(x, y) == QColor("white")


def test_each_kind_is_switched_on_pages_too(reader: ReaderView) -> None:
    assert reader.header.layers.isVisible()
    QTest.mouseClick(reader.header.layers.button("figure"), Left)
    assert not any("1,200" in one for one in told(reader))
    assert any("probably" in one for one in told(reader))


def test_a_press_on_a_hint_begins_a_claim_from_its_words_on_the_page(
    reader: ReaderView, document: Document
) -> None:
    QTest.mouseClick(chip(reader, "Tandberg"), Left)
    form = reader.turning.making.composer
    assert form is not None
    assert "lorries" in form.words.toPlainText()
    QTest.keyClick(form.words, Key.Key_Return)
    (claim,) = document.project.all(Claim)
    (said,) = document.project.all(Assertion)
    assert said.claim == claim.id
    assert [one.mark.claim for one in cards(reader)] == [claim]


def test_a_press_on_a_hint_fills_the_form_that_is_open(reader: ReaderView) -> None:
    select(reader, "The bridge closed")
    QTest.keyClick(pages_of(reader), Key.Key_C)
    form = reader.turning.making.composer
    assert form is not None
    QTest.mouseClick(chip(reader, "probably"), Left)
    assert form.form.saying().hedge == "probably"
    assert reader.turning.making.composer is form


def test_delete_turns_a_hint_down_on_the_page_and_undo_brings_it_back(
    reader: ReaderView, document: Document
) -> None:
    hedge = chip(reader, "probably")
    hedge.setFocus()
    QTest.keyClick(hedge, Key.Key_Delete)
    assert not any("probably" in one for one in told(reader))
    reader.acts.do("text_or_page")
    assert not any("probably" in one.told for one in reader.hinting.gutter.hints)
    document.undo()
    reader.acts.do("text_or_page")
    assert any("probably" in one for one in told(reader))


def test_keys_walk_the_hints_onto_a_page_that_was_not_in_sight(
    reader: ReaderView, qtbot: QtBot
) -> None:
    reader.acts.do("previous_hint")

    def on_the_last() -> bool:
        focused = reader.hinting.gutter.focused
        return focused is not None and focused == reader.hinting.gutter.hints[-1]

    qtbot.waitUntil(on_the_last, timeout=20_000)
    assert 2 in pages_of(reader).visible_pages()


def test_text_and_pages_have_their_own_gutters(reader: ReaderView) -> None:
    assert chips(reader)
    reader.acts.do("text_or_page")
    assert not chips(reader)
    beside_text = reader.page.viewport().findChildren(HintChip)
    assert any(one.isVisible() for one in beside_text)


# Cards


def test_cards_stand_after_the_page_level_with_words_and_parts(
    reader: ReaderView, document: Document
) -> None:
    project = document.project
    source, capture, _ = held(project)
    claims.mark(project, excerpt(project, "The bridge closed"), "It is closed.")
    part = excerpt_in(source.id, capture.id, Region(0.1, 0.6, 0.3, 0.2), 1)
    claims.excerpt(project, part)
    words, picture = cards(reader)
    assert words.mark.claim is not None
    assert picture.mark.excerpt.region == part.region
    assert abs(words.y() - box(reader, "The bridge closed").top()) < 30
    top = pages_of(reader).place_of(Region(0.1, 0.6, 0.3, 0.2), 1).top()
    assert abs(picture.y() - top) < 30
    assert words.x() > pages_of(reader).box_of(1, (0, 0, 1, 1)).right()


def test_a_card_leads_to_its_part_of_a_page_and_selects_the_claim(
    reader: ReaderView, document: Document
) -> None:
    made = claims.mark(document.project, excerpt(document.project, "The bridge closed"), "Shut.")
    QTest.mouseClick(cards(reader)[0], Left)
    assert document.selected == (made.id,)


def test_cards_of_pages_out_of_sight_are_hidden(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    reader.resize(1_100, 420)
    claims.mark(document.project, excerpt(document.project, "The bridge closed"), "Shut.")
    claims.mark(document.project, excerpt(document.project, "The last page"), "The end.")
    assert [one.mark.claim.text for one in cards(reader) if one.mark.claim] == ["Shut."]
    reader.turning.go_to(3)
    qtbot.waitUntil(
        lambda: [one.mark.claim.text for one in cards(reader) if one.mark.claim] == ["The end."],
        timeout=20_000,
    )


def test_the_form_stands_in_the_margin_and_the_claim_has_no_card_until_it_is_made(
    reader: ReaderView, document: Document
) -> None:
    pages = pages_of(reader)
    pages.begin_at(QPointF(pages.box_of(1, (0.1, 0.6, 0.1, 0.6)).topLeft()))
    pages.mark(Region(0.1, 0.6, 0.3, 0.2))
    QTest.keyClick(pages, Key.Key_C)
    form = reader.turning.making.composer
    assert form is not None
    assert form.geometry().left() >= pages.box_of(1, (0, 0, 1, 1)).right() - 60
    QTest.keyClicks(form.words, "A part that is empty.")
    form.rest()
    assert cards(reader) == []
    QTest.keyClick(form.words, Key.Key_Return)
    assert len(cards(reader)) == 1
    assert document.project.all(Excerpt)[0].page == 1


def test_zoomed_so_far_that_there_is_no_room_marks_stand_in_place_of_cards(
    reader: ReaderView, document: Document
) -> None:
    made = claims.mark(document.project, excerpt(document.project, "The bridge closed"), "Shut.")
    pages = pages_of(reader)
    for _ in range(3):
        pages.zoom(1)
    assert not pages.ground.has_margin
    assert cards(reader) == []
    assert [tag.words for tag in pages.tags] == [made.mark]
    pages.fit_width()
    assert len(cards(reader)) == 1


@pytest.mark.parametrize("width", [420, 640, 760, 900, 1_000, 1_400, 2_000])
def test_page_hints_and_cards_share_the_width_whatever_it_is(
    reader: ReaderView, width: int
) -> None:
    reader.resize(width, 900)
    pages = pages_of(reader)
    page, ground = pages.box_of(1, (0, 0, 1, 1)), pages.ground
    assert page.left() >= ground.gutter
    end = ground.cards + ground.card if ground.has_margin else page.right()
    assert end <= pages.viewport().width() + 1
    assert page.width() >= min(300, width - 80)
    assert not ground.has_margin or ground.cards > page.right()
