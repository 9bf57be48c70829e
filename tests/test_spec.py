"""Every rule of SPEC.md is quoted by a test, and no test quotes a rule that is not there."""

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
RULE = re.compile(r"\b[A-Z]{3,}-\d+\b(?=[.:, ]|$)", re.MULTILINE)


def _stated() -> set[str]:
    rows = (TESTS / "SPEC.md").read_text(encoding="utf-8").splitlines()
    return {row.split("|")[1].strip() for row in rows if re.match(r"\| [A-Z]+-\d+ \|", row)}


def _quoted(families: set[str]) -> set[str]:
    found = set()
    for path in TESTS.rglob("test_*.py"):
        for id in RULE.findall(path.read_text(encoding="utf-8")):
            if id.rpartition("-")[0] in families:
                found.add(id)
    return found


def test_every_rule_is_quoted_by_a_test_and_every_quoted_rule_is_stated() -> None:
    stated = _stated()
    assert len(stated) > 20
    assert _quoted({id.rpartition("-")[0] for id in stated}) == stated
