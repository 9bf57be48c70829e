"""Where a number stands in a sentence, with currency, scale and comparator; and what is none."""

import re

from evidence_board.suggest.numbers import FIGURES, WORDS
from evidence_board.suggest.units import MONEY_BEFORE

_MONEY = "|".join(re.escape(sign) for sign in sorted(MONEY_BEFORE, key=len, reverse=True))
_SCALE = (
    r"(?:(?:[\ -]?(?:hundred|thousand|million|billion|trillion|lakhs?|crores?|dozen)"
    r"(?:\ (?:thousand|million|billion|crore)s?)?"
    r"|\ ?(?:mn|mln|mil|bil|bn|tn|trn|m|b|k))(?!\w|[’']\w))?"
)
COMPARATORS: dict[str, str] = {
    **dict.fromkeys(
        ("more than", "over", "above", "greater than", "in excess of", "upwards of"), "more than"
    ),
    **dict.fromkeys(
        ("well over", "just over", "just above", "well above", "slightly more than"), "more than"
    ),
    **dict.fromkeys(("a little over", "slightly over", "a little more than"), "more than"),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than"), "at least"),
    **dict.fromkeys(("not fewer than", "a minimum of", "minimum of"), "at least"),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "no more than"), "up to"),
    **dict.fromkeys(("not more than", "a maximum of", "maximum of", "as high as"), "up to"),
    **dict.fromkeys(("upward of", "north of", "well in excess of"), "more than"),
    **dict.fromkeys(("as few as", "as little as"), "at least"),
    **dict.fromkeys(
        ("something like", "in the order of", "of the order of", "on the order of"), "about"
    ),
    **dict.fromkeys(
        ("approaching", "nearing", "close on", "getting on for", "not quite", "just shy of"),
        "nearly",
    ),
    **dict.fromkeys(("less than", "fewer than", "under", "below"), "less than"),
    **dict.fromkeys(
        ("nearly", "almost", "close to", "just under", "just below", "just short of"), "nearly"
    ),
    **dict.fromkeys(
        ("about", "around", "approximately", "approx.", "roughly", "some", "circa"), "about"
    ),
    **dict.fromkeys(
        ("an estimated", "estimated", "estimated at", "c.", "~", "in the region of"), "about"
    ),
}
"""What the words before a number say of it."""

_COMPARED = "|".join(
    re.escape(words).replace(r"\ ", r"\s+") for words in sorted(COMPARATORS, key=len, reverse=True)
)
_AMOUNT = (
    rf"(?:(?P<money@>(?-i:{_MONEY}))\ ?)?"
    rf"(?:(?P<figures@>{FIGURES})(?P<scale@>{_SCALE})|(?P<words@>{WORDS}))"
)
PATTERN = re.compile(
    rf"""(?<![\w.,/:’'+#@&-])
    (?:(?P<compared>{_COMPARED})(?:\s+the)?(?:\s+|(?<=[~.])))?
    {_AMOUNT.replace("@", "1")}
    (?:
        (?P<joint>\s?[-–‑—]\s?|\ to\ |\ and\ |\ or\ )
        (?:(?P<compared2>{_COMPARED})\ )?
        {_AMOUNT.replace("@", "2")}
        (?![\d:/])
    )?
    (?P<plus>\+|\ or\ (?:more|less|fewer|so)\b|-odd\b|-plus\b|\ or\ thereabouts\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A comparator, a currency, a number and its scale; perhaps a second number after a joint."""

INDEFINITE: dict[str, tuple[float, float]] = {
    "a couple of": (2, 3),
    "a couple": (2, 3),
    "a few": (2, 5),
    "several": (3, 9),
    "dozens of": (24, 99),
    "dozens": (24, 99),
    "several dozen": (36, 108),
    "scores of": (40, 99),
    "hundreds of": (200, 999),
    "hundreds": (200, 999),
    "several hundred": (300, 999),
    "a few hundred": (200, 500),
    "thousands of": (2_000, 9_999),
    "thousands": (2_000, 9_999),
    "several thousand": (3_000, 9_999),
    "a few thousand": (2_000, 5_000),
    "tens of thousands of": (20_000, 99_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands of": (200_000, 999_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions of": (2e6, 9_999_999),
    "tens of millions of": (2e7, 99_999_999),
    "hundreds of millions of": (2e8, 999_999_999),
    "several million": (3e6, 9_999_999),
    "billions of": (2e9, 9_999_999_999),
}
"""What words without a number mean, low and high (tradecraft, section 8, a convention)."""

_LABELS = (
    "section sections article articles chapter page pages no nos number numbers room flight route "
    "highway motorway road clause part figure fig table resolution group channel line platform "
    "gate "
    "class form grade type model division block plot ward phase level category track lot bus area "
    "sector district vol volume issue update bulletin edition episode season round stage step day "
    "week year world cup "
    "title schedule annex appendix rule order directive regulation act paragraph para bill line "
    "unit house apartment flat suite box court tier zone gate exit junction pier berth hangar lane "
    "tel telephone phone call fax code ref id isbn version release generation mark mk item exhibit "
    "case count formula carriage coach seat hole lap quarter over match week "
    "magnitude aged age covid top g u under-"
)
LABEL_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(_LABELS.split())})\.?\s*|[#№]\s?|\b(?:[Nn]o\.?\s?))$", re.IGNORECASE
)
"""What makes the number after it a name: section 4, Room 404."""
