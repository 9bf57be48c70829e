"""Who refers to whom: for each id, the ids of the records that hold it."""

from collections.abc import Iterable, Sequence

_FEW = 16
"""Up to so many are kept in a list, which is small; more in a dict, which lets one go quickly."""

_Holders = dict[str, str | list[str] | dict[str, None]]


class Referrers:
    """By id, the records that hold it, in the order in which they were noted, each once."""

    def __init__(self) -> None:
        self._holders: _Holders = {}

    def of(self, id: str) -> tuple[str, ...]:
        """Return the ids of the records that hold an id."""
        found = self._holders.get(id, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def note_all(self, ids: Iterable[str], columns: Sequence[Iterable[object]]) -> None:
        """Take over the references of all records of a kind: an id, several or none a field.

        No id of these was noted before, so that one that holds the same id twice was the last.
        """
        holders = self._holders
        for id, *fields in zip(ids, *columns, strict=True):
            for held in fields:
                if isinstance(held, str):
                    known = holders.get(held)
                    if known is None:
                        holders[held] = id
                    elif isinstance(known, list):
                        if known[-1] is not id:
                            known.append(id)
                            if len(known) > _FEW:
                                holders[held] = dict.fromkeys(known)
                    elif isinstance(known, dict):
                        known[id] = None
                    elif known is not id:
                        holders[held] = [known, id]
                elif isinstance(held, tuple):
                    for one in held:
                        self.note(one, id)

    def note(self, id: str, holder: str) -> None:
        """Note that a record holds an id."""
        known = self._holders.get(id)
        if known is None:
            self._holders[id] = holder
        elif isinstance(known, dict):
            known[holder] = None
        elif isinstance(known, str):
            if known != holder:
                self._holders[id] = [known, holder]
        elif holder not in known:
            known.append(holder)
            if len(known) > _FEW:
                self._holders[id] = dict.fromkeys(known)

    def forget(self, id: str, holder: str) -> None:
        """Note that a record holds an id no more."""
        known = self._holders.get(id)
        if isinstance(known, dict):
            known.pop(holder, None)
        elif isinstance(known, list):
            if holder in known:
                known.remove(holder)
        elif known == holder:
            del self._holders[id]
