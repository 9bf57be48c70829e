"""Leaks: nothing that leaves the project tells who made it, where, or what was deleted in it.

The program runs as the user Zqxperson in a home called Zqxhome, on a host called Zqxhost where the
system lets a program have one. The project held words that are deleted, a picture with a position
and one with a serial number. Each file that goes out is searched byte by byte, with all that is
packed in it unpacked: a PDF, a copy to share, a JSON document.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evidence_board.commands import claims, editing, removal
from evidence_board.model.board import Board
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands import photographs
from tests.endure.outcome import Outcome

NAME, GOAL = "leaks.outputs", "0 hits for user, host, home, position, serial, deleted words"
USER, HOST, HOME = "Zqxperson", "Zqxhost", "Zqxhome"
GONE = ("Zqxdeletedclaim", "Zqxretyped", "Zqxremovedsource")
ORIGINALS = (photographs.SERIAL, "Zqxuser", "Exif\0")
"""What a picture tells of camera, owner and place; a document of the project keeps originals."""
OUTPUTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("brief.pdf", ("brief", "CASE", "-o", "OUT"), (*GONE, *ORIGINALS)),
    ("bare.evboard", ("share", "CASE", "-o", "OUT", "--without-history"), (*GONE, *ORIGINALS)),
    ("named.evboard", ("share", "CASE", "-o", "OUT", "--without-names"), (*GONE, *ORIGINALS)),
    ("whole.evboard", ("share", "CASE", "-o", "OUT"), ORIGINALS),
    ("case.json", ("export", "CASE", "-o", "OUT"), GONE),
)
"""What goes out: its name, how it is made, what else than user, host and home it may not hold.

A copy with its history keeps what was deleted, and says so.
"""
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def proof(outputs: int) -> Outcome:
    """Make so many of the outputs, and look for every mark in each."""
    begun = time.perf_counter()
    failures: list[str] = []
    looked = 0
    with TemporaryDirectory(prefix="endure-") as place:
        home = Path(place, HOME)
        home.mkdir()
        case = _case(home)
        chosen = OUTPUTS[:outputs]
        for name, arguments, others in chosen:
            out = home / name
            places = {"CASE": str(case), "OUT": str(out)}
            failures += _run(home, [places.get(one, one) for one in arguments])
            for mark in (USER, HOST, HOME, *others):
                looked += 1
                if any(mark.encode() in one for one in unpacked(out)):
                    failures.append(f"{name} holds {mark!r}")
    counted = {"marks looked for": looked, "with a host's name of our own": int(_has_host())}
    seconds = time.perf_counter() - begun
    return Outcome(NAME, len(chosen), "outputs", GOAL, tuple(failures), counted, seconds=seconds)


def _case(home: Path) -> Path:
    """Make the project as a person does, and delete from it."""
    case = home / "case.evboard"
    for name, content in (
        ("place.jpg", photographs.with_position()),
        ("camera.jpg", photographs.with_serial()),
        ("report.txt", b"The ferry left at noon.\n"),
        ("gone.txt", b"Zqxremovedsource told of it.\n"),
    ):
        (home / name).write_bytes(content)
    files = [str(home / name) for name in ("place.jpg", "camera.jpg", "report.txt", "gone.txt")]
    assert not _run(home, ["new", str(case), "--title", "Ferry"])
    assert not _run(home, ["add", str(case), *files])
    project = Project.open(case)
    board = project.all(Board)[0].id
    claim = claims.write(project, "Zqxretyped was written first.", board=board)
    editing.change(project, claim, text="The ferry sailed.", rank=1.0, kind="judgement")
    other = claims.write(project, "Zqxdeletedclaim.", board=board)
    last = max(project.all(Source), key=lambda one: one.number)
    removal.remove(project, [other.id, last.id])
    project.close()
    return case


def _has_host() -> bool:
    """Whether a program can be given another host's name here."""
    if shutil.which("unshare") is None:
        return False
    done = subprocess.run(["unshare", "--uts", "true"], capture_output=True, check=False)
    return done.returncode == 0


def _run(home: Path, arguments: list[str]) -> list[str]:
    """Run a verb as that person on that host; returns what is wrong with how it ended."""
    program = [sys.executable, "-m", "evidence_board", *arguments]
    renamed = ["unshare", "--uts", "sh", "-c", f'hostname {HOST}; exec "$@"', "sh"]
    own = dict.fromkeys(("USER", "LOGNAME", "USERNAME"), USER)
    done = subprocess.run(
        [*renamed, *program] if _has_host() else program,
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | own | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")},
    )
    told = done.stderr.decode(errors="replace")
    return [f"{arguments[0]} ended with {done.returncode}: {told}"] if done.returncode else []


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield a file as it is, and each part of it that is packed in some way."""
    content = path.read_bytes()
    yield content
    for stream in _STREAM.findall(content):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:  # not packed: it was in the whole
            continue
    if path.suffix == ".json":
        for one in json.loads(content).get("attachments", ()):
            yield base64.b64decode(one["base64"])
