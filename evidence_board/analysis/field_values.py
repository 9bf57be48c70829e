"""What a field holds, in words: never an id, never JSON."""

from collections.abc import Callable, Mapping, Sequence

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.analysis.field_names import CHOICES, FIELD_NAMES, NOT_SET
from evidence_board.analysis.titles import Finder, mark_of, short, words_of
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.record import Record
from evidence_board.model.scales import FACTUALITY, SCALES
from evidence_board.model.source import Source

ROOM = 90
"""So many characters of a text are told; of a longer one, what differs."""
_CONTEXT = 2
"""So many words stand on both sides of what differs."""

_DATES = frozenset({"event", "stated", "published"})
_MOMENTS = frozenset({"captured_at", "made_at", "created_at", "cut_off", "issued_at"})
_DIGESTS = frozenset({"sha256", "text_sha256", "state_hash"})

Told = tuple[str, str]
"""A field before and after, in words."""


def value_words(kind: type[Record], name: str, value: object, view: Finder) -> str:
    """Return what a field of a kind of record holds, in words."""
    if value is None or (value in ((), {}, "") and name in NOT_SET):
        return NOT_SET.get(name, "none")
    if name in kind.references:
        return _references(value, view)
    if isinstance(value, bool):
        return "yes" if value else "no"
    special = _SPECIAL.get((kind.table, name)) or _SPECIAL.get(("", name))
    if special is not None:
        return special(value)
    if isinstance(value, Mapping):
        return _fields(kind, value)
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else f"{round(value, 1):,.10g}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(str(one) for one in value)
    return _text(kind, name, str(value))


def differing_words(
    kind: type[Record], name: str, before: object, after: object, view: Finder
) -> Told:
    """Return a field before and after in words; of long texts and objects, what differs."""
    if isinstance(before, str) and isinstance(after, str) and _is_prose(kind, name):
        return differing_texts(before, after)
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        before, after = _differing_fields(before, after)
    if (kind.table, name) == ("link", "group") and before and after:
        return "with some", "with others"
    return value_words(kind, name, before, view), value_words(kind, name, after, view)


def differing_texts(before: str, after: str) -> Told:
    """Return two texts in quotation marks; where they are long, cut to the words that differ."""
    old, new = before.split(), after.split()
    if max(len(" ".join(old)), len(" ".join(new))) > ROOM:
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        return _cut(old, start, end), _cut(new, start, end)
    return _quoted(" ".join(old)), _quoted(" ".join(new))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words are the same from the beginning on."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))


def _cut(words: Sequence[str], start: int, end: int) -> str:
    """Return words without most of what is alike: `start` at the beginning, `end` at the end."""
    first = max(0, start - _CONTEXT)
    last = min(len(words), len(words) - end + _CONTEXT)
    middle = short(" ".join(words[first:last]), ROOM)
    lead, trail = "…" if first else "", "…" if last < len(words) and middle[-1:] != "…" else ""
    return _quoted(f"{lead}{middle}{trail}")


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "empty"


def _is_prose(kind: type[Record], name: str) -> bool:
    """Whether a field holds words of a person rather than a choice, a date or a colour."""
    field = kind.model_fields[name].annotation
    plain = field is str and name not in _DATES | _MOMENTS | _DIGESTS | {"colour"}
    return plain and name not in kind.references


def _text(kind: type[Record], name: str, value: str) -> str:
    if _is_prose(kind, name):
        return _quoted(short(value, ROOM))
    return CHOICES.get((kind.table, name), {}).get(value, value)


def _references(value: object, view: Finder) -> str:
    ids = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]  # a tuple
    return " → ".join(_reference(view.find(str(id)), view) for id in ids)


def _reference(record: Record | None, view: Finder) -> str:
    if record is None:
        return "a record that is gone"
    words, mark = words_of(record, view), mark_of(record)
    if isinstance(record, Source):
        return f"{mark} {words}"
    return f"{mark} “{words}”" if mark else f"“{words}”" if words else record.noun


def _fields(kind: type[Record], held: Mapping[object, object]) -> str:
    """Return an object as words: each field by its name, what is inside it after that."""
    names = FIELD_NAMES[kind.table]
    told = []
    for key, value in held.items():
        name = names.get(str(key), str(key).replace("_", " ")).lower()
        told.append(f"{name} {_inner(value)}")
    return ", ".join(told)


def _inner(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(_inner(one) for one in value.values() if one not in (None, ""))
    if isinstance(value, list | tuple):
        return " ".join(_inner(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value if value in _PLAIN_WORDS else _quoted(short(value, ROOM))
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


_PLAIN_WORDS = frozenset({"stated", "header", "inferred"})


def _differing_fields(before: object, after: object) -> tuple[object, object]:
    """Return two objects without the fields that are the same in both."""
    old = before if isinstance(before, Mapping) else {}
    new = after if isinstance(after, Mapping) else {}
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    left = ({key: one[key] for key in keys if key in one} for one in (old, new))
    return next(left), next(left)


def _range(value: object) -> str:
    assert isinstance(value, tuple)
    return f"{value[0]:g}–{value[1]:g} %"


def _factuality(value: object) -> str:
    return FACTUALITY.get(str(value), str(value))


def _part_names(value: object) -> str:
    assert isinstance(value, tuple)
    return ", ".join(str(name).replace("_", " ") for name in value)


def _judged(value: object) -> str:
    """Return which judgements an issue keeps, by their marks then."""
    assert isinstance(value, Mapping)
    return ", ".join(
        str(one.get("mark", "?")) for one in value.values() if isinstance(one, Mapping)
    )


_SPECIAL: Mapping[tuple[str, str], Callable[[object], str]] = {
    ("project", "scale"): lambda value: SCALES[str(value)].name,
    ("claim", "likelihood_range"): _range,
    ("assertion", "factuality"): _factuality,
    ("link", "type"): lambda value: BY_KEY[str(value)].word,
    ("citation", "type"): lambda value: BY_KEY[str(value)].word,
    ("link", "group"): lambda _value: "joined",
    ("brief_plan", "parts"): _part_names,
    ("brief_plan", "left_out"): _part_names,
    ("issue", "parts"): _part_names,
    ("issue", "judgements"): _judged,
    ("capture", "size"): lambda value: f"{value:,} bytes",
    **{("", name): lambda value: edtf_words(str(value)) for name in _DATES},
    **{("", name): lambda value: stamp_words(str(value)) or "empty" for name in _MOMENTS},
    **{("", name): lambda value: f"{str(value)[:12]}…" for name in _DIGESTS},
}
"""Fields with words of their own, of one table or of all."""
