"""What the dialog that shares a copy says: counts, meanings, and what came of it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from evidence_board.commands.sharing import Shared


class ShareWords(QObject):
    """Words in the language of the interface, with the right plurals."""

    def history(self, *, forced: bool = False) -> str:
        """Return what the history means for others."""
        told = self.tr("History keeps what was deleted and every earlier wording.")
        why = self.tr("It would still tell of what is left out; so it goes too.")
        return f"{told} {why}" if forced else told

    def names(self) -> str:
        """Return which names are meant."""
        return self.tr("The author of the project, and who made claims and captures.")

    def nothing_left_out(self) -> str:
        """Return what holds while no source is ticked."""
        return self.tr("Tick those that are to stay with you. All others are in the copy.")

    def going(self, counts: Mapping[str, int]) -> str:
        """Return what goes with a source, in words; nothing where that is itself only."""
        words: Mapping[str, Callable[[int], str]] = {
            "capture": lambda n: self.tr("%n capture(s)", "", n),
            "excerpt": lambda n: self.tr("%n excerpt(s)", "", n),
            "assertion": lambda n: self.tr("%n assertion(s)", "", n),
            "citation": lambda n: self.tr("%n citation(s)", "", n),
            "card": lambda n: self.tr("%n card(s)", "", n),
            "discrepancy": lambda n: self.tr("%n comparison(s)", "", n),
            "tagging": lambda n: self.tr("%n tag(s)", "", n),
            "finding set aside": lambda n: self.tr("%n finding(s) set aside", "", n),
            "verdict on independence": lambda n: self.tr("%n verdict(s) on independence", "", n),
        }
        return ", ".join(told(counts[noun]) for noun, told in words.items() if noun in counts)

    def left_out(self, counts: Mapping[str, int], bare: int) -> str:
        """Return what goes with all that is ticked, and which claims lose their last words."""
        if not counts:
            return self.nothing_left_out()
        many = counts.get("source", 0)
        told = self.tr("%n source(s) left out", "", many)
        also = self.going(counts)
        told = self.tr("{sources}, with {more}.").format(sources=told, more=also) if also else told
        if bare:
            told += " " + self.tr("%n claim(s) without words then.", "", bare)
        return told

    def pictures(self, many: int) -> str:
        """Return what is said over the list of pictures."""
        if not many:
            return self.tr("No picture tells where, by whom or with what it was taken.")
        told = self.tr("%n picture(s) with more than is seen.", "", many)
        more = self.tr(
            "Evidence is never altered: tick what is to go out all the same. The others are left "
            "out; their sources are then cited only."
        )
        return f"{told} {more}"

    def holds(self, traces: Iterable[str]) -> str:
        """Return what the file of a picture tells."""
        known = {
            "position": self.tr("where it was taken"),
            "serial number": self.tr("a serial number"),
            "owner": self.tr("an owner"),
            "computer": self.tr("a computer"),
            "notes of the maker": self.tr("notes of the maker, often with a serial number"),
            "what cannot be read": self.tr("it cannot be looked through"),
        }
        return ", ".join(known.get(one, one) for one in traces)

    def made(self, shared: Shared, path: Path) -> tuple[str, list[str]]:
        """Return what came of it: a sentence or two, and lines."""
        told = self.tr("“{name}” holds %n record(s)", "", shared.records).format(name=path.name)
        how = self.tr("with the history") if shared.history else self.tr("without history")
        left = self.tr("left out")
        kept = self.tr("in the copy, as you asked")
        lines = [
            f"{one.file_name}: {self.holds(one.holds)}: {kept if one.kept else left}"
            for one in shared.pictures
        ]
        counts: dict[str, int] = {}
        for one in shared.left_out:
            counts[one.kind] = counts.get(one.kind, 0) + 1
        lines += [self.left_out(counts, 0)] * bool(counts.get("source"))
        cut = self.tr("A file name was cut to its last part: {id}")
        lines += [cut.format(id=id) for id in shared.renamed]
        damaged = self.tr("Damaged here and in the copy: {what}")
        lines += [damaged.format(what=one) for one in shared.damaged]
        return f"{told}, {how}.", lines
