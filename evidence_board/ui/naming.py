"""What records are called in lists, heads and tool tips, and the icon of their kind."""

from collections.abc import Mapping

from evidence_board.analysis.titles import line_of, mark_of, short_of
from evidence_board.model.claim import Claim
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

__all__ = ["heading", "kind_icon", "kind_key", "line_of", "mark_of", "short_of"]

_KINDS: Mapping[str, tuple[str, str, str]] = {
    "source": (QT_TRANSLATE_NOOP("Kind", "Source"), "newspaper", "kind.source"),
    "image": (QT_TRANSLATE_NOOP("Kind", "Image"), "image", "kind.image"),
    "origin": (QT_TRANSLATE_NOOP("Kind", "Origin"), "circle-dot", "kind.origin"),
    "claim": (QT_TRANSLATE_NOOP("Kind", "Claim"), "scale", "kind.claim"),
    "hypothesis": (QT_TRANSLATE_NOOP("Kind", "Hypothesis"), "flask-conical", "kind.hypothesis"),
    "excerpt": (QT_TRANSLATE_NOOP("Kind", "Excerpt"), "quote", "kind.excerpt"),
    "assertion": (QT_TRANSLATE_NOOP("Kind", "Assertion"), "text-quote", "kind.excerpt"),
    "citation": (QT_TRANSLATE_NOOP("Kind", "Citation"), "spline", "text.secondary"),
    "link": (QT_TRANSLATE_NOOP("Kind", "Link"), "spline", "text.secondary"),
    "note": (QT_TRANSLATE_NOOP("Kind", "Note"), "sticky-note", "kind.note"),
    "gap": (QT_TRANSLATE_NOOP("Kind", "Question"), "circle-question-mark", "kind.question"),
    "indicator": (QT_TRANSLATE_NOOP("Kind", "Indicator"), "eye", "kind.note"),
    "frame": (QT_TRANSLATE_NOOP("Kind", "Frame"), "frame", "text.secondary"),
}


def kind_key(record: Record) -> str:
    """Return the kind as people see it: an origin is a source, a gap a note, in storage only."""
    if isinstance(record, Source) and record.origin_kind is not None:
        return "origin"
    if isinstance(record, Source) and record.kind == "image":
        return "image"
    if isinstance(record, Claim) and record.kind == "hypothesis":
        return "hypothesis"
    if isinstance(record, Note) and record.kind != "note":
        return record.kind
    return record.table


def kind_icon(record: Record) -> tuple[str, str]:
    """Return the icon of a record's kind and the token of its colour."""
    _word, icon, color = _KINDS.get(kind_key(record), ("", "file", "text.secondary"))
    return icon, color


def heading(record: Record) -> str:
    """Return kind and mark, such as "Claim C1"."""
    word = translate("Kind", _KINDS.get(kind_key(record), (record.noun, "", ""))[0])
    return f"{word} {mark_of(record)}".strip()
