"""Origins of a judgement: closed over the claims that support it, each file and origin once.

Source: the project's tradecraft rules on independent origins, step 7. A reported claim counts what
asserts it; what supports it is another claim's evidence.
"""

from collections.abc import Iterable, Mapping

from evidence_board.analysis.origins import Ground, Origins, count, ground_of
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link

Counts = Mapping[str, Origins]


def closed(view: Investigation, counts: Counts) -> Counts:
    """Return the counts of all claims with those of judgements closed over their support."""
    ground = ground_of(view)
    ours = [claim.id for claim in view.all(Claim) if claim.kind != "reported"]
    return {**counts, **{id: _joined(view, _reached(view, id), counts, ground) for id in ours}}


def closed_count(view: Investigation, claim: Claim, ground: Ground | None = None) -> Origins:
    """Return the count of one claim, closed over its support unless it is reported."""
    ground = ground or ground_of(view)
    if claim.kind == "reported":
        return count(view, claim.id, ground)
    reached = _reached(view, claim.id)
    return _joined(view, reached, {one: count(view, one, ground) for one in reached}, ground)


def supporters(view: Investigation, claim: str) -> tuple[str, ...]:
    """Return the claims that support a claim directly."""
    links = (one for one in view.referrers(claim) if isinstance(one, Link))
    return tuple(one.from_id for one in links if one.type == "supports" and one.to_id == claim)


def _reached(view: Investigation, claim: str) -> tuple[str, ...]:
    found: dict[str, None] = {claim: None}
    ahead = [claim]
    while ahead:
        for other in supporters(view, ahead.pop()):
            if other not in found:
                found[other] = None
                ahead.append(other)
    return tuple(found)


def _joined(
    view: Investigation, reached: tuple[str, ...], counts: Counts, ground: Ground
) -> Origins:
    parts = [counts[one] for one in reached]
    groups = dict.fromkeys(group for part in parts for group in part.groups)
    unknown = dict.fromkeys(root for part in parts for root in part.unattributed)
    further = tuple(root for root in unknown if root not in groups)
    files = ground.held.intersection(_carriers(view, reached))
    circular = any(part.circular for part in parts)
    return Origins(reached[0], len(files), tuple(groups), further, circular)


def _carriers(view: Investigation, claims: Iterable[str]) -> Iterable[str]:
    for claim in claims:
        for one in view.referrers(claim):
            if isinstance(one, Assertion):
                yield one.source
