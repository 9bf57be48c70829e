"""What a step changed, told in words: which record, which field, before and after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evidence_board.analysis.field_names import FIELD_NAMES, QUIET
from evidence_board.analysis.field_values import differing_words, value_words
from evidence_board.analysis.titles import Finder, mark_of, title_of, words_of
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.record import Plain, Record

What = Literal["added", "changed", "removed"]


@dataclass(frozen=True)
class FieldTold:
    """A field before and after: as plain values, and in words, where empty means no such side."""

    field: str
    name: str
    before: Plain
    after: Plain
    was: str
    now: str

    @property
    def words(self) -> str:
        """The sentence, such as "Confidence: low to moderate"."""
        return f"{self.name}: {' to '.join(side for side in (self.was, self.now) if side)}"


@dataclass(frozen=True)
class RecordTold:
    """A record that was added, changed or removed; `words` is the sentence without its fields.

    `spoken` are the fields that are worth words: all where it was changed, else those that its
    title does not say already.
    """

    what: What
    record: str
    id: str
    mark: str
    text: str
    words: str
    fields: tuple[FieldTold, ...]
    spoken: tuple[FieldTold, ...]


def told(change: Change, view: Finder) -> RecordTold:
    """Return one change in words; ``view`` knows what the record refers to."""
    what: What = (
        "added" if change.before is None else "removed" if change.after is None else "changed"
    )
    record = change.record
    fields = tuple(_fields(change, what, view))
    quiet = QUIET[record.table] if what != "changed" else frozenset()
    return RecordTold(
        what,
        record.table,
        record.id,
        mark_of(record),
        words_of(record, view),
        f"{what.capitalize()} {title_of(record, view)}",
        fields,
        tuple(one for one in fields if one.field not in quiet),
    )


def knowing(changes: ChangeSet, view: Finder) -> Finder:
    """Return who finds records as they were at a step, and all others as ``view`` does."""
    return _Then({change.record.id: change.record for change in changes.changes}, view)


@dataclass(frozen=True)
class _Then:
    touched: dict[str, Record]
    view: Finder

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self.touched.get(id) or self.view.find(id)


def _fields(change: Change, what: What, view: Finder) -> Iterator[FieldTold]:
    record = change.record
    kind, names = type(record), FIELD_NAMES[record.table]
    for field in _names(change, what):
        value = record.__dict__[field]
        plain, name = _plain(value), names[field]
        if what == "changed" and change.before is not None:
            old = change.before.__dict__[field]
            was, now = differing_words(kind, field, old, value, view)
            yield FieldTold(field, name, _plain(old), plain, was, now)
        elif what == "added":
            yield FieldTold(field, name, None, plain, "", value_words(kind, field, value, view))
        else:
            yield FieldTold(field, name, plain, None, value_words(kind, field, value, view), "")


def _names(change: Change, what: What) -> Sequence[str]:
    """Return the fields that differ; of a record that is new or gone, those that say something."""
    if what == "changed":
        return change.fields
    record = change.record
    return [
        name
        for name, field in type(record).model_fields.items()
        if name != "id"
        and (
            field.is_required()
            or record.__dict__[name] != field.get_default(call_default_factory=True)
        )
    ]


def _plain(value: object) -> Plain:
    return list(value) if isinstance(value, tuple) else value  # type: ignore[return-value]  # fields are plain
