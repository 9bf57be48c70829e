"""A project that is open to read only: why is told once, links work, nothing can be changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.project import lock
from evidence_board.project.project import Project
from evidence_board.ui.docks.assertion_page import AssertionPage
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.evidence import SaidLine
from evidence_board.ui.docks.page import LinkButton
from evidence_board.ui.docks.summary_pages import BoardPage
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOLDER = {
    "pid": 1,
    "host": "elsewhere",
    "user": "Kim",
    "since": "2026-11-22T07:26:00Z",
    "born": "",
}


@pytest.fixture
def reading(qtbot: QtBot, project: Project, settings: SettingsFile, jobs: Jobs) -> Iterator[Wiring]:
    """Give the project in a window while somebody else has it open."""
    project.close()
    path: Path = project.path
    lock.lock_path(path).write_text(json.dumps(HOLDER), encoding="utf-8")
    window = MainWindow()
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    yield Wiring(window, Document(Project.open(path, read_only=True), jobs, window), settings)
    window.close()


def claim_page(reading: Wiring) -> ClaimPage:
    reading.document.select((reading.document.project.all(Claim)[0].id,))
    page = reading.inspector.page
    assert isinstance(page, ClaimPage)
    return page


def test_the_banner_says_who_has_it_and_offers_a_copy(reading: Wiring) -> None:
    banner = reading.window.banner
    assert "07:26 UTC on 22 November 2026 (Kim on elsewhere)" in banner.message
    assert banner.action.text() == "Save a copy"


@pytest.mark.parametrize("width", [1600, 1024])
def test_a_chip_beside_the_title_stays_when_the_banner_is_closed(
    reading: Wiring, width: int
) -> None:
    reading.window.banner.close_button.click()
    reading.window.resize(width, 800)
    QTest.qWait(10)
    chips = [one for one in reading.window.titles.findChildren(QLabel) if one.text()]
    assert "Read only" in [one.text() for one in chips if one.isVisible()]


def test_an_unfinished_point_leads_to_its_record(reading: Wiring, qtbot: QtBot) -> None:
    reading.document.select(())
    page = reading.inspector.page
    assert isinstance(page, BoardPage)

    def points() -> list[LinkButton]:
        shown = [one for one in page.findChildren(LinkButton) if one.isVisible()]
        return [one for one in shown if one.words().startswith("No key judgement yet")]

    qtbot.waitUntil(lambda: bool(points()))
    QTest.mouseClick(points()[0], Qt.MouseButton.LeftButton)
    assert reading.document.selected


def test_words_can_be_read_where_they_stand(reading: Wiring) -> None:
    line = claim_page(reading).findChildren(SaidLine)[0]
    read = next(one for one in line.children() if getattr(one, "toolTip", str)().find("Read") >= 0)
    QTest.mouseClick(read, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # a button
    assert reading.mode == "reader"


def test_the_text_of_a_claim_can_be_copied_but_not_changed(reading: Wiring) -> None:
    field = claim_page(reading).text
    field.setFocus()
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == field.toPlainText()
    before = field.toPlainText()
    QTest.keyClicks(field, "x")
    assert field.toPlainText() == before


def test_nothing_that_edits_is_left_to_press(reading: Wiring) -> None:
    page = claim_page(reading)
    assert not page.kind.isEnabled()
    assert not page.confidence.steps.isEnabled()
    assert not page.likelihood.scale.isEnabled()
    assert not page.rank.box.isEnabled()
    assert all(one.isReadOnly() for one in page.findChildren(QPlainTextEdit))
    reading.document.select((reading.document.project.all(Assertion)[0].id,))
    other = reading.inspector.page
    assert isinstance(other, AssertionPage)
    shown = [one.text() for one in other.findChildren(QPushButton) if one.isVisible()]
    assert not {"Add", "Delete"} & set(shown)
    assert "Read" in shown
