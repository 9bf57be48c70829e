"""Addresses of the web in a text or a drag: told from other words, kept as they stand.

Nothing is ever fetched from them.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from evidence_board.ingest.draft import Refused

LONGEST = 2_000
_SCHEMES = ("http", "https", "ftp")
_USUAL_PORTS = {"http": 80, "https": 443, "ftp": 21}
_BEGIN = re.compile(r"(?:https?|ftp)://\S+\Z", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:(?P<code>javascript|vbscript):\S|data:[\w.+-]*/?[\w.+-]*[;,]|(?P<file>file):/|blob:\w+:/)",
    re.IGNORECASE,
)
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")


@dataclass(frozen=True)
class Address:
    """An address, and the title that came with it, if any."""

    url: str
    title: str = ""


def addresses_in(text: str) -> tuple[Address, ...]:
    """Return the addresses of a text that holds nothing else, one a line; else none.

    Refused says why what looks like one cannot be taken.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and (never := _NEVER.match(lines[0])):
        raise Refused(_why_never(never))
    if not lines or not all(_BEGIN.match(line) for line in lines):
        return ()
    return tuple(Address(checked(line)) for line in lines)


def titled(text: str) -> tuple[Address, ...]:
    """Return the addresses of a drag from a browser: lines of address and title in turn."""
    lines = [line.strip() for line in text.split("\n")]
    found = []
    for place in range(0, len(lines), 2):
        title = lines[place + 1] if place + 1 < len(lines) else ""
        found += [Address(one.url, _title(title, one.url)) for one in addresses_in(lines[place])]
    return tuple(found)


def checked(url: str) -> str:
    """Return an address as it stands; Refused says what is wrong with it."""
    if len(url) > LONGEST:
        raise Refused(
            f"This address is longer than {LONGEST:,} characters. Add the source by its name and "
            "put a shorter address into it."
        )
    if any(unicodedata.category(letter) in _HIDDEN for letter in url):
        raise Refused("This address holds invisible characters. Type it anew.")
    parts = _parts(url)
    if parts is None or parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        raise Refused("This address names no place on the web. Check how it is written.")
    return url


def same_place(url: str) -> str:
    """Return the form by which two spellings of one address are known to be the same."""
    parts = _parts(url)
    if parts is None or not parts.hostname:
        return url.strip()
    scheme, host = parts.scheme.lower(), parts.hostname.lower()
    usual = parts.port is None or parts.port == _USUAL_PORTS.get(scheme)
    person = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
    place = f"{person}{host}" if usual else f"{person}{host}:{parts.port}"
    # What a browser adds to show the words that were searched for is no other page.
    fragment = parts.fragment.partition(":~:")[0]
    return SplitResult(scheme, place, parts.path or "/", parts.query, fragment).geturl()


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts


def _title(given: str, url: str) -> str:
    """Return a title that says more than the address; lines and blanks become one space."""
    title = " ".join(given.split())[:LONGEST]
    return "" if same_place(title) == same_place(url) else title


def _why_never(found: re.Match[str]) -> str:
    if found["file"]:
        return "There is no such file on this computer. Check whether it was moved or renamed."
    scheme = found[0].partition(":")[0].lower()
    return f"A {scheme}: address names no place on the web, and is not kept. Add the page's own."
