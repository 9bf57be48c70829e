"""What the rules look at: the columns of an investigation, and what was found out from them.

No record is made for being looked at: a large project holds its records as columns.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import NamedTuple, Protocol

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.lineage import Ground, ground_of
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.verdicts import Verdicts, verdicts_of
from evidence_board.analysis.view import Columned
from evidence_board.analysis.warnings.chains import Chains, chaining
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link

SLICE = 200
"""After so many rows looked at, others may go first."""


class ClaimRow(NamedTuple):
    """The fields of a claim that rules ask for."""

    id: str
    number: int
    text: str
    kind: str
    status: str
    likelihood: str | None
    likelihood_range: tuple[float, float] | None
    likelihood_reason: str
    confidence: str | None
    reason: str
    credibility: str | None
    credibility_reason: str
    negates: str | None
    rank: float | None

    @property
    def ours(self) -> bool:
        """Whether we conclude it, rather than report or assume it."""
        return self.kind in ("judgement", "hypothesis")


class LinkRow(NamedTuple):
    """The fields of a link that rules ask for."""

    id: str
    from_id: str
    to_id: str
    type: str
    reason: str
    group: str | None


class Counts(Protocol):
    """Whoever counts the origins of claims."""

    @property
    def ground(self) -> Ground:
        """What the counts of all claims share."""

    def origins(self, claim: Claim) -> Origins:
        """Return what a claim rests on, a judgement closed over its support."""


class Counted:
    """Counts each claim once; it holds while nothing changes by which origins are counted."""

    def __init__(self, view: Columned) -> None:
        """Count in ``view``."""
        self._view = view
        self._known: dict[str, Origins] = {}

    @cached_property
    def ground(self) -> Ground:
        """What the counts of all claims share."""
        return ground_of(self._view)

    def origins(self, claim: Claim) -> Origins:
        """Return what a claim rests on, a judgement closed over its support."""
        if claim.id not in self._known:
            self._known[claim.id] = closed_count(self._view, claim, self.ground)
        return self._known[claim.id]


class Known:
    """What serves from one survey to the next."""

    def __init__(self, counts: Counts) -> None:
        """Take the origins from ``counts``."""
        self.counts = counts
        self.chains: Chains | None = None
        """What holds until a chain, a citation or a source changes."""
        self.anchored: dict[Hashable, bool] = {}
        """Whether words stand in a text: neither of them changes, an excerpt may get other ones."""


class Inquiry:
    """One look at an investigation; it holds while nothing changes.

    `altered` are the SHA-256 of stored bytes that are not what was captured; `text_of` gives the
    text of a capture. Without it no excerpt is looked for, and those are told that are known to be
    `orphaned`.
    """

    def __init__(
        self,
        view: Columned,
        *,
        altered: frozenset[str] = frozenset(),
        text_of: Callable[[Capture], str] | None = None,
        known: Known | None = None,
        orphaned: frozenset[str] = frozenset(),
    ) -> None:
        """Look at ``view``."""
        self.view = view
        self.altered = altered
        self.text_of = text_of
        self.orphaned = orphaned
        self._known = known or Known(Counted(view))
        self._claims: list[ClaimRow] = []
        self._links: list[LinkRow] = []

    @cached_property
    def claims(self) -> tuple[ClaimRow, ...]:
        """All claims, by number."""
        self._claims += self._further_claims
        return tuple(sorted(self._claims, key=itemgetter(1, 0)))

    @cached_property
    def _further_claims(self) -> Iterator[ClaimRow]:
        """The claims that are no rows yet."""
        return map(ClaimRow._make, zip(*self.view.columns(Claim, *ClaimRow._fields), strict=True))

    @cached_property
    def by_id(self) -> dict[str, ClaimRow]:
        """The claims by their ids."""
        return {row.id: row for row in self.claims}

    @cached_property
    def links(self) -> tuple[LinkRow, ...]:
        """All links, in the order in which they were added, but those taken for gone."""
        self._links += self._further_links
        rows, muted = self._links, self.ground.muted
        return tuple(row for row in rows if row.id not in muted) if muted else tuple(rows)

    @cached_property
    def _further_links(self) -> Iterator[LinkRow]:
        """The links that are no rows yet."""
        return map(LinkRow._make, zip(*self.view.columns(Link, *LinkRow._fields), strict=True))

    @cached_property
    def supports(self) -> dict[str, list[LinkRow]]:
        """The links that support each claim."""
        found: dict[str, list[LinkRow]] = {}
        for row in self.links:
            if row.type == "supports":
                found.setdefault(row.to_id, []).append(row)
        return found

    @cached_property
    def key_judgements(self) -> tuple[ClaimRow, ...]:
        """Ranked judgements and hypotheses; without a rank, those with a likelihood."""
        ours = [row for row in self.claims if row.ours and row.status != "withdrawn"]
        ranked = [row for row in ours if row.rank is not None]
        return tuple(ranked or (row for row in ours if row.likelihood is not None))

    @cached_property
    def traced(self) -> frozenset[str]:
        """The claims that are tied to words of a source."""
        columns = self.view.columns(Assertion, "claim", "excerpt", "source")
        muted = self.ground.muted
        return frozenset(
            str(claim)
            for claim, words, source in zip(*columns, strict=True)
            if words and source not in muted
        )

    @cached_property
    def untraced(self) -> Mapping[str, int]:
        """How many statements of a claim have no chain, by claim; those taken for gone left out."""
        muted = (one for id in self.ground.muted for one in self.view.referrers(id))
        gone = Counter(one.claim for one in muted if isinstance(one, Assertion) and _is_bare(one))
        left = ((id, number - gone[id]) for id, number in self.chains.missing.items())
        return {id: number for id, number in left if number > 0}

    def preparing(self) -> Iterator[None]:
        """Read what most rules ask for, a little at a time: chains too, if not done before."""
        if self._known.chains is None:
            for found in chaining(self.view):
                self._known.chains = found
                yield None
        while some := tuple(islice(self._further_claims, SLICE)):
            self._claims += some
            yield None
        while more := tuple(islice(self._further_links, SLICE)):
            self._links += more
            yield None

    @property
    def anchored(self) -> dict[Hashable, bool]:
        """Whether words stand in a text, as far as that is known."""
        return self._known.anchored

    @property
    def chains(self) -> Chains:
        """What the chains of statements tell of whole claims, once they are read."""
        return self._known.chains or Chains()

    @property
    def ground(self) -> Ground:
        """What the counts of all claims share."""
        return self._known.counts.ground

    @cached_property
    def verdicts(self) -> Verdicts:
        """What was judged of the independence of origins."""
        return verdicts_of(self.view, self.ground)

    def origins(self, claim: str) -> Origins:
        """Return on which origins a claim rests, a judgement with all that supports it."""
        return self._known.counts.origins(self.view.get(Claim, claim))


def _is_bare(said: Assertion) -> bool:
    """Whether nobody has traced who said it first; only the carrier refers to its source then."""
    return not said.chain
