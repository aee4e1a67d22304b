"""Other sites are kept out, and what a report says is never more than words."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

PAGES = ("/", "/documents", "/documents/hostile", "/sources", "/runs", "/feed.atom")


def test_nothing_from_elsewhere_and_nothing_inline_may_run(reader: TestClient) -> None:
    """The policy of every answer, errors included, names our own files only."""
    for address in ("/", "/nowhere", "/static/page.css"):
        policy = reader.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_pages_hold_no_inline_script_and_no_inline_style(reader: TestClient) -> None:
    """The policy would block them."""
    for address in PAGES:
        page = reader.get(address).text
        assert "<script>" not in page
        assert "style=" not in page
        assert " onclick=" not in page


@pytest.mark.parametrize("address", PAGES)
def test_a_hostile_report_is_only_words(reader: TestClient, address: str) -> None:
    """No tag of its own, no link of its own."""
    page = reader.get(address).text
    for tag in ("<script>alert", "<img src=x", "<svg onload"):
        assert tag not in page
    assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "127.0.0.2"]
)
def test_a_foreign_name_is_not_answered(reader: TestClient, host: str) -> None:
    """A page elsewhere whose name is bent to this machine gets nothing."""
    assert reader.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:1", "[::1]:8000"])
def test_our_own_names_are_answered(reader: TestClient, host: str) -> None:
    """With any port."""
    assert reader.get("/", headers={"host": host}).status_code == 200


def test_nothing_can_be_changed_without_review(reader: TestClient) -> None:
    """Whatever is posted, and the pages of review are not there."""
    answer = reader.post("/review/note", headers={"origin": "http://localhost"})
    assert answer.status_code == 405
    assert reader.get("/review").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_a_change_must_come_from_our_own_page(
    reviewer: TestClient, headers: dict[str, str]
) -> None:
    """A form elsewhere that posts here is refused."""
    form = {"person": "Ada", "target": "inc_x", "note": "x"}
    assert reviewer.post("/review/note", data=form, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/%00",
    ],
)
def test_no_path_leaves_the_folder(reader: TestClient, address: str) -> None:
    """Only what was made for the page is given out."""
    assert reader.get(address).status_code == 404
