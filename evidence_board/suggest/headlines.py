"""Headlines that name who says so beside a colon or a dash: VoA: Rail traffic rises."""

import re
from collections.abc import Iterable

from evidence_board.suggest.contents import Content
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.speakers import Speaker
from evidence_board.suggest.suggestion import span_of, trimmed

_NAME = r"[A-Z][\w&.’'-]*(?:\s(?:[A-Z][\w&.’'-]*|of|the|for|and|[a-z]+)){0,4}"
_FORMS = (
    re.compile(rf"(?P<name>{_NAME})\s?:\s+(?P<said>\S.*)"),
    re.compile(rf"(?P<said>\S.*):\s+(?P<name>{_NAME})"),
    re.compile(rf"(?P<said>\S.*?)(?:,|\s[–—-])\s(?P<name>{_NAME})"),
)
_FEWEST_WORDS = 3


def of_headline(reading: Reading, title: Place, said: Iterable[Said]) -> Said | None:
    """Return what a headline gives to a name that also speaks in the body, else None."""
    for form in _FORMS:
        found = form.fullmatch(reading.text, *title)
        if found is None or len(found["said"].split()) < _FEWEST_WORDS:
            continue
        speaker = next((one.speaker for one in said if _is_for(found["name"], one.speaker)), None)
        if speaker is not None:
            content = trimmed(reading.text, *found.span("said"), " '‘’\"“”")
            cue = span_of(reading.text, *found.span("name"))
            return Said(speaker, cue, Content(content), cue)
    return None


def _is_for(name: str, speaker: Speaker) -> bool:
    """Whether a name in a headline is that of a speaker: as written, its end, or its initials."""
    full = speaker.name.casefold()
    if speaker.sort in ("pronoun", "other"):
        return False
    given = re.sub(r"^the ", "", speaker.given.casefold())
    if name.casefold() in (full, given, full.rpartition(" ")[2], given.rpartition(" ")[2]):
        return True
    heads = "".join(word[0] for word in re.findall(r"\w+", speaker.name))
    large = "".join(filter(str.isupper, heads))
    return len(name) > 1 and name.casefold() in (heads.casefold(), large.casefold())
