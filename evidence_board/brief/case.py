"""A case: the records of an investigation, looked up in the ways that a brief asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from evidence_board.analysis.closure import Counts, closed
from evidence_board.analysis.lineage import Ground, ground_of
from evidence_board.analysis.origins import origins_of
from evidence_board.analysis.titles import short
from evidence_board.analysis.view import Investigation
from evidence_board.brief.crops import NOT_MADE, PART, Crop, Crops
from evidence_board.brief.plan import DEFAULT, chosen
from evidence_board.model.assertion import Assertion
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.issue import Issue
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.region import Region
from evidence_board.model.scales import SCALES, Scale
from evidence_board.model.source import Source

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Case:
    """One investigation at one moment.

    `at` is the time of export, `state` the hash of the records, `tool` the program and its version.
    `altered` are the SHA-256 of stored bytes that are not what was captured any more. `plan` says
    how the brief is to be, `issue` is its number, 0 of a draft, `after` the number of the issue
    before it, 0 where it is the first. What is `muted` counts as gone. `crops` are pictures of the
    parts that excerpts mark, `orphaned` the ids of excerpts whose words are gone from their texts.
    """

    view: Investigation
    at: str
    state: str
    tool: str
    altered: frozenset[str] = frozenset()
    plan: BriefPlan = DEFAULT
    issue: int = 0
    after: int = 0
    muted: frozenset[str] = frozenset()
    crops: Crops = field(default_factory=dict)
    orphaned: frozenset[str] = frozenset()

    @cached_property
    def ground(self) -> Ground:
        """What the counts of all claims share."""
        return ground_of(self.view).without(self.muted)

    @cached_property
    def origins(self) -> Counts:
        """The counts per claim id, those of judgements closed over their support."""
        return closed(self.view, origins_of(self.view, self.ground), self.ground)

    @property
    def one_page(self) -> bool:
        """Whether all that is said has to find room on one page."""
        return self.plan.depth == "one page"

    def cut(self, text: str, most: int) -> str:
        """Return a text, cut to so many characters where all has to find room on one page."""
        return short(text, most) if self.one_page else text

    @cached_property
    def scale(self) -> Scale:
        """The likelihood scale of the project."""
        return SCALES[self.view.record.scale]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims by number."""
        return tuple(sorted(self.view.all(Claim), key=_by_number))

    @cached_property
    def key_judgements(self) -> tuple[Claim, ...]:
        """The claims that the brief judges, in their order."""
        return key_judgements_of(self.view)

    @cached_property
    def other_claims(self) -> tuple[Claim, ...]:
        """All claims that are no key judgement, by number."""
        keys = {claim.id for claim in self.key_judgements}
        return tuple(claim for claim in self.claims if claim.id not in keys)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """All sources by number."""
        return tuple(sorted(self.view.all(Source), key=lambda source: (source.number, source.id)))

    @cached_property
    def assertions(self) -> Mapping[str, tuple[Assertion, ...]]:
        """The assertions of each claim id, those with words first, else as they were made."""
        made = sorted(self.view.all(Assertion), key=lambda said: said.excerpt is None)
        return _grouped(made, "claim")

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that end on each id of a claim or link."""
        return _grouped(self.view.all(Link), "to_id")

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that start at each claim id."""
        return _grouped(self.view.all(Link), "from_id")

    @cached_property
    def citations_to(self) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each source id."""
        return _grouped(self.view.all(Citation), "to_id")

    @cached_property
    def used_in(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that each source id carries, relays or is the origin of, by number."""
        found: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in self.claims:
            for said in self.assertions.get(claim.id, ()):
                for id in (said.source, *said.chain):
                    found[id][claim.id] = claim
        return {id: tuple(claims.values()) for id, claims in found.items()}

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """The source ids that stand before each source id in the chain of a statement."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for said in self.view.all(Assertion):
            for nearer, farther in zip(said.chain, said.chain[1:], strict=False):
                found[farther][nearer] = None
        return {id: tuple(names) for id, names in found.items()}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes that may be told, by number: never a private one."""
        shown = [note for note in self.view.all(Note) if not note.private]
        return tuple(sorted(shown, key=lambda note: (note.number, note.id)))

    @cached_property
    def last_issue(self) -> Issue | None:
        """The issue that went out before this brief; None where it is the first."""
        return next((one for one in self.view.all(Issue) if one.number == self.after), None)

    @cached_property
    def endnotes(self) -> Mapping[str, int]:
        """The endnote number of each assertion that is tied to words, in order of printing."""
        ordered = (
            said.id
            for claim in self.key_judgements + self.other_claims
            for said in self.assertions.get(claim.id, ())
            if self.excerpt_of(said) is not None
        )
        return {id: number for number, id in enumerate(ordered, 1)}

    @cached_property
    def pictured(self) -> Mapping[str, int]:
        """The number of the picture of each excerpt that marks a part, in order of the endnotes."""
        if PART not in chosen(self.plan):
            return {}
        excerpts = (self.excerpt_of(said) for said in map(self._said, self.endnotes))
        parts = (one.id for one in excerpts if one is not None and Region.of(one.region))
        return {id: number for number, id in enumerate(dict.fromkeys(parts), 1)}

    def crop_of(self, excerpt: str) -> Crop:
        """Return the picture of a marked part, or why there is none."""
        return self.crops.get(excerpt, NOT_MADE)

    def claim(self, id: str) -> Claim | None:
        """Return the claim with this id, if it is one."""
        return self._found(Claim, id)

    def source(self, id: str) -> Source | None:
        """Return the source with this id, if it is one."""
        return self._found(Source, id)

    def link(self, id: str) -> Link | None:
        """Return the link with this id, if it is one."""
        return self._found(Link, id)

    def excerpt_of(self, said: Assertion) -> Excerpt | None:
        """Return the words that an assertion is tied to."""
        return self._found(Excerpt, said.excerpt) if said.excerpt else None

    def held(self, source_id: str) -> bool:
        """Whether the original of a source is kept, rather than known through others only."""
        return self.view.capture_of(source_id) is not None

    def traced(self, claim: Claim) -> bool:
        """Whether a claim is tied to words of a source."""
        return any(self.excerpt_of(said) for said in self.assertions.get(claim.id, ()))

    def _said(self, id: str) -> Assertion:
        return self.view.get(Assertion, id)

    def _found(self, kind: type[R], id: str) -> R | None:
        record = self.view.find(id)
        return record if isinstance(record, kind) else None


def last_number(view: Investigation, issue: int = 0) -> int:
    """Return the number of the newest issue, of the newest before an issue; 0 if there is none."""
    numbers = (one.number for one in view.all(Issue) if not issue or one.number < issue)
    return max(numbers, default=0)


def key_judgements_of(view: Investigation) -> tuple[Claim, ...]:
    """Return ranked judgements and hypotheses in rank order; without a rank, those judged.

    A withdrawn claim is none of them.
    """
    ours = [one for one in view.all(Claim) if one.kind in ("judgement", "hypothesis")]
    ours = sorted((one for one in ours if one.status != "withdrawn"), key=_by_number)
    ranked = [(claim.rank, claim) for claim in ours if claim.rank is not None]
    if ranked:
        return tuple(claim for _, claim in sorted(ranked, key=lambda pair: pair[0]))
    return tuple(claim for claim in ours if claim.likelihood is not None)


def _by_number(claim: Claim) -> tuple[int, str]:
    return claim.number, claim.id


def _grouped(records: Iterable[R], field: str) -> Mapping[str, tuple[R, ...]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[str(getattr(record, field))].append(record)
    return {id: tuple(held) for id, held in found.items()}


def claim_anchor(id: str) -> str:
    """Return the name of the place where a claim is described."""
    return f"claim-{id}"


def source_anchor(id: str) -> str:
    """Return the name of the place where a source is listed."""
    return f"source-{id}"


def endnote_anchor(number: int) -> str:
    """Return the name of the place where an endnote stands."""
    return f"endnote-{number}"


def picture_anchor(number: int) -> str:
    """Return the name of the place where a picture stands."""
    return f"picture-{number}"


def is_altered(case: Case, capture: Capture) -> bool:
    """Whether the stored bytes or the text of a capture are not what they were when it was made."""
    return not case.altered.isdisjoint((capture.sha256, capture.text_sha256))
