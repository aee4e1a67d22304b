"""How much of the processor one document may take before it is given up.

What a page may hold is bounded where it is known to be dear. This is for the rest: a
pattern of a library that takes an hour for a text made for it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rashomon.errors import TimeLimitError

# Five megabytes in one line, the most that is read at all, take 10 to 20 s.
LIMIT_S = 120.0
# Code that lets no error through is interrupted again and again, until it is left.
AGAIN_S = 1.0


# Whether the thread is one of a worker, a process that may be ended and is replaced.
_HERE = threading.local()

_Asked = TypeVar("_Asked")
_Got = TypeVar("_Got")


def in_worker(work: Callable[[_Asked], _Got], asked: _Asked) -> _Got:
    """Do work in a thread of a worker: what takes too long there ends its process.

    Signals are heard in the main thread only, and a pattern of too many ways lets no
    other thread run; so the system ends the process, and whoever handed the work out
    finds a document that killed its worker, and names it.
    """
    _HERE.ends = True
    try:
        return work(asked)
    finally:
        _HERE.ends = False


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Let what is done within take so much processor time of this process at most.

    Raises TimeLimitError there, in the main thread, where signals are heard. In a
    worker's thread (``in_worker``) the process ends; in any other nothing is limited.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main and not getattr(_HERE, "ends", False):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeLimitError(f"it took more than {seconds:g} s of the processor")

    before = signal.signal(signal.SIGVTALRM, stop) if main else None
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if main:
            signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
