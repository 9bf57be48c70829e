"""Exporting again: remembered over a restart, to the same place, over nothing that is not ours."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.brief.redaction import Redaction
from evidence_board.ui import brief_memory
from evidence_board.ui.brief_memory import LastBrief
from evidence_board.ui.dialogs.export_brief import ExportDialog
from evidence_board.ui.exporting import Exporting
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.test_exporting import answer

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = 60_000


@pytest.fixture
def draft(wiring: Wiring, tmp_path: Path, qtbot: QtBot) -> Path:
    """Give a draft that was written, as Markdown."""
    path = tmp_path / "out" / "draft.md"
    path.parent.mkdir()
    wiring.exporting.write_brief(path, form="md")
    qtbot.waitUntil(lambda: wiring.window.toast.message == "Brief written", timeout=LONG)
    return path


def restarted(wiring: Wiring) -> Exporting:
    """Return what exports in a program that was started anew."""
    return Exporting(wiring.window, wiring.document, wiring.settings.folder)


def dialogs() -> list[ExportDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog)]


def test_after_a_restart_a_draft_is_written_again_without_a_question(
    wiring: Wiring, draft: Path, qtbot: QtBot
) -> None:
    before = draft.stat().st_ino
    restarted(wiring).again()
    qtbot.waitUntil(lambda: draft.stat().st_ino != before, timeout=LONG)
    assert dialogs() == []
    assert draft.read_text(encoding="utf-8").startswith("**TLP")


@pytest.mark.parametrize(("verb", "kept"), [("Cancel", True), ("Replace file", False)])
def test_what_another_wrote_there_is_replaced_only_if_wanted(
    wiring: Wiring, draft: Path, verb: str, kept: bool, qtbot: QtBot
) -> None:
    draft.write_text("mine", encoding="utf-8")
    asked = list[str]()
    answer(verb, asked)
    restarted(wiring).again()
    qtbot.waitUntil(lambda: bool(asked), timeout=LONG)
    assert asked == ["“draft.md” exists already."]
    if kept:
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert wiring.document.under_way.titles() == ()
    else:
        qtbot.waitUntil(lambda: draft.read_bytes() != b"mine", timeout=LONG)
    assert (draft.read_bytes() == b"mine") is kept


def test_where_the_folder_is_gone_it_asks_where_to(
    wiring: Wiring, draft: Path, qtbot: QtBot
) -> None:
    draft.unlink()
    draft.parent.rmdir()
    restarted(wiring).again()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_before_the_first_time_it_asks_where_to(wiring: Wiring) -> None:
    wiring.window.actions_here["export_again"].trigger()
    assert len(dialogs()) == 1


def test_all_of_how_it_was_is_remembered(tmp_path: Path) -> None:
    last = LastBrief(tmp_path / "a.pdf", "pdf", True, Redaction(("s1",), ("Ada",)), "ab" * 32)
    brief_memory.keep(tmp_path, "/case.evboard", last)
    assert brief_memory.recall(tmp_path, "/case.evboard") == last
    assert brief_memory.recall(tmp_path, "/other.evboard") is None


@pytest.mark.parametrize(
    "held",
    [
        *("", "[]", "{", '{"schema": 1}', '{"schema": 2, "path": "/a.pdf"}'),
        '{"schema": 1, "path": "/a", "form": "exe", "sha256": "", "wish": {}}',
    ],
)
def test_what_is_damaged_is_forgotten(tmp_path: Path, held: str) -> None:
    brief_memory.keep(tmp_path, "/case.evboard", LastBrief(tmp_path / "a.pdf"))
    (kept,) = (tmp_path / "briefs").iterdir()
    kept.write_text(held, encoding="utf-8")
    assert brief_memory.recall(tmp_path, "/case.evboard") is None


def test_a_place_that_takes_no_file_is_told_in_one_sentence(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    taken = tmp_path / "taken.md"
    taken.mkdir()
    wiring.exporting.write_brief(taken, form="md")
    banner = wiring.window.banner
    qtbot.waitUntil(lambda: bool(banner.message), timeout=LONG)
    told = "“taken.md” could not be written (that is a folder, not a file). Choose another place."
    assert banner.message == told
    assert list(tmp_path.glob(".taken*")) == []
    assert brief_memory.recall(wiring.settings.folder, str(wiring.document.project.path)) is None
