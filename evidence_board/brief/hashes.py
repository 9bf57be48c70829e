"""Hashes as a brief prints them."""

from evidence_board.brief.redaction import NO_HASH


def printed_hash(sha256: str, most: int = 64) -> str:
    """Return a hash, or so many of its figures; that of a redacted source is said to be so."""
    return "redacted" if sha256 == NO_HASH else sha256[:most]
