"""Every exception that Rashomon raises on purpose.

An error names its subject, the reason and the next step, and derives from the
built-in that a caller would expect. This module imports nothing of the package.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Base of every error that Rashomon raises on purpose."""


class InvariantError(RashomonError, AssertionError):
    """We broke a rule of our own: always a bug in Rashomon, never in the input."""


class InputError(RashomonError, ValueError):
    """An input cannot be read at all; the message names it, the reason and a way on."""


class StoreError(RashomonError):
    """The database cannot be opened, read or written."""


class SchemaVersionError(StoreError):
    """The database was written by a newer Rashomon than this one."""


class ArchiveError(RashomonError):
    """What was fetched cannot be kept as a web archive."""


class EngineError(RashomonError):
    """The machines that were to read cannot be had."""


class TimeLimitError(RashomonError):
    """A document took more of the processor than one may; it is given up."""


class GazetteerError(RashomonError):
    """The gazetteer is missing or damaged."""


class UnknownIncidentError(RashomonError, LookupError):
    """No incident in this database has the id (or beginning of an id) asked for."""


class UnknownAttributeError(RashomonError, LookupError):
    """No such attribute is in the contract, or the incident has none of it."""


class DecisionError(RashomonError, ValueError):
    """A decision cannot be taken down: its target is not there, or it makes no sense."""


class PublishError(RashomonError):
    """A file cannot be written in the format asked for."""
