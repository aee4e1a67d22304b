"""Names at the head of a line that say where a report was written."""

from __future__ import annotations

import re

from rashomon.model.mention import Toponym

# "KYIV (Agency) —", "DUBAI, May 27. /TASS/.", "New Delhi:": where a report was written.
_DATELINE = re.compile(
    r"^(?:/[A-Z][\w .'’-]{1,25})?(?:,? ?[\w .]{0,25})?\s*(?:\([^)\n]{2,40}\)|/[A-Z]+/|[A-Z][a-z]{2,8}\.? \d{1,2}\b[^\n]{0,12})?\s*(?:[—–:•]|--| - |\. /)"
)
# "ALTON/BORTON (Agency)", "The Paper - Alton" on a line of its own.
_WITH_ANOTHER = re.compile(r"[A-ZÀ-Þ][\w .'’-]{1,25}/")
_OF_AN_OUTLET = re.compile(r"[^a-zà-ÿ]*(?:[A-Z·•|][\w'’.]*[ ·•|-]+){1,6}[-–—·•|] ?")


# "Alton: five dead in a knife attack": of a headline, where it was.
MAX_HEADLINE = 140


def _heads(text: str, rest: str) -> bool:
    """Say whether a name at the head of a text is its headline's, before a colon."""
    line, _, body = text.partition("\n")
    return rest.startswith(":") and bool(body) and len(line) <= MAX_HEADLINE


def is_dateline(text: str, toponym: Toponym) -> bool:
    """Say whether a name stands at the head of a line as the place of writing."""
    line_start = text.rfind("\n", 0, toponym.span.start) + 1
    lead = text[line_start : toponym.span.start].strip(' #“"')
    rest = text[toponym.span.end : toponym.span.end + 60]
    if not lead and line_start == 0 and _heads(text, rest):
        return False
    if _WITH_ANOTHER.fullmatch(lead):
        lead = ""
    if _OF_AN_OUTLET.fullmatch(lead) and not rest.split("\n")[0].strip():
        return True
    if not lead:
        # "KYIV Russian rockets struck": in capitals, where the report was written.
        name = toponym.span.of(text)
        shouted = name.isupper() and len(name) > 3 and not rest.lstrip()[:12].isupper()
        return shouted or bool(_DATELINE.match(rest))
    # "The Paper (Lagos)" on a line of its own: where the paper is.
    return lead.endswith("(") and bool(re.match(r"\)\s*(?:\n|$)", rest))
