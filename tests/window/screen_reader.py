"""A screen reader that tells, on stdin and stdout, what it finds and hears through AT-SPI.

It runs under the Python of the system, which has pyatspi. A line in is a name of `ANSWERS` and
JSON arguments, a line out is JSON.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping

import pyatspi
from gi.repository import GLib

Told = dict[str, object]
_EVENTS = ("object:state-changed:focused", "object:announcement")
_heard: list[Told] = []


def _hear(event: "pyatspi.event.Event") -> None:
    words = str(event.any_data) if "announcement" in str(event.type) else event.source.name
    _heard.append({"kind": str(event.type), "words": words, "now": event.detail1})


def _all(one: "pyatspi.Accessible", depth: int = 0) -> "Iterator[pyatspi.Accessible]":
    """Yield what lies in a window, in full depth but not into long lists."""
    if one is not None and depth < 14:
        yield one
        if one.getRoleName() not in ("list", "menu bar", "tree"):
            for child in one:
                yield from _all(child, depth + 1)


def _found(role: str, name: str) -> "pyatspi.Accessible | None":
    for application in pyatspi.Registry.getDesktop(0):
        for one in _all(application):
            if one.getRoleName() == role and one.name == name:
                return one
    return None


def ready() -> bool:
    """Return whether the bus answers."""
    return pyatspi.Registry.getDesktop(0) is not None


def parts(role: str, name: str) -> list[Told] | None:
    """Return the children of a control: role, name, whether each has focus and is selected."""
    found = _found(role, name)
    return None if found is None else [_told(one) for one in found]


def _told(one: "pyatspi.Accessible") -> Told:
    states = one.getState()
    return {
        "role": one.getRoleName(),
        "name": one.name,
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "selected": states.contains(pyatspi.STATE_SELECTED),
    }


def press(role: str, name: str) -> bool:
    """Do the first action of a control; False where it is not there."""
    found = _found(role, name)
    return found is not None and bool(found.queryAction().doAction(0))


def heard() -> list[Told]:
    """Return what was heard since it was last asked."""
    told = list(_heard)
    _heard.clear()
    return told


ANSWERS: Mapping[str, Callable[..., object]] = {
    one.__name__: one for one in (ready, parts, press, heard)
}


def _answer(*_: object) -> bool:
    line = sys.stdin.readline()
    if not line:
        pyatspi.Registry.stop()
        return False
    name, *arguments = json.loads(line)
    try:
        told: Told = {"answer": ANSWERS[name](*arguments)}
    except Exception as error:
        told = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(told), flush=True)
    return True


if __name__ == "__main__":
    for event in _EVENTS:
        pyatspi.Registry.registerEventListener(_hear, event)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, _answer)
    pyatspi.Registry.start()
