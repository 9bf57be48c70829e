"""DOCX and ODT: the words of their paragraphs, tables and notes, and what their header says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import Proposal, Refused
from evidence_board.ingest.names import is_person
from evidence_board.ingest.readers.headings import Headings, styles_of
from evidence_board.ingest.readers.markup import Listener, read_xml
from evidence_board.ingest.readers.zipped import Zipped
from evidence_board.ingest.reading import Question, Reading
from evidence_board.ingest.record import found, header, line, named

TOOL = "Evidence Board, office reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""

_WORD_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


@dataclass
class _Text:
    """Text as it grows, and what it is made of; `skipped` counts elements that are left out."""

    parts: list[str] = field(default_factory=list)
    skipped: int = 0
    cells: int = 0
    headings: Headings = field(default_factory=Headings)

    def write(self, words: str) -> None:
        """Write words as they stand."""
        if not self.skipped:
            self.parts.append(words.replace("\f", " "))
            self.headings.write(words)

    def whole(self) -> str:
        """Return the text, blank space at its end left out."""
        text = "".join(self.parts).strip("\n")
        return f"{text}\n" if text.strip() else ""


def _style_of_word(text: _Text, tag: str, attributes: Mapping[str, str]) -> None:
    """Take notice of the style of a paragraph, which stands in a part of it that is left out."""
    if tag == "p" and not text.skipped:
        text.headings.begin("")
    elif tag == "pStyle":
        text.headings.begin(attributes.get("val", ""))


def _style_of_open_document(text: _Text, tag: str, attributes: Mapping[str, str]) -> None:
    """Take notice of the style of a paragraph, and of what a style rests on."""
    if tag == "style":
        text.headings.name(attributes.get("name", ""), attributes.get("parent-style-name", ""))
    elif tag in ("p", "h") and not text.skipped:
        level = attributes.get("outline-level", "") if tag == "h" else ""
        text.headings.begin(f"heading {level}" if level else attributes.get("style-name", ""))


@dataclass(frozen=True)
class _Dialect:
    """By which elements a format says what: their names without those of their spaces.

    Text stands in ``words`` only; ``signs`` are elements that stand for characters, ``blanks`` the
    one that stands for as many blanks as it says; ``style`` is told of every element that begins.
    """

    style: Callable[[_Text, str, Mapping[str, str]], None]
    left_out: frozenset[str]
    words: frozenset[str]
    paragraphs: frozenset[str]
    signs: Mapping[str, str]
    table: str
    row: str
    cell: str
    blanks: str = ""


_WORD = _Dialect(
    style=_style_of_word,
    left_out=frozenset(("delText", "instrText", "del", "moveFrom", "Fallback", "pPr", "rPr")),
    words=frozenset(("t",)),
    paragraphs=frozenset(("p",)),
    signs={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"},
    table="tbl",
    row="tr",
    cell="tc",
)
_OPEN_DOCUMENT = _Dialect(
    style=_style_of_open_document,
    left_out=frozenset(
        ("tracked-changes", "annotation", "automatic-styles", "font-face-decls", "sequence-decls")
    ),
    words=frozenset(("p", "h")),
    paragraphs=frozenset(("p", "h")),
    signs={"tab": "\t", "line-break": "\n"},
    table="table",
    row="table-row",
    cell="table-cell",
    blanks="s",
)


def read_docx(question: Question, original: bytes) -> Reading:
    """Return the reading of a Word document."""
    archive = Zipped(question.name, original)
    main = next((one for one in archive.names() if _is_main(one)), "")
    body = archive.member(main) if main else None
    if body is None:
        raise Refused(f"“{question.name}” holds no Word document. Save it again, or as PDF.")
    styles = styles_of(question.name, archive.member("word/styles.xml"))
    main_text = _text(question.name, body, _WORD, Headings(styles))
    texts = [main_text.whole()]
    for notes in _WORD_NOTES:
        if (content := archive.member(notes)) is not None:
            texts.append(_text(question.name, content, _WORD).whole())
    told = _told(question.name, archive.member("docProps/core.xml"))
    whole = "\n".join(one for one in texts if one)
    return _reading(question, whole, told, main_text.headings, "Word document")


def read_odt(question: Question, original: bytes) -> Reading:
    """Return the reading of an OpenDocument text."""
    archive = Zipped(question.name, original)
    body = archive.member("content.xml")
    if body is None:
        raise Refused(f"“{question.name}” holds no document. Save it again, or as PDF.")
    told = _told(question.name, archive.member("meta.xml"))
    text = _text(question.name, body, _OPEN_DOCUMENT)
    return _reading(question, text.whole(), told, text.headings, "OpenDocument text")


def _is_main(member: str) -> bool:
    return member.startswith("word/document") and member.endswith(".xml") and "/" not in member[5:]


def _text(name: str, content: bytes, dialect: _Dialect, headings: Headings | None = None) -> _Text:
    text = _Text(headings=headings or Headings())
    read_xml(name, content, _listening(text, dialect))
    return text


def _listening(text: _Text, dialect: _Dialect) -> Listener:
    """Return what listens to a format and writes its words."""
    inside = [0]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        dialect.style(text, tag, attributes)
        if text.skipped or tag in dialect.left_out:
            text.skipped += 1
        elif tag in dialect.words:
            inside[0] += 1
        elif tag in dialect.signs:
            text.write(dialect.signs[tag])
        elif tag == dialect.blanks:
            text.write(" " * min(100, _number(attributes.get("c", "1"))))
        elif tag == dialect.row:
            text.cells = 0
        elif tag == dialect.cell:
            text.write("\t" if text.cells else "")
            text.cells += 1

    def end(tag: str) -> None:
        if text.skipped:
            text.skipped -= 1
            return
        if tag in dialect.words:
            inside[0] -= 1
        if tag in dialect.paragraphs:
            text.write("\n\n" if not text.cells else " ")
        elif tag == dialect.row:
            text.write("\n")
            text.cells = 0
        elif tag == dialect.table:
            text.write("\n")

    return Listener(begin, end, lambda words: text.write(words) if inside[0] else None)


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 6 else 1


def _told(name: str, content: bytes | None) -> Mapping[str, str]:
    """Return the words of each element of a header; empty where there is none."""
    told: dict[str, str] = {}
    if content is None:
        return told
    here: list[str] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        here.append(tag)

    def end(tag: str) -> None:
        here.pop()

    def write(words: str) -> None:
        if here:
            told[here[-1]] = told.get(here[-1], "") + words[:1_000]

    read_xml(name, content, Listener(begin, end, write))
    return told


def _reading(
    question: Question, text: str, told: Mapping[str, str], headings: Headings, kind: str
) -> Reading:
    if not text.strip():
        raise Refused(f"“{question.name}” holds no words. Check whether it was saved.")
    method = f"Words of the {kind} in its order, notes at the end; deleted ones left out"
    stated = found(title=headings.title())
    fields = {**propose(text, question.today), **_about(told, text, question.today), **stated}
    return Reading(text, method, TOOL, fields)


def _about(told: Mapping[str, str], text: str, today: date) -> dict[str, Proposal]:
    """Return what the document's header says, where its first words bear it out.

    Programs fill it with the names of templates and users.
    """
    start = " ".join(text[:20_000].casefold().split())
    title, author = line(told.get("title", "")), line(told.get("creator", ""))
    language = line(told.get("language", ""))
    authors = [
        one
        for one in author.split(";")
        if is_person(one.strip()) and one.strip().casefold() in start
    ]
    return found(
        title=header(title, f"title: {title}") if title.casefold() in start else None,
        authors=named(authors, f"creator: {author}"),
        language=header(language, f"language: {language}"),
    )
