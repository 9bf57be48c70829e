"""Exporting and printing the board from the window, as a person does it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, editing, notes
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.canvas.contents import Wanted
from evidence_board.ui.dialogs.board_form import BoardForm
from evidence_board.ui.jobs import Job
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.board_dialogs import (
    ALT,
    CTRL,
    answer,
    choose,
    export_dialog,
    print_dialog,
    save_as,
)

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def laid(wiring: Wiring, project: Project) -> Claim:
    """Give a claim that lies on the board."""
    return claims.write(project, "The ferry left.", board=wiring.board_id, x=0, y=0)


@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_the_board_is_written_in_each_format_and_told(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    dialog = export_dialog(wiring)
    choose(dialog, format=format)
    assert dialog.verb.text() == f"Export {format.upper()}"
    target = tmp_path / f"out.{format}"
    save_as(dialog, target)
    QTest.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=30_000)
    made = target.read_bytes()
    if format == "svg":
        assert "The ferry left." in "".join(ElementTree.fromstring(made).itertext())
    else:
        assert made.startswith({"png": b"\x89PNG", "pdf": b"%PDF-"}[format])
    assert wiring.window.toast.message == f"out.{format} written"
    assert not list(tmp_path.glob(".out*"))


def test_the_size_is_said_before_and_is_that_of_the_file(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = export_dialog(wiring)
    choose(dialog, size=2.0)
    size = dialog.size_px()
    assert size is not None
    assert f"{size[0] * 2:,} × {size[1] * 2:,} px" in [
        one.text() for one in dialog.findChildren(QLabel)
    ]
    target = tmp_path / "out.png"
    save_as(dialog, target)
    dialog.try_accept()
    qtbot.waitUntil(target.exists, timeout=30_000)
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (size[0] * 2, size[1] * 2)


def test_a_picture_too_large_for_memory_is_refused_before_anything_is_written(
    wiring: Wiring, laid: Claim, project: Project
) -> None:
    claims.write(project, "Far off.", board=wiring.board_id, x=20_000, y=15_000)
    dialog = export_dialog(wiring)
    choose(dialog, size=4.0)
    assert "more than memory bears" in dialog.refusal()
    assert not dialog.verb.isEnabled()
    choose(dialog, size=0.25)
    assert dialog.refusal() == ""
    choose(dialog, size=4.0, format="svg")
    assert dialog.refusal() == ""
    dialog.reject()


def test_the_name_comes_from_the_title_however_hostile(
    wiring: Wiring, laid: Claim, project: Project
) -> None:
    board = project.find(wiring.board_id)
    assert board is not None
    editing.change(project, board, title='../../etc/\u202epass<wd>:"|?*\x01.')
    dialog = export_dialog(wiring)
    path = dialog.place.path()
    assert path.parent == project.path.parent
    assert path.name == "etc pass wd.png"
    choose(dialog, format="pdf")
    assert dialog.place.path().name == "etc pass wd.pdf"
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_when_that_is_wanted(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.png"
    target.write_bytes(b"mine")
    dialog = export_dialog(wiring)
    save_as(dialog, target)
    asked: list[str] = []
    answer("Cancel", asked)
    dialog.try_accept()
    assert asked == ["“out.png” exists already."]
    assert target.read_bytes() == b"mine"
    answer("Replace file", asked)
    dialog.try_accept()
    qtbot.waitUntil(lambda: target.read_bytes() != b"mine", timeout=30_000)
    assert target.read_bytes().startswith(b"\x89PNG")


def test_cancelling_leaves_no_file_and_the_former_one_as_it_was(
    wiring: Wiring, laid: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.png"
    target.write_bytes(b"mine")
    started: list[Job] = []
    wiring.document.jobs.started.connect(lambda job, _title: started.append(job))
    wiring.document.jobs.started.connect(lambda job, _title: job.cancel())
    dialog = export_dialog(wiring)
    choose(dialog, size=4.0)
    save_as(dialog, target)
    answer("Replace file", [])
    dialog.try_accept()
    qtbot.waitUntil(lambda: wiring.window.toast.message.endswith("cancelled"), timeout=30_000)
    assert started
    assert target.read_bytes() == b"mine"
    assert not list(tmp_path.glob(".out*"))


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    wiring: Wiring, laid: Claim, project: Project, qtbot: QtBot
) -> None:
    dialog = export_dialog(wiring)
    order = dialog.order()
    dialog.reject()
    wiring.board_export.make(wiring.board, replace(order, path=Path("/proc/out.png")))
    qtbot.waitUntil(lambda: "out.png" in wiring.window.banner.message, timeout=30_000)
    wiring.window.banner.close_button.click()
    wiring.board_export.make(wiring.board, replace(order, path=project.path))
    qtbot.waitUntil(lambda: "project itself" in wiring.window.banner.message, timeout=30_000)


def test_a_folder_that_is_not_there_is_refused_under_the_field(
    wiring: Wiring, laid: Claim, tmp_path: Path
) -> None:
    dialog = export_dialog(wiring)
    save_as(dialog, tmp_path / "gone" / "out.png")
    dialog.try_accept()
    assert dialog.isVisible()
    assert not (tmp_path / "gone").exists()
    dialog.reject()


def test_a_selected_frame_is_proposed_with_its_title(
    wiring: Wiring, laid: Claim, project: Project
) -> None:
    claims.write(project, "Far off.", board=wiring.board_id, x=2_000, y=900)
    frame = boards.frame(project, wiring.board_id, -40, -60, 400, 300, "North quay")
    wiring.document.select((frame.id,))
    dialog = export_dialog(wiring)
    assert dialog.what_field.currentText().startswith("The frame “North quay”")
    assert dialog.order().wanted == Wanted((frame.id,))
    assert dialog.place.path().name == "North quay.png"
    choose(dialog, what="board")
    assert dialog.order().wanted == Wanted()
    dialog.reject()


def test_private_notes_are_asked_about_once_more(
    wiring: Wiring, laid: Claim, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    written = notes.write(project, "From K", board=wiring.board_id, x=0, y=300)
    editing.change(project, written, private=True)
    target = tmp_path / "out.svg"
    dialog = export_dialog(wiring)
    choose(dialog, format="svg")
    save_as(dialog, target)
    assert not dialog.private_field.isChecked()
    QTest.keyClick(dialog.private_field, Qt.Key.Key_Space)
    asked: list[str] = []
    answer("Cancel", asked)
    dialog.try_accept()
    assert "private note" in asked[0]
    assert dialog.isVisible()
    assert not target.exists()
    answer("Show private notes", asked)
    dialog.try_accept()
    qtbot.waitUntil(target.exists, timeout=30_000)
    assert "From K" in "".join(ElementTree.fromstring(target.read_bytes()).itertext())


def test_an_empty_board_is_not_exported_but_told(wiring: Wiring) -> None:
    assert not len(wiring.board.sheet.layout.ids)
    QTest.keyClick(wiring.window, Qt.Key.Key_E, CTRL | ALT)
    assert wiring.window.toast.message == "There is nothing on this board to export."
    QTest.keyClick(wiring.window, Qt.Key.Key_P, CTRL)
    assert wiring.window.toast.message == "There is nothing on this board to print."


def test_both_are_offered_only_while_a_board_shows(wiring: Wiring) -> None:
    for id in ("export_picture", "print_board"):
        wiring.set_mode("board")
        assert wiring.window.actions_here[id].isEnabled()
        wiring.set_mode("reader")
        assert not wiring.window.actions_here[id].isEnabled()


@pytest.mark.parametrize("ask", [export_dialog, print_dialog])
def test_the_dialogs_count_one_card_and_one_note_in_the_singular(
    wiring: Wiring, laid: Claim, ask: Callable[[Wiring], BoardForm]
) -> None:
    note = notes.write(wiring.document.project, "Ask.", board=wiring.board_id, x=400, y=0)
    wiring.document.select((laid.id, note.id))
    dialog = ask(wiring)
    offered = [dialog.what_field.itemText(row) for row in range(dialog.what_field.count())]
    assert offered == ["The whole board, 2 cards", "The selection, 2 cards"]
    assert dialog.notes_field.text() == "Show 1 note"
