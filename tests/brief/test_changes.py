"""The change note: what moved since the last issue, by how much, and which source moved it."""

import re

from evidence_board.brief.content import Brief, build
from evidence_board.brief.issuing import issue_of
from evidence_board.brief.parts.changes import ChangedJudgement, Changes
from evidence_board.brief.standing import kept
from evidence_board.brief.state import state_hash
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.issue import Issue
from tests.brief.harbour import AT, CLAIMS, ISSUE, Held, harbour

ANSWER, LOAD = (next(one for one in CLAIMS if one.id == id) for id in ("answer", "load"))


def first() -> Held:
    """Return the case as it was issued the first time: no issue is kept yet."""
    held = harbour()
    del held.records[ISSUE.id]
    return held


def issued(held: Held) -> Held:
    """Return the case after its brief went out."""
    return held.but(issue_of(held, number=1, at="2025-12-01T10:00:00Z"))


def note(held: Held) -> Changes:
    part = build(held, at=AT).part("changes")
    assert isinstance(part, Changes)
    return part


def row(held: Held, mark: str) -> ChangedJudgement:
    return next(one for one in note(held).rows if one.claim.mark == mark)


def test_the_first_brief_has_no_change_note() -> None:
    assert build(first(), at=AT).part("changes") is None


def test_nothing_moved_is_said_so() -> None:
    assert [one.change for one in note(issued(first())).rows] == ["unchanged", "unchanged"]
    assert all(not one.sentences and not one.came for one in note(issued(first())).rows)


def test_likelihood_is_raised_or_lowered_by_the_middle_of_its_range() -> None:
    held = issued(first())
    higher = ANSWER.replace(likelihood="very likely", likelihood_range=(80, 95))
    assert row(held.but(higher), "C3").change == "raised"
    lower = ANSWER.replace(likelihood="unlikely", likelihood_range=(20, 45))
    told = row(held.but(lower), "C3")
    assert told.change == "lowered"
    assert told.sentences == ("The likelihood was lowered from “likely” to “unlikely”.",)


def test_confidence_moves_a_judgement_whose_likelihood_stays() -> None:
    told = row(issued(first()).but(ANSWER.replace(confidence="low")), "C3")
    assert told.change == "lowered"
    assert told.sentences == ("The confidence was lowered from “moderate” to “low”.",)


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    both = ANSWER.replace(likelihood="very likely", likelihood_range=(80, 95), confidence="high")
    told = row(issued(first()).but(both), "C3").sentences
    assert len(told) == 2
    assert not any(re.search("likelihood.*confidence|confidence.*likelihood", one) for one in told)


def test_a_new_source_is_named_as_what_moved_it() -> None:
    held = issued(first())
    more = Assertion(id="a9", claim="lifted", source="letter", chain=("letter",))
    told = row(held.but(more), "C3")
    assert [one.mark for one in told.came] == ["S3"]
    assert told.came[0].to == "source-letter"
    assert told.went == ()


def test_a_source_that_is_no_longer_behind_it_is_named_too() -> None:
    held = issued(first())
    del held.records["a2"]
    del held.records["a6"]
    assert [one.mark for one in row(held, "C3").went] == ["S2"]


def test_a_judgement_that_is_new_reworded_or_no_longer_there_is_told() -> None:
    held = issued(first())
    new = Claim(id="new", number=9, kind="judgement", rank=3, text="The crane was sold.")
    assert row(held.but(new), "C9").change == "new"
    told = row(held.but(ANSWER.replace(text="The crane worked in March 2025")), "C3")
    assert told.change == "changed"
    assert told.sentences == ("It read before: “The crane was at work in March 2025”",)
    withdrawn = row(held.but(LOAD.replace(status="withdrawn")), "C4")
    assert (withdrawn.change, withdrawn.sentences) == ("dropped", ("It was withdrawn.",))
    del held.records["load"]
    gone = row(held, "C4")
    assert gone.sentences == ("It is not in the project any more.",)
    assert gone.claim.to == ""


def test_each_issue_tells_what_changed_since_the_one_before_it() -> None:
    held = issued(first())
    second = issue_of(held, number=2, at=AT).replace(id="issue-2")
    held = held.but(second)
    made = build(held, at=AT, issue=2).part("changes")
    assert isinstance(made, Changes)
    assert made.number == 1
    assert note(held).number == 2


def test_issues_are_no_part_of_the_state_they_were_made_of() -> None:
    before = first()
    issue = issue_of(before, number=1, at=AT)
    assert issue.state_hash == state_hash(before) == state_hash(before.but(issue))
    assert build(before, at=AT, issue=1) == build(before.but(issue), at=AT, issue=1)


def test_what_an_imported_issue_does_not_say_is_taken_for_nothing() -> None:
    odd = ISSUE.replace(judgements={"answer": {"range": [1], "n_min": True}, "load": 7})
    (held,) = kept(odd).values()
    assert (held.range, held.n_min, held.sources, held.text) == (None, 0, (), "")
    told: Brief = build(harbour().but(odd), at=AT)
    assert isinstance(told.part("changes"), Changes)


def test_an_issue_keeps_a_hundred_judgements_with_many_sources() -> None:
    many = [
        ANSWER.replace(id=f"j{n}", number=100 + n, rank=float(n), text="word " * 400)
        for n in range(150)
    ]
    issue: Issue = issue_of(first().but(*many), number=1, at=AT)
    assert len(issue.judgements) == 100
