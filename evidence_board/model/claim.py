"""Claims: one checkable proposition each, in our words, with its judgements."""

from collections.abc import Mapping
from typing import ClassVar, Literal, Self

from pydantic import field_validator, model_validator
from sqlmodel import Field

from evidence_board.model.edtf import Edtf
from evidence_board.model.record import Id, JsonFields, Line, Numbered, Prose, Real
from evidence_board.model.scales import LIKELIHOOD_WORDS, ConfidenceTerm, Credibility, Tlp

ClaimKind = Literal["reported", "judgement", "assumption", "hypothesis"]
Denial = Literal["fact", "evidence", "label", "non-answer"]
ClaimStatus = Literal["open", "settled", "withdrawn"]


class Claim(Numbered):
    """One subject, one predicate, one time, one place, one quantity.

    `event`, `stated` and `published` are the times of the event, of the statement and of the
    publication. `likelihood` is a term of the project's scale and `likelihood_range` its range in
    per cent; `confidence` rates the basis and `reason` is its written reason. `credibility` is
    the Admiralty digit of a reported claim. `negates` is the claim of which this is the marked
    negation. `rank` is its place among the key judgements of the brief, None when it is not one.
    """

    table: ClassVar[str] = "claim"
    plural: ClassVar[str] = "claims"
    noun: ClassVar[str] = "claim"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"negates": ("claim",)}

    text: Prose
    kind: ClaimKind = "reported"
    event: Edtf | None = None
    stated: Edtf | None = None
    published: Edtf | None = None
    place: Line = ""
    quantity: JsonFields = Field(default_factory=dict)
    denial: Denial | None = None
    negates: Id | None = None
    likelihood: Line | None = None
    likelihood_range: tuple[Real, Real] | None = None
    likelihood_reason: Prose = ""
    confidence: ConfidenceTerm | None = None
    reason: Prose = ""
    credibility: Credibility | None = None
    credibility_reason: Prose = ""
    status: ClaimStatus = "open"
    rank: Real | None = None
    tlp: Tlp | None = None
    made_at: Line = ""
    made_by: Line = ""

    @field_validator("likelihood")
    @classmethod
    def _is_a_term(cls, word: str | None) -> str | None:
        if word is not None and word not in LIKELIHOOD_WORDS:
            raise ValueError(f"{word!r} is not a term of any likelihood scale")
        return word

    @model_validator(mode="after")
    def _range_rises(self) -> Self:
        both = self.likelihood_range
        if both is not None and not 0 <= both[0] <= both[1] <= 100:
            raise ValueError("likelihood_range must rise from 0 to 100")
        return self

    @property
    def mark(self) -> str:
        """The short mark that people cite: H for a hypothesis, else C, and the number."""
        return f"{'H' if self.kind == 'hypothesis' else 'C'}{self.number}"

    @property
    def unfinished(self) -> bool:
        """Whether a confidence stands without its written reason: not yet fit for export."""
        return self.confidence is not None and not self.reason.strip()
