"""Tags in the window: the popup, the row of the inspector, the dialog, the find field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from evidence_board.analysis.tags import tagged, tags_of
from evidence_board.commands import boards, colouring, tagging
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.note import Tag
from evidence_board.model.source import Source
from evidence_board.ui.dialogs.tags import TagsDialog
from evidence_board.ui.docks.tags_field import TagsField
from evidence_board.ui.tag_popup import TagPopup
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


@pytest.fixture
def claim(wiring: Wiring) -> Claim:
    made = wiring.document.project.all(Claim)[0]
    wiring.document.select((made.id,))
    return made


def labels(wiring: Wiring, id: str) -> list[str]:
    return [tag.label for tag in tags_of(wiring.document.project, id)]


def popup(wiring: Wiring) -> TagPopup:
    wiring.window.actions_here["tags"].trigger()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, TagPopup)
    return shown


def add(field: TagsField, words: str) -> None:
    QTest.keyClicks(field.field, words)
    QTest.keyClick(field.field, Key.Key_Return)


def test_what_is_typed_in_the_popup_becomes_a_tag_of_all_that_is_selected(
    wiring: Wiring, claim: Claim
) -> None:
    source = wiring.document.project.all(Source)[0]
    wiring.document.select((claim.id, source.id))
    shown = popup(wiring)
    add(shown.tags, "rail")
    assert labels(wiring, claim.id) == labels(wiring, source.id) == ["rail"]
    assert shown.tags.labels() == ("rail",)
    assert shown.tags.field.text() == ""
    QTest.keyClick(shown.tags.field, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_the_popup_completes_the_tags_there_are(wiring: Wiring, claim: Claim) -> None:
    source = wiring.document.project.all(Source)[0]
    tagging.add(wiring.document.project, (source.id,), "Rail transport")
    shown = popup(wiring)
    completer = shown.tags.field.completer()
    completer.setCompletionPrefix("trans")
    assert completer.currentCompletion() == "Rail transport"
    shown.close()


def test_tags_of_the_selection_stand_in_the_inspector_and_can_be_taken_off(
    wiring: Wiring, claim: Claim
) -> None:
    add(wiring.inspector.tags, "one & two")
    assert labels(wiring, claim.id) == ["one & two"]
    chip = wiring.inspector.tags.findChildren(QToolButton)[0]
    assert chip.accessibleName() == "Remove tag “one & two”"
    chip.click()
    assert labels(wiring, claim.id) == []
    wiring.document.undo()
    assert labels(wiring, claim.id) == ["one & two"]


def test_a_tag_that_cannot_be_is_refused_in_a_sentence_and_stays_in_the_field(
    wiring: Wiring, claim: Claim
) -> None:
    told: list[str] = []
    wiring.document.problem.connect(told.append)
    field = wiring.inspector.tags
    field.field.setMaxLength(200)
    add(field, "x" * 61)
    assert told == ["A tag has at most 60 characters. Shorten it."]
    assert field.field.text() == "x" * 61


def test_the_name_of_a_colour_stands_in_the_inspector(wiring: Wiring, claim: Claim) -> None:
    project = wiring.document.project
    boards.pin_records(project, project.all(Board)[0].id, [(claim.id, 0, 0)])
    colouring.colour(project, [project.all(Card)[-1].id], "violet")
    words = [one.text() for one in wiring.inspector.findChildren(QLabel) if one.isVisible()]
    assert "Colour: violet" in words


@pytest.fixture
def dialog(wiring: Wiring, claim: Claim) -> Callable[[], TagsDialog]:
    project = wiring.document.project
    tagging.add(project, (claim.id,), "rail")
    tagging.add(project, (claim.id, project.all(Source)[0].id), "trains")

    def opened() -> TagsDialog:
        wiring.window.actions_here["all_tags"].trigger()
        shown = wiring.window.findChild(TagsDialog)
        assert isinstance(shown, TagsDialog)
        return shown

    return opened


def test_the_dialog_lists_the_tags_and_renames_them(
    wiring: Wiring, dialog: Callable[[], TagsDialog]
) -> None:
    shown = dialog()
    assert [shown.list.item(row).text() for row in range(2)] == ["rail", "trains"]
    assert shown.told.text().startswith("Records with it: 1.")
    shown.list.item(0).setText("railway")
    assert sorted(tag.label for tag in wiring.document.project.all(Tag)) == ["railway", "trains"]
    shown.accept()


def test_the_name_of_another_tag_merges_the_two(
    wiring: Wiring, claim: Claim, dialog: Callable[[], TagsDialog]
) -> None:
    shown = dialog()
    shown.list.item(1).setText("Rail")
    (tag,) = wiring.document.project.all(Tag)
    assert tag.label == "rail"
    assert len(tagged(wiring.document.project, tag.id)) == 2
    assert shown.list.count() == 1
    shown.accept()


def test_the_dialog_deletes_a_tag_and_selects_its_records(
    wiring: Wiring, claim: Claim, dialog: Callable[[], TagsDialog]
) -> None:
    shown = dialog()
    shown.delete.click()
    assert labels(wiring, claim.id) == ["trains"]
    wiring.document.select(())
    shown.choose.click()
    assert len(wiring.document.selected) == 2


def test_the_find_field_finds_tags_and_choosing_one_selects_what_has_it(
    wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    tag = tagging.add(wiring.document.project, (claim.id,), "rail")
    wiring.document.select(())
    with qtbot.waitSignal(wiring.finding.answered) as told:
        wiring.finding.ask("#ra")
    hits = [hit for hit in told.args[0].hits if hit.icon == "tag"]
    assert [(hit.text, hit.more) for hit in hits] == [("#rail", "1")]
    wiring.finding.choose(f"tag:{tag.id}")
    assert wiring.document.selected == (claim.id,)
