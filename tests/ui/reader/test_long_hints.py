"""Hints cover the whole of a long text, what is in sight first; kinds stay as switched."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import sources
from evidence_board.suggest.piecewise import pieces_of
from evidence_board.ui.document import Document
from evidence_board.ui.reader.hints import Hint
from evidence_board.ui.reader.suggesting import Suggestions
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.settings import SettingsFile
from tests.suggest.test_piecewise import LONG
from tests.ui.reader.scene import draft

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = LONG
WAIT = 60_000


@pytest.fixture
def long(reader: ReaderView, document: Document) -> ReaderView:
    """Give the reader with a long text in it."""
    (pinned,) = sources.pin(document.project, [draft("long.txt", TEXT, "Harwick")])
    reader.show_source(pinned.source.id)
    return reader


def last_seen(reader: ReaderView) -> Hint:
    """Return the last of the hints that stand beside the text now."""
    return reader.hinting.gutter.hints[-1]


def test_the_whole_text_is_looked_through_and_each_part_of_it_can_be_reached(
    long: ReaderView, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: long.hinting.is_whole, timeout=WAIT)
    bar = long.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    start, _ = long.page.seen
    assert start > len(TEXT) - 10_000
    assert last_seen(long).start > start
    assert TEXT[last_seen(long).start : last_seen(long).end]
    button = long.header.layers.button("figure")
    assert int(button.text().split()[-1]) == TEXT.count("about 40 tons")
    _steps_lead_through_all_of_it_and_round_the_ends(long)
    _words_far_into_the_text_have_a_proposal(long)


def _steps_lead_through_all_of_it_and_round_the_ends(long: ReaderView) -> None:
    long.page.select(0, 0)
    QTest.keyClick(long.page, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert long.page.caret > len(TEXT) - 10_000
    assert long.hinting.gutter.focused is not None
    QTest.keyClick(long, Qt.Key.Key_S)
    assert long.page.caret < 1_000


def _words_far_into_the_text_have_a_proposal(long: ReaderView) -> None:
    start = TEXT.index("number 600 probably")
    made = long.hinting.proposal((start, start + len("number 600 probably left")))
    assert made.saying.hedge == "probably"
    assert [one.name for one in made.saying.tellers] == ["Anna Reed"]


def test_what_is_in_sight_comes_first(reader: ReaderView, document: Document, qtbot: QtBot) -> None:
    (pinned,) = sources.pin(document.project, [draft("long.txt", TEXT, "Harwick")])
    found = Suggestions(document.jobs, reader)
    pieces = pieces_of(TEXT)
    at = pieces[2][0] + 5
    assert found.of(pinned.source, pinned.capture, TEXT, at) == ()
    with qtbot.waitSignal(found.found, timeout=WAIT):
        pass
    (looked,) = found.of(pinned.source, pinned.capture, TEXT, at)
    assert looked.place == pieces[2]
    assert not found.is_whole(pinned.source, pinned.capture)
    with qtbot.waitSignal(found.found, timeout=WAIT):  # all others, by a process of their own
        pass
    known = found.of(pinned.source, pinned.capture, TEXT, at)
    assert tuple(one.place for one in known) == pieces


def test_a_dismissed_hint_is_not_counted(
    long: ReaderView, document: Document, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: long.hinting.is_whole, timeout=WAIT)
    button = long.header.layers.button("figure")
    before = int(button.text().split()[-1])
    hint = next(one for one in long.hinting.gutter.hints if one.layer == "figure")
    long.hinting.dismiss(hint)
    assert int(button.text().split()[-1]) == before - 1
    assert hint not in long.hinting.gutter.hints
    document.undo()
    assert int(button.text().split()[-1]) == before


def test_the_kinds_that_are_switched_off_are_remembered(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.change(hidden_hints=("hedge", "date"))
    assert SettingsFile(tmp_path / "settings.json").current.hidden_hints == ("hedge", "date")


@pytest.mark.parametrize("wrong", ["hedge", {"hedge": 1}, 7, None])
def test_a_broken_list_of_kinds_hides_none(tmp_path: Path, wrong: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"schema": 1, "hidden_hints": wrong}))
    assert SettingsFile(path).current.hidden_hints == ()


def test_kinds_are_hidden_from_the_start(reader: ReaderView, qtbot: QtBot) -> None:
    reader.hide_hints(("figure", "a kind of a newer version"))
    qtbot.waitUntil(lambda: reader.hinting.is_whole, timeout=WAIT)
    assert reader.hinting.gutter.hints
    assert all(one.layer != "figure" for one in reader.hinting.gutter.hints)
    assert not reader.header.layers.button("figure").isChecked()
    reader.hide_hints(())
    assert any(one.layer == "figure" for one in reader.hinting.gutter.hints)
    assert reader.header.layers.hidden == ()
