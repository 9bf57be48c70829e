"""Who published it, where the text says so: a label, the end of a title line."""

import re

from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.furniture import is_section
from evidence_board.ingest.page import Page

_LABEL = re.compile(
    r"^(?P<key>publisher|publication|published\s+by|site(?:\s+name)?)\s*(?P<colon>:)?\s*"
    r"(?P<name>\S.*)$",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news(?:paper|wire)?|times|post|herald|guardian|press|journal|tribune|telegraph|gazette"
    r"|chronicle|daily|weekly|observer|independent|mirror|mail|globe|examiner|courier|bulletin"
    r"|dispatch|magazine|radio|tv|television|broadcasting|media|insider|monitor|economist)\b"
    r"|\w\.(?:com|org|net|info|news|tv|eu|co\.uk|[a-z]{2})$",
    re.IGNORECASE,
)
_SMALL = frozenset({"and", "of", "the", "de", "la"})


def is_outlet(words: str) -> bool:
    """Whether words hold a word that names of newspapers, channels and sites are made of."""
    return bool(_OUTLET.search(words))


def site_suffix(line: str, body: str) -> tuple[str, str] | None:
    """Return title and site of a line such as "Mayor resigns | The Daily Herald", else None.

    What stands last may as well be a topic: it counts as a site when it has the words of one,
    or, after a bar, when the article itself (`body`, in lower case) never uses it.
    """
    parts = re.split(r"\s+([|–—-])\s+", line)
    if len(parts) < 3:
        return None
    bar, site = parts[-2], parts[-1].strip()
    kept = parts[:-2]
    while len(kept) > 2 and is_section(kept[-1]):
        kept = kept[:-2]
    title = " ".join(kept)
    if len(title.split()) < 3 or not _is_title_of_site(site):
        return None
    by_itself = bar == "|" and site.casefold() not in body and _stands_out(site)
    return (title, site) if is_outlet(site) or by_itself else None


def without_section(line: str) -> str:
    """Return a headline without the name of a section before or after a bar."""
    parts = line.split(" | ")
    while len(parts) > 1 and is_section(parts[-1]):
        parts.pop()
    while len(parts) > 1 and is_section(parts[0]):
        parts.pop(0)
    return " | ".join(parts)


def publisher(page: Page) -> Proposal | None:
    """Return the publisher that the text names; a line of copyright is page furniture, no data."""
    for line in page.top[:25]:
        if proposal := _labelled(line):
            return proposal
    for line in page.top[: page.prose]:
        if found := site_suffix(line, page.body):
            return Proposal(found[1], "stated", line)
    return None


def _labelled(line: str) -> Proposal | None:
    found = _LABEL.match(line)
    if not found or len(found["name"].split()) > 6:
        return None
    name = found["name"].strip(" .")
    if found["key"].casefold().startswith("published"):
        return Proposal(name, "stated", line) if is_outlet(name) else None
    return Proposal(name, "header", line) if found["colon"] else None


def _is_title_of_site(site: str) -> bool:
    words = site.split()
    return (
        1 <= len(words) <= 5
        and all(word[0].isupper() or word in _SMALL or is_outlet(word) for word in words)
        and words[0][0].isalnum()
        and not is_section(site)
    )


def _stands_out(site: str) -> bool:
    """Whether a name is more than one plain word: two words, or capitals inside."""
    return len(site.split()) >= 2 or any(letter.isupper() for letter in site[1:])
