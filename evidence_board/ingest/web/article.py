"""Which part of a page is its article, and which parts around and in it are furniture."""

import re
from collections import defaultdict
from dataclasses import dataclass

from evidence_board.ingest.vocabulary import word_set
from evidence_board.ingest.web.tree import Element, walk

_NEVER_SHOWN = word_set(
    "applet audio button canvas datalist dialog embed frame frameset head iframe input map math",
    "menu meta nav noembed noframes noscript object option progress script select style svg",
    "template textarea title video",
)
_KEPT = word_set("#page html body main article h1")
_ROLES = word_set(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search",
    "toolbar",
)
_FURNITURE = word_set(
    "ad ads advert advertisement advertising banner breadcrumb breadcrumbs comments consent",
    "cookie cookies disqus gdpr masthead menu modal mostpopular mostread nav navbar navigation",
    "newsletter outbrain paywall pagination popular popup promo promos promotion recirc",
    "recirculation recommended related readmore share sharebar sharing sidebar signup skip",
    "skiplink social sponsor sponsored sticky subscribe subscription taboola teasers toolbar",
    "trending",
)
_WORD = re.compile(r"\w+")
_PART_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PARAGRAPHS = frozenset(("p", "blockquote", "pre", "dd", "td", "li", "div", "section", "article"))
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True)
class Article:
    """The part of a page that is read: from `first` on to the end of `root`, within `around`."""

    around: Element
    first: Element
    root: Element
    dropped: frozenset[int]

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is not read."""
        return id(element) in self.dropped


class _Counts:
    """Words of each element: in all, in links, and in what is shaped like a paragraph."""

    def __init__(self, top: Element) -> None:
        self.all: defaultdict[int, int] = defaultdict(int)
        self.linked: defaultdict[int, int] = defaultdict(int)
        self.prose: defaultdict[int, int] = defaultdict(int)
        self.links: defaultdict[int, int] = defaultdict(int)
        self.headed: set[int] = set()
        for element, begins in walk(top):
            if not begins and element.tag not in _NEVER_SHOWN:
                self._count(element)

    def _count(self, element: Element) -> None:
        """Count an element of which all that is in it has been counted."""
        me, above = id(element), element.parent
        text = "".join(one for one in element.children if isinstance(one, str))
        self.all[me] += len(_WORD.findall(text))
        if element.tag == "a":
            self.linked[me], self.links[me] = self.all[me], 1
        plain = self.all[me] - self.linked[me]
        inline = self.prose[me] == 0 and element.tag in _PARAGRAPHS
        if inline and plain >= 8 and plain > self.linked[me]:
            self.prose[me] = plain
        if element.tag == "h1" and self.all[me]:
            self.headed.add(me)
        if above is not None:
            for counted in (self.all, self.linked, self.prose, self.links):
                counted[id(above)] += counted[me]
            if me in self.headed:
                self.headed.add(id(above))


def article_of(top: Element) -> Article:
    """Return what to read of a page."""
    counts = _Counts(top)
    dropped = _furniture(top, counts)
    root = _densest(top, counts, dropped)
    heading = _heading(top, root, dropped)
    around = _common(root, heading) if heading is not None else root
    return Article(around, heading or root, root, frozenset(dropped))


def _furniture(top: Element, counts: _Counts) -> set[int]:
    """Return the elements that are no part of the article, those in them left aside."""
    most, dropped = 0.4 * counts.prose[id(top)], set()
    inside = 0
    for element, begins in walk(top):
        if inside:
            inside += 1 if begins else -1
        elif begins and _is_furniture(element, counts, most):
            dropped.add(id(element))
            inside = 1
    return dropped


def _is_furniture(element: Element, counts: _Counts, most: float) -> bool:
    if element.tag in _NEVER_SHOWN:
        return True
    if "hidden" in element.attributes or _HIDDEN.search(element.get("style")):
        return element.tag not in ("html", "body")
    me = id(element)
    if element.tag in _KEPT or me in counts.headed or counts.prose[me] > most:
        return False
    if element.get("role").lower() in _ROLES or element.get("aria-hidden").lower() == "true":
        return True
    many_links = counts.linked[me] > 0.5 * counts.all[me]
    if element.tag in ("header", "footer"):
        return many_links or not _is_within(element, "article", "main")
    if element.tag == "aside" and (many_links or counts.links[me] > 2):
        return True
    if not _names(element).isdisjoint(_FURNITURE):
        return True
    return element.tag in ("ul", "ol", "section", "div") and _is_list_of_links(element, counts)


def _is_list_of_links(element: Element, counts: _Counts) -> bool:
    """Whether an element is nothing but three links or more, such as teasers."""
    me = id(element)
    plain = counts.all[me] - counts.linked[me]
    return counts.links[me] >= 3 and plain <= 0.15 * counts.all[me]


def _names(element: Element) -> set[str]:
    given = f"{element.get('class')} {element.get('id')}"[:500]
    parts = {one.lower() for one in _PART_OF_NAME.findall(given)}
    return parts | {one.lower() for one in re.split(r"[\s_-]+", given)}


def _is_within(element: Element, *tags: str) -> bool:
    above, levels = element.parent, 0
    while above is not None and levels < 200:
        if above.tag in tags:
            return True
        above, levels = above.parent, levels + 1
    return False


def _densest(top: Element, counts: _Counts, dropped: set[int]) -> Element:
    """Return the innermost element with nearly all paragraphs of the page that are not dropped."""
    lost: defaultdict[int, int] = defaultdict(int)
    for element, begins in walk(top):
        if not begins:
            me = id(element)
            if me in dropped:
                lost[me] = counts.prose[me]
            if element.parent is not None:
                lost[id(element.parent)] += lost[me]
    kept = {me: prose - lost[me] for me, prose in counts.prose.items()}
    here, wanted = top, 0.85 * kept.get(id(top), 0)
    while wanted >= 30:
        inner = [
            one for one in here.children if isinstance(one, Element) and id(one) not in dropped
        ]
        best = max(inner, key=lambda one: kept.get(id(one), 0), default=None)
        if best is None or kept.get(id(best), 0) < wanted or best.tag in ("p", "blockquote"):
            break
        here = best
    return here


def _heading(top: Element, root: Element, dropped: set[int]) -> Element | None:
    """Return the last main heading before the article, if the article has none in it."""
    found: Element | None = None
    inside = 0
    for element, begins in walk(top):
        if inside:
            inside += 1 if begins else -1
        elif begins and id(element) in dropped:
            inside = 1
        elif begins and element is root:
            return found if _has_no_heading(root) else None
        elif begins and element.tag == "h1":
            found = element
    return None


def _has_no_heading(root: Element) -> bool:
    return not any(begins and one.tag == "h1" for one, begins in walk(root))


def _common(one: Element, other: Element) -> Element:
    """Return the innermost element that both are in."""
    above: set[int] = set()
    here: Element | None = one
    while here is not None:
        above.add(id(here))
        here = here.parent
    here = other
    while here is not None and id(here) not in above:
        here = here.parent
    assert here is not None
    return here
