"""BibTeX: entries of fields in braces or quotation marks; letters of TeX become letters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.readers.entries import Entry, in_order, listed, month_of, text_of
from evidence_board.ingest.reading import Question, Reading

_BEGIN = re.compile(r"@\s*(?P<kind>[A-Za-z]+)\s*(?P<bracket>[{(])")
_NAME = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}()\"#]+")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ACCENT = re.compile(r"\\(?P<mark>[`'^\"~=.uvHcdbrk])\s*\{?\s*\\?(?P<letter>[A-Za-z])\s*\}?")
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\s*")
_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł",
            "L": "Ł", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ"}  # fmt: skip
_NO_ENTRIES = ("comment", "preamble", "string")
_PUBLISHERS = (
    *("journal", "journaltitle", "newspaper", "publisher", "organization", "institution"),
    "howpublished",
)
_DEEPEST = 200


def read_bibtex(question: Question, original: bytes) -> Reading:
    """Return the reading of a list in BibTeX."""
    text = text_of(question, original)
    return listed(question, map(_entry, _records(question.name, text)))


def _records(name: str, text: str) -> Iterator[Mapping[str, str]]:
    """Yield the fields of each entry by their names in lower case, still as TeX."""
    strings: dict[str, str] = {}
    place = 0
    while found := _BEGIN.search(text, place):
        kind = found["kind"].casefold()
        place = found.end()
        if kind in ("comment", "preamble"):
            continue
        if kind not in _NO_ENTRIES:
            comma = text.find(",", place)
            if comma < 0:
                break
            place = comma
        record, place = _fields(name, text, place, strings)
        if kind == "string":
            strings |= record
        else:
            yield record


def _fields(
    name: str, text: str, place: int, strings: Mapping[str, str]
) -> tuple[dict[str, str], int]:
    """Return the fields from a place on, and the place after the last one."""
    record: dict[str, str] = {}
    while found := _NAME.match(text, place):
        value, place = _value(name, text, found.end(), strings)
        record.setdefault(found["name"].casefold(), value)
    return record, place


def _value(name: str, text: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """Return a value, of parts joined by #, and the place after it."""
    parts = []
    while True:
        if text[place : place + 1] in ("{", '"'):
            end = _end(name, text, place)
            parts.append(text[place + 1 : end])
            place = end + 1
        elif found := _BARE.match(text, place):
            parts.append(strings.get(found[0].casefold(), found[0]))
            place = found.end()
        rest = text[place : place + 200]
        joint = len(rest) - len(rest.lstrip())
        if rest[joint : joint + 1] != "#":
            return "".join(parts), place
        place += joint + 1
        place += len(text[place : place + 200]) - len(text[place : place + 200].lstrip())


def _end(name: str, text: str, place: int) -> int:
    """Return where a value that begins at a place ends; braces inside it go in pairs."""
    closing = "}" if text[place] == "{" else '"'
    depth = 0
    for at in range(place + 1, len(text)):
        letter = text[at]
        if letter == closing and not depth and text[at - 1] != "\\":
            return at
        if letter in "{}" and text[at - 1] != "\\":
            depth += 1 if letter == "{" else -1
            if not 0 <= depth <= _DEEPEST:
                break
    line = text.count("\n", 0, place) + 1
    raise Refused(
        f"“{name}” is no whole list in BibTeX: what begins in line {line:,} does not end. Mend it "
        "there and add it again."
    )


def _entry(record: Mapping[str, str]) -> Entry:
    def first(*names: str) -> str:
        return next((plain for one in names if (plain := _plain(record.get(one, "")))), "")

    names = [_plain(one) for one in _AND.split(record.get("author", "")) if one.strip()]
    return Entry(
        title=first("title"),
        authors=tuple(in_order(one) for one in names if one.casefold() != "others"),
        publisher=first(*_PUBLISHERS),
        published=_date(first("date"), first("year"), first("month"), first("day")),
        language=first("langid", "language"),
        url=first("url"),
        doi=first("doi"),
    )


def _date(whole: str, year: str, month: str, day: str) -> str:
    if whole:
        return whole.partition("/")[0]
    number = month_of(month)
    if not number:
        return year
    return (
        f"{year}-{number}-{int(day):02}" if day.isascii() and day.isdigit() else f"{year}-{number}"
    )


def _plain(given: str) -> str:
    """Return what a value of TeX reads like: accents on their letters, no braces."""
    text = (
        given[:20_000].replace("``", "“").replace("''", "”").replace("---", "—").replace("--", "–")
    )
    text = _ACCENT.sub(
        lambda one: unicodedata.normalize("NFC", one["letter"] + _MARKS[one["mark"]]), text
    )
    text = _COMMAND.sub(lambda one: _LETTERS.get(one["name"], ""), text)
    text = re.sub(r"\\([&%$#_{}])", r"\1", text).replace("~", "\xa0")
    return " ".join(text.replace("{", "").replace("}", "").split())
