"""Replacing fields of a record is as making a record with these fields: same values, same words."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record

VALUES: tuple[object, ...] = (
    *(
        None,
        "",
        "x",
        "2023-10-09",
        "likely",
        "supports",
        "assumed",
        "quotes",
        "value",
        "a b",
        "a\0",
        "x" * 2_001,
        "0" * 64,
        "text/plain",
    ),
    *(0, 1, -1, 7, 2**53, 0.0, -0.0, 1.5, -1.5, 1e13, float("nan"), float("inf"), True, False),
    *((), ("x",), ["x"], (1.0, 2.0), (70.0, 55.0), ("a b",), {}, {"b": 1, "a": {"d": 2, "c": 3}}),
    *({"a": float("nan")}, {"published": {"basis": "stated", "words": "x"}}, b"x"),
)
Outcome = tuple[object, ...]


def _sample(kind: type[Record]) -> Record:
    """Return a record of a kind, its required fields taken from the values above."""
    fields: dict[str, object] = {"id": "x"}
    for value in VALUES:
        try:
            return kind.validated(fields | dict.fromkeys(_missing(kind, fields), value))
        except ValidationError as error:
            wrong = {part["loc"][0] for part in error.errors() if part["loc"]}
            fields |= {n: value for n in _missing(kind, fields) if n not in wrong}
    raise AssertionError(f"no value fits {_missing(kind, fields)}")


def _missing(kind: type[Record], fields: dict[str, object]) -> list[str]:
    required = (name for name, field in kind.model_fields.items() if field.is_required())
    return [name for name in required if name not in fields]


def _outcome(make: Callable[..., Record], fields: dict[str, object]) -> Outcome:
    try:
        made = make(**fields)
    except ValidationError as error:
        return tuple((part["loc"], part["msg"]) for part in error.errors())
    return repr(made), made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_replacing_a_field_is_as_making_the_record_with_it(kind: type[Record]) -> None:
    sample = _sample(kind)
    assert sample.replace() == sample
    for name in kind.model_fields:
        for value in VALUES:
            made = _outcome(kind, {**sample.__dict__, name: value})
            assert _outcome(sample.replace, {name: value}) == made, (name, value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_a_field_that_no_record_of_the_kind_has_is_refused(kind: type[Record]) -> None:
    with pytest.raises(ValidationError):
        _sample(kind).replace(colour_of_the_sea="blue")
