"""What the actions of a project's window do: one entry an action."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from evidence_board.commands import arranging, removal
from evidence_board.ingest.formats import FORMATS
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.actions.reading import READING
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.dates import take_other_reading
from evidence_board.ui.dialogs.standing import ask_standing
from evidence_board.ui.lineage.acts import DEEDS as LINEAGE
from evidence_board.ui.lineage.claims import claim_of
from evidence_board.ui.reader.opening import can_open
from evidence_board.ui.regions import step_region
from evidence_board.ui.settings import Settings
from evidence_board.ui.snap_switches import SnapSwitches
from evidence_board.ui.tag_deeds import TagDeeds

if TYPE_CHECKING:
    from evidence_board.ui.wiring import Wiring

_STORED_FIRST = frozenset(
    {
        *("undo", "redo", "save", "save_copy", "export_brief", "export_picture", "export_json"),
        *("export_again", "issue_brief", "brief"),
        *("print_board", "verify_brief", "backups", "share_copy", "close", "quit"),
    }
)
"""Actions before which the edit in a field is finished."""


class Deeds(QObject):
    """Does what an action asks of one project."""

    def __init__(self, wiring: "Wiring") -> None:
        """Work on the parts of ``wiring``, which owns this."""
        super().__init__(wiring)
        self._on = wiring
        self._deeds: Mapping[str, Callable[[], None]] = {
            "add_sources": self._choose_files,
            "add_folder": self._choose_folder,
            "capture_page": lambda: wiring.capturing.ask(wiring.document.selected),
            "other_date": lambda: take_other_reading(wiring.document),
            "export_brief": lambda: wiring.exporting.brief(),
            "export_again": lambda: wiring.exporting.again(),
            "issue_brief": lambda: wiring.issuing.ask(),
            "key_judgement": lambda: wiring.brief.composer.toggle(wiring.document.selected[0]),
            "export_picture": lambda: wiring.board_export.ask(),
            "print_board": lambda: wiring.board_print.ask(),
            "verify_brief": lambda: wiring.verifying.ask(),
            "export_json": lambda: wiring.exporting.json(),
            "import_json": lambda: wiring.exporting.import_json(),
            "save": self._save,
            "save_copy": lambda: wiring.copying.ask(),
            "backups": wiring.show_backups,
            "share_copy": lambda: wiring.sharing.ask(),
            "undo": wiring.document.undo,
            "redo": wiring.document.redo,
            "delete": self._delete,
            "find": self._find,
            "board": lambda: wiring.set_mode("board"),
            "reader": lambda: wiring.set_mode("reader"),
            "lineage": self._lineage,
            "brief": self._brief,
            "trace": self._trace,
            **{id: partial(self._do_in_lineage, id) for id in LINEAGE},
            "what_if": self._try,
            "retract": self._retract,
            "end_what_if": lambda: wiring.document.mute(()),
            "select_tool": lambda: wiring.board.set_tool("select"),
            "pan_tool": lambda: wiring.board.set_tool("pan"),
            "zoom_in": lambda: self._zoom("zoom_in", 1),
            "zoom_out": lambda: self._zoom("zoom_out", -1),
            "zoom_100": lambda: self._zoom("zoom_100", 0),
            **wiring.boards.deeds,
            "show_on_board": wiring.other_boards.ask,
            **SnapSwitches(wiring.document, wiring.settings, wiring.window.actions_here).deeds,
            "history": wiring.show_history,
            "issues": wiring.show_issues,
            "next_issue": lambda: wiring.step_issue(1),
            "previous_issue": lambda: wiring.step_issue(-1),
            "record_history": lambda: wiring.show_history(wiring.document.selected[0]),
            "left_panel": wiring.window.toggle_left_panel,
            "docks": self._toggle_docks,
            "reset_layout": self._reset_layout,
            "next_region": lambda: step_region(wiring.window.regions(), 1),
            "previous_region": lambda: step_region(wiring.window.regions(), -1),
            "jump": self._jump,
            **{row.id: partial(self._do_in_reader, row.id) for row in READING if row.id != "jump"},
            **TagDeeds(wiring).deeds,
        }

    def do(self, id: str) -> None:
        """Do what an action asks; what is typed in a field is stored first."""
        if id in _STORED_FIRST:
            self._on.inspector.finish()
        if id in self._deeds:
            self._deeds[id]()
        elif id in BOARD_ACTS:
            self._on.board.act(id)

    def _do_in_lineage(self, id: str) -> None:
        self._on.lineage.acts.do(id)

    def _do_in_reader(self, id: str) -> None:
        self._on.reader.acts.do(id)

    def _zoom(self, id: str, step: int) -> None:
        if self._on.mode == "board":
            self._on.board.act(id)
            return
        on = self._on
        if on.mode == "reader":
            on.reader.forms.zoom(step)
        elif on.mode == "lineage":
            on.lineage.zoom(step)
        else:
            on.brief.zoom(step)

    def _choose_files(self) -> None:
        dialog = QFileDialog(self._on.window, self.tr("Add source files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(str(self._on.document.project.path.parent))
        endings = " ".join(f"*{ending}" for one in FORMATS for ending in one.endings)
        readable = self.tr("Files that can be read") + f" ({endings})"
        dialog.setNameFilters([readable, self.tr("All files (*)")])
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Add source"))
        dialog.filesSelected.connect(
            lambda names: self._on.add_files([Path(name) for name in names])
        )
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._on.window, self.tr("Add a folder of sources"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self._on.document.project.path.parent))
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Add folder"))
        dialog.fileSelected.connect(lambda name: self._on.add_files([Path(name)]))
        dialog.open()

    def _save(self) -> None:
        if not self._on.document.settle():
            return
        saved = self._on.document.project.saved_at
        moment = datetime.fromisoformat(saved).astimezone() if saved else datetime.now()
        self._on.document.tell(self.tr("Saved {time}").format(time=f"{moment:%H:%M}"))

    def _delete(self) -> None:
        """Delete what is selected: on the board its way, in Lineage the line, else the records."""
        on = self._on
        if on.mode == "lineage" and on.lineage.chart.hasFocus():
            on.lineage.acts.cut()
            return
        chosen = on.board.chosen
        lying = len(chosen.cards) + len(chosen.lines) + len(chosen.frames)
        if on.mode == "board" and on.board.hasFocus() and lying == len(chosen.ids):
            on.board.act("delete")
            return
        locked = arranging.locked_among(on.document.project, on.document.selected)
        if locked:
            on.document.tell(self.tr("Locked cards stay. The menu Arrange unlocks them."))
        going = tuple(id for id in on.document.selected if id not in locked)
        if on.document.act(removal.remove, going):
            on.document.tell(on.document.project.undo_label or "", undo=True)

    def _jump(self) -> None:
        """Go from the card of what is selected to its words, or from the words to the card."""
        on = self._on
        chosen = on.document.selected_records()
        if on.mode == "reader":
            on.reader.acts.do("jump")
        elif chosen and can_open(on.document.project, chosen[0]):
            on.document.read(chosen[0].id)
        else:
            on.document.tell(self.tr("No words of a source are held for this card."))

    def _lineage(self) -> None:
        self._on.set_mode("lineage")
        self._on.lineage.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _brief(self) -> None:
        self._on.set_mode("brief")
        self._on.brief.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trace(self) -> None:
        """Show where a claim comes from; of anything else, the first claim that rests on it."""
        on = self._on
        project = on.document.project
        for record in on.document.selected_records()[:1]:
            claim = claim_of(project, record)
            if claim is not None:
                on.document.trace(claim)
            else:
                on.document.tell(self.tr("No claim rests on this."))

    def _retract(self) -> None:
        """Ask what became of the source that is selected."""
        on = self._on
        (record, *_) = (*on.document.selected_records(), None)
        if isinstance(record, Source):
            ask_standing(on.document, record, on.window)
        else:
            on.document.tell(self.tr("Only a source is retracted or corrected. Choose one."))

    def _try(self) -> None:
        """Take for gone what has the focus in Lineage, else what is selected."""
        on = self._on
        if on.mode == "lineage" and on.lineage.chart.hasFocus():
            on.lineage.acts.do("what_if")
            return
        records = on.document.selected_records()
        ids = tuple(one.id for one in records if isinstance(one, Source | OriginGroup | Link))
        if ids:
            on.lineage.acts.try_without(ids)
        else:
            on.document.tell(self.tr("Only sources, origins and links can be taken for gone."))

    def _find(self) -> None:
        if self._on.mode == "reader" and self._on.reader.isAncestorOf(
            QApplication.focusWidget() or self._on.window
        ):
            self._on.reader.open_find()
        else:
            self._on.window.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._on.window.find_field.selectAll()

    def _toggle_docks(self) -> None:
        self._on.window.show_docks(self._on.window.sides.hidden)

    def _reset_layout(self) -> None:
        plain = Settings()
        self._on.window.show_docks(True)
        self._on.window.size_docks(plain.left_width, plain.right_width)
