"""What the fields of a record allow, asked of a whole column at once, or of one row.

A row was validated when it was stored, and validating all of them again takes ten times as long as
reading them. The limits of a column take next to nothing where all its values are alike, as most
are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import get_args, get_origin

from evidence_board.model.edtf import Edtf, bounds
from evidence_board.model.record import Record
from evidence_board.model.scales import LIKELIHOOD_WORDS
from evidence_board.project.schema import Column, columns, decode

Values = Sequence[object]
Judge = Callable[[Values], bool]
"""Whether all values of a column are what its field allows."""

_SHORT = 64
"""An id is no longer, and a digest has just so many letters."""


@cache
def judge_of(kind: type[Record], column: Column) -> Judge | None:
    """Return what judges the values of a column; None where others do.

    JSON is judged as it is read, see `shape_of`; what refers to a record, by its record.
    """
    field = kind.model_fields[column.name]
    if column.is_json or column.name in kind.references:
        return None
    if column.choices or column.is_bool:
        return partial(_are_among, frozenset((*(column.choices or (0, 1)), None)))
    if Edtf in (field.annotation, *get_args(field.annotation)):
        return _are_dates
    if (kind.table, column.name) == ("claim", "likelihood"):
        return partial(_are_among, frozenset((*LIKELIHOOD_WORDS, None)))
    rules = tuple(_rules(field.annotation, field.metadata))
    if column.sql_type == "TEXT":
        return partial(_are_texts, int(min(_limits(rules, "max_length"), default=_SHORT)))
    least, above = max(_limits(rules, "ge")), max(_limits(rules, "gt"), default=None)
    return partial(_are_numbers, least, above, min(_limits(rules, "le")))


@cache
def shape_of(kind: type[Record], name: str) -> Callable[[object], bool]:
    """Return what tells whether a value of JSON has the shape of a field."""
    annotation = kind.model_fields[name].annotation
    bare = annotation if get_origin(annotation) else None
    inner = next((one for one in get_args(annotation) if get_origin(one) in (tuple, dict)), bare)
    parts = get_args(inner)
    if get_origin(inner) is not tuple:
        return lambda held: isinstance(held, dict)
    if parts[-1] is Ellipsis:
        return lambda held: isinstance(held, tuple) and all(isinstance(one, str) for one in held)
    return partial(_is_range, len(parts))


def fault_of(kind: type[Record], row: tuple[object, ...]) -> str:
    """Return why a row cannot be a record of this kind, in a sentence, or nothing."""
    wanted = columns(kind)
    odd = [one.name for one, held in zip(wanted, row, strict=True) if not _fits(one, held)]
    if odd:
        return f"Its {odd[0]} is of a sort that cannot stand there."
    try:
        kind.validated(decode(kind, row).__dict__)
    except (ValueError, TypeError, RecursionError) as error:
        return f"It cannot be read ({_reason(error)})."
    return ""


def spans_fit(starts: Values, ends: Values, texts: Values, regions: Values) -> bool:
    """Whether excerpts that are no regions of a picture are as long as their words."""
    return all(
        end - start == len(text) or region is not None  # type: ignore[operator, arg-type]  # judged
        for start, end, text, region in zip(starts, ends, texts, regions, strict=True)
    )


def _are_texts(longest: int, values: Values) -> bool:
    texts = [one for one in values if one is not None]
    whole = "".join(texts)  # type: ignore[arg-type]  # a column of text
    if "\0" in whole:
        return False
    return len(whole) <= longest or max(map(len, texts)) <= longest  # type: ignore[arg-type]  # same


def _are_numbers(least: float, above: float | None, most: float, values: Values) -> bool:
    numbers: list[float] = [one for one in values if one is not None]  # type: ignore[misc]  # same
    if not numbers:
        return True
    lowest = min(numbers)
    return lowest >= least and max(numbers) <= most and (above is None or lowest > above)


def _are_dates(values: Values) -> bool:
    try:
        for text in set(values) - {None}:
            bounds(str(text))
    except ValueError:
        return False
    return True


def _are_among(allowed: frozenset[object], values: Values) -> bool:
    return allowed.issuperset(values)


def _is_range(count: int, held: object) -> bool:
    if not isinstance(held, tuple) or len(held) != count:
        return False
    numbers = [one for one in held if isinstance(one, int | float)]
    return len(numbers) == count and 0 <= numbers[0] <= numbers[-1] <= 100


def _limits(rules: Iterable[object], name: str) -> list[float]:
    limits = (getattr(rule, name, None) for rule in rules)
    return [limit for limit in limits if limit is not None]


def _rules(annotation: object, rules: Iterable[object]) -> Iterator[object]:
    """Yield what limits a field, however deep in its annotation that stands."""
    for rule in rules:
        yield rule
        yield from getattr(rule, "metadata", ())
    for inner in get_args(annotation):
        yield from _rules(inner, getattr(inner, "__metadata__", ()))


def _fits(column: Column, held: object) -> bool:
    """Whether a value is of the type that the column states."""
    if held is None:
        return column.nullable
    return type(held) is {"TEXT": str, "INTEGER": int, "REAL": float}[column.sql_type]


def _reason(error: Exception) -> str:
    """Return what was wrong, without the frame that pydantic puts around it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[2].partition(" [type=")[0] if len(lines) > 2 else (lines or ["no reason told"])[0]
