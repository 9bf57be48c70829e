"""Exporting from the window: the brief, the JSON; what is unfinished is said first."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_board.analysis.warnings import rules
from evidence_board.commands import claims, links, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_in
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.export_brief import ExportDialog
from evidence_board.ui.jobs import Job
from evidence_board.ui.labels import scaled
from evidence_board.ui.wiring import Wiring
from tests.delivery.pictured import UPPER, quarters

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_brief_is_written_as_a_pdf_and_told(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.pdf"
    wiring.exporting.write_brief(target)
    qtbot.waitUntil(target.exists, timeout=60_000)
    assert target.read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: wiring.window.toast.message == "Brief written", timeout=60_000)


def test_the_brief_shows_the_marked_part_of_a_picture_and_tells_orphaned_words(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    draft = SourceDraft("a.png", quarters(), "", "image/png", "none", "test", {}, "image")
    pinned = sources.pin(project, [draft])[0]
    marked = excerpt_in(pinned.source.id, pinned.capture.id, UPPER)
    claims.mark(project, marked, "The quarter is red.")
    with project.transaction("Other words") as tx:
        words = project.all(Excerpt)[0]
        tx.update(words, exact="X" * len(words.exact), prefix="?", suffix="?")
    target = tmp_path / "out.html"
    wiring.exporting.write_brief(target, form="html")
    qtbot.waitUntil(target.exists, timeout=60_000)
    told = target.read_text(encoding="utf-8")
    assert told.count("data:image/png;base64,") == 1
    assert "ORPHANED" in told
    assert "are not in the text of S1 any more" in told


def test_a_brief_that_cannot_be_written_leaves_nothing_and_says_why(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    nowhere = tmp_path / "gone" / "out.pdf"
    wiring.exporting.write_brief(nowhere)
    qtbot.waitUntil(lambda: bool(wiring.window.banner.message), timeout=60_000)
    assert "out.pdf" in wiring.window.banner.message
    assert not nowhere.parent.exists()


def test_cancelling_leaves_no_brief(wiring: Wiring, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "out.pdf"
    jobs = []
    wiring.document.jobs.started.connect(lambda job, _title: jobs.append(job))
    wiring.exporting.write_brief(target)
    with qtbot.waitSignal(jobs[0].cancelled, timeout=30_000):
        jobs[0].cancel()
    assert not target.exists()
    assert list(tmp_path.glob(".out*")) == []


@pytest.fixture
def dialog(wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot) -> ExportDialog:
    """Give the dialog of a project whose one link has no reason."""
    other = claims.write(project, "Someone stayed")
    links.connect(project, other.id, claim.id, "supports")
    QTest.keyClick(
        wiring.window,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog)]
    qtbot.waitUntil(lambda: wiring.document.issues.current, timeout=20_000)
    return found[0]


def test_what_is_unfinished_is_listed_before_the_export_as_issues_lists_it(
    dialog: ExportDialog, wiring: Wiring, project: Project
) -> None:
    told = [dialog.points.item(row).text() for row in range(dialog.points.count())]
    assert any("has no reason" in point for point in told)
    issues = wiring.document.issues.found.open
    assert told == [rules.sentence(project, one) for one in issues]
    assert dialog._points_told.text().startswith(f"{len(issues)} open points. ")
    assert dialog.verb.isEnabled()


def test_an_open_point_leads_to_its_record(dialog: ExportDialog, wiring: Wiring) -> None:
    rows = [dialog.points.item(row) for row in range(dialog.points.count())]
    point = next(row for row in rows if "has no reason" in row.text())
    dialog.points.itemActivated.emit(point)
    assert [one.table for one in wiring.document.selected_records()] == ["link"]


def test_a_folder_that_is_not_there_is_refused_under_the_field(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.path_field.setText(str(tmp_path / "gone" / "brief.pdf"))
    dialog.try_accept()
    assert dialog.isVisible()
    assert "does not exist" in dialog._path_hint.text()


def answer(verb: str, told: list[str]) -> None:
    """Press a button of the next question, when it comes."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        told.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == verb).click()

    QTimer.singleShot(20, press)


def test_a_brief_replaces_a_file_only_when_that_is_wanted(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    there, told = tmp_path / "there.pdf", list[str]()
    there.write_bytes(b"mine")
    dialog.path_field.setText(str(there))
    answer("Cancel", told)
    dialog.try_accept()
    assert dialog.isVisible()
    assert told == ["“there.pdf” exists already."]
    accepted: list[bool] = []
    dialog.accepted.disconnect()
    dialog.accepted.connect(lambda: accepted.append(True))
    answer("Replace file", told)
    dialog.try_accept()
    assert accepted == [True]
    assert there.read_bytes() == b"mine"


@pytest.mark.parametrize(("verb", "kept"), [("Cancel", True), ("Replace file", False)])
def test_json_replaces_a_file_only_when_that_is_wanted(
    wiring: Wiring, tmp_path: Path, verb: str, kept: bool, qtbot: QtBot
) -> None:
    there = tmp_path / "there.json"
    there.write_bytes(b"mine")
    jobs: list[Job] = []
    wiring.document.jobs.started.connect(lambda job, _title: jobs.append(job))
    answer(verb, [])
    wiring.exporting.export_json(there)
    if jobs:
        qtbot.waitUntil(lambda: jobs[0].ended, timeout=60_000)
    assert (there.read_bytes() == b"mine") is kept


def test_no_export_replaces_the_project_itself(wiring: Wiring, project: Project) -> None:
    wiring.exporting.write_json(project.path)
    assert "is the project itself" in wiring.window.banner.message
    assert project.path.read_bytes().startswith(b"SQLite format 3")


def test_open_points_are_readable_in_full(dialog: ExportDialog) -> None:
    points = dialog.points
    assert not points.horizontalScrollBar().isVisible()
    for row in range(points.count()):
        room = points.visualItemRect(points.item(row))
        width = room.width() - scaled(40)
        words = points.fontMetrics().boundingRect(
            0, 0, width, 1000, Qt.TextFlag.TextWordWrap, points.item(row).text()
        )
        assert room.height() >= words.height() + 4


def test_json_goes_out_and_comes_back_as_the_same(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.json"
    wiring.exporting.write_json(target)
    qtbot.waitUntil(lambda: wiring.window.toast.message == "JSON written", timeout=60_000)
    assert json.loads(target.read_text(encoding="utf-8"))["attachments"]
    assert list(target.parent.glob(".*.json*")) == []
    steps = len(wiring.document.project.steps())
    wiring.exporting.take_in(target)
    qtbot.waitUntil(lambda: wiring.window.toast.message == "Nothing was new", timeout=60_000)
    assert len(wiring.document.project.steps()) == steps


def test_what_is_not_what_was_captured_is_told_and_marked_in_the_json(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    project = wiring.document.project
    capture = project.all(Capture)[0]
    with closing(sqlite3.connect(project.path)) as other:
        other.execute(
            "UPDATE attachment SET bytes = zeroblob(size) WHERE sha256 = ?", (capture.sha256,)
        )
        other.commit()
    target = tmp_path / "out.json"
    wiring.exporting.write_json(target)
    qtbot.waitUntil(target.exists, timeout=60_000)
    qtbot.waitUntil(lambda: "its SHA-256 differs" in wiring.window.banner.message)
    listed = json.loads(target.read_text(encoding="utf-8"))["attachments"]
    assert [one["sha256"] for one in listed if "altered" in one] == [capture.sha256]


def test_cancelling_leaves_no_json(wiring: Wiring, tmp_path: Path, qtbot: QtBot) -> None:
    jobs: list[Job] = []
    wiring.document.jobs.started.connect(lambda job, _title: jobs.append(job))
    before = sorted(tmp_path.iterdir())
    wiring.exporting.write_json(tmp_path / "out.json")
    with qtbot.waitSignal(jobs[0].cancelled, timeout=30_000):
        jobs[0].cancel()
    assert sorted(tmp_path.iterdir()) == before
    assert wiring.window.toast.message == "No JSON was written: cancelled"


def test_a_json_that_cannot_be_written_is_told(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.exporting.write_json(tmp_path / "gone" / "out.json")
    qtbot.waitUntil(lambda: "“out.json” could not be" in wiring.window.banner.message)


def test_a_file_that_is_no_document_changes_nothing(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{", encoding="utf-8")
    steps = len(wiring.document.project.steps())
    wiring.exporting.take_in(wrong)
    qtbot.waitUntil(lambda: "not valid JSON" in wiring.window.banner.message)
    assert len(wiring.document.project.steps()) == steps


def test_a_project_that_was_moved_gives_no_json_and_a_way_on(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    path = wiring.document.project.path
    moved = path.rename(path.with_name("moved.evboard"))
    wiring.exporting.write_json(tmp_path / "out.json")
    banner = wiring.window.banner
    qtbot.waitUntil(lambda: "moved, renamed or deleted" in banner.message, timeout=60_000)
    assert banner.message.endswith("No file was made: go on in the copy, and make it there.")
    assert not (tmp_path / "out.json").exists()
    moved.rename(path)


def test_another_file_in_its_place_is_never_exported_for_it(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    path = wiring.document.project.path
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)
    wiring.exporting.write_json(tmp_path / "out.json")
    banner = wiring.window.banner
    qtbot.waitUntil(lambda: "Another file lies where" in banner.message, timeout=60_000)
    assert not (tmp_path / "out.json").exists()
