"""Every rule is quoted by a test, and no test quotes a rule that there is not."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
_RULE = r"\b[A-Z]+-\d+\b"


def test_every_rule_is_quoted_by_a_test_and_every_quoted_rule_is_there() -> None:
    page = (TESTS / "SPEC.md").read_text(encoding="utf-8")
    rules = re.findall(rf"^\| ({_RULE}) \|", page, re.MULTILINE)
    assert len(rules) == len(set(rules))
    prefixes = {rule.partition("-")[0] for rule in rules}
    texts = [one.read_text(encoding="utf-8") for one in TESTS.rglob("test_*.py")]
    quoted = {rule for text in texts for rule in re.findall(_RULE, text)}
    assert set(rules) - quoted == set()
    assert {rule for rule in quoted if rule.partition("-")[0] in prefixes} - set(rules) == set()
