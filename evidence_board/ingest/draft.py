"""What reading a file gives: a draft of a source, or one sentence that says why not."""

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evidence_board.model.content import Bytes

Basis = Literal["stated", "header", "inferred"]
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


class Refused(Exception):
    """A file that cannot become a source; the text says in one sentence what to do about it."""


@dataclass(frozen=True)
class Proposal:
    """A field of the bibliographic record as a text gives it.

    `basis` tells where: *stated* in the text itself, in a *header* that came with it, or
    *inferred* from both. `words` are the words it rests on, and the reason for a reading where
    there are several. The value is text; of `authors`, one name each.
    """

    value: str | tuple[str, ...]
    basis: Basis
    words: str


@dataclass(frozen=True)
class SourceDraft:
    """A file that was read: its exact bytes, its text as it stands, what that says of itself.

    `fields` are proposals by field name of a source: title, authors, publisher, published (EDTF),
    language, section, dateline, url. A field that the text does not state is absent. Of an *image*
    the text is empty, and `remark` says format and size. `address` is where a saved page says it
    came from; `attached` names the files inside an e-mail, which are not read unless asked for.
    The bytes may be set aside while others are read.
    """

    file_name: str
    original: Bytes
    text: str
    media_type: str
    text_method: str
    tool: str
    fields: Mapping[str, Proposal]
    kind: Literal["document", "image"] = "document"
    remark: str = ""
    address: str = ""
    attached: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListDraft:
    """A list of references that was read: the fields of each entry. They have no original."""

    file_name: str
    entries: tuple[Mapping[str, Proposal], ...]


@dataclass(frozen=True)
class Given:
    """Bytes that come by no file, such as a picture from the clipboard, and what to call them."""

    name: str
    original: bytes


@dataclass(frozen=True)
class Wanted:
    """A file to be read, with what a person said of it: its encoding, and to take what is in it."""

    what: Path | Given
    encoding: str = ""
    attached: bool = False


@dataclass(frozen=True)
class Candidate:
    """An encoding that a text may be in: its name for programs, for people, and a look at it."""

    encoding: str
    label: str
    preview: str


@dataclass(frozen=True)
class Progress:
    """The file that is read next: `done` of `total` files are behind it."""

    done: int
    total: int
    file_name: str


@dataclass(frozen=True)
class RefusedFile:
    """A file of a batch that was refused, and the sentence that says why.

    `candidates` are encodings of which a person may choose one; then `wanted` can be read again.
    """

    path: Path
    file_name: str
    sentence: str
    candidates: tuple[Candidate, ...] = ()
    wanted: Wanted | None = None


def printable_name(path: Path) -> str:
    r"""Return the last part of a path so that it can be stored and shown.

    Bytes that are no UTF-8, line breaks and invisible or direction-turning characters are
    written as escapes such as ``\xff``, so that a name cannot look like another one.
    """
    name = os.fsencode(path.name or str(path)).decode("utf-8", "backslashreplace")
    return printable(name)


def printable(text: str) -> str:
    """Return a text so that it can be shown on one line: invisible characters as escapes."""
    return "".join(_printable(character) for character in text)


def _printable(character: str) -> str:
    if unicodedata.category(character) in _INVISIBLE:
        return character.encode("unicode_escape").decode("ascii")
    return character
