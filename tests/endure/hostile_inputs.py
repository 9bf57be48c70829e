"""Documents to import and files to add that were made to do harm."""

import gzip
import json
import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.endure.hostile_case import Case, Spoil, whole
from tests.ingest.drawn import SIGNATURE, bomb, chunk, drawn, png

DOCUMENTS = "JSON depth, digits, NaN, surrogates"
TEXTS = "encodings, bidi, zero width"
PICTURES = "picture bomb, lying ending"
DRAWINGS = "SVG, HTML, archives named otherwise"
FILES = "FIFO, device, socket, sparse, link loop"
NAMES = "file names"
_FORMAT = "evidence-board/1"


def _document(**lists: object) -> bytes:
    project = {"id": "p", "title": "T", "question": "", "scale": "icd203", "tlp": "TLP:AMBER"}
    return json.dumps({"format": _FORMAT, "project": project} | lists).encode()


def _claim(**fields: object) -> dict[str, object]:
    return {"id": "c1", "text": "A claim", "kind": "judgement"} | fields


def _raw(value: str) -> bytes:
    """Return a document with a claim of which a quantity is this, letter by letter."""
    return _document(claims=[_claim(quantity={"n": "@"})]).replace(b'"@"', value.encode())


def _fifo(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _link(target: str) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.symlink_to(target or path)

    return spoil


def _sparse(path: Path) -> None:
    path.write_bytes(b"{")
    os.truncate(path, 50_000_000_000)


def _ring_of_directories() -> bytes:
    """Return a TIFF of which the first directory is followed by itself."""
    entries = struct.pack("<HHII", 256, 3, 1, 8) + struct.pack("<HHII", 257, 3, 1, 8)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 8)


def _text_bomb() -> bytes:
    """Return a PNG with a compressed remark of 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    honest = png(8, 8)
    return honest[:33] + chunk(b"zTXt", b"Comment\0\0" + packed) + honest[33:]


def _bmp(width: int, height: int) -> bytes:
    head = b"BM" + struct.pack("<IHHI", 54, 0, 0, 54)
    return (
        head + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(64)
    )


def _frames(count: int) -> bytes:
    made = BytesIO()
    first, *others = [Image.new("L", (2, 2), place % 250) for place in range(count)]
    first.save(made, "GIF", save_all=True, append_images=others)
    return made.getvalue()


def _document_case(name: str, content: bytes | Callable[[], bytes], accept: bool = False) -> Case:
    verdict = "either" if accept else "refused"
    return Case(DOCUMENTS, name, whole(content), verdict, "document", "in.json")  # type: ignore[arg-type]  # one of the two words


def _file_case(
    threat: str, name: str, file: str | bytes, spoil: Spoil, accept: bool = False
) -> Case:
    return Case(threat, name, spoil, "either" if accept else "refused", "source", file)


_HALF = '{"id": "c1", "text": "\\ud800", "kind": "judgement"}'
_BILLION = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'

CASES = (
    _document_case("nothing", b""),
    _document_case("rubbish", os.urandom(4_000)),
    _document_case("lists in lists", b"[" * 200_000),
    _document_case("objects in objects", b'{"a":' * 100_000),
    _document_case("a field that is nested deeply", _raw("[" * 90_000 + "]" * 90_000)),
    _document_case("a field of forty levels", _raw("[" * 40 + "]" * 40)),
    _document_case("a number of 100,000 digits", _raw("9" * 100_000)),
    _document_case("a number that is none", _raw("NaN")),
    _document_case("a number without end", _raw("Infinity")),
    _document_case("a number too great", _raw("1e999")),
    _document_case("half a character", _document(claims=["@"]).replace(b'"@"', _HALF.encode())),
    _document_case("half a character in a name", _raw('{"\\udfff": 1}')),
    _document_case("a zero character", _document(claims=[_claim(text="a\0b")])),
    _document_case("no UTF-8", _document(claims=[_claim()]).replace(b"A claim", b"A \xff claim")),
    _document_case("UTF-16 that breaks off", "\ufeff{".encode("utf-16-le") + b"x"),
    _document_case("another format", b'{"format": "evidence-board/99"}'),
    _document_case("a list of another time", _document(spells=[{"id": "x"}])),
    _document_case("no object", b"17"),
    _document_case("text for a list", _document(claims="all")),
    _document_case("numbers for records", _document(claims=[1, 2])),
    _document_case("a record without an id", _document(claims=[{"text": "x"}])),
    _document_case("two records of one id", _document(claims=[_claim(), _claim()])),
    _document_case(
        "two records of one id and two kinds",
        _document(claims=[_claim()], notes=[{"id": "c1", "text": "n"}]),
    ),
    _document_case("an id that is a path", _document(claims=[_claim(id="../../etc/passwd")])),
    _document_case("an id without end", _document(claims=[_claim(id="x" * 1_000_000)])),
    _document_case("a field that no record has", _document(claims=[_claim(run="rm")])),
    _document_case("an unknown kind", _document(claims=[_claim(kind="evil")])),
    _document_case("a text of 30 MB", lambda: _document(claims=[_claim(text="x" * 30_000_000)])),
    _document_case("a reference that leads nowhere", _document(claims=[_claim(negates="gone")])),
    _document_case(
        "a claim that negates itself", _document(claims=[_claim(negates="c1")]), accept=True
    ),
    _document_case(
        "a link to nothing",
        _document(links=[{"id": "l", "from": "a", "to": "b", "type": "supports"}]),
    ),
    _document_case(
        "bytes that differ from their digest",
        _document(attachments=[{"sha256": "0" * 64, "size": 3, "base64": "YWJj"}]),
    ),
    _document_case(
        "bytes that are no base64",
        _document(attachments=[{"sha256": "0" * 64, "size": 3, "base64": "%%%"}]),
    ),
    _document_case("a million empty attachments", lambda: _document(attachments=[{}] * 1_000_000)),
    Case(FILES, "a document that is a pipe", _fifo, "refused", "document", "in.json", once=True),
    Case(
        FILES,
        "a document that never ends",
        _link("/dev/zero"),
        "refused",
        "document",
        "in.json",
        once=True,
    ),
    Case(
        FILES, "a document of 50 GB of holes", _sparse, "refused", "document", "in.json", once=True
    ),
    Case(FILES, "a document that is a link to itself", _link(""), "refused", "document", "in.json"),
    _file_case(TEXTS, "nothing", "a.txt", whole(b"")),
    _file_case(TEXTS, "blank space", "a.txt", whole(b" \n" * 9_000)),
    _file_case(TEXTS, "no UTF-8", "a.txt", whole(b"caf\xe9 " * 50), accept=True),
    _file_case(TEXTS, "too long a form of a slash", "a.txt", whole(b"\xc0\xaf" * 50), accept=True),
    _file_case(TEXTS, "half characters", "a.txt", whole(b"\xed\xa0\x80" * 50)),
    _file_case(TEXTS, "UTF-16 that breaks off", "a.txt", whole(b"\xff\xfea")),
    _file_case(TEXTS, "UTF-16 of half characters", "a.txt", whole(b"\xff\xfe\x00\xd8\x00\xd8")),
    _file_case(
        TEXTS, "UTF-32 beyond all characters", "a.txt", whole(b"\xff\xfe\0\0\xff\xff\xff\x7f")
    ),
    _file_case(
        TEXTS,
        "UTF-16 without a mark",
        "a.txt",
        whole("harbour".encode("utf-16-le")),
        accept=True,
    ),
    _file_case(TEXTS, "zero characters", "a.txt", whole(b"a\0b")),
    _file_case(TEXTS, "30 MB", "a.txt", whole(lambda: b"words and " * 3_000_000)),
    _file_case(TEXTS, "19 MB in one line", "a.txt", whole(lambda: b"x" * 19_000_000), accept=True),
    _file_case(TEXTS, "a million lines", "a.txt", whole(lambda: b"a\n" * 1_000_000), accept=True),
    _file_case(
        TEXTS,
        "bidi marks",
        "a.txt",
        whole("\u202eevil\u2066\u2067 words\u2069".encode()),
        accept=True,
    ),
    _file_case(
        TEXTS, "zero width", "a.txt", whole(("w\u200b\u2060o\ufeffrds " * 99).encode()), accept=True
    ),
    _file_case(
        TEXTS, "marks on marks", "a.txt", whole(("Z" + "\u0301" * 90_000).encode()), accept=True
    ),
    _file_case(
        TEXTS,
        "escapes for a terminal",
        "a.txt",
        whole(b"\x1b]0;owned\x07\x1b[2J words"),
        accept=True,
    ),
    _file_case(
        TEXTS,
        "dates without end",
        "a.txt",
        whole(b"Published 9999999999-99-99, 31 February 2020 " * 2_000),
        accept=True,
    ),
    _file_case(
        TEXTS,
        "lines like names without end",
        "a.txt",
        whole(b"By A. B. C. D. E. F. G. H. " * 30_000),
        accept=True,
    ),
    _file_case(PICTURES, "a bomb", "a.png", whole(bomb)),
    _file_case(PICTURES, "a remark of 200 MB", "a.png", whole(_text_bomb)),
    _file_case(PICTURES, "rows that are missing", "a.png", whole(lambda: png(900, 900, rows=3))),
    _file_case(
        PICTURES,
        "no extent",
        "a.png",
        whole(lambda: SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0))),
    ),
    _file_case(
        PICTURES,
        "2^31 pixels wide",
        "a.png",
        whole(
            lambda: SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 1, 8, 2, 0, 0, 0))
        ),
    ),
    _file_case(
        PICTURES, "a JPEG that breaks off", "a.jpg", whole(lambda: drawn("JPEG", (900, 900))[:700])
    ),
    _file_case(PICTURES, "a JPEG of nothing", "a.jpg", whole(b"\xff\xd8\xff\xe0" + bytes(400))),
    _file_case(
        PICTURES, "a GIF of 5,000 pictures", "a.gif", whole(lambda: _frames(5_000)), accept=True
    ),
    _file_case(
        PICTURES, "a TIFF of which the directories ring", "a.tif", whole(_ring_of_directories)
    ),
    _file_case(PICTURES, "a BMP wider than the sea", "a.bmp", whole(lambda: _bmp(2**31 - 1, 2))),
    _file_case(PICTURES, "a BMP below zero", "a.bmp", whole(lambda: _bmp(-8, -(2**31)))),
    _file_case(
        PICTURES,
        "a WebP of rubbish",
        "a.webp",
        whole(b"RIFF\xff\xff\xff\xffWEBPVP8 " + os.urandom(300)),
    ),
    _file_case(
        PICTURES, "a JPEG that is named a PNG", "a.png", whole(lambda: drawn("JPEG")), accept=True
    ),
    _file_case(
        PICTURES, "a page that is named a PNG", "a.png", whole(b"<html><script>x()</script>")
    ),
    _file_case(PICTURES, "a program that is named a PNG", "a.png", whole(b"\x7fELF" + bytes(300))),
    _file_case(
        PICTURES, "a picture that is named a text", "a.txt", whole(lambda: png(8, 8)), accept=True
    ),
    _file_case(
        DRAWINGS,
        "a drawing that uses itself",
        "a.svg",
        whole(b'<svg><use href="#a" id="a"/></svg>'),
    ),
    _file_case(
        DRAWINGS,
        "a drawing that reads a file",
        "a.svg",
        whole(b'<svg><image href="secret.txt"/></svg>'),
    ),
    _file_case(DRAWINGS, "entities in entities", "a.xml", whole(_BILLION), accept=True),
    _file_case(DRAWINGS, "tags in tags", "a.html", whole(b"<div>" * 100_000), accept=True),
    _file_case(DRAWINGS, "tags that never close", "a.html", whole(b"<a " * 60_000), accept=True),
    _file_case(DRAWINGS, "a packed bomb", "a.txt", whole(lambda: gzip.compress(bytes(50_000_000)))),
    _file_case(DRAWINGS, "an archive", "a.txt", whole(b"PK\x03\x04" + bytes(200))),
    _file_case(
        DRAWINGS, "a document of pages", "a.pdf", whole(b"%PDF-1.7\n\xff\xff/OpenAction /JS")
    ),
    _file_case(FILES, "a source that is a pipe", "a.txt", _fifo),
    _file_case(FILES, "a source that never ends", "a.txt", _link("/dev/zero")),
    _file_case(FILES, "a source of 50 GB of holes", "a.txt", _sparse),
    _file_case(FILES, "a source that is a link to itself", "a.txt", _link("")),
    _file_case(FILES, "a source that is a folder", "a.txt", lambda path: path.mkdir()),
    *(
        _file_case(NAMES, f"a source called {name!r}", name, whole(b"Honest words.\n"), accept=True)
        for name in (
            "a\nb.txt",
            b"caf\xe9.txt",
            "\u202etxt.exe",
            "\x1b[2J.txt",
            "-rf.txt",
            "n" * 251 + ".txt",
            "../secret.txt",
            "%2e%2e%2fsecret.txt",
            "CON.txt",
            "a;rm -rf x.txt",
            "<img src=secret.txt>.txt",
        )
    ),
)
"""All of them; a document is imported into a good project, a file added to one."""
