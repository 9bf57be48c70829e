"""The verb of what does not hold in a project, or is not done."""

import argparse
from collections.abc import Iterator

from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding
from evidence_board.commands import issues, mending
from evidence_board.model.deferral import Deferral
from evidence_board.project.project import Project
from evidence_board.verbs.verb import Verbs, add_verb, opened, tell


def add_verbs(verbs: Verbs) -> None:
    """Add the verb."""
    add_verb(verbs, "warnings", warnings, json_option=True)


def warnings(options: argparse.Namespace) -> int:
    """Print what does not hold in a project or is not done, worst first, with the reason.

    What was set aside is told apart. Nothing is written.
    """
    with opened(options.file, read_only=True) as project:
        found = issues.gathered(project, project.altered_originals())
        plain = [_plain_warning(project, one, None) for one in found.open]
        plain += [_plain_warning(project, one, by) for one, by in found.aside]
        words = "\n".join(_lines(plain))
    tell(options, {"warnings": plain}, words or "Nothing is open.")
    return 0


def _plain_warning(project: Project, one: Finding, by: Deferral | None) -> dict[str, object]:
    """Return a finding as the JSON document has it."""
    return {
        "id": one.id,
        "kind": one.kind,
        "severity": rules.severity(one),
        "records": one.records,
        "sentence": rules.sentence(project, one),
        "reason": rules.reason(one),
        "fixes": [fix.words for fix in mending.fixes(project, one)],
        "set_aside": by.reason if by is not None else None,
    }


def _lines(found: list[dict[str, object]]) -> Iterator[str]:
    """Yield the findings in words, under a line for each severity."""
    last: object = None
    for one in found:
        aside = one["set_aside"]
        head = "set aside" if aside is not None else one["severity"]
        if head != last:
            yield f"{head}:"
            last = head
        yield f"    {one['sentence']}"
        if aside is not None:
            yield f"        Not now: {aside}"
