"""Judging: each field apart, every change asks why, confirmed only where it is."""

import pytest

from evidence_board.commands import claims, editing, exchange, issues, judging, scaling, sources
from evidence_board.interchange.document import Document
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.scales import SCALES, Scale
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour


def _now(project: Project, claim: Claim) -> Claim:
    return project.get(Claim, claim.id)


def test_a_reason_goes_with_the_value_that_it_was_for(project: Project, case: Harbour) -> None:
    """GRADE-7."""
    first = judging.set_likelihood(project, case.sailed, "likely", "The log says so.")
    assert first.likelihood_reason == "The log says so."
    second = judging.set_likelihood(project, first, "very likely")
    assert second.likelihood_reason == ""
    project.undo()
    assert _now(project, case.sailed).likelihood_reason == "The log says so."


def test_a_reason_that_was_written_first_stays(project: Project, case: Harbour) -> None:
    """GRADE-7."""
    written = editing.change(project, case.sailed, reason="Two witnesses.")
    rated = judging.set_confidence(project, written, "moderate")
    assert (rated.confidence, rated.reason) == ("moderate", "Two witnesses.")
    assert judging.set_confidence(project, rated, "moderate").reason == "Two witnesses."
    assert judging.set_confidence(project, rated, "low").reason == ""


def test_a_former_reason_can_be_kept(project: Project, case: Harbour) -> None:
    """GRADE-7."""
    rated = judging.set_confidence(project, case.sailed, "moderate", "Two witnesses.")
    judging.set_confidence(project, rated, "low")
    judging.keep_reason(project, _now(project, rated), "reason", rated.reason)
    assert _now(project, rated).reason == "Two witnesses."
    project.undo()
    assert _now(project, rated).reason == ""


def test_a_grade_of_a_source_asks_why_too(project: Project, case: Harbour) -> None:
    """GRADE-7."""
    graded = judging.set_reliability(project, case.office, "B", "Often right.")
    assert (graded.reliability, graded.reliability_reason) == ("B", "Often right.")
    assert judging.set_reliability(project, graded, "F").reliability_reason == ""
    assert judging.set_reliability(project, graded, None).reliability is None


def test_confirmed_is_refused_without_two_observers_and_nothing_changes(
    project: Project, case: Harbour
) -> None:
    """GRADE-3."""
    before = project.steps()
    with pytest.raises(ValueError, match="cannot be graded 1") as refusal:
        judging.set_credibility(project, case.seen, "1")
    assert "none does" in str(refusal.value)
    assert project.steps() == before
    assert _now(project, case.seen).credibility is None


def test_editing_refuses_it_too_and_a_document_keeps_its_words_and_is_listed(
    project: Project, case: Harbour
) -> None:
    """GRADE-3."""
    with pytest.raises(ValueError, match="cannot be graded 1"):
        editing.change(project, case.seen, credibility="1")
    assert _now(project, case.seen).credibility is None
    exchange.take_in(project, Document((case.seen.replace(credibility="1"),)))
    assert _now(project, case.seen).credibility == "1"
    listed = [one for one in issues.gathered(project).open if one.kind == "not-confirmed"]
    assert [one.records for one in listed] == [(case.seen.id,)]
    assert editing.change(project, _now(project, case.seen), credibility="1", place="Port")


def test_confirmed_is_taken_where_two_each_observed_it(project: Project, case: Harbour) -> None:
    """GRADE-3."""
    other = sources.cite(project, "Coast guard", kind="organisation", origin_kind="identified")
    with project.transaction("Observe") as tx:
        for origin in (case.office, other):
            chain = (case.report.id, origin.id)
            made = Assertion(claim=case.seen.id, source=chain[0], chain=chain, observed=True)
            tx.add(made)
    assert judging.set_credibility(project, case.seen, "1").credibility == "1"


def test_the_suggestion_is_taken_with_its_reason_in_one_step(
    project: Project, case: Harbour
) -> None:
    """GRADE-8."""
    steps = len(project.steps())
    graded = judging.accept_credibility(project, case.seen)
    assert graded.credibility == "3"
    assert graded.credibility_reason.startswith("One origin asserts or infers it")
    assert len(project.steps()) == steps + 1
    assert judging.set_credibility(project, graded, None).credibility_reason == ""


def test_a_number_takes_its_term_and_in_a_gap_is_refused(project: Project, case: Harbour) -> None:
    """SCALE-2."""
    assert judging.set_percent(project, case.sailed, 60).likelihood == "likely"
    scaling.switch(project, "phia")
    before = project.steps()
    with pytest.raises(ValueError, match=r"unlikely \(25–35 %\) or realistic possibility"):
        judging.set_percent(project, case.sailed, 37)
    assert project.steps() == before


@pytest.mark.parametrize(
    ("key", "percent", "words"),
    [
        ("phia", 37, ["unlikely", "realistic possibility"]),
        ("phia", 50, ["realistic possibility", "likely"]),
        ("phia", 60, []),
        ("icd203", 0.5, ["almost no chance"]),
        ("icd203", 100, []),
        ("kent", 61.5, ["chances about even", "probable"]),
    ],
)
def test_the_neighbours_of_a_gap_are_its_two_terms(
    key: str, percent: float, words: list[str]
) -> None:
    """SCALE-2."""
    assert [term.word for term in SCALES[key].neighbours(percent)] == words


def _judged(project: Project, case: Harbour, word: str) -> Claim:
    return judging.set_likelihood(project, case.sailed, word, "So.")


def test_switching_the_scale_keeps_the_range_and_shows_the_new_word(
    project: Project, case: Harbour
) -> None:
    """SCALE-4."""
    _judged(project, case, "very likely")
    steps = len(project.steps())
    switched = scaling.switch(project, "phia")
    now = _now(project, case.sailed)
    assert (now.likelihood, now.likelihood_range) == ("highly likely", (80.0, 95.0))
    assert now.likelihood_reason == "So."
    assert switched == scaling.Switched(1, ())
    assert len(project.steps()) == steps + 1
    scaling.switch(project, "icd203")
    assert _now(project, case.sailed).likelihood == "very likely"


def test_what_each_likelihood_would_become_is_told_beforehand_with_its_gaps(
    project: Project, case: Harbour
) -> None:
    """SCALE-5."""
    _judged(project, case, "very likely")
    other = judging.set_likelihood(project, case.seen, "unlikely", "So.")
    before = project.steps()
    first, second = scaling.becoming(project, "phia")
    assert (first.claim, first.asks) == (other, True)
    assert [term.word for term in first.terms] == ["unlikely", "realistic possibility"]
    assert first.gaps == ((20.0, 25.0), (35.0, 40.0))
    assert [term.word for term in second.terms] == ["highly likely"]
    assert second.gaps == ((90.0, 95.0),)
    assert project.steps() == before


def test_a_range_in_a_gap_names_the_neighbours(project: Project, case: Harbour) -> None:
    """SCALE-5."""
    bare = editing.change(project, case.sailed, likelihood="likely", likelihood_range=(36.0, 39.0))
    (found,) = scaling.becoming(project, "phia")
    assert (found.claim, found.terms, found.gaps) == (bare, (), ((36.0, 39.0),))
    assert [term.word for term in found.neighbours] == ["unlikely", "realistic possibility"]
    editing.change(project, bare, likelihood_range=None)
    (found,) = scaling.becoming(project, "kent")
    assert (found.terms, found.gaps, found.asks) == ((), (), True)


def test_a_word_that_was_chosen_beforehand_goes_with_the_same_step(
    project: Project, case: Harbour
) -> None:
    """SCALE-5."""
    judged = _judged(project, case, "unlikely")
    steps = len(project.steps())
    switched = scaling.switch(project, "phia", {judged.id: "realistic possibility"})
    assert switched.asking == ()
    now = _now(project, judged)
    assert (now.likelihood, now.likelihood_range) == ("realistic possibility", (40.0, 50.0))
    assert len(project.steps()) == steps + 1
    with pytest.raises(ValueError, match="not a term of the Kent 1964 scale"):
        scaling.switch(project, "kent", {judged.id: "certain"})


def test_a_range_that_spans_two_words_asks_for_one(project: Project, case: Harbour) -> None:
    """SCALE-4."""
    judged = _judged(project, case, "unlikely")
    assert scaling.switch(project, "phia") == scaling.Switched(0, (judged.id,))
    assert _now(project, judged).likelihood == "unlikely"
    assert _now(project, judged).likelihood_range == (20.0, 45.0)


def test_the_word_that_was_chosen_brings_its_range_and_keeps_the_reason(
    project: Project, case: Harbour
) -> None:
    """SCALE-4."""
    judged = _judged(project, case, "unlikely")
    scaling.switch(project, "phia")
    chosen = scaling.choose(project, _now(project, judged), "realistic possibility")
    assert (chosen.likelihood, chosen.likelihood_range) == ("realistic possibility", (40.0, 50.0))
    assert chosen.likelihood_reason == "So."
    with pytest.raises(ValueError, match="not a term of the PHIA scale"):
        scaling.choose(project, chosen, "very likely")


def test_without_a_range_the_word_itself_decides(project: Project, case: Harbour) -> None:
    """SCALE-4."""
    bare = editing.change(project, case.sailed, likelihood="likely", likelihood_range=None)
    assert scaling.offered(SCALES["phia"], bare)[0].word == "likely"
    assert scaling.offered(SCALES["kent"], bare) == ()
    none = editing.change(project, bare, likelihood=None)
    assert scaling.offered(SCALES["phia"], none) == ()


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_the_range_of_a_term_spans_that_term_alone(scale: Scale) -> None:
    """SCALE-4."""
    for term in scale.terms:
        assert scale.spanned(term.low, term.high) == (term,)


def test_a_claim_that_is_new_is_judged_by_nothing(project: Project) -> None:
    assert claims.write(project, "It rained.").likelihood is None
