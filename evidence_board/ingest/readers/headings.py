"""Headings of an office document: the title that its paragraph styles tell."""

import re
from collections.abc import Mapping

from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.furniture import is_furniture
from evidence_board.ingest.page import is_headline
from evidence_board.ingest.readers.markup import Listener, read_xml
from evidence_board.ingest.record import line

_TITLE, _FIRST = "title", "heading 1"
_NUMBERED = re.compile(r"(?:\d+|[IVX]+)[.)]?\s|(?:chapter|section|part|annex|appendix)\b", re.I)
_LONGEST = 250


class Headings:
    """The first title and the first headings of a document, gathered while it is read.

    A style counts by its own name or by that of the style it rests on, whatever the language of
    the program that wrote it calls its headings.
    """

    def __init__(self, styles: Mapping[str, str] | None = None) -> None:
        self._names = dict(styles or {})
        self._style = ""
        self._found: list[tuple[str, list[str]]] = []

    def name(self, style: str, rests_on: str) -> None:
        """Take in what a style rests on."""
        self._names[style] = rests_on

    def begin(self, style: str) -> None:
        """Tell that a paragraph of a style begins; no style is that of plain text."""
        known = self._names.get(style, style)
        self._style = known.replace("_20_", " ").replace("Heading1", _FIRST).casefold()
        if self._style in (_TITLE, _FIRST):
            self._found.append((self._style, []))

    def write(self, words: str) -> None:
        """Tell the next words of the paragraph."""
        if self._style in (_TITLE, _FIRST):
            self._found[-1][1].append(words)

    def title(self) -> Proposal | None:
        """Return the title: what has that style, or else the one first heading that may be one."""
        titles = self._of(_TITLE)
        if titles:
            return _proposal(titles[0]) if len(titles) == 1 else None
        first = self._of(_FIRST)
        if len(first) != 1 or not is_headline(first[0]) or _NUMBERED.match(first[0]):
            return None
        return _proposal(first[0])

    def _of(self, style: str) -> list[str]:
        found = (line("".join(parts)) for one, parts in self._found if one == style)
        return [words for words in found if words]


def styles_of(name: str, content: bytes | None) -> Mapping[str, str]:
    """Return the names of a Word document's styles by the marks that its paragraphs bear."""
    names: dict[str, str] = {}
    if content is None:
        return names
    mark = [""]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            mark[0] = attributes.get("styleId", "")
        elif tag == "name" and mark[0]:
            names.setdefault(mark[0], attributes.get("val", ""))

    read_xml(name, content, Listener(begin, lambda tag: None, lambda words: None))
    return names


def _proposal(words: str) -> Proposal | None:
    if len(words) > _LONGEST or is_furniture(words):
        return None
    return Proposal(words, "stated", words)
