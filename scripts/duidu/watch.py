"""Waiting for the sources of a site to change.

watchdog looks for changes by polling, as it does for MkDocs: on network drives and mounted folders, systems
tell nobody of them.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from duidu.look import is_source, source_folders
from duidu.project import Project

_INTERVAL = 0.4  # seconds between two looks at a folder
_QUIET = 0.6  # seconds without a change that end a burst; longer than the interval, else every look ends it


class Watch(FileSystemEventHandler):
    """Watches the sources of a project as long as its context lasts, in a thread of its own."""

    def __init__(self, project: Project) -> None:
        self._changed = threading.Event()
        self._observer = PollingObserver(timeout=_INTERVAL)
        self.follow(project)

    def follow(self, project: Project) -> None:
        """Watch what are the sources of the project now: its settings may name other folders than before."""
        self._project = project
        self._observer.schedule(self, str(project.root))
        for folder in source_folders(project):
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)

    def __enter__(self) -> Self:
        self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, if it is one of a source. Of a folder that changes, each file is told."""
        paths = (Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path))
        if not event.is_directory and any(is_source(self._project, path) for path in paths):
            self._changed.set()

    def wait(self) -> bool:
        """Wait a little; True if sources have changed, when no more do, and False if none has."""
        changed = False
        while self._changed.wait(_QUIET):
            self._changed.clear()
            changed = True
        return changed
