"""Origins of a judgement: closed over the claims that support it, each file and origin once.

Source: the project's tradecraft rules on independent origins, step 7. A reported claim counts what
asserts it; what supports it is another claim's evidence. Linked premises count where all of them
stand.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from evidence_board.analysis.lineage import Ground, assertions_of, ground_of
from evidence_board.analysis.origins import Origins, count, left_said
from evidence_board.analysis.support import NOTHING, support_of, supporting
from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim

Counts = Mapping[str, Origins]


def closed(view: Investigation, counts: Counts, ground: Ground | None = None) -> Counts:
    """Return the counts of all claims with those of judgements closed over their support."""
    ground = ground or ground_of(view)
    ours = [claim.id for claim in view.all(Claim) if claim.kind != "reported"]
    return {
        **counts,
        **{id: _joined(view, passed_by(view, id, ground)[0], counts, ground) for id in ours},
    }


def closed_count(view: Investigation, claim: Claim, ground: Ground | None = None) -> Origins:
    """Return the count of one claim, closed over its support unless it is reported."""
    ground = ground or ground_of(view)
    if claim.kind == "reported":
        return count(view, claim.id, ground)
    passed, _ = passed_by(view, claim.id, ground)
    return _joined(view, passed, {one: count(view, one, ground) for one in passed}, ground)


def supporters(
    view: Investigation, claim: str, gone: AbstractSet[str] = NOTHING
) -> tuple[str, ...]:
    """Return the claims that support a claim directly, by links that are not gone."""
    return tuple(link.from_id for link in supporting(view, claim) if link.id not in gone)


def passed_by(view: Investigation, claim: str, ground: Ground) -> tuple[tuple[str, ...], bool]:
    """Return a claim and all that support it; and whether links alone decide which these are.

    With linked premises among them it depends on what stands.
    """
    found: dict[str, None] = {claim: None}
    ahead = [claim]
    while ahead:
        for link in supporting(view, ahead.pop()):
            if link.id in ground.gone:
                continue
            if link.group is not None:  # linked premises: whether all stand has to be found out
                support = support_of(view, claim, ground)
                gone = ground.gone
                return support.passed(support.standing(gone), gone), False
            if link.from_id not in found:
                found[link.from_id] = None
                ahead.append(link.from_id)
    return tuple(found), True


def joined(parts: Sequence[Origins], files: int) -> Origins:
    """Return what claims rest on together, the first one's count by the others it stands on."""
    groups = dict.fromkeys(group for part in parts for group in part.groups)
    unknown = dict.fromkeys(root for part in parts for root in part.unattributed)
    further = tuple(root for root in unknown if root not in groups)
    circular = any(part.circular for part in parts)
    return Origins(parts[0].claim, files, tuple(groups), further, circular)


def _joined(
    view: Investigation, passed: tuple[str, ...], counts: Counts, ground: Ground
) -> Origins:
    files = (left_said(assertions_of(view, one), ground).files for one in passed)
    return joined([counts[one] for one in passed], len(frozenset[str]().union(*files)))
