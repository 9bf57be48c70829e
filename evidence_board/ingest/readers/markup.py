"""XML of office files as a stream of tags: no document type, no entities, nothing outside."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from evidence_board.ingest.draft import Refused

_DEEPEST = 2_000


@dataclass(frozen=True)
class Listener:
    """What is called for each begin, end and piece of text; names are without their prefix."""

    begin: Callable[[str, dict[str, str]], None]
    end: Callable[[str], None]
    text: Callable[[str], None]


class _DoctypeError(Exception):
    """A document type, which could name files and unfold to anything."""


class _DepthError(Exception):
    """More elements inside each other than any document has."""


def read_xml(name: str, content: bytes, listener: Listener) -> None:
    """Read XML to its end; Refused says what is wrong with it."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _DepthError
        listener.begin(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_local(tag))

    def refuse(*_given: object) -> None:
        raise _DoctypeError

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except _DoctypeError as problem:
        raise Refused(
            f"“{name}” holds a document type, which no office program writes, and is not taken. "
            "Save it as PDF and add that."
        ) from problem
    except (_DepthError, expat.ExpatError, ValueError, LookupError) as problem:
        raise Refused(
            f"“{name}” is cut off or damaged and cannot be read. Get it again from where it came."
        ) from problem


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
