"""Where an address leads: its parts as they are asked for, and which networks are never asked."""

import ipaddress
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from evidence_board.ingest.addresses import checked
from evidence_board.ingest.draft import Refused

Number: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/?%:@!$&'()*+,;=~-._[]"
_LONGEST_NAME = 253
_EMBEDDED = ipaddress.IPv6Network("64:ff9b::/96")
_NEVER = tuple(
    ipaddress.ip_network(one)
    for one in (
        *("::/96", "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),
        *("224.0.0.0/4", "240.0.0.0/4", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"),
        *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
"""What is no place on the web, beside what Python's own list calls private (IANA's registries)."""


@dataclass(frozen=True)
class Place:
    """A page to be asked for: `host` in ASCII letters, `target` as it stands in the request."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def named(self) -> str:
        """The host as the server wants it named: with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, in ASCII letters."""
        return f"{self.scheme}://{self.named}{self.target}"


def place_of(url: str) -> Place:
    """Return where an address leads; Refused says why it cannot be captured."""
    parts = _parts(checked(url.strip()))
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise Refused("Only pages with http: or https: can be captured. Save the file and add it.")
    if "@" in parts.netloc:
        raise Refused(
            "This address holds a name or password before the @, which would be sent. Take it out "
            "of the address."
        )
    host = _host(parts)
    port = parts.port or _PORTS[scheme]
    path = quote(parts.path, safe=_PATH) or "/"
    query = quote(parts.query, safe=_QUERY)
    return Place(scheme, host, port, f"{path}?{query}" if query else path)


def can_be_captured(url: str) -> bool:
    """Whether an address is one of a page that can be captured, as far as its form tells."""
    try:
        place_of(url)
    except Refused:
        return False
    return True


def sent_on(now: Place, location: str) -> Place:
    """Return where a page sends on to; Refused where that cannot be followed."""
    try:
        # Bytes of a header are told as Latin-1; in an address they stand as %XX, as browsers do it.
        told = "".join(one if one.isascii() else f"%{ord(one):02X}" for one in location.strip())
        return place_of(urljoin(now.address, told))
    except (ValueError, Refused) as problem:
        raise Refused(
            f"{now.host} sends on to an address that cannot be followed. Open the page in a "
            "browser, save it and add the file."
        ) from problem


def is_public(number: str) -> bool:
    """Whether a numerical address is one of the open web, not of this computer or its networks."""
    return _is_public(ipaddress.ip_address(number.partition("%")[0]))


def _is_public(number: Number) -> bool:
    if isinstance(number, ipaddress.IPv6Address):
        inside = number.ipv4_mapped or number.sixtofour
        if inside is None and number in _EMBEDDED:
            inside = ipaddress.IPv4Address(int(number) & 0xFFFF_FFFF)
        if inside is not None:
            return _is_public(inside)
    never = any(number.version == one.version and number in one for one in _NEVER)
    return number.is_global and not never


def _host(parts: SplitResult) -> str:
    """Return the host in the letters in which names are looked up."""
    name = (parts.hostname or "").rstrip(".")
    if ":" in name:
        return name
    try:
        ascii_name = name.encode("idna").decode("ascii").lower()
    except UnicodeError as problem:
        raise Refused("This address names no place on the web. Check how it is written.") from (
            problem
        )
    if not ascii_name or len(ascii_name) > _LONGEST_NAME:
        raise Refused("This address names no place on the web. Check how it is written.")
    return ascii_name


def _parts(url: str) -> SplitResult:
    parts = urlsplit(url)
    _ = parts.port  # raises where it is no number; `checked` has looked at that
    return parts
