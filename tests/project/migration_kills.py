"""Killing a program in the middle of converting an old project, as often as one asks.

A child that has all imported forks one process for each round, so that a round takes some 50 ms.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from evidence_board.model.claim import Claim
from evidence_board.paths import user_work_folder
from evidence_board.project import leftovers, migrating
from evidence_board.project.check import check
from evidence_board.project.project import Project
from evidence_board.project.schema import VERSION, statements
from evidence_board.project.search_words import INDEXED_BEFORE_3, words_before_3
from tests.commands.cases import Held, held, started

_CHILD = """
import os, sys
from pathlib import Path
from evidence_board.project import migrating
from evidence_board.project.project import Project
from evidence_board.project.schema import statements
statements(1), statements()

def tell(word):
    os.write(1, f"{word}\\n".encode())  # whole or not at all, whenever it is killed

def telling(step):
    def doing(connection, told):
        tell("converting")
        step(connection, told)
    return doing

migrating.STEPS = {version: telling(step) for version, step in migrating.STEPS.items()}
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        Project.open(Path(line.rstrip("\\n"))).close()
        os._exit(0)
    tell(pid)
    sys.stdin.readline()  # until then nobody else is given its number
    os.waitpid(pid, 0)
    tell("ended")
"""


@dataclass(frozen=True)
class Tally:
    """How the rounds ended: the file as it was, or converted; of both, those with a journal."""

    old: int
    new: int
    cut_short: int
    faults: tuple[str, ...]


def kill_while_migrating(old: bytes, folder: Path, rounds: int, seed: int = 7) -> Tally:
    """Convert an old project, kill that after a random time, look what is there, and so on.

    XDG_DATA_HOME has to lead to a folder of the caller. In every third round a backup is made, and
    may be cut short; in the others it is the conversion itself.
    """
    chance = random.Random(seed)
    told = _content(_put(folder, old))
    counts = {"old": 0, "new": 0, "cut short": 0}
    faults: list[str] = []
    with _converter() as converter:
        whole, at_work = converter.unhurt(_put(folder, old))
        for number in range(rounds):
            path = _put(folder, old)
            if number % 3 == 0:
                shutil.rmtree(user_work_folder() / "backups", ignore_errors=True)
                converter.kill(path, chance.uniform(0, whole))
            else:
                converter.kill(path, chance.uniform(0, 1.3 * at_work), until="converting")
            counts["cut short"] += leftovers.unfinished(path)
            try:
                counts[_judge(path, old, told)] += 1
            except AssertionError as fault:
                faults.append(f"round {number}: {fault}")
    return Tally(counts["old"], counts["new"], counts["cut short"], tuple(faults))


def large_old_project(path: Path, claims: int) -> bytes:
    """Return a project of version 1 with so many claims: converting it takes its time."""
    project = started(path)
    with project.transaction("Import") as tx:
        tx.add_all([Claim(text=f"Claim {number}") for number in range(claims)])
    words = [
        (record.id, words_before_3(record, str))
        for kind in INDEXED_BEFORE_3
        for record in project.all(kind)
    ]
    project.close()
    (search,) = (one for one in statements(1) if one.startswith("CREATE VIRTUAL TABLE search"))
    with closing(sqlite3.connect(path)) as connection:
        for part in (
            "INDEX change_record_id",
            "INDEX change_removed",
            "TABLE deferral",
            "TABLE independence",
            "TABLE brief_plan",
            "TABLE issue",
            "TABLE parts",
            "TABLE search",
        ):
            connection.execute(f"DROP {part}")
        connection.execute("DELETE FROM indexed")
        connection.execute(search)
        connection.executemany(
            "INSERT INTO indexed (record) VALUES (?)", [(id,) for id, _ in words]
        )
        connection.executemany(
            "INSERT INTO search (rowid, text) SELECT seq, ? FROM indexed WHERE record = ?",
            [(text, id) for id, text in words],
        )
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
        connection.execute("VACUUM")
    return path.read_bytes()


@dataclass(frozen=True)
class _Converter:
    """A child that converts one file after the other, each in a process of its own."""

    child: "subprocess.Popen[str]"

    def unhurt(self, path: Path) -> tuple[float, float]:
        """Return the seconds that a conversion takes, and those from its first step on."""
        shutil.rmtree(user_work_folder() / "backups", ignore_errors=True)
        begun = monotonic()
        self._begin(path, "converting")
        at_work = monotonic()
        self._tell("wait")
        self._hear("ended")
        return monotonic() - begun, monotonic() - at_work

    def kill(self, path: Path, after: float, until: str = "") -> None:
        """Let a file be converted, and kill that so long after the beginning, or that word."""
        pid = self._begin(path, until)
        sleep(after)  # the chance that is asked for; nothing is waited for
        os.kill(pid, signal.SIGKILL)
        self._tell("wait")
        self._hear("ended")

    def _begin(self, path: Path, until: str) -> int:
        self._tell(str(path))
        told = [self._line()]
        while not any(word.isdigit() for word in told) or (until and until not in told):
            told.append(self._line())
        return next(int(word) for word in told if word.isdigit())

    def _tell(self, word: str) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()

    def _hear(self, word: str) -> None:
        while self._line() != word:
            continue

    def _line(self) -> str:
        assert self.child.stdout is not None
        line = self.child.stdout.readline()
        assert line, "the child is gone"
        return line.strip()


@contextmanager
def _converter() -> Iterator[_Converter]:
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        yield _Converter(child)


def _put(folder: Path, content: bytes) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / "case.evboard"
    path.write_bytes(content)
    return path


def _judge(path: Path, old: bytes, told: Held) -> str:
    """Return whether the file is old or new; AssertionError if it is neither, or lost anything."""
    copy = path.with_name("looked at.evboard")
    shutil.copyfile(path, copy)
    if leftovers.unfinished(path):
        shutil.copyfile(_journal(path), _journal(copy))
    with closing(sqlite3.connect(copy)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert version in (1, VERSION), version
    assert version == VERSION or copy.read_bytes() == old, "the old file is not what it was"
    assert _content(path) == told, "records differ"
    assert check(path) == (), check(path)
    assert not migrating.is_old(path), "it could not be converted any more"
    return "new" if version == VERSION else "old"


def _content(path: Path) -> Held:
    project = Project.open(path)
    try:
        return held(project)
    finally:
        project.close()


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
