"""Making claims from marked words, or writing them; likelihood in the words of the scale."""

import pytest
from pydantic import JsonValue

from evidence_board.commands import claims, editing, judging
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.scales import SCALES
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, held, pinned, words
from tests.commands.conftest import Harbour


def test_a_claim_from_words_rests_on_them(project: Project) -> None:
    report = pinned(project)
    claim = claims.mark(project, words(report, "left at noon"))
    (excerpt,) = project.all(Excerpt)
    (assertion,) = project.all(Assertion)
    assert claim.text == "left at noon"
    assert HARBOUR[excerpt.start : excerpt.end] == excerpt.exact == "left at noon"
    assert HARBOUR.startswith(excerpt.prefix + excerpt.exact + excerpt.suffix, 0)
    assert (assertion.claim, assertion.excerpt) == (claim.id, excerpt.id)
    assert assertion.source == report.source.id


def test_offsets_are_code_points_not_bytes_or_utf16_units(project: Project) -> None:
    text = "🛳 ушёл e\u0301 noon"
    report = pinned(project, text)
    claims.mark(project, words(report, "noon", text))
    (excerpt,) = project.all(Excerpt)
    assert (excerpt.start, excerpt.end) == (10, 14)


def test_words_over_several_lines_become_a_text_on_one(project: Project) -> None:
    text = "left\r\n  at\tnoon"
    report = pinned(project, text)
    assert claims.mark(project, words(report, text, text)).text == "left at noon"


def test_nothing_selected_makes_no_claim() -> None:
    with pytest.raises(ValueError, match="No words are selected"):
        excerpt_of("s", None, HARBOUR, 4, 4)
    with pytest.raises(ValueError, match="No words are selected"):
        excerpt_of("s", None, HARBOUR, 0, len(HARBOUR) + 1)


def test_a_written_claim_has_no_assertion(project: Project, case: Harbour) -> None:
    assert not [one for one in project.referrers(case.sailed.id) if isinstance(one, Assertion)]
    assert case.card_of(project, case.sailed.id).x == 300


def test_a_claim_needs_words(project: Project) -> None:
    with pytest.raises(ValueError, match="A claim needs words"):
        claims.write(project, " \n")
    assert project.all(Claim) == ()


def test_the_same_words_twice_are_one_excerpt(project: Project, case: Harbour) -> None:
    (first, *_) = project.all(Excerpt)
    again = first.replace(id="other")
    assert claims.excerpt(project, again) == first
    claims.attach(project, case.sailed, again)
    assert len(project.all(Excerpt)) == 2


def test_a_claim_that_went_meanwhile_takes_no_further_words(
    project: Project, case: Harbour
) -> None:
    gone = claims.write(project, "Gone soon.")
    project.undo()
    before = held(project)
    with pytest.raises(ValueError, match="not there"):
        claims.attach(project, gone, project.all(Excerpt)[0])
    with pytest.raises(ValueError, match="The claim is not there any more"):
        editing.change(project, gone, text="Back.")
    assert held(project) == before


@pytest.mark.parametrize("key", SCALES)
def test_a_likelihood_is_stored_as_a_term_with_its_range(
    project: Project, case: Harbour, key: str
) -> None:
    editing.change(project, project.record, scale=key)
    for term in SCALES[key].terms:
        if term.low < term.high:
            claim = judging.set_likelihood(project, case.sailed, term.synonym or term.word)
            assert claim.likelihood == term.word
            assert claim.likelihood_range == (term.low, term.high)
    claim = judging.set_likelihood(project, case.sailed, None)
    assert (claim.likelihood, claim.likelihood_range) == (None, None)


def test_a_likelihood_in_words_of_no_scale_is_refused(project: Project, case: Harbour) -> None:
    for word in ("maybe", "remote chance", "37"):
        with pytest.raises(ValueError, match="not a term of the ICD 203 scale"):
            judging.set_likelihood(project, case.sailed, word)


def test_certainty_is_not_an_estimate(project: Project, case: Harbour) -> None:
    editing.change(project, project.record, scale="kent")
    for word in ("certain", "impossible"):
        with pytest.raises(ValueError, match="not an estimate"):
            judging.set_likelihood(project, case.sailed, word)


def test_a_confidence_without_a_reason_is_unfinished(project: Project, case: Harbour) -> None:
    rated = editing.change(project, case.sailed, confidence="low")
    assert rated.unfinished
    assert not editing.change(project, rated, reason="One witness only.").unfinished
    assert editing.change(project, rated, reason="  ").unfinished


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("confidence", "certain"), ("credibility", "7"), ("credibility", 1), ("kind", "rumour")),
        *(("likelihood", "perhaps"), ("likelihood_range", (50, 20)), ("event", "2023-02-30")),
        *(("text", "a\0b"), ("text", "x" * 200_001), ("rank", float("nan")), ("status", None)),
        *(("quantity", {"value": float("inf")}), ("colour", "red"), ("negates", "nobody")),
    ],
)
def test_a_value_that_no_claim_may_have_changes_nothing(
    project: Project, case: Harbour, field: str, value: object
) -> None:
    before = held(project)
    with pytest.raises(ValueError, match=r"\w"):
        editing.change(project, case.sailed, **{field: value})
    assert held(project) == before


def test_an_edit_keeps_the_form_that_the_document_stated(project: Project) -> None:
    source = pinned(project).source
    edited = editing.change(project, source, title="The ferry")
    assert edited.as_given == {"title": "A ferry"}
    again = editing.change(project, source, title="A ship", publisher="Harbour")
    assert again.as_given == {"title": "A ferry"}
    assert project.undo_label == "Edit source title, publisher"


def test_an_edit_without_a_difference_is_no_step(project: Project, case: Harbour) -> None:
    steps = len(project.steps())
    editing.change(project, case.sailed, text=case.sailed.text)
    assert len(project.steps()) == steps


def test_a_record_in_memory_cannot_be_assigned_to(case: Harbour) -> None:
    with pytest.raises(ValueError, match="frozen"):
        case.sailed.text = "other"


def test_cards_lie_in_front_of_those_before_them(project: Project, case: Harbour) -> None:
    layers = [card.layer for card in project.all(Card)]
    assert layers == sorted(set(layers))


def test_manner_and_particulars_of_a_proposal_are_kept_with_the_claim(
    project: Project, case: Harbour
) -> None:
    capture = project.capture_of(case.report.id)
    assert capture is not None
    words = excerpt_of(case.report.id, capture.id, project.text(capture), 1, 6)
    about: dict[str, JsonValue] = {
        "value": 73,
        "low": 69.35,
        "high": 76.65,
        "unit": "cars",
        "comparator": "about",
    }
    claim = claims.mark(
        project,
        words,
        "73 cars stood there.",
        saying=claims.Saying(mode="quotation", factuality="PR+", hedge=" probably ", partial=True),
        particulars=claims.Particulars("2023-10-05", "2023-10-06", " Tumangang ", about),
    )
    (said,) = (one for one in project.referrers(claim.id) if isinstance(one, Assertion))
    assert (said.mode, said.factuality, said.hedge) == ("quotation", "PR+", "probably")
    assert said.partial
    assert (claim.event, claim.stated, claim.place) == ("2023-10-05", "2023-10-06", "Tumangang")
    assert claim.quantity == about
