"""Actions of the Link menu: drawing lines by keys, and what is done with a selected one."""

from evidence_board.model.link_types import LINK_TYPES, LinkType
from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import Situation, drawing, on_board
from evidence_board.ui.wording import QT_TRANSLATE_NOOP


def on_line(now: Situation) -> bool:
    """Whether one line is selected on the board."""
    return on_board(now) and now.lines.count == 1


def changing_line(now: Situation) -> bool:
    """Whether one line is selected that may be changed."""
    return drawing(now) and now.lines.count == 1


def naming_line(now: Situation) -> bool:
    """Whether one line is selected that has a reason."""
    return drawing(now) and now.lines.named


def joining(now: Situation) -> bool:
    """Whether two or more links are selected, and nothing else."""
    return drawing(now) and now.lines.links == now.lines.count > 1


def parting(now: Situation) -> bool:
    """Whether linked premises are selected."""
    return drawing(now) and now.lines.grouped


def _type_row(kind: LinkType) -> Action:
    """Return the row that gives a line a type; its word is that of the table of types."""

    def fits(now: Situation) -> bool:
        return drawing(now) and kind.key in now.lines.types

    words = f"link type {kind.meaning}"
    return Action(f"type_{kind.key.replace(' ', '_')}", kind.word, when=fits, keywords=words)


LINKING: tuple[Action, ...] = (
    Action(
        "link_keys",
        QT_TRANSLATE_NOOP("Action", "Link by keys"),
        ("L",),
        "spline",
        drawing,
        "connect keyboard arrows",
    ),
    Action(
        "linked_up",
        QT_TRANSLATE_NOOP("Action", "Linked card above"),
        ("Ctrl+Up",),
        "",
        drawing,
        "new insert claim",
    ),
    Action(
        "linked_down",
        QT_TRANSLATE_NOOP("Action", "Linked card below"),
        ("Ctrl+Down",),
        "",
        drawing,
        "new insert claim",
    ),
    Action(
        "linked_left",
        QT_TRANSLATE_NOOP("Action", "Linked card on the left"),
        ("Ctrl+Left",),
        "",
        drawing,
        "new insert claim",
    ),
    Action(
        "linked_right",
        QT_TRANSLATE_NOOP("Action", "Linked card on the right"),
        ("Ctrl+Right",),
        "",
        drawing,
        "new insert claim",
    ),
    Action(
        "next_link",
        QT_TRANSLATE_NOOP("Action", "Next line of the card"),
        ("Shift+L",),
        "",
        on_board,
        "select link walk",
    ),
    Action(
        "link_reason",
        QT_TRANSLATE_NOOP("Action", "Edit the reason"),
        (),
        "pencil",
        naming_line,
        "label link",
    ),
    Action(
        "reverse_link",
        QT_TRANSLATE_NOOP("Action", "Reverse the line"),
        ("Alt+D",),
        "",
        changing_line,
        "link direction turn",
    ),
    Action(
        "link_start",
        QT_TRANSLATE_NOOP("Action", "Go to its start"),
        (),
        "",
        on_line,
        "link other end jump",
    ),
    Action(
        "link_end",
        QT_TRANSLATE_NOOP("Action", "Go to its end"),
        (),
        "",
        on_line,
        "link other end jump",
    ),
    Action(
        "move_link_start",
        QT_TRANSLATE_NOOP("Action", "Move its start"),
        (),
        "",
        changing_line,
        "link re-attach",
    ),
    Action(
        "move_link_end",
        QT_TRANSLATE_NOOP("Action", "Move its end"),
        (),
        "",
        changing_line,
        "link re-attach",
    ),
    Action(
        "join_premises",
        QT_TRANSLATE_NOOP("Action", "Join as linked premises"),
        (),
        "",
        joining,
        "group link needed together",
    ),
    Action(
        "part_premises",
        QT_TRANSLATE_NOOP("Action", "Part linked premises"),
        (),
        "",
        parting,
        "ungroup link alone",
    ),
    *(_type_row(kind) for kind in LINK_TYPES if kind.record != "assertion"),
)
