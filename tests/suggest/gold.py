"""Gold marks in the test texts, and how well proposals meet them.

A gold text is the text with marks ⟦TAG|words⟧, which may hold each other:

- `cN=NAME` the words that tell who says it; NAME is the speaker, CARRIER>NAME a chain; `kN` what is
  said (several parts have the same number);
- `h=CLASS` a hedge; `q=VALUE` a figure: 40, >40 more than, >=40 at least, <40 less than, ..40 up
  to, ~40 about, ^40 nearly, 3..5 a range; `d=EDTF` a date, `d=?` one that nothing resolves;
- `n=NAME` a narrator's sentence that is NAME's by context;
- `s=TYPE:NAME` the words that name another source and how the text leans on it, once for each;
- `b=FIELD` or `b=FIELD:VALUE` a field of the record.

Approximators belong to their figure and are counted there, not among the hedges.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.suggestion import (
    Attribution,
    Bibliographic,
    Citation,
    DateMention,
    Hedge,
    OfText,
    Quantity,
)

FOLDER = Path(__file__).resolve().parent.parent / "data" / "press"
TODAY = date(2026, 12, 31)
KINDS = ("attribution", "hedge", "quantity", "date", "bibliographic", "context", "citation")
_MARK = re.compile(r"⟦([^|⟦⟧]+)\||⟧")
_COMPARATORS = {
    **{">=": "at least", ">": "more than", "<": "less than", "..": "up to", "~": "about"},
    "^": "nearly",
}


@dataclass(frozen=True)
class Mark:
    """A gold mark: its tag and the half-open place of its words."""

    tag: str
    start: int
    end: int


@dataclass(frozen=True)
class Gold:
    """A test text and what is marked in it."""

    name: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Score:
    """How many gold marks there are, how many proposals, and how many of each meet the other."""

    gold: int = 0
    proposed: int = 0
    right: int = 0
    found: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return both counts as one."""
        return Score(
            self.gold + other.gold,
            self.proposed + other.proposed,
            self.right + other.right,
            self.found + other.found,
        )

    @property
    def precision(self) -> float:
        """The share of proposals that are right."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of gold marks that were found."""
        return self.found / self.gold if self.gold else 1.0


def gold_of(path: Path) -> Gold:
    """Return the text without its marks, and the marks."""
    text, marks, opened, place = "", [], [], 0
    marked = path.read_text(encoding="utf-8")
    for found in _MARK.finditer(marked):
        text += marked[place : found.start()]
        place = found.end()
        if found[1] is not None:
            opened.append((found[1], len(text)))
        else:
            tag, start = opened.pop()
            marks.append(Mark(tag, start, len(text)))
    assert not opened, f"{path.name}: a mark is not closed"
    return Gold(path.stem, text + marked[place:], tuple(marks))


def all_gold(*names: str) -> tuple[Gold, ...]:
    """Return the gold texts with these names, or all."""
    paths = sorted(FOLDER.glob("*.gold"))
    return tuple(gold_of(path) for path in paths if not names or path.stem in names)


def proposals(gold: Gold) -> tuple[OfText, ...]:
    """Return what the program proposes of the text."""
    return of_text(gold.text, TODAY)


def scores(golds: Iterable[Gold]) -> dict[str, Score]:
    """Return the score of each kind over these texts."""
    total: dict[str, Score] = defaultdict(Score)
    for gold in golds:
        for kind, (expected, proposed) in _pairs(gold).items():
            right = [one for one in proposed if any(_meets(mark, one, gold) for mark in expected)]
            met = [mark for mark in expected if any(_meets(mark, one, gold) for one in proposed)]
            total[kind] += Score(len(expected), len(proposed), len(right), len(met))
    return total


def misses(gold: Gold) -> list[str]:
    """Return in words what was proposed wrongly and what was not found."""
    lines = []
    for kind, (expected, proposed) in _pairs(gold).items():
        for one in proposed:
            if not any(_meets(mark, one, gold) for mark in expected):
                lines.append(f"{gold.name}: wrong {kind}: {_told(one)}")
        for mark in expected:
            if not any(_meets(mark, one, gold) for one in proposed):
                words = gold.text[mark.start : mark.end]
                lines.append(f"{gold.name}: missed {kind}: {mark.tag} “{words}”")
    return lines


def _told(one: OfText) -> str:
    if isinstance(one, Attribution):
        chain = ">".join(one.chain)
        return f"{chain} “{one.cue.exact}” “{one.content.exact[:90]}”"
    told: object = ""
    if isinstance(one, Hedge):
        told = one.hedge_class
    elif isinstance(one, Quantity):
        told = (one.comparator, one.value, one.low, one.high)
    elif isinstance(one, DateMention):
        told = one.edtf
    elif isinstance(one, Bibliographic):
        told = (one.field, one.value)
    elif isinstance(one, Citation):
        told = (one.type, one.to_name)
    return f"{told} “{one.span.exact}”"


def _pairs(gold: Gold) -> dict[str, tuple[list[Mark], list[OfText]]]:
    letters = dict(zip("chqdbns", KINDS, strict=True))
    pairs: dict[str, tuple[list[Mark], list[OfText]]] = {kind: ([], []) for kind in KINDS}
    for mark in gold.marks:
        if mark.tag[0] in letters:
            pairs[letters[mark.tag[0]]][0].append(mark)
    for one in proposals(gold):
        if isinstance(one, Attribution) and one.mode == "narrator attributed by context":
            pairs["context"][1].append(one)
        elif one.kind in pairs and not (
            isinstance(one, Hedge) and one.hedge_class == "approximator"
        ):
            pairs[one.kind][1].append(one)
    return pairs


def _meets(mark: Mark, one: OfText, gold: Gold) -> bool:
    _, _, value = mark.tag.partition("=")
    if isinstance(one, Attribution) and mark.tag[0] == "c":
        return _same_speech(mark, one, gold, value)
    if one.span.end <= mark.start or mark.end <= one.span.start:
        return False
    if isinstance(one, Attribution):
        return _same_name(value, one.speaker)
    if isinstance(one, Citation):
        type_, _, name = value.partition(":")
        return one.type == type_ and _same_name(name, one.to_name)
    if isinstance(one, Hedge):
        return one.hedge_class == value
    if isinstance(one, DateMention):
        return one.edtf == (None if value == "?" else value)
    if isinstance(one, Quantity):
        return _same_figure(value, one)
    assert isinstance(one, Bibliographic)
    return _same_field(value, gold.text[mark.start : mark.end], one)


def _same_speech(mark: Mark, one: Attribution, gold: Gold, value: str) -> bool:
    if one.cue.end <= mark.start or mark.end <= one.cue.start:
        return False
    chain = value.split(">")
    if len(chain) > len(one.chain) or not all(
        map(_same_name, reversed(chain), reversed(one.chain))
    ):
        return False
    number = mark.tag.partition("=")[0][1:]
    contents = [part for part in gold.marks if part.tag == f"k{number}"]
    if not contents:
        return True
    spans = (one.content, *one.more)
    shared = sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in contents
        for span in spans
    )
    wide = sum(part.end - part.start for part in contents)
    proposed = sum(span.end - span.start for span in spans)
    return shared * 2 >= max(wide, proposed)


def _same_name(expected: str, proposed: str) -> bool:
    """Whether one name is the other, or all words of one are in the other."""
    one, two = _name_words(expected), _name_words(proposed)
    return bool(one and two) and (one <= two or two <= one)


def _name_words(name: str) -> set[str]:
    words = re.findall(r"[\w-]+", name.casefold())
    return {word for word in words if word not in ("the", "a", "an", "s")}


def _same_figure(value: str, one: Quantity) -> bool:
    if found := re.fullmatch(r"([\d.]*\d)\.\.([\d.]+)", value):
        return (one.low, one.high) == (float(found[1]), float(found[2])) and one.value is None
    sign = next((sign for sign in _COMPARATORS if value.startswith(sign)), "")
    comparator = _COMPARATORS.get(sign, "exact")
    return one.comparator == comparator and one.value == float(value.removeprefix(sign))


def _same_field(value: str, words: str, one: Bibliographic) -> bool:
    field, _, expected = value.partition(":")
    if one.field != field:
        return False
    wanted = expected or words
    return wanted in one.value if isinstance(one.value, tuple) else one.value == wanted
