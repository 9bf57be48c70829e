"""What contradicts a claim: by a link either way, by a marked negation, not by what is gone."""

from evidence_board.analysis.clashes import open_rivals, rivals
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case


def _case() -> Case:
    case = Case().files("A").says("A").add(*(Claim(id=id, text=id) for id in "cd"))
    case.add(Claim(id="n", text="n", negates="c"), Claim(id="s", text="s", status="settled"))
    case.add(Link(id="l", from_id="d", to_id="c", type="contradicts"))
    return case.add(Link(id="m", from_id="c", to_id="s", type="contradicts"))


def _ids(found: tuple[Claim, ...]) -> set[str]:
    return {one.id for one in found}


def test_rivals_are_found_whichever_way_they_were_drawn_and_by_negation() -> None:
    """WARN-7."""
    case = _case()
    assert _ids(rivals(case, case.get(Claim, "c"))) == {"d", "n", "s"}
    assert _ids(rivals(case, case.get(Claim, "n"))) == {"c"}
    assert _ids(open_rivals(case, case.get(Claim, "c"))) == {"d", "n"}
    assert open_rivals(case, case.get(Claim, "s")) == ()


def test_a_link_that_is_gone_contradicts_nothing() -> None:
    """WARN-33."""
    case = _case()
    assert _ids(rivals(case, case.get(Claim, "c"), frozenset({"l"}))) == {"n", "s"}
