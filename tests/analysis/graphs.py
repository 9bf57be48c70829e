"""Small investigations, in memory, to count origins in."""

import json
from dataclasses import dataclass, field

from evidence_board.analysis.view import R
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation
from evidence_board.model.link_types import CitationKind
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, OriginKind, Source


@dataclass
class Case:
    """An investigation as plain lists; answers what a finding may ask."""

    record: ProjectRecord = field(default_factory=lambda: ProjectRecord(id="p", title="Case"))
    records: dict[str, Record] = field(default_factory=dict)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(one for one in self.records.values() if isinstance(one, kind))

    def get(self, kind: type[R], id: str) -> R:
        found = self.records[id]
        assert isinstance(found, kind)
        return found

    def find(self, id: str) -> Record | None:
        return self.records.get(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        return tuple(
            one for one in self.records.values() if id in {held for _, held in one.referenced()}
        )

    def capture_of(self, source: str) -> Capture | None:
        return next((one for one in self.all(Capture) if one.source == source), None)

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        return tuple([getattr(one, name) for one in self.all(kind)] for name in names)

    def stored(self, kind: type[Record], name: str) -> list[object]:
        return [json.dumps(one.plain()[name]) for one in self.all(kind)]

    # Making one

    def add(self, *records: Record) -> "Case":
        """Take records in, in an order in which they may stand in a project."""
        for record in sorted(records, key=lambda one: KINDS.index(type(one))):
            self.records[record.id] = record
        return self

    def files(self, *ids: str) -> "Case":
        """Add held carriers."""
        for id in ids:
            self.add(Source(id=id), _capture(id))
        return self

    def origin(
        self,
        id: str,
        kind: OriginKind | None = "identified",
        *,
        affiliation: str = "",
        group: str | None = None,
    ) -> "Case":
        """Add a source that is known only through others."""
        if group is not None:
            self.add(OriginGroup(id=group, label=group))
        return self.add(Source(id=id, origin_kind=kind, affiliation=affiliation, group=group))

    def says(self, *chain: str, claim: str = "c", observed: bool = False) -> "Case":
        """Let the first source assert the claim, through the others."""
        self.add(Claim(id=claim, text=claim))
        number = len(self.records)
        return self.add(
            Assertion(id=f"a{number}", claim=claim, source=chain[0], chain=chain, observed=observed)
        )

    def cites(self, one: str, other: str, kind: CitationKind = "quotes") -> "Case":
        """Let one source rest on another."""
        return self.add(
            Citation(
                id=f"{one}-{kind}-{other}".replace(" ", "-"), from_id=one, to_id=other, type=kind
            )
        )


def _capture(source: str) -> Capture:
    return Capture(
        id=f"capture-{source}",
        source=source,
        file_name="a.txt",
        size=0,
        sha256="0" * 64,
        text_sha256="0" * 64,
        text_length=0,
        media_type="text/plain",
        captured_at="2026-01-01T00:00:00Z",
    )
