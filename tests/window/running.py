"""Talking to programs on the desktop: a line of JSON there, a line of JSON back."""

import json
import select
import subprocess
import time

from tests.window.desktop import Desktop

_LOOKS = 60


class Talk:
    """A process that answers a line with a line."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def ask(self, name: str, *arguments: object) -> object:
        """Return what it answers."""
        told, out = self._process.stdin, self._process.stdout
        assert told is not None
        assert out is not None
        told.write(json.dumps([name, *arguments]).encode() + b"\n")
        told.flush()
        ready, _, _ = select.select([out], [], [], 30)
        assert ready, f"the program did not answer {name}"
        answer = json.loads(out.readline() or b'{"error": "the program has ended"}')
        assert "error" not in answer, answer["error"]
        return answer["answer"]

    def end(self) -> int:
        """Return the exit code once the program has ended."""
        return self._process.wait(20)


class Running(Talk):
    """The program, seen through its probe."""

    def __init__(self, desktop: Desktop, *arguments: str) -> None:
        super().__init__(desktop.start("tests.window.probed", *arguments))

    def steady(self, name: str, *arguments: object) -> list[float]:
        """Return where something is on the screen, once it stays there.

        What an act changed may still move what stands below it, as a person would see.
        """
        former: object = None
        for _ in range(_LOOKS):
            found = self.ask(name, *arguments)
            if isinstance(found, list) and found == former:
                return found
            former = found
            time.sleep(0.15)
        raise AssertionError(f"{name} {arguments} is not on the screen, or does not stay")

    def place(self, name: str, *arguments: object) -> tuple[float, float]:
        """Return a place on the screen."""
        x, y = self.steady(name, *arguments)[:2]
        return x, y

    def count(self, table: str) -> int:
        """Return how many records of a kind there are."""
        counted = self.ask("counts")
        assert isinstance(counted, dict)
        return int(counted[table])

    def claim(self, text: str) -> dict[str, object]:
        """Return the claim with this text as it is stored."""
        claims = self.ask("claims")
        assert isinstance(claims, list)
        return next(one for one in claims if one["text"] == text)
