"""A PDF by its pages in the window: asked for by menu and key, and kept for the next time."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, sources
from evidence_board.model.excerpt import excerpt_in
from evidence_board.model.region import Region
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.settings import SettingsFile, from_document
from evidence_board.ui.wiring import Wiring
from tests.ingest.asked import taken
from tests.ingest.printed import FIRST, SECOND, pdf

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def printed(project: Project) -> Source:
    """Add a PDF of two pages before the window opens."""
    return sources.pin(project, [taken("bridge.pdf", pdf(FIRST, SECOND))])[0].source


def test_pages_are_asked_for_in_the_menu_and_kept_in_the_settings(
    printed: Source, wiring: Wiring, settings: SettingsFile
) -> None:
    wiring.set_mode("reader")
    wiring.document.select((printed.id,))
    assert wiring.reader.is_reading
    wiring.window.actions_here["text_or_page"].trigger()
    assert wiring.reader.forms.pages_show
    kept = json.loads((settings.folder / "settings.json").read_text(encoding="utf-8"))
    assert from_document(kept).reader_pages
    wiring.window.actions_here["next_page"].trigger()
    QTest.keyClick(wiring.reader.turning.pages, Qt.Key.Key_P)
    assert wiring.reader.is_reading
    assert not settings.current.reader_pages


def test_a_card_of_a_part_of_a_page_leads_to_that_page(
    printed: Source, wiring: Wiring, qtbot: QtBot
) -> None:
    project = wiring.document.project
    capture = project.capture_of(printed.id)
    assert capture is not None
    part = excerpt_in(printed.id, capture.id, Region(0.1, 0.5, 0.2, 0.1), 2)
    claim = claims.mark(project, part, "There is nothing here.", board=wiring.board_id)
    wiring.document.select((claim.id,))
    wiring.window.actions_here["jump"].trigger()
    pages = wiring.reader.turning.pages
    assert wiring.reader.forms.pages_show
    qtbot.waitUntil(lambda: pages.count == 2 and pages.present == 2, timeout=20_000)
    wiring.window.actions_here["jump"].trigger()
    assert wiring.mode == "board"
