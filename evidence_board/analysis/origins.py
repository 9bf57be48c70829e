"""Independent origins of a claim: how many files carry it, and how many origins stand behind them.

Source: the project's tradecraft rules on independent origins, steps 1 to 5. A file is never
counted as an origin; what is not known never adds one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_board.analysis.lineage import (
    Ground,
    Left,
    Lineage,
    assertions_of,
    chain_of,
    ends_of,
    ground_of,
    left_of,
    lineage_of,
)
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim


@dataclass(frozen=True)
class Origins:
    """What a claim rests on.

    `files` are the held carriers that assert it; `groups` the ids of origin groups (or of an
    identified origin without a group) behind them; `unattributed` the roots whose origin is not
    known; `n_min`-`n_max` is the range of independent origins; `circular` says that some carriers
    only go round to each other.
    """

    claim: str
    files: int
    groups: tuple[str, ...]
    unattributed: tuple[str, ...]
    circular: bool

    @property
    def n_min(self) -> int:
        """Identified origins that are independent of each other."""
        return len(self.groups)

    @property
    def n_max(self) -> int:
        """The most origins there can be: the identified ones and each unknown root."""
        return self.n_min + len(self.unattributed)


def origins_of(view: Investigation, ground: Ground | None = None) -> dict[str, Origins]:
    """Return the origins of every claim, by claim id."""
    ground = ground or ground_of(view)
    said: dict[str, list[Assertion]] = {claim.id: [] for claim in view.all(Claim)}
    for assertion in view.all(Assertion):
        said[assertion.claim].append(assertion)
    return {claim: count_said(claim, found, ground) for claim, found in said.items()}


def count(view: Investigation, claim: str, ground: Ground | None = None) -> Origins:
    """Return the origins of one claim; with the ground at hand, this costs that claim only."""
    return count_said(claim, assertions_of(view, claim), ground or ground_of(view))


def lineage(view: Investigation, claim: str) -> Lineage:
    """Return the graph of one claim: source id -> the source ids it rests on."""
    return lineage_of(assertions_of(view, claim), ground_of(view).cited)


def count_said(claim: str, said: Sequence[Assertion], ground: Ground) -> Origins:
    """Return the origins that a claim has by some assertions, stored or not."""
    left = left_said(said, ground)
    groups: dict[str, None] = {}
    unknown: dict[str, None] = {}
    roots = ground.roots
    for end in left.ends:
        root = roots[end]
        if root.known:
            groups[root.key] = None
        else:
            unknown[root.key] = None
    if groups and unknown:
        for one in groups.keys() & unknown.keys():
            del unknown[one]
    return Origins(claim, len(left.files), tuple(groups), tuple(unknown), left.circular)


def left_said(said: Sequence[Assertion], ground: Ground) -> Left:
    """Return the ends and the files of assertions without what is gone."""
    if ground.gone and _meets_gone(said, ground):
        return left_of(said, ground)
    ends, circular = roots_of(said, ground)
    files = frozenset(ground.held.intersection([one.source for one in said]))
    return Left(tuple(ends), circular, files)


def _meets_gone(said: Sequence[Assertion], ground: Ground) -> bool:
    """Whether something that is gone may stand in the lineage of assertions."""
    if ground.muted:  # groups are muted too: they stand behind whatever source
        return True
    return any(
        not ground.retracted.isdisjoint((one.source, *one.chain))
        or not ground.retracted.isdisjoint(ground.behind(chain_of(one)[-1]).passed)
        for one in said
    )


def roots_of(said: Sequence[Assertion], ground: Ground) -> tuple[Iterable[str], bool]:
    """Return the sources where the lineage of assertions ends, and whether some only goes round."""
    told: set[str] = set()
    last: dict[str, None] = {}
    for assertion in said:
        source, chain = assertion.source, assertion.chain
        if chain:
            last[chain[-1]] = None
            told.update(chain[:-1])
            if source != chain[0]:
                told.add(source)
        else:
            last[source] = None
    ends: dict[str, None] = {}
    cited = ground.cited
    for one in last:
        if one not in cited:
            if one in told:
                return _walked(said, ground)
            ends[one] = None
            continue
        behind = ground.behind(one)
        if behind.loops or (told and not told.isdisjoint(behind.passed)):
            return _walked(said, ground)
        ends.update(behind.ends)
    return ends, False


def _walked(said: Sequence[Assertion], ground: Ground) -> tuple[Iterable[str], bool]:
    """Return the same where chains and citations meet, or go round: by the graph of the claim."""
    saw = {chain_of(one)[-1] for one in said if one.observed}
    return ends_of(lineage_of(said, ground.cited), saw)
