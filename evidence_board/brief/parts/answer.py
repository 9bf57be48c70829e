"""The answer: the first key judgement in two sentences, likelihood first, then confidence."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.entries import reference_to, sentence_of
from evidence_board.brief.origins import origins_sentence
from evidence_board.brief.values import Part, Reference, Sentence
from evidence_board.brief.wording import confidence_sentence


@dataclass(frozen=True)
class Answer(Part):
    """The bottom line up front."""

    judgement: Sentence
    confidence: str
    origins: str
    reference: Reference


def answer(case: Case) -> Answer | None:
    """Return the answer; None while nothing is judged."""
    if not case.key_judgements:
        return None
    first = case.key_judgements[0]
    return Answer(
        sentence_of(case, first, case.cut(first.text, 280)),
        confidence_sentence(first.confidence, case.cut(first.reason, 220)),
        origins_sentence(case.origins.get(first.id)),
        reference_to(first),
    )
