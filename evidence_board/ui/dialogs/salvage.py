"""The dialog that saves what can be read of a damaged project in a new file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from evidence_board.ui import background
from evidence_board.ui.dialogs.work import WorkDialog
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Job, Jobs
from evidence_board.ui.labels import label

if TYPE_CHECKING:
    from evidence_board.project.salvage import Salvaged

_MOST_LINES = 5_000


class SalvageDialog(WorkDialog):
    """Never changes the damaged file; accepted when the person wants the new one opened."""

    def __init__(self, bad: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Offer a file beside ``bad``."""
        super().__init__("", "", _place(bad, self.tr("{name} salvaged")), parent)
        self.setWindowTitle(self.tr("Salvage a damaged project"))
        self.verb.setText(self.tr("Salvage"))
        self._bad = bad
        self._jobs = jobs
        told = self.tr(
            "What can still be read of “{name}” goes into a new file. The damaged one is not "
            "changed. What is lost is named afterwards."
        )
        self.add_widget(label(told.format(name=bad.name), wrap=True))
        self.finish()

    def begin(self) -> Job:
        """Start the salvage."""
        work = partial(background.salvage, self._bad, self.new_path())
        job = self._jobs.run(self.tr("Salvaging the project"), work)
        job.done.connect(self._show)
        return job

    def _show(self, saved: "Salvaged") -> None:
        losses = len(saved.losses)
        told = [
            self.tr("%n record(s) and", "", sum(saved.kept.values()))
            + " "
            + self.tr("%n sealed file(s) or text(s) saved.", "", saved.attachments),
            self.tr("%n of the records brought back from the history.", "", saved.from_history),
            self.tr("{kept} of {found} steps of the history kept.").format(
                kept=saved.steps_kept, found=saved.steps_found
            ),
            self.tr("Losses, named below: {number}.").format(number=losses)
            if losses
            else self.tr("Nothing is known to be lost."),
        ]
        if saved.exact_copy:
            kept = self.tr("An exact copy of the damaged file was kept: {path}")
            told.append(kept.format(path=saved.exact_copy))
        elif saved.no_copy:
            none = self.tr("No exact copy of the damaged file was kept ({why}).")
            told.append(none.format(why=saved.no_copy))
        self.show_made("\n".join(told), _lines(saved), self.tr("Open the new project"))


def _lines(saved: "Salvaged") -> list[str]:
    """Return the findings as lines, losses first."""
    losses = set(saved.losses)
    ordered = [*saved.losses, *(one for one in saved.findings if one not in losses)]
    lines = [f"{one.where}: {one.text}" for one in ordered[:_MOST_LINES]]
    return lines + ["…"] * (len(ordered) > _MOST_LINES)


def _place(bad: Path, form: str) -> Path:
    return free_path(bad.parent, form.format(name=bad.stem))
