"""The verbs of backups: listing them, making one now, making a new file of one."""

import argparse
from pathlib import Path

from evidence_board.project import backup_making, backup_restoring, opening
from evidence_board.project.backups import Backup
from evidence_board.verbs.verb import Verbs, add_verb, tell


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "backups", backups, json_option=True)
    made.add_argument("--make", action="store_true", help="make one first, unless one is as new")
    made = add_verb(verbs, "restore", restore)
    made.add_argument("number", type=int, metavar="N", help="number of a backup, see `backups`")
    made.add_argument("-o", "--output", required=True, metavar="NEW", help="project file to make")


def backups(options: argparse.Namespace) -> int:
    """List the backups of a project, the newest first, also of a file that is damaged or gone."""
    if options.make:
        path = opening.real(options.file)
        opening.inspect(path)
        backup_making.make(path, unless_held=True)
    found = backup_restoring.expected(options.file)
    told = {"backups": [_plain(one) for one in found]}
    tell(options, told, "\n".join(map(_line, found)) or f"{options.file.name} has no backups.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Make a new project file of a backup; the project itself is not touched."""
    backup = backup_restoring.numbered(options.file, options.number)
    backup_restoring.restore(backup.path, Path(options.output))
    print(options.output)
    return 0


def _plain(backup: Backup) -> dict[str, object]:
    told = backup.summary
    return {
        "number": backup.sequence,
        "at": f"{backup.at:%Y-%m-%dT%H:%M:%SZ}",
        "path": str(backup.path),
        "size": backup.size,
        "title": told.title if told else None,
        "project_path": told.path if told else None,
        "step": told.step if told else None,
        "flaws": told.flaws if told else None,
        "counts": dict(told.counts) if told else None,
    }


def _line(backup: Backup) -> str:
    when = f"{backup.sequence:6}  {backup.at:%Y-%m-%dT%H:%M:%SZ}  {backup.size:12,} bytes"
    told = backup.summary
    if told is None:
        return f"{when}  What it holds cannot be told; restoring it will check it."
    counts = told.counts
    held = f"{counts.get('claims', 0)} claims, {counts.get('sources', 0)} sources"
    return f"{when}  step {told.step}, {held}  {told.path}"
