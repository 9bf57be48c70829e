"""The tree of a web page. It is built without recursion, so that no depth is too deep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_BLANK = re.compile(r"[ \t\n\r\f]+")


@dataclass(eq=False, slots=True)
class Element:
    """An element of a page: its tag in lower case, its attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: "list[Element | str]" = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute without blanks around it, empty where there is none."""
        return self.attributes.get(name, "").strip()


class _Builder:
    """What lxml calls while it reads: the parser's own tree ends at 256 levels, this does not."""

    def __init__(self) -> None:
        self.top = Element("#page", {})
        self._here = self.top

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        made = Element(str(tag).lower(), dict(attributes), self._here)
        self._here.children.append(made)
        self._here = made

    def end(self, tag: str) -> None:
        if self._here.parent is not None:
            self._here = self._here.parent

    def data(self, words: str) -> None:
        self._here.children.append(words)

    def comment(self, words: str) -> None:
        """Leave comments out."""

    def close(self) -> Element:
        return self.top


def parse(markup: str) -> Element:
    """Return the tree of a page; what is wrong in its markup is mended as browsers do."""
    parser = etree.HTMLParser(target=_Builder(), encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(markup.replace("\0", "\ufffd").encode("utf-8", "replace"))
    top = parser.close()
    assert isinstance(top, Element)
    return top


def walk(top: Element) -> Iterator[tuple[Element, bool]]:
    """Yield each element twice, in the order of the page: when it begins (True) and ends."""
    stack: list[tuple[Element, bool]] = [(top, True)]
    while stack:
        element, begins = stack.pop()
        yield element, begins
        if begins:
            stack.append((element, False))
            inner = [one for one in element.children if isinstance(one, Element)]
            stack.extend((one, True) for one in reversed(inner))


def elements(top: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements with one of these tags, in the order of the page."""
    return (one for one, begins in walk(top) if begins and one.tag in tags)


def words_of(top: Element) -> str:
    """Return all text in an element, blanks as one space."""
    parts: list[str] = []
    stack: list[Element | str] = [top]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            parts.append(one)
        elif one.tag not in ("script", "style", "noscript", "template"):
            stack.extend(reversed(one.children))
            if one.tag in ("br", "p", "div", "li", "td", "h1", "h2", "span"):
                parts.append(" " if one.tag != "span" else "")
    return _BLANK.sub(" ", "".join(parts)).strip()


def raw_text(top: Element) -> str:
    """Return the text directly in an element, as it stands: that of a script or a title."""
    return "".join(one for one in top.children if isinstance(one, str))
