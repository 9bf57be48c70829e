"""What is proposed of a text: each kind a frozen value with exact words and where they stand."""

from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, TypeAlias

from evidence_board.model.discrepancy import Verdict

Role = Literal["event", "statement", "publication"]
OriginKind = Literal["identified", "anonymous", "unknown"]
Mode = Literal["quotation", "paraphrase", "narrator attributed by context", "headline"]


@dataclass(frozen=True)
class Span:
    """Words of a text: half-open offsets in code points, and the exact words there."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Bibliographic:
    """A field of a source's record as its text gives it; `basis` is stated, header or inferred."""

    kind: ClassVar[str] = "bibliographic"

    span: Span
    reason: str
    field: str
    value: str | tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class Attribution:
    """Who says what: the words that tell so (`cue`), what is said (`content`), and by whom.

    `speaker` is the name that pronouns and short forms stand for, `as_given` the words there.
    `chain` holds names from the carrier's side to the origin; the carrier itself is not in it.
    `more` are further words of the same speech, after the cue. Of a narrator's sentence attributed
    by context the cue is that of the speech beside it, or of the headline. `denial` tells that the
    content is what the speaker denies. An anonymous speaker has an `affiliation` where the words
    give one.
    """

    kind: ClassVar[str] = "attribution"

    span: Span
    reason: str
    speaker: str
    cue: Span
    content: Span
    chain: tuple[str, ...]
    as_given: str = ""
    more: tuple[Span, ...] = ()
    mode: Mode = "paraphrase"
    denial: bool = False
    origin_kind: OriginKind = "identified"
    affiliation: str = ""


@dataclass(frozen=True)
class Hedge:
    """Words by which a text does not commit itself; classes of tradecraft, section 3.

    `hedge_class` is PR, PS, hearsay, attributive, unknown, conditional or approximator;
    `factuality` the FactBank code that follows, such as PS-, or empty where none does.
    """

    kind: ClassVar[str] = "hedge"

    span: Span
    reason: str
    hedge_class: str
    factuality: str = ""


@dataclass(frozen=True)
class Quantity:
    """A number with its unit: `value` as written, `low` and `high` what it may mean.

    `value` is None of a range or of words such as dozens; None as a bound is no bound.
    """

    kind: ClassVar[str] = "quantity"

    span: Span
    reason: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    comparator: str


@dataclass(frozen=True)
class DateMention:
    """A date in the text as EDTF; None where the words tell a day but nothing tells from when."""

    kind: ClassVar[str] = "date"

    span: Span
    reason: str
    edtf: str | None
    role: Role
    cue: Span | None = None
    """By which words the speech is told that this day dates, where it is that of a statement."""


@dataclass(frozen=True)
class Pair:
    """Two places in two texts that are proposed to be looked at together; spans of both."""

    span: Span
    reason: str
    source: str
    other_source: str
    other: Span

    def turned(self) -> Self:
        """Return the pair as it is seen from the other source."""
        return replace(
            self,
            span=self.other,
            other=self.span,
            source=self.other_source,
            other_source=self.source,
        )


@dataclass(frozen=True)
class Reuse(Pair):
    """A passage that two sources share, in each one's own text."""

    kind: ClassVar[str] = "reuse"

    tokens: int
    longest_run: int
    verbatim: bool
    in_quotes: bool
    quoted_here: bool
    quoted_there: bool

    def turned(self) -> Self:
        """Return the passage as it is seen from the other source."""
        here, there = self.quoted_here, self.quoted_there
        return replace(super().turned(), quoted_here=there, quoted_there=here)


@dataclass(frozen=True)
class Citation:
    """Words by which a source names another one; `type` is a citation's, such as quotes."""

    kind: ClassVar[str] = "citation"

    span: Span
    reason: str
    to_name: str
    type: str


@dataclass(frozen=True)
class Difference(Pair):
    """Two figures that do not fit, or fit only when one is converted.

    `about` is what differs: value or unit. The excerpts are those in which the figures stand.
    """

    kind: ClassVar[str] = "discrepancy"

    verdict: Verdict
    about: Literal["value", "unit"]
    excerpt: str
    other_excerpt: str

    def turned(self) -> Self:
        """Return the difference as it is seen from the other source."""
        here, there = self.excerpt, self.other_excerpt
        return replace(super().turned(), excerpt=there, other_excerpt=here)


OfText: TypeAlias = Bibliographic | Attribution | Hedge | Quantity | DateMention | Citation
Suggestion: TypeAlias = OfText | Reuse | Difference


def span_of(text: str, start: int, end: int) -> Span:
    """Return the words of text[start:end]."""
    return Span(start, end, text[start:end])


def trimmed(text: str, start: int, end: int, marks: str = "") -> Span:
    """Return the words of text[start:end] without white space and `marks` around them."""
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end, text[start:end])
