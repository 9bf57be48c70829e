"""Bytes to text: decoded strictly, never normalised, never guessed."""

import codecs
from dataclasses import dataclass

from evidence_board.ingest.draft import Refused

_MARKS = (
    # The four bytes first: those of UTF-32 (little endian) begin like those of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 (little endian)"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 (big endian)"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 (little endian)"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 (big endian)"),
)


@dataclass(frozen=True)
class Decoded:
    """A text, and how it was got from the bytes."""

    text: str
    method: str


def decode(name: str, original: bytes) -> Decoded:
    """Return the text of a file with this name; Refused says why it has none.

    A byte order mark is honoured and left out of the text; without one the bytes have to be
    UTF-8. Line ends and everything else stay as they are.
    """
    if not original:
        raise Refused(f"“{name}” is empty. Check whether it was saved.")
    mark, encoding, label = next(
        (row for row in _MARKS if original.startswith(row[0])), (b"", "utf-8", "UTF-8")
    )
    if encoding == "utf-8" and (place := original.find(b"\0")) >= 0:
        raise Refused(
            f"“{name}” is not a text file: byte {place + 1:,} is zero. Save its text as UTF-8 and "
            "add that."
        )
    text = _strictly(name, original, mark, encoding, label)
    if not text.strip():
        raise Refused(f"“{name}” holds no words, only blank space. Check whether it was saved.")
    if (place := text.find("\0")) >= 0:
        raise Refused(
            f"“{name}” is not a text file: character {place + 1:,} is zero. Save its text as UTF-8 "
            "and add that."
        )
    if mark:
        return Decoded(text, f"{label}, by its byte order mark, which is left out of the text")
    return Decoded(text, f"{label}, every character as it stands")


def _strictly(name: str, original: bytes, mark: bytes, encoding: str, label: str) -> str:
    try:
        return original[len(mark) :].decode(encoding)
    except UnicodeDecodeError as problem:
        place = len(mark) + problem.start
        found = f"byte {place + 1:,}"
        if encoding == "utf-8":
            found += f", in line {original.count(bytes([10]), 0, place) + 1:,},"
        raise Refused(
            f"“{name}” is not {label}: {found} fits no character. Save it as UTF-8 and add it "
            "again."
        ) from problem
