"""Markup to a reading: its encoding, the text of its article, what the page says of itself."""

import re
from dataclasses import dataclass
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.detecting import detect, is_sure
from evidence_board.ingest.draft import Proposal, Refused
from evidence_board.ingest.encodings import UTF_8, WESTERN, Encoding, encoding_named, marked
from evidence_board.ingest.reading import Undecided, candidate
from evidence_board.ingest.web.about import about
from evidence_board.ingest.web.article import article_of
from evidence_board.ingest.web.rendering import text_of
from evidence_board.ingest.web.tree import parse, words_of

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"'](?P<xml>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKED_AT = 16_384
_PARAMETER = re.compile(r"charset\s*=\s*[\"']?(?P<name>[\w.:-]{2,40})", re.IGNORECASE)
_BROKEN = 0.02


@dataclass(frozen=True)
class PageText:
    """The text of a page, how it was got, and the fields that it states."""

    text: str
    method: str
    fields: dict[str, Proposal]


def read_markup(
    name: str,
    original: bytes,
    today: date,
    *,
    came_from: str = "",
    sent_as: str = "",
    told: str = "",
) -> PageText:
    """Return what a page says; Refused if it has no words.

    ``sent_as`` is the content type that it came with, ``told`` an encoding that a person named.
    """
    markup, how = _decoded(name, original, sent_as, told)
    top = parse(markup)
    article = article_of(top)
    text = text_of(article)
    if not text.strip():
        raise Refused(
            f"“{name}” holds no words to read. Save the page as the browser shows it, or as PDF."
        )
    kept, all_words = len(text.split()), len(words_of(top).split())
    left = f"; menus, teasers and scripts left out, {kept:,} of {max(kept, all_words):,} words kept"
    fields = {**propose(text, today), **about(top, today, came_from)}
    return PageText(text, f"Text of the page in the order of its markup, {how}{left}", fields)


def _decoded(name: str, original: bytes, sent_as: str, told: str) -> tuple[str, str]:
    """Return the markup, and in words how its encoding is known: as browsers find it out."""
    if told:
        encoding = encoding_named(told)
        if encoding is None:
            raise Refused(f"There is no encoding “{told}”. Name one such as utf-8 or cp1252.")
        return _leniently(name, original, encoding, "as it was told")
    if mark := marked(original):
        length, encoding = mark
        return _leniently(name, original[length:], encoding, "by its byte order mark")
    sent, declared = _PARAMETER.search(sent_as), _DECLARED.search(original[:_LOOKED_AT])
    if sent and (encoding := encoding_named(sent["name"])):
        return _leniently(name, original, encoding, "as it was sent")
    if declared and (
        encoding := encoding_named((declared["meta"] or declared["xml"]).decode("ascii", "replace"))
    ):
        wide = encoding.codec.startswith("utf-16")  # then the tag could not have been read
        return _leniently(name, original, UTF_8 if wide else encoding, "as it declares")
    try:
        return original.decode("utf-8"), f"{UTF_8.label}, not declared"
    except UnicodeDecodeError:
        return _undeclared(name, original)


def _undeclared(name: str, original: bytes) -> tuple[str, str]:
    """Return the markup of a page that does not say its encoding; Undecided asks for it."""
    fits = detect(original)
    if not fits:
        return _leniently(name, original, WESTERN, "not declared, what browsers take then")
    if not is_sure(fits):
        raise Undecided(name, tuple(map(candidate, fits)))
    return _leniently(name, original, fits[0].encoding, "found out: no other encoding gives sense")


def _leniently(name: str, original: bytes, encoding: Encoding, how: str) -> tuple[str, str]:
    """Return the markup; bytes that fit no character become a mark, and their number is told."""
    markup = original.decode(encoding.codec, "replace")
    bad = markup.count("\ufffd") - original.count(b"\xef\xbf\xbd") * (encoding.codec == "utf-8")
    if bad > max(5, _BROKEN * len(markup)):
        raise Refused(
            f"“{name}” is not {encoding.label}, which it is said to be: {bad:,} bytes fit no "
            "character. Say which encoding it has, or save the page again."
        )
    broken = f"; {bad:,} bytes that fit no character stand as �" if bad > 0 else ""
    return markup, f"{encoding.label}, {how}{broken}"
