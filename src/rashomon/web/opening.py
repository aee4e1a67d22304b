"""The database that is shown: opened when it is there, and again when it was replaced."""

from __future__ import annotations

import threading
from datetime import datetime

from rashomon.errors import StoreError
from rashomon.store.place import Place, Server
from rashomon.store.reader import Reader
from rashomon.store.sqlite import Store, open_store
from rashomon.web.past import Past


class Opening:
    """Keeps one database open for all threads; each question first looks at the file."""

    def __init__(self, path: Place) -> None:
        """Keep the path; nothing is opened yet."""
        self.path = path
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._past = Past()

    def store(self) -> Store:
        """Return the open database.

        Raises StoreError where it is missing, locked, damaged or a newer Rashomon's.
        """
        with self._lock:
            file = self._identity()
            if self._store is None or file != self._file:
                self.close()
                self._store = open_store(self.path, create=False)
                self._file = file
            return self._store

    def listed(self, at: datetime) -> Reader:
        """Return a store that lists the incidents as they stood at a moment, UTC.

        Raises InputError where there are too many to replay while somebody waits.
        """
        return self._past.at(self.store(), at)

    def close(self) -> None:
        """Let go of the file."""
        self._past.close()
        if self._store is not None:
            self._store.close()
        self._store = None

    def _identity(self) -> tuple[int, int] | None:
        """Return which file lies there: another one may have taken its place."""
        if isinstance(self.path, Server):
            return None  # nobody swaps a server's database under us
        try:
            there = self.path.stat()
        except OSError as error:
            self.close()
            if isinstance(error, FileNotFoundError):
                return None
            raise StoreError(
                f"{self.path}: cannot be read ({error.strerror}); check its permissions"
            ) from error
        return there.st_dev, there.st_ino
