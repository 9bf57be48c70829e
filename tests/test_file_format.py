"""The page on the file format names every list and every field of every record."""

import re
from pathlib import Path

import pytest

from evidence_board.analysis.warnings.finding import ORDER
from evidence_board.analysis.warnings.rules import RULES
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record

PAGE = (Path(__file__).parent.parent / "docs" / "file-format.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"`([a-z0-9_]+)`", PAGE))
JSON_NAMES = {"from_id": "from", "to_id": "to"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.plural)
def test_every_field_of_a_record_is_described(kind: type[Record]) -> None:
    """A new field has to be described before it can be released."""
    fields = {JSON_NAMES.get(name, name) for name in kind.model_fields}
    assert kind.plural in WORDS
    assert fields <= WORDS


def test_every_kind_of_warning_is_listed_under_its_severity() -> None:
    """WARN-25."""
    rows = dict(re.findall(r"^\| `([a-z ]+)` \| (.+) \|$", PAGE, re.MULTILINE))
    for level in ORDER:
        kinds = [rule.kind for rule in RULES if rule.severity == level]
        assert rows[level] == " ".join(f"`{kind}`" for kind in kinds)
