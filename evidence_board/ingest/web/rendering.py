"""The text of a part of a page: paragraphs, lists and tables as lines, all else as it stands."""

import re

from evidence_board.ingest.vocabulary import word_set
from evidence_board.ingest.web.article import Article
from evidence_board.ingest.web.tree import Element

_PARAGRAPHS = word_set(
    "address article aside blockquote body details div dl fieldset figcaption figure footer",
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html main ol p pre section summary table ul",
)
_LINES = word_set("dd dt li tr caption")
_CELLS = frozenset(("td", "th"))
_BLANK = re.compile(r"[ \t\n\r\f]+")


class _Page:
    """Text as it grows: a break is written when words follow it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._breaks = 0
        self._cell = self._blank = False

    def part(self, lines: int) -> None:
        """Let what follows begin on a new line, or after a blank one."""
        self._breaks = max(self._breaks, lines)

    def cell(self) -> None:
        """Let what follows begin in the next cell of a table."""
        self._cell = True

    def write(self, words: str, *, as_it_is: bool) -> None:
        """Write words; blanks become one space, save where they are meant."""
        text = words if as_it_is else _BLANK.sub(" ", words)
        if not text.strip() and not (as_it_is and text):
            self._blank = self._blank or bool(text)
            return
        if not as_it_is:
            self._blank = self._blank or text[0] == " "
        if self.parts:
            self.parts.append(self._between())
        self.parts.append(text if as_it_is else text.strip(" "))
        self._blank = not as_it_is and text[-1] == " "
        self._breaks, self._cell = 0, False

    def _between(self) -> str:
        if self._breaks:
            return "\n" * self._breaks
        if self._cell:
            return "\t"
        return " " if self._blank else ""


def text_of(article: Article) -> str:
    """Return the text of an article, ending with a line end."""
    page = _Page()
    reading = article.first is article.around or article.first is article.root
    stack: list[Element | str | None] = [article.around]
    open_elements: list[tuple[Element, bool]] = []
    as_it_is = False
    while stack:
        one = stack.pop()
        if one is None:
            ended, as_it_is = open_elements.pop()
            _break(page, ended)
            if ended is article.root:
                break
        elif isinstance(one, str):
            if reading:
                page.write(one, as_it_is=as_it_is)
        elif not article.leaves_out(one):
            reading = reading or one is article.first
            _break(page, one)
            if one.tag == "br":
                page.part(1)
            open_elements.append((one, as_it_is))
            as_it_is = as_it_is or one.tag == "pre"
            stack.append(None)
            stack.extend(reversed(one.children))
    return "".join(page.parts) + "\n" if page.parts else ""


def _break(page: _Page, element: Element) -> None:
    if element.tag in _PARAGRAPHS:
        page.part(2)
    elif element.tag in _LINES:
        page.part(1)
    elif element.tag in _CELLS:
        page.cell()
