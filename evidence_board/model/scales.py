"""Likelihood, confidence, grades, hedges and handling: the terms, their ranges, their definitions.

Sources: ICD 203 (2015); UK PHIA yardstick (24 March 2025); Kent 1964; STANAG 2511 / AJP-2.1 and
FM 2-22.3 for grades; FactBank for hedges; TLP 2.0 (FIRST, 2022). Terms are never translated here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

ScaleKey = Literal["icd203", "phia", "kent"]
ConfidenceTerm = Literal["low", "moderate", "high"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
Fidelity = Literal["verbatim", "faithful", "altered", "unknown"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]


@dataclass(frozen=True)
class Term:
    """One word of a likelihood scale: its range in per cent and its cell, 1 to 7, in the sign.

    `below` says that the upper end itself is outside.
    """

    word: str
    low: float
    high: float
    cell: int
    synonym: str = ""
    below: bool = False

    def holds(self, percent: float) -> bool:
        """Whether a percentage lies in the range."""
        return self.low <= percent < self.high if self.below else self.low <= percent <= self.high

    @property
    def range(self) -> str:
        """The range as people read it, such as "80–95 %"."""
        if self.low == self.high:
            return f"{self.low:g} %"
        return f"{self.low:g}–{'<' if self.below else ''}{self.high:g} %"


@dataclass(frozen=True)
class Scale:
    """A likelihood scale: its name and its terms from least to most likely."""

    key: ScaleKey
    name: str
    terms: tuple[Term, ...]

    def term(self, word: str) -> Term | None:
        """Return the term with this word (or its synonym), or None."""
        return next((t for t in self.terms if word and word in (t.word, t.synonym)), None)

    def at(self, percent: float) -> Term:
        """Return the term for a percentage.

        A number on a shared border takes the term nearer 50 % (convention). ValueError names the
        two neighbours of a gap, and refuses 0 and 100, which are not estimates.
        """
        if not 0 < percent < 100:
            raise ValueError("0 and 100 per cent are not estimates. Choose a term of the scale.")
        inside = [t for t in self.terms if t.holds(percent)]
        if inside:
            return min(inside, key=lambda t: abs((t.low + t.high) / 2 - 50))
        names = " or ".join(f"{t.word} ({t.range})" for t in self.neighbours(percent))
        raise ValueError(f"{percent:g} % lies in a gap of the {self.name} scale. Choose {names}.")

    def neighbours(self, percent: float) -> tuple[Term, ...]:
        """Return the terms on both sides of a percentage that lies in a gap; none elsewhere."""
        if not 0 < percent < 100 or any(t.holds(percent) for t in self.terms):
            return ()
        below = [t for t in self.terms if t.high <= percent][-1:]
        above = [t for t in self.terms if t.low > percent][:1]
        return (*below, *above)

    def gaps(self, low: float, high: float) -> tuple[tuple[float, float], ...]:
        """Return the parts of a range that no term covers, lowest first."""
        found, at = [], low
        for term in self.terms:
            if term.low > at and min(term.low, high) > at:
                found.append((at, min(term.low, high)))
            at = max(at, term.high)
        if at < high:
            found.append((at, high))
        return tuple(found)

    def spanned(self, low: float, high: float) -> tuple[Term, ...]:
        """Return the terms that share more than a border with a range; its own term alone."""
        own = [t for t in self.terms if (t.low, t.high) == (low, high)]
        return tuple(own or [t for t in self.terms if min(t.high, high) > max(t.low, low)])


SCALES: Mapping[str, Scale] = {
    "icd203": Scale(
        "icd203",
        "ICD 203",
        (
            Term("almost no chance", 1, 5, 1, "remote"),
            Term("very unlikely", 5, 20, 2, "highly improbable"),
            Term("unlikely", 20, 45, 3, "improbable"),
            Term("roughly even chance", 45, 55, 4, "roughly even odds"),
            Term("likely", 55, 80, 5, "probable"),
            Term("very likely", 80, 95, 6, "highly probable"),
            Term("almost certain", 95, 99, 7, "nearly certain"),
        ),
    ),
    "phia": Scale(
        "phia",
        "PHIA",
        (
            Term("remote chance", 0, 5, 1),
            Term("highly unlikely", 10, 20, 2),
            Term("unlikely", 25, 35, 3),
            Term("realistic possibility", 40, 50, 4, below=True),
            Term("likely", 55, 75, 5, "probable"),
            Term("highly likely", 80, 90, 6),
            Term("almost certain", 95, 100, 7),
        ),
    ),
    "kent": Scale(
        "kent",
        "Kent 1964",
        (
            Term("impossible", 0, 0, 1),
            Term("almost certainly not", 2, 12, 2),
            Term("probably not", 20, 40, 3),
            Term("chances about even", 40, 60, 4),
            Term("probable", 63, 87, 5),
            Term("almost certain", 87, 99, 6),
            Term("certain", 100, 100, 7),
        ),
    ),
}

LIKELIHOOD_WORDS = tuple(
    sorted({word for s in SCALES.values() for t in s.terms for word in (t.word, t.synonym) if word})
)

CONFIDENCE: Mapping[str, str] = {
    "low": "Scant, fragmented or doubtful information.",
    "moderate": "Credible and plausible, but not well enough corroborated.",
    "high": "Sound argument, high-quality consistent reporting from several sources, few gaps and "
    "assumptions, low deception potential, alternatives considered.",
}

RELIABILITY: Mapping[str, str] = {
    "A": "Completely reliable: tried and trusted.",
    "B": "Usually reliable: successful before, some doubt in this case.",
    "C": "Fairly reliable: occasionally used, some confidence.",
    "D": "Not usually reliable: more often wrong than right.",
    "E": "Unreliable: unworthy of confidence.",
    "F": "Reliability cannot be judged: not used before.",
}

CREDIBILITY: Mapping[str, str] = {
    "1": "Confirmed by other sources: certain that it originates from another source than the "
    "information already held.",
    "2": "Probably true: independence cannot be guaranteed, but quantity and quality of earlier "
    "reports make it likely.",
    "3": "Possibly true: not enough confirmation, but does not conflict with what is known.",
    "4": "Doubtful: tends to conflict with what is known.",
    "5": "Improbable: positively contradicts what is known.",
    "6": "Truth cannot be judged: no basis for comparison.",
}

CREDIBILITY_FM: Mapping[str, str] = {
    "1": "Confirmed by other independent sources; logical; consistent.",
    "2": "Not confirmed; logical; consistent.",
    "3": "Not confirmed; reasonably logical; agrees with some other information.",
    "4": "Not confirmed; possible but not logical; no other information.",
    "5": "Not confirmed; not logical; contradicted by other information.",
    "6": "No basis exists for judging it.",
}
"""The figures in the wording of FM 2-22.3."""

Wording = Literal["nato", "fm"]
CREDIBILITY_IN: Mapping[str, Mapping[str, str]] = {"nato": CREDIBILITY, "fm": CREDIBILITY_FM}

FIDELITY: Mapping[str, str] = {
    "verbatim": "Repeats the words of the origin unchanged.",
    "faithful": "Other words, same sense.",
    "altered": "Something was added, dropped or changed.",
    "unknown": "How well it repeats the origin is not known.",
}

FACTUALITY: Mapping[str, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "CTu": "certain, but whether or not is left open",
    "Uu": "no commitment",
}


@dataclass(frozen=True)
class Marking:
    """A TLP 2.0 label: its colour on black, how strict it is (4 is strictest), how to handle it."""

    label: str
    colour: str
    strictness: int
    handling: str


MARKINGS: Mapping[str, Marking] = {
    "TLP:RED": Marking("TLP:RED", "#FF2B2B", 4, "For the named recipients only."),
    "TLP:AMBER+STRICT": Marking("TLP:AMBER+STRICT", "#FFC000", 3, "For the organisation only."),
    "TLP:AMBER": Marking(
        "TLP:AMBER", "#FFC000", 2, "For the organisation and its clients who need to know."
    ),
    "TLP:GREEN": Marking("TLP:GREEN", "#33FF00", 1, "For the community, not for the public."),
    "TLP:CLEAR": Marking("TLP:CLEAR", "#FFFFFF", 0, "No limit on sharing."),
}


def scale_of(key: str) -> Scale:
    """Return the scale with this key; the key has been validated by the project record."""
    return SCALES[key]


assert set(get_args(ScaleKey)) == set(SCALES)
