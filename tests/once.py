"""What is made once and used by many tests, in whichever process they run."""

from __future__ import annotations

import fcntl
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Once:
    """Folders below `shared`, which several processes may ask for at the same time."""

    shared: Path

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder `name`, filled by `make` when it is first asked for. No test may change it.

        Who asks meanwhile waits; where `make` fails, the next one tries again.
        """
        folder = self.shared / name
        with (self.shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
            if not folder.exists():
                draft = Path(tempfile.mkdtemp(dir=self.shared))
                make(draft)
                draft.rename(folder)
        return folder
