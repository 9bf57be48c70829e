"""The application style sheet: the look of the controls, from tokens and scale.

What the builders of windows may set (``widget.setProperty("role", ...)``, before it is shown):

===============  =============================================================================
QToolButton      role: rail, segment, link, flat, primary; none is a tool bar button of 30
QPushButton      role: primary, door, danger, link, flat; none is a plain button of 28
QLabel           role: display, statement, panelTitle, cardTitle, section, meta, hint, caption,
                 badge, key, mono, title, count, field; ``level`` warn, error, info or ok colours it
QLabel           role: tlp with ``marking`` as in TLP 2.0 ("TLP:AMBER+STRICT")
QLabel           role: origins with ``state`` zero, one, many, range or circular
QLabel           role: gradeSource, gradeInformation: the two cells of an Admiralty grade;
                 ``graded`` False draws the source's cell dashed
QFrame           role: banner or hintBox with ``level`` warn, error, info or ok
QFrame           role: card, panel, dropArea, block (a ruled section), toast, rule, overlay, popup
QToolButton      segment: ``place`` first, middle or last in its row
QToolBar         role: rail for the modes (call ``repolish`` after); none is the tool bar of 44
QLineEdit        ``level`` error for a value that cannot be stored
QWidget          role: board, panel, chrome, window: the ground a custom widget stands on
QLineEdit        role: search, title, with an icon through addAction; none is a field of 28
QListView        role: rows for lists in docks, cards for lists of framed cards; none is a field
QTreeView        role: rows, as above
QTextBrowser     role: reader
===============  =============================================================================

A plain QWidget with a role also needs ``setAttribute(WA_StyledBackground)``.
Rules do not reach the text of a spin box: ``lineEdit().setTextMargins(6, 0, 0, 0)`` there.
``focusRing`` False on a widget keeps the keyboard ring away where a view draws its own.
A property changed while shown needs ``repolish``.
"""

import re
from functools import cache

from PySide6.QtWidgets import QWidget

from evidence_board.paths import resource
from evidence_board.ui.tokens import Tokens

_COLOR = re.compile(r"\$([A-Za-z][\w.:+]*[\w+])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIXELS = re.compile(r"(?<![\w.])(-?\d+(?:\.\d+)?)px")


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet: ``$name`` is a colour token, lengths are times ``scale``."""
    rules = _rules("evidence-board.qss")
    if tokens.scheme == "highContrast":
        rules += _rules("high-contrast.qss")
    colored = _COLOR.sub(lambda found: _value(tokens, found[1]), rules)
    return _PIXELS.sub(lambda found: f"{_scaled(float(found[1]), scale)}px", colored)


def repolish(widget: QWidget) -> None:
    """Draw ``widget`` by the rules of a property that was changed while it is shown."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _value(tokens: Tokens, name: str) -> str:
    if name == "marks":
        return resource("theme", "dark" if tokens.dark else "light").as_posix()
    return tokens.color(name)


def _scaled(length: float, scale: float) -> int:
    whole = int(abs(length) * scale + 0.5)
    return whole if length >= 0 else -whole


@cache
def _rules(name: str) -> str:
    """Return the rules without their comments, which may speak of names that are no tokens."""
    rules = resource("theme", name).read_text(encoding="utf-8")
    return _COMMENT.sub("", rules)
