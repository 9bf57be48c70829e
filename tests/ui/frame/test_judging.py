"""Judging in the inspector: definitions in view, suggestions, refusals in place, and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, editing, judging, links
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.scales import CREDIBILITY, CREDIBILITY_FM, RELIABILITY
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.preferences import SettingsDialog
from evidence_board.ui.dialogs.scale_switch import ScaleForm
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.docks.summary_pages import BoardPage
from evidence_board.ui.labels import GradeCells
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def claim(project: Project) -> Claim:
    return project.all(Claim)[0]


@pytest.fixture
def page(wiring: Wiring, claim: Claim) -> ClaimPage:
    """Give the page of a claim that a source carries and nobody is the origin of."""
    wiring.document.select((claim.id,))
    found = wiring.inspector.page
    assert isinstance(found, ClaimPage)
    return found


def now(project: Project, claim: Claim) -> Claim:
    return project.get(Claim, claim.id)


def enter(page: ClaimPage, number: str) -> None:
    """Type a number for the likelihood and press Enter."""
    page.likelihood.percent.field.setFocus()
    page.likelihood.percent.field.clear()
    QTest.keyClicks(page.likelihood.percent.field, number)
    QTest.keyClick(page.likelihood.percent.field, Qt.Key.Key_Return)


def test_all_definitions_are_in_view_and_the_chosen_one_stands_out(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    """GRADE-10."""
    told = page.credibility.definitions.words()
    assert [one[2:] for one in told[:5]] == list(CREDIBILITY.values())[:5]
    assert told[5].endswith("6 is unknown, not worst.")
    page.credibility.figures.button("3").click()
    assert now(project, claim).credibility == "3"
    chosen = [
        key
        for key, pair in page.credibility.definitions._rows.items()
        if pair[1].property("role") != "hint"
    ]
    assert chosen == ["3"]


def test_the_figures_can_be_told_in_the_words_of_fm(
    page: ClaimPage, wiring: Wiring, settings: SettingsFile
) -> None:
    """GRADE-10."""
    dialog = SettingsDialog(settings, wiring.window)
    assert isinstance(dialog.wording_field, QComboBox)
    dialog.wording_field.setCurrentIndex(dialog.wording_field.findData("fm"))
    dialog.try_accept()
    told = page.credibility.definitions.words()
    assert told[0] == f"1 {CREDIBILITY_FM['1']}"
    assert page.credibility.figures.button("2").accessibleDescription() == CREDIBILITY_FM["2"]


def test_the_suggestion_stands_beside_and_is_taken_by_a_press(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    """GRADE-8."""
    assert page.credibility.suggestion.text() == (
        "Suggested: 6. It has no identified origin, so there is no basis for judging it."
    )
    steps = len(project.steps())
    page.credibility.accept.setFocus()
    QTest.keyClick(page.credibility.accept, Qt.Key.Key_Return)
    taken = now(project, claim)
    assert taken.credibility == "6"
    assert taken.credibility_reason.startswith("It has no identified origin")
    assert len(project.steps()) == steps + 1
    assert page.credibility.accept.isHidden()


def test_one_is_refused_in_place_with_the_reason(
    page: ClaimPage, project: Project, claim: Claim, wiring: Wiring
) -> None:
    """GRADE-3."""
    steps = len(project.steps())
    page.credibility.figures.button("1").click()
    assert page.credibility.refusal.text.startswith(
        "1 is refused. That needs two independent origins that each observed the claim itself;"
    )
    assert not page.credibility.figures.button("1").isChecked()
    assert len(project.steps()) == steps
    assert not wiring.window.banner.isVisible()


def test_one_is_taken_where_two_origins_observed_it(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    """GRADE-3."""
    with project.transaction("Observe") as tx:
        for name in ("Harbour master", "Coast guard"):
            origin = tx.add(Source(publisher=name, origin_kind="identified"))
            chain = (project.all(Source)[0].id, origin.id)
            tx.add(Assertion(claim=claim.id, source=chain[0], chain=chain, observed=True))
    page.credibility.figures.button("1").click()
    assert now(project, claim).credibility == "1"


def test_a_change_asks_why_and_offers_the_former_reason(
    page: ClaimPage, project: Project, claim: Claim, wiring: Wiring, qtbot: QtBot
) -> None:
    """GRADE-7."""
    judging.set_likelihood(project, claim, "likely", "The log says so.")
    why = page.likelihood.why
    assert why.field.toPlainText() == "The log says so."
    assert why.question.isHidden()
    page.likelihood.scale.chosen.emit("very likely")
    assert why.question.text().startswith("Why?")
    assert why.field.hasFocus()
    assert why.keep.words() == "The reason still holds: The log says so."
    QTest.mouseClick(why.keep, Qt.MouseButton.LeftButton)
    assert now(project, claim).likelihood_reason == "The log says so."
    assert why.question.isHidden()


def test_a_why_that_was_left_open_is_listed(
    page: ClaimPage, project: Project, claim: Claim, wiring: Wiring, qtbot: QtBot
) -> None:
    """GRADE-7, WARN-16."""
    page.likelihood.scale.chosen.emit("likely")
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    found = [one.kind for one in wiring.document.issues.found.open]
    assert "likelihood-without-reason" in found
    QTest.keyClicks(page.likelihood.why.field, "Two lorries came")
    page.likelihood.why.field.finish()
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    found = [one.kind for one in wiring.document.issues.found.open]
    assert "likelihood-without-reason" not in found


def test_a_number_takes_its_term_and_on_a_border_the_one_nearer_the_middle(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    """SCALE-1, SCALE-2."""
    enter(page, "80")
    assert now(project, claim).likelihood == "likely"
    enter(page, "97 %")
    assert now(project, claim).likelihood == "almost certain"
    assert page.likelihood.percent.field.text() == ""


def test_a_number_in_a_gap_is_refused_with_its_two_neighbours_to_take(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    """SCALE-2."""
    editing.change(project, project.record, scale="phia")
    steps = len(project.steps())
    enter(page, "37")
    percent = page.likelihood.percent
    assert percent.refusal.text.startswith("37 % lies in a gap of the PHIA scale.")
    words = [one.words() for one in percent.offered()]
    assert words == ["Take “unlikely”, 25–35 %", "Take “realistic possibility”, 40–<50 %"]
    assert len(project.steps()) == steps
    percent.offered()[1].click()
    assert now(project, claim).likelihood == "realistic possibility"
    assert percent.refusal.text == ""


@pytest.mark.parametrize(
    ("typed", "why"), [("0", "are not estimates"), ("100", "are not estimates"), ("x", "1 to 99")]
)
def test_what_is_no_estimate_is_refused(
    page: ClaimPage, project: Project, claim: Claim, typed: str, why: str
) -> None:
    """SCALE-3."""
    enter(page, typed)
    assert why in page.likelihood.percent.refusal.text
    assert now(project, claim).likelihood is None


def test_switching_the_scale_shows_the_new_word_and_tells_what_asks_for_one(
    page: ClaimPage, project: Project, claim: Claim, wiring: Wiring, qtbot: QtBot
) -> None:
    """SCALE-4."""
    judging.set_likelihood(project, claim, "unlikely", "So.")
    wiring.document.select(())
    board = wiring.inspector.page
    assert isinstance(board, BoardPage)
    board.scale.chosen.emit("phia")
    form = _scale_form()
    assert "for one; left open" in form.told.text()
    ((_, _, note),) = form.rows
    assert note.text() == (
        "It spans unlikely or realistic possibility. In a gap of the scale: 20–25 %, 35–40 %."
    )
    form.cancel.click()
    assert (project.record.scale, board.scale.currentData()) == ("icd203", "icd203")
    board.scale.chosen.emit("phia")
    _scale_form().verb.click()
    assert wiring.window.toast.message.startswith("1 likelihood")
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    (asking,) = [one for one in wiring.document.issues.found.open if one.kind == "off-scale-term"]
    assert asking.records == (claim.id,)
    wiring.document.select((claim.id,))
    assert page.likelihood._word.text() == "unlikely, 20–45 %", "the range is kept"


def test_a_word_is_chosen_before_the_scale_is_switched_by_keys(
    page: ClaimPage, project: Project, claim: Claim, wiring: Wiring
) -> None:
    """SCALE-5."""
    judging.set_likelihood(project, claim, "unlikely", "So.")
    wiring.document.select(())
    board = wiring.inspector.page
    assert isinstance(board, BoardPage)
    board.scale.chosen.emit("phia")
    form = _scale_form()
    QTest.keyClick(form.choices[claim.id], Qt.Key.Key_End)
    QTest.keyClick(form.verb, Qt.Key.Key_Return)
    assert now(project, claim).likelihood == "realistic possibility"
    assert project.undo_label == "Set likelihood scale"
    project.undo()
    assert now(project, claim).likelihood == "unlikely"


def _scale_form() -> ScaleForm:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, ScaleForm)]
    (form,) = [one for one in shown if one.isVisible()]
    return form


def test_letter_fidelity_and_figure_are_judged_apart(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    """GRADE-10."""
    source = project.all(Source)[0]
    wiring.document.select((source.id,))
    page = wiring.inspector.page
    assert isinstance(page, SourcePage)
    assert [one[:1] for one in page.definitions.words()] == list(RELIABILITY)
    assert page.definitions.words()[5].endswith("F is unknown, not worst.")
    page.reliability.button("F").click()
    page.fidelity.chosen.emit("altered")
    held = project.get(Source, source.id)
    assert (held.reliability, held.fidelity) == ("F", "altered")
    assert now(project, claim).credibility is None


def test_a_claim_is_called_settled_where_it_is_shown(
    page: ClaimPage, project: Project, claim: Claim
) -> None:
    page.status.chosen.emit("settled")
    assert now(project, claim).status == "settled"
    assert page.status.currentText() == "settled"


def test_unknown_is_drawn_like_any_other_grade_and_never_ranked(wiring: Wiring) -> None:
    """GRADE-11."""
    cells = GradeCells("F", "6"), GradeCells("B", "2")
    for part in ("_letter", "_figure"):
        styles = {getattr(one, part).property("level") for one in cells}
        assert styles == {None}, "a grade has no colour of its own"
    assert [one._letter.property("graded") for one in cells] == [True, True]
    assert not GradeCells()._letter.property("graded")


def test_what_we_conclude_is_judged_and_not_graded_until_somebody_says_it(
    wiring: Wiring, project: Project, claim: Claim, page: ClaimPage
) -> None:
    assert page.credibility.figures.isVisible()
    own = claims.write(project, "The harbour stays closed.", kind="judgement")
    wiring.document.select((own.id,))
    assert not page.credibility.figures.isVisible()
    assert page.likelihood.scale.isVisible()
    editing.change(project, own, credibility="3")
    assert page.credibility.figures.isVisible()


def test_what_the_basis_suggests_follows_a_link_that_is_drawn_meanwhile(
    wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot
) -> None:
    own = claims.write(project, "The harbour stays closed.", kind="judgement")
    office = next(one for one in project.all(Source) if one.origin_kind)
    said = project.all(Assertion)[0]
    editing.change(project, said, chain=(said.source, office.id))
    wiring.document.select((own.id,))
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    assert "no identified origin" in page.confidence.ceiling.text()
    links.connect(project, claim.id, own.id, "supports", "It was seen.")
    qtbot.waitUntil(lambda: "only one independent origin" in page.confidence.ceiling.text())
