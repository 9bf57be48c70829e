"""Words of likelihood in the text of a judgement that its scale does not have (section 2).

"Possible", "may", "could" and "cannot rule out" are on no scale; the likelihood has a field of its
own.
"""

import re
from functools import lru_cache

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry
from evidence_board.model.scales import LIKELIHOOD_WORDS, SCALES, Scale, scale_of

KIND = "off-scale-words"
_ON_NO_SCALE = (
    r"can(?:not|['’]t| not) (?:be )?rule[d]? out",
    *("possible", "possibly", "possibility", "may", "might", "could", "perhaps", "maybe"),
    *("conceivable", "conceivably", "potentially", "plausible", "plausibly", "probably"),
)


def find(inquiry: Inquiry) -> Found:
    """Yield the judgements and hypotheses whose text has such a word."""
    scale = scale_of(inquiry.view.record.scale)
    for place, row in enumerate(inquiry.claims):
        if row.ours and (words := off_scale(row.text, scale.key)):
            yield Finding(KIND, (row.id,), (words, scale.name))
        if not place % SLICE:
            yield None


@lru_cache(maxsize=4_096)
def off_scale(text: str, scale: str) -> str:
    """Return the first word of likelihood in a text that is not one of a scale, or nothing."""
    found = _pattern(scale).finditer(text)
    return next((one["off"] for one in found if one["off"]), "")


@lru_cache
def _pattern(key: str) -> re.Pattern[str]:
    """Return what finds terms, those of the scale first, so that no part of one is found."""
    own = _words(SCALES[key])
    others = [word for word in LIKELIHOOD_WORDS if word not in own]
    # "certain" and "impossible" are also said of other things than a likelihood.
    foreign = sorted((one for one in others if " " in one), key=len, reverse=True)
    off = [*map(re.escape, foreign), *_ON_NO_SCALE]
    ours = "|".join(re.escape(one) for one in sorted(own, key=len, reverse=True))
    return re.compile(rf"\b(?:{ours})\b|\b(?P<off>{'|'.join(off)})\b")


def _words(scale: Scale) -> frozenset[str]:
    words = (word for term in scale.terms for word in (term.word, term.synonym))
    return frozenset(word for word in words if word)


def tell(view: Investigation, finding: Finding) -> str:
    """Name the word and the scale."""
    word, scale = finding.words
    claim = mark(view.find(finding.records[0]))
    return f"{claim} says “{word}”, which is not on the {scale} scale: set its likelihood instead."
