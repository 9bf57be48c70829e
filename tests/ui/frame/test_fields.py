"""Fields of the inspector where there is little room: nothing is cut without being told."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.theme import apply_theme

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "narrator attributed by context"


def shown(field: QWidget, width: int, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(field)
    field.setFixedWidth(width)
    with qtbot.waitExposed(field):
        field.show()
    field.grab()
    return field


@pytest.mark.parametrize(("width", "cut"), [(110, True), (400, False)])
def test_a_choice_that_has_no_room_tells_its_words_in_a_tool_tip(
    application: QApplication, qtbot: QtBot, width: int, cut: bool
) -> None:
    apply_theme(application, "light")
    field = shown(ChoiceField("Mode", [("context", LONG)]), width, qtbot)
    assert (LONG in field.toolTip()) is cut


def test_an_empty_field_is_as_high_as_what_it_asks(application: QApplication, qtbot: QtBot) -> None:
    apply_theme(application, "light")
    asked = "What the judgement rests on, and what it lacks to be surer than this"
    wide = shown(ProseField("Reason", asked, lines=1), 600, qtbot)
    narrow = ProseField("Reason", asked, lines=1)
    shown(narrow, 160, qtbot)
    qtbot.waitUntil(lambda: narrow.height() > wide.height() + narrow.fontMetrics().height())
    narrow.show_text("Two.")
    qtbot.waitUntil(lambda: narrow.height() == wide.height())
