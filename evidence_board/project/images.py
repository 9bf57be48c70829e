"""Row images: a record as JSON in its one canonical form, as the history keeps and seals it."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from json.encoder import encode_basestring
from typing import NamedTuple

from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Record, column
from evidence_board.project.schema import canonical


class Image(NamedTuple):
    """A change as it is stored: record kind, id, and the record before and after as text."""

    table: str
    id: str
    before: str | None
    after: str | None

    def inverse(self) -> "Image":
        """Return the image of the change that takes this one back."""
        return Image(self.table, self.id, self.after, self.before)


def images(changes: ChangeSet) -> list[Image]:
    """Return the images of changes, in their order."""
    made: list[Image] = []
    for run in changes.runs:
        afters, befores = run.records, [one.before for one in run.changes if one.before is not None]
        words = _words(run.kind, befores or afters)
        one_side: list[str] | repeat[None] = _texts(run.kind, words)
        other_side: list[str] | repeat[None] = repeat(None)
        if not run.adds and not run.removes:
            words |= {name: _column(column(afters, name)) for name in run.fields}
            other_side = _texts(run.kind, words)  # most words are as they were
        sides = (other_side, one_side) if run.adds else (one_side, other_side)
        ids: list[str] = column(afters, "id")  # type: ignore[assignment]  # ids are text
        made += map(Image, repeat(run.kind.table), ids, *sides)
    return made


def texts(kind: type[Record], records: Sequence[Record]) -> list[str]:
    """Return records of a kind as canonical JSON, one text each."""
    return _texts(kind, _words(kind, records))


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
def _form(kind: type[Record]) -> str:
    return "{" + ",".join(f'"{name}":%s' for name in sorted(kind.model_fields)) + "}"


def _words(kind: type[Record], records: Sequence[Record]) -> dict[str, list[str]]:
    """Return all fields as JSON, by name in the order of the form, a word for each record."""
    return {name: _column(column(records, name)) for name in sorted(kind.model_fields)}


def _texts(kind: type[Record], words: dict[str, list[str]]) -> list[str]:
    return list(map(_form(kind).__mod__, zip(*words.values(), strict=True)))


def _column(values: list[object]) -> list[str]:
    types = set(map(type, values))
    written = _WRITTEN.get(types.pop()) if len(types) == 1 else None
    return list(map(written or _word, values))


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
