"""Memory that one thread has let go serves the others."""

import subprocess
import sys

PROGRAM = """
import sys
from pathlib import Path
from threading import Thread
from evidence_board.ui.memory import share_memory

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

def fill():
    pieces = [bytearray(50_000) for _ in range(1_000)]
    kept.append(pieces[-1])

if sys.argv[1] == "shared":
    share_memory()
kept = []
thread = Thread(target=fill)
thread.start()
thread.join()
fill()
print(held())
"""


def held_afterwards(way: str) -> int:
    """Return the bytes that a program holds after a thread and then the main one had 50 MB."""
    command = [sys.executable, "-c", PROGRAM, way]
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


def test_what_a_thread_lets_go_is_not_taken_from_the_system_again() -> None:
    assert held_afterwards("shared") < held_afterwards("apart") - 30_000_000
