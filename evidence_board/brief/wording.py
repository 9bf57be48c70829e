"""The fixed words of a brief: sentences that are grammatical around any text.

Likelihood and confidence never share a sentence (ICD 203); what somebody else said is attributed;
unknown is said as unknown.
"""

from collections.abc import Sequence

from evidence_board.analysis.titles import short as short
from evidence_board.brief.values import Likelihood, Sentence
from evidence_board.model.scales import Scale

NOT_JUDGED = "likelihood not judged"
NOT_GRADED = "not graded"
NOT_FIT = "not yet fit for export"
ANALYST = "analyst"

# How a term of a scale stands in a sentence: before it, after its range, and what "this" is there.
# Nouns take "see", negations take "so"; all others follow "assess as".
_PLAIN = ("We assess as ", "", "We assess this as ", "")
_NOUN = ("We see ", "", "We see ", " of this")
_NOUN_WITH_A = ("We see a ", "", "We see a ", " of this")
_NEGATION = ("We assess as ", " so", "We assess this as ", " so")
_FORMS = {
    "almost no chance": _NOUN,
    "roughly even chance": _NOUN_WITH_A,
    "roughly even odds": _NOUN,
    "remote chance": _NOUN_WITH_A,
    "realistic possibility": _NOUN_WITH_A,
    "chances about even": _NOUN,
    "probably not": _NEGATION,
    "almost certainly not": _NEGATION,
}


def likelihood_of(
    scale: Scale, word: str | None, held: Sequence[float] | None
) -> Likelihood | None:
    """Return the likelihood as printed; a word of another scale keeps its stored range."""
    if word is None:
        return None
    term = scale.term(word)
    if term is not None:
        return Likelihood(word, term.range, term.cell)
    return Likelihood(word, f"{held[0]:g}–{held[1]:g} %" if held else "", 0)


def likelihood_sentence(likelihood: Likelihood | None, text: str = "") -> Sentence:
    """Return the sentence that says how likely the claim is, in the scale's own words.

    Without a text it speaks of "this", for a place where the claim stands above.
    """
    said = f": {ended(text)}" if text else "."
    if likelihood is None:
        return Sentence("We have ", "not judged", f" how likely this is{said}")
    before, after, before_this, after_this = _FORMS.get(likelihood.word, _PLAIN)
    span = f" ({likelihood.range})" if likelihood.range else ""
    if text:
        return Sentence(before, likelihood.word, f"{after}{span}{said}")
    return Sentence(before_this, likelihood.word, f"{after_this}{span}.")


def confidence_sentence(term: str | None, reason: str) -> str:
    """Return the sentence about the basis; a confidence without a reason is held back."""
    if term is None:
        return "Our confidence in the basis is not judged."
    if not reason.strip():
        return f"Our confidence is {NOT_FIT}: no reason is written for it."
    joined = ". " if reason.strip()[0].isupper() else ": "
    return f"Our confidence is {term}{joined}{ended(reason)}"


def attributed(
    said: Sequence[str],
    hedged: Sequence[tuple[str, str]],
    denied: Sequence[str],
    text: str = "",
) -> Sentence:
    """Return the claim with who said it, who hedged it and who denied it.

    `hedged` pairs a name with how that one put it, such as ("Merkur", "as probable"). Without a
    text only the attribution is left.
    """
    others: list[str] = []
    if said:
        lead = f"According to {listed(said)}"
        others = [f"{name} gives it {how}" for name, how in hedged]
    elif hedged:
        lead = f"According to {listed([f'{name}, {how}' for name, how in hedged])}"
    elif denied:
        lead, denied = f"Denied by {listed(denied)}", ()
    else:
        lead = f"Written by the {ANALYST}, without words of a source"
    if denied:
        others.append(f"{listed(denied)} {'denies' if len(denied) == 1 else 'deny'} it")
    more = [capital(ended(other)) for other in others]
    if not text:
        return Sentence("", "", " ".join([ended(lead), *more]))
    return Sentence(f"{lead}: ", "", " ".join([ended(text), *more]))


def ended(text: str) -> str:
    """Return text with a full stop where it has no end of its own."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…", ".”", '."', "。", "؟")) else f"{text}."


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words: "A", "A and B", "A, B and C"."""
    *first, last = names or ("nobody",)
    return f"{', '.join(first)} and {last}" if first else last


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, such as "1 source" or "3 sources"."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def capital(text: str) -> str:
    """Return text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
