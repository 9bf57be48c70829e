"""In a process of its own: a brief made, shown, or only compiled by Typst; at first, and again.

`brief_times WAY FILE` prints for each time the milliseconds by the clock and in work of all
threads, as JSON; before each but the first a claim is edited. Nothing that Typst keeps between two
compilations is there before the first. `made` is the way from the records of an open project to
the PDF, `shown` that of the preview to the picture of a page, `bare` the compilation alone.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import typst

from evidence_board.brief.content import build
from evidence_board.brief.mirror import News, Rows
from evidence_board.commands import editing
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.paths import resource
from evidence_board.project.project import Project
from evidence_board.typeset.faces import font_folder
from evidence_board.typeset.pdf import pdf
from evidence_board.typeset.press import Press
from evidence_board.typeset.previewing import Asked, Server
from evidence_board.typeset.values import values_of

AT = "2026-01-01T00:00:00Z"
AGAIN = {"made": 0, "shown": 4, "bare": 1}
"""How often each way is gone after the first time."""
_WIDTH = 900

Way = Callable[[Project], Callable[[], object]]


def made(project: Project) -> Callable[[], object]:
    """Return the whole way from the records to the PDF."""
    return lambda: pdf(build(project, at=AT), at=AT)


def bare(project: Project) -> Callable[[], object]:
    """Return the compilation alone, of the same templates and values."""
    values = values_of(build(project, at=AT))
    inputs = {name: json.dumps(value) for name, value in values.items()}
    return lambda: _compiled(inputs)


def _compiled(inputs: dict[str, str]) -> object:
    template = resource("templates", "brief")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())]
    )
    return typst.compile(
        template / "main.typ",
        root=template,
        font_paths=fonts,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["a-3a", "ua-1"],
    )


class Shown:
    """The inside of the preview, told all at first and then what was edited."""

    def __init__(self, folder: Path) -> None:
        self._server = Server(Press(folder))
        self._begun = False

    def __call__(self, project: Project) -> Callable[[], object]:
        """Return what shows the project as it is now."""
        news = _edited(project) if self._begun else _everything(project)
        self._begun = True
        asked = Asked(news, AT, wanted=(0,), width=_WIDTH)
        return lambda: self._server.answer(asked)


def _everything(project: Project) -> News:
    return News(
        rows=tuple(Rows(kind.table, project.columns(kind, *kind.model_fields)) for kind in KINDS)
    )


def _edited(project: Project) -> News:
    claim = project.all(Claim)[0]
    return News(((claim.table, dict(claim.__dict__)),))


def main() -> None:
    """Measure what the arguments name."""
    way, path = sys.argv[1:]
    project = Project.open(Path(path))
    claim = project.all(Claim)[0]
    with TemporaryDirectory() as folder:
        ways: dict[str, Way] = {"made": made, "bare": bare, "shown": Shown(Path(folder))}
        times = []
        for count in range(AGAIN[way] + 1):
            if count:
                editing.change(project, claim, text=f"{claim.text} Again{', again' * count}.")
            times.append(_spent(ways[way](project)))
    project.close()
    print(json.dumps(times))


def _spent(act: Callable[[], object]) -> tuple[float, float]:
    begun = perf_counter(), process_time()
    act()
    return (perf_counter() - begun[0]) * 1_000, (process_time() - begun[1]) * 1_000


if __name__ == "__main__":
    main()
