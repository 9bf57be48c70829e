"""E-mail: its header lines, its text, and the names of the files in it."""

from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from evidence_board.ingest.draft import Proposal, Refused, printable
from evidence_board.ingest.readers.mail_parts import (
    body_of,
    charset_of,
    header_of,
    parsed,
    parts_of,
)
from evidence_board.ingest.reading import Question, Reading, given_files
from evidence_board.ingest.record import dated, found, header, line, named
from evidence_board.ingest.text import decode
from evidence_board.ingest.web.reading import read_markup

TOOL = "Evidence Board, e-mail reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MOST_FILES, _LONGEST_NAME = 200, 200


def read_mail(question: Question, original: bytes) -> Reading:
    """Return the reading of a mail: the lines of its header that people see, then its words."""
    message = parsed(question.name, original)
    top = [f"{name}: {value}" for name in _SHOWN if (value := header_of(message, name))]
    body, how = _words(question, message)
    if not top and not body.strip():
        raise Refused(f"“{question.name}” holds no words. Check whether it was saved.")
    files = tuple(name for name, _ in _files(message))
    listed = [f"Attached: {', '.join(files)}"] if files else []
    text = "\n".join((*top, *listed)) + "\n\n" + body
    return Reading(
        text,
        f"Lines of the header, then {how}",
        TOOL,
        _fields(question, message),
        attached=files,
    )


def files_in(question: Question, original: bytes) -> tuple[bytes, bytes]:
    """Return header and body of the answer that holds the files in a mail."""
    message = parsed(question.name, original)
    return given_files(question, [(name, body_of(part)) for name, part in _files(message)])


def _words(question: Question, message: Message) -> tuple[str, str]:
    """Return the text of a mail, and how it was got: its plain text, or else its page."""
    shown = [part for part in parts_of(message) if not _is_file(part)]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    if plain:
        texts = [_plain(question, part) for part in plain]
        return "\n".join(texts), "its plain text"
    pages = [part for part in shown if part.get_content_type() == "text/html"]
    if not pages:
        return "", "no text: it has none"
    page = read_markup(
        question.name,
        body_of(pages[0]),
        question.today,
        sent_as=header_of(pages[0], "Content-Type"),
        told=question.encoding,
    )
    return page.text, page.method[0].lower() + page.method[1:]


def _plain(question: Question, part: Message) -> str:
    body = body_of(part)
    codec = charset_of(part)
    if codec:
        return body.decode(codec, "replace").replace("\0", "\ufffd")
    if not body.strip():
        return ""
    return decode(question.name, body, question.encoding).text


def _is_file(part: Message) -> bool:
    kind = part.get_content_maintype()
    return part.get_content_disposition() == "attachment" or bool(
        kind not in ("text", "multipart") and part.get_filename()
    )


def _files(message: Message) -> Iterator[tuple[str, Message]]:
    """Yield each file in a mail with a name that is no path and no other one's."""
    taken: set[str] = set()
    parts = [part for part in parts_of(message) if _is_file(part)][:_MOST_FILES]
    for number, part in enumerate(parts, 1):
        given = part.get_filename() or ""
        plain = given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        last = printable(plain.replace("\\", "/").rpartition("/")[2])[-_LONGEST_NAME:].strip()
        name = last if last not in ("", ".", "..") else f"attachment {number}"
        if part.get_content_type() == "message/rfc822" and "." not in name:
            name += ".eml"
        while name in taken:
            name = f"{number} {name}"
        taken.add(name)
        yield name, part


def _fields(question: Question, message: Message) -> dict[str, Proposal]:
    sender = header_of(message, "From")
    names = [line(name) for name, _ in getaddresses([sender])]
    subject, sent = header_of(message, "Subject"), header_of(message, "Date")
    return found(
        title=header(subject, f"Subject: {subject}"),
        authors=named(names, f"From: {sender}"),
        published=dated(_day(sent), question.today, f"Date: {sent}"),
        language=header(header_of(message, "Content-Language")),
    )


def _day(sent: str) -> str:
    """Return the day of a date as mails write it, where they were sent; empty if it is none."""
    try:
        return parsedate_to_datetime(sent).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""
