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
    words = _words(change.before)
    before = _text(words, record)
    place_of = _places(type(record))
    for name in change.fields:  # most are as they were
        words[place_of[name]] = _word(record.__dict__[name])
    return Image(record.table, record.id, before, _text(words, record))


def text(record: Record | None) -> str | None:
    """Return a record as canonical JSON; None for none."""
    return None if record is None else _text(_words(record), record)


def pictured(table: str, text: str | None, like: Record | None = None) -> Record | None:
    """Return the record that a text shows, validated: the file may come from anywhere.

    Fields that are as in the record `like` are taken over from there.
    """
    if text is None:
        return None
    fields, kind = json.loads(text), KIND_OF[table]
    if type(like) is not kind or fields.keys() != like.__dict__.keys():
        return kind.validated(fields)
    fresh = (
        (name, tuple(value) if isinstance(value, list) else value) for name, value in fields.items()
    )
    held = like.__dict__
    return like.replace(**{name: value for name, value in fresh if value != held[name]})


@cache
def _form(kind: type[Record]) -> tuple[str, Callable[[dict[str, object]], tuple[object, ...]]]:
    names = sorted(kind.model_fields)
    return "{" + ",".join(f'"{name}":%s' for name in names) + "}", itemgetter(*names)


@cache
def _places(kind: type[Record]) -> dict[str, int]:
    return {name: place for place, name in enumerate(sorted(kind.model_fields))}


def _words(record: Record) -> list[str]:
    return [_word(value) for value in _form(type(record))[1](record.__dict__)]


def _text(words: list[str], record: Record) -> str:
    return _form(type(record))[0] % tuple(words)


def _word(value: object) -> str:
    """Return a value as JSON, by its exact type; what is not here takes the long way."""
    written = _WRITTEN.get(type(value))
    return written(value) if written else canonical(value)  # type: ignore[arg-type]  # it is plain


def _truth(value: object) -> str:
    return "true" if value else "false"


_WRITTEN: dict[type, Callable[..., str]] = {
    str: encode_basestring,
    float: float.__repr__,
    int: int.__repr__,
    bool: _truth,
    type(None): lambda _: "null",
}
