"""What was selected before a gesture: it is selected again when the gesture is called off."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Self, TypeVar

from evidence_board.ui.canvas.workspace import Workspace

Sent = TypeVar("Sent")


@dataclass(frozen=True)
class Former:
    """Selection and keyboard's focus before a gesture that begins with selecting what it takes."""

    selected: tuple[str, ...]
    focus: str | None

    @classmethod
    def of(cls, space: Workspace) -> Self:
        """Return what is selected now."""
        return cls(space.document.selected, space.live.focus)

    def again_after(
        self, space: Workspace, gesture: Generator[None, Sent, None]
    ) -> Generator[None, Sent, None]:
        """Run a gesture or a mode of the keyboard; select this again if it is called off."""
        try:
            yield from gesture
        except GeneratorExit:
            space.document.select(self.selected)
            space.live.focus = self.focus
            space.refresh()
            raise
