"""One claim in full: its judgement, its evidence, its argument."""

from dataclasses import dataclass

from evidence_board.analysis.dates import edtf_words
from evidence_board.brief import wording
from evidence_board.brief.argument import Argument, argument_of
from evidence_board.brief.case import Case, claim_anchor
from evidence_board.brief.origins import badge, origins_sentence, single_points
from evidence_board.brief.statements import Statement, attributed_sentence, statements_of
from evidence_board.brief.values import Badge, Likelihood, Reference, Row, Sentence
from evidence_board.model.claim import Claim
from evidence_board.model.source import OriginGroup, Source

KINDS = {
    "reported": "Reported",
    "judgement": "Judgement",
    "assumption": "Assumption",
    "hypothesis": "Hypothesis",
}

_DENIALS = {
    "fact": "Denial of the fact",
    "evidence": "Denial of the evidence",
    "label": "Denial of the label, not of the fact",
    "non-answer": "Answer that neither denies nor admits",
}


@dataclass(frozen=True)
class ClaimEntry:
    """A claim as the brief describes it.

    `heading` is short, `sentence` has the whole text: who said it for a reported claim, how likely
    it is for ours. `standing` is that sentence without the text, None where the heading cuts it.
    `assessed` is our own judgement of a reported claim, which is never part of what others said.
    `held_back` marks a confidence without a reason, `analyst` a claim without words of a source.
    """

    anchor: str
    mark: str
    kind: str
    heading: str
    sentence: Sentence
    standing: Sentence | None
    assessed: Sentence | None
    likelihood: Likelihood | None
    likelihood_reason: str
    confidence: str
    confidence_sentence: str
    held_back: bool
    credibility: str
    credibility_reason: str
    analyst: bool
    origins: Badge
    origins_sentence: str
    single_points: tuple[str, ...]
    facts: tuple[Row, ...]
    statements: tuple[Statement, ...]
    argument: Argument
    watch: tuple[Row, ...]


def entry_of(case: Case, claim: Claim) -> ClaimEntry:
    """Return the claim with all that the project knows of it."""
    likelihood = wording.likelihood_of(case.scale, claim.likelihood, claim.likelihood_range)
    count = case.origins.get(claim.id)
    judged = claim.kind in ("judgement", "hypothesis") or claim.confidence is not None
    return ClaimEntry(
        anchor=claim_anchor(claim.id),
        mark=claim.mark,
        kind=kind_of(claim),
        heading=wording.short(claim.text) or claim.mark,
        sentence=sentence_of(case, claim, claim.text),
        standing=sentence_of(case, claim, "") if _whole(claim) else None,
        assessed=(
            wording.likelihood_sentence(likelihood)
            if likelihood is not None and claim.kind == "reported"
            else None
        ),
        likelihood=likelihood,
        likelihood_reason=_ended(claim.likelihood_reason),
        confidence=(claim.confidence or "") if not claim.unfinished else "",
        confidence_sentence=(
            wording.confidence_sentence(claim.confidence, claim.reason) if judged else ""
        ),
        held_back=claim.unfinished,
        credibility=claim.credibility or "",
        credibility_reason=_ended(claim.credibility_reason),
        analyst=not case.traced(claim),
        origins=badge(count),
        origins_sentence=origins_sentence(count),
        single_points=tuple(point_name(case, id) for id in single_points(count)),
        facts=_facts(case, claim),
        statements=statements_of(case, claim),
        argument=argument_of(case, claim),
        watch=_watch(case, claim),
    )


def _ended(text: str) -> str:
    return wording.ended(text) if text.strip() else ""


def _whole(claim: Claim) -> bool:
    """Whether the heading has all that the claim says."""
    return wording.short(claim.text) == " ".join(claim.text.split())


def sentence_of(case: Case, claim: Claim, text: str) -> Sentence:
    """Return a text of the claim in one sentence: ours with its likelihood, others attributed."""
    if claim.kind == "reported":
        return attributed_sentence(case, claim, text)
    if claim.kind == "assumption" and claim.likelihood is None:
        said = f": {wording.ended(text)}" if text else "."
        this = "" if text else "this "
        return Sentence(f"We take {this}as true, ", "without evidence", said)
    likelihood = wording.likelihood_of(case.scale, claim.likelihood, claim.likelihood_range)
    return wording.likelihood_sentence(likelihood, text)


def kind_of(claim: Claim) -> str:
    """Return what kind of claim it is, in words, with its standing where it is not open."""
    words = KINDS[claim.kind]
    if claim.denial:
        words = f"{words}. {_DENIALS[claim.denial]}"
    return words if claim.status == "open" else f"{words}, {claim.status}"


def point_name(case: Case, id: str) -> str:
    """Return the name of an origin group or a source."""
    record = case.view.find(id)
    if isinstance(record, OriginGroup):
        return record.label
    return record.name if isinstance(record, Source) else id


def _facts(case: Case, claim: Claim) -> tuple[Row, ...]:
    """Return the times, the place and the negation of a claim, as far as they are known."""
    other = case.claim(claim.negates) if claim.negates else None
    found = (
        Row("Event", edtf_words(claim.event)),
        Row("Stated", edtf_words(claim.stated)),
        Row("Published", edtf_words(claim.published)),
        Row("Place", claim.place),
        Row("Negation of", other.mark if other else ""),
    )
    return tuple(row for row in found if row.text)


def _watch(case: Case, claim: Claim) -> tuple[Row, ...]:
    """Return what would change our mind: the gaps and indicators that touch the claim."""
    names = {"gap": "Gap", "indicator": "Indicator"}
    return tuple(
        Row(f"{names[note.kind]} {note.mark}", wording.ended(note.text))
        for note in case.notes
        if note.about == claim.id and note.kind in names
    )


def reference_to(claim: Claim) -> Reference:
    """Return the mark of a claim and where it is described."""
    return Reference(claim.mark, claim_anchor(claim.id))
