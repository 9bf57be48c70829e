"""What a reader is asked and what it answers, as plain values that travel through a pipe."""

import json
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from evidence_board.ingest.detecting import Fit
from evidence_board.ingest.draft import Basis, Candidate, Given, Proposal, Refused

_SHOWN = 400

Fields: TypeAlias = Mapping[str, Proposal]


@dataclass(frozen=True)
class Question:
    """A file to be read: its name, the day that is today, the encoding if a person has told it.

    `sent_as` is the content type with which a page came from the web.
    """

    name: str
    today: date = date.max
    encoding: str = ""
    sent_as: str = ""


def candidate(fit: Fit) -> Candidate:
    """Return an encoding with the passage around the first character that is not ASCII."""
    first = next((place for place, one in enumerate(fit.text) if not one.isascii()), 0)
    start = max(0, first - _SHOWN // 4)
    return Candidate(fit.encoding.codec, fit.encoding.label, fit.text[start : start + _SHOWN])


class Undecided(Refused):
    """The bytes fit several encodings; a person has to say which."""

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        """Say which ones."""
        self.candidates = candidates
        labels = ", ".join(f"{one.label} ({one.encoding})" for one in candidates)
        super().__init__(
            f"“{name}” does not say how its letters are written; it may be {labels}. Say which one "
            "and add it again."
        )


@dataclass(frozen=True)
class Reading:
    """What a reader found: the text and how it was got, what it says of itself.

    `address` is where a saved page says it came from. `entries` are those of a list of references;
    `attached` names files inside, which are read only if asked for.
    """

    text: str = ""
    method: str = ""
    tool: str = ""
    fields: Fields = field(default_factory=dict)
    remark: str = ""
    address: str = ""
    entries: tuple[Fields, ...] = ()
    attached: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Question, bytes], Reading]
"""Reads one kind of file; Refused says why not."""


def add_remark(reading: Reading, told: str) -> Reading:
    """Return a reading with one more sentence that is to be remarked."""
    if not told or not reading.remark:
        return replace(reading, remark=reading.remark or told)
    return replace(reading, remark=f"{reading.remark.rstrip('.')}. {told}")


def answer(reader: Reader, header: bytes, original: bytes) -> tuple[bytes, bytes]:
    """Return header and body of the answer to a question, in a worker."""
    asked = json.loads(header)
    today = date.fromisoformat(asked["today"])
    question = Question(asked["name"], today, asked.get("encoding", ""), asked.get("sent_as", ""))
    try:
        return packed(reader(question, original))
    except Undecided as unsure:
        listed = [[one.encoding, one.label, one.preview] for one in unsure.candidates]
        return _plain({"refused": str(unsure), "candidates": listed}), b""
    except Refused as refusal:
        return refused(str(refusal))
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ):
        # Libraries raise what they like at hostile bytes; where it was goes to who started this.
        traceback.print_exc()
        return refused(
            f"“{question.name}” is damaged in a way that its reader does not know. Save it again, "
            "as PDF or text, and add that."
        )


def refused(sentence: str) -> tuple[bytes, bytes]:
    """Return header and body of an answer that says why not."""
    return _plain({"refused": sentence}), b""


def packed(reading: Reading) -> tuple[bytes, bytes]:
    """Return header and body that say a reading."""
    told = {
        "method": reading.method,
        "tool": reading.tool,
        "fields": _plain_fields(reading.fields),
        "remark": reading.remark,
        "address": reading.address,
        "entries": [_plain_fields(one) for one in reading.entries],
        "attached": reading.attached,
    }
    return _plain(told), reading.text.encode("utf-8", "replace")


def unpacked(name: str, header: bytes, body: bytes) -> Reading:
    """Return the reading that an answer says; Refused or Undecided if it refuses."""
    told = json.loads(header)
    if "candidates" in told:
        raise Undecided(name, tuple(Candidate(*one) for one in told["candidates"]))
    if "refused" in told:
        raise Refused(told["refused"])
    return Reading(
        body.decode("utf-8"),
        told["method"],
        told["tool"],
        _fields(told["fields"]),
        told["remark"],
        told["address"],
        tuple(map(_fields, told["entries"])),
        tuple(told["attached"]),
    )


def given_files(question: Question, files: list[tuple[str, bytes]]) -> tuple[bytes, bytes]:
    """Return header and body that say files which were inside another."""
    told = {"name": question.name, "files": [[name, len(content)] for name, content in files]}
    return _plain(told), b"".join(content for _, content in files)


def taken_files(header: bytes, body: bytes) -> tuple[Given, ...]:
    """Return the files that an answer says."""
    told = json.loads(header)
    if "refused" in told:
        raise Refused(told["refused"])
    files, place = [], 0
    for name, size in told["files"]:
        files.append(Given(name, body[place : place + size]))
        place += size
    return tuple(files)


def _plain(told: Mapping[str, object]) -> bytes:
    return json.dumps(told).encode()


def _plain_fields(fields: Fields) -> dict[str, list[object]]:
    return {name: [one.value, one.basis, one.words] for name, one in fields.items()}


def _fields(told: Mapping[str, tuple[str | list[str], Basis, str]]) -> Fields:
    return {
        name: Proposal(tuple(value) if isinstance(value, list) else value, basis, words)
        for name, (value, basis, words) in told.items()
    }
