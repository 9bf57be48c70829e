"""The page on the file format names every list and every field of every record."""

import re
from pathlib import Path

import pytest

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
