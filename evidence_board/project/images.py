"""Row images: a record as JSON in its one canonical form, as the history keeps and seals it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from json.encoder import encode_basestring
from operator import itemgetter

from evidence_board.model.change import Change
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Record
from evidence_board.project.schema import canonical


@dataclass(frozen=True, slots=True)
class Image:
    """A change as it is stored: record kind, id, and the record before and after as text."""

    table: str
    id: str
    before: str | None
    after: str | None

    def inverse(self) -> "Image":
        """Return the image of the change that takes this one back."""
        return Image(self.table, self.id, self.after, self.before)


def image(change: Change) -> Image:
    """Return the image of a change."""
    record = change.record
    if change.before is None or change.after is None:
        text = _text(_words(record), record)
        removed = change.after is None
        return Image(record.table, record.id, text if removed else None, None if removed else text)
    was, now = _values(change.before), _values(change.after)
    words = [_word(value) for value in was]
    before = _text(words, record)
    for place, value in enumerate(now):  # most fields are as they were
        if value is not was[place]:
            words[place] = _word(value)
    return Image(record.table, record.id, before, _text(words, record))


def text(record: Record | None) -> str | None:
    """Return a record as canonical JSON; None for none."""
    return None if record is None else _text(_words(record), record)


def pictured(table: str, text: str | None) -> Record | None:
    """Return the record that a text shows, validated: the file may come from anywhere."""
    return None if text is None else KIND_OF[table].validated(json.loads(text))


@cache
def _form(kind: type[Record]) -> tuple[str, Callable[[dict[str, object]], tuple[object, ...]]]:
    names = sorted(kind.model_fields)
    return "{" + ",".join(f'"{name}":%s' for name in names) + "}", itemgetter(*names)


def _values(record: Record) -> tuple[object, ...]:
    return _form(type(record))[1](record.__dict__)


def _words(record: Record) -> list[str]:
    return [_word(value) for value in _values(record)]


def _text(words: list[str], record: Record) -> str:
    return _form(type(record))[0] % tuple(words)


def _word(value: object) -> str:
    """Return a value as JSON; by far most are of these types."""
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is float:
        return repr(value)
    if value is None:
        return "null"
    return canonical(value)  # type: ignore[arg-type]  # the values of fields are plain
