"""The geometry of the open board as it changes: cards and lines come, move and go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.laid import NUMBERS, Laid
from evidence_board.ui.canvas.places import Place
from evidence_board.ui.canvas.rows import lengthened, shortened
from evidence_board.ui.canvas.ties import Tie


class Layout(Laid):
    """Cards, frames and lines of one board, and all that changes them."""

    def move(self, rows: Ints, places: Floats, *, routed: bool = True) -> Ints:
        """Put cards at new top left corners; returns the lines that run anew, if they may."""
        self.boxes[rows, :2] = places
        return self.lines.reroute(self.ground(), rows) if routed else np.zeros(0, dtype=np.int64)

    def resize(self, row: int, box: Area) -> Ints:
        """Give a card another box; returns the lines that run anew."""
        return self.stretch(np.array([row]), np.array([box]))

    def stretch(self, rows: Ints, boxes: Floats) -> Ints:
        """Give cards other boxes; returns the lines that run anew."""
        self.boxes[rows] = boxes
        return self.lines.reroute(self.ground(), rows)

    def put(self, place: Place) -> None:
        """Add a card, or take over all that is new of one."""
        self.put_all((place,))

    def put_all(self, places: Sequence[Place]) -> None:
        """Add cards, or take over what is new of them; all their lines run anew at once."""
        turned: list[int] = []
        for place in places:
            row = self.row_of_card.get(place.id)
            if row is None:
                turned.append(self._append(place))
                continue
            self.kinds[row] = place.kind
            self.locked[row] = place.locked
            if self.layers[row] != place.layer:
                self.layers[row] = place.layer
                self._rank = None
            if tuple(self.boxes[row].tolist()) != place.box:
                self.boxes[row] = place.box
                turned.append(row)
        if turned:
            self.lines.reroute(self.ground(), np.array(turned))

    def _append(self, place: Place) -> int:
        row = len(self.ids)
        self.row_of_card[place.id] = row
        self.row_of_record.setdefault(place.record, row)
        self.ids.append(place.id)
        self.records.append(place.record)
        for name in NUMBERS:
            setattr(self, name, lengthened(getattr(self, name)))
        self.boxes[row], self.kinds[row] = place.box, place.kind
        self.layers[row], self.locked[row] = place.layer, place.locked
        self.serials[row], self._next = self._next, self._next + 1
        self._host(np.append(self._folding.hosts, -1))
        self._rank = None
        return row

    def take(self, card_id: str) -> None:
        """Remove a card; its lines must be gone by then. The last card takes its row."""
        row = self.row_of_card.pop(card_id, None)
        if row is None:
            return
        several = len(self.row_of_record) < len(self.records)
        last = len(self.ids) - 1
        gone, moved = self.records[row], self.records[last]
        self.row_of_record.pop(gone, None)
        self.ids[row], self.records[row] = self.ids[last], moved
        del self.ids[last], self.records[last]
        if row != last:
            self.row_of_card[self.ids[row]] = self.row_of_record[moved] = row
        for name in NUMBERS:
            setattr(self, name, shortened(getattr(self, name), row))
        self._host(shortened(self._folding.hosts.copy(), row))
        self._rank = None
        if several:
            self._find_records()
        self.lines.forget_row(row)

    def put_tie(self, tie: Tie) -> Ints:
        """Draw a line, anew if it was drawn before; returns the lines that run anew."""
        return self.put_ties((tie,))

    def put_ties(self, ties: Iterable[Tie]) -> Ints:
        """Draw lines, anew those that were drawn before; returns the lines that run anew."""
        turned: list[int] = []
        for tie in ties:
            if not self.lines.has(tie, self.row_of_record):
                turned += self._ends_of(tie.id)
                self.lines.put(tie, self.row_of_record)
                turned += self._ends_of(tie.id)
        if not turned:
            return np.zeros(0, dtype=np.int64)
        return self.lines.reroute(self.ground(), np.unique(turned))

    def take_tie(self, id: str) -> None:
        """Remove a line and let the others on its cards close up."""
        self.take_ties((id,))

    def take_ties(self, ids: Iterable[str]) -> None:
        """Remove lines and let the others on their cards close up."""
        turned: list[int] = []
        for id in ids:
            turned += self._ends_of(id)
            self.lines.take(id)
        if turned:
            self.lines.reroute(self.ground(), np.unique(turned))

    def _host(self, hosts: Ints) -> None:
        self._folding = replace(self._folding, hosts=hosts)

    def _ends_of(self, id: str) -> list[int]:
        row = self.lines.row_of.get(id)
        ends: list[int] = self.lines.ends[row].tolist() if row is not None else []
        return [end for end in ends if end >= 0]
