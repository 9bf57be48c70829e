"""How independent the evidence of a claim is: its origins, the stricter count, what it falls with.

Source: the project's tradecraft rules on independent origins, steps 4 to 7. All of it can be asked
as if some sources, origins, groups or links were not there.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_board.analysis.bottlenecks import single_points, smallest_cut, smallest_cut_of
from evidence_board.analysis.lineage import Ground, assertions_of, chain_of
from evidence_board.analysis.origins import Origins, count
from evidence_board.analysis.support import NOTHING, Standing, Support, support_of
from evidence_board.analysis.view import Investigation


@dataclass(frozen=True)
class Independence:
    """What a claim rests on, and what it falls with.

    `n_min_strict` counts origins that depend partly on each other, or on the same, as one.
    `observed` of the identified origins show evidence of their own, `asserted` only say so.
    `single_points` are the ids each of which it cannot do without, nearest to the claim first. The
    cuts say how few origins, carriers, or any of both and the relays must be lost for it to fall:
    0 where it does not stand, None where that was not found out.
    """

    origins: Origins
    n_min_strict: int
    observed: int
    asserted: int
    single_points: tuple[str, ...]
    cut_origins: int | None
    cut_carriers: int | None
    cut_any: int | None
    cut: tuple[str, ...] = ()
    """Of which `cut_any` consists; of several that are as small, one."""


def independence_of(
    view: Investigation, claim: str, ground: Ground, gone: AbstractSet[str] = NOTHING
) -> Independence:
    """Return the independence of one claim when some ids are gone.

    What is gone takes what rested on it alone along: no relay becomes an origin by that. What was
    retracted, or is muted, is gone already by the ground.
    """
    muted = gone | ground.muted
    gone = muted | ground.retracted
    support = support_of(view, claim, ground)
    stands = support.standing(gone)
    passed = support.passed(stands, gone)
    origins = _origins(view, claim, ground, support, stands, passed, gone, muted)
    saw = _observed(view, passed, ground, gone) & set(origins.groups)
    carriers = {one.id for one in support.carriers}
    ends = set(support.ends.values())
    fewest = smallest_cut_of(support, support.ids - support.links, gone)
    return Independence(
        origins,
        n_min_strict=_strict(origins, support, ground),
        observed=len(saw),
        asserted=origins.n_min - len(saw),
        single_points=single_points(support, gone),
        cut_origins=smallest_cut(support, ends, gone),
        cut_carriers=smallest_cut(support, carriers, gone),
        cut_any=None if fewest is None else len(fewest),
        cut=tuple(sorted(fewest or ())),
    )


def _origins(
    view: Investigation,
    claim: str,
    ground: Ground,
    support: Support,
    stands: Standing,
    passed: tuple[str, ...],
    gone: AbstractSet[str],
    muted: AbstractSet[str],
) -> Origins:
    reached = [one for one in support.reached(stands) if one in support.ends]
    known = dict.fromkeys(support.ends[x] for x in reached if ground.roots[x.id].known)
    roots = dict.fromkeys(support.ends[x] for x in reached)
    whole = support.standing() if muted else stands
    held = support.standing(muted) if muted != gone else stands
    here = set(passed)
    files = {
        one.id
        for one in support.carriers
        if one.claim in here
        and one.id not in gone
        and (not muted or one in held or one not in whole)
    }
    left = ground.without(muted)
    circular = any(count(view, one, left).circular for one in passed)
    unknown = tuple(one for one in roots if one not in known)
    return Origins(claim, len(files & ground.held), tuple(known), unknown, circular)


def _observed(
    view: Investigation, claims: Iterable[str], ground: Ground, gone: AbstractSet[str]
) -> set[str]:
    """Return the origins that observed one of the claims themselves, by chains that are left."""
    said = (one for claim in claims for one in assertions_of(view, claim) if one.observed)
    chains = (chain_of(one) for one in said)
    return {ground.roots[chain[-1]].key for chain in chains if gone.isdisjoint(chain)}


def _strict(origins: Origins, support: Support, ground: Ground) -> int:
    """Count as one the origins that depend partly on each other, or on the same."""
    leans: dict[str, set[str]] = {key: set() for key in origins.groups}
    for end, key in support.ends.items():
        if key in leans:
            leans[key] |= {key, *(ground.roots[one].key for one in _leaned_on(end.id, ground))}
    return len(_joined(leans))


def _leaned_on(source: str, ground: Ground) -> set[str]:
    """Return a source and all that it depends on, partly or by what it repeats."""
    found = {source}
    ahead = [source]
    while ahead:
        one = ahead.pop()
        new = ({*ground.cited.get(one, ()), *ground.partly.get(one, ())}) - found
        found |= new
        ahead += new
    return found


def _joined(sets: Mapping[str, AbstractSet[str]]) -> list[set[str]]:
    """Return the sets, those that meet made one."""
    apart: list[set[str]] = []
    for one in sets.values():
        meeting = [other for other in apart if other & one]
        apart = [other for other in apart if not other & one]
        apart.append(set(one).union(*meeting))
    return apart
