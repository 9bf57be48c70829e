"""What a proof found: how often it was tried, what failed, and what else was counted."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

Plain = dict[str, object]
_SHOWN = 10


@dataclass(frozen=True)
class Outcome:
    """One row of the table: ``failures`` are sentences, and none of them may be there."""

    name: str
    tried: int
    unit: str
    goal: str
    failures: tuple[str, ...] = ()
    counted: Mapping[str, float] = field(default_factory=dict)
    """What was met on the way, such as how many edits were acknowledged."""
    left_out: str = ""
    """Why it could not be tried on this machine, or nothing."""
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether it was tried and nothing failed."""
        return not self.failures and self.tried > 0 and not self.left_out

    def plain(self) -> Plain:
        """Return it as values of JSON."""
        shown = {"failures": list(self.failures[:_SHOWN]), "counted": dict(self.counted)}
        return asdict(self) | shown | {"failed": len(self.failures), "holds": self.holds}
