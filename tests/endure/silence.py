"""Silence: no connection, no message to another computer, no file opened that nobody named.

The verbs and the window run over the sample under strace, among them texts that try to be rendered:
pictures of local, relative and network paths, links, markup. A file that only these texts name lies
where they say it does: nobody may open it. Sockets of this computer are allowed where it says why.
"""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evidence_board.commands import boards, claims, notes, sources
from evidence_board.commands.sample import sample
from evidence_board.ingest.addresses import Address
from evidence_board.project.project import Project
from tests.commands.cases import draft
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not

VERBS_NAME, WINDOW_NAME = "silence.verbs", "silence.window"
GOAL = "0 connections, 0 foreign opens"
PLANTED = "_sentinel.png"
ALLOWED = {
    "/var/run/nscd/socket": "the C library asks who the user is",
    "/run/dbus/system_bus_socket": "Qt asks the desktop how it looks",
    "/tmp/.X11-unix": "the window itself, where there is a display",
}
"""Beginnings of addresses on this very computer."""
Commands = Callable[[Path], list[list[str]]]
_CONNECT = re.compile(r"(connect|sendto|sendmsg)\(.*sa_family=(\w+)(?:, sun_path=@?\"([^\"]*)\")?")
_OPEN = re.compile(r'(openat|open|stat|statx|newfstatat|readlink|access)\(.*?"([^"]*)"')


def proof_of_verbs(rounds: int) -> Outcome:
    """Run so many of the verbs that the sample can be given to."""
    return _proof(VERBS_NAME, lambda place: _verbs(place)[:rounds])


def proof_of_window(records: int) -> Outcome:
    """Open the sample in the window, look at so many records of each kind, and close it."""
    return _proof(
        WINDOW_NAME,
        lambda place: [
            [sys.executable, "-m", "tests.endure.looked_through", str(_case(place)), str(records)]
        ],
    )


def _proof(name: str, commands: Commands) -> Outcome:
    if reason := why_not():
        return Outcome(name, 0, "programs", GOAL, left_out=reason)
    begun = time.perf_counter()
    counted: Counter[str] = Counter()
    failures: list[str] = []
    with TemporaryDirectory(prefix="endure-") as folder:
        place = Path(folder)
        _prepare(place)
        listed = commands(place)
        for command in listed:
            log = _traced(command, place)
            counted["calls looked at"] += len(log)
            failures += [f"{' '.join(command[2:4])}: {one}" for one in broken(log)]
    seconds = time.perf_counter() - begun
    return Outcome(name, len(listed), "programs", GOAL, tuple(failures), counted, seconds=seconds)


def _case(place: Path) -> Path:
    return place / "case.evboard"


def _prepare(place: Path) -> None:
    """Make the sample, with texts that want to be rendered, and what they name."""
    sample(_case(place))
    (place / PLANTED).write_bytes(b"\x89PNG\r\n\x1a\n")
    project = Project.open(_case(place))
    board = boards.ensure_board(project).id
    for number, text in enumerate(_tempting(place)):
        claims.write(project, text, board=board, x=300.0 * number, y=-900.0)
        notes.write(project, text, board=board, x=300.0 * number, y=-1_200.0)
    pinned = sources.pin(project, [draft("\n".join(_tempting(place)), "tempting.txt")], board=board)
    page = Address("http://host.invalid/page", "A page that nobody asked to capture")
    sources.keep_addresses(project, [page], board=board, x=0.0, y=-1_500.0)
    project.close()
    (place / "source").write_text(pinned[0].source.id, encoding="utf-8")
    (place / "more.txt").write_text("\n".join(_tempting(place)) + "\nmore", encoding="utf-8")


def _tempting(place: Path) -> tuple[str, ...]:
    file = place / PLANTED
    return (
        f'<img src="{file}">',
        f'<img src="{PLANTED}">',
        f'<img src="file://{file}">',
        f'<b>bold</b><img src="//host.invalid/share/{PLANTED}">',
        f'<img src="http://host.invalid/{PLANTED}">',
        f"![picture]({file})",
        f'<a href="file://{file}">here</a> http://host.invalid/ \\\\host.invalid\\share',
        f'<link rel="stylesheet" href="{file}"><style>@import "{file}";</style>',
    )


def _verbs(place: Path) -> list[list[str]]:
    case, out = str(_case(place)), str(place / "out")
    source = (place / "source").read_text(encoding="utf-8")
    program = [sys.executable, "-m", "evidence_board"]
    return [
        [*program, "show", case],
        [*program, "brief", case, "-o", f"{out}.pdf"],
        [*program, "add", case, str(place / "more.txt")],
        [*program, "check", case],
        [*program, "text", case, source],
        [*program, "history", case],
        [*program, "export", case, "-o", f"{out}.json"],
        [*program, "import", case, f"{out}.json"],
        [*program, "undo", case],
        [*program, "redo", case],
        [*program, "new", f"{out}.evboard"],
        [*program, "sample", str(place / "sample.evboard")],
    ]


def _traced(command: list[str], place: Path) -> list[str]:
    log = place / "log"
    calls = "connect,sendto,sendmsg,openat,open,stat,statx,newfstatat,readlink,access"
    strace = ["strace", "-f", "--seccomp-bpf", "-s", "300", "-o", str(log), "-e", f"trace={calls}"]
    own = {"HOME": str(place / "home"), "XDG_DATA_HOME": str(place / "home" / "data")}
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        [*strace, *command], capture_output=True, check=False, timeout=1_200, env=bare | own
    )
    told = done.stderr.decode(errors="replace")
    assert done.returncode in (0, 1), told
    assert "Traceback" not in told, told
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def broken(log: list[str]) -> Iterator[str]:
    """Yield what of these calls breaks the silence, in sentences."""
    for line in log:
        if (found := _CONNECT.search(line)) and not _is_allowed(found[2], found[3] or ""):
            yield f"it connects: {line[:160]}"
        if (found := _OPEN.search(line)) and (PLANTED in found[2] or found[2].startswith("//")):
            yield f"it looks at a file that only a text names: {line[:160]}"


def _is_allowed(family: str, address: str) -> bool:
    return family in ("AF_UNIX", "AF_LOCAL") and address.startswith(tuple(ALLOWED))
