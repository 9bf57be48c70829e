"""Excerpts whose words moved or are gone, and the list of all excerpts of a text."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.ui.document import Document
from evidence_board.ui.reader.header import ReaderHeader
from evidence_board.ui.reader.mark_card import MarkCard
from evidence_board.ui.reader.view import ReaderView
from tests.ui.reader.scene import TEXT, make_claim, take_again

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def words_of(card: MarkCard) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel))


def cards(reader: ReaderView) -> list[MarkCard]:
    return [card for card in reader.page.viewport().findChildren(MarkCard) if card.isVisible()]


def outline(reader: ReaderView) -> list[str]:
    menu = reader.header.outline
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_words_that_stand_elsewhere_in_a_newer_text_are_marked_there_and_it_is_said(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "closed the old bridge", "It closed.")
    newer = f"Corrected on Friday.\r\n\r\n{TEXT}"
    take_again(document.project, newer)
    (mark,) = reader.marked.marks
    assert mark.span is not None
    assert newer[slice(*mark.span)] == "closed the old bridge"
    assert mark.moved
    (card,) = cards(reader)
    assert "Found again by its words" in words_of(card)
    assert not reader.orphans.isVisible()


def test_words_that_are_gone_are_said_to_be_orphaned_and_marked_nowhere(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "closed the old bridge", "It closed.")
    make_claim(document.project, "Nobody counted the lorries", "Nobody counted.")
    before = document.project.all(Excerpt)
    take_again(document.project, TEXT.replace("closed the old bridge", "shut the bridge"))
    assert reader.orphans.isVisible()
    assert "the marked words are not in this text any more" in reader.orphans.text
    assert len(cards(reader)) == 1
    assert len(reader.page._shown.marked) == 1
    assert reader.header.count.text() == "2 excerpts, 1 orphaned"
    assert document.project.all(Excerpt) == before, "nothing was moved"
    (row,) = reader.orphans.findChildren(QPushButton)
    assert "X1  “closed the old bridge”" in row.accessibleName()
    QTest.mouseClick(row, Left)
    assert document.selected == (before[0].id,)
    assert claim.mark in outline(reader)[0]
    assert outline(reader)[0].startswith("Orphaned: X1")


def test_an_orphan_is_no_orphan_any_more_when_the_step_is_undone(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "closed the old bridge")
    take_again(document.project, "Other words.")
    assert reader.orphans.isVisible()
    document.undo()
    assert not reader.orphans.isVisible()
    assert len(cards(reader)) == 1


def test_a_source_without_orphans_says_nothing(reader: ReaderView, document: Document) -> None:
    make_claim(document.project, "closed the old bridge")
    assert not reader.orphans.isVisible()
    assert reader.header.count.text() == "1 excerpt"


def test_the_list_of_excerpts_goes_to_the_words_by_key(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "Nobody counted the lorries", "Nobody counted.")
    last = make_claim(document.project, "The last word was with the ferryman", "He spoke last.")
    menu = reader.header.outline
    QTest.keyClick(reader.page, Key.Key_O)
    assert menu.isVisible()
    assert outline(reader) == [
        "X1  “Nobody counted the lorries”  →  C1",
        "X2  “The last word was with the ferryman”  →  C2",
    ]
    QTest.keyClick(menu, Key.Key_Up)
    QTest.keyClick(menu, Key.Key_Return)
    assert document.selected == (last.id,)
    assert reader.page.seen_boxes(reader.marked.marks[1].span or (0, 0))


def test_a_tick_beside_the_scroll_bar_goes_to_its_words(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "The last word was with the ferryman")
    (tick,) = reader.marked.overview.ticks()
    assert reader.marked.overview.isVisible()
    assert reader.page.verticalScrollBar().value() == 0
    spot = QPoint(
        reader.marked.overview.width() // 2, round(tick.height * reader.marked.overview.height())
    )
    QTest.mouseClick(reader.marked.overview, Left, pos=spot)
    assert document.selected == (claim.id,)
    assert reader.page.verticalScrollBar().value() > 0


def test_a_click_between_the_ticks_does_nothing(reader: ReaderView, document: Document) -> None:
    make_claim(document.project, "The last word was with the ferryman")
    before = document.selected
    QTest.mouseClick(reader.marked.overview, Left, pos=QPoint(4, 40))
    assert document.selected == before


def test_a_claim_that_is_selected_elsewhere_brings_its_words_into_view(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "The last word was with the ferryman")
    document.select((claim.id,))
    assert reader.page.seen_boxes(reader.marked.marks[0].span or (0, 0))
    reader.page.verticalScrollBar().setValue(0)
    document.select(())
    document.select((claim.id,))
    assert reader.page.verticalScrollBar().value() == 0, "it stands there already"


def test_g_leads_back_to_the_card(reader: ReaderView, document: Document, qtbot: QtBot) -> None:
    claim = make_claim(document.project, "Nobody counted")
    board = boards.ensure_board(document.project)
    boards.pin_records(document.project, board.id, [(claim.id, 0, 0)])
    document.select((claim.id,))
    with qtbot.waitSignal(reader.show_on_board) as asked:
        QTest.keyClick(reader.page, Key.Key_G)
    assert asked.args == [claim.id]


def test_the_keyboard_goes_on_from_the_excerpt_that_was_gone_to(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "Nobody counted the lorries", "Nobody counted.")
    reader.acts.do("next_excerpt")
    assert reader.page.caret == reader.page.paragraphs.text.index("Nobody counted")
    assert reader.page.selection is None


@pytest.mark.parametrize("width", [180, 240, 300, 420, 700])
def test_nothing_in_the_head_lies_over_something_else(
    document: Document, qtbot: QtBot, width: int
) -> None:
    header = ReaderHeader()
    qtbot.addWidget(header)
    header.setFixedWidth(width)
    header.name_source(document.project.all(Source)[0])
    header.allow(hints=False, words=True, something=True)
    header.count_excerpts(3)
    header.show()
    QApplication.sendPostedEvents()
    row = (header.date, header.grade, header.count, header.previous, header.next)
    shown = [
        part.geometry()
        for part in (*row, header.search, header.smaller, header.larger)
        if part.isVisible()
    ]
    assert all(one.right() < other.left() for one, other in pairwise(shown))
    assert shown[-1].right() <= width
    assert header.next.isVisible()
    assert header.larger.isVisible() == (width >= 420)
