"""Hints beside the text: found in a thread, switched, accepted into a claim, turned down."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.hint_chip import HintChip
from evidence_board.ui.reader.hints import Hint
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from tests.ui.reader.scene import draft, drag_over

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
TITLE = "Bridge closes"
TEXT = (
    f"{TITLE}\n\n"
    "HARWICK, 4 March 2021 -- The bridge closed on Monday.\n\n"
    "On 1 March 2021 about 1,200 lorries probably crossed it, Olaf Tandberg said.\n\n"
    + "The road along the river stays open for all who walk it, day and night.\n\n" * 40
    + "“The ferry may go,” Ida Moe said.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [draft("a.txt", TEXT, TITLE), draft("b.txt", "Other words.", "Other")])
    return opened


@pytest.fixture
def reader(qtbot: QtBot, application: QApplication, document: Document) -> ReaderView:
    """Give a reader wide enough for hints, once they are there."""
    view = ReaderView(document, apply_theme(application, "light"))
    view.resize(1_100, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    document.select((document.project.all(Source)[0].id,))
    view.activateWindow()
    view.page.setFocus()
    qtbot.waitUntil(lambda: bool(view.hinting.gutter.hints), timeout=20_000)
    return view


def hint(reader: ReaderView, layer: str, told: str = "") -> Hint:
    return next(
        one for one in reader.hinting.gutter.hints if one.layer == layer and told in one.told
    )


def chip(reader: ReaderView, layer: str, told: str = "") -> HintChip:
    found = reader.hinting.gutter.chip_of(hint(reader, layer, told))
    assert found is not None
    return found


def layers(reader: ReaderView) -> set[str]:
    return {one.layer for one in reader.hinting.gutter.hints}


def test_hints_stand_level_with_their_words_and_never_over_each_other(reader: ReaderView) -> None:
    chips = [one for one in reader.page.viewport().findChildren(HintChip) if one.isVisible()]
    chips.sort(key=lambda one: one.y())
    assert len(chips) >= 4
    for upper, lower in itertools.pairwise(chips):
        assert not upper.geometry().intersects(lower.geometry())
    for one in chips:
        assert one.hint is not None
        assert one.geometry().right() < reader.page.ground.text
    first = reader.hinting.gutter.hints[0]
    shown, box = (
        reader.hinting.gutter.chip_of(first),
        reader.page.boxes((first.start, first.end))[0],
    )
    assert shown is not None
    assert abs(shown.geometry().center().y() - box.center().y()) < 3


def test_a_hint_says_what_it_is_to_a_screen_reader(reader: ReaderView) -> None:
    assert chip(reader, "hedge").accessibleName().startswith("Hint, hedge: probably (PR+)")


def test_the_words_that_tell_who_says_it_are_marked_with_the_name(reader: ReaderView) -> None:
    words = hint(reader, "attribution", "Tandberg")
    assert TEXT[words.start : words.end] == "Olaf Tandberg said"


def test_each_kind_is_switched_by_its_button(reader: ReaderView) -> None:
    assert {"attribution", "hedge", "figure", "date"} <= layers(reader)
    button = reader.header.layers.button("hedge")
    assert button.isVisible()
    assert button.accessibleName() == "Show: hedge (2)"
    QTest.mouseClick(button, Left)
    assert "hedge" not in layers(reader)
    assert all(layer != "hedge" for _, layer in reader.page._shown.hinted)
    assert button.isVisible()
    QTest.mouseClick(button, Left)
    assert "hedge" in layers(reader)


def test_a_claim_from_selected_words_starts_as_proposed_and_enter_accepts(
    reader: ReaderView, document: Document
) -> None:
    drag_over(reader, "On 1 March 2021 about 1,200 lorries probably crossed it")
    QTest.keyClick(reader.page, Key.Key_C)
    composer = reader.margin.composer
    assert composer is not None
    assert "Enter accepts" in composer.hint.text
    QTest.keyClicks(composer.words, "1,200 lorries crossed the bridge.")
    QTest.keyClick(composer.words, Key.Key_Return)
    project = document.project
    (claim,) = project.all(Claim)
    (said,) = project.all(Assertion)
    origin = project.get(Source, said.chain[-1])
    assert (origin.name, origin.origin_kind) == ("Olaf Tandberg", "identified")
    assert (said.mode, said.hedge, said.factuality) == ("paraphrase", "probably", "PR+")
    assert claim.event == "2021-03-01"
    assert claim.quantity["value"] == 1200
    assert len(project.steps()) > 0
    document.undo()
    assert project.find(origin.id) is None


def test_a_press_on_who_says_it_begins_a_claim_from_what_is_said(reader: ReaderView) -> None:
    QTest.mouseClick(chip(reader, "attribution", "Tandberg"), Left)
    composer = reader.margin.composer
    assert composer is not None
    assert "lorries" in composer.words.toPlainText()
    assert [one.name for one in composer.form.chain.tellers] == ["Olaf Tandberg"]


def test_a_press_on_a_hint_fills_the_claim_that_is_being_made(reader: ReaderView) -> None:
    drag_over(reader, "The bridge closed")
    QTest.keyClick(reader.page, Key.Key_C)
    composer = reader.margin.composer
    assert composer is not None
    assert composer.form.hedge.text() == ""
    QTest.mouseClick(chip(reader, "hedge"), Left)
    QTest.mouseClick(chip(reader, "figure"), Left)
    assert composer.form.hedge.text() == "probably"
    assert composer.form.factuality.currentData() == "PR+"
    assert "1,200" in composer.form.line("quantity").text()
    assert reader.margin.composer is composer
    assert composer.words.hasFocus()


def test_keys_walk_the_hints_round_and_enter_accepts(reader: ReaderView) -> None:
    first = reader.hinting.gutter.hints[0]
    QTest.keyClick(reader.page, Key.Key_S)
    focused = QApplication.focusWidget()
    assert isinstance(focused, HintChip)
    assert focused.hint == first
    QTest.keyClick(focused, Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    last = QApplication.focusWidget()
    assert isinstance(last, HintChip)
    assert last.hint == reader.hinting.gutter.hints[-1]
    assert reader.page.verticalScrollBar().value() > 0
    QTest.keyClick(last, Key.Key_Return)
    assert reader.margin.composer is not None


def test_delete_turns_a_hint_down_for_good_and_undo_brings_it_back(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    gone = hint(reader, "hedge", "probably")
    shown = chip(reader, "hedge", "probably")
    shown.setFocus()
    QTest.keyClick(shown, Key.Key_Delete)
    assert gone not in reader.hinting.gutter.hints
    assert isinstance(QApplication.focusWidget(), HintChip), "the next one has the keyboard"
    reader.show_source(document.project.all(Source)[1].id)
    reader.show_source(document.project.all(Source)[0].id)
    assert gone not in reader.hinting.gutter.hints
    assert reader.hinting.proposal((gone.start, gone.end)).saying.hedge == ""
    document.undo()
    assert gone in reader.hinting.gutter.hints


def test_dismissed_hints_can_be_asked_for_again(reader: ReaderView, document: Document) -> None:
    gone = hint(reader, "hedge", "probably")
    reader.hinting.dismiss(gone)
    chip(reader, "figure").asked_again.emit()
    assert gone in reader.hinting.gutter.hints


def test_where_it_is_narrow_the_gutter_goes_and_a_menu_offers_the_hint(
    reader: ReaderView,
) -> None:
    reader.resize(620, 700)
    assert reader.page.ground.gutter == 0
    chips = [one for one in reader.page.viewport().findChildren(HintChip) if one.isVisible()]
    assert chips == []
    QTest.keyClick(reader.page, Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [one.text().split("\t")[0] for one in menu.actions()][:2] == ["Accept", "Dismiss"]
    first = reader.hinting._stand.at
    QTest.keyClick(menu, Key.Key_S)
    walked = QApplication.activePopupWidget()
    assert walked not in (None, menu), "the key that walks hints goes on from its menu"
    second = reader.hinting._stand.at
    assert second is not None
    assert second != first
    QTest.keyClick(walked, Key.Key_Delete)
    assert second not in reader.hinting.gutter.hints
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(reader.page, Key.Key_S)
    opened = QApplication.activePopupWidget()
    assert opened is not None
    QTest.keyClick(opened, Key.Key_Return)
    assert reader.maker.composer is not None, "Enter accepts what its row says"


def test_the_text_stays_where_it_is_when_the_last_kind_is_switched_off(reader: ReaderView) -> None:
    before = reader.page.ground
    for layer in ("attribution", "hedge", "figure", "date"):
        QTest.mouseClick(reader.header.layers.button(layer), Left)
    assert reader.hinting.gutter.hints == ()
    assert reader.page.ground == before


def test_shift_c_asks_before_it_adds_what_is_proposed(
    reader: ReaderView, document: Document
) -> None:
    drag_over(reader, "The bridge closed")
    QTest.keyClick(reader.page, Key.Key_C)
    composer = reader.margin.composer
    assert composer is not None
    QTest.keyClick(composer.words, Key.Key_Return)
    claim = document.project.all(Claim)[0]
    document.select((claim.id,))
    drag_over(reader, "probably crossed it")
    QTest.keyClick(reader.page, Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    form = reader.margin.composer
    assert form is not None
    assert not form.words.isVisible()
    QTest.keyClick(form.form.chain.name, Key.Key_Return)
    said = document.project.all(Assertion)[-1]
    assert said.claim == claim.id
    assert said.hedge == "probably"
    assert len(document.project.all(Claim)) == 1


def test_suggestions_are_found_once_for_each_text(
    qtbot: QtBot, application: QApplication, reader: ReaderView, document: Document
) -> None:
    started: list[object] = []
    document.jobs.started.connect(lambda job, _title: started.append(job))
    first, second = (one.id for one in document.project.all(Source))
    reader.show_source(second)
    reader.show_source(first)
    assert reader.hinting.gutter.hints, "at once, from what is known"


def test_a_project_that_is_read_only_shows_hints_and_makes_nothing(
    qtbot: QtBot, application: QApplication, project: Project
) -> None:
    path = project.path
    project.close()
    jobs = Jobs()
    shown = Document(Project.open(path, read_only=True), jobs)
    view = ReaderView(shown, apply_theme(application, "light"))
    view.resize(1_100, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    shown.select((shown.project.all(Source)[0].id,))
    qtbot.waitUntil(lambda: bool(view.hinting.gutter.hints), timeout=20_000)
    QTest.mouseClick(chip(view, "attribution", "Tandberg"), Left)
    assert view.margin.composer is None
    shown.close()
    jobs.close()


def test_words_that_nobody_says_are_proposed_as_the_sources_own(
    reader: ReaderView, document: Document
) -> None:
    drag_over(reader, "The road along the river")
    QTest.keyClick(reader.page, Key.Key_C)
    composer = reader.margin.composer
    assert composer is not None
    assert "the source states it itself" in composer.hint.text
    QTest.keyClick(composer.words, Key.Key_Return)
    assert document.project.all(Assertion)[-1].mode == "narrator unattributed"


def test_kinds_name_themselves_where_the_name_of_the_source_has_room_too(
    reader: ReaderView,
) -> None:
    header, spelled = reader.header, set[bool]()
    header.allow(hints=True, words=True, something=True)
    for width in range(500, 1_400, 30):
        reader.resize(width, reader.height())
        header.layers.count({"attribution": 8, "hedge": 13, "figure": 2})
        header.count_excerpts(1)
        words = header.layers.button("hedge").text() == "hedge 13"
        spelled.add(words)
        whole = header.name.text() == TITLE
        assert whole or not words
        assert whole or header._row.sizeHint().width() > header.width() - 40
    assert spelled == {True, False}
