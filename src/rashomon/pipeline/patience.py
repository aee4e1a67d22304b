"""How much of the processor one document may take before it is given up.

What a page may hold is bounded where it is known to be dear. This is for the rest: a
pattern of a library that takes an hour for a text made for it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.errors import TimeLimitError

# Five megabytes in one line, the most that is read at all, take 10 to 20 s.
LIMIT_S = 120.0
# Code that lets no error through is interrupted again and again, until it is left.
AGAIN_S = 1.0


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Let what is done within take so much processor time of this process at most.

    Raises TimeLimitError there. Only in the main thread, where signals are heard; in
    another one, as in a worker of Dask's, nothing is limited.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeLimitError(f"it took more than {seconds:g} s of the processor")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
