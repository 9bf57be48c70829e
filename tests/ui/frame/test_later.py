"""Parts of a window that are made when they are first seen or asked for."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.model.source import Source
from evidence_board.ui.brief.view import BriefView
from evidence_board.ui.docks.history.dock import History
from evidence_board.ui.issues.dock import IssuesDock
from evidence_board.ui.later import Later
from evidence_board.ui.lineage.view import LineageView
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_tab_walks_a_part_that_was_made_late_in_its_place(
    qtbot: QtBot, application: QApplication
) -> None:
    window, first, last = QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window)
    pages = QStackedWidget()
    late = Later(QLineEdit, first)
    for page in (QWidget(), late):
        pages.addWidget(page)
    column = QVBoxLayout(window)
    for part in (first, pages, last):
        column.addWidget(part)
    window.show()
    assert not late.findChildren(QLineEdit)
    pages.setCurrentWidget(late)
    assert late.findChildren(QLineEdit) == [late.part]
    assert late.part.isVisible()
    last.setFocus()
    walked = []
    for _ in range(3):
        window.focusNextChild()
        walked.append(window.focusWidget())
    assert walked == [first, late.part, last]


def test_a_window_opens_with_the_board_and_makes_its_other_views_later(
    wiring: Wiring, source: Source, qtbot: QtBot
) -> None:
    window = wiring.window
    kinds = (ReaderView, LineageView, BriefView, History, IssuesDock)
    assert [one for one in kinds if window.findChild(one) is not None] == []
    wiring.document.select((source.id,))
    wiring.set_mode("reader")
    assert wiring.reader.source_id == source.id, "it follows what was selected before it was made"
    wiring.modes.quiet.start(0)
    qtbot.waitUntil(lambda: not wiring.modes.quiet.isActive())
    made = [one for one in kinds if window.findChild(one) is not None]
    assert made == [ReaderView, LineageView, BriefView]
