"""Kinds of files that are read: names, media types, endings, limits, who reads them."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

Subject = Literal["text", "document", "pdf", "picture"]
"""What a worker process is about: each loads only what it needs for that."""

LARGEST = 20_000_000
"""The most bytes that a text or a web page may have."""

LARGEST_PACKED = 50_000_000
"""The most bytes of a picture, a PDF, or what holds other files."""

_HEADERS_OF_BMP = (12, 40, 52, 56, 64, 108, 124)


@dataclass(frozen=True)
class Format:
    """A format that is read.

    `noun` names it in a sentence; `endings` are those of its files, the usual one first.
    """

    name: str
    noun: str
    media_type: str
    endings: tuple[str, ...]
    subject: Subject
    largest: int = LARGEST_PACKED


def _picture(name: str, media_type: str, *endings: str) -> Format:
    noun = f"an {name} picture" if name[0] == "A" else f"a {name} picture"
    return Format(name, noun, media_type, endings, "picture")


PNG = _picture("PNG", "image/png", ".png")
JPEG = _picture("JPEG", "image/jpeg", ".jpg", ".jpeg", ".jpe", ".jfif")
GIF = _picture("GIF", "image/gif", ".gif")
WEBP = _picture("WebP", "image/webp", ".webp")
BMP = _picture("BMP", "image/bmp", ".bmp", ".dib")
TIFF = _picture("TIFF", "image/tiff", ".tif", ".tiff")

PICTURES = (PNG, JPEG, WEBP, GIF, TIFF, BMP)
"""Pictures; where a program offers several forms, the first of them is taken."""

TEXT = Format("text", "a plain text", "text/plain", (".txt", ".text", ".md"), "text", LARGEST)
HTML = Format(
    "HTML",
    "a web page",
    "text/html",
    (".html", ".htm", ".xhtml", ".xht", ".shtml"),
    "document",
    LARGEST,
)
MHTML = Format(
    "MHTML", "a saved web page (MHTML)", "multipart/related", (".mhtml", ".mht"), "document"
)
WARC = Format("WARC", "a web archive (WARC)", "application/warc", (".warc", ".warc.gz"), "document")
PDF = Format("PDF", "a PDF", "application/pdf", (".pdf",), "pdf")
DOCX = Format(
    "DOCX",
    "a Word document (DOCX)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm"),
    "document",
)
ODT = Format(
    "ODT",
    "an OpenDocument text (ODT)",
    "application/vnd.oasis.opendocument.text",
    (".odt",),
    "document",
)
EML = Format("EML", "an e-mail", "message/rfc822", (".eml",), "document")
RIS = Format(
    "RIS",
    "a list of references (RIS)",
    "application/x-research-info-systems",
    (".ris",),
    "document",
)
BIBTEX = Format(
    "BibTeX", "a list of references (BibTeX)", "application/x-bibtex", (".bib",), "document"
)
CSL = Format(
    "CSL-JSON",
    "a list of references (CSL-JSON)",
    "application/vnd.citationstyles.csl+json",
    (".csl", ".csl.json"),
    "document",
)
LISTS = (RIS, BIBTEX, CSL)
"""Lists of references: each entry becomes a source without a capture."""

FORMATS = (*PICTURES, PDF, HTML, MHTML, WARC, DOCX, ODT, EML, *LISTS, TEXT)
"""All that is read."""


def format_of(original: bytes) -> Format | None:
    """Return the format of a picture that the first bytes of a file tell; None if it is none."""
    start = original[:32]
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if start.startswith(b"\xff\xd8\xff"):
        return JPEG
    if start.startswith((b"GIF87a", b"GIF89a")) and 0 in start[6:13]:
        return GIF
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return WEBP
    if start.startswith((b"II*\0", b"MM\0*")):
        return TIFF
    if start.startswith(b"BM") and int.from_bytes(start[14:18], "little") in _HEADERS_OF_BMP:
        return BMP
    return None


def format_named(name: str) -> Format | None:
    """Return the format that the ending of a file's name tells."""
    path = PurePath(name.lower())
    endings = {path.suffix, "".join(path.suffixes[-2:])}
    return next((one for one in FORMATS if not endings.isdisjoint(one.endings)), None)
