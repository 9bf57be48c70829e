"""A desktop of its own for the program: a display, a window manager, a real mouse and keyboard."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE = "1600x1000x24"
_SETTLE = 0.06
"""Seconds after an act of mouse or keys in which the program answers."""


class Desktop:
    """Xvfb on a free display with openbox; use as a context, leaving it ends both."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._programs: list[subprocess.Popen[bytes]] = []
        self._bus: dict[str, str] = {}

    def __enter__(self) -> Self:
        read, write = os.pipe()
        screen = ("-screen", "0", SIZE, "-nolisten", "tcp")
        self._run(("Xvfb", "-displayfd", str(write), *screen), pass_fds=(write,))
        os.close(write)
        with os.fdopen(read, "rb") as told:
            self.display = f":{told.readline().decode().strip()}"
        self._run(("openbox", "--sm-disable"))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for program in reversed(self._programs):
            with program:  # waits, and closes the pipes
                program.terminate()

    def open_bus(self) -> None:
        """Give programs that are started from now on a bus, on which assistive technology asks."""
        read, write = os.pipe()
        command = ("dbus-daemon", "--session", "--nofork", f"--print-address={write}")
        self._run(command, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read, "rb") as told:
            address = told.readline().decode().strip()
        self._bus = {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment of programs on this desktop: an empty home, this display only."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG_", "QT_", "WAYLAND", "DBUS_"))
        }
        platform = {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        display = getattr(self, "display", "")
        named = {**kept, **platform, **self._bus}
        return {**named, "HOME": str(self._home), "DISPLAY": display, "LANG": "C.UTF-8"}

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a Python module on this desktop, with pipes to talk to it."""
        return self._run((sys.executable, "-m", *command), talking=True)

    def start_beside(self, *command: str) -> subprocess.Popen[bytes]:
        """Start another program on this desktop, with pipes to talk to it."""
        return self._run(command, talking=True)

    def xdotool(self, *arguments: object) -> str:
        """Act with mouse or keys; returns what xdotool said."""
        done = subprocess.run(
            ("xdotool", *map(str, arguments)),
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=20,
        )
        time.sleep(_SETTLE)
        return done.stdout.strip()

    def move(self, x: float, y: float) -> None:
        """Move the mouse."""
        self.xdotool("mousemove", "--sync", round(x), round(y))

    def click(self, x: float, y: float, times: int = 1) -> None:
        """Click with the left button, several times for a double or triple click."""
        self.move(x, y)
        self.xdotool("click", "--repeat", times, "--delay", 60, 1)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag with the left button, in steps as a hand makes them."""
        self.move(*start)
        time.sleep(0.25)  # what shows under the pointer shows after a moment
        self.xdotool("mousedown", 1)
        steps = 12
        for step in range(1, steps + 1):
            part = step / steps
            self.move(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        time.sleep(0.1)
        self.xdotool("mouseup", 1)

    def key(self, *keys: str) -> None:
        """Press keys, such as "ctrl+z"."""
        for one in keys:
            self.xdotool("key", "--clearmodifiers", one)

    def write(self, words: str) -> None:
        """Type words."""
        self.xdotool("type", "--delay", 15, words)

    def window(self, name: str) -> bool:
        """Whether a window of this name is on the screen."""
        found = subprocess.run(
            ("xdotool", "search", "--onlyvisible", "--name", name),
            env=self.environment,
            capture_output=True,
            check=False,
        )
        return found.returncode == 0

    def picture(self, path: Path) -> None:
        """Keep a picture of the screen, for who reads a failure."""
        command = ("import", "-window", "root", str(path))
        subprocess.run(command, env=self.environment, check=False, timeout=20)

    def _run(
        self, command: tuple[str, ...], *, talking: bool = False, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE if talking else subprocess.DEVNULL
        started = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdin=pipe,
            stdout=pipe,
            stderr=None if talking else subprocess.DEVNULL,
            pass_fds=pass_fds,
        )
        self._programs.append(started)
        return started


def until(holds: Callable[[], bool], what: str, limit: float = 20.0) -> None:
    """Wait until something holds."""
    ends = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < ends, f"waited {limit:g} s for: {what}"
        time.sleep(0.1)
