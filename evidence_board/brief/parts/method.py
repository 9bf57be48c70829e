"""How this brief was made: scales, counting, limits, tool, state of the project."""

from dataclasses import dataclass

from evidence_board.analysis.dates import stamp_words
from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import Paired, pairs_of, tally, verdicts_of
from evidence_board.brief.case import Case
from evidence_board.brief.values import Part, Row
from evidence_board.brief.wording import counted, ended
from evidence_board.model.scales import CONFIDENCE, CREDIBILITY, RELIABILITY


@dataclass(frozen=True)
class Method(Part):
    """Paragraphs, then the definitions of the grades."""

    paragraphs: tuple[Row, ...]
    confidence: tuple[Row, ...]
    reliability: tuple[Row, ...]
    credibility: tuple[Row, ...]
    state: str


def method(case: Case) -> Method:
    """Return the method note."""
    return Method(
        (
            *(_likelihood(case), _confidence(), _origins(), *_independence(case)),
            *(_tracing(case), _unknown(case), _tool(case)),
        ),
        tuple(Row(term, words) for term, words in CONFIDENCE.items()),
        tuple(Row(letter, words) for letter, words in RELIABILITY.items()),
        tuple(Row(digit, words) for digit, words in CREDIBILITY.items()),
        case.state,
    )


def _likelihood(case: Case) -> Row:
    spans = "; ".join(f"{term.word} {term.range}" for term in case.scale.terms)
    return Row(
        "Likelihood",
        f"Terms and ranges are those of the {case.scale.name} scale: {spans}. A likelihood is a "
        "judgement of the analyst; no grade was turned into one.",
    )


def _confidence() -> Row:
    return Row(
        "Confidence",
        "Confidence rates the basis of a judgement, not the event. It stands in a sentence of its "
        "own, with its reason; without a reason it is held back.",
    )


def _origins() -> Row:
    return Row(
        "Origins",
        "Sources are the held files that carry a claim. Origins are those who said it first, found "
        "along the recorded chains and citations; origins of one group count once, a mere mention "
        "adds none. Where an origin is not known, the lower number leaves it out and the higher "
        "one counts it. A judgement counts the origins of all claims that support it.",
    )


def _independence(case: Case) -> tuple[Row, ...]:
    """Return on what it rests that origins count apart; nothing where no claim has two."""
    verdicts = verdicts_of(case.view, case.ground)
    found: dict[frozenset[str], Paired] = {}
    for count in case.origins.values():
        found |= {pair.ids: pair for pair in pairs_of(count.groups, verdicts)}
    if not found:
        return ()
    sums = tally(found.values())
    many = f"{counted(len(found), 'pair')} of origins that a claim counts apart"
    told = (
        f"Independence of two origins is a judgement of the analyst. Of {many}, {sums.shown} were "
        f"shown to be independent, {sums.assumed} are assumed to be, {sums.unjudged} not judged."
    )
    assumed = [_told(case, pair) for pair in found.values() if pair.verdict == "assumed"]
    return (Row("Independence", " ".join((told, *assumed))),)


def _told(case: Case, pair: Paired) -> str:
    names = " and ".join(origin_named(id, case.view) for id in (pair.one, pair.other))
    return f"Assumed of {names}: {ended(pair.reason)}"


def _tracing(case: Case) -> Row:
    traced = sum(case.traced(claim) for claim in case.claims)
    return Row(
        "Tracing",
        f"{traced} of {counted(len(case.claims), 'claim')} {'is' if traced == 1 else 'are'} tied "
        "to exact words of a source; the others are marked analyst. Endnotes give the words, their "
        "offsets in Unicode code points of the extracted text, and the SHA-256 of the original. "
        "Words, grades, links and judgements were chosen by a person.",
    )


def _unknown(case: Case) -> Row:
    ungraded = sum(source.reliability is None for source in case.sources)
    unjudged = sum(claim.likelihood is None for claim in case.key_judgements)
    found = [
        f"{counted(ungraded, 'source')} not graded" if ungraded else "",
        f"{counted(unjudged, 'key judgement')} without a likelihood" if unjudged else "",
    ]
    told = "; ".join(words for words in found if words)
    return Row(
        "Unknown",
        f"{told + '. ' if told else ''}What is not known is said as not known: grades F and 6 mean "
        "that nobody can judge, not that the source or the information is bad.",
    )


def _tool(case: Case) -> Row:
    return Row(
        "Made with",
        f"{case.tool}, {stamp_words(case.at)}, from the project state printed below. The same "
        "state and time give the same file.",
    )
