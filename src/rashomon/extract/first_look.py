"""The first look: whether a report can tell of an incident at all, before the rest is read.

Names, places, counts, times and speech cost more than sentences and the heads together,
and most of a day's news tells of no incident. What is passed over has no sentence that
the heads hold even remotely likely to tell of one, and no word for what they do not know.
"""

from __future__ import annotations

from rashomon.extract import heads, triggers
from rashomon.extract.incident_types import OPEN_KINDS
from rashomon.extract.reading import Reading
from rashomon.model.document import Span

# No account was read in any of the English reports looked at whose surest sentence has a
# lower chance than 0.25; see docs/decisions/0020-speed.md for what was counted.
MIN_CHANCE = 0.05


def may_report(text: Reading) -> bool:
    """Say whether any account can come of a text; its names need not be known yet."""
    found = triggers.of(text)
    if not text.parsed:
        return bool(found)
    seen = heads.read(text).types
    chances = (kinds.get(name, 0.0) for kinds in seen for name in triggers.BY_HEAD)
    if max(chances, default=0.0) >= MIN_CHANCE:
        return True
    if any(trigger.type not in OPEN_KINDS for trigger in found):
        return True
    # What the heads do not read (a fragment, the end of a long text) they do not doubt.
    unread = _unread(text, seen)
    return any(span.contains(trigger.span) for trigger in found for span in unread)


def _unread(text: Reading, seen: heads.Kinds) -> list[Span]:
    sentences = text.sentences()
    return [s for n, s in enumerate(sentences) if n >= len(seen) or not seen[n]]
