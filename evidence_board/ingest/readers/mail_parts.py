"""Mails and their parts, by the standard library; what is too deep or too many is refused."""

import re
from collections.abc import Iterator
from email import (
    generator,  # noqa: F401 - loaded before the worker shuts its doors
    policy,
)
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.encodings import encoding_named

_MOST_PARTS = 1_000
_BOUNDARY = re.compile(rb"(?im)^content-type:[^\n]*multipart/|^content-type:[^\n]*message/rfc822")
_DEEPEST = 100


def parsed(name: str, original: bytes) -> Message:
    """Return a mail or saved page; Refused says why it cannot be read.

    The parser goes down into each part by a call of its own, so how many there may be inside
    each other is asked before.
    """
    if len(_BOUNDARY.findall(original)) > _DEEPEST * 4:
        raise Refused(
            f"“{name}” has too many mails inside each other. Add the inner one by itself."
        )
    try:
        return BytesParser(policy=policy.compat32).parsebytes(original)
    except (MessageError, RecursionError, ValueError, LookupError) as problem:
        raise Refused(
            f"“{name}” is no mail that can be read. Save it again, or as PDF."
        ) from problem


def parts_of(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order; those of mails inside are their own."""
    stack, seen = [message], 0
    while stack and seen < _MOST_PARTS:
        part = stack.pop()
        seen += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            stack.extend(one for one in reversed(inside) if isinstance(one, Message))
        else:
            yield part


def body_of(part: Message) -> bytes:
    """Return the bytes of a part as they were before they were sent."""
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload()
        if isinstance(inside, list) and inside and isinstance(inside[0], Message):
            return _as_bytes(inside[0])
    try:
        body = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return body if isinstance(body, bytes) else b""


def _as_bytes(inside: Message) -> bytes:
    """Return a mail that was inside another, empty where it cannot be written again."""
    try:
        return inside.as_bytes()
    except (ValueError, LookupError, RecursionError, MessageError):
        return b""


def header_of(part: Message, name: str) -> str:
    """Return a line of the header as people read it, empty where there is none."""
    given = part.get(name)
    if given is None:
        return ""
    raw = str(given)[:20_000]
    try:
        text = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, OSError, MessageError):
        text = raw
    plain = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(plain.replace("\0", "").split())


def charset_of(part: Message) -> str:
    """Return the codec that a part names, empty where it names none that there is."""
    try:
        named = part.get_content_charset() or ""
    except (ValueError, LookupError, OSError):
        return ""
    encoding = encoding_named(named) if named else None
    return encoding.codec if encoding is not None else ""
