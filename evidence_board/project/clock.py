"""The time that the history records."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Returns the present time as UTC, ISO 8601 to the second, with Z."""


def utc_now() -> str:
    """Return the present time as UTC, ISO 8601 to the second, with Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
