"""What falls if these fall: what a claim loses when some of what it rests on is taken away.

Source: the project's tradecraft rules on independent origins, step 6.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from evidence_board.analysis.bottlenecks import smallest_cut_of
from evidence_board.analysis.ceiling import ceiling_on
from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.support import NOTHING, Support
from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim
from evidence_board.model.scales import ConfidenceTerm


@dataclass(frozen=True)
class Fall:
    """What is taken away, and what is left then.

    `lost` of the `sources` that assert the claim, or a claim that supports it, have no origin any
    more or are taken away themselves; `n_min` to `n_max` origins are left. `cap` is the highest
    confidence that is suggested then; None where it falls, or where nobody asked.
    """

    taken: tuple[str, ...]
    lost: int
    sources: int
    n_min: int
    n_max: int
    stands: bool
    cap: ConfidenceTerm | None = None


def fall_of(
    support: Support, ground: Ground, taken: Iterable[str], gone: AbstractSet[str] = NOTHING
) -> Fall:
    """Return what is left of a claim when some more is taken away; the ground has gone already."""
    away, gone = tuple(taken), gone | ground.gone
    stands = support.standing(gone | set(away))
    carriers = {one.id for one in support.carriers}
    kept = {one.id for one in support.carriers if one in stands}
    roots = [one for one in support.reached(stands) if one in support.ends]
    known = {support.ends[one] for one in roots if ground.roots[one.id].known}
    every = {support.ends[one] for one in roots}
    return Fall(away, len(carriers - kept), len(carriers), len(known), len(every), bool(roots))


def falls(
    support: Support, ground: Ground, gone: AbstractSet[str] = NOTHING
) -> Iterator[tuple[Fall, ...]]:
    """Yield what taking away each source or origin does, then each smallest set; more and more.

    What does most goes first. Who takes them one by one may rest between them.
    """
    gone = gone | ground.gone
    found: list[Fall] = []
    whole = fall_of(support, ground, (), gone)
    given = set(support.ends.values())
    apart = support.links | gone | _sole(support)
    for one in sorted(support.ids - apart):
        fall = fall_of(support, ground, (one,), gone)
        if fall.lost > whole.lost or fall.n_max < whole.n_max or fall.n_min < whole.n_min:
            found.append(fall)
        yield _ordered(found)
    carriers = {one.id for one in support.carriers}
    for among in (support.ids - support.links, given, carriers):
        cut = smallest_cut_of(support, among, gone)
        if cut and len(cut) > 1 and all(set(one.taken) != cut for one in found):
            found.append(fall_of(support, ground, sorted(cut), gone))
        yield _ordered(found)


def capped(
    view: Investigation, claim: Claim, ground: Ground, steps: Iterable[tuple[Fall, ...]]
) -> Iterator[tuple[Fall, ...]]:
    """Yield what `falls` yields, each with the ceiling of confidence that would be left."""
    known: dict[tuple[str, ...], Fall] = {}
    for found in steps:
        for one in found:
            if one.taken not in known:
                left = ground.without(ground.muted | set(one.taken))
                cap = ceiling_on(view, claim, left, one.n_min).term if one.stands else None
                known[one.taken] = replace(one, cap=cap)
        yield tuple(known[one.taken] for one in found)


def _sole(support: Support) -> set[str]:
    """Return the groups of which only one origin is here: that one is named, not its group."""
    members: dict[str, set[str]] = {}
    for end, key in support.ends.items():
        members.setdefault(key, set()).add(end.id)
    return {key for key, ids in members.items() if len(ids) == 1 and key not in ids}


def _weight(fall: Fall) -> tuple[int, bool, int, int, tuple[str, ...]]:
    return len(fall.taken), fall.stands, -fall.lost, fall.n_min, fall.taken


def _ordered(found: Iterable[Fall]) -> tuple[Fall, ...]:
    return tuple(sorted(found, key=_weight))
