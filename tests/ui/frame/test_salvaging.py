"""Salvaging from the window: the damaged file stays, the report names what is lost."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.salvage import SalvageDialog
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.program import Program
from evidence_board.ui.wiring import Wiring
from tests.project.damage import blanked, pages_with
from tests.ui.frame.conftest import filled, starts
from tests.ui.frame.test_backups import answer_soon

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bad(project: Project) -> Path:
    """Give a project without its schema and without the words of its sources."""
    path = project.path
    project.close()
    content = path.read_bytes()
    path.write_bytes(blanked(content, [0, *pages_with(content, b"two lorries")]))
    return path


@pytest.fixture
def dialog(bad: Path, jobs: Jobs, qtbot: QtBot) -> SalvageDialog:
    """Give the dialog for the damaged project, shown."""
    shown = SalvageDialog(bad, jobs)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_what_can_be_read_is_saved_beside_and_the_report_says_what_is_lost(
    dialog: SalvageDialog, bad: Path, qtbot: QtBot
) -> None:
    damaged = bad.read_bytes()
    assert dialog.new_path() == bad.with_name("case salvaged.evboard")
    dialog.verb.click()
    assert dialog.bar.isVisible()
    qtbot.waitUntil(dialog.report.isVisible, timeout=60_000)
    assert "records" in dialog.head.text()
    assert not dialog.path_field.isVisible()
    assert bad.read_bytes() == damaged
    with qtbot.waitSignal(dialog.accepted):
        dialog.verb.click()
    project = Project.open(dialog.new_path())
    assert project.count(Claim) == 1
    project.close()


def test_cancelling_leaves_nothing_and_the_dialog_stays(
    dialog: SalvageDialog, bad: Path, qtbot: QtBot
) -> None:
    dialog.verb.click()
    dialog.cancel.click()
    qtbot.waitUntil(dialog.verb.isEnabled, timeout=60_000)
    assert dialog.isVisible()
    assert [one.name for one in bad.parent.glob("*case*")] == [bad.name]
    dialog.cancel.click()
    assert not dialog.isVisible()


def is_in_sight(dialog: SalvageDialog) -> bool:
    """Say whether the whole of the sentence under the path can be read."""
    QApplication.processEvents()
    hint = dialog._path_hint
    return hint.isVisible() and hint.visibleRegion().boundingRect() == hint.rect()


def test_a_name_that_is_taken_is_refused_under_the_field(
    dialog: SalvageDialog, bad: Path, qtbot: QtBot
) -> None:
    dialog.path_field.setText(str(bad))
    dialog.verb.click()
    hint = dialog._path_hint
    qtbot.waitUntil(lambda: "exists already" in hint.text(), timeout=60_000)
    qtbot.waitUntil(lambda: is_in_sight(dialog), timeout=10_000)
    dialog.path_field.setText(str(bad.parent / "gone" / "new"))
    dialog.verb.click()
    qtbot.waitUntil(lambda: "there is no such folder" in hint.text(), timeout=60_000)


def test_what_holds_nothing_is_told_in_the_dialog(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    words = tmp_path / "words.evboard"
    words.write_bytes(b"Only words.\n" * 1_000)
    shown = SalvageDialog(words, jobs)
    qtbot.addWidget(shown)
    shown.show()
    shown.verb.click()
    qtbot.waitUntil(lambda: "holds nothing" in shown._path_hint.text(), timeout=60_000)
    qtbot.waitUntil(lambda: is_in_sight(shown))
    assert list(tmp_path.iterdir()) == [words]


def test_a_project_that_is_damaged_leads_to_its_salvage(
    program: Program, project: Project, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    project.close()
    os.truncate(project.path, project.path.stat().st_size - 4_096)
    said: list[str] = []
    boxes, box = list[tuple[str, bool]](), message._box

    def noted(parent: QWidget, sentence: str, more: str, *, done: bool = False) -> QMessageBox:
        boxes.append((more, done))
        return box(parent, sentence, more, done=done)

    monkeypatch.setattr(message, "_box", noted)
    answer_soon("Salvage into a new file", said)
    program.open(project.path)
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert "is damaged" in said[0]
    assert boxes == [("No backup of it was found on this computer.", False)], "no tick beside it"
    (dialog,) = dialogs()
    assert dialog.new_path() == project.path.with_name("case salvaged.evboard")
    assert program.windows() == ()
    dialog.reject()


def dialogs() -> list[SalvageDialog]:
    every = QApplication.topLevelWidgets()
    return [one for one in every if isinstance(one, SalvageDialog) and one.isVisible()]


def test_from_the_menu_the_salvaged_project_is_opened(
    program: Program, bad: Path, qtbot: QtBot
) -> None:
    program.show_start()
    (start,) = starts()
    program.choosing().offer_salvage(start, bad)
    shown = next(one for one in QApplication.topLevelWidgets() if isinstance(one, SalvageDialog))
    shown.verb.click()
    qtbot.waitUntil(shown.report.isVisible, timeout=60_000)
    shown.verb.click()
    qtbot.waitUntil(lambda: bool(program.windows()) and filled(program), timeout=60_000)
    (window,) = program.windows()
    wiring = window.findChild(Wiring)
    assert isinstance(wiring, Wiring)
    assert wiring.document.project.path.name == "case salvaged.evboard"
    for source in wiring.document.project.all(Source):  # the words of which are lost
        wiring.document.read(source.id)
    assert wiring.mode == "reader"
