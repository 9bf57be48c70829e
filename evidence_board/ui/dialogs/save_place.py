"""The field of where a file goes: a name is proposed until the person gives one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.form import FormDialog, refuse
from evidence_board.ui.dialogs.path_field import PathField
from evidence_board.ui.file_names import file_name
from evidence_board.ui.wording import translate


class SavePlace:
    """A path field in a form, with the system's file dialog behind a button."""

    def __init__(self, form: FormDialog, folder: Path, suffix: str) -> None:
        """Add the field at the end of ``form``; files go to ``folder`` unless one chooses."""
        self.field = PathField()
        self._form = form
        self._folder = folder
        self._suffix = suffix
        self._named_by_hand = False
        words = translate("SavePlace", "Save as")
        row = form.with_browse(self.field, self._browse)
        self.field.setAccessibleName(words)
        row.setAccessibleName(words)
        self._hint = form.add_field(words, row)
        self.field.textEdited.connect(self._named)

    def propose(self, title: str, suffix: str) -> None:
        """Propose a file of this kind called ``title``; a name given by hand keeps its stem."""
        before, self._suffix = self._suffix, suffix
        if self._named_by_hand:
            path = self._written()
            if path.suffix == before:
                self.field.setText(str(path.with_suffix(suffix)))
            return
        name = file_name(title, translate("SavePlace", "Board"))
        self.field.setText(str(self._folder / f"{name}{suffix}"))

    def path(self) -> Path:
        """Return where the file is to go, with its suffix."""
        path = self._written()
        fits = path.suffix.lower() == self._suffix
        return path if fits else path.with_name(f"{path.name}{self._suffix}")

    def may_write(self) -> bool:
        """Return whether the folder is there, and nothing is replaced that is to stay."""
        if not self._written().name or not self.path().parent.is_dir():
            words = translate("SavePlace", "This folder does not exist. Choose another one.")
            refuse(self._hint, words)
            return False
        return message.may_write(self._form, self.path())

    def _written(self) -> Path:
        return Path(self.field.text().strip()).expanduser()

    def _named(self) -> None:
        self._named_by_hand = True
        refuse(self._hint, "")

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._form,
            translate("SavePlace", "Save as"),
            str(self.path()),
            f"{self._suffix.removeprefix('.').upper()} (*{self._suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,  # the verb asks, in our words
        )
        if chosen:
            self.field.setText(chosen)
            self._named()
