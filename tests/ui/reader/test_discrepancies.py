"""Figures that do not fit: proposed in a window, noted with a verdict, turned down, settled."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, projects, sources
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.discrepancies import Discrepancies
from evidence_board.ui.dialogs.words_side import Side
from evidence_board.ui.document import Document
from evidence_board.ui.reader.view import ReaderView
from tests.ui.reader.scene import draft

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
FIRST = "The depot 🌉 lies 200 kilometres from the border, officials said."
SECOND = "The depot, about 125 miles from the border, was full."


def _words(project: Project, number: int) -> Excerpt:
    source = project.all(Source)[number]
    capture = project.capture_of(source.id)
    assert capture is not None
    text = project.text(capture)
    return excerpt_of(source.id, capture.id, text, 0, len(text))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project with a claim that two sources assert, with figures that differ."""
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [draft("a.txt", FIRST, "First"), draft("b.txt", SECOND, "Second")])
    claim = claims.mark(opened, _words(opened, 0), "The depot is far from the border.")
    claims.attach(opened, claim, _words(opened, 1))
    return opened


@pytest.fixture
def window(reader: ReaderView, qtbot: QtBot) -> Discrepancies:
    """Give the window with the one proposal."""
    reader.acts.do("discrepancies")
    shown = reader.differing.window
    assert shown is not None
    qtbot.waitExposed(shown)
    qtbot.waitUntil(lambda: shown.list.count() == 1, timeout=20_000)
    return shown


def test_both_figures_show_with_the_verdict_that_is_proposed(window: Discrepancies) -> None:
    assert "Proposed: agree after conversion" in window.list.item(0).text()
    assert "124.3 mi" in window.told.text
    assert window.verdict.currentData() == "agree after conversion and rounding"
    for side, words in zip(window.sides, ("200 kilometres", "about 125 miles"), strict=True):
        assert side.text.textCursor().document().toPlainText().count(words) == 1


def _underlined(side: Side) -> str:
    """Return the words of a side that are marked."""
    cursor = QTextCursor(side.text.document())
    marked = ""
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        last = side.text.toPlainText()[cursor.position() - 1]
        marked += last if cursor.charFormat().fontUnderline() else ""
    return marked


def test_only_the_words_that_are_compared_are_marked_however_often_they_show(
    window: Discrepancies, document: Document
) -> None:
    assert _underlined(window.sides[1]) == "about 125 miles"
    QTest.mouseClick(window.keep_button, Left)
    assert _underlined(window.sides[1]) == SECOND
    document.undo()
    assert _underlined(window.sides[1]) == "about 125 miles"


def test_note_keeps_the_verdict_and_the_reason_and_undo_takes_it_back(
    window: Discrepancies, document: Document
) -> None:
    window.verdict.show_key("different measurand")
    QTest.keyClicks(window.reason, "Two depots.")
    QTest.mouseClick(window.keep_button, Left)
    (noted,) = document.project.all(Discrepancy)
    assert (noted.verdict, noted.reason) == ("different measurand", "Two depots.")
    assert window.list.count() == 1
    assert window.list.item(0).text().startswith("Different measurand")
    document.undo()
    assert document.project.all(Discrepancy) == ()
    assert "Proposed" in window.list.item(0).text()


def test_keys_of_the_list_note_and_turn_down(window: Discrepancies, document: Document) -> None:
    window.list.setFocus()
    QTest.keyClick(window.list, Key.Key_Delete)
    assert window.list.count() == 0
    assert document.project.undo_label == "Dismiss suggestion"
    assert not window.keep_button.isEnabled()
    document.undo()
    window.list.setFocus()
    QTest.keyClick(window.list, Key.Key_Return)
    assert len(document.project.all(Discrepancy)) == 1


def test_a_noted_one_is_settled_and_deleted(window: Discrepancies, document: Document) -> None:
    window.verdict.show_key(None)
    QTest.mouseClick(window.keep_button, Left)
    assert window.list.item(0).text().startswith("Open")
    window.verdict.show_key("conflict")
    window.reason.setText("")
    QTest.mouseClick(window.keep_button, Left)
    assert document.project.all(Discrepancy)[0].verdict is None
    QTest.keyClicks(window.reason, "One of them erred.")
    QTest.mouseClick(window.keep_button, Left)
    (settled,) = document.project.all(Discrepancy)
    assert (settled.verdict, settled.reason) == ("conflict", "One of them erred.")
    QTest.mouseClick(window.away_button, Left)
    assert document.project.all(Discrepancy) == ()
    assert "Proposed" in window.list.item(0).text()


def test_the_name_of_a_side_leads_to_its_words(
    window: Discrepancies, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(document.read_asked) as asked:
        QTest.mouseClick(window.sides[1].name, Left)
    assert asked.args == [document.project.all(Source)[1].id]


def test_a_claim_that_loses_its_words_is_compared_no_more(
    window: Discrepancies, document: Document, qtbot: QtBot
) -> None:
    document.undo()  # the second assertion
    qtbot.waitUntil(lambda: window.list.count() == 0, timeout=20_000)
    document.redo()
    qtbot.waitUntil(lambda: window.list.count() == 1, timeout=20_000)
