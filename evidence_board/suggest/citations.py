"""Citations: words by which a source names another one, and how it leans on it."""

import re
from collections.abc import Iterator

from evidence_board.suggest.calendar_words import MONTH
from evidence_board.suggest.people_words import BODIES, DOCUMENTS, OUTLETS
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.suggestion import Citation, Span, span_of
from evidence_board.suggest.word_sets import word_set

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
    ("translates", rf"[Tt]ranslated (?:from|by)(?: the [a-z]+)?(?: by| of)? {_NAME}"),
    ("paraphrases", rf"(?:[Ff]irst|[Oo]riginally|[Aa]s) reported (?:by|in) {_NAME}"),
    ("republishes", rf"^[Rr]ead the (?:full|original|whole) \w+ (?:on|at|in) {_NAME}"),
    ("translates", rf"^Source\s*:\s*{_NAME}(?=\s*\(translated)"),
    ("republishes", rf"^Source\s*:\s*{_NAME}\s*$"),
    ("republishes", r"^[A-Z][\w .,’'/-]{2,60}\((?P<name>[A-Z][\w .&-]{1,30})\)\s*(?:[-–—]|--)\s"),
    ("republishes", r"^\((?P<name>[A-Z][\w .&-]{1,30})\)\s*(?:[-–—]|--)\s"),
    (
        "paraphrases",
        r"(?:study|paper|research|analysis|article|findings|results|review)"
        r"(?:,? (?:was|were|is|are))?(?: [a-z]+)?,? (?:published|appearing|released|printed)"
        rf"(?: [\w,]+){{0,3}} in (?:the journal )?{_NAME}",
    ),
    (
        "paraphrases",
        r"(?:study|paper|research|analysis|article|findings|results|review) in the journal"
        rf" {_NAME}",
    ),
    (
        "paraphrases",
        r"(?:report(?:ed|s)?|writes?|wrote|described?|publish(?:ed)?|detailed)"
        r"(?: (?:today|yesterday|this week|this month|on \w+day|online|last week|\w+day)){0,2}"
        rf" in (?:the )?(?:journal |magazine )?(?P<name>(?!{MONTH}\b)(?:[A-Z][\w&’'-]*)"
        r"(?:\s+(?:[A-Z][\w&’'-]*|of|and|the|for)){0,6})(?=[.,;])",
    ),
    ("quotes", rf"[Ii]n an interview (?:with|to) {_NAME}"),
)
_PATTERNS = tuple((type_, re.compile(form, re.MULTILINE)) for type_, form in _FORMS)
_END_MARK = re.compile(
    r"(?<=[.!?”\"])\s*(?:[-–—]{1,2}\s*(?P<dashed>[A-Z]{2,6})|[(/](?P<bracketed>[A-Z]{2,6})[)/])\s*\.?$"
)
_SMALL = re.compile(r"(?:\s+(?:of|and|the|for))+$")
_IN_DOCUMENT = re.compile(
    r"\b(?:[Ii]n|[Ff]rom) (?:a|an|its|the|their)(?: [\w’-]+){0,3} (?:report|study|paper|analysis"
    r"|assessment|index|outlook|bulletin"
    r"|review|survey"
    r"|statement|article|editorial|post|briefing|note)\b"
)
_PUBLISHED = word_set(
    "report reports study survey poll paper analysis review assessment editorial article index",
    "investigation inquiry outlook barometer briefing bulletin dossier audit",
)
_NOUN_AFTER = re.compile(
    r" (?:newspaper|magazine|news agency|agency|website|broadcaster|television channel|channel"
    r"|daily|weekly|tabloid)$"
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
    found = (*_stated(reading), *_spoken(reading, speeches), *_at_the_end(reading))
    for citation in sorted(found, key=lambda one: one.span.start):
        key = (citation.to_name.casefold(), citation.type)
        if key not in told:
            told.add(key)
            yield citation


def _stated(reading: Reading) -> Iterator[Citation]:
    for start, end in reading.paragraphs:
        for type_, pattern in _PATTERNS:
            for found in pattern.finditer(reading.text[start : min(end, start + 4_000)]):
                name = _plain(_SMALL.sub("", found["name"]).rstrip(".,"))
                if type_ == "translates" and " " not in name and "rom " in found[0]:
                    continue  # translated from a language
                span = span_of(reading.text, start + found.start(), start + found.end())
                yield _citation(span, name, type_)


def _at_the_end(reading: Reading) -> Iterator[Citation]:
    """Yield the agency that signs below a story that others print."""
    for start, end in reading.paragraphs[-3:]:
        if found := _END_MARK.search(reading.text[max(start, end - 200) : end]):
            group = "dashed" if found["dashed"] else "bracketed"
            first = max(start, end - 200)
            span = span_of(reading.text, first + found.start(group), first + found.end(group))
            yield _citation(span, found[group], "republishes")


def _spoken(reading: Reading, speeches: tuple[Said, ...]) -> Iterator[Citation]:
    passed_on = {name for said in speeches for name in said.chain[:-1]}
    for said in speeches:
        if _is_source(reading, said):
            heard = said.speaker.name in passed_on or _quotes_others(reading, said)
            relays = said.speaker.sort == "outlet" and heard
            yield _citation(_span(reading, said), _plain(said.speaker.name), _type(said, relays))
        for name in said.through:
            if not any(one.speaker.name == name for one in speeches):
                yield _citation(_span(reading, said), _plain(name), _type(said, relays=False))


def _quotes_others(reading: Reading, said: Said) -> bool:
    """Whether it is told of a source that it quotes somebody: PTI, which quoted officials."""
    if said.named is None:
        return False
    after = reading.text[said.named.end : reading.sentence_at(said.cue.start)[1]]
    return re.match(r",? (?:which|who|itself) (?:quot|cit)(?:ed|es|ing)\b", after) is not None


def _plain(name: str) -> str:
    """Return the name of an outlet without its article and without the noun after it."""
    return _NOUN_AFTER.sub("", re.sub(r"^[Tt]he (?=[A-Z])", "", name))


def _is_source(reading: Reading, said: Said) -> bool:
    """Whether who speaks is a publication: an outlet, a named report, a body in its report."""
    speaker = said.speaker
    lone = " " not in speaker.name and speaker.name.casefold() not in OUTLETS | DOCUMENTS
    if not any(letter.isupper() for letter in (speaker.name if lone else speaker.name[1:])):
        return False
    if speaker.sort == "outlet":
        return True
    words = re.findall(r"[^\W\d_]+", speaker.given.casefold())
    if speaker.sort == "document":
        if re.match(r"(?:An?|One|Another) ", speaker.name):
            return False
        return not _PUBLISHED.isdisjoint(words)
    reports = speaker.sort == "body" and said.cue.exact.casefold() in ("reports", "reported")
    if reports and speaker.given.startswith("The ") and BODIES.isdisjoint(words):
        return True  # The Ledger reported
    if (
        speaker.sort != "person"
        and words
        and words[-1] in _PUBLISHED
        and speaker.name[-1].isalnum()
    ):
        return speaker.given.split()[-2:][0][:1].isupper()
    start, end = reading.sentence_at(said.cue.start)
    return speaker.sort == "body" and bool(_IN_DOCUMENT.search(reading.text, start, end))


def _type(said: Said, relays: bool) -> str:
    words = said.content.span.exact
    if said.content.quoted or (words[:1] in '“"' and words[-1:] in '”"'):
        return "quotes"
    return "relays" if relays else "paraphrases"


def _span(reading: Reading, said: Said) -> Span:
    if said.named is None:
        return said.cue
    first, last = min(said.named.start, said.cue.start), max(said.named.end, said.cue.end)
    return span_of(reading.text, first, last)


def _citation(span: Span, name: str, type_: str) -> Citation:
    return Citation(span, _REASONS[type_], name, type_)
