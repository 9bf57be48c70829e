"""Briefs: made at first, shown again after one edit, a large one, and the window meanwhile."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeAlias

from tests.benchmarks.asked import surroundings
from tests.benchmarks.brief_case import LARGE, PAGES_50, Size, brief_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.starting import ROOT

REPEATS = 3
Times: TypeAlias = list[tuple[float, float]]
"""Milliseconds by the clock and in work of all threads."""
_WINDOW = "from tests.benchmarks.brief_window import main; main()"
"""So that the processes that it starts do not import the window again."""


def figures() -> list[Figure]:
    """Measure the legs; the floor is Typst compiling the same source, in fresh processes too."""
    with TemporaryDirectory() as folder:
        return [
            *_fifty_pages(Path(folder)),
            *_large(Path(folder)),
            *_window(Path(folder)),
        ]


def _fifty_pages(folder: Path) -> list[Figure]:
    """Let all ways take turns, each time in a fresh process with the file as it was."""
    case = _case(folder, PAGES_50)
    first: dict[str, Times] = {"made": [], "bare": [], "shown": []}
    again: dict[str, Times] = {"made": [], "bare": [], "shown": []}
    for _ in range(REPEATS):
        for way in first:
            times = _told("-m", "tests.benchmarks.brief_times", way, str(_copy(case)))
            first[way].append(times[0])
            again[way] += times[1:]
    return [
        *_figures("brief.first", first["made"], floor=first["bare"]),
        *_figures("brief.again", again["shown"], floor=again["bare"], peer=first["shown"]),
    ]


def _large(folder: Path) -> list[Figure]:
    """Make the large brief as the window does; the floor is one compilation of its source."""
    case = _case(folder, LARGE)
    bare = _told("-m", "tests.benchmarks.brief_times", "bare", str(_copy(case)))[:1]
    made = _told("-m", "tests.benchmarks.brief_making", str(_copy(case)))
    return _figures("brief.large", made, floor=bare)


def _window(folder: Path) -> list[Figure]:
    """Tell the longest waits of the window, by the clock and in work of its thread."""
    case = _case(folder, PAGES_50)
    place = folder / "window"
    place.mkdir()
    told = _asked("-c", _WINDOW, str(_copy(case)), str(place))
    shown: dict[str, dict[str, list[float]]] = json.loads(told)
    return [
        figure(f"brief.{name}{ending}", times[kind], "ms")
        for name, times in (("shown", shown.pop("again")), *_by_leg(shown))
        for kind, ending in (("wall", ""), ("work", "_cpu"), ("all_work", "_cpu_all"))
        if kind in times
    ]


def _by_leg(
    shown: dict[str, dict[str, list[float]]],
) -> list[tuple[str, dict[str, list[float]]]]:
    return [(f"window.{leg}", times) for leg, times in shown.items()]


def _figures(name: str, times: Times, *, floor: Times, peer: Times | None = None) -> list[Figure]:
    """Return the leg by the clock and in work, each beside the same of its floor and its peer."""
    return [
        figure(
            f"{name}{ending}",
            [one[place] for one in times],
            "ms",
            floor=_median(floor, place),
            peer=None if peer is None else _median(peer, place),
        )
        for place, ending in ((0, ""), (1, "_cpu"))
    ]


def _median(times: Times, place: int) -> float:
    return median(one[place] for one in times)


def _case(folder: Path, size: Size) -> Path:
    path = folder / f"{size.claims}.evboard"
    if not path.exists():
        brief_case(path, size)
    return path


def _copy(case: Path) -> Path:
    return Path(shutil.copyfile(case, case.with_name("copy.evboard")))


def _told(*arguments: str) -> Times:
    times: Times = [(wall, work) for wall, work in json.loads(_asked(*arguments))]
    return times


def _asked(*arguments: str) -> str:
    command: Sequence[str] = (sys.executable, *arguments)
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=True
    )
    return done.stdout
