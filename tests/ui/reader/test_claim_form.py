"""The form of a claim: its fields, the chain written by names, and what becomes of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import chains, sources
from evidence_board.commands.proposing import Proposal
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.reader.composer import Composer
from evidence_board.ui.reader.view import ReaderView
from tests.ui.reader.scene import drag_over, make_claim

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def opened(reader: ReaderView, words: str = "Nobody counted the lorries") -> Composer:
    """Select words and press C; nothing is proposed for them, however soon hints are found."""
    reader.making.propose = lambda _span: Proposal()
    drag_over(reader, words)
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    return form


def write_teller(form: Composer, name: str) -> None:
    QTest.keyClicks(form.form.chain.name, name)
    QTest.keyClick(form.form.chain.name, Key.Key_Return)


def said(project: Project) -> Assertion:
    return project.all(Assertion)[-1]


def names(project: Project) -> list[str]:
    return [project.get(Source, one).name for one in said(project).chain]


def test_the_chain_is_written_by_names_and_stored_with_the_claim(
    reader: ReaderView, document: Document
) -> None:
    form = opened(reader)
    write_teller(form, "Coast Wire")
    write_teller(form, "The mayor")
    QTest.keyClick(form.form.chain.name, Key.Key_Return)
    project = document.project
    assert names(project)[1:] == ["Coast Wire", "The mayor"]
    relay, origin = (project.get(Source, one) for one in said(project).chain[1:])
    assert (relay.origin_kind, origin.origin_kind) == (None, "identified")
    assert project.undo_label == "Make claim from words"
    document.undo()
    assert project.find(relay.id) is None
    assert project.all(Claim) == ()


def test_a_name_that_is_still_being_written_counts_when_the_claim_is_made(
    reader: ReaderView, document: Document
) -> None:
    form = opened(reader)
    QTest.keyClicks(form.form.chain.name, "The mayor")
    QTest.mouseClick(form.make, Left)
    assert names(document.project)[1:] == ["The mayor"]


def test_a_known_source_is_taken_however_its_name_is_written(
    reader: ReaderView, document: Document
) -> None:
    office = sources.cite(document.project, "Harwick Gazette")
    write_teller(form := opened(reader), "the harwick gazette")
    QTest.mouseClick(form.make, Left)
    assert said(document.project).chain[-1] == office.id
    assert document.project.get(Source, office.id).origin_kind == "identified"


def test_an_unnamed_official_is_graded_f_with_the_affiliation(
    reader: ReaderView, document: Document
) -> None:
    chain = opened(reader).form.chain
    assert not chain.affiliation.isVisible()
    QTest.keyClicks(chain.name, "a council official")
    QTest.mouseClick(chain.unnamed, Left)
    assert chain.affiliation.isVisible()
    QTest.keyClicks(chain.affiliation, "Harwick council")
    QTest.keyClick(chain.affiliation, Key.Key_Return)
    assert not chain.affiliation.isVisible()
    QTest.keyClick(chain.name, Key.Key_Return)
    official = document.project.get(Source, said(document.project).chain[-1])
    assert (official.origin_kind, official.reliability) == ("anonymous", "F")
    assert official.affiliation == "Harwick council"


def test_one_key_takes_the_chain_that_was_set_last(reader: ReaderView, document: Document) -> None:
    form = opened(reader)
    write_teller(form, "Coast Wire")
    write_teller(form, "The mayor")
    QTest.mouseClick(form.make, Left)
    before = said(document.project).chain
    form = opened(reader, "The last word was with the ferryman")
    QTest.keyClick(form.form.chain.name, Key.Key_Equal)
    assert form.form.chain.name.text() == ""
    QTest.keyClick(form.form.chain.name, Key.Key_Return)
    assert said(document.project).chain == before
    assert len(document.project.all(Claim)) == 2


def test_the_sign_is_written_where_no_chain_was_set_before(reader: ReaderView) -> None:
    chain = opened(reader).form.chain
    QTest.keyClick(chain.name, Key.Key_Equal)
    assert chain.name.text() == "="
    assert not chain.as_last.isEnabled()


def test_each_step_can_be_taken_out_or_written_otherwise(
    reader: ReaderView, document: Document
) -> None:
    form = opened(reader)
    chain = form.form.chain
    for name in ("Coast Wire", "A neighbour", "The mayor"):
        write_teller(form, name)
    edit, remove = chain._step_buttons(1)
    remove.click()
    assert [one.name for one in chain.tellers] == ["Coast Wire", "The mayor"]
    edit, _ = chain._step_buttons(1)
    edit.click()
    assert chain.name.text() == "The mayor"
    QTest.keyClicks(chain.name, "The deputy mayor")
    QTest.keyClick(chain.name, Key.Key_Return)
    assert [one.name for one in chain.tellers] == ["Coast Wire", "The deputy mayor"]
    assert document.project.all(Claim) == ()


def test_manner_dates_place_and_quantity_are_stored_by_enter_in_any_field(
    reader: ReaderView, document: Document
) -> None:
    form = opened(reader).form
    form.mode.activated.emit(form.mode.findData("paraphrase"))
    form.mode.setCurrentIndex(form.mode.findData("paraphrase"))
    form.factuality.setCurrentIndex(form.factuality.findData("PR+"))
    QTest.keyClicks(form.hedge, "probably")
    QTest.keyClicks(form.line("event"), "2021-03-01")
    QTest.keyClicks(form.line("stated"), "2021-03")
    QTest.keyClicks(form.line("place"), "Harwick")
    QTest.keyClicks(form.line("quantity"), "about 1,200 lorries")
    QTest.keyClick(form.line("quantity"), Key.Key_Return)
    (claim,) = document.project.all(Claim)
    one = said(document.project)
    assert (one.mode, one.factuality, one.hedge) == ("paraphrase", "PR+", "probably")
    assert (claim.event, claim.stated, claim.place) == ("2021-03-01", "2021-03", "Harwick")
    assert claim.quantity == {"value": 1200, "unit": "lorries", "comparator": "about"}


def test_a_date_that_is_none_is_refused_in_a_sentence_and_the_form_stays(
    reader: ReaderView, document: Document
) -> None:
    told: list[str] = []
    document.problem.connect(told.append)
    form = opened(reader).form
    QTest.keyClicks(form.line("event"), "last Monday")
    QTest.keyClick(form.line("event"), Key.Key_Return)
    assert len(told) == 1
    assert document.project.all(Claim) == ()
    assert reader.margin.composer is not None
    assert form.line("event").text() == "last Monday"


def test_escape_in_a_field_leaves_without_a_claim(reader: ReaderView, document: Document) -> None:
    form = opened(reader).form
    QTest.keyClicks(form.line("place"), "Harwick")
    QTest.keyClick(form.line("place"), Key.Key_Escape)
    assert reader.margin.composer is None
    assert document.project.all(Claim) == ()


def test_every_field_has_a_name_for_a_screen_reader(reader: ReaderView) -> None:
    form = opened(reader).form
    fields = [form.chain.name, form.mode, form.hedge, form.factuality]
    fields += [form.line(name) for name in ("event", "stated", "place", "quantity")]
    assert [one.accessibleName() for one in fields] == [
        *("Who said it", "Mode", "Hedge", "Certainty", "Date", "Said on", "Place", "Quantity")
    ]
    buttons = (form.chain.unnamed, form.chain.as_last, form.chain.add)
    assert all(one.accessibleName() for one in buttons)


def test_where_it_is_low_the_fields_scroll_and_the_buttons_show(reader: ReaderView) -> None:
    reader.resize(1_000, 360)
    form = opened(reader)
    room = reader.page.viewport().rect()
    assert room.contains(form.geometry())
    assert form.rect().contains(form.make.geometry())
    assert form.form.height() > form._fields.height()
    form.words.setPlainText("The council closed the bridge. " * 9)
    assert form._fields.height() >= 140, "many words leave the fields their room"
    assert form.rect().contains(form.make.geometry())


def test_a_claim_that_was_made_elsewhere_lends_its_chain(
    reader: ReaderView, document: Document
) -> None:
    project = document.project
    make_claim(project, "closed the old bridge")
    gazette = sources.cite(project, "Harwick Gazette")
    carrier = said(project).source
    chains.set_chain(project, said(project), [carrier, gazette.id])
    form = opened(reader)
    QTest.mouseClick(form.form.chain.as_last, Left)
    QTest.mouseClick(form.make, Left)
    assert said(project).chain == (carrier, gazette.id)


def test_all_words_show_in_the_form_and_it_grows_with_them(reader: ReaderView) -> None:
    form = opened(reader, "The council 🌉 closed the old bridge on Monday")
    line = form.words.fontMetrics().lineSpacing()
    before = form.words.height()
    assert form.words.verticalScrollBar().maximum() == 0
    form.words.setPlainText("The council closed the bridge. " * 6)
    tall = form.words.height()
    assert tall > before + 2 * line
    assert form.words.verticalScrollBar().maximum() == 0
    form.words.setPlainText("Short")
    assert form.words.height() == before < tall


def test_the_beginning_of_a_long_quantity_shows(reader: ReaderView) -> None:
    form = opened(reader)
    form.form.take_quantity({"value": 73, "unit": "railcars", "comparator": "about"})
    assert form.form.line("quantity").cursorPosition() == 0


def test_a_name_chosen_from_the_list_is_added_once_and_leaves_an_empty_field(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    sources.cite(document.project, "Harwick Gazette")
    chain = opened(reader).form.chain
    chain.name.setFocus()
    QTest.keyClicks(chain.name, "harw")
    popup = chain._completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: chain.name.text() == "")
    assert [one.name for one in chain.tellers] == ["Harwick Gazette"]


def test_the_form_grows_with_each_sayer_so_that_all_fields_show(reader: ReaderView) -> None:
    reader.resize(1_000, 1_100)
    form = opened(reader)
    before = form.height()
    for name in ("Coast Wire", "The port office", "A driver"):
        write_teller(form, name)
        assert form._fields.height() >= form.form.sizeHint().height()
    assert form.height() > before


def test_keys_pressed_on_a_button_of_the_form_do_not_mark_the_text_behind_it(
    reader: ReaderView, document: Document
) -> None:
    chain = opened(reader).form.chain
    form = reader.margin.composer
    for key in (Key.Key_E, Key.Key_S, Key.Key_Down):
        QTest.keyClick(chain.unnamed, key)
    assert reader.margin.composer is form
    assert not document.project.all(Excerpt)
    chain.unnamed.setFocus()
    QTest.keyClick(chain.unnamed, Key.Key_Return)
    assert chain.unnamed.isChecked(), "Enter presses the button in focus"
    QTest.keyClick(chain.unnamed, Key.Key_Escape)
    assert reader.margin.composer is None
    assert not document.project.all(Claim)
