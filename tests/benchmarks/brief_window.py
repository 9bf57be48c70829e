"""The real window of its own process in the Brief mode: how long nothing else happens in it.

``python -m tests.benchmarks.brief_window FILE FOLDER`` enters the mode, edits, exports and issues
a project, and prints as JSON for each of these the longest waits, in ms: by the clock, in work of
the window's thread, in work of all threads. Settings and briefs go to FOLDER.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from evidence_board.commands import editing
from evidence_board.model.claim import Claim
from evidence_board.model.issue import Issue
from evidence_board.project.project import Project
from evidence_board.ui.wiring import Wiring
from tests.benchmarks.beat import Beat, wait
from tests.benchmarks.whole_window import WholeWindow

EDITS = 5
_REST, _GLANCE = 400, 20
_LONGEST, _PATIENCE = 5, 120.0


class Legs:
    """Acts in a window, each with the longest waits until what it brought about is over."""

    def __init__(self, wiring: Wiring, folder: Path) -> None:
        self._wiring = wiring
        self._folder = folder
        self._beat = Beat()
        self.found: dict[str, dict[str, list[float]]] = {}
        self.again: list[float] = []
        """Ms from each edit until the page in sight is the new one."""

    def entry(self) -> None:
        """Enter the mode for the first time."""
        pages = self._wiring.brief.previewing
        show = self._wiring.window.actions_here["brief"].trigger
        self._take("entry", show, lambda: pages.current and bool(pages.sizes))

    def edits(self) -> None:
        """Write a word more in a claim, several times."""
        claim = self._wiring.document.project.all(Claim)[0]
        for place in range(EDITS):
            self._edit(f"{claim.text} Again{', again' * place}.", claim)

    def _edit(self, words: str, claim: Claim) -> None:
        document, pages = self._wiring.document, self._wiring.brief.previewing
        before, begun = pages.picture(0), perf_counter()

        def over() -> bool:
            if pages.picture(0) is before:
                return False
            self.again.append((perf_counter() - begun) * 1_000)
            return True

        self._take("edit", lambda: document.act(editing.change, claim, text=words), over)

    def export(self) -> None:
        """Write a draft."""
        path = self._folder / "draft.pdf"
        self._take("export", lambda: self._wiring.exporting.write_brief(path), path.exists)

    def issue(self) -> None:
        """Write a numbered issue, which is kept in the project."""
        project, path = self._wiring.document.project, self._folder / "issue.pdf"
        self._take(
            "issue", lambda: self._wiring.issuing.issue_to(path), lambda: project.count(Issue) > 0
        )

    def _take(self, leg: str, act: Callable[[], object], over: Callable[[], bool]) -> None:
        self._beat.begin()
        ends = perf_counter() + _PATIENCE
        act()
        while not over():
            wait(_GLANCE)
            if perf_counter() > ends:
                raise RuntimeError(f"The leg {leg} of the Brief mode did not come to its end.")
        wait(_REST)
        times = {
            "wall": self._beat.wall,
            "work": self._beat.work,
            "all_work": self._beat.all_work,
        }
        for name, held in times.items():
            self.found.setdefault(leg, {}).setdefault(name, []).extend(sorted(held)[-_LONGEST:])


def main() -> None:
    """Do all legs and print what they took."""
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    whole = WholeWindow(lambda: Project.open(file), folder)
    document, wiring = whole.document, whole.wiring
    while not document.issues.current:
        wait(_GLANCE)
    wait(_REST)
    legs = Legs(wiring, folder)
    for leg in (legs.entry, legs.edits, legs.export, legs.issue):
        leg()
        wait(_REST)
    print(json.dumps({**legs.found, "again": {"wall": legs.again}}), flush=True)
    wiring.brief.close_preview()
    document.settle()
    os._exit(0)


if __name__ == "__main__":
    main()
