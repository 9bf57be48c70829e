"""Hostile inputs through the command line: refused or taken in, never more than that.

Each input is made in a folder of its own, with a file of the person's beside it that nobody may
touch and a secret that nobody may tell, and given to the verbs that could take it, each a program
of its own with limits of time and memory. What holds each time: it ends by itself, with 0 or with 1
and a sentence for each cause; no fault of ours shows; what was refused is as it was, byte for byte,
and nothing is left beside it.
"""

import os
import re
import stat
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evidence_board.cli import WENT_WRONG
from evidence_board.commands import boards, claims, links
from tests.commands.cases import pinned, started, words
from tests.endure import (
    hostile_beside,
    hostile_documents,
    hostile_index,
    hostile_inputs,
    hostile_pages,
    hostile_places,
    hostile_schemas,
    hostile_steps,
    hostile_values,
    hostile_words,
)
from tests.endure.as_program import Ended, Limits, run
from tests.endure.hostile_case import SENTINEL, Case
from tests.endure.leaks import unpacked
from tests.endure.outcome import Outcome
from tests.in_memory import folder_in_memory

NAME, GOAL = "hostile.verbs", "0 invariants broken"
LIMITS = Limits()
SECRET = "secret.txt"
HIDDEN = "Zqx the secret of the harbour"
CASES: tuple[Case, ...] = (
    *hostile_schemas.CASES,
    *hostile_values.CASES,
    *hostile_steps.CASES,
    *hostile_beside.CASES,
    *hostile_index.CASES,
    *hostile_documents.CASES,
    *hostile_words.CASES,
    *hostile_pages.CASES,
    *hostile_places.CASES,
    *hostile_inputs.CASES,
)
_ESCAPE = b"\x1b"
_LINK = re.compile(rb"/URI ?\(([^)]*)")
_TELL_IT_ALL = ("check", "salvage")
"""Verbs that print what they found, and end with 1 where that is something."""
Seen = dict[str, tuple[int, int, bytes]]
"""By name: kind and size of a file, and its content where it has one that ends."""


def proof(most: int) -> Outcome:
    """Give so many of the inputs to the program, spread over all threats."""
    begun = time.perf_counter()
    failures: list[str] = []
    counted: Counter[str] = Counter()
    cases = chosen(most)
    with folder_in_memory() as made, TemporaryDirectory(prefix="endure-") as home:
        good = _good_project(made / "good.evboard")
        for case in cases:
            with TemporaryDirectory(prefix="endure-") as place:
                attempt = _Attempt(case, Path(place), Path(home), good)
                failures += [f"{case.threat} - {case.name}: {one}" for one in attempt.wrong()]
                counted.update(attempt.counted)
    counted["threats"] = len({case.threat for case in cases})
    seconds = time.perf_counter() - begun
    return Outcome(NAME, len(cases), "inputs", GOAL, tuple(failures), counted, seconds=seconds)


def chosen(most: int) -> list[Case]:
    """Return so many cases: what broke something once, then the first of each threat, and so on."""
    if most >= len(CASES):
        return list(CASES)
    met: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[int, int, Case]] = []
    for case in CASES:
        if not case.slow:
            rank = -1 if case.once else met[case.threat, case.input]
            ranked.append((rank, len(ranked), case))
            met[case.threat, case.input] += not case.once
    return [case for _, _, case in sorted(ranked, key=lambda one: one[:2])[:most]]


def _good_project(path: Path) -> bytes:
    project = started(path)
    board = boards.ensure_board(project).id
    report = pinned(project)
    left = claims.mark(project, words(report, "ferry left at noon"), board=board)
    sailed = claims.write(project, "The ferry sailed.", board=board, x=300)
    links.connect(project, left.id, sailed.id, "supports", "same ship")
    claims.write(project, "An idea.")
    project.close()
    return path.read_bytes()


class _Attempt:
    """One input in a folder, and the verbs that it is given to."""

    def __init__(self, case: Case, folder: Path, home: Path, good: bytes) -> None:
        self._case, self._folder, self._home = case, folder / "desk", home
        self._folder.mkdir()
        (self._folder / SENTINEL).write_text("Mine.\n", encoding="utf-8")
        (self._folder / SECRET).write_text(HIDDEN, encoding="utf-8")
        self._good = self._folder / "good.evboard"
        self._path = self._made(good)
        self._more = self._folder.parent / "more.txt"
        self._more.write_text("Words of another source.\n", encoding="utf-8")
        self.counted: Counter[str] = Counter()

    def _made(self, good: bytes) -> Path:
        name = self._case.file or "case.evboard"
        path = self._folder / (name if isinstance(name, str) else os.fsdecode(name))
        if self._case.input == "project":
            path.write_bytes(good)
        else:
            self._good.write_bytes(good)
        self._case.spoil(path)
        return path

    def wrong(self) -> list[str]:
        """Return what is broken, in sentences; nothing if all holds."""
        if self._case.input == "document":
            return self._tried("import", "import", self._good, self._path)[1]
        if self._case.input == "source":
            return self._tried("add", "add", self._good, "--", self._path)[1]
        _, wrong = self._tried("check", "check", "--json", "--", self._path)
        refused, found = self._tried("show", "show", "--", self._path)
        wrong += found
        return [*wrong, *(self._wrong_if_refused() if refused else self._wrong_if_opened())]

    def _wrong_if_refused(self) -> list[str]:
        """Return what breaks where a project was refused: nothing may be written to it either."""
        _, wrong = self._tried("undo", "undo", "--", self._path)
        return [*wrong, *self._wrong_salvage()]

    def _wrong_if_opened(self) -> list[str]:
        """Return what breaks where one was opened; what reads comes before what writes."""
        place, wrong = self._folder.parent, list[str]()
        for verb, *arguments in (
            ("history", "--json"),
            ("export", "-o", place / "out.json"),
            ("share", "-o", place / "shared.evboard"),
            *([("brief", "-o", place / "out.pdf")] if self._case.pressed else []),
            ("undo",),
            ("add",),
        ):
            more = [self._more] if verb == "add" else []
            wrong += self._tried(str(verb), verb, *arguments, "--", self._path, *more)[1]
        wrong += self._wrong_salvage()
        if self._tried("show", "show", "--", self._path)[0]:
            wrong.append("what was written by us lets the project be opened no more")
        return wrong

    def _wrong_salvage(self) -> list[str]:
        """Return what breaks when it is salvaged: what comes of that has to be a project."""
        new = self._folder.parent / "salvaged.evboard"
        _, wrong = self._tried("salvage", "salvage", "-o", new, "--", self._path)
        if new.exists() and self._tried("show", "show", "--", new)[0]:
            wrong.append("what was salvaged cannot be opened")
        return wrong

    def _tried(self, verb: str, *arguments: str | Path) -> tuple[int, list[str]]:
        """Run a verb; returns its exit code and what it broke, in sentences."""
        before = self._seen()
        ended = self._run(arguments)
        self.counted["runs"] += 1
        self.counted["refused" if ended.code else "taken"] += 1
        return ended.code, [f"{verb}: {one}" for one in self._judged(verb, ended, before)]

    def _run(self, arguments: Sequence[str | Path]) -> Ended:
        own = {"HOME": str(self._home), "XDG_DATA_HOME": str(self._home / "data")}
        return run(arguments, LIMITS, own)

    def _judged(self, verb: str, ended: Ended, before: Seen) -> list[str]:
        found = []
        if ended.seconds >= LIMITS.seconds:
            return [f"it did not end within {LIMITS.seconds} s"]
        if ended.code not in (0, 1):
            return [f"it ended with {ended.code}: {_last_line(ended.complained)}"]
        if b"Traceback" in ended.complained or WENT_WRONG.encode() in ended.complained:
            found.append(f"a fault shows: {_last_line(ended.complained)}")
        lines = ended.complained.decode(errors="replace").splitlines()
        if (
            ended.code
            and verb not in _TELL_IT_ALL
            and not any(line.endswith(".") for line in lines)
        ):
            found.append(f"no sentence says why: {ended.complained[:200]!r}")
        if any(len(line) > 2_000 or not line.isprintable() for line in lines):
            found.append(f"a sentence could not be shown: {ended.complained[:200]!r}")
        if verb == "show" and _ESCAPE in ended.told:
            found.append("it writes to the terminal what the file wants")
        if HIDDEN.encode() in ended.told + ended.complained:
            found.append("the secret was told")
        if not ended.code and self._case.verdict == "refused" and verb != "salvage":
            found.append("it was taken in")
        if verb == "brief" and not ended.code:
            found += _links_of(self._folder.parent / "out.pdf")
        return [*found, *self._changed(verb, ended, before)]

    def _changed(self, verb: str, ended: Ended, before: Seen) -> list[str]:
        after = self._seen()
        if verb in ("undo", "add", "import") and not ended.code:
            taken = self._path if self._case.input == "project" else self._good
            for seen in (before, after):  # it may be written now, and what was left is cleared
                for name in (taken.name, f".{taken.name}.lock", *self._case.clears):
                    seen.pop(name, None)
        return [
            f"{name!r} was {'left' if name not in before else 'changed or taken away'}"
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        ]

    def _seen(self) -> Seen:
        seen = {}
        for path in self._folder.iterdir():
            state = path.lstat()
            read = stat.S_ISREG(state.st_mode) and state.st_size < 500_000_000
            seen[path.name] = (state.st_mode, state.st_size, path.read_bytes() if read else b"")
        return seen


def _links_of(pdf: Path) -> list[str]:
    """Return what of the links in a PDF leads to no page of the web."""
    links = {link for part in unpacked(pdf) for link in _LINK.findall(part)}
    odd = sorted(one for one in links if not one.startswith((b"http://", b"https://")))
    return [f"the brief links to {one[:60]!r}" for one in odd]


def _last_line(told: bytes) -> str:
    return told.decode(errors="replace").strip().rpartition("\n")[2][:200]
