"""Pictures of marked parts for the preview: made once of each part, in a process of its own."""

from collections import OrderedDict
from collections.abc import Generator
from pathlib import Path

from evidence_board.brief.crops import NOT_MADE, Crop, Crops, Wish
from evidence_board.delivery.cropping import cropping_beside
from evidence_board.model.region import Region
from evidence_board.project.errors import ProjectError

MOST_BYTES = 64 << 20
"""How much memory the pictures may take while nobody looks for them."""

_Key = tuple[str, int, Region]


class KeptCrops:
    """Gives the pictures of marked parts, and keeps them; asked by one thread at a time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, Crop] = OrderedDict()

    def making(
        self, path: Path, wished: tuple[Wish, ...]
    ) -> Generator[tuple[int, int], None, Crops]:
        """Return the pictures of parts, of which those that are not kept are made now.

        What is not in the file yet, or cannot be read now, is asked for again the next time.
        """
        new = tuple(one for one in wished if _key(one) not in self._kept)
        try:
            made = yield from cropping_beside(path, new)
        except ProjectError:
            made = {}
        for one in new:
            crop = made.get(one.excerpt, NOT_MADE)
            if crop.missing not in ("gone", "not made"):
                self._kept[_key(one)] = crop
        found = {one.excerpt: self._kept.get(_key(one)) for one in wished}
        self._let_go({_key(one) for one in wished})
        return {id: crop or made.get(id, NOT_MADE) for id, crop in found.items()}

    def _let_go(self, wished: set[_Key]) -> None:
        """Drop what nobody wishes any more, the oldest first, as far as there is no room."""
        size = sum(len(one.png) for one in self._kept.values())
        for key in tuple(self._kept):
            if size > MOST_BYTES and key not in wished:
                size -= len(self._kept.pop(key).png)


def _key(wish: Wish) -> _Key:
    return wish.capture.sha256 if wish.capture else "", wish.page, wish.region
