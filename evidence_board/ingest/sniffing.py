"""What a file holds, told by its content; its name only says what it was meant to be."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.formats import (
    BIBTEX,
    CSL,
    DOCX,
    EML,
    HTML,
    LARGEST,
    MHTML,
    ODT,
    PDF,
    RIS,
    TEXT,
    WARC,
    Format,
    format_named,
    format_of,
)

_START = 4_096
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|body|title|meta|article|main|h[1-6]|table|br|a|span)\b[^<>]*>", re.I)
_HEADER = re.compile(r"(?P<name>[!-9;-~]{1,76}):[ \t]", re.ASCII)
_OF_MAIL = ("message-id", "received", "mime-version", "return-path", "delivered-to")
_RIS = re.compile(r"\s*TY {1,2}- {0,2}[A-Z]{2,}\s*[\r\n]")
_BIBTEX_ENTRY = re.compile(
    r"@\s*(?:article|book|booklet|conference|electronic|inbook|incollection|inproceedings|manual"
    r"|mastersthesis|misc|newspaper|online|patent|periodical|phdthesis|proceedings|report"
    r"|techreport|thesis|unpublished|www)\s*[{(]",
    re.IGNORECASE,
)
_CSL = re.compile(
    r'"type"\s*:\s*"(?:article|bill|book|broadcast|chapter|dataset|document|entry|event|figure|graphic'
    r"|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|pamphlet|paper|patent"
    r"|periodical|personal_communication|post|regulation|report|review|software|song|speech|standard"
    r'|thesis|treaty|webpage)[a-z_-]*"'
)

_NOT_READ_BY_CONTENT = (
    (b"{\\rtf", "a rich text (RTF)", "Save it as DOCX or PDF"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Office file of the old kind",
        "Save it as DOCX or PDF",
    ),
    (b"%!PS", "a PostScript file", "Save it as PDF"),
    (b"Rar!", "a packed archive (RAR)", "Unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive (7z)", "Unpack it"),
    (b"SQLite format 3\0", "a database", "Save what matters in it as text"),
    (b"\0\0\0\x1cftyp", "a film or sound", "Save its words as text, or a still as PNG"),
    (b"\0\0\0\x20ftyp", "a film or sound", "Save its words as text, or a still as PNG"),
    (b"ID3", "a sound", "Save its words as text"),
    (b"OggS", "a film or sound", "Save its words as text"),
    (b"\x7fELF", "a program", "Save what it writes as text"),
)
_NOT_READ_BY_NAME = {
    ".avif": "an AVIF picture",
    ".heic": "a HEIC picture",
    ".heif": "a HEIF picture",
    ".ico": "an icon",
    ".jxl": "a JPEG XL picture",
    ".psd": "a Photoshop picture",
    ".svg": "an SVG drawing",
    ".svgz": "an SVG drawing",
}
"""Endings of pictures that no reader here takes."""

NAMED = "It is named as"
"""How the sentence begins that tells of a name that says something else."""


@dataclass(frozen=True)
class Judged:
    """What a file holds, and a sentence for where its name says something else, else empty."""

    format: Format
    told: str = ""


def judge(name: str, original: bytes) -> Judged:
    """Return what a file holds; Refused says that no reader takes it."""
    found, named = _held(name, original), format_named(name)
    if found is None:
        if kind := _NOT_READ_BY_NAME.get(PurePath(name).suffix.lower()):
            raise Refused(f"“{name}” is {kind}, which is not read here. Save it as PNG and add it.")
        if named is not None and named is not TEXT and original and _is_told_by_its_start(named):
            raise Refused(
                f"“{name}” is named as {named.noun} but holds something else. Check what it is and "
                "name it so."
            )
        found = TEXT
    if named is None or named is found or (named is TEXT and found.subject == "text"):
        return Judged(found)
    return Judged(found, f"{NAMED} {named.noun} but holds {found.noun}, and is read as that.")


def most_bytes(start: bytes) -> int:
    """Return how many bytes a file may have that begins so."""
    found = format_of(start) or _told_by_magic(start)
    return found.largest if found is not None else LARGEST


def _is_told_by_its_start(named: Format) -> bool:
    """Whether every file of a format begins with bytes that tell it."""
    return named.subject in ("picture", "pdf") or named in (DOCX, ODT, WARC)


def _held(name: str, original: bytes) -> Format | None:
    """Return what the content tells; None if that may be any text."""
    found = format_of(original) or _told_by_magic(original[:_START])
    if found is DOCX:
        return _zipped(name, original)
    if found is not None:
        return found
    for magic, noun, way in _NOT_READ_BY_CONTENT:
        if original.startswith(magic):
            raise Refused(f"“{name}” is {noun}, which is not read here. {way} and add that.")
    return _written(name, original)


def _told_by_magic(start: bytes) -> Format | None:
    """Return the format that fixed bytes tell; of a ZIP archive DOCX, whatever is in it."""
    if b"%PDF-" in start[:1_024]:
        return PDF
    if start.startswith(_ZIP):
        return DOCX
    if start.startswith(b"WARC/") or start.startswith(_GZIP):
        return WARC
    return _mail(start)


def _zipped(name: str, original: bytes) -> Format:
    """Return what a ZIP archive is, by the names in it."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in original[30:200]:
        return ODT
    if b"word/document" in original:
        return DOCX
    inside = (
        (b"xl/workbook", "a spreadsheet"),
        (b"ppt/presentation", "a set of slides"),
        (b"opendocument.spreadsheet", "a spreadsheet"),
        (b"opendocument.presentation", "a set of slides"),
        (b"application/epub+zip", "a book (EPUB)"),
    )
    for mark, noun in inside:
        if mark in original:
            raise Refused(
                f"“{name}” is {noun}, which is not read here. Save it as PDF and add that."
            )
    raise Refused(f"“{name}” is a packed archive (ZIP). Unpack it and add the files in it.")


def _mail(start: bytes) -> Format | None:
    """Return e-mail or MHTML where a file begins with the header of one."""
    header = re.split(r"\r?\n\r?\n", start.decode("latin-1").lstrip("\r\n"), maxsplit=1)[0]
    lines = [one for one in header.splitlines() if not one.startswith((" ", "\t"))]
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    if lines and len(header) >= _START - 8:
        lines.pop()
    if not lines or not all(_HEADER.match(one + " ") for one in lines):
        return None
    names = {one.partition(":")[0].lower() for one in lines}
    if "snapshot-content-location" in names or (
        "multipart/related" in header.lower()
        and "mime-version" in names
        and "received" not in names
        and ("from: <saved by" in header.lower() or "message-id" not in names)
    ):
        return MHTML
    strong = names.intersection(_OF_MAIL)
    return EML if strong and names & {"from", "date", "subject", "to"} else None


def _written(name: str, original: bytes) -> Format | None:
    """Return what a file of characters is by its first ones: a page, a list of references."""
    start = _characters(original[:_START])
    named = format_named(name)
    if _PAGE.match(start) or (named is HTML and _TAG.search(_characters(original[:200_000]))):
        return HTML
    if named is EML and _HEADER.match(start):
        return EML
    if named is MHTML and _HEADER.match(start):
        return MHTML
    if _RIS.match(start):
        return RIS
    if _first_line(start).startswith("@") and _BIBTEX_ENTRY.search(start):
        return BIBTEX
    if start.lstrip()[:1] in ("[", "{") and '"title"' in start and _CSL.search(start):
        return CSL
    return None


def _first_line(start: str) -> str:
    """Return the first line that says something: comments of TeX are passed over."""
    lines = (one.strip() for one in start.splitlines())
    return next((one for one in lines if one and not one.startswith("%")), "")


def _characters(start: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            return start[2:].decode(encoding, "replace")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
