"""The fixed words of a brief: sentences that are grammatical around any text.

Likelihood and confidence never share a sentence (ICD 203); what somebody else said is attributed;
unknown is said as unknown.
"""

import re
from collections.abc import Sequence

from evidence_board.analysis.titles import short as short
from evidence_board.brief.values import Likelihood, Sentence
from evidence_board.model.scales import Scale

NOT_JUDGED = "likelihood not judged"
NOT_GRADED = "not graded"
NOT_FIT = "not yet fit for export"
ANALYST = "analyst"

# How a term of a scale stands in a sentence: before and after it where a "that" follows, and where
# it speaks of "this". What can have no "that" has nothing before it.
_PLAIN = ("It is ", "", "We assess this as ", "")
_NOUN = ("There is ", "", "We see ", " of this")
_NOUN_WITH_A = ("There is a ", "", "We see a ", " of this")
_NOUNS = ("We see ", "", "We see ", " of this")
_NEGATION = ("It is ", " so", "We assess this as ", " so")
_FORMS = {
    "almost no chance": _NOUN,
    "remote": ("", "", "We assess this as ", ""),
    "roughly even chance": _NOUN_WITH_A,
    "roughly even odds": _NOUNS,
    "remote chance": _NOUN_WITH_A,
    "realistic possibility": _NOUN_WITH_A,
    "chances about even": _NOUNS,
    "probably not": _NEGATION,
    "almost certainly not": _NEGATION,
}

# Words that are no names: at the start of a clause after "that" they are written small.
_SMALL_WORDS = """
a about after all almost an another any around at before between both by during each
either every few fewer five for four from half hundreds dozens thousands in it its less
many more most neither nine no nobody none nothing on one only other our over part seven
several six some such ten that the their there these they this those three two under up we
what with within without
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?…]['”\"]?\s|[?!]$")


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

    Without a text it speaks of "this", for a place where the claim stands above; and where the
    text cannot follow a "that" as it is written.
    """
    said = f": {ended(text)}" if text else "."
    if likelihood is None:
        return Sentence("We have ", "not judged", f" how likely this is{said}")
    before, after, before_this, after_this = _FORMS.get(likelihood.word, _PLAIN)
    span = f" ({likelihood.range})" if likelihood.range else ""
    clause = _clause(text)
    if clause and before:
        return Sentence(before, likelihood.word, f"{after}{span} that {ended(clause)}")
    return Sentence(before_this, likelihood.word, f"{after_this}{span}{said}")


def _clause(text: str) -> str:
    """Return a sentence as it can follow "that"; empty where nobody can tell how it is written.

    A first word that is no name is written small, a name stays; which of the two an unknown word
    is, its capital does not say.
    """
    text = text.strip()
    first, second = (*text.split(maxsplit=2), "", "")[:2]
    if not first.isascii() or _SENTENCE_END.search(text):
        return ""
    if first.lower() in _SMALL and (first == "A" or not first.isupper()):
        return first.lower() + text[len(first) :]
    is_name = second[:1].isupper() or any(one.isupper() or one.isdigit() for one in first[1:])
    return text if is_name or not first[:1].isupper() else ""


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
        others = [_given(hedged)] if hedged else []
    elif hedged:
        lead = capital(_given(hedged))
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


def _given(hedged: Sequence[tuple[str, str]]) -> str:
    """Return who gives it how, each hedge once: "A and B give it as probable, C as possible"."""
    by_hedge: dict[str, list[str]] = {}
    for name, how in hedged:
        by_hedge.setdefault(how, []).append(name)
    (how, names), *more = by_hedge.items()
    verb = "gives" if len(names) == 1 else "give"
    told = [f"{listed(names)} {verb} it {how}"]
    return ", ".join([*told, *(f"{listed(others)} {other}" for other, others in more)])


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
