"""A page's article and what the page says of itself, however much that is."""

from __future__ import annotations

import json
import time

import pytest

from rashomon.clean.html import MAX_FIELDS, extract

WORDS = (
    "A drone hit a bakery in Verin on 1 May, and five people were killed, the mayor said."
    " Streets were closed and schools stayed empty for the whole day."
)
PAGE = (
    '<html lang="en"><head>{head}</head><body><article><h1>Bakery hit</h1>'
    f"<p>{WORDS}</p><p>{WORDS[::-1]}</p></article></body></html>"
)
TOLD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bakery hit",
    "datePublished": "2024-05-02",
    "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
}


def _script(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_long_data_still_tell_title_outlet_and_date() -> None:
    """A whole article in JSON is shortened, and read."""
    data = json.dumps({**TOLD, "articleBody": WORDS * 300, "comment": [WORDS] * 300})
    found = extract(PAGE.format(head=_script(data)), None)
    assert found is not None
    assert (found.title, found.source, found.published) == (
        "Bakery hit",
        "Harbour Gazette",
        "2024-05-02",
    )


@pytest.mark.parametrize(
    "head",
    [
        _script(json.dumps({**TOLD, "author": {"name": "Ana Dol" + "€ " * 150_000}})),
        _script('"author": {"name": "Ana Dol' + "€ " * 150_000 + '" x'),
        _script("[" * 150_000 + "]" * 150_000),
        _script('"author"' * 30_000),
        _script('"author" "names" ' * 300) * 200,
        f'<meta name="author" content="Ana Dol{"€ " * 150_000}">',
        f'<meta property="og:author" content="Ana {"[" * 150_000}">',
        "".join(f'<meta name="author" content="A{n} Dol">' for n in range(40_000)),
    ],
    ids=[
        "author",
        "broken",
        "nested",
        "names",
        "scripts",
        "field",
        "brackets",
        "fields",
    ],
)
def test_hostile_data_cost_no_time(head: str) -> None:
    """The article is read all the same."""
    before = time.process_time()
    found = extract(PAGE.format(head=head), None)
    assert time.process_time() - before < 8.0
    assert found is not None
    assert WORDS in found.text


def test_fields_of_an_ordinary_page_are_all_read() -> None:
    """The outlet stands in the last of as many as are read."""
    plain = '<meta name="generator" content="none">' * (MAX_FIELDS - 1)
    named = '<meta property="og:site_name" content="Harbour Gazette">'
    found = extract(PAGE.format(head=plain + named), None)
    assert found is not None
    assert found.source == "Harbour Gazette"
