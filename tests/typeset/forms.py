"""A brief in its forms read back by parsers that are not ours: words, links, places."""

import io
import re
import zipfile
from dataclasses import dataclass
from html.parser import HTMLParser

from lxml import etree
from markdown_it import MarkdownIt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VOID = {"meta", "col", "br", "link", "img", "hr", "input"}


@dataclass(frozen=True)
class Page:
    """What a form says: its words in one line, places, and where its links lead."""

    words: str
    places: frozenset[str]
    aims: frozenset[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.places: list[str] = []
        self.aims: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.places.append(value or "")
            if name == "href":
                self.aims.append(value or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> where another element is open"
        if tag in ("p", "td", "li", "dd", "dt", "h1", "h2", "h3"):
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)


def read_html(made: bytes) -> tuple[Page, _Reader]:
    reader = _Reader()
    reader.feed(made.decode("utf-8"))
    reader.close()
    assert reader._open == []
    words = " ".join("".join(reader.words).split())
    return Page(words, frozenset(reader.places), frozenset(reader.aims)), reader


def read_markdown(made: bytes) -> tuple[Page, _Reader]:
    """Return what a CommonMark parser with tables, raw HTML and bare links makes of it."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    rendered = parser.render(made.decode("utf-8"))
    reader = _Reader()
    reader.feed(re.sub(r"<(br|hr|img[^>]*) />", r"<\1>", rendered))
    words = " ".join("".join(reader.words).split())
    return Page(words, frozenset(reader.places), frozenset(reader.aims)), reader


def read_docx(made: bytes) -> Page:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        body = etree.fromstring(archive.read("word/document.xml"))
    words = " ".join(
        "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    )
    places = frozenset(one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart"))
    aims = frozenset(f"#{one.get(f'{W}anchor')}" for one in body.iter(f"{W}hyperlink"))
    return Page(" ".join(words.split()), places, aims)


def streams_of_docx(made: bytes) -> bytes:
    """Return every file of the archive in one, unpacked."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())
