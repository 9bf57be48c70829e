"""Every way that an original goes, one after the other, and how much memory each took at most.

Run as a program of its own: what is told is the most that the process ever held.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from evidence_board.cli import main as command
from evidence_board.commands import projects
from evidence_board.model.capture import Capture
from evidence_board.model.content import PIECE
from evidence_board.model.source import Source
from evidence_board.project import backup_making, backup_restoring
from evidence_board.project.project import Project
from evidence_board.project.rechecking import recheck
from evidence_board.verbs.verb import result


class Grown:
    """So many MB that are made while they are read."""

    def __init__(self, megabytes: int) -> None:
        self.size = megabytes * PIECE

    def pieces(self) -> Iterator[bytes]:
        """Yield them, no two alike."""
        for place in range(self.size // PIECE):
            yield sha256(b"%d" % place).digest() * (PIECE // 32)


def main() -> None:
    """Print, by the name of what was done, the most kB of memory until then."""
    folder, megabytes = Path(sys.argv[1]), int(sys.argv[2])
    path = folder / "case.evboard"
    told = {}
    for name, act in _acts(path, megabytes).items():
        code = act()
        assert not code, name
        told[name] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(told))


def _acts(path: Path, megabytes: int) -> dict[str, Callable[[], int | None]]:
    here = path.with_name
    given, back = str(path), str(here("back.evboard"))
    return {
        "start": lambda: projects.start(path).close(),
        "keep": lambda: _keep(path, megabytes),
        "check": lambda: command(["check", given]),
        "check again": lambda: _rechecked(path),
        "brief": lambda: _altered(path),
        "save a copy": lambda: _copy(path, here("copy.evboard")),
        "back up": lambda: _back_up(path, here("restored.evboard")),
        "write out": lambda: command(["capture", given, "k1", "-o", str(here("k1.pdf"))]),
        "export": lambda: command(["export", given, "-o", str(here("out.json"))]),
        "start another": lambda: command(["new", back]),
        "import": lambda: command(["import", back, str(here("out.json"))]),
        "share": lambda: command(["share", given, "-o", str(here("shared.evboard"))]),
        "salvage": lambda: command(["salvage", given, "-o", str(here("saved.evboard"))]),
        "read all": lambda: _differs(here("saved.evboard")),
    }


def _keep(path: Path, megabytes: int) -> None:
    content, text = Grown(megabytes), b"A few words."
    with closing(Project.open(path)) as project, project.transaction("Add source") as tx:
        tx.add(Source(id="s1", title="Large"))
        tx.add(
            Capture(
                id="k1",
                source="s1",
                file_name="large.pdf",
                size=content.size,
                sha256=tx.keep(content),
                media_type="application/pdf",
                captured_at="2026-01-01T00:00:00Z",
                text_sha256=tx.keep(text),
                text_length=len(text),
            )
        )


def _altered(path: Path) -> int:
    with closing(Project.open(path)) as project:
        return len(project.altered_originals())


def _copy(path: Path, copy: Path) -> None:
    with closing(Project.open(path)) as project:
        project.save_copy(copy)


def _back_up(path: Path, restored: Path) -> None:
    backup = backup_making.make(path)
    assert backup is not None
    backup_restoring.restore(backup.path, restored)


def _differs(path: Path) -> int:
    """Return 0 if the bytes came all the way."""
    with closing(Project.open(path)) as project:
        found = sha256()
        content = project.kept(project.get(Capture, "k1").sha256)
        assert not isinstance(content, bytes)
        for piece in content.pieces():
            found.update(piece)
        return int(found.hexdigest() != project.get(Capture, "k1").sha256)


def _rechecked(path: Path) -> int:
    return len(result(recheck(path, whole=True)).problems)


if __name__ == "__main__":
    main()
