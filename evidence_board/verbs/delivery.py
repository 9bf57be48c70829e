"""The verbs of what leaves the project and comes back: the brief, and the JSON document."""

import argparse
import hashlib
from datetime import datetime
from functools import partial
from pathlib import Path

from evidence_board.analysis.warnings import orphans
from evidence_board.brief import gate
from evidence_board.brief.crops import Crop, Crops, wishes
from evidence_board.brief.issuing import issue_of
from evidence_board.brief.plan import BY_NAME, plan_of, with_only
from evidence_board.commands import briefing, exchange, exporting
from evidence_board.delivery.checking import kept_by
from evidence_board.delivery.cropping import cropping
from evidence_board.delivery.ordering import ordered
from evidence_board.delivery.redacting import redaction_of, refuse_leaks
from evidence_board.interchange import reading, writing
from evidence_board.model.brief_plan import BriefPlan, Depth
from evidence_board.model.issue import Issue
from evidence_board.project.clock import utc_now
from evidence_board.project.project import Project
from evidence_board.typeset import forms
from evidence_board.typeset.forms import FORMS
from evidence_board.verbs.verb import Failed, Verbs, add_verb, complain, opened, result

DEPTH_WORDS: dict[str, Depth] = {
    "one-page": "one page",
    "standard": "standard",
    "full-annex": "full annex",
}
ALL = ", ".join(name.replace("_", "-") for name in BY_NAME)


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "brief", brief, output=True)
    made.add_argument("--at", type=_moment, help="time of the brief, such as 2026-01-01T00:00:00Z")
    made.add_argument("--to", choices=[one.name for one in FORMS], help="form (default: pdf)")
    made.add_argument(
        "--attach", action="store_true", help="put the project inside, without private notes"
    )
    made.add_argument(
        "--redact",
        action="append",
        metavar="ID|WORDS",
        help="black out a source (id or mark) or words, everywhere; may be given several times",
    )
    made.add_argument("--depth", choices=[*DEPTH_WORDS], help="how much it has")
    made.add_argument(
        "--parts", type=_name, nargs="+", metavar="PART", help=f"only these, in this order: {ALL}"
    )
    made.add_argument("--paper", choices=("A4", "Letter"), help="its paper")
    made.add_argument("--issue", action="store_true", help="issue it under the next number")
    made = add_verb(verbs, "export", export, output=True)
    made.add_argument("--to", choices=("json",), default="json", help="format")
    made = add_verb(verbs, "import", import_)
    made.add_argument("document", metavar="IN", help="a document that `export` wrote")


def brief(options: argparse.Namespace) -> int:
    """Write the brief, and print what is still open in it.

    What the options do not say is as the project has it. A draft says so on every page; an issue
    is kept in the project with its number.
    """
    form, output = options.to or _form_of(options.output), Path(options.output)
    at = options.at or utc_now()
    if options.attach and form != "pdf":
        raise Failed("Only a PDF can carry the project inside. Leave --attach out, or write a PDF.")
    if options.issue and options.redact:
        raise Failed("An issue is kept as it is. Leave --issue or --redact out.")
    with opened(options.file, read_only=not options.issue) as project:
        altered, plan = project.altered_originals(), _plan(project, options)
        wish = redaction_of(project, options.redact or ())
        number = project.next_number(Issue) if options.issue else 0
        orphaned = orphans.orphaned(project, project.text)
        order = ordered(
            project,
            at=at,
            wish=wish,
            altered=altered,
            attach=options.attach,
            plan=plan,
            issue=number,
            crops=_crops(project, plan) if wish.is_empty else {},
            orphaned=orphaned,
        )
        refuse_leaks(project, wish, order, output.name)
        points = gate.open_points(project, altered, project.text)
        written = forms.made(form, order.brief, order.attached())
        writing.write(output, written)
        if number:
            issue = issue_of(project, number=number, at=at, by=project.author, form=form, plan=plan)
            digest = hashlib.sha256(written).hexdigest()
            briefing.keep_issue(project, issue, output.name, digest)
            print(f"Issue {number}.")
    for point in points:
        print(point.sentence)
    return 0


def _crops(project: Project, plan: BriefPlan) -> Crops:
    """Return the pictures of marked parts that the brief shows."""
    made: list[tuple[str, Crop]] = []
    result(cropping(wishes(project, plan), partial(kept_by, project), made.append))
    return dict(made)


def _form_of(output: str) -> str:
    """Return the form that the end of a file's name asks for, else PDF."""
    suffix = Path(output).suffix.lower()
    return next((form.name for form in FORMS if form.suffix == suffix), "pdf")


def _plan(project: Project, options: argparse.Namespace) -> BriefPlan:
    """Return how the brief is to be: as the project says, but for what the options say."""
    plan = plan_of(project)
    if options.depth:
        plan = plan.replace(depth=DEPTH_WORDS[options.depth])
    if options.paper:
        plan = plan.replace(paper=options.paper)
    return with_only(plan, options.parts) if options.parts else plan


def export(options: argparse.Namespace) -> int:
    """Write the whole project as JSON, with the sealed bytes, which are hashed on their way.

    The exit code is 1 if some of them are not what was captured.
    """
    with opened(options.file, read_only=True) as project:
        part = writing.begin(Path(options.output))
        try:
            different = result(exporting.written(project, part))
            writing.put(part, Path(options.output))
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        told = exporting.sentence(project, different)
    return complain(told) if told else 0


def import_(options: argparse.Namespace) -> int:
    """Take a JSON document in, all or nothing."""
    taken = result(reading.read(Path(options.document)))
    with opened(options.file) as project:
        count = exchange.take_in(project, taken)
    print(f"{count} changes." if count else "Nothing was new.")
    return 0


def _name(word: str) -> str:
    name = word.replace("-", "_")
    if name not in BY_NAME:
        raise argparse.ArgumentTypeError(f"A brief has no part “{word}”. Its parts are: {ALL}.")
    return name


def _moment(word: str) -> str:
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        sentence = f"{word} is not a time such as 2026-01-01T00:00:00Z"
        raise argparse.ArgumentTypeError(sentence) from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{word} has no time zone; write it with Z")
    return word
