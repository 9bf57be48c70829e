"""The base of every record: an id, validated when it is made, frozen ever after."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Annotated, ClassVar, Self, TypeAlias
from uuid import uuid4

from pydantic import (
    AfterValidator,
    ConfigDict,
    JsonValue,
    Strict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig

Plain: TypeAlias = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None
"""A value as it stands in JSON."""

Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._-]+$")]
Line = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^[^\x00]*$")]
Prose = Annotated[str, StringConstraints(max_length=200_000, pattern=r"^[^\x00]*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
GREATEST = 2**53 - 1
"""The greatest whole number that every reader of JSON takes exactly."""
Count = Annotated[int, Strict(), Field(ge=0, le=GREATEST)]
Flag = Annotated[bool, Strict()]
DEEPEST = 16
_LONGEST = 200_000
_new, _put = object.__new__, object.__setattr__
_NO_FIELDS: set[str] = set()  # one for all: frozen records never add to it


def _without_sign(value: float) -> float:
    return value + 0.0  # SQLite does not keep the sign of zero


def _orderly(fields: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the fields as they come back from the file: keys sorted at every level."""
    try:
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True, allow_nan=False)
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("half a character (a lone surrogate) cannot be kept") from None
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST:,} characters")
    within_reach(fields)
    ordered: dict[str, JsonValue] = json.loads(text)
    return ordered


def within_reach(value: JsonValue) -> None:
    """Raise ValueError if a value of JSON is nested so deeply that not all can read it."""
    if _depth(value) > DEEPEST:
        raise ValueError(f"deeper than {DEEPEST} levels")


def _depth(value: JsonValue) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(one) for one in inner), default=0)


Real = Annotated[float, Strict(), Field(ge=-1e12, le=1e12), AfterValidator(_without_sign)]
JsonFields = Annotated[dict[str, JsonValue], AfterValidator(_orderly)]
"""A flat or nested JSON object, such as a quantity."""


def new_id() -> str:
    """Return a fresh id: UUID text, so that undo, paste, merge and import can keep it."""
    return str(uuid4())


class Record(SQLModel):
    """One thing that an investigation is made of.

    Making one validates it (pydantic's ValidationError names the field); it cannot be changed
    afterwards. `table` is its SQL table, `plural` its list in the JSON document, `references`
    the fields that hold the id (or ids) of other records and the tables these may stand in,
    `attachments` the fields that hold the SHA-256 of kept bytes.
    """

    model_config = SQLModelConfig(frozen=True, extra="forbid", allow_inf_nan=False)

    table: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    noun: ClassVar[str] = ""
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    attachments: ClassVar[tuple[str, ...]] = ()

    id: Id = Field(default_factory=new_id, primary_key=True)

    def replace(self, **fields: object) -> Self:
        """Return this record with other field values, validated again where they are new."""
        held = self.__dict__.copy()
        for name, value in fields.items():
            check = _check(type(self), name)
            if check is None:
                return self.validated({**self.__dict__, **fields})
            try:
                held[name] = check(value)
            except ValidationError:  # again, so that the error names the field
                return self.validated({**self.__dict__, **fields})
        return self.stored(held)

    @classmethod
    def replace_all(
        cls, records: Sequence[Self], fields: Mapping[str, Sequence[object]]
    ) -> list[Self]:
        """Return records with other values, as `replace` for each: a list of values a field."""
        names, checked = tuple(fields), _checked(cls, fields)
        values = zip(*(fields.values() if checked is None else checked), strict=True)
        rows = (dict(zip(names, row, strict=True)) for row in values)
        if checked is None:
            return [one.replace(**row) for one, row in zip(records, rows, strict=True)]
        return [cls.stored(one.__dict__ | row) for one, row in zip(records, rows, strict=True)]

    def plain(self) -> dict[str, Plain]:
        """Return the fields as JSON values, in the order in which they are declared."""
        return self.model_dump(mode="json")

    def referenced(self) -> list[tuple[str, str]]:
        """Return (field, id) for each id of another record that this one holds."""
        found: list[tuple[str, str]] = []
        for field in self.references:
            held = self.__dict__[field]
            if isinstance(held, tuple):
                found += [(field, one) for one in held]
            elif held:
                found.append((field, held))
        return found

    @classmethod
    def validated(cls, fields: object) -> Self:
        """Return a record from fields by name; ValidationError if one of them cannot be.

        As making one does, but quicker, and without a note of which fields were given.
        """
        record = _new(cls)
        cls.__pydantic_validator__.validate_python(fields, self_instance=record)
        _put(record, "__pydantic_fields_set__", _NO_FIELDS)
        return record

    @classmethod
    def stored(cls, fields: dict[str, object]) -> Self:
        """Return a record from fields that were validated when they were stored, unchecked.

        Ten times faster than validating again; only for rows of a file whose schema and
        constraints have been checked.
        """
        record = _new(cls)
        _put(record, "__dict__", fields)
        _put(record, "__pydantic_fields_set__", _NO_FIELDS)
        _put(record, "__pydantic_extra__", None)
        _put(record, "__pydantic_private__", None)
        return record


def column(records: Iterable[Record], name: str) -> list[object]:
    """Return one field of several records."""
    return [record.__dict__[name] for record in records]


@cache
def _check(kind: type[Record], name: str) -> Callable[[object], object] | None:
    """Return what validates a field by itself; None where only the whole record can tell."""
    field, rules = kind.model_fields.get(name), kind.__pydantic_decorators__
    if field is None or rules.field_validators or rules.model_validators:
        return None
    adapter: TypeAdapter[object] = TypeAdapter(
        Annotated[field.annotation, field],  # type: ignore[arg-type]  # a type made here
        config=ConfigDict(allow_inf_nan=False),
    )
    return adapter.validator.validate_python


def _checked(
    kind: type[Record], fields: Mapping[str, Sequence[object]]
) -> list[list[object]] | None:
    """Return the values of fields, validated; None if only whole records can tell, or refuse."""
    columns = []
    for name, values in fields.items():
        check = _check(kind, name)
        if check is None:
            return None
        try:
            columns.append(list(map(check, values)))
        except ValidationError:
            return None
    return columns


class Numbered(Record):
    """A record that people cite by a short mark, such as C1 or S2.

    The number is given when the record is first stored and stays; 0 means not given yet.
    """

    number: Count = 0

    def numbered(self, number: int) -> Self:
        """Return this record with the number that it is given: a free one, above 0."""
        return self.stored({**self.__dict__, "number": number})

    @property
    def mark(self) -> str:
        """The short mark that people cite; each kind puts its letter before the number."""
        return str(self.number)
