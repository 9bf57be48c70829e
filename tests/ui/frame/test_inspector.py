"""The inspector: what is selected shows, and each finished edit is one step."""

import pytest
from pydantic import JsonValue
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.brief.case import key_judgements_of
from evidence_board.commands import claims, editing, judging, links, notes, premises
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.record import new_id
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.ui.docks.assertion_page import AssertionPage
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.evidence import LinkLine, SaidLine
from evidence_board.ui.docks.line_pages import CitationPage, LinkPage
from evidence_board.ui.docks.other_pages import ExcerptPage, NotePage
from evidence_board.ui.docks.page import LinkButton
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.docks.summary_pages import BoardPage, SeveralPage
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def page_of(wiring: Wiring, id: str) -> QWidget:
    wiring.document.select((id,))
    shown = wiring.inspector.page
    assert shown is not None
    return shown


def claim_page(wiring: Wiring, claim: Claim) -> ClaimPage:
    page = page_of(wiring, claim.id)
    assert isinstance(page, ClaimPage)
    return page


def source_page(wiring: Wiring, source: Source) -> SourcePage:
    page = page_of(wiring, source.id)
    assert isinstance(page, SourcePage)
    return page


def words_on(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]


def steps(project: Project) -> int:
    return len(project.steps())


def click_cell(page: ClaimPage, cell: int) -> None:
    scale = page.likelihood.scale
    x = (cell - 0.5) * scale.width() / 7
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPointF(x, scale.height() / 2).toPoint())


def test_a_click_on_a_cell_sets_term_and_range_as_one_step(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page, before = claim_page(wiring, claim), steps(project)
    click_cell(page, 6)
    now = project.get(Claim, claim.id)
    assert (now.likelihood, now.likelihood_range) == ("very likely", (80, 95))
    assert steps(project) == before + 1
    click_cell(page, 6)
    assert project.get(Claim, claim.id).likelihood is None


def test_the_likelihood_can_be_set_by_keys_alone(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    scale = claim_page(wiring, claim).likelihood.scale
    scale.setFocus()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Return):
        QTest.keyClick(scale, key)
    assert project.get(Claim, claim.id).likelihood == "very likely"
    QTest.keyClick(scale, Key.Key_Delete)
    assert project.get(Claim, claim.id).likelihood is None
    assert project.find(claim.id) is not None


def test_a_confidence_without_a_reason_is_not_fit_for_export(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    page.confidence.steps.button("low").click()
    assert project.get(Claim, claim.id).confidence == "low"
    assert "needs a written reason" in page.confidence.check.text
    page.confidence.reason.setFocus()
    QTest.keyClicks(page.confidence.reason, "One witness, close by")
    QTest.keyClick(page.confidence.reason, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert project.get(Claim, claim.id).reason == "One witness, close by"
    assert page.confidence.check.text == ""


def test_confidence_above_its_ceiling_is_pointed_out(wiring: Wiring, claim: Claim) -> None:
    """GRADE-9."""
    page = claim_page(wiring, claim)
    page.confidence.steps.button("high").click()
    page.confidence.reason.setPlainText("Two papers")
    page.confidence.reason.finish()
    assert page.confidence.check.text == "High is above what the basis suggests."
    assert page.confidence.ceiling.text() == "Suggested: at most low. It has no identified origin."


def test_likelihood_and_confidence_leave_each_other_alone(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    click_cell(page, 5)
    page.confidence.steps.button("low").click()
    now = project.get(Claim, claim.id)
    assert (now.likelihood, now.confidence) == ("likely", "low")
    page.confidence.steps.button("low").click()
    now = project.get(Claim, claim.id)
    assert (now.likelihood, now.confidence) == ("likely", None)


def test_the_definition_of_the_chosen_credibility_stands_beside_it(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    page.credibility.figures.button("2").click()
    assert project.get(Claim, claim.id).credibility == "2"
    shown = " ".join(words_on(page))
    assert "Probably true" in shown
    assert "6 is unknown, not worst." in shown


def test_typing_in_a_field_is_one_step_when_it_is_left(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page, before = claim_page(wiring, claim), steps(project)
    page.place.setFocus()
    QTest.keyClicks(page.place, "Old quay")
    assert steps(project) == before
    page.text.setFocus()
    assert project.get(Claim, claim.id).place == "Old quay"
    assert steps(project) == before + 1


def test_an_event_date_is_read_back_and_a_wrong_one_is_refused(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    page.event_date.setText("2023-10-05~")
    page.event_date.finish()
    assert project.get(Claim, claim.id).event == "2023-10-05~"
    page.event_date.setText("last week")
    page.event_date.finish()
    assert project.get(Claim, claim.id).event == "2023-10-05~"
    assert page.event_date.text() == "2023-10-05~"
    assert "is not a date" in wiring.window.banner.message


def test_undo_in_a_field_takes_back_the_typing_before_it_takes_back_a_step(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    editing.change(project, claim, kind="judgement")
    page = claim_page(wiring, claim)
    page.rank.box.click()
    assert project.get(Claim, claim.id).rank is not None
    page.place.setFocus()
    QTest.keyClicks(page.place, "Quay")
    QTest.keyClick(page.place, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.place.text() == ""
    assert project.get(Claim, claim.id).rank is not None
    QTest.keyClick(page.place, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert project.get(Claim, claim.id).rank is None


def test_a_key_judgement_takes_the_next_rank(wiring: Wiring, project: Project) -> None:
    made = [claims.write(project, f"Claim {number}") for number in (1, 2)]
    for one in made:
        claim_page(wiring, one).rank.box.click()
    assert [project.get(Claim, one.id).rank for one in made] == [1, 2]


def test_what_is_a_key_judgement_without_a_rank_is_ticked_and_can_be_taken_out(
    wiring: Wiring, project: Project
) -> None:
    made = [claims.write(project, f"Claim {number}") for number in (1, 2)]
    for one in made:
        judging.set_likelihood(project, project.get(Claim, one.id), "likely")
    box = claim_page(wiring, made[1]).rank.box
    assert box.isChecked()
    box.click()
    assert [one.id for one in key_judgements_of(project)] == [made[0].id]
    assert not box.isChecked()


def test_the_only_key_judgement_stays_and_it_is_said_why(wiring: Wiring, project: Project) -> None:
    made = claims.write(project, "Claim")
    judging.set_likelihood(project, made, "likely")
    box = claim_page(wiring, made).rank.box
    box.click()
    assert box.isChecked()
    assert "is the only key judgement" in wiring.window.banner.message


def test_an_assertion_leads_to_its_words_in_the_reader(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    assert page.isVisible()
    wiring.document.read(project.all(Excerpt)[0].id)
    assert wiring.mode == "reader"
    assert wiring.reader.source_id == project.all(Excerpt)[0].source


def test_fields_of_a_source_say_how_they_are_known(
    wiring: Wiring, project: Project, source: Source
) -> None:
    page = source_page(wiring, source)
    shown = words_on(page)
    assert "Stated: “The ferry left”." in shown
    page.line("title").setText("The nine o'clock ferry")
    page.line("title").finish()
    assert project.get(Source, source.id).title == "The nine o'clock ferry"
    assert project.get(Source, source.id).as_given["title"] == "The ferry"
    assert "As given: The ferry. Stated: “The ferry left”." in words_on(page)


def test_the_reason_for_a_reading_is_not_quoted_twice(wiring: Wiring, project: Project) -> None:
    words = "“09/10/2023”: the header has 2023-10-09; 2023-09-10 is too early"
    known: dict[str, JsonValue] = {"published": {"basis": "header", "words": words}}
    with project.transaction("Add source") as tx:
        source = tx.add(Source(title="Rail", published="2023-10-09", basis=known))
    shown = words_on(source_page(wiring, source))
    assert f"9 October 2023. In the header: {words}." in shown


def test_both_readings_of_a_date_show_and_a_press_or_a_key_takes_the_other(
    wiring: Wiring, project: Project
) -> None:
    words = "“09/10/2023”: the header has 2023-10-09; 2023-09-10 is too early"
    known: dict[str, JsonValue] = {"published": {"basis": "header", "words": words}}
    with project.transaction("Add source") as tx:
        source = tx.add(Source(title="Rail", published="2023-10-09", basis=known))
    page = source_page(wiring, source)
    (other,) = page.other_days.buttons
    assert other.words() == "Read as 10 Sep 2023"
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert project.get(Source, source.id).published == "2023-09-10"
    told = " ".join(words_on(page))
    assert "As given: 2023-10-09." in told
    assert "the header has 2023-10-09" in told
    action = wiring.window.actions_here["other_date"]
    assert action.isEnabled()
    action.trigger()
    assert project.get(Source, source.id).published == "2023-10-09"
    wiring.document.undo()
    wiring.document.undo()
    assert project.get(Source, source.id) == source
    wiring.document.select(())
    assert not action.isEnabled()


def test_the_reader_offers_the_other_reading_with_the_reason(
    wiring: Wiring, project: Project, source: Source
) -> None:
    words = "“09/10/2023”: which figure is the day and which the month is not said"
    known: dict[str, JsonValue] = {"published": {"basis": "stated", "words": words}}
    editing.change(project, source, published="[2023-10-09,2023-09-10]", basis=known)
    wiring.document.read(source.id)
    offer = wiring.reader.header.other_date
    assert offer.isVisible()
    assert "which figure is the day" in offer.toolTip()
    offer.click()
    assert wiring.reader.header.date.text() == "9 October 2023"
    assert offer.text() == "or 10 Sep 2023?"
    wiring.document.undo()
    assert wiring.reader.header.date.text() == "9 October 2023 or 10 September 2023"


def test_a_claim_tells_what_does_not_fit_it_and_a_press_shows_both_places(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    page = claim_page(wiring, claim)
    assert page.conflicts.lines() == ()
    held = project.all(Excerpt)[0]
    other = claims.write(project, "It left at ten.")
    links.connect(project, other.id, claim.id, "contradicts", "One time only.")
    with project.transaction("Note") as tx:
        twin = tx.add(held.model_copy(update={"id": new_id(), "number": 9}))
        pair = tx.add(Discrepancy(one=held.id, other=twin.id, kind="date"))
    rival, told = claim_page(wiring, claim).conflicts.lines()
    assert other.mark in rival.words()
    assert told.words().endswith(": date")
    QTest.mouseClick(told, Qt.MouseButton.LeftButton)
    window = wiring.reader.differing.window
    assert window is not None
    assert window.isVisible()
    assert window.row == pair
    QTest.mouseClick(rival, Qt.MouseButton.LeftButton)
    assert wiring.document.selected == (other.id,)


def test_a_reliability_is_set_and_taken_back(
    wiring: Wiring, project: Project, source: Source
) -> None:
    page = source_page(wiring, source)
    page.reliability.button("B").click()
    assert project.get(Source, source.id).reliability == "B"
    page.reliability.button("B").click()
    assert project.get(Source, source.id).reliability is None


def test_a_group_is_made_by_its_name_and_goes_with_its_last_member(
    wiring: Wiring, project: Project, source: Source
) -> None:
    page = source_page(wiring, source)
    page.group.setText("Harbour family")
    page.group.finish()
    assert [one.label for one in project.all(OriginGroup)] == ["Harbour family"]
    page.group.setText("")
    page.group.finish()
    assert project.all(OriginGroup) == ()


def test_the_stored_copy_shows_its_hash_in_full(
    wiring: Wiring, project: Project, source: Source
) -> None:
    page = source_page(wiring, source)
    capture = project.capture_of(source.id)
    assert capture is not None
    shown = "".join(words_on(page))
    assert capture.sha256 in shown.replace("\n", "")


def test_a_chain_grows_by_a_known_source_and_by_a_new_name(
    wiring: Wiring, project: Project
) -> None:
    assertion = project.all(Assertion)[0]
    page = page_of(wiring, assertion.id)
    assert isinstance(page, AssertionPage)
    for name in ("A shipping agent", "Harbour office"):
        page.chain.name.setText(name)
        QTest.keyClick(page.chain.name, Key.Key_Return)
    chain = project.get(Assertion, assertion.id).chain
    names = [project.get(Source, id).name for id in chain]
    assert names[1:] == ["A shipping agent", "Harbour office"]
    assert chain[0] == assertion.source


def test_a_link_is_retyped_reversed_and_reasoned(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    other = claims.write(project, "Someone stayed behind")
    link = links.connect(project, other.id, claim.id, "supports")
    page = page_of(wiring, link.id)
    assert isinstance(page, LinkPage)
    assert "unfinished" in page.check.text
    page.reason.setPlainText("Those who stay did not leave")
    page.reason.finish()
    page.type.setCurrentIndex(page.type.findData("contradicts"))
    page.type.activated.emit(page.type.currentIndex())
    page.reverse.click()
    page.weight.button("strong").click()
    now = project.get(Link, link.id)
    assert (now.from_id, now.type, now.weight) == (claim.id, "contradicts", "strong")
    assert now.reason == "Those who stay did not leave"
    page.delete.click()
    assert project.all(Link) == ()
    assert isinstance(wiring.inspector.page, BoardPage)


def test_each_kind_of_record_has_its_page(wiring: Wiring, project: Project) -> None:
    first, second = project.all(Source)[:2]
    citation = links.connect(project, first.id, second.id, "relays")
    note = notes.write(project, "Ask the ferryman")
    assert isinstance(citation, Citation)
    assert isinstance(note, Note)
    assert isinstance(page_of(wiring, citation.id), CitationPage)
    assert isinstance(page_of(wiring, note.id), NotePage)
    assert isinstance(page_of(wiring, project.all(Excerpt)[0].id), ExcerptPage)


def test_without_a_selection_the_board_is_summed_up(wiring: Wiring, project: Project) -> None:
    wiring.document.select(())
    page = wiring.inspector.page
    assert isinstance(page, BoardPage)
    page.question.setPlainText("Who stayed?")
    page.question.finish()
    page.author.setText("A. Keeper")
    page.author.finish()
    assert (project.record.question, project.record.author) == ("Who stayed?", "A. Keeper")


def test_several_things_are_counted(wiring: Wiring, project: Project, claim: Claim) -> None:
    wiring.document.select((claim.id, project.all(Source)[0].id))
    assert isinstance(wiring.inspector.page, SeveralPage)


def test_of_many_things_the_inspector_says_how_many_it_leaves_out(
    wiring: Wiring, project: Project
) -> None:
    wiring.document.select([claims.write(project, f"Bell {one} rang").id for one in range(14)])
    page = wiring.inspector.page
    assert isinstance(page, SeveralPage)
    assert "2 more" in [one.text() for one in page.findChildren(QLabel)]


@pytest.mark.parametrize("times", [1, 2])
def test_an_undo_shows_in_the_field(
    wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot, times: int
) -> None:
    page = claim_page(wiring, claim)
    for number in range(times):
        page.place.setText(f"Quay {number}")
        page.place.finish()
    for _ in range(times):
        wiring.document.undo()
    assert page.place.text() == ""


def points_on(wiring: Wiring) -> list[LinkButton]:
    wiring.document.select(())
    while not wiring.document.issues.current:
        QTest.qWait(5)
    QTest.qWait(10)  # a layout shows late what is added late
    page = wiring.inspector.page
    assert isinstance(page, BoardPage)
    return [one for one in page.findChildren(LinkButton) if not one.isHidden()]


def test_a_missing_key_judgement_leads_to_the_claim_that_may_become_it(
    wiring: Wiring, project: Project
) -> None:
    made = claims.write(project, "The ferry left to save the lorries")
    points = points_on(wiring)
    point = next(one for one in points if one.words().startswith("No key judgement yet"))
    point.click()
    assert wiring.document.selected == (made.id,)


def test_a_missing_key_question_leads_to_its_field(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    wiring.document.select(())
    page = wiring.inspector.page
    assert isinstance(page, BoardPage)
    page.question.setPlainText("")
    page.question.finish()
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    point = next(one for one in points_on(wiring) if "key question" in one.words())
    point.click()
    assert page.question.hasFocus()


def test_what_the_board_draws_as_lines_is_counted_by_kind(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    other = claims.write(project, "Someone stayed behind")
    links.connect(project, other.id, claim.id, "supports")
    wiring.document.select(())
    page = wiring.inspector.page
    assert isinstance(page, BoardPage)
    told = "\n".join(words_on(page))
    assert "1 link between claims\n1 assertion by sources\n0 citations between sources" in told


def test_each_edit_of_a_claim_is_one_step_that_says_what_it_did(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    editing.change(project, claim, kind="judgement")
    page = claim_page(wiring, claim)
    before = steps(project)
    labels = []
    page.text.setPlainText("The ferry left late")
    page.text.document().setModified(True)
    page.place.setFocus()
    QTest.keyClicks(page.place, "Pier")
    for edit in (
        page.text.finish,
        page.place.finish,
        page.rank.box.click,
        lambda: click_cell(page, 6),
        page.confidence.steps.button("low").click,
        page.credibility.figures.button("3").click,
    ):
        edit()
        labels.append(project.undo_label)
    assert steps(project) == before + len(labels)
    assert labels == [
        *("Edit claim text", "Set place", f"Make {claim.mark} a key judgement"),
        *("Set likelihood", "Set confidence", "Set credibility"),
    ]


def test_a_linked_premise_names_the_others_and_is_parted(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    ends = [claims.write(project, words) for words in ("It was seen.", "It was heard.")]
    first, second = (links.connect(project, one.id, claim.id, "supports") for one in ends)
    assert isinstance(first, Link)
    assert isinstance(second, Link)
    premises.join(project, (first, second))
    page = page_of(wiring, first.id)
    assert isinstance(page, LinkPage)
    assert page.premises.text() == f"Needed together with {ends[1].mark}: one falls, all fall."
    QTest.mouseClick(page.part, Qt.MouseButton.LeftButton)
    assert project.get(Link, second.id).group is None
    assert page.premises.isHidden()
    assert page.part.isHidden()


def test_a_claim_that_many_state_shows_the_first_ones_and_more_on_a_press(
    wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot
) -> None:
    with project.transaction("Say so") as tx:
        for place in range(40):
            source = tx.add(Source(publisher=f"Paper {place + 1}"))
            tx.add(Assertion(claim=claim.id, source=source.id))
    page = page_of(wiring, claim.id)
    assert isinstance(page, ClaimPage)

    def lines() -> list[SaidLine]:
        return [one for one in page.findChildren(SaidLine) if not one.isHidden()]

    more = page.said.further.button
    qtbot.waitUntil(lambda: len(lines()) == 8)
    first = lines()
    assert more.words() == "Show 24 more of 33"
    QTest.keyClick(more, Key.Key_Return)
    qtbot.waitUntil(lambda: len(lines()) == 32)
    assert lines()[:8] == first, "what shows already stays, for it may have the keyboard"
    assert more.words() == "Show 9 more"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(lines()) == 41)
    assert more.isHidden()
    page_of(wiring, claims.write(project, "Another one.", kind="reported").id)
    page_of(wiring, claim.id)
    qtbot.waitUntil(lambda: len(lines()) == 8)  # another claim begins anew, and so does this one


def test_an_edit_elsewhere_leaves_the_links_of_a_claim_with_many_as_they_are(
    wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot
) -> None:
    for place in range(12):
        other = claims.write(project, f"Reason {place + 1}.", kind="reported")
        links.connect(project, other.id, claim.id, "supports", "So.")
    page = page_of(wiring, claim.id)

    def lines() -> list[LinkLine]:
        return [one for one in page.findChildren(LinkLine) if not one.isHidden()]

    qtbot.waitUntil(lambda: len(lines()) == 8)
    shown = lines()
    last = claims.write(project, "One more.", kind="reported")
    links.connect(project, last.id, claim.id, "supports", "So.")
    assert lines() == shown
