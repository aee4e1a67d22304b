"""The list of incidents as it stood: a catalogue of its own for a moment that is asked for.

Every filter, the timeline and the map are asked of it as of the present one. The latest
few moments are kept, until the database changes.
"""

from __future__ import annotations

import shutil
import threading
import weakref
from collections import OrderedDict
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from rashomon.errors import InputError
from rashomon.pipeline import replay
from rashomon.store.reader import Reader
from rashomon.store.sqlite import Store, open_store

# A moment of so many incidents is replayed in some seconds; more keep a reader waiting.
MOST_INCIDENTS = 20_000
KEPT = 4

_Key = tuple[str, str | None, int, datetime]


class Past:
    """Keeps the catalogues of the moments that were last asked for."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._kept: OrderedDict[_Key, tuple[Path, Store]] = OrderedDict()
        self._made = 0

    def at(self, store: Reader, at: datetime) -> Reader:
        """Return a store that lists the incidents as they stood at a moment, UTC.

        Raises InputError where there are too many to replay while somebody waits.
        """
        held = store.standing()
        if held.incidents > MOST_INCIDENTS:
            raise InputError(
                f"as_of: {held.incidents} incidents are too many to replay here; ask"
                " for one of them, or `rashomon list --as-of` for all"
            )
        key = (held.evidence, held.concluded, len(store.decisions()), at)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._replayed(store, at)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                _, (file, oldest) = self._kept.popitem(last=False)
                oldest.close()
                with suppress(OSError):  # somebody may be reading it still
                    file.unlink()
            return self._kept[key][1]

    def close(self) -> None:
        """Let go of every moment and of their files."""
        for _, kept in self._kept.values():
            kept.close()
        self._kept.clear()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    def _replayed(self, store: Reader, at: datetime) -> tuple[Path, Store]:
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="rashomon-past-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._made += 1
        file = self._folder / f"{self._made}.db"
        listed = open_store(file)
        listed.list_records(replay.as_of(store, at))
        return file, listed
