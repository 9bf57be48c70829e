"""The reader as a person uses it: real keys and a real mouse on a real project."""

import json
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, editing, removal, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.ui.canvas.heights import box_of
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.document import Document
from evidence_board.ui.reader.claim_list import ClaimList, likeliest
from evidence_board.ui.reader.dragging import EXCERPT_TYPE, DraggedExcerpt, pack, unpack
from evidence_board.ui.reader.mark_card import MarkCard
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.tokens import load_tokens
from tests.ui.reader.scene import TEXT, TITLE, drag_over, make_claim, place

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
Shift, Alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def cards(reader: ReaderView) -> list[MarkCard]:
    shown = [card for card in reader.page.viewport().findChildren(MarkCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.y())


def test_without_a_source_the_reader_says_what_to_do(
    qtbot: QtBot, application: QApplication, document: Document
) -> None:
    view = ReaderView(document, apply_theme(application, "light"))
    qtbot.addWidget(view)
    view.show()
    assert view.forms.hint.text() == "Choose a source on the left to read it here."
    assert view.forms.hint.isVisible()
    assert not view.header.isVisible()


def test_the_selected_source_is_shown_with_its_name_date_and_words(reader: ReaderView) -> None:
    assert reader.page.isVisible()
    assert reader.page.paragraphs.text == TEXT
    assert reader.header.name.text() == TITLE
    assert reader.header.date.text() == "March 2021"


def test_a_grade_is_solid_dark_and_an_ungraded_source_an_empty_dashed_outline(
    reader: ReaderView, document: Document
) -> None:
    def ground() -> str:
        """Return the colour inside the edge of the source's cell."""
        picture = reader.header.grade.findChildren(QLabel)[0].grab().toImage()
        return str(picture.pixelColor(3, 3).name().upper())

    solid = load_tokens("light").color("text.secondary")
    assert ground() != solid
    editing.change(document.project, document.project.all(Source)[0], reliability="B")
    assert ground() == solid
    editing.change(document.project, document.project.all(Source)[0], reliability=None)
    assert ground() != solid


def test_a_source_that_is_cited_only_says_that_its_words_are_not_held(
    reader: ReaderView, document: Document
) -> None:
    cited = sources.cite(document.project, "Harwick Gazette")
    document.select((cited.id,))
    assert reader.forms.hint.isVisible()
    assert "not held here" in reader.forms.hint.text()
    assert reader.header.name.text() == "Harwick Gazette"
    QTest.keyClick(reader, Key.Key_F, Ctrl)
    assert not reader.find_bar.isVisible()


def test_the_mouse_selects_words_exactly(reader: ReaderView) -> None:
    drag_over(reader, "🌉 closed the old bridge on Monday, after an e\u0301tude")
    assert reader.page.words == "🌉 closed the old bridge on Monday, after an e\u0301tude"
    assert reader.making.bar.isVisible()


def test_a_double_click_takes_a_word_and_a_third_click_its_paragraph(reader: ReaderView) -> None:
    point = place(reader, TEXT.index("bridge on Monday") + 2)
    view = reader.page.viewport()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert reader.page.words == "bridge"
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point)
    assert reader.page.words.startswith("The council 🌉")
    assert reader.page.words.endswith("for lorries.")


def test_keys_select_and_copy_the_words_as_they_stand(reader: ReaderView) -> None:
    reader.page.select(TEXT.index("Nobody"), TEXT.index("Nobody"))
    QTest.keyClick(reader.page, Key.Key_Right, Ctrl | Shift)
    QTest.keyClick(reader.page, Key.Key_Right, Ctrl | Shift)
    assert reader.page.words == "Nobody counted "
    QTest.keyClick(reader.page, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "Nobody counted "
    copied = unpack(QGuiApplication.clipboard().mimeData())
    assert copied is not None
    assert TEXT[copied.start : copied.end] == "Nobody counted"
    QTest.keyClick(reader.page, Key.Key_A, Ctrl)
    assert reader.page.words == TEXT


def test_c_opens_a_form_and_enter_makes_the_claim_with_exact_words(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    drag_over(reader, "closed the old bridge on Monday")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    assert form.isVisible()
    assert form.words.hasFocus()
    assert form.words.toPlainText() == "closed the old bridge on Monday"
    assert not reader.making.bar.isVisible()
    QTest.keyClicks(form.words, "Harwick closed its bridge.")
    with qtbot.waitSignal(reader.claim_made) as made:
        QTest.keyClick(form.words, Key.Key_Return)
    project = document.project
    (claim,) = project.all(Claim)
    (excerpt,) = project.all(Excerpt)
    assert made.args == [claim.id]
    assert claim.text == "Harwick closed its bridge."
    assert excerpt.exact == "closed the old bridge on Monday"
    assert TEXT[excerpt.start : excerpt.end] == excerpt.exact
    assert excerpt.prefix.endswith("council 🌉 ")
    assert excerpt.suffix.startswith(", after an e\u0301tude")
    assert [card.record for card in project.all(Card)] == [claim.id]
    assert document.selected == (claim.id,)
    assert reader.margin.composer is None
    assert reader.page.hasFocus()
    assert reader.page.selection is None
    (card,) = cards(reader)
    assert card.accessibleName() == "Excerpt X1 asserts C1: Harwick closed its bridge."
    assert project.undo_label == "Make claim from words"


def test_escape_leaves_the_form_and_keeps_the_words_selected(
    reader: ReaderView, document: Document
) -> None:
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClick(form.words, Key.Key_Escape)
    assert reader.margin.composer is None
    assert document.project.all(Claim) == ()
    assert reader.page.words == "Nobody counted"
    assert reader.making.bar.isVisible()
    QTest.keyClick(reader.page, Key.Key_Escape)
    assert reader.page.selection is None
    assert not reader.making.bar.isVisible()


def test_a_claim_is_saved_while_it_is_written_and_the_form_stays(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    project = document.project
    steps = len(project.steps())
    drag_over(reader, "closed the old bridge on Monday")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClicks(form.words, "Harwick closed")
    qtbot.waitUntil(lambda: project.count(Claim) == 1)
    assert project.all(Claim)[0].text == "Harwick closed"
    assert reader.margin.composer is form
    assert form.words.hasFocus()
    assert cards(reader) == []
    QTest.keyClicks(form.words, " it.")
    qtbot.waitUntil(lambda: project.all(Claim)[0].text == "Harwick closed it.")
    QTest.keyClick(form.words, Key.Key_Return)
    assert len(project.steps()) == steps + 1
    assert project.undo_label == "Make claim from words"
    assert document.selected == (project.all(Claim)[0].id,)
    assert len(cards(reader)) == 1


def test_escape_after_a_rest_leaves_neither_claim_nor_excerpt_nor_step(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    project = document.project
    steps = [step.id for step in project.steps()]
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClicks(form.words, "Nobody")
    qtbot.waitUntil(lambda: project.count(Claim) == 1)
    QTest.keyClick(form.words, Key.Key_Escape)
    assert reader.margin.composer is None
    assert (project.count(Claim), project.count(Excerpt), project.count(Card)) == (0, 0, 0)
    assert [step.id for step in project.steps()] == steps


def test_a_form_that_goes_with_its_words_keeps_what_was_written(
    reader: ReaderView, document: Document
) -> None:
    project = document.project
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClicks(form.words, "Not counted")
    reader.page.let_go()
    assert reader.margin.composer is None
    assert [one.text for one in project.all(Claim)] == ["Not counted"]
    assert len(cards(reader)) == 1


@pytest.mark.parametrize("height", [420, 700])
@pytest.mark.parametrize("words", ["said the mayor", "the ferryman", "Harwick council"])
def test_the_form_is_wholly_visible_and_level_with_its_words_among_many_cards(
    reader: ReaderView, document: Document, words: str, height: int
) -> None:
    for marked in ("The council", "closed the old bridge", "on Monday", "twelve pages", "lorries"):
        make_claim(document.project, marked, f"A claim about {marked}, as told by many. " * 3)
    reader.resize(1_000, height)
    drag_over(reader, words)
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    assert form.words.hasFocus()
    assert reader.page.viewport().rect().contains(form.geometry())
    level = place(reader, TEXT.index(words)).y()
    assert form.geometry().top() <= level <= form.geometry().top() + 40
    boxes = [card.geometry() for card in cards(reader)]
    assert len(boxes) == 5
    assert not [box for box in boxes if box.intersects(form.geometry())]


def test_the_form_stays_visible_when_the_text_is_scrolled(reader: ReaderView) -> None:
    drag_over(reader, "said the mayor")
    QTest.keyClick(reader.page, Key.Key_C)
    bar = reader.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    form = reader.margin.composer
    assert form is not None
    assert reader.page.viewport().rect().contains(form.geometry())


def test_a_claim_without_words_is_not_made(reader: ReaderView, document: Document) -> None:
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClick(form.words, Key.Key_Delete)
    assert not form.make.isEnabled()
    QTest.keyClick(form.words, Key.Key_Return)
    assert document.project.all(Claim) == ()


def test_a_long_selection_is_offered_shortened_to_one_line(reader: ReaderView) -> None:
    reader.page.select(0, TEXT.index("The road"))
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    offered = form.words.toPlainText()
    assert "\n" not in offered
    assert offered.startswith(f"{TITLE} The council")
    assert len(offered) <= 240


def test_e_keeps_an_excerpt_once_without_a_claim(reader: ReaderView, document: Document) -> None:
    for _ in range(2):
        drag_over(reader, "Nobody counted the lorries")
        QTest.keyClick(reader.page, Key.Key_E)
    (excerpt,) = document.project.all(Excerpt)
    assert excerpt.exact == "Nobody counted the lorries"
    assert document.project.all(Claim) == ()
    assert document.selected == (excerpt.id,)
    assert [card.accessibleName() for card in cards(reader)] == ["Excerpt X1, no claim yet"]


def test_shift_c_adds_words_to_the_selected_claim_and_only_then(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "unsafe for lorries")
    drag_over(reader, "Nobody counted")
    assert not reader.making.bar.attach.isVisible()
    QTest.keyClick(reader.page, Key.Key_C, Shift)
    assert len(document.project.all(Assertion)) == 1
    document.select((claim.id,))
    assert reader.making.bar.attach.isVisible()
    assert reader.making.bar.attach.text() == "Add to C1"
    QTest.keyClick(reader.page, Key.Key_C, Shift)
    assert [one.claim for one in document.project.all(Assertion)] == [claim.id] * 2
    assert document.project.all(Excerpt)[-1].exact == "Nobody counted"


def test_the_claim_that_was_selected_stays_at_hand_while_one_looks_into_sources(
    reader: ReaderView, document: Document
) -> None:
    claim = make_claim(document.project, "unsafe for lorries")
    document.select((claim.id,))
    document.select((document.project.all(Source)[0].id,))
    drag_over(reader, "Nobody counted")
    assert reader.making.bar.attach.text() == "Add to C1"
    QTest.keyClick(reader.page, Key.Key_C, Shift)
    assert [one.claim for one in document.project.all(Assertion)] == [claim.id] * 2
    document.select((document.project.all(Excerpt)[0].id,))
    drag_over(reader, "said the mayor")
    assert not reader.making.bar.attach.isVisible(), "an excerpt is not a source to look into"


def test_the_bar_acts_by_mouse(reader: ReaderView, document: Document) -> None:
    drag_over(reader, "Nobody counted")
    QTest.mouseClick(reader.making.bar.excerpt, Qt.MouseButton.LeftButton)
    assert len(document.project.all(Excerpt)) == 1
    drag_over(reader, "said the mayor")
    QTest.mouseClick(reader.making.bar.claim, Qt.MouseButton.LeftButton)
    form = reader.margin.composer
    assert form is not None
    QTest.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert [claim.text for claim in document.project.all(Claim)] == ["said the mayor"]


def test_letters_without_a_selection_do_nothing(reader: ReaderView, document: Document) -> None:
    for key in (Key.Key_C, Key.Key_E):
        QTest.keyClick(reader.page, key)
    reader.page.select(len(TITLE), len(TITLE) + 4)
    QTest.keyClick(reader.page, Key.Key_E)
    assert document.project.all(Excerpt) == ()
    assert reader.margin.composer is None


def test_a_project_that_is_read_only_offers_no_acts(
    reader: ReaderView, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document.project, "read_only", True)
    drag_over(reader, "Nobody counted")
    assert not reader.making.bar.isVisible()
    QTest.keyClick(reader.page, Key.Key_C)
    assert reader.margin.composer is None


def test_selected_words_are_dragged_away_with_their_place(
    reader: ReaderView, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[DraggedExcerpt | None, str]] = []

    def carry(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        packed = drag.mimeData()
        carried.append((unpack(packed), packed.text()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)
    words = "closed the old bridge on Monday"
    drag_over(reader, words)
    start = TEXT.index(words)
    view, point = reader.page.viewport(), place(reader, start + 4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseMove(view, point + QPoint(40, 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point + QPoint(40, 30))
    source = document.project.all(Source)[0]
    capture = document.project.capture_of(source.id)
    assert capture is not None
    expected = DraggedExcerpt(source.id, capture.id, start, start + len(words))
    assert carried == [(expected, words)]
    assert reader.page.words == words


def test_what_is_dragged_is_plain_json_and_other_things_are_not_taken() -> None:
    packed = pack(DraggedExcerpt("s", "c", 1, 3), "ab")
    assert json.loads(bytes(packed.data(EXCERPT_TYPE).data())) == {
        "source": "s",
        "capture": "c",
        "start": 1,
        "end": 3,
    }
    assert unpack(QMimeData()) is None
    for broken in (b"", b"[]", b'{"source": "s"}', b'{"source":1,"capture":1,"start":"x","end":2}'):
        wrong = QMimeData()
        wrong.setData(EXCERPT_TYPE, broken)
        assert unpack(wrong) is None


def test_a_click_in_the_selection_lets_it_go(reader: ReaderView) -> None:
    drag_over(reader, "closed the old bridge on Monday")
    point = place(reader, TEXT.index("old bridge on"))
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.page.selection is None


def test_a_click_on_marked_words_selects_what_rests_on_them(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    claim = make_claim(document.project, "closed the old bridge on Monday")
    excerpt = document.project.all(Excerpt)[0]
    point = place(reader, excerpt.start + 5)
    with qtbot.waitSignal(reader.excerpt_activated) as activated:
        QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert activated.args == [excerpt.id]
    assert document.selected == (claim.id,)
    span = (excerpt.start, excerpt.end)
    assert reader.page._shown.marked == (span,)
    assert reader.page._shown.active == {span}


def test_a_card_leads_to_its_words_and_to_the_board(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    claim = make_claim(document.project, "The last word", "The ferryman spoke last.")
    document.select(())
    (card,) = reader.page.viewport().findChildren(MarkCard)
    reader.ways.step(1)
    assert card.isVisible()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(30, card.height() - 6))
    assert document.selected == (claim.id,)
    (button,) = card.findChildren(QToolButton)
    with qtbot.waitSignal(reader.show_on_board) as shown:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.args == [claim.id]


def test_cards_stand_level_with_their_words_and_never_over_each_other(
    reader: ReaderView, document: Document
) -> None:
    for words in ("closed the old", "bridge on Monday", "Nobody counted"):
        make_claim(document.project, words)
    shown = cards(reader)
    assert len(shown) == 3
    (box,) = reader.page.boxes((TEXT.index("closed the"), TEXT.index("closed the") + 6))
    assert shown[0].y() <= box.center().y() <= shown[0].geometry().bottom()
    for one, other in pairwise(shown):
        assert one.geometry().bottom() < other.y()
    before = shown[0].y()
    reader.page.verticalScrollBar().setValue(50)
    assert shown[0].y() == before - 50


def test_where_it_is_narrow_cards_give_way_to_the_text(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "Nobody counted")
    reader.resize(560, 700)
    QApplication.sendPostedEvents()
    assert cards(reader) == []
    drag_over(reader, "said the mayor")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    assert reader.page.viewport().rect().contains(form.geometry())


def test_an_excerpt_is_jumped_to_from_another_source(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "The last word was with the ferryman")
    excerpt = document.project.all(Excerpt)[0]
    document.select((document.project.all(Source)[1].id,))
    assert reader.page.paragraphs.text == "Other words."
    reader.jump_to(excerpt.id)
    assert reader.page.paragraphs.text == TEXT
    view = reader.page.viewport().rect()
    assert all(
        view.contains(box.toAlignedRect())
        for box in reader.page.boxes((excerpt.start, excerpt.end))
    )
    assert reader.page._shown.active == {(excerpt.start, excerpt.end)}


def test_alt_and_arrows_walk_the_excerpts_round(reader: ReaderView, document: Document) -> None:
    for words in ("The last word", "closed the old", "Nobody"):
        make_claim(document.project, words)
    by_place = sorted(document.project.all(Excerpt), key=lambda one: one.start)
    walked = []
    for _ in range(4):
        QTest.keyClick(reader.page, Key.Key_Down, Alt)
        walked.append(reader.marked.here)
    assert walked == [one.id for one in (*by_place, by_place[0])]
    QTest.keyClick(reader.page, Key.Key_Up, Alt)
    assert reader.marked.here == by_place[-1].id
    QTest.mouseClick(reader.header.next, Qt.MouseButton.LeftButton)
    assert reader.marked.here == by_place[0].id


def test_a_claim_is_opened_at_its_words(reader: ReaderView, document: Document) -> None:
    claim = make_claim(document.project, "The last word")
    document.select((document.project.all(Source)[1].id,))
    reader.open(claim.id)
    assert reader.source_id == document.project.all(Source)[0].id
    assert reader.page.verticalScrollBar().value() > 0


def test_words_are_found_walked_and_left(reader: ReaderView) -> None:
    QTest.keyClick(reader.page, Key.Key_F, Ctrl)
    field = reader.find_bar.field
    assert field.hasFocus()
    QTest.keyClicks(field, "lorries")
    assert reader.find_bar.count.text() == "1 of 2"
    first = TEXT.index("lorries")
    assert reader.page._shown.current == (first, first + 7)
    QTest.keyClick(field, Key.Key_Return)
    assert reader.find_bar.count.text() == "2 of 2"
    QTest.keyClick(field, Key.Key_Return)
    assert reader.find_bar.count.text() == "1 of 2"
    QTest.keyClick(field, Key.Key_Return, Shift)
    assert reader.find_bar.count.text() == "2 of 2"
    field.selectAll()
    QTest.keyClicks(field, "zebra")
    assert reader.find_bar.count.text() == "No match for “zebra”"
    QTest.keyClick(field, Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert reader.page._shown.found == ()
    assert reader.page.hasFocus()


def test_find_begins_with_the_selected_words_and_scrolls_to_them(reader: ReaderView) -> None:
    reader.page.select(TEXT.index("ferryman"), TEXT.index("ferryman") + 8)
    QTest.keyClick(reader.page, Key.Key_F, Ctrl)
    assert reader.find_bar.field.text() == "ferryman"
    assert reader.page.verticalScrollBar().value() > 0


def test_the_text_grows_and_shrinks_between_its_bounds(reader: ReaderView) -> None:
    line = reader.page.column.setting.line
    QTest.keyClick(reader.page, Key.Key_Equal, Ctrl)
    assert reader.page.text_size == 17
    assert reader.page.column.setting.line > line
    for _ in range(20):
        QTest.keyClick(reader.page, Key.Key_Equal, Ctrl)
    assert reader.page.text_size == 28
    for _ in range(20):
        QTest.mouseClick(reader.header.smaller, Qt.MouseButton.LeftButton)
    assert reader.page.text_size == 12
    QTest.mouseClick(reader.header.larger, Qt.MouseButton.LeftButton)
    assert reader.page.text_size == 13
    QTest.keyClick(reader.page, Key.Key_0, Ctrl)
    assert reader.page.text_size == 16


def test_marks_stay_on_their_words_when_the_window_and_the_text_change(
    reader: ReaderView, document: Document
) -> None:
    words = "Nobody counted the lorries"
    make_claim(document.project, words)
    excerpt = document.project.all(Excerpt)[0]
    for width, step in ((900, 3), (500, -4), (1_300, 0)):
        reader.resize(width, 600)
        reader.forms.zoom(step)
        ((start, end),) = reader.page._shown.marked
        assert reader.page.paragraphs.text[start:end] == words == excerpt.exact


def test_undo_takes_the_mark_away_and_redo_brings_it_back(
    reader: ReaderView, document: Document
) -> None:
    make_claim(document.project, "Nobody counted")
    assert len(cards(reader)) == 1
    document.undo()
    assert cards(reader) == []
    assert reader.page._shown.marked == ()
    document.redo()
    assert len(cards(reader)) == 1


def test_what_changed_while_the_reader_was_hidden_shows_when_it_comes_back(
    reader: ReaderView, document: Document
) -> None:
    def marked() -> int:
        return len(reader.page._shown.marked)

    reader.hide()
    make_claim(document.project, "Nobody counted")
    source = document.project.all(Source)[0]
    editing.change(document.project, source, publisher="Harwick Post")
    assert marked() == 0
    reader.show()
    assert marked() == 1
    assert reader.header.name.text() == "Harwick Post"


def test_a_source_that_is_deleted_leaves_the_page(reader: ReaderView, document: Document) -> None:
    removal.remove(document.project, (document.project.all(Source)[0].id,))
    assert not reader.page.isVisible()
    assert reader.source_id is None


def test_the_reader_names_itself_and_the_paragraph_at_the_caret(reader: ReaderView) -> None:
    QTest.mouseClick(
        reader.page.viewport(), Qt.MouseButton.LeftButton, pos=place(reader, TEXT.index("Nobody"))
    )
    assert reader.page.accessibleName() == f"Text of {TITLE}"
    assert reader.page.accessibleDescription() == "Nobody counted the lorries, said the mayor."


def test_the_board_that_is_open_gets_the_card(reader: ReaderView, document: Document) -> None:
    first = document.project.all(Board)[0]
    source = document.project.all(Source)[0]
    boards.pin_records(document.project, first.id, ((source.id, 100.0, 40.0),))
    reader.set_board(first.id)
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    (make,) = [one for one in form.findChildren(QPushButton) if one.text() == "Make claim"]
    QTest.mouseClick(make, Qt.MouseButton.LeftButton)
    _, made = document.project.all(Card)
    assert made.board == first.id
    assert (made.x, made.y) == (96.0, 144.0)  # below the source, on the grid


def test_claims_of_the_reader_never_lie_on_other_cards(
    reader: ReaderView, document: Document
) -> None:
    first, source = document.project.all(Board)[0], document.project.all(Source)[0]
    boards.pin_records(document.project, first.id, ((source.id, 80.0, 40.0),))
    for column in range(-1, 3):  # a wall of high claims below the source
        x = 80.0 + column * 216
        claims.write(document.project, "A long claim. " * 9, board=first.id, x=x, y=160.0)
    reader.set_board(first.id)
    for words in ("Nobody counted", "said the mayor", "closed the old bridge on Monday"):
        drag_over(reader, words)
        QTest.keyClick(reader.page, Key.Key_C)
        form = reader.margin.composer
        assert form is not None
        QTest.keyClick(form.words, Key.Key_Return)
    lettering = Lettering(load_tokens("light"))
    boxes = [
        QRectF(*box_of(card, document.project, lettering)) for card in document.project.all(Card)
    ]
    assert len(boxes) == 8
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
    assert all(card.x % 8 == card.y % 8 == 0 for card in document.project.all(Card))


def test_the_menu_of_the_page_offers_what_the_bar_offers(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    claim = make_claim(document.project, "Nobody counted")
    document.select((claim.id,))
    drag_over(reader, "said the mayor")
    point = reader.page.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point)
    reader.page.contextMenuEvent(event)
    (menu,) = reader.page.findChildren(QMenu)
    named = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"Copy", "Select all", "Claim", "Excerpt", "Add to C1"} <= set(named)
    named["Excerpt"].trigger()
    menu.close()
    assert document.project.all(Excerpt)[-1].exact == "said the mayor"


def test_the_wheel_with_ctrl_sets_the_text_larger(reader: ReaderView) -> None:
    view = reader.page.viewport()
    centre = QPointF(view.rect().center())
    turn = QWheelEvent(
        centre,
        QPointF(view.mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Ctrl,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turn)
    assert reader.page.text_size == 17


def test_shift_a_adds_words_of_another_source_to_a_claim_that_is_chosen(
    reader: ReaderView, document: Document, qtbot: QtBot
) -> None:
    project = document.project
    far = make_claim(project, "unsafe for lorries", "The ferry is late.")
    near = make_claim(project, "Nobody counted", "Other words were said.")
    make_claim(project, "on Monday", "The council met on Monday.")
    document.select((project.all(Source)[1].id,))
    reader.page.select(0, len("Other words"))
    reader.making.offer()
    assert reader.making.bar.choose.isVisible()
    QTest.keyClick(reader.page, Key.Key_A, Shift)
    (choice,) = reader.window().findChildren(ClaimList)
    qtbot.waitUntil(choice.isVisible)
    assert choice.rows.item(0).text() == f"{near.mark}   Other words were said."
    QTest.keyClicks(choice.field, "ferry late")
    assert [choice.rows.item(0).data(Qt.ItemDataRole.UserRole)] == [far.id]
    assert choice.rows.count() == 1
    QTest.keyClick(choice.field, Key.Key_Return)
    said, excerpt = project.all(Assertion)[-1], project.all(Excerpt)[-1]
    assert (said.claim, said.excerpt) == (far.id, excerpt.id)
    assert (excerpt.source, excerpt.exact) == (project.all(Source)[1].id, "Other words")


def test_what_sources_say_stands_before_what_we_conclude_in_the_list_of_claims(
    document: Document,
) -> None:
    project = document.project
    said = make_claim(project, "unsafe for lorries", "The ferry is late.")
    own = claims.write(project, "The bridge will open again.")
    assert likeliest(project.all(Claim), "Nobody counted", "") == (said, own)
    assert likeliest(project.all(Claim), "the bridge stays", "") == (own, said)


def test_no_claim_is_offered_where_there_is_none(reader: ReaderView, document: Document) -> None:
    drag_over(reader, "Nobody counted")
    assert not reader.making.bar.choose.isVisible()
    QTest.keyClick(reader.page, Key.Key_A, Shift)
    assert reader.window().findChildren(ClaimList) == []
    make_claim(document.project, "unsafe for lorries")
    drag_over(reader, "Nobody counted")
    assert reader.making.bar.choose.isVisible()


def test_a_form_that_goes_with_its_words_keeps_who_said_it_too(
    reader: ReaderView, document: Document
) -> None:
    project = document.project
    drag_over(reader, "Nobody counted")
    QTest.keyClick(reader.page, Key.Key_C)
    form = reader.margin.composer
    assert form is not None
    QTest.keyClicks(form.words, "Not counted")
    QTest.keyClicks(form.form.chain.name, "The clerk")
    QTest.keyClick(form.form.chain.name, Key.Key_Return)
    reader.page.let_go()
    assert reader.margin.composer is None
    (said,) = project.all(Assertion)
    assert [project.get(Source, one).name for one in said.chain][1:] == ["The clerk"]
    assert [claim.text for claim in project.all(Claim)] == ["Not counted"]
    assert project.undo_label == "Make claim from words"
