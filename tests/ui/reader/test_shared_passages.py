"""Passages that sources share: found beside the work, side by side, accepted or turned down."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import editing, projects, sources
from evidence_board.model.link import Citation
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.shared_passages import SharedPassages
from evidence_board.ui.document import Document
from evidence_board.ui.reader.view import ReaderView
from tests.ui.reader.scene import draft

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
WORDS = "the harbour stayed closed because nobody had counted the lorries on the old bridge"
FIRST = f"On Monday {WORDS} by noon.\n"
SECOND = f"The mayor 🌉 wrote that “{WORDS}”, and left.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [draft("a.txt", FIRST, "First"), draft("b.txt", SECOND, "Second")])
    first, second = opened.all(Source)
    editing.change(opened, first, published="2021-03-01")
    editing.change(opened, second, published="2021-03-05")
    return opened


@pytest.fixture
def window(reader: ReaderView, qtbot: QtBot) -> SharedPassages:
    """Give the window with the one passage."""
    qtbot.waitUntil(lambda: bool(reader.sharing.words.all()), timeout=20_000)
    reader.acts.do("shared_passages")
    shown = reader.sharing.window
    assert shown is not None
    qtbot.waitExposed(shown)
    return shown


def test_a_shared_passage_is_a_hint_in_both_texts_with_the_mark_of_the_other(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(reader.sharing.words.all()), timeout=20_000)
    first, second = document.project.all(Source)
    for source, other in ((first, second), (second, first)):
        reader.show_source(source.id)
        (hint,) = (one for one in reader.hinting.gutter.hints if one.layer == "shared")
        assert hint.told == other.mark
        assert WORDS in reader.page.paragraphs.text[hint.start : hint.end]


def test_both_sides_show_the_words_with_their_places_and_dates(window: SharedPassages) -> None:
    assert window.list.count() == 1
    assert "words" in window.list.item(0).text()
    for side, day in zip(window.sides, ("1 March 2021", "5 March 2021"), strict=True):
        assert WORDS in side.text.toPlainText()
        assert day in side.facts.text() or "March 2021" in side.facts.text()
        assert "characters" in side.facts.text()
    assert "words are shared" in window.told.text
    assert "in quotation marks" in window.told.text


def test_dates_tell_the_direction_and_accept_makes_the_citation(
    window: SharedPassages, document: Document
) -> None:
    first, second = document.project.all(Source)
    assert window.direction.count() == 1
    assert window.direction.currentData() == second.id
    assert window.kind.currentData() == "quotes"
    QTest.mouseClick(window.accept_button, Left)
    (citation,) = document.project.all(Citation)
    assert (citation.from_id, citation.to_id) == (second.id, first.id)
    assert citation.type == "quotes"
    assert window.list.count() == 0
    assert not window.accept_button.isEnabled()
    document.undo()
    assert window.list.count() == 1


def test_without_dates_a_person_has_to_say_who_has_it_from_whom(
    window: SharedPassages, document: Document
) -> None:
    first, second = document.project.all(Source)
    editing.change(document.project, second, published="2021-03")
    assert "dates do not tell" in window.told.text
    assert window.direction.currentData() is None
    assert not window.accept_button.isEnabled()
    window.direction.setCurrentIndex(window.direction.findData(first.id))
    window.direction.activated.emit(window.direction.currentIndex())
    assert window.accept_button.isEnabled()
    QTest.mouseClick(window.accept_button, Left)
    assert document.project.all(Citation)[0].from_id == first.id


def test_enter_asks_who_has_it_from_whom_where_the_dates_do_not_tell(
    window: SharedPassages, document: Document
) -> None:
    editing.change(document.project, document.project.all(Source)[0], published=None)
    window.list.setFocus()
    QTest.keyClick(window.list, Key.Key_Return)
    assert document.project.all(Citation) == ()
    assert window.direction.hasFocus() or window.direction.view().isVisible()
    window.direction.hidePopup()


def test_it_says_how_many_there_are_once_all_texts_are_compared(
    window: SharedPassages, document: Document, reader: ReaderView, qtbot: QtBot
) -> None:
    editing.change(document.project, document.project.all(Source)[0], title="Another title")
    qtbot.waitUntil(lambda: not reader.sharing.words.busy)
    assert window._state.text().startswith("1 passage")
    assert window.list.item(0).text().startswith("S2 and S1, ")


def test_keys_of_the_list_accept_and_turn_down(
    window: SharedPassages, document: Document, reader: ReaderView
) -> None:
    window.list.setFocus()
    QTest.keyClick(window.list, Key.Key_Delete)
    assert window.list.count() == 0
    assert document.project.undo_label == "Dismiss suggestion"
    assert all(one.layer != "shared" for one in reader.hinting.gutter.hints)
    document.undo()
    window.list.setFocus()
    QTest.keyClick(window.list, Key.Key_Return)
    assert len(document.project.all(Citation)) == 1


def test_a_press_on_the_hint_opens_the_passage(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(reader.sharing.words.all()), timeout=20_000)
    hint = next(one for one in reader.hinting.gutter.hints if one.layer == "shared")
    reader.hinting.accept(hint)
    assert reader.sharing.window is not None
    assert reader.sharing.window.row is not None
    assert reader.margin.composer is None


def test_a_new_source_is_compared_and_one_that_goes_is_let_go(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    words = reader.sharing.words
    qtbot.waitUntil(lambda: len(words.all()) == 1, timeout=20_000)
    sources.pin(document.project, [draft("c.txt", f"Again {WORDS} it seems.", "Third")])
    qtbot.waitUntil(lambda: len(words.all()) == 3, timeout=20_000)
    document.undo()
    qtbot.waitUntil(lambda: len(words.all()) == 1, timeout=20_000)


def test_the_name_of_a_side_leads_to_its_words(
    window: SharedPassages, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(document.read_asked) as asked:
        QTest.mouseClick(window.sides[1].name, Left)
    assert window.row is not None
    assert asked.args == [window.row.other_source]
