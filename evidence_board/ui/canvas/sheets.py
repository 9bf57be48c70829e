"""Bare sheets of cards kept as pictures: most cards of a board have one of a few sizes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QImage

_MOST_BYTES = 1_500_000


class Sheets:
    """What lies under the words of cards, of one thread and one look; what was used last stays."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QImage] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def image(self, key: Hashable, make: Callable[[], QImage]) -> QImage:
        """Return the picture of a key, made if there is none; whoever draws on it copies it."""
        image = self._kept.get(key)
        if image is None:
            image = self._kept[key] = make()
            self._bytes += image.sizeInBytes()
            while self._bytes > _MOST_BYTES and len(self._kept) > 1:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        else:
            self._kept.move_to_end(key)
        return image
