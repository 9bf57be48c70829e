"""The switches of grid and guides: remembered in the settings, the same in every project."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.document import Document
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.snapping import Snapping


class SnapSwitches:
    """Two actions that are checked while their part of snapping is on."""

    def __init__(self, document: Document, settings: SettingsFile, actions: ActionSet) -> None:
        """Take over what the settings say."""
        self._document = document
        self._settings = settings
        self._actions = actions
        now = settings.current
        self._show(Snapping(grid=now.snap_grid, objects=now.snap_objects))

    @property
    def deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the two actions do."""
        return {"snap_grid": self._turn_grid, "snap_objects": self._turn_objects}

    def _turn_grid(self) -> None:
        now = self._document.snapping
        self._turn(replace(now, grid=not now.grid))

    def _turn_objects(self) -> None:
        now = self._document.snapping
        self._turn(replace(now, objects=not now.objects))

    def _turn(self, snapping: Snapping) -> None:
        self._show(snapping)
        self._settings.change(**{f"snap_{name}": on for name, on in asdict(snapping).items()})

    def _show(self, snapping: Snapping) -> None:
        self._document.set_snapping(snapping)
        self._actions["snap_grid"].setChecked(snapping.grid)
        self._actions["snap_objects"].setChecked(snapping.objects)
