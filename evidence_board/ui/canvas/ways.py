"""Courses as they are drawn: a cubic for each line, or several that follow each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import Floats, Ints


@dataclass(frozen=True)
class Way:
    """A line that is led round cards: its cubics one after the other, and what holds them."""

    chain: Floats
    bounds: Floats

    @staticmethod
    def of(chain: Floats) -> "Way":
        """Return the way of some cubics, a row each."""
        bounds = geometry.bounds(chain)
        return Way(chain, np.concatenate((bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0))))

    @property
    def curve(self) -> Floats:
        """A cubic with its ends and the handles there."""
        found: Floats = np.concatenate((self.chain[0, :4], self.chain[-1, 4:]))
        return found

    def shifted(self, by: Floats) -> "Way":
        """Return it elsewhere."""
        return Way(self.chain + by, self.bounds + by[:4])


@dataclass(frozen=True)
class Drawn:
    """The courses of some lines: a cubic each, or for some places a chain of cubics.

    The cubic of such a line has its ends and the handles there.
    """

    curves: Floats
    chains: Mapping[int, Floats]

    def placed(self, zoom: float, origin: tuple[float, float]) -> "Drawn":
        """Return the same courses zoomed and seen from an origin."""
        shift = np.tile(origin, 4)
        chains = {place: chain * zoom - shift for place, chain in self.chains.items()}
        return Drawn(self.curves * zoom - shift, chains)

    def part(self, places: Ints) -> "Drawn":
        """Return the courses of some of the lines, by their places here."""
        chains = {}
        if self.chains:
            chains = {
                new: self.chains[old]
                for new, old in enumerate(places.tolist())
                if old in self.chains
            }
        return Drawn(self.curves.take(places, axis=0), chains)

    def pieces(self) -> Floats:
        """Return all cubics, those of chains last."""
        if not self.chains:
            return self.curves
        single = np.delete(self.curves, list(self.chains), axis=0)
        return np.vstack((single, *self.chains.values()))

    def shortened(self, by: Floats) -> "Drawn":
        """Return the courses with their ends drawn back, a way in x and y for each line."""
        curves = self.curves.copy()
        curves[:, 4:] -= np.tile(by, 2)
        chains = {place: chain.copy() for place, chain in self.chains.items()}
        for place, chain in chains.items():
            chain[-1, 4:] -= np.tile(by[place], 2)
        return Drawn(curves, chains)
