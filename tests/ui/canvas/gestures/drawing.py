"""Gestures that make cards and lines, by hand and by keys, and that change lines."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.ui.canvas.acts.linking import type_action
from evidence_board.ui.docks.dragging import pack_records
from tests.ui.canvas import touch
from tests.ui.canvas.gestures.scene import Act, Place, Row, Scene, acted, dragged, selecting

_EMPTY = (560.0, 480.0)


def _port(name: str, across: float = 0.5, down: float = 1.0) -> Place:
    return lambda s: s.spot(name, across, down)


def _link(scene: Scene) -> tuple[str, str, str, str]:
    """Return ends, type and reason of the new link."""
    (made,) = scene.made(Link)
    names = {id: name for name, id in scene.named.items()}
    return names.get(made.from_id, "new"), names.get(made.to_id, "new"), made.type, made.reason


def _by_key(id: str, kind: type[Claim | Note | Source], step: str) -> Row:
    def do(scene: Scene) -> None:
        scene.key({"claim": "N", "note": "T", "source": "U"}[id])
        scene.write("Words")

    def begin(scene: Scene) -> None:
        scene.key({"claim": "N", "note": "T", "source": "U"}[id])

    return Row(id, do, lambda s: len(s.made(kind)) == 1, step, ids=(id,), begin=begin)


def _linked(id: str, key: str) -> Row:
    def do(scene: Scene) -> None:
        scene.key(key)
        scene.write("It carried coal.")

    step = "Add claim and link: supports"
    return Row(
        *(id, do, lambda s: len(s.made(Link)) == len(s.made(Claim)) == 1, step),
        *(selecting("second"), lambda s: s.key(key), (id,)),
    )


def _dropped(fill: Act) -> Act:
    """Return the act that drops what ``fill`` gives on empty board."""

    def do(scene: Scene) -> None:
        mime = fill(scene)
        assert isinstance(mime, QMimeData)
        assert touch.drop(scene.hands.view, scene.hands.at(*_EMPTY), mime)

    return do


def _words(text: str) -> Act:
    def fill(_scene: Scene) -> QMimeData:
        mime = QMimeData()
        mime.setText(text)
        return mime

    return fill


def _file(scene: Scene) -> QMimeData:
    path = Path(scene.hands.project.path).with_name("report.txt")
    path.write_text("A report about the harbour.\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def _image(_scene: Scene) -> QMimeData:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    mime = QMimeData()
    mime.setImageData(image)
    return mime


MAKING: tuple[Row, ...] = (
    Row(
        "double click on empty board",
        lambda s: (s.double_click(s.hands.at(*_EMPTY)), s.write("Words")),
        lambda s: [one.text for one in s.made(Claim)] == ["Words"],
        "Write claim",
        begin=lambda s: s.double_click(s.hands.at(*_EMPTY)),
    ),
    _by_key("claim", Claim, "Write claim"),
    _by_key("source", Source, "Add cited source"),
    _by_key("note", Note, "Write note"),
    Row(
        "double click on a card",
        lambda s: (s.double_click(s.spot("first")), s.write("It left at one.")),
        lambda s: s.value("first", "text") == "It left at one.",
        "Edit claim text",
        selecting("first"),
        lambda s: s.double_click(s.spot("first")),
    ),
    Row(
        "Enter on a selected card",
        lambda s: (s.key("Return"), s.write("It left at one.")),
        lambda s: s.value("first", "text") == "It left at one.",
        "Edit claim text",
        selecting("first"),
        lambda s: s.key("Return"),
    ),
    Row(
        "F2 on a selected card",
        lambda s: (s.key("F2"), s.write("It left at one.")),
        lambda s: s.value("first", "text") == "It left at one.",
        "Edit claim text",
        selecting("first"),
        lambda s: s.key("F2"),
    ),
    Row(
        "edit_text",
        lambda s: (s.act("edit_text"), s.write("It left at one.")),
        lambda s: s.value("first", "text") == "It left at one.",
        "Edit claim text",
        selecting("first"),
        lambda s: s.act("edit_text"),
        ("edit_text",),
    ),
    Row(
        "Esc in the editor",
        lambda s: (s.key("Return"), s.write("It left at one.", Qt.Key.Key_Escape)),
        lambda s: s.value("first", "text") == "The ferry left at noon.",
        None,
        selecting("first"),
    ),
    Row(
        "a click outside ends the editor",
        lambda s: (
            s.key("Return"),
            s.type_words("It left at one."),
            s.click(s.hands.at(*_EMPTY)),
        ),
        lambda s: s.value("first", "text") == "It left at one.",
        "Edit claim text",
        selecting("first"),
    ),
    Row(
        "drop of words",
        _dropped(_words("The crane\nwas broken.")),
        lambda s: [one.text for one in s.made(Claim)] == ["The crane was broken."],
        "Write claim",
    ),
    Row(
        "drop of an address",
        _dropped(_words("https://example.org/harbour")),
        lambda s: [one.url for one in s.made(Source)] == ["https://example.org/harbour"],
        "Add source",
    ),
    Row(
        "drop of records",
        _dropped(lambda s: pack_records((s.id("first"),), "")),
        lambda s: s.place("first") == (560, 480),
        "Put on board",
    ),
    Row(
        "drop of a file",
        _dropped(_file),
        lambda s: len(s.made(Source)) == len(s.made(Card)) == 1,
        "Add source",
        later=True,
    ),
    Row(
        "drop of a picture",
        _dropped(_image),
        lambda s: [one.kind for one in s.made(Source)] == ["image"],
        "Add source",
        later=True,
    ),
)

LINKING: tuple[Row, ...] = (
    dragged(
        "drag from a port to a card",
        _port("first", 1.0, 0.5),
        lambda s: s.spot("second"),
        lambda s: _link(s) == ("first", "second", "contradicts", "odd"),
        "Link: contradicts",
        then=lambda s: s.choose(2, "odd"),
    ),
    dragged(
        "drag from a port to a line undercuts",
        _port("front", 0.0, 0.5),
        lambda s: s.on_line("clash"),
        lambda s: s.made(Link)[0].to_id == s.id("clash"),
        "Link: undercuts",
        then=lambda s: s.choose(1, "late"),
    ),
    dragged(
        "drag from a port into nothing",
        _port("second"),
        lambda s: s.hands.at(*_EMPTY),
        lambda s: _link(s)[:3] == ("second", "new", "supports") and len(s.made(Claim)) == 1,
        "Add claim and link: supports",
        then=lambda s: (s.choose(1), s.choose(1), s.write("It carried coal.")),
    ),
    dragged(
        "drag from a source to a claim",
        _port("source", 0.0, 0.5),
        lambda s: s.spot("second"),
        lambda s: len(s.made(Assertion)) == 1,
        "Link: asserts",
        then=lambda s: s.choose(1),
    ),
    dragged(
        "drag of an end of a line",
        lambda s: s.on_line("support", "start"),
        lambda s: s.spot("second"),
        lambda s: s.value("support", "from_id") == s.id("second"),
        "Move end of link",
        given=selecting("support"),
    ),
    Row(
        "double click on a line",
        lambda s: (s.double_click(s.on_line("clash")), s.write("Both say so")),
        lambda s: s.value("clash", "reason") == "Both say so",
        "Set reason",
        selecting("clash"),
        lambda s: s.double_click(s.on_line("clash")),
    ),
    Row(
        "link_reason",
        lambda s: (s.act("link_reason"), s.write("Both say so")),
        lambda s: s.value("clash", "reason") == "Both say so",
        "Set reason",
        selecting("clash"),
        lambda s: s.act("link_reason"),
        ("link_reason",),
    ),
    Row(
        "link",
        lambda s: (s.key("Ctrl+L"), s.choose(1, "why")),
        lambda s: _link(s) == ("first", "second", "supports", "why"),
        "Link: supports",
        selecting("first", "second"),
        ids=("link",),
    ),
    Row(
        "link_keys",
        lambda s: (s.key("L"), s.key("Return"), s.choose(1, "")),
        lambda s: _link(s)[:2] == ("first", "second"),
        "Link: supports",
        selecting("first"),
        lambda s: s.key("L"),
        ("link_keys",),
    ),
    *(
        _linked(f"linked_{way}", f"Ctrl+{way.capitalize()}")
        for way in ("up", "down", "left", "right")
    ),
    acted(
        "reverse_link",
        lambda s: s.value("clash", "from_id") == s.id("third"),
        "Reverse link",
        selecting("clash"),
    ),
    Row(
        "move_link_start",
        lambda s: (s.act("move_link_start"), s.key("Return")),
        lambda s: s.value("support", "from_id") != s.id("first"),
        "Move end of link",
        selecting("support"),
        lambda s: s.act("move_link_start"),
        ("move_link_start",),
    ),
    Row(
        "move_link_end",
        lambda s: (s.act("move_link_end"), s.key("Return")),
        lambda s: s.value("support", "to_id") != s.id("below"),
        "Move end of link",
        selecting("support"),
        lambda s: s.act("move_link_end"),
        ("move_link_end",),
    ),
    acted(
        "join_premises",
        lambda s: s.value("support", "group") == s.value("other", "group") is not None,
        "Join as linked premises",
        selecting("support", "other"),
    ),
    acted(
        "part_premises",
        lambda s: s.value("support", "group") is None,
        "Part linked premises",
        lambda s: (s.select("support", "other"), s.act("join_premises")),
    ),
)


def _typed(key: str, record: str) -> Row:
    """Return the row that gives a line a type; one that does not fit is refused with a sentence."""
    word = next(kind.word for kind in LINK_TYPES if kind.key == key)
    id = type_action(key)
    if record == "link" and key != "undercuts":
        return acted(
            id,
            lambda s: s.value("support", "type") == key,
            f"Change link to: {word}" if key != "supports" else None,
            selecting("support"),
        )
    if record == "citation":
        return acted(
            id,
            lambda s: s.value("cites", "type") == key,
            f"Change link to: {word}" if key != "quotes" else None,
            selecting("cites"),
        )
    return acted(id, lambda s: len(s.hands.problems) == 1, None, selecting("support"))


TYPES: tuple[Row, ...] = tuple(
    _typed(kind.key, kind.record) for kind in LINK_TYPES if kind.record != "assertion"
)
