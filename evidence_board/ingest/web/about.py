"""What a page says of itself in its head: linked data, meta tags, its title, its own address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from evidence_board.ingest.addresses import same_place
from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.outlets import site_suffix
from evidence_board.ingest.record import dated, found, header, line, named, placed
from evidence_board.ingest.web.linked_data import LinkedArticle, article_in
from evidence_board.ingest.web.tree import Element, elements, raw_text, words_of

_TITLES = (
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "parsely-title",
)
_AUTHORS = (
    *(
        "citation_author",
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
    ),
    *("byl", "sailthru.author", "cxenseparse:author"),
)
_PUBLISHERS = ("og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher",
               "dcterms.publisher", "publisher", "application-name")  # fmt: skip
_DATES = (
    *(
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
    ),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "datepublished",
    ),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date.created"),
    *("og:published_time", "cxenseparse:recs:publishtime", "article.published"),
)
_SECTIONS = ("article:section", "parsely-section", "og:section", "section", "cxenseparse:category")
_PARTS = re.compile(r"\s+[|–—»·-]\s+")
_PAGES = re.compile(
    r"^(?:home|welcome|untitled|index|news|article|page \d+|document)$", re.IGNORECASE
)


@dataclass(frozen=True)
class _Said:
    """A value of the head, and the words that say it."""

    value: str
    words: str


def about(top: Element, today: date, came_from: str = "") -> dict[str, Proposal]:
    """Return the fields that the head of a page states; ``came_from`` is where it was saved."""
    meta = _meta(top)
    url = _url(top, meta, came_from)
    headings = tuple(words_of(one) for one in elements(top, "h1"))
    title_tag = next((line(raw_text(one)) for one in elements(top, "title")), "")
    first = _first(meta, _TITLES)
    linked = article_in(
        top, (*headings, first.value if first else "", title_tag), str(url.value) if url else ""
    )
    publisher = _publisher(meta, linked)
    return found(
        title=_title(headings, title_tag, first, linked, publisher),
        authors=_authors(top, meta, linked, publisher),
        publisher=publisher,
        published=_published(top, meta, linked, today),
        section=_section(meta, linked),
        language=_language(top, meta, linked),
        url=url,
    )


def _meta(top: Element) -> dict[str, list[str]]:
    """Return what the meta tags say, by their names in lower case."""
    told: dict[str, list[str]] = {}
    for one in elements(top, "meta"):
        content = one.get("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := one.get(key).lower()):
                told.setdefault(name, []).append(content)
    return told


def _first(meta: dict[str, list[str]], names: Sequence[str]) -> _Said | None:
    for name in names:
        for value in meta.get(name, ()):
            if clean := line(value):
                return _Said(clean, f"{name}: {clean}")
    return None


def _title(
    headings: Sequence[str],
    title_tag: str,
    meta: _Said | None,
    linked: LinkedArticle | None,
    publisher: Proposal | None,
) -> Proposal | None:
    """Return the heading that the head confirms, or else what the head calls the page.

    A heading alone may be the name of the site, and a title alone may be search words.
    """
    site = str(publisher.value) if publisher else ""
    said = [
        one
        for one in (linked.headline if linked else "", meta.value if meta else "", title_tag)
        if one
    ]
    for heading in headings:
        clean = line(heading)
        if clean and clean != site and any(_alike(clean, _without_site(one, site)) for one in said):
            return header(clean, basis="stated")
    if linked is not None and linked.headline:
        return header(linked.headline, f"headline: {linked.headline}")
    if meta is not None and (kept := _without_site(meta.value, site)) != site:
        return header(kept, meta.words)
    real = [line(one) for one in headings if line(one) and line(one) != site]
    if len(real) == 1 and not _PAGES.match(real[0]) and len(real[0].split()) >= 3:
        return header(real[0], basis="stated")
    kept = _without_site(title_tag, site)
    if kept and kept != site and not _PAGES.match(kept) and len(kept.split()) >= 3:
        return header(kept, f"title: {title_tag}")
    return None


def _without_site(words: str, site: str) -> str:
    """Return a title without the name of the site and of its sections after it."""
    parts = _PARTS.split(words)
    while len(parts) > 1 and site and (_alike(parts[-1], site) or _alike(parts[0], site)):
        if _alike(parts[-1], site):
            words = words[: words.rindex(parts[-1])].rstrip(" |–—»·-")
        else:
            words = words[words.index(parts[0]) + len(parts[0]) :].lstrip(" |–—»·-")
        parts = _PARTS.split(words)
    if not site and (apart := site_suffix(words, "")):
        return apart[0]
    return words


def _alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks, or one holds nearly all of the other."""
    first, second = (
        ["".join(filter(str.isalnum, word)) for word in words.casefold().split()]
        for words in (one, other)
    )
    words, others = {word for word in first if word}, {word for word in second if word}
    if not words or not others:
        return False
    return len(words & others) >= 0.8 * max(len(words), len(others))


def _authors(
    top: Element,
    meta: dict[str, list[str]],
    linked: LinkedArticle | None,
    publisher: Proposal | None,
) -> Proposal | None:
    site = str(publisher.value).casefold() if publisher else ""
    if linked is not None:
        names = [one for one in linked.authors if one.casefold() != site]
        if proposal := named(names, f"author: {', '.join(linked.authors)}"):
            return proposal
    for name in _AUTHORS:
        given = [
            _without_by(one) for one in meta.get(name, ()) if "://" not in one and "@" not in one
        ]
        names = [part for one in given for part in _listed(one) if part.casefold() != site]
        if proposal := named(names, f"{name}: {'; '.join(given)}"):
            return proposal
    marked = [
        words
        for one in elements(top, "a", "span", "p", "div", "address")
        if "author" in one.get("rel").lower().split() or one.get("itemprop").lower() == "author"
        if 1 < len((words := _without_by(words_of(one))).split()) <= 5
    ]
    return named(marked, basis="stated")


def _listed(names: str) -> list[str]:
    """Return the names in a list of them: parted by "and", or by commas where each is a name."""
    parts = re.split(r"\s*(?:;|\band\b|&|\|)\s*", names)
    apart = [one for part in parts for one in part.split(",")]
    return apart if all(len(one.split()) >= 2 for one in apart) else parts


def _without_by(words: str) -> str:
    return re.sub(r"^\s*by:?\s+", "", words, flags=re.IGNORECASE).strip()


def _publisher(meta: dict[str, list[str]], linked: LinkedArticle | None) -> Proposal | None:
    if linked is not None and linked.publisher:
        return header(linked.publisher, f"publisher: {linked.publisher}")
    said = _first(meta, _PUBLISHERS)
    return (
        header(said.value.removeprefix("@"), said.words)
        if said and "://" not in said.value
        else None
    )


def _published(
    top: Element, meta: dict[str, list[str]], linked: LinkedArticle | None, today: date
) -> Proposal | None:
    if linked is not None and (
        proposal := dated(linked.published, today, f"datePublished: {linked.published}")
    ):
        return proposal
    for name in _DATES:
        for value in meta.get(name, ()):
            if proposal := dated(value, today, f"{name}: {value}"):
                return proposal
    marked = [one for one in elements(top, "time") if "pubdate" in one.attributes
              or one.get("itemprop").lower() == "datepublished"]  # fmt: skip
    proposals = [
        dated(one.get("datetime"), today, f"time: {one.get('datetime')}") for one in marked
    ]
    days = {one.value: one for one in proposals if one is not None}
    return next(iter(days.values())) if len(days) == 1 else None


def _section(meta: dict[str, list[str]], linked: LinkedArticle | None) -> Proposal | None:
    if linked is not None and linked.section:
        return header(linked.section, f"articleSection: {linked.section}")
    said = _first(meta, _SECTIONS)
    return header(said.value, said.words) if said and "://" not in said.value else None


def _language(
    top: Element, meta: dict[str, list[str]], linked: LinkedArticle | None
) -> Proposal | None:
    said = next((one.get("lang") or one.get("xml:lang") for one in elements(top, "html")), "")
    words = f"lang: {said}"
    if not said and (
        named_there := _first(meta, ("content-language", "language", "dc.language", "og:locale"))
    ):
        said, words = named_there.value.replace("_", "-"), named_there.words
    if not said and linked is not None and linked.language:
        said, words = linked.language, f"inLanguage: {linked.language}"
    return (
        header(said, words)
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", said)
        else None
    )


def _url(top: Element, meta: dict[str, list[str]], came_from: str) -> Proposal | None:
    """Return the page's own address; the one that it was saved from where it gives none."""
    for one in elements(top, "link"):
        if "canonical" in one.get("rel").lower().split():
            whole = urljoin(came_from, one.get("href")) if came_from else one.get("href")
            if (proposal := placed(whole, f"canonical: {whole}")) and not _is_front(
                whole, came_from
            ):
                return proposal
    said = _first(meta, ("og:url", "citation_public_url", "parsely-link"))
    if (
        said
        and (proposal := placed(said.value, said.words))
        and not _is_front(said.value, came_from)
    ):
        return proposal
    return placed(came_from, f"saved from: {came_from}") if came_from else None


def _is_front(url: str, came_from: str) -> bool:
    """Whether an address is only that of a site, given by mistake for each of its pages."""
    return same_place(url).count("/") == 3 and same_place(url).endswith("/") and url != came_from
