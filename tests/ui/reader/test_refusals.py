"""A key of the reader that can do nothing now says why, in one plain sentence."""

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, projects, sources
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from tests.ingest.asked import taken
from tests.ingest.printed import pdf
from tests.ui.reader.scene import drag_over, make_claim

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Mod = Qt.Key, Qt.KeyboardModifier


def heard(
    reader: ReaderView, document: Document, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier
) -> str:
    """Press a key in the reader; return what was told."""
    told: list[str] = []
    document.told.connect(lambda words, _undo: told.append(words))
    shown = reader.forms.currentWidget()
    assert shown is not None
    QTest.keyClick(shown, key, mod)
    return " ".join(told)


@pytest.mark.parametrize(
    ("key", "mod", "words"),
    [
        (Key.Key_C, Mod.NoModifier, "Select words first"),
        (Key.Key_E, Mod.NoModifier, "Select words first"),
        (Key.Key_C, Mod.ShiftModifier, "Select words first"),
        (Key.Key_O, Mod.NoModifier, "no excerpts yet"),
        (Key.Key_Down, Mod.AltModifier, "no excerpts yet"),
        (Key.Key_P, Mod.NoModifier, "Only a PDF shows as text or as pages"),
        (Key.Key_PageDown, Mod.AltModifier, "Only a PDF has pages"),
        (Key.Key_J, Mod.ShiftModifier, "Only a PDF has pages"),
        (Key.Key_W, Mod.NoModifier, "Only pages and pictures"),
        (Key.Key_G, Mod.NoModifier, "S1 has no card"),
    ],
)
def test_a_key_that_can_do_nothing_in_a_text_says_why(
    reader: ReaderView, document: Document, key: Qt.Key, mod: Qt.KeyboardModifier, words: str
) -> None:
    assert words in heard(reader, document, key, mod)


def test_words_are_added_to_no_claim_until_one_is_selected(
    reader: ReaderView, document: Document
) -> None:
    drag_over(reader, "Nobody counted")
    assert "Select one claim first" in heard(reader, document, Key.Key_C, Mod.ShiftModifier)


def test_nothing_is_marked_where_no_text_is_held(reader: ReaderView, document: Document) -> None:
    with document.project.transaction("Add source") as tx:
        source = tx.add(Source(title="Only cited"))
    document.select((source.id,))
    assert "not held here" in heard(reader, document, Key.Key_C)


def test_the_way_to_the_board_is_open_once_there_is_a_card(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "Nobody counted the lorries", "Nobody counted.")
    shown: list[str] = []
    reader.show_on_board.connect(shown.append)
    document.select((claim.id,))
    assert "has no card" in heard(reader, document, Key.Key_G)
    board = boards.ensure_board(document.project)
    boards.pin_records(document.project, board.id, [(claim.id, 0, 0)])
    QTest.keyClick(reader.page, Key.Key_G)
    assert shown == [claim.id]


@pytest.fixture
def other_pages(tmp_path: Path) -> Project:
    """Give a project with a PDF whose stored text is not that of its pages."""
    opened = projects.start(tmp_path / "pages.evboard")
    page = "BT /F 9 Tf 20 370 Td (The bridge closed on 1 March 2021.) Tj ET"
    sources.pin(opened, [taken("bridge.pdf", pdf(page))])
    capture = opened.all(Capture)[0]
    words = "Some 40 lorries probably crossed it, Olaf Tandberg said.\f"
    with opened.transaction("Read again") as tx:
        digest = tx.keep(words.encode())
        assert digest == sha256(words.encode()).hexdigest()
        tx.update(capture, text_sha256=digest, text_length=len(words))
    return opened


def test_a_hint_on_a_page_with_other_words_says_where_it_stands(
    other_pages: Project, application: QApplication, qtbot: QtBot
) -> None:
    jobs = Jobs()
    document = Document(other_pages, jobs)
    view = ReaderView(document, apply_theme(application, "light"))
    view.resize(1_200, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    told: list[str] = []
    document.told.connect(lambda words, _undo: told.append(words))
    document.select((other_pages.all(Source)[0].id,))
    view.acts.do("text_or_page")
    qtbot.waitUntil(lambda: view.turning.pages.has_other_words(1), timeout=20_000)
    qtbot.waitUntil(lambda: view.hinting.is_whole, timeout=20_000)
    view.acts.do("next_hint")
    assert told == [
        "The words of this page are not those of the stored text, so its hints stand beside the "
        "text: press P."
    ]
    view.acts.do("next_page")
    assert told[-1] == "This is the last page."
    document.settle()
    document.pages.close()
    document.pictures.close()
    jobs.close()
    other_pages.close()
