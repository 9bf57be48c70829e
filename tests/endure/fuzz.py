"""Fuzz: documents, sources, projects and settings spoilt by chance, at each reader of bytes.

A child reads one after the other, each within 10 s and 800 MB. What it may say is a refusal of
ours; any other exception, a death or a hang is a failure, told with the seed that leads to it.
"""

import json
import os
import resource
import signal
import struct
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evidence_board.commands import exchange, sample
from evidence_board.ingest.draft import Refused, RefusedFile, SourceDraft
from evidence_board.ingest.read import read_many
from evidence_board.interchange import composing, document, reading
from evidence_board.project.chain import ended
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.settings import SettingsFile
from tests.endure.outcome import Outcome
from tests.in_memory import folder_in_memory
from tests.ingest.drawn import drawn, moving
from tests.project.damage import salvaged

NAME, GOAL = "fuzz.readers", "0 crashes, 0 hangs over 10 s, 0 over 800 MB"
LONGEST, MEMORY = 10, 800_000_000
_ODD = (
    *(b"\0", b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"[" * 50, b"{" * 50),
    *(b"1e999", b"NaN", b"-1", b"9" * 400, b"\\ud800", b'"', b"null", b"true", b"<a ", b"%PDF-"),
    *(struct.pack(">I", 2**31), struct.pack(">I", 2**32 - 1), struct.pack("<I", 2**31), b"PK\3\4"),
)
Reader = Callable[[Path, Path], object]
"""Reads a spoilt file; what it makes goes to a folder of its own."""


def proof(each: int) -> Outcome:
    """Give each reader so many spoilt inputs."""
    begun = time.perf_counter()
    failures: list[str] = []
    counted: Counter[str] = Counter()
    with folder_in_memory() as folder:
        kinds = _kinds(folder)
        for name, (seeds, read) in kinds.items():
            failures += _all_read(name, seeds, read, each, counted)
    seconds = time.perf_counter() - begun
    counted["readers"] = len(kinds)
    tried = each * len(kinds)
    return Outcome(NAME, tried, "inputs", GOAL, tuple(failures), counted, seconds=seconds)


def _kinds(folder: Path) -> dict[str, tuple[tuple[tuple[str, bytes], ...], Reader]]:
    """Return by its name what is read: sound files with their names, and how."""
    case = folder / "sample.evboard"
    sample.sample(case)
    project = Project.open(case, read_only=True)
    whole = composing.to_text(exchange.collect(project, with_bytes=True)).encode()
    project.close()
    content = case.read_bytes()
    pictures = [
        (f"a.{kind.lower()}", drawn(kind)) for kind in ("PNG", "JPEG", "BMP", "TIFF", "WEBP")
    ]
    prose = "By Anna Reed\r\nPublished 12 March 2021\r\nThe ferry left.\r\n" * 20
    texts = [("a.txt", prose.encode()), ("b.txt", prose.encode("utf-16"))]
    settings = json.dumps({"schema": 1, "window": [9, 9], "keys": {"a": ["b"]}, "recent": [{}]})
    return {
        "document": ((("in.json", whole),), lambda path, _: ended(reading.read(path))),
        "picture": ((*pictures, ("a.gif", moving())), _read_source),
        "text": (tuple(texts), _read_source),
        "project": ((("case.evboard", content),), _open_project),
        "salvage": ((("case.evboard", content),), _salvage),
        "settings": ((("settings.json", settings.encode()),), lambda path, _: SettingsFile(path)),
    }


def _read_source(path: Path, _: Path) -> None:
    for one in read_many([path]):
        if isinstance(one, RefusedFile) and ("took longer" in one.sentence):
            raise TimeoutError(one.sentence)
        if isinstance(one, SourceDraft):
            assert one.original == path.read_bytes()


def _open_project(path: Path, _: Path) -> None:
    check(path)
    Project.open(path, read_only=True).close()


def _salvage(path: Path, out: Path) -> None:
    new = out / "new.evboard"
    salvaged(path, new)
    Project.open(new, read_only=True).close()


def spoilt(content: bytes, chance: Random) -> bytes:
    """Return content with some bytes changed, put in, taken out, repeated or moved."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(made) + 1)
        length = chance.choice((1, 2, 4, 16, 200))
        match chance.randrange(6):
            case 0:
                made[place : place + 1] = bytes((chance.randrange(256),))
            case 1:
                made[place:place] = chance.choice(_ODD)
            case 2:
                del made[place : place + length]
            case 3:
                made[place:place] = made[place : place + length] * chance.choice((1, 2, 50))
            case 4:
                odd = chance.choice(_ODD)
                made[place : place + len(odd)] = odd
            case _:
                del made[len(made) - min(length, len(made)) :]
    return bytes(made)


def _all_read(
    name: str,
    seeds: tuple[tuple[str, bytes], ...],
    read: Reader,
    each: int,
    counted: Counter[str],
) -> list[str]:
    """Read so many spoilt inputs, in children that are replaced when one dies."""
    failures: list[str] = []
    number = 0
    while number < each:
        hearing, telling = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hearing)
            _be_child(name, seeds, read, range(number, each), telling)
        os.close(telling)
        with os.fdopen(hearing, "rb") as words:
            told = [json.loads(line) for line in words.read().splitlines()]
        _, status = os.waitpid(child, 0)
        counted["refused"] += sum(one["refused"] for one in told)
        failures += [f"{name} {one['number']}: {one['fault']}" for one in told if one["fault"]]
        number += len(told)
        if number < each:  # the next one ended it
            failures.append(f"{name} {number}: ended with {os.waitstatus_to_exitcode(status)}")
            number += 1
    return failures


def _be_child(
    name: str,
    seeds: tuple[tuple[str, bytes], ...],
    read: Reader,
    numbers: range,
    telling: int,
) -> None:
    """Read inputs within limits and tell of each; a hang is ended by the alarm's signal."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_in_use() + MEMORY, resource.RLIM_INFINITY))
        with TemporaryDirectory(prefix="endure-") as place:
            for number in numbers:
                told = _told(name, seeds, read, number, Path(place))
                os.write(telling, json.dumps(told | {"number": number}).encode() + b"\n")
    finally:
        os._exit(0)


def _told(
    name: str, seeds: tuple[tuple[str, bytes], ...], read: Reader, number: int, place: Path
) -> dict[str, object]:
    chance = Random(f"{name} {number}")
    file, content = chance.choice(seeds)
    path, out = place / file, place / f"out{number}"
    path.write_bytes(spoilt(content, chance))
    out.mkdir()
    signal.alarm(LONGEST)
    try:
        read(path, out)
    except (ProjectError, Refused, document.BadDocument):
        return {"refused": True, "fault": ""}
    except BaseException as fault:
        return {"refused": False, "fault": repr(fault)[:300]}
    finally:
        signal.alarm(0)
        for left in out.iterdir():
            left.unlink()
    return {"refused": False, "fault": ""}


def _in_use() -> int:
    """Return how much memory this process may reach already, in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * 4096
