"""Writing a file that is there whole or not at all."""

import os
import tempfile
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put content at path, replacing what was there in one step; OSError leaves no part file."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent or None)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the permissions that new files go without; reading them means setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
