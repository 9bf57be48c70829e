"""When a survey is due again, and that it goes on in small steps."""

from evidence_board.analysis.warnings.inquiry import SLICE, Counted, Inquiry, Known
from evidence_board.analysis.warnings.survey import (
    concerns,
    concerns_chains,
    concerns_counts,
    concerns_ground,
    survey,
    surveying,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, link


def _changed(before: Record | None, after: Record | None) -> ChangeSet:
    return ChangeSet((Change(before, after),))


def test_moving_cards_concerns_no_rule() -> None:
    """WARN-29."""
    card = Card(id="k", board="b", record="c1", x=0, y=0)
    assert not concerns(_changed(card, card.replace(x=5.0)))
    assert not concerns(_changed(None, Board(id="b", title="B")))
    assert concerns(_changed(None, claim(1)))


def test_counts_of_origins_are_kept_while_only_words_change() -> None:
    """WARN-29."""
    source = Source(id="s", title="The ferry")
    assert not concerns_counts(_changed(source, source.replace(title="A ferry")))
    assert not concerns_counts(_changed(claim(1), claim(1, "Other words.")))
    assert not concerns_counts(_changed(link(1, 2), link(1, 2, why="Better.")))
    assert concerns_counts(_changed(source, source.replace(origin_kind="identified")))
    assert concerns_counts(_changed(claim(1), claim(1, kind="judgement")))
    assert concerns_counts(_changed(None, link(1, 2)))
    assert not concerns_ground(_changed(None, link(1, 2)))
    assert not concerns_chains(_changed(None, link(1, 2)))
    assert concerns_chains(_changed(None, Assertion(claim="c1", source="s")))


def test_a_survey_goes_on_in_steps_and_ends_with_all_that_is_found() -> None:
    """WARN-29."""
    case = Case().add(*(claim(number, "He left and she stayed.") for number in range(1, 450)))
    steps = list(surveying(Inquiry(case)))
    assert len(steps) > 3 * (450 // SLICE)
    assert not any(steps[:-1])
    assert steps[-1] == survey(Inquiry(case))


def test_what_is_known_of_origins_serves_the_next_survey() -> None:
    """WARN-29."""
    case = Case().files("f").add(claim(1, confidence="high")).says("f", claim="c2")
    known = Known(Counted(case))
    found = survey(Inquiry(case, known=known))
    ground, chains = known.counts.ground, known.chains
    assert chains is not None
    assert survey(Inquiry(case, known=known)) == found
    assert known.counts.ground is ground
    assert known.chains is chains
    assert known.counts.origins(case.get(Claim, "c1")) is known.counts.origins(
        case.get(Claim, "c1")
    )
