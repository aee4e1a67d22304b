"""The dossier of one incident: one HTML page that stands alone and prints well.

Nothing of it is fetched or run: no script, no picture, and a policy that allows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from rashomon.model.claim import Claim
from rashomon.model.finding import Finding, Position
from rashomon.publish.fields import Told
from rashomon.publish.jsonl import sorted_claims
from rashomon.publish.plain import one_line
from rashomon.publish.summary import sentences
from rashomon.publish.wording import (
    attribute_words,
    claim_words,
    finding_words,
    since_words,
    status_words,
    value_words,
)

_STYLE = (
    "body{font:11pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#111;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;"
    "border-bottom:1px solid #bbb}blockquote{margin:.2rem 0;padding-left:.6rem;"
    "border-left:2px solid #888}tr,blockquote,li{break-inside:avoid}"
    "thead{display:table-header-group}@page{margin:2cm}"
    "@media print{body{margin:0;max-width:none}}"
)


def dossier_lines(told: Told) -> Iterator[str]:
    """Yield the page: what is published, every claim with its words, every document."""
    title = _text(told.record.title)
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1><p>{_text(told.record.incident.id)}</p>"
    for sentence in sentences(told.record):
        yield f"<p>{_text(sentence)}</p>"
    yield "<h2>What the sources add up to</h2><table><thead><tr><th scope=col>What"
    yield "<th scope=col>Published<th scope=col>Status<th scope=col>Why</thead><tbody>"
    for finding in told.record.findings:
        yield _finding_row(finding)
    yield "</tbody></table><h2>Each value that is claimed</h2><table><thead><tr>"
    yield "<th scope=col>What<th scope=col>Value<th scope=col>Independent voices"
    yield "<th scope=col>Since</thead><tbody>"
    for finding in told.record.findings:
        for position in finding.positions:
            yield _position_row(finding, position)
    yield "</tbody></table><h2>What each source says</h2><table><thead><tr>"
    yield "<th scope=col>What<th scope=col>Said<th scope=col>By<th scope=col>In the words"
    yield "</thead><tbody>"
    for claim in sorted_claims(told.record):
        yield _claim_row(told, claim)
    yield "</tbody></table><h2>Documents</h2><ol>"
    for document in told.cited:
        parts = (
            document.source,
            document.title,
            document.published.value,
            document.url,
        )
        yield f"<li>{_text('. '.join(p for p in (document.id, *parts) if p))}</li>"
    yield "</ol></body></html>"


def _text(words: str) -> str:
    return escape(one_line(words))


def _finding_row(finding: Finding) -> str:
    cells = (
        attribute_words(finding.attribute),
        finding_words(finding),
        status_words(finding),
        "; ".join(why for why in (finding.why, finding.relation_why) if why),
    )
    return _row(cells)


def _position_row(finding: Finding, position: Position) -> str:
    denied = f", denied {len(position.denied_by)} times" if position.denied_by else ""
    cells = (
        attribute_words(finding.attribute),
        value_words(position.value),
        f"{len(position.origins)}{denied}",
        since_words(position).removeprefix("since "),
    )
    return _row(cells)


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in cells) + "</tr>"


def _claim_row(told: Told, claim: Claim) -> str:
    document = told.documents[claim.document_id]
    outlet = document.source or document.id
    by = f"{claim.speaker.name}, in {outlet}" if claim.speaker else outlet
    words = claim_words(claim, told.record.day_told(claim))
    said = f"{words} ({claim.stance.value})"
    cells = (attribute_words(claim.attribute), said, by)
    told_by = "".join(f"<td>{_text(cell)}</td>" for cell in cells)
    quote = _text(claim.span.of(document.text))
    return f"<tr>{told_by}<td><blockquote>{quote}</blockquote></td></tr>"
