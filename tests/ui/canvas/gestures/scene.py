"""What every gesture is tried on: a board with a bit of all, and rows that say what to try."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self, TypeAlias, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

from evidence_board.commands import boards, claims, links, notes, sources
from evidence_board.model.board import Board
from evidence_board.model.claim import ClaimKind
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.actions import BY_ID
from evidence_board.ui.canvas.live import Live
from tests.ui.canvas import touch
from tests.ui.canvas.conftest import Hands
from tests.ui.canvas.touch import NONE

Kind = TypeVar("Kind", bound=Record)


def records(project: Project) -> dict[str, Record]:
    """Return all records by id."""
    return {one.id: one for kind in KINDS for one in project.all(kind)}


@dataclass
class Scene:
    """The board with hands on it; what lies there is named by the ids of its records."""

    hands: Hands
    named: dict[str, str]
    before: dict[str, Record] = field(default_factory=dict)
    zoom: float = 1.0
    corner: tuple[float, float] = (0.0, 0.0)

    def remember(self) -> Self:
        """Keep how all is now."""
        view = self.hands.view.camera.viewport
        self.before = records(self.hands.project)
        self.zoom, self.corner = view.zoom, (view.left, view.top)
        return self

    def id(self, name: str) -> str:
        """Return the id of what is called so."""
        return self.named[name]

    def spot(self, name: str, across: float = 0.5, down: float = 0.5) -> QPoint:
        """Return a place on a card or frame, in the window."""
        return self.hands.spot(self.id(name), across, down)

    def on_line(self, name: str, end: str = "middle") -> QPoint:
        """Return where a line starts, has its middle or ends, in the window."""
        lines = self.hands.view.sheet.layout.lines
        curve = lines.curves[lines.row_of[self.id(name)]].tolist()
        if end == "middle":
            x = (curve[0] + 3 * curve[2] + 3 * curve[4] + curve[6]) / 8
            y = (curve[1] + 3 * curve[3] + 3 * curve[5] + curve[7]) / 8
            return self.hands.at(x, y)
        return self.hands.at(*(curve[:2] if end == "start" else curve[6:]))

    def place(self, name: str) -> tuple[float, float]:
        """Return where the project says that a card lies."""
        return self.hands.place(self.id(name))

    def box(self, name: str) -> tuple[float, ...]:
        """Return the box of a card as the view shows it."""
        layout = self.hands.view.sheet.layout
        return tuple(layout.boxes[layout.row_of_record[self.id(name)]].tolist())

    def record(self, name: str) -> Record:
        """Return what is called so, as it is now."""
        return self.hands.project.get(type(self.before[self.id(name)]), self.id(name))

    def card(self, name: str) -> Record:
        """Return the card of a record."""
        own = self.hands.project.referrers(self.id(name))
        return next(one for one in own if one.table == "card")

    def value(self, name: str, what: str) -> object:
        """Return a field of a record."""
        return getattr(self.record(name), what)

    def made(self, kind: type[Kind]) -> list[Kind]:
        """Return what was added since."""
        return [one for one in self.hands.project.all(kind) if one.id not in self.before]

    def gone(self) -> set[str]:
        """Return the names of what was taken away since."""
        held = self.hands.project.holding(self.named.values())
        return {name for name, id in self.named.items() if id not in held}

    def selected(self) -> set[str]:
        """Return the names of what is selected."""
        names = {id: name for name, id in self.named.items()}
        return {names.get(id, id) for id in self.hands.selected()}

    def select(self, *names: str) -> Self:
        """Select what is called so."""
        self.hands.document.select(self.id(name) for name in names)
        return self

    def key(self, keys: str) -> Self:
        """Press keys, given as people write them."""
        pressed = QKeySequence(keys)[0]  # type: ignore[index]  # absent in Qt's stubs
        text = keys.lower() if len(keys) == 1 else ""
        touch.key(self.hands.view, pressed.key(), pressed.keyboardModifiers(), text)
        return self

    def write(self, words: str, ends: Qt.Key = Qt.Key.Key_Return) -> Self:
        """Write in the editor that is open and end it."""
        editor = self.hands.view.in_place.editor
        assert editor is not None, "no editor is open"
        editor.setPlainText(words)
        touch.key(editor, ends, touch.CONTROL if ends == Qt.Key.Key_Return else NONE)
        return self

    def act(self, id: str) -> Self:
        """Do an act of the board as a menu does."""
        self.hands.view.act(id)
        return self

    def click(self, spot: QPoint, held: Qt.KeyboardModifier = NONE) -> Self:
        """Click."""
        touch.click(self.hands.view, spot, held)
        return self

    def double_click(self, spot: QPoint) -> Self:
        """Click twice."""
        touch.double_click(self.hands.view, spot)
        return self

    def type_words(self, words: str) -> Self:
        """Write in the editor that is open and leave it open."""
        editor = self.hands.view.in_place.editor
        assert editor is not None, "no editor is open"
        editor.setPlainText(words)
        return self

    def choose(self, figure: int, reason: str | None = None) -> Self:
        """Press the figure of a row in the menu that is open; give a reason if one is asked."""
        menu = self.hands.view.linking.menu
        assert menu is not None, "no menu is open"
        touch.key(menu, Qt.Key(ord(str(figure))), text=str(figure))
        if reason is not None:
            fields = menu.findChildren(QLineEdit)
            fields[0].setText(reason)
            touch.key(fields[0], Qt.Key.Key_Return)
        return self

    def at_rest(self) -> bool:
        """Whether nothing of a gesture is left in the live layer."""
        live, resting = self.hands.view.live, Live()
        plain = ("band", "thread", "copies", "guides", "measures", "into", "ghosts")
        empty = ("lifted", "lifted_lines", "unfit", "lifted_frames")
        return all(getattr(live, one) == getattr(resting, one) for one in plain) and not any(
            len(getattr(live, one)) for one in empty
        )


Act: TypeAlias = Callable[[Scene], object]
Fact: TypeAlias = Callable[[Scene], object]


def nothing(_scene: Scene) -> None:
    """Do nothing."""


def selecting(*names: str) -> Act:
    """Return the act that selects what is called so."""
    return lambda scene: scene.select(*names)


@dataclass(frozen=True)
class Row:
    """A gesture: what hands do, what must hold then, and the label of the step of the step.

    ``step`` is None for what only changes the view. ``given`` comes before; ``begin`` is the first
    half of ``do``, after which Esc must leave nothing behind. ``ids`` are the actions it stands
    for. ``later`` says that its result comes from another thread.
    """

    name: str
    do: Act
    holds: Fact
    step: str | None = None
    given: Act = nothing
    begin: Act | None = None
    ids: tuple[str, ...] = ()
    later: bool = False


Place: TypeAlias = Callable[[Scene], QPoint]


def dragged(
    name: str,
    start: Place,
    end: Place,
    holds: Fact,
    step: str | None,
    held: Qt.KeyboardModifier = NONE,
    given: Act = nothing,
    then: Act = nothing,
) -> Row:
    """Return the row of a drag; ``then`` answers what it opens."""

    def begin(scene: Scene) -> None:
        first, last, view = start(scene), end(scene), scene.hands.view
        touch.press(view, first, held)
        for part in range(1, 5):
            touch.move(view, first + (last - first) * part / 4, held)

    def do(scene: Scene) -> None:
        last = end(scene)
        begin(scene)
        touch.release(scene.hands.view, last, held)
        then(scene)

    return Row(name, do, holds, step, given, begin)


def acted(id: str, holds: Fact, step: str | None = None, given: Act = nothing) -> Row:
    """Return the row of an action: by its key where it has one, else as a menu does it."""

    def do(scene: Scene) -> None:
        shortcuts = BY_ID[id].shortcuts if id in BY_ID else ()
        if shortcuts:
            scene.key(shortcuts[0])
        else:
            scene.hands.view.act(id)

    return Row(id, do, holds, step, given, ids=(id,))


def pressed(
    name: str, keys: tuple[str, ...], holds: Fact, step: str | None = None, given: Act = nothing
) -> Row:
    """Return the row of keys."""

    def do(scene: Scene) -> None:
        for one in keys:
            scene.key(one)

    return Row(name, do, holds, step, given)


def lay(project: Project) -> dict[str, str]:
    """Lay claims in a row, sources, a note, a frame with a claim in it; returns ids by names."""
    board = project.all(Board)[0].id

    def claim(words: str, x: float, y: float, kind: ClaimKind = "judgement") -> str:
        return claims.write(project, words, kind=kind, board=board, x=x, y=y).id

    named = {
        "first": claim("The ferry left at noon.", 0, 0),
        "second": claim("It carried grain.", 320, 0),
        "source": sources.cite(project, "Harbour office", board=board, x=640, y=0).id,
        "below": claim("The port is open.", 0, 240, "hypothesis"),
        "third": claim("The port was open at night.", 320, 240),
        "back": claim("A pilot came on board.", 640, 360),
        "front": claim("The pilot saw the cargo.", 680, 380),
        "inside": claim("Nobody was on the quay.", 32, 470),
    }
    pilot = sources.cite(project, "Pilot", board=board, x=340, y=560)
    named["pilot"] = pilot.id
    named["note"] = notes.write(project, "Ask.", about=named["first"], board=board, x=640, y=200).id
    named["frame"] = boards.frame(project, board, 0, 420, 330, 190, "Quay").id
    for name, start, end, kind, reason in (
        ("support", "first", "below", "supports", "seen"),
        ("other", "third", "below", "supports", "heard"),
        ("clash", "second", "third", "contradicts", ""),
        ("cites", "pilot", "source", "quotes", ""),
    ):
        named[name] = links.connect(project, named[start], named[end], kind, reason).id
    return named
