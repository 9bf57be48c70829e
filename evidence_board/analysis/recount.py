"""The origins of all claims, kept true: after a change only the claims it touches count anew.

A claim is counted when somebody asks for it, and stays counted until a change reaches it: through
what asserts it, through the citations behind that, or through the claims that support it.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_board.analysis.closure import joined, passed_by
from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.analysis.lineage import (
    Ground,
    Root,
    assertions_of,
    ground_of,
    root_of,
    roots_of_all,
)
from evidence_board.analysis.origins import Origins, count_said, left_said
from evidence_board.analysis.support import NOTHING
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source

MANY_CHANGES = 400
"""Above so many changes at once all is forgotten."""
MANY_LOOKED_AT = 20_000
"""The same where so many records would have to be looked at to say which claims are touched."""
_OF_ROOTS = frozenset({"origin_kind", "group", "affiliation"})


class _TooManyError(Exception):
    """To say what is touched would take longer than to count anew what is asked for."""


class Recount:
    """Counts claims of an investigation; `apply` has to hear of every change.

    What is `muted` counts as gone, as `independence_of` has it, until it is let back.
    """

    def __init__(self, view: Investigation) -> None:
        """Count nothing yet."""
        self._view = view
        self._ground: Ground | None = None
        self._single: dict[str, _Single] = {}
        self._passed: dict[str, tuple[str, ...]] = {}
        self._closed: dict[str, Origins] = {}
        self._whole: dict[str, Independence] = {}
        self._last: tuple[ChangeSet, frozenset[str] | None] | None = None
        self.muted: AbstractSet[str] = NOTHING

    @property
    def ground(self) -> Ground:
        """What the counts of all claims share, as it is now; what is muted is gone there."""
        return self._base.without(self.muted) if self.muted else self._base

    @property
    def _base(self) -> Ground:
        if self._ground is None:
            self._ground = ground_of(self._view)
        return self._ground

    def origins(self, claim: Claim) -> Origins:
        """Return what a claim rests on, a judgement closed over its support."""
        if self.muted:
            return self.independence(claim.id).origins
        found = self._closed.get(claim.id)
        if found is None:
            found = self._closed[claim.id] = self._closed_count(claim)
        return found

    def independence(self, claim: str) -> Independence:
        """Return also what a claim falls with."""
        found = self._whole.get(claim)
        if found is None:
            found = independence_of(self._view, claim, self.ground)
            self._whole[claim] = found
        return found

    def knows(self, claim: str) -> bool:
        """Whether what a claim falls with is known without counting."""
        return claim in self._whole

    def mute(self, ids: AbstractSet[str]) -> None:
        """Count from now on as if these sources, origins, groups and links were gone."""
        self.muted = frozenset(ids)
        self._whole.clear()

    def forget(self) -> None:
        """Count all anew when it is asked for."""
        self._ground = None
        self._single.clear()
        self._passed.clear()
        self._closed.clear()
        self._whole.clear()

    def apply(self, changes: ChangeSet) -> frozenset[str] | None:
        """Follow a change set; returns the claims that may count otherwise, None for all.

        Of several who hear of the same change set the first one makes it felt, all get the answer.
        """
        if self._last is None or self._last[0] is not changes:
            self._last = changes, self._applied(changes)
        return self._last[1]

    def _applied(self, changes: ChangeSet) -> frozenset[str] | None:
        if self._ground is None and not self._closed and not self._whole:
            return None
        if len(changes.changes) > MANY_CHANGES:
            self.forget()
            return None
        try:
            touched = _Touched(self._view, self._base).by(changes)
        except _TooManyError:
            self.forget()
            return None
        for claim in touched.single:
            self._single.pop(claim, None)
        for claim in touched.closed:
            self._closed.pop(claim, None)
            self._whole.pop(claim, None)
            if touched.argued:
                self._passed.pop(claim, None)
        return touched.closed

    def _closed_count(self, claim: Claim) -> Origins:
        if claim.kind == "reported":
            return self._counted(claim.id).origins
        passed = self._passed.get(claim.id)
        if passed is None:
            passed, settled = passed_by(self._view, claim.id, self._base)
            if settled:
                self._passed[claim.id] = passed
        parts = [self._counted(one) for one in passed]
        files = frozenset[str]().union(*(part.files for part in parts))
        return joined([part.origins for part in parts], len(files))

    def _counted(self, claim: str) -> "_Single":
        """Return what a claim rests on by what asserts itself."""
        found = self._single.get(claim)
        if found is None:
            said = assertions_of(self._view, claim)
            files = left_said(said, self._base).files
            found = _Single(count_said(claim, said, self._base), files)
            self._single[claim] = found
        return found


@dataclass(frozen=True)
class _Single:
    """What a claim rests on by what asserts itself, and which files do."""

    origins: Origins
    files: frozenset[str]


@dataclass(frozen=True)
class _Reach:
    """The claims that a change reaches by what asserts them, and with those that they support.

    `argued` says whether other claims may support them than before.
    """

    single: frozenset[str]
    closed: frozenset[str]
    argued: bool


class _Touched:
    """Brings the ground up to a change set, and finds the claims that it reaches."""

    def __init__(self, view: Investigation, ground: Ground) -> None:
        self._view = view
        self._ground = ground
        self._left = MANY_LOOKED_AT
        self._sources: dict[str, None] = {}
        self._claims: dict[str, None] = {}

    def by(self, changes: ChangeSet) -> _Reach:
        for change in changes.changes:
            self._note(change)
        resting = self._resting_on(self._sources)
        self._ground.forget(resting)
        for source in resting:
            for one in self._holders(source):
                if isinstance(one, Assertion):
                    self._claims[one.claim] = None
        closed = frozenset(self._supported(self._claims))
        return _Reach(frozenset(self._claims), closed, changes.touches(Link, Claim))

    def _note(self, change: Change) -> None:
        for one in (change.before, change.after):
            match one:
                case Assertion():
                    self._claims[one.claim] = None
                case Claim():
                    self._claims[one.id] = None
                case Link(type="supports"):
                    self._claims[one.to_id] = None
                case Capture():
                    self._follow_capture(one.source)
                case Citation() if BY_KEY[one.type].lineage or one.type == "depends partly":
                    self._follow_citations(one.from_id)
        if isinstance(change.record, Source):
            self._follow_source(change)

    def _follow_source(self, change: Change) -> None:
        if not _OF_ROOTS.isdisjoint(change.fields):
            self._follow_roots(change)
        if "standing" in change.fields:
            now = isinstance(change.after, Source) and change.after.standing == "retracted"
            self._ground.take_back(change.record.id, retracted=now)
            self._sources[change.record.id] = None

    def _follow_capture(self, source: str) -> None:
        kept = any(isinstance(one, Capture) for one in self._holders(source))
        self._ground.hold(source, held=kept)
        self._sources[source] = None

    def _follow_citations(self, source: str) -> None:
        """Take up what a source rests on now."""
        here = [
            one
            for one in self._holders(source)
            if isinstance(one, Citation) and one.from_id == source
        ]
        self._ground.rest(
            source,
            {one.to_id for one in here if BY_KEY[one.type].lineage},
            {one.to_id for one in here if one.type == "depends partly"},
        )
        self._sources[source] = None

    def _follow_roots(self, change: Change) -> None:
        """Take up what a source counts as; one without a name may count as another one does."""
        both = [one for one in (change.before, change.after) if isinstance(one, Source)]
        found: dict[str, Root | None] = {change.record.id: None}
        if any(one.origin_kind == "anonymous" for one in both):
            found = {**dict(roots_of_all(self._view))}
            found.setdefault(change.record.id, None)
        elif isinstance(change.after, Source):
            found = {change.record.id: root_of(change.after)}
        self._sources |= dict.fromkeys(self._ground.count_as(found))

    def _resting_on(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Return sources with all that rest on them by citations, wholly or partly."""
        found = dict.fromkeys(sources)
        ahead = list(found)
        while ahead:
            one = ahead.pop()
            for holder in self._holders(one):
                if isinstance(holder, Citation) and holder.to_id == one:
                    nearer = holder.from_id
                    if holder.type != "mentions" and nearer not in found:
                        found[nearer] = None
                        ahead.append(nearer)
        return tuple(found)

    def _supported(self, claims: Iterable[str]) -> Iterator[str]:
        """Yield claims and all that they support, however far along."""
        found = dict.fromkeys(claims)
        ahead = list(found)
        yield from ahead
        while ahead:
            one = ahead.pop()
            for link in self._holders(one):
                if not isinstance(link, Link) or link.type != "supports":
                    continue
                if link.from_id == one and link.to_id not in found:
                    found[link.to_id] = None
                    ahead.append(link.to_id)
                    yield link.to_id

    def _holders(self, id: str) -> tuple[object, ...]:
        holders = self._view.referrers(id)
        self._left -= 1 + len(holders)
        if self._left < 0:
            raise _TooManyError
        return holders
