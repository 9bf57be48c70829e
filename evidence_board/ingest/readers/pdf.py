"""PDF, read with PDFium: text page by page, each ended by a form feed."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import Proposal, Refused
from evidence_board.ingest.names import is_person
from evidence_board.ingest.readers.pdf_lines import Line, flowed
from evidence_board.ingest.reading import Question, Reading
from evidence_board.ingest.record import found, header, line, named

TOOL = f"Evidence Board, PDF reader 1, PDFium {pypdfium2.PDFIUM_INFO}"
"""What made the text; the figure rises when the same bytes would give another text."""

MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_NO_LETTERS = frozenset("\ufffe\uffff\x7f")
_NO_TITLE = ("microsoft word", "microsoft powerpoint", "untitled", "layout 1", "document1")
_FILE_ENDINGS = (".doc", ".docx", ".pdf", ".indd", ".qxd", ".rtf", ".odt", ".tex", ".dvi", ".xls")
_HYPHENS = (0xFFFE, 0x02, 0x2D)
_LINE_ENDS = re.compile("(\r\n|\ufffe|\x02)")


def load() -> None:
    """Load what PDFium needs: the first document does."""
    pypdfium2.PdfDocument.new().close()


def read_pdf(question: Question, original: bytes) -> Reading:
    """Return the reading of a PDF; one whose pages are pictures has no text."""
    with closing(opened(question.name, original)) as document:
        pages, size = [], 0
        for number in range(len(document)):
            pages.append(_page_text(document, number))
            size += len(pages[-1])
            if size > _MOST_CHARACTERS:
                raise Refused(
                    f"“{question.name}” has more than {_MOST_CHARACTERS // 1_000_000} million "
                    "characters. Add the pages that matter as a file of their own."
                )
        count = f"{len(pages):,} page" + "s" * (len(pages) != 1)
        language = _language(document)
        told = document.get_metadata_dict(skip_empty=True)
    if not any(page.strip() for page in pages):
        method = f"none: there is no text in its {count}, which are pictures"
        return Reading("", method, TOOL, _about(told, "", language, question.today))
    text = "".join(f"{page}\f" for page in pages)
    method = f"Text of {count} in the order of PDFium; a form feed ends each page"
    fields = {**propose(text, question.today), **_about(told, text, language, question.today)}
    return Reading(text, method, TOOL, fields)


def opened(name: str, original: bytes) -> pypdfium2.PdfDocument:
    """Return a document, which the caller closes; Refused says why it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise Refused(
                f"“{name}” is locked with a password. Open it with the password, save it without "
                "one and add that."
            ) from problem
        raise Refused(
            f"“{name}” is cut off or damaged and cannot be read. Get it again from where it came."
        ) from problem
    refusal = _pages_refused(name, len(document))
    if refusal:
        document.close()
        raise Refused(refusal)
    return document


def _pages_refused(name: str, count: int) -> str:
    """Return why a document with so many pages is not read, or nothing."""
    if count > MOST_PAGES:
        return (
            f"“{name}” has {count:,} pages, more than the {MOST_PAGES:,} that are read. Add the "
            "pages that matter as a file of their own."
        )
    return "" if count else f"“{name}” has no pages. Get it again from where it came."


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """Return the text of a page; empty where it is damaged, for the others may be whole."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            return flowed(tuple(lines_of(words)))
    except pypdfium2.PdfiumError:
        return ""


def pieces(words: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page as PDFium has them, each with the place of its first character."""
    place = 0
    for piece in _LINE_ENDS.split(words.get_text_range(errors="replace")):
        if not _LINE_ENDS.fullmatch(piece):
            yield place, piece
        place += units_of(piece)


def units_of(words: str) -> int:
    """Return how many places words take: what is outside of Unicode's first plane takes two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def lines_of(words: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """Yield the lines of a page with the places of their first and last characters."""
    count = words.count_chars()
    for place, piece in pieces(words):
        units = units_of(piece)
        if clean := _clean(piece).strip():
            first = place + len(piece) - len(piece.lstrip())
            last = place + units - 1 - (len(piece) - len(piece.rstrip()))
            left, height = _left_and_height(words, first)
            size = pdfium.FPDFText_GetFontSize(words.raw, first) or 1.0
            divided = place + units < count and _is_hyphen(words, place + units)
            yield Line(clean, left, _right(words, max(first, last)), height, size, divided)


def _is_hyphen(words: pypdfium2.PdfTextPage, place: int) -> bool:
    """Whether a word is divided here: PDFium puts a mark for the hyphen and the line end."""
    return pdfium.FPDFText_GetUnicode(words.raw, place) in _HYPHENS


def _clean(words: str) -> str:
    """Return words without what no text can hold: form feeds, zeros, marks of PDFium."""
    return "".join(map(letter, words))


def letter(one: str) -> str:
    """Return what the text has for a character of PDFium: itself, a space, or nothing."""
    if one.isspace():
        return "\x20"
    return one if one >= " " and one not in _NO_LETTERS else ""


def _left_and_height(words: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    """Return where a character begins, and the height of the line that it stands on."""
    left, height = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words.raw, place, left, height)
    return left.value, height.value


def _right(words: pypdfium2.PdfTextPage, place: int) -> float:
    """Return where a character ends."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(words.raw, place, left, right, bottom, top)
    return right.value


def _language(document: pypdfium2.PdfDocument) -> str:
    """Return the language that the document names, empty where it names none."""
    ask = getattr(pdfium, "FPDFCatalog_GetLanguage", None)
    if ask is None:
        return ""
    length = ask(document.raw, None, 0)
    if not 2 < length <= 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(document.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _about(told: dict[str, str], text: str, language: str, today: date) -> dict[str, Proposal]:
    """Return what the document's own fields say, where its first pages bear it out.

    Programs fill them with names of templates, of users and of files. When it was made is no date
    of publication.
    """
    start = text[:20_000].casefold()
    title, author = line(told.get("Title", "")), line(told.get("Author", ""))
    words = [word for word in title.casefold().split() if len(word) > 2]
    borne_out = sum(word.strip(".,:;!?“”\"'()") in start for word in words) >= 0.7 * len(words)
    if not words or not borne_out or _names_a_file(title):
        title = ""
    authors = [one.strip() for one in author.replace(" and ", ";").split(";")]
    signed = [one for one in authors if is_person(one) and one.casefold() in start]
    return found(
        title=header(title, f"Title: {title}"),
        authors=named(signed, f"Author: {author}"),
        language=header(language, f"Lang: {language}"),
    )


def _names_a_file(title: str) -> bool:
    plain = title.casefold()
    return plain.startswith(_NO_TITLE) or plain.endswith(_FILE_ENDINGS)
