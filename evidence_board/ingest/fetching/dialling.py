"""Dialling a host: its name looked up, every number judged, then that very number connected."""

import os
import socket
import ssl
from time import monotonic

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.fetching.places import Place, is_public

_ONE_TRY = 6.0
_LISTS = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where systems keep the certificates they trust: a bundled program has no list of its own."""
_OFFLINE = "This computer seems to be offline. Connect it and try again."


def dial(place: Place, deadline: float, *, own_network: bool, trusted: str = "") -> socket.socket:
    """Return a connection to a host, encrypted for https; Refused says why there is none.

    Only hosts of the open web are connected, unless ``own_network`` is said, which only tests do.
    The numbers that were judged are those that are connected: no name is looked up a second time.
    ``trusted`` is a file of certificates to be trusted in place of the system's.
    """
    numbers = _looked_up(place)
    if not own_network and not all(map(is_public, numbers)):
        raise Refused(
            f"{place.host} is a place in your own network or on this computer, not on the web: it "
            "is not captured. Save the page and add the file."
        )
    connection = _connected(place, numbers, deadline)
    if place.scheme == "http":
        return connection
    try:
        connection.settimeout(remaining(place, deadline))
        return _trust(trusted).wrap_socket(connection, server_hostname=place.host)
    except BaseException as problem:
        connection.close()
        if isinstance(problem, OSError | ValueError):
            raise Refused(_why_not_encrypted(place, problem)) from problem
        raise


def remaining(place: Place, deadline: float) -> float:
    """Return how many seconds are left; Refused where none are."""
    left = deadline - monotonic()
    if left <= 0:
        raise Refused(too_slow(place))
    return left


def too_slow(place: Place) -> str:
    """Return the sentence for a host that answers too slowly."""
    return f"{place.host} took too long to answer. Try again later, or save the page and add it."


def _looked_up(place: Place) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except socket.gaierror as problem:
        if problem.errno in (socket.EAI_AGAIN, socket.EAI_FAIL):
            raise Refused(f"{place.host} could not be looked up. {_OFFLINE}") from problem
        raise Refused(
            f"The name {place.host} was not found. Check how the address is written, and whether "
            "this computer is online."
        ) from problem
    except (OSError, UnicodeError) as problem:
        raise Refused(f"{place.host} could not be looked up. {_OFFLINE}") from problem
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


def _connected(place: Place, numbers: tuple[str, ...], deadline: float) -> socket.socket:
    """Return a connection to the first number that takes one."""
    last: OSError = ConnectionRefusedError()
    for number in numbers:
        seconds = min(_ONE_TRY, remaining(place, deadline))
        try:
            return socket.create_connection((number, place.port), seconds)
        except OSError as problem:
            last = problem
    if isinstance(last, TimeoutError):
        raise Refused(too_slow(place)) from last
    if isinstance(last, ConnectionRefusedError):
        raise Refused(
            f"{place.host} takes no connection. Check the address, or try again later."
        ) from last
    raise Refused(f"{place.host} cannot be reached. {_OFFLINE}") from last


def _trust(trusted: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=trusted or None)
    usual = ssl.get_default_verify_paths()
    known = (os.environ.get(usual.openssl_cafile_env), usual.openssl_cafile, usual.openssl_capath)
    if not trusted and not any(one and os.path.exists(one) for one in known):
        found = next((one for one in _LISTS if os.path.isfile(one)), None)
        if found is not None:
            context.load_verify_locations(found)
    return context


def _why_not_encrypted(place: Place, problem: Exception) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return (
            f"The certificate of {place.host} does not hold ({problem.verify_message}): it may be "
            "another place. Check the address and the date of this computer."
        )
    if isinstance(problem, TimeoutError):
        return too_slow(place)
    if isinstance(problem, ssl.SSLError):
        return f"{place.host} speaks no encryption that is known here. Check the address."
    return f"{place.host} broke the connection off. Try again later."
