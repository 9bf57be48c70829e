"""What sources say of a claim: one row a statement, and one sentence for all of them."""

from dataclasses import dataclass

from evidence_board.analysis.dates import edtf_words
from evidence_board.brief import wording
from evidence_board.brief.case import Case, endnote_anchor, source_anchor
from evidence_board.brief.routes import hedge_of, remarks_of, route_of, speaker_of
from evidence_board.brief.values import Grade, Reference, Sentence
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt

DENYING = ("CT-", "PR-", "PS-")


@dataclass(frozen=True)
class Statement:
    """A row of the evidence: who carries it, how good, the exact words, the way to the origin.

    `endnote` is None and `words` empty where nobody has tied it to words.
    """

    source: Reference
    name: str
    published: str
    grade: Grade
    words: str
    route: str
    remarks: tuple[str, ...]
    endnote: Reference | None


def statements_of(case: Case, claim: Claim) -> tuple[Statement, ...]:
    """Return what sources say of the claim, those with words first."""
    return tuple(_statement(case, claim, said) for said in case.assertions.get(claim.id, ()))


def _statement(case: Case, claim: Claim, said: Assertion) -> Statement:
    carrier = case.source(said.source)
    excerpt = case.excerpt_of(said)
    number = case.endnotes.get(said.id)
    return Statement(
        Reference(carrier.mark if carrier else "?", source_anchor(said.source)),
        carrier.name if carrier else "a source that is gone",
        (edtf_words(carrier.published) if carrier else "") or "undated",
        Grade(_letter_of(case, said), claim.credibility or ""),
        excerpt.exact if excerpt else "",
        route_of(case, said),
        (*_orphaned(case, excerpt), *remarks_of(said)),
        Reference(str(number), endnote_anchor(number)) if number else None,
    )


def _orphaned(case: Case, excerpt: Excerpt | None) -> tuple[str, ...]:
    gone = excerpt is not None and excerpt.id in case.orphaned
    return ("orphaned: not in its text any more",) if gone else ()


def _letter_of(case: Case, said: Assertion) -> str:
    """Return the reliability of the origin, which is what a grade is about, else the carrier's."""
    for id in (*said.chain[-1:], said.source):
        source = case.source(id)
        if source is not None and source.reliability:
            return source.reliability
    return ""


def attributed_sentence(case: Case, claim: Claim, text: str) -> Sentence:
    """Return a claim's text with who said it, who hedged it and who denied it."""
    said: list[str] = []
    hedged: list[tuple[str, str]] = []
    denied: list[str] = []
    for one in case.assertions.get(claim.id, ()):
        name = speaker_of(case, one)
        if one.factuality in DENYING:
            denied.append(name)
        elif how := hedge_of(one):
            hedged.append((name, how))
        else:
            said.append(name)
    firm = _unique(said)
    doubtful = [pair for pair in dict.fromkeys(hedged) if pair[0] not in firm]
    return wording.attributed(firm, doubtful, _unique(denied), text)


def _unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
