"""Bytes to text: decoded strictly, never normalised; where it is not sure a person is asked."""

import re
from dataclasses import dataclass

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.detecting import FITS, Fit, detect, is_sure
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.encodings import UTF_8, Encoding, encoding_named, marked
from evidence_board.ingest.reading import Question, Reading, Undecided, candidate

TOOL = "Evidence Board, plain text reader 2"
"""What made the text; the figure rises when the same bytes would give another text."""

_DECLARED = re.compile(
    rb"\A(?:[^\n]{0,200}\n)?[^\n]{0,200}?(?:\bcoding[:=]\s*|<\?xml[^>\n]{0,200}?encoding=[\"']"
    rb"|\bcharset\s*=\s*[\"']?)(?P<name>[A-Za-z][\w.:-]{2,30})"
)


@dataclass(frozen=True)
class Decoded:
    """A text, and how it was got from the bytes."""

    text: str
    method: str


def read_text(question: Question, original: bytes) -> Reading:
    """Return the reading of a plain text."""
    decoded = decode(question.name, original, question.encoding)
    fields = propose(decoded.text, question.today)
    return Reading(decoded.text, decoded.method, TOOL, fields)


def decode(name: str, original: bytes, told: str = "") -> Decoded:
    """Return the text of a file with this name; Refused says why it has none.

    The encoding is the one that a person has `told`, else that of a byte order mark, UTF-8 where
    the bytes are that, the one that the text declares, or the only one that fits. Undecided has
    those to choose from. Line ends and everything else stay as they are.
    """
    if not original:
        raise Refused(f"“{name}” is empty. Check whether it was saved.")
    text, method = _told(name, original, told) if told else _found(name, original)
    if not text.strip():
        raise Refused(f"“{name}” holds no words, only blank space. Check whether it was saved.")
    if (place := text.find("\0")) >= 0:
        raise Refused(
            f"“{name}” is not a text file: character {place + 1:,} is zero. Save its text as UTF-8 "
            "and add that."
        )
    return Decoded(text, method)


def _told(name: str, original: bytes, told: str) -> tuple[str, str]:
    encoding = encoding_named(told)
    if encoding is None:
        raise Refused(
            f"There is no encoding “{told}”. Name one such as utf-8, cp1252, cp1251 or euc-kr."
        )
    mark = marked(original)
    start = mark[0] if mark is not None and mark[1] == encoding else 0
    return _strictly(name, original, start, encoding), f"{encoding.label}, as it was told"


def _found(name: str, original: bytes) -> tuple[str, str]:
    if mark := marked(original):
        length, encoding = mark
        text = _strictly(name, original, length, encoding)
        return text, f"{encoding.label}, by its byte order mark, which is left out of the text"
    try:
        text = original.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and "\0" not in text:
        return text, f"{UTF_8.label}, every character as it stands"
    return _without_mark(name, original)


def _without_mark(name: str, original: bytes) -> tuple[str, str]:
    """Return the text of bytes that are no UTF-8 and have no mark."""
    declared = _DECLARED.match(original[:600])
    if declared and (encoding := encoding_named(declared["name"].decode("ascii"))):
        return _strictly(name, original, 0, encoding), f"{encoding.label}, as it declares"
    if b"\0" in original and not detect(original):
        raise Refused(
            f"“{name}” is not a text file: byte {original.find(0) + 1:,} is zero. Save its text as "
            "UTF-8 and add that."
        )
    fits = detect(original)
    if not fits or _is_broken_utf_8(original, fits):
        return _strictly(name, original, 0, UTF_8), ""
    if not is_sure(fits):
        raise Undecided(name, tuple(candidate(one) for one in fits))
    encoding = fits[0].encoding
    text = _strictly(name, original, 0, encoding)
    return text, f"{encoding.label}, found out: no other encoding gives sense"


def _is_broken_utf_8(original: bytes, fits: tuple[Fit, ...]) -> bool:
    """Whether it is rather UTF-8 that is damaged: some of it is that, and no other fits well."""
    lenient = original[:2_000_000].decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    good = sum(not one.isascii() for one in lenient) - bad
    return bad > 0 and (good >= bad or (good > 0 and fits[0].share < FITS))


def _strictly(name: str, original: bytes, start: int, encoding: Encoding) -> str:
    try:
        return original[start:].decode(encoding.codec)
    except UnicodeDecodeError as problem:
        place = start + problem.start
        found = f"byte {place + 1:,}"
        if encoding.codec == "utf-8":
            found += f", in line {original.count(bytes([10]), 0, place) + 1:,},"
        raise Refused(
            f"“{name}” is not {encoding.label}: {found} fits no character. Save it as UTF-8 and "
            "add it again."
        ) from problem
