"""Addresses are safe whatever things are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.links import Live, Site, is_plain, slug, web_address


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_file_name_is_plain_and_its_own(one: str, other: str) -> None:
    """Different names never share a file, and none leads out of its folder."""
    assert is_plain(slug(one)) or slug(one) == one
    assert "/" not in slug(one)
    assert not slug(one).startswith(".")
    assert one == other or slug(one) != slug(other)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:x", "//e.example", "http://",
     "file:///etc/passwd", None, "http://[::1"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked_to(url: str | None) -> None:
    """Nothing that could run, nothing of this machine's files."""
    assert web_address(url) is None


def test_an_odd_document_id_is_asked_for_by_a_field() -> None:
    """A path would be tidied by browsers on the way."""
    assert Live().document("a-1.txt", "clm_x") == "/documents/a-1.txt#clm_x"
    assert Live().document("../x") == "/documents?id=..%2Fx"
    assert Live().document("x.json") == "/documents?id=x.json"


def test_pages_of_a_site_find_each_other_from_any_depth() -> None:
    """By the way up to the folder of the site."""
    assert Site(1).incident("inc_1") == "../incidents/inc_1.html"
    assert Site(0).page("incidents", {"page": "2"}) == "incidents-2.html"
    assert Site(1).page("incidents", {"q": "x"}) == "../index.html?q=x"
