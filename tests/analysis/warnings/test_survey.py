"""When a survey is due again, and that it goes on in small steps."""

from evidence_board.analysis.warnings.inquiry import SLICE, Counted, Inquiry, Known
from evidence_board.analysis.warnings.survey import (
    concerns,
    concerns_chains,
    survey,
    surveying,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
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


def test_chains_are_read_anew_only_where_they_may_lead_elsewhere() -> None:
    """WARN-29."""
    assert not concerns_chains(_changed(None, link(1, 2)))
    assert not concerns_chains(_changed(claim(1), claim(1, "Other words.")))
    assert concerns_chains(_changed(None, Assertion(claim="c1", source="s")))


def test_a_survey_goes_on_in_steps_and_ends_with_all_that_is_found() -> None:
    """WARN-29."""
    case = Case().add(*(claim(number, "He left and she stayed.") for number in range(1, 450)))
    steps = list(surveying(Inquiry(case)))
    assert len(steps) > 3 * (450 // SLICE)
    assert not any(steps[:-1])
    assert steps[-1] == survey(Inquiry(case))


def test_claims_and_links_become_rows_in_steps_before_any_rule_asks() -> None:
    """WARN-29."""
    case = Case().add(*(claim(number) for number in range(1, 450)))
    case.add(*(link(number, number + 1) for number in range(1, 440)))
    asked = Inquiry(case)
    assert len(list(asked.preparing())) >= 2 * (450 // SLICE)
    rows = Inquiry(case)
    assert (asked.claims, asked.links) == (rows.claims, rows.links)
    assert (len(rows.claims), len(rows.links)) == (449, 439)


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
