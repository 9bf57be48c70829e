"""What a page says of its article as linked data (JSON-LD, schema.org)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from evidence_board.ingest.vocabulary import word_set
from evidence_board.ingest.web.tree import Element, elements, raw_text

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
_DEEPEST, _MOST = 12, 5_000
_ARTICLES = word_set(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle",
    "backgroundnewsarticle reviewnewsarticle askpublicnewsarticle satiricalarticle blogposting",
    "advertisercontentarticle liveblogposting report scholarlyarticle techarticle",
    "socialmediaposting",
)


@dataclass(frozen=True)
class LinkedArticle:
    """The fields of one article, empty where it has none."""

    headline: str
    authors: tuple[str, ...]
    publisher: str
    published: str
    section: str
    language: str
    url: str


def article_in(top: Element, headings: tuple[str, ...], url: str) -> LinkedArticle | None:
    """Return the one article that the page is about; None where there is none, or no telling.

    Of several it is the one with the page's own heading or address: others are teasers.
    """
    found = [_article(one) for one in _objects(top) if _is_article(one)]
    if len(found) <= 1:
        return found[0] if found else None
    wanted = {_plain(one) for one in headings if one}
    own = [one for one in found if _plain(one.headline) in wanted or (url and one.url == url)]
    return own[0] if len({one.headline for one in own}) == 1 else None


def _objects(top: Element) -> Iterator[dict[str, Value]]:
    for script in elements(top, "script"):
        if "ld+json" in script.get("type").lower():
            try:
                given = json.loads(raw_text(script).strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _within(given)


def _within(given: Value) -> Iterator[dict[str, Value]]:
    """Yield the objects in a value, those in lists and graphs too."""
    stack, seen = [(given, 0)], 0
    while stack and seen < _MOST:
        one, depth = stack.pop(0)
        seen += 1
        if isinstance(one, list) and depth < _DEEPEST:
            stack.extend((inner, depth + 1) for inner in one)
        elif isinstance(one, dict):
            yield one
            stack.extend((one[name], depth + 1) for name in ("@graph", "mainEntity") if name in one)


def _is_article(one: dict[str, Value]) -> bool:
    return any(kind.lower().rpartition("/")[2] in _ARTICLES for kind in _texts(one.get("@type")))


def _article(one: dict[str, Value]) -> LinkedArticle:
    authors = [name for name in _names(one.get("author")) if "://" not in name]
    return LinkedArticle(
        _text(one.get("headline")) or _text(one.get("name")),
        tuple(dict.fromkeys(authors)),
        next(iter(_names(one.get("publisher"))), ""),
        _text(one.get("datePublished")),
        next(iter(_texts(one.get("articleSection"))), ""),
        next(iter(_names(one.get("inLanguage"))), ""),
        _address(one.get("mainEntityOfPage")) or _text(one.get("url")),
    )


def _names(value: Value) -> tuple[str, ...]:
    """Return the names that a value holds: itself, or those of the things in it."""
    listed = value if isinstance(value, list) else [value]
    names = (_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in listed)
    return tuple(name for name in names if name)


def _texts(value: Value) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(text for one in listed if (text := _text(one)))


def _address(value: Value) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


def _text(value: Value) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _plain(words: str) -> str:
    return "".join(one for one in words.casefold() if one.isalnum())
