"""A brief on pages, kept warm: each time only what changed is typeset anew.

Typst keeps what it laid out, by what that was made of. Values that are given to it as inputs are
part of all that it evaluates, so that any change would spoil everything; here they are files
beside a copy of the templates, and only the part that reads them is evaluated anew.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import typst

from evidence_board.brief.content import Brief
from evidence_board.paths import resource
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.pages import Pages
from evidence_board.typeset.pdf import fonts
from evidence_board.typeset.values import Values

_DATA = """#let brief = json("brief.json")
#let anchors = json("anchors.json")
#let tokens = json("tokens.json")
#let icons = json("icons.json")
#let attached = ()
#let on-screen = true
"""


@dataclass(frozen=True)
class Typeset:
    """What was typeset: the pages, and the characters that no font has."""

    pages: Pages
    stand_ins: tuple[str, ...]


class Press:
    """Typesets one brief after the other; its texts lie in a folder that is private and goes."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder that is there and empty."""
        self._root = folder / "brief"
        shutil.copytree(resource("templates", "brief"), self._root)
        (self._root / "data.typ").write_text(_DATA, encoding="utf-8")
        self._values = Values()
        self._compiler: typst.Compiler | None = None

    def typeset(self, brief: Brief) -> Typeset:
        """Return the pages of a brief. Raises TypesetError."""
        values = self._values.of(brief)
        for name, text in ((name, json.dumps(value)) for name, value in values.items()):
            self._write(self._root / f"{name}.json", text)
        self._lay_out(brief.files)
        if self._compiler is None:
            self._compiler = typst.Compiler(
                self._root / "main.typ", root=self._root, font_paths=fonts()
            )
        try:
            made = self._compiler.compile(format="pdf", pdf_tags=False)
        except typst.TypstError as error:
            raise TypesetError(f"The brief could not be typeset: {error.message}") from error
        assert isinstance(made, bytes)  # without an output path the bytes come back
        return Typeset(Pages(made), tuple(_stand_ins(values["brief"])))

    def _lay_out(self, files: Mapping[str, bytes]) -> None:
        """Keep the pictures of marked parts beside the templates; their names are their hashes."""
        folder = self._root / "pictures"
        folder.mkdir(exist_ok=True)
        for left in folder.iterdir():
            if left.name not in files:
                left.unlink()
        for name, png in files.items():
            if not (folder / name).exists():
                (folder / name).write_bytes(png)

    def _write(self, path: Path, text: str) -> None:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _stand_ins(brief: object) -> Iterator[str]:
    assert isinstance(brief, dict)
    yield from (str(one["name"]) for one in brief["stand_ins"])
