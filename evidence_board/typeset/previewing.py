"""The preview of a brief: a process that knows the records and draws the pages that are seen.

It is told what changed and which pages are wanted, and gives back pictures. It starts with the
first question, stays warm, and is ended by its owner.
"""

import gc
import multiprocessing
import shutil
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_board.brief.crops import Crop, Cropped, Crops
from evidence_board.brief.mirror import Mirror, News
from evidence_board.signals import unheard
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.folders import private_folder

if TYPE_CHECKING:
    from evidence_board.typeset.pages import Spot
    from evidence_board.typeset.press import Press, Typeset

_GLANCE = 0.05
WIDEST = 2_400
"""So many pixels wide a page is drawn at most."""


@dataclass(frozen=True)
class Asked:
    """What is to be taken in, and what is wanted: pages (the first is 0), so many pixels wide.

    What is `muted` counts as gone, for a what-if; `crops` are the pictures of marked parts, and
    `orphaned` the excerpts whose words are gone.
    """

    news: News
    at: str
    altered: frozenset[str] = frozenset()
    muted: frozenset[str] = frozenset()
    wanted: tuple[int, ...] = ()
    width: int = 900
    crops: Crops = field(default_factory=dict)
    orphaned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shown:
    """What became of it.

    `sizes` are those of all pages, in points, `pictures` hold width, height and bytes (blue, green,
    red, unused) of the wanted ones. A refusal is a sentence; then all else is empty.
    """

    sizes: tuple[tuple[float, float], ...] = ()
    pictures: Mapping[int, tuple[int, int, bytes]] = field(default_factory=dict)
    spots: Mapping[int, "tuple[Spot, ...]"] = field(default_factory=dict)
    stand_ins: tuple[str, ...] = ()
    refusal: str = ""


class Preview:
    """The process from outside; one question at a time, from any thread."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._told: Crops = {}

    def ask(self, asked: Asked) -> Generator[tuple[int, int], None, Shown]:
        """Return what became of a question; closing this ends the process.

        Raises TypesetError where the process is gone: a new one has to be told all.
        """
        answered = False
        try:
            pipe, folder = self._pipe or (yield from self._begin()), self._folder
            for piece in asked.news.slices():
                pipe.send(piece)
                yield 0, 0
            for id in self._told.keys() | asked.crops.keys():
                if asked.crops.get(id) != self._told.get(id):
                    pipe.send(Cropped(id, asked.crops.get(id)))
                    yield 0, 0
            self._told = asked.crops
            pipe.send(replace(asked, news=News(), crops={}))
            yield from _answered(pipe)
            shown = pipe.recv()
            assert isinstance(shown, Shown)
            shown = _fetched(shown, folder)
            answered = True
        except (EOFError, OSError):
            raise TypesetError("The preview was stopped.") from None
        finally:
            if not answered:
                self.end()
        return shown

    def end(self) -> None:
        """End the process, whatever it is doing, and remove what it wrote."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        folder, self._folder = self._folder, None
        if process is not None and pipe is not None:
            process.terminate()
            process.join()
            pipe.close()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _begin(self) -> Generator[tuple[int, int], None, Connection]:
        """Start the process and wait until it listens: what is sent before holds up the sender."""
        context = multiprocessing.get_context("spawn")
        self._folder = private_folder()
        self._told = {}
        pipe, there = context.Pipe()
        self._pipe = pipe
        self._process = context.Process(target=_serve, args=(there, self._folder), daemon=True)
        with unheard():
            self._process.start()
        there.close()
        yield from _answered(pipe)
        pipe.recv()
        return pipe


def _fetched(shown: Shown, folder: Path | None) -> Shown:
    """Put the bytes of the pictures in the place of the files in which they lie."""
    drawn = {}
    for page, (width, height, _) in shown.pictures.items():
        file = _picture(folder or Path(), page)
        drawn[page] = (width, height, file.read_bytes())
        file.unlink()
    return replace(shown, pictures=drawn)


def _answered(pipe: Connection) -> Generator[tuple[int, int], None, None]:
    while not pipe.poll(_GLANCE):
        yield 0, 0


def _picture(folder: Path, page: int) -> Path:
    return folder / f"page-{page}"


class Server:
    """The process from inside: the records as they were told, and the pages made of them."""

    def __init__(self, press: "Press") -> None:
        """Typeset with ``press``."""
        self._press = press
        self._mirror = Mirror()
        self._made: Typeset | None = None
        self._made_of: tuple[object, ...] = ()
        self._told = False
        self._excerpts: dict[str, str] = {}
        self._crops: dict[str, Crop] = {}

    def show(self, cropped: Cropped) -> None:
        """Take in a picture of a marked part."""
        self._told = True
        if cropped.crop is None:
            self._crops.pop(cropped.excerpt, None)
        else:
            self._crops[cropped.excerpt] = cropped.crop

    def take(self, news: News) -> None:
        """Take in what changed."""
        if news != News():
            self._told = True
            self._mirror.take(news)

    def answer(self, asked: Asked) -> Shown:
        """Take in what changed and draw what is wanted."""
        self.take(asked.news)
        made_of = (asked.at, asked.altered, asked.muted, asked.orphaned)
        if self._made is None or self._told or made_of != self._made_of:
            self._told = False
            try:
                self._typeset(asked)
            except TypesetError as refusal:
                return Shown(refusal=str(refusal))
            self._made_of = made_of
        assert self._made is not None
        pages = self._made.pages
        wanted = [page for page in asked.wanted if page < len(pages.sizes)]
        width = min(asked.width, WIDEST)
        return Shown(
            pages.sizes,
            {page: pages.picture(page, width) for page in wanted},
            {page: tuple(map(self._led, pages.spots(page))) for page in wanted},
            self._made.stand_ins,
        )

    def _led(self, spot: "Spot") -> "Spot":
        """Let a spot that names an endnote lead to its excerpt."""
        return replace(spot, place=self._excerpts.get(spot.place, spot.place))

    def _typeset(self, asked: Asked) -> None:
        # With Typst, in the process alone.
        from evidence_board.brief.content import build
        from evidence_board.brief.parts.endnotes import Endnotes

        brief = build(
            self._mirror,
            at=asked.at,
            altered=asked.altered,
            muted=asked.muted,
            crops=self._crops,
            orphaned=asked.orphaned,
        )
        notes = brief.part("endnotes")
        listed = notes.rows if isinstance(notes, Endnotes) else ()
        self._excerpts = {note.anchor: f"excerpt-{note.excerpt}" for note in listed}
        before, self._made = self._made, None
        if before is not None:
            before.pages.close()
        self._made = self._press.typeset(brief)


def _serve(pipe: Connection, folder: Path) -> None:
    from evidence_board.typeset.press import Press  # Typst takes memory that the window needs not

    pipe.send(None)
    gc.disable()  # a look for garbage comes after an answer, not in the middle of one
    server = Server(Press(folder))
    with suppress(EOFError, BrokenPipeError):
        while True:
            asked = pipe.recv()
            if isinstance(asked, News):
                server.take(asked)
            elif isinstance(asked, Cropped):
                server.show(asked)
            else:
                pipe.send(_left(server.answer(asked), folder))
                gc.collect()


def _left(shown: Shown, folder: Path) -> Shown:
    """Leave the pictures in files: no thread of the window runs while it reads a large value."""
    for page, (_, _, drawn) in shown.pictures.items():
        _picture(folder, page).write_bytes(drawn)
    sizes = {page: (width, height, b"") for page, (width, height, _) in shown.pictures.items()}
    return replace(shown, pictures=sizes)
