"""The hash that a brief prints of the project's records, so that both can be compared later."""

import hashlib
import json

from evidence_board.analysis.view import Investigation
from evidence_board.model.kinds import KINDS


def state_hash(view: Investigation) -> str:
    """Return the SHA-256 of all records: canonical JSON, a line each, kinds and ids in order.

    Two projects with the same records have the same state, whatever their histories.
    """
    digest = hashlib.sha256()
    for kind in KINDS:
        for record in sorted(view.all(kind), key=lambda held: held.id):
            line = json.dumps([kind.table, record.plain()], ensure_ascii=False, sort_keys=True)
            digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()
