"""A redacted investigation: chosen sources and words blacked out before a brief is made of it.

Whatever is made of the result, in whatever form, is made of records that do not hold the words any
more. Ids are exchanged too, for they may be telling.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args
from urllib.parse import unquote

from pydantic import JsonValue, ValidationError

from evidence_board.analysis.holding import Holding
from evidence_board.analysis.view import Columned, Investigation
from evidence_board.brief.shown import shown_ids, shown_records
from evidence_board.brief.state import LEDGER
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.folding import fold, fold_with_places
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import Source

BLOCK = "█████"
"""What stands for blacked-out words, however long they were."""

NO_HASH = "0" * 64
"""What stands for a hash by which a source could be found."""

_DROPPED = LEDGER | {"deferral"}
"""Tables whose records say in their own form what others say."""
_AT_ONCE = 20
_SHORTEST = 2
_SHORTEST_NAME = 4
_HIDDEN = (
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]*"
)
"""Characters that nobody sees, which may stand within a word, those that turn it among them."""
_WITHIN = rf"(?:{_HIDDEN}(?:-\s*\n\s*)?{_HIDDEN})"
"""What may stand between the letters of a word: also the hyphen by which a line end parts it."""
_STROKED = {"o": "oø", "l": "lł", "d": "dđð", "i": "iı", "h": "hħ", "t": "tŧ"}
_STROKED |= {other: f"{one}{other}" for one, others in _STROKED.items() for other in others[1:]}
_BETWEEN = rf"(?:[\s_+\-\u2010-\u2015]|%20|{_HIDDEN[:-1]})+"
"""What may stand between the words of a name, also in addresses and names of files."""


@dataclass(frozen=True)
class Redaction:
    """What is to be blacked out: sources by id, and words wherever they stand."""

    sources: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to black out."""
        return not self.sources and not self.words


NOTHING = Redaction()


def words_of(view: Investigation, wish: Redaction) -> tuple[str, ...]:
    """Return every word to black out, longest first: those given, and the names of the sources.

    ValueError if there is no such source, or a word is so short that it stands everywhere.
    """
    found = [" ".join(word.split()) for word in wish.words]
    for word in found:
        if len(word) < _SHORTEST:
            raise ValueError(f"“{word}” is too short to black out. Give a word or a name.")
    for id in wish.sources:
        source = view.find(id)
        if not isinstance(source, Source):
            raise ValueError(f"There is no source {id}. Give the mark or the id of one.")
        found += [name for name in _names(source) if len(name) >= _SHORTEST_NAME]
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (-len(word), word)))


def _names(source: Source) -> Iterator[str]:
    """Yield what a source is called, also in short."""
    for name in (source.publisher, source.title, source.affiliation, source.url):
        yield " ".join(name.split())
        yield " ".join(name.split()).removeprefix("The ")
    address = source.url.partition("://")[2]
    yield address
    yield address.partition("/")[0].removeprefix("www.")
    for author in source.authors:
        yield " ".join(author.split())
        yield author.split()[-1] if author.split() else ""


def redacted(view: Investigation, wish: Redaction) -> Holding:
    """Return the records that may be told, with sources and words blacked out."""
    words = words_of(view, wish)
    pattern = pattern_of(words)
    records = _kept(view)
    names = _names_in(records)
    kept = (_renamed(_without(record, wish, pattern), names) for record in records)
    return Holding(map(_marked, kept))


def renamed(view: Investigation, ids: frozenset[str]) -> frozenset[str]:
    """Return the ids that records have in the redacted version."""
    names = _names_in(_kept(view))
    return frozenset(names[id] for id in ids if id in names)


def _kept(view: Investigation) -> list[Record]:
    return [record for record in shown_records(view) if record.table not in _DROPPED]


def _names_in(records: Iterable[Record]) -> dict[str, str]:
    return {record.id: f"r{place}" for place, record in enumerate(records, 1)}


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds words in folded text: over line ends, with hidden characters in them."""
    found = (
        _BETWEEN.join(_WITHIN.join(map(_letter, part)) for part in fold(word).split())
        for word in words
    )
    return re.compile("|".join(filter(None, found)) or r"(?!)")


def _letter(sign: str) -> str:
    """Return what finds a folded letter: also those that have a stroke instead of an accent."""
    return f"[{_STROKED[sign]}]" if sign in _STROKED else re.escape(sign)


def blacked_out(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text with what the pattern finds blacked out, with whatever accents it stands."""
    folded, places = fold_with_places(text)
    kept, told = 0, list[str]()
    for found in pattern.finditer(folded):
        end = found.end()
        while end < len(folded) and places[end] == places[end - 1]:
            end += 1  # it ends within one sign, such as ﬃ
        told += [text[kept : places[found.start()]], BLOCK]
        kept = places[end]
    return "".join((*told, text[kept:])) if told else text


def places(view: Columned, words: Iterable[str]) -> Iterator[dict[str, int] | None]:
    """Yield how often each word stands in what may be told of an investigation, at last.

    Before that it yields nothing, again and again, so that others can go first.
    """
    patterns = {word: pattern_of((word,)) for word in words}
    found = dict.fromkeys(patterns, 0)
    for place, id in enumerate(shown_ids(view)):
        if place % _AT_ONCE == 0:
            yield None
        record = view.find(id)
        values = record.plain().values() if record is not None else ()
        said = fold("\n".join(str(value) for value in values if value))
        for word, pattern in patterns.items():
            found[word] += len(pattern.findall(said))
    yield found


def leaks(texts: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """Return which words still stand in texts, also as an address writes them: %D0%9F."""
    said = "\n".join(texts)
    shapes = fold(said), fold(unquote(said))
    return tuple(word for word in words if any(map(pattern_of((word,)).search, shapes)))


def _without(record: Record, wish: Redaction, pattern: re.Pattern[str]) -> Record:
    """Return a record without the words; of a source that is to go, without what tells it."""
    if isinstance(record, Source) and record.id in wish.sources:
        return _bare(record)
    if isinstance(record, Capture) and record.source in wish.sources:
        return record.replace(
            file_name=BLOCK, size=0, sha256=NO_HASH, text_sha256=NO_HASH, captured_by="", tool="",
            address="", text_length=min(record.text_length, 1), text_method=BLOCK, remark="",
        )  # fmt: skip
    if isinstance(record, Excerpt):
        words = BLOCK if record.source in wish.sources else blacked_out(record.exact, pattern)
        return _excerpt(record, words, pattern)
    changed = {
        name: value
        for name in type(record).model_fields
        if (value := _told(record, name, pattern)) != record.__dict__[name]
    }
    return _replaced(record, changed) if changed else record


def _bare(source: Source) -> Source:
    named = BLOCK if source.title and not source.publisher else ""
    return source.replace(
        title=named, publisher=BLOCK if source.publisher or not named else "", authors=(),
        published=None, section="", dateline="", language="", original_language="", url="",
        reliability_reason="", affiliation="", access="", interest="", basis={}, as_given={},
    )  # fmt: skip


def _excerpt(record: Excerpt, words: str, pattern: re.Pattern[str]) -> Excerpt:
    fields: dict[str, object] = {"exact": words}
    for name in ("prefix", "suffix"):
        held = str(record.__dict__[name])
        fields[name] = "" if words == BLOCK else blacked_out(held, pattern)
    if record.region is None:
        fields["end"] = record.start + len(words)
    return record.validated({**record.__dict__, **fields})


def _told(record: Record, name: str, pattern: re.Pattern[str]) -> object:
    """Return what a field says, blacked out where people write in it."""
    value: object = record.__dict__[name]
    if name == "id" or name in record.references or name in record.attachments:
        return value
    if isinstance(value, str):
        return blacked_out(value, pattern) if _is_free(type(record), name) else value
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return tuple(blacked_out(str(one), pattern) for one in value)
    if isinstance(value, dict):
        return _inside(value, pattern)
    return value


def _inside(value: JsonValue, pattern: re.Pattern[str]) -> JsonValue:
    if isinstance(value, str):
        return blacked_out(value, pattern)
    if isinstance(value, dict):
        return {blacked_out(name, pattern): _inside(held, pattern) for name, held in value.items()}
    return [_inside(one, pattern) for one in value] if isinstance(value, list) else value


def _is_free(kind: type[Record], name: str) -> bool:
    """Whether a field takes any text, rather than one of a few words."""
    annotation = kind.model_fields[name].annotation
    return annotation is str or str in get_args(annotation)


def _replaced(record: Record, fields: Mapping[str, object]) -> Record:
    """Return a record with other values; what no blacked-out text can be is left empty."""
    for name, value in fields.items():
        try:
            record = record.replace(**{name: value})
        except ValidationError:
            field = type(record).model_fields[name]
            record = record.replace(**{name: field.get_default(call_default_factory=True)})
    return record


def _renamed(record: Record, names: Mapping[str, str]) -> Record:
    fields: dict[str, object] = {"id": names[record.id]}
    for name in record.references:
        held = record.__dict__[name]
        if isinstance(held, tuple):
            fields[name] = tuple(names[id] for id in held)
        elif held:
            fields[name] = names[held]
    return record.replace(**fields)


def _marked(record: Record) -> Record:
    """Return the project's own record with a word to the reader, any other as it is."""
    if not isinstance(record, ProjectRecord):
        return record
    told = f"Redacted version: {BLOCK} stands for what was blacked out."
    said = record.distribution.strip()
    return record.replace(distribution=f"{said.rstrip('.')}. {told}" if said else told)
