"""Seeds: an investigation written as readable text files, read into a document.

A seed is a folder of TOML files and a folder `sources` of texts. Records name each other by
readable keys and excerpts are given by their exact words; here keys become ids and words become
offsets. The same folder always gives the same document.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from uuid import UUID, uuid5

from evidence_board.interchange.document import FORMAT, BadDocument, Document, from_plain
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.record import Plain

Table: TypeAlias = dict[str, Plain]

_NAMESPACE = UUID("6c1f6d0e-3b7e-5b86-9c0a-45564231a001")
_FILES = ("case", "sources", "claims", "assertions", "links", "notes", "board")
_LISTS: Mapping[str, str] = {
    "group": "groups",
    "source": "sources",
    "claim": "claims",
    "assertion": "assertions",
    "citation": "citations",
    "link": "links",
    "discrepancy": "discrepancies",
    "board": "boards",
    "frame": "frames",
    "note": "notes",
    "card": "cards",
}
"""The tables of the TOML files, and the lists of the document that they fill."""
_NAMING: Mapping[str, tuple[str, ...]] = {
    "group": (),
    "source": ("group",),
    "claim": ("negates",),
    "assertion": ("claim", "source"),
    "citation": ("from", "to"),
    "link": ("from", "to"),
    "discrepancy": (),
    "board": (),
    "frame": ("board",),
    "note": ("about",),
    "card": ("board", "record"),
}
"""The fields of each table that name another record by its key."""


@dataclass(frozen=True)
class _Text:
    """The text of a held source: its file, its bytes, and the key of its capture."""

    file_name: str
    original: bytes
    capture: str

    @property
    def words(self) -> str:
        return self.original.decode()


def read_seed(folder: Path) -> Document:
    """Return the document that a seed folder tells, with the bytes of its sources.

    BadDocument names the record and the words, key or field that is wrong.
    """
    tables = _tables(folder)
    seed = _Seed(folder, tables)
    document = from_plain(seed.plain())
    kept = {hashlib.sha256(one.original).hexdigest(): one.original for one in seed.texts.values()}
    return Document(document.records, kept)


class _Seed:
    """Turns the tables of one folder into records, and gathers the excerpts they quote."""

    def __init__(self, folder: Path, tables: Mapping[str, list[Table]]) -> None:
        self._name = folder.name
        self._tables = tables
        self._capture = tables["capture"][0]
        self._keys = _keys(tables)
        self.texts = {
            str(one["key"]): _text(folder, one) for one in tables["source"] if "file" in one
        }
        self._excerpts: dict[str, Table] = {}

    def plain(self) -> Table:
        """Return the document as JSON values, without the bytes."""
        filled: Table = {"format": FORMAT, "project": self._record("project", self._project())}
        for table, listed in _LISTS.items():
            filled[listed] = [self._record(table, one) for one in self._tables.get(table, [])]
        filled["captures"] = [self._captured(*one) for one in self.texts.items()]
        filled["excerpts"] = list(self._excerpts.values())
        return filled

    def _project(self) -> Table:
        return self._tables["project"][0]

    def _id(self, key: str) -> str:
        return str(uuid5(_NAMESPACE, f"{self._name}/{key}"))

    def _record(self, table: str, given: Table) -> Table:
        """Return a record: its own id, the ids of those it names, the excerpt it quotes."""
        fields = {**given, "id": self._id(_key(table, given))}
        fields.pop("key", None)
        fields.pop("file", None)
        if table == "assertion":
            fields["source"] = _chain(given)[0]
            fields["chain"] = [self._named(given, one) for one in _chain(given)]
        if table in ("card", "frame"):
            fields.setdefault("board", str(self._tables["board"][0]["key"]))
        for end in ("one", "other"):
            if isinstance(quoted := fields.get(end), dict):
                fields[end] = self._excerpt(str(quoted["source"]), str(quoted["words"]))
        if "words" in fields:
            carrier = str(fields["from" if table == "citation" else "source"])
            fields["excerpt"] = self._excerpt(carrier, str(fields.pop("words")))
        for name in _NAMING.get(table, ()):
            if fields.get(name) is not None:
                fields[name] = self._named(given, str(fields[name]))
        return fields

    def _named(self, record: Table, key: str) -> str:
        """Return the id behind a key that a record names."""
        if key not in self._keys:
            raise BadDocument(f"In the seed {self._name}, “{key}” names no record: {record}.")
        return self._id(key)

    def _excerpt(self, source: str, words: str) -> str:
        """Return the id of the excerpt of these words, which must stand once in the text."""
        text = self.texts.get(source)
        found = text.words.count(words) if text else 0
        if text is None or found != 1:
            where = text.file_name if text else f"the source “{source}” without a file"
            raise BadDocument(f"{where}: “{words}” stands there {found} times, not once.")
        start = text.words.index(words)
        excerpt = excerpt_of(
            self._id(source), self._id(text.capture), text.words, start, start + len(words)
        )
        made = self._id(f"{source} “{words}”")
        self._excerpts.setdefault(made, {**excerpt.plain(), "id": made})
        return made

    def _captured(self, source: str, text: _Text) -> Table:
        digest = hashlib.sha256(text.original).hexdigest()
        return {
            **self._capture,
            "id": self._id(text.capture),
            "source": self._id(source),
            "file_name": text.file_name,
            "size": len(text.original),
            "sha256": digest,
            "media_type": "text/plain",
            "text_sha256": digest,
            "text_length": len(text.words),
        }


def _tables(folder: Path) -> dict[str, list[Table]]:
    """Return the tables of all files of a folder, a single one as a list of one."""
    gathered: dict[str, list[Table]] = {}
    for name in _FILES:
        path = folder / f"{name}.toml"
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadDocument(f"The seed file {path.name} cannot be read ({error}).") from None
        for table, listed in content.items():
            if table not in (*_LISTS, "project", "capture"):
                raise BadDocument(f"{path.name}: “{table}” is not a table of a seed.")
            gathered.setdefault(table, []).extend(listed if isinstance(listed, list) else [listed])
    for table in ("project", "capture", "source", "board"):
        if table not in gathered:
            raise BadDocument(f"The seed {folder.name} has no table “{table}”.")
    return gathered


def _text(folder: Path, source: Table) -> _Text:
    path = folder / "sources" / str(source["file"])
    try:
        original = path.read_bytes()
        original.decode()
    except (OSError, ValueError) as error:
        raise BadDocument(f"The seed text {path.name} cannot be read ({error}).") from None
    return _Text(path.name, original, f"capture of {source['key']}")


def _chain(assertion: Table) -> list[str]:
    """Return the keys from the carrier to the origin."""
    chain = assertion.get("chain")
    if not isinstance(chain, list) or not chain:
        raise BadDocument(f"An assertion has no chain: {assertion}.")
    return [str(one) for one in chain]


def _key(table: str, given: Table) -> str:
    """Return what a record is known by in its seed: its key, or what makes it the only one."""
    match table:
        case "assertion":
            return f"{given.get('claim')} in {' < '.join(_chain(given))}: {given.get('words')}"
        case "citation":
            return f"{given.get('from')} {given.get('type')} {given.get('to')}"
        case "card":
            return f"card of {given.get('record')}"
    if not isinstance(key := given.get("key"), str):
        raise BadDocument(f"A {table} of the seed has no key: {given}.")
    return key


def _keys(tables: Mapping[str, list[Table]]) -> frozenset[str]:
    """Return all keys; BadDocument if two records have the same."""
    seen: set[str] = set()
    for table, listed in tables.items():
        for given in listed if table != "capture" else ():
            key = _key(table, given)
            if key in seen:
                raise BadDocument(f"Two records of the seed have the key “{key}”.")
            seen.add(key)
    return frozenset(seen)
