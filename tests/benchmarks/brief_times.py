"""In a process of its own: a brief built and typeset, or only compiled by Typst, twice each.

`brief_times ours|bare FILE` prints the milliseconds of the first time and of the second, after one
edit, as JSON. Nothing that Typst keeps between two compilations is there before the first.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import typst

from evidence_board.brief.content import Brief, build
from evidence_board.commands import editing
from evidence_board.model.claim import Claim
from evidence_board.paths import resource
from evidence_board.project.project import Project
from evidence_board.typeset.faces import font_folder
from evidence_board.typeset.pdf import pdf
from evidence_board.typeset.values import values_of
from tests.benchmarks.timing import milliseconds

AT = "2026-01-01T00:00:00Z"


def ours(project: Project) -> Callable[[], object]:
    """Return the whole way from the records to the PDF."""
    return lambda: pdf(build(project, at=AT), at=AT)


def bare(project: Project) -> Callable[[], object]:
    """Return the compilation alone, of the same templates and values."""
    inputs = _inputs(build(project, at=AT))
    return lambda: _compiled(inputs)


def _inputs(brief: Brief) -> dict[str, str]:
    return {name: json.dumps(value) for name, value in values_of(brief).items()}


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


def main() -> None:
    """Measure what the arguments name."""
    way, path = sys.argv[1:]
    project = Project.open(Path(path))
    times = []
    for words in ("", "One word more."):
        if words:
            claim = project.all(Claim)[0]
            editing.change(project, claim, text=f"{claim.text} {words}")
        times.append(milliseconds({"ours": ours, "bare": bare}[way](project)))
    project.close()
    print(json.dumps(times))


if __name__ == "__main__":
    main()
