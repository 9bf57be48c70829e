"""What presses, found from columns: the same points as `open_points` tells."""

from pathlib import Path
from random import Random

import pytest

from evidence_board.brief.gate import OpenPoint, open_points
from evidence_board.brief.pressing import pressing
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from tests.brief.harbour import Held, harbour


class HeldColumns(Held):
    """Records in memory that also give columns."""

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        return tuple([getattr(one, name) for one in self.all(kind)] for name in names)


def expected(held: Held) -> tuple[OpenPoint, ...]:
    return tuple(point for point in open_points(held) if point.severity != "to know")


def assert_same(held: HeldColumns) -> None:
    wanted = expected(held)
    for most in (0, 1, 3, 12, 1000):
        found = pressing(held, most)
        assert found.number == len(wanted)
        assert found.points == wanted[:most]


def columned(held: Held) -> HeldColumns:
    return HeldColumns(*held.records.values())


def changed_at_random(held: HeldColumns, chance: Random) -> HeldColumns:
    """Return the records with some claims and links changed."""
    made: list[Record] = []
    for claim in held.all(Claim):
        made.append(
            claim.replace(
                kind=chance.choice(["reported", "judgement", "hypothesis", "assumption"]),
                status=chance.choice(["open", "open", "settled", "withdrawn"]),
                likelihood=chance.choice([None, "likely", "remote"]),
                confidence=chance.choice([None, "high"]),
                reason=chance.choice(["", " ", "Seen."]),
                credibility=chance.choice([None, "1", "2"]),
                rank=chance.choice([None, None, None, 1.0, 2.0]),
                number=chance.choice([claim.number, claim.number + 7]),
            )
        )
    for link in held.all(Link):
        made.append(link.replace(reason=chance.choice(["", " \n", "Because."])))
    project = held.record.replace(question=chance.choice(["", "Did it?"]))
    return columned(held.but(*made, project))


def test_the_points_of_a_case_are_the_same() -> None:
    assert_same(columned(harbour()))


@pytest.mark.parametrize("seed", range(40))
def test_the_points_of_any_case_are_the_same(seed: int) -> None:
    chance = Random(seed)
    held = columned(harbour())
    for _ in range(3):
        held = changed_at_random(held, chance)
        assert_same(held)


def test_an_empty_project_says_so(tmp_path: Path) -> None:
    held = harbour()
    alone = HeldColumns(held.record.replace(question=""))
    assert_same(alone)
    assert pressing(alone, 12).number == 2
