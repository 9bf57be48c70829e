"""Walking a chart by keys: from station to station, and along the routes between them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from evidence_board.analysis.chart_places import Placed


@dataclass(frozen=True)
class Spot:
    """What can have the focus: a station by its key, or with ``farther`` the route to that one."""

    key: str
    farther: str = ""


def first(placed: Placed) -> Spot:
    """Return where walking begins: at the claim."""
    return Spot(placed.chart.claim)


def spots(placed: Placed) -> tuple[Spot, ...]:
    """Return all in the order in which they are listed: column by column, then the routes."""
    stations = (Spot(key) for column in placed.columns for key in column.keys)
    routes = (Spot(one.nearer, one.farther) for one in placed.chart.routes)
    return (*stations, *routes)


def beside(placed: Placed, spot: Spot | None, key: Qt.Key, *, along: bool) -> Spot:
    """Return the spot beside one, by an arrow, Home or End; ``along`` goes onto a route."""
    here = spot or first(placed)
    if key == Qt.Key.Key_End:
        return Spot(placed.columns[-1].keys[-1])
    if spot is None or key == Qt.Key.Key_Home:
        return first(placed)
    if here.farther:
        return _from_route(placed, here, key)
    if along and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        onto = _routes(placed, here.key, out=key == Qt.Key.Key_Right)
        return onto[0] if onto else here
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _in_column(placed, here, 1 if key == Qt.Key.Key_Down else -1)
    return _across(placed, here, 1 if key == Qt.Key.Key_Right else -1)


def _from_route(placed: Placed, here: Spot, key: Qt.Key) -> Spot:
    """From a route go to one of its ends, or to the next one of the same station."""
    if key == Qt.Key.Key_Right:
        return Spot(here.farther)
    if key == Qt.Key.Key_Left:
        return Spot(here.key)
    near = _routes(placed, here.key, out=True)
    ways = near if len(near) > 1 else _routes(placed, here.farther, out=False)
    step = 1 if key == Qt.Key.Key_Down else -1
    return ways[(ways.index(here) + step) % len(ways)]


def _routes(placed: Placed, key: str, *, out: bool) -> list[Spot]:
    """Return the routes that leave a station, or lead into it, from top to bottom."""
    routes = placed.chart.routes
    found = [Spot(x.nearer, x.farther) for x in routes if (x.nearer if out else x.farther) == key]
    return sorted(found, key=lambda x: placed.boxes[x.farther if out else x.key][1])


def _in_column(placed: Placed, here: Spot, step: int) -> Spot:
    keys = next(column.keys for column in placed.columns if here.key in column.keys)
    place = keys.index(here.key) + step
    return Spot(keys[min(max(place, 0), len(keys) - 1)])


def _across(placed: Placed, here: Spot, step: int) -> Spot:
    """Go to what is joined in a column that way, else to the nearest in the next column."""
    columns = [column.keys for column in placed.columns]
    place = next(n for n, keys in enumerate(columns) if here.key in keys)
    joined = _routes(placed, here.key, out=step > 0)
    for spot in joined:
        other = spot.farther if step > 0 else spot.key
        if other not in columns[place]:
            return Spot(other)
    if not 0 <= place + step < len(columns):
        return here
    middle = placed.boxes[here.key][1]
    return Spot(min(columns[place + step], key=lambda key: abs(placed.boxes[key][1] - middle)))
