"""Many files at once: a line for each, texts that do not say their encoding, pages with folders."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from evidence_board.model.source import Source
from evidence_board.ui.dialogs.encoding import EncodingDialog
from evidence_board.ui.dialogs.results import ResultsDialog
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.test_board_drops import drop
from tests.ui.canvas.test_offers import fill, of_files, wait_for_sources

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def results_of(hands: Hands, qtbot: QtBot) -> ResultsDialog:
    """Return the list of results when it is shown."""

    def find() -> ResultsDialog | None:
        return hands.view.window().findChild(ResultsDialog)

    qtbot.waitUntil(lambda: find() is not None, timeout=20_000)
    found = find()
    assert found is not None
    return found


def lines_of(dialog: ResultsDialog) -> list[QTreeWidgetItem]:
    """Return the lines of a list of results."""
    rows = range(dialog.lines.topLevelItemCount())
    return [line for row in rows if (line := dialog.lines.topLevelItem(row)) is not None]


def test_what_became_of_each_file_of_a_batch_stands_in_a_list(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(tmp_path / "case", 2)
    (tmp_path / "case" / "again.txt").write_bytes((tmp_path / "case" / "0.txt").read_bytes())
    (tmp_path / "case" / "b.zip").write_bytes(b"PK\3\4")
    drop(hands, of_files(tmp_path / "case"))
    dialog = results_of(hands, qtbot)
    lines = [[line.text(column) for column in range(3)] for line in lines_of(dialog)]
    assert [line[0] for line in lines] == ["b.zip", "0.txt", "1.txt", "again.txt"]
    assert lines[0][1] == "Refused"
    assert "is a packed archive (ZIP)" in lines[0][2]
    assert lines[1][1] == "Added as S2"
    assert lines[3][1] == "Held as S2"
    assert hands.problems == []
    assert hands.project.undo_label == "Add 2 sources"
    dialog.lines.setCurrentItem(lines_of(dialog)[2])
    QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert hands.selected() == (hands.project.all(Source)[-1].id,)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_text_that_does_not_say_its_encoding_is_asked_about_with_a_look_at_it(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    words = "Bakanlık geminin limanı terk ettiğini açıkladı."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(f"{words} {name}".encode("cp1254"))
    seen: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EncodingDialog)
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            seen.append(dialog.preview.toPlainText())
            if seen[-1].startswith(words):
                break
        dialog.for_all.setChecked(True)
        QTest.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)

    when_modal(hands, choose)
    drop(hands, of_files(tmp_path / "a.txt", tmp_path / "b.txt"))
    made = wait_for_sources(hands, case, qtbot, 2)
    captures = [hands.project.capture_of(one.id) for one in made]
    assert [hands.project.text(one)[: len(words)] for one in captures if one] == [words] * 2
    assert len(set(seen)) > 1
    assert hands.problems == []


def when_modal(hands: Hands, act: Callable[[], None]) -> None:
    """Act as soon as a dialog waits for an answer."""

    def look() -> None:
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(20, hands.view, look)
        else:
            act()

    QTimer.singleShot(20, hands.view, look)


def test_a_large_drop_comes_in_by_parts_and_goes_with_one_undo(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    before = len(hands.project.all(Source))
    fill(tmp_path / "case", 35)
    drop(hands, of_files(tmp_path / "case"))
    qtbot.waitUntil(lambda: len(hands.selected()) == 35, timeout=20_000)
    assert hands.project.undo_label == "Add 35 sources"
    hands.project.undo()
    assert len(hands.project.all(Source)) == before


def test_a_large_drop_is_whole_when_the_window_is_left_before_its_last_part(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    before = len(hands.project.all(Source))
    fill(tmp_path / "case", 35)
    drop(hands, of_files(tmp_path / "case"))
    with qtbot.waitSignal(hands.view.document.changed, timeout=20_000):
        pass
    assert len(hands.project.all(Source)) < before + 35
    hands.view.document.settle()
    assert len(hands.project.all(Source)) == before + 35
    assert hands.project.undo_label == "Add 35 sources"
