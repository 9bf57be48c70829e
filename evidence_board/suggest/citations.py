"""Citations: words by which a source names another one, and how it leans on it."""

import re
from collections.abc import Iterator

from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.suggestion import Citation, Span, span_of

_NAME = r"(?P<name>(?:[Tt]he\s+)?[A-Z][\w&.’'-]*(?:\s+(?:[A-Z][\w&.’'-]*|of|and|the|for)){0,6})"
_FORMS: tuple[tuple[str, str], ...] = (
    (
        "republishes",
        rf"(?:first |originally |previously )(?:published|appeared|ran|posted)(?: (?:on|in|by"
        rf"|at))+ {_NAME}",
    ),
    (
        "republishes",
        rf"(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Ss]yndicated) (?:from|by"
        rf"|with permission of|courtesy of) {_NAME}",
    ),
    ("translates", rf"[Tt]ranslated (?:from|by) {_NAME}"),
    ("translates", rf"^Source\s*:\s*{_NAME}(?=\s*\(translated)"),
    ("republishes", rf"^Source\s*:\s*{_NAME}\s*$"),
    ("republishes", r"^[A-Z][\w .,’'/-]{2,60}\((?P<name>[A-Z][\w .&-]{1,30})\)\s*(?:[-–—]|--)\s"),
    ("quotes", rf"[Ii]n an interview (?:with|to) {_NAME}"),
)
_PATTERNS = tuple((type_, re.compile(form, re.MULTILINE)) for type_, form in _FORMS)
_SMALL = re.compile(r"(?:\s+(?:of|and|the|for))+$")
_IN_DOCUMENT = re.compile(
    r"\b(?:in|from) (?:a|an|its|the|their)(?: [\w’-]+){0,3} (?:report|study|paper|analysis"
    r"|review|survey"
    r"|statement|article|editorial|post|briefing|note)\b"
)
_REASONS = {
    "quotes": "gives its words in quotation marks",
    "paraphrases": "tells in other words what it says",
    "relays": "passes on what it heard from others",
    "translates": "says that it is a translation",
    "republishes": "says that it is taken from there",
}


def citations(reading: Reading, speeches: tuple[Said, ...]) -> Iterator[Citation]:
    """Yield each other source that a text names, once for each way in which it leans on it."""
    told: set[tuple[str, str]] = set()
    for citation in (*_stated(reading), *_spoken(reading, speeches)):
        key = (citation.to_name.casefold(), citation.type)
        if key not in told:
            told.add(key)
            yield citation


def _stated(reading: Reading) -> Iterator[Citation]:
    for start, end in reading.paragraphs:
        for type_, pattern in _PATTERNS:
            for found in pattern.finditer(reading.text[start : min(end, start + 4_000)]):
                name = _SMALL.sub("", found["name"]).rstrip(".,")
                span = span_of(reading.text, start + found.start(), start + found.end())
                yield _citation(span, name, type_)


def _spoken(reading: Reading, speeches: tuple[Said, ...]) -> Iterator[Citation]:
    starts = sorted(said.cue.start for said in speeches)
    for said in speeches:
        if _is_source(reading, said):
            name = re.sub(r"^[Tt]he (?=[A-Z])", "", said.speaker.name)
            yield _citation(_span(reading, said), name, _type(said, starts))


def _is_source(reading: Reading, said: Said) -> bool:
    """Whether who speaks is a publication: an outlet, a named report, a body in its report."""
    speaker = said.speaker
    if not any(letter.isupper() for letter in speaker.name[1:] or speaker.name):
        return False
    if speaker.sort in ("outlet", "document"):
        return True
    start, end = reading.sentence_at(said.cue.start)
    return speaker.sort == "body" and bool(_IN_DOCUMENT.search(reading.text, start, end))


def _type(said: Said, starts: list[int]) -> str:
    if said.content.quoted:
        return "quotes"
    span = said.content.span
    within = any(span.start <= start < span.end and start != said.cue.start for start in starts)
    return "relays" if within and said.speaker.sort == "outlet" else "paraphrases"


def _span(reading: Reading, said: Said) -> Span:
    if said.named is None:
        return said.cue
    first, last = min(said.named.start, said.cue.start), max(said.named.end, said.cue.end)
    return span_of(reading.text, first, last)


def _citation(span: Span, name: str, type_: str) -> Citation:
    return Citation(span, _REASONS[type_], name, type_)
