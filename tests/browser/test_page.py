"""What a person does in a browser; no error in the console, no request elsewhere.

Both of the latter are held after every test, by the fixture that opens pages.
"""

from __future__ import annotations

from typing import Any

import pytest


def _count(page: Any) -> int:
    return int(page.locator(".count strong").first.inner_text())


def _drawn(page: Any) -> int:
    page.locator("#map[data-drawn]").wait_for()
    return int(page.locator("#map").get_attribute("data-drawn"))


def test_the_list_and_the_map_are_there(open_page: Any) -> None:
    """As many incidents are counted as are listed, and the map has drawn."""
    page = open_page("/")
    assert page.locator("tbody tr").count() == _count(page)
    assert _drawn(page) > 0


def test_filtering_changes_list_and_address(open_page: Any) -> None:
    """Without a reload; the address can be shared, and going back undoes it."""
    page = open_page("/")
    _drawn(page)
    before = _count(page)
    page.get_by_label("Words").fill("verin")
    page.locator("tbody tr", has_text="Verin").first.wait_for()
    page.locator(".count", has_text="1 of").wait_for()
    assert "q=verin" in page.url
    page.go_back()
    page.locator(".count", has_text=f"{before} of").wait_for()


def test_a_quote_is_read_in_its_context(open_page: Any, read_quote: Any) -> None:
    """From the list to the incident, to the words, to the document they stand in."""
    page = open_page("/?q=verin")
    page.locator("tbody tr a").first.click()
    read_quote(page, "**/documents/gazette#clm_gazette_killed")


def test_two_incidents_are_merged_and_taken_apart_again(open_page: Any) -> None:
    """By forms, with a name; the log tells of both."""
    page = open_page("/")
    before = _count(page)
    ids = [row.get_attribute("data-incident") for row in page.locator("tbody tr").all()]
    page.goto(page.url + f"review/incident?id={ids[0]}")
    merge = page.locator("form[action='/review/merge']")
    merge.get_by_label("The other incident's id").fill(ids[1])
    merge.get_by_label("Your name").fill("Ada")
    merge.get_by_role("button", name="Merge").click()
    page.get_by_text("Decided").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator("tbody strong", has_text="undo").wait_for()
    page.get_by_role("link", name="Incidents").click()
    page.locator(".count", has_text=f"{before} of").wait_for()


def _tab_to(page: Any, selector: str) -> None:
    """Press Tab until an element has the focus; nothing else moves it."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_the_keyboard_is_enough_to_read(open_page: Any) -> None:
    """To skip to the content, filter, open an incident, a value and its document."""
    page = open_page("/")
    _drawn(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    _tab_to(page, "[name=q]")
    page.keyboard.type("verin")
    page.locator(".count", has_text="1 of").wait_for()
    _tab_to(page, "tbody tr a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/*")
    _tab_to(page, ".saying summary")
    page.keyboard.press("Enter")
    assert page.locator(".saying blockquote").first.is_visible()
    _tab_to(page, ".saying[open] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*#clm_*")


def test_the_keyboard_is_enough_to_decide(open_page: Any) -> None:
    """From the queue to a pair, to a decision, and to its undoing."""
    page = open_page("/review/pair?left=acc_gazette&right=acc_herald")
    _tab_to(page, "[name=person]")
    page.keyboard.type("Ada")
    _tab_to(page, "[formaction='/review/different']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?done=*")
    page.locator("tbody strong", has_text="different").wait_for()
    _tab_to(page, "tbody [name=person]")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.locator("tbody strong", has_text="undo").wait_for()


def test_a_narrow_screen_needs_no_sideways_scrolling(open_page: Any) -> None:
    """No page is wider than a telephone, also with everything opened."""
    page = open_page("/?q=verin", width=360)
    _drawn(page)
    base = page.url.partition("/?")[0]
    incident = page.locator("tbody tr a").first.get_attribute("href")
    for path in (
        "/", incident, "/documents/gazette", "/documents/hostile", "/documents",
        "/sources", "/sources?key=Harbour+Gazette", "/places", "/places?key=99",
        "/facilities", "/actors", "/runs", "/review",
        "/review/pair?left=acc_gazette&right=acc_herald",
        f"/review/incident?id={incident.removeprefix('/incidents/')}",
    ):  # fmt: skip
        page.goto(base + path)
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path


def test_the_page_is_dark_where_that_is_wished(open_page: Any) -> None:
    """The ground is dark and the words are light."""
    page = open_page("/", scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(20, 24, 26)"


def test_a_hostile_report_runs_nothing(open_page: Any) -> None:
    """Its tags are shown as words; no dialogue opens."""
    asked: list[str] = []
    page = open_page("/documents/hostile")
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()
    page.goto(page.url.replace("/documents/hostile", "/"))
    _drawn(page)
    assert asked == []


def test_a_hostile_title_is_only_words_on_the_map(open_page: Any) -> None:
    """Also in what is told where the pointer rests, and in what opens at a click."""
    page = open_page("/runs")
    told = page.request.get(page.url.replace("/runs", "/map.json?zoom=9")).json()
    title = "<img src=x onerror=alert(1)><b>Drone</b> strike"
    cell = {**told["cells"][0], "count": 1, "contested": 0}
    cell["incident"] = {**cell["incident"], "title": title, "place": title}
    page.route(
        "**/map.json*", lambda asked: asked.fulfill(json={**told, "cells": [cell]})
    )
    page.goto(page.url.replace("/runs", "/"))
    page.locator("#map[data-drawn='1']").wait_for()
    spot = page.locator("#map path.area, #map path.spot").first
    spot.hover(force=True)
    page.locator(".leaflet-tooltip").wait_for()
    assert page.locator(".leaflet-tooltip").inner_text() == title
    spot.click(force=True)
    page.locator(".leaflet-popup").wait_for()
    assert title in page.locator(".leaflet-popup").inner_text()
    assert page.locator("#map b, #map img[src=x]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["/", "INCIDENT", "/documents/gazette", "/documents", "/sources",
     "/sources?key=Harbour+Gazette", "/places", "/places?key=99", "/runs", "/review",
     "/review/pair?left=acc_gazette&right=acc_herald", "REVIEW", "/nowhere"],
)  # fmt: skip
def test_axe_finds_nothing(
    open_page: Any, seen: Any, violations: Any, path: str, scheme: str
) -> None:
    """WCAG 2.2 AA and the good practice beyond it, on every page."""
    page = open_page("/?q=verin" if path.isupper() else path, scheme=scheme)
    if path.isupper():
        link = page.locator("tbody tr a").first
        name = link.get_attribute("href")
        where = name if path == "INCIDENT" else f"/review/incident?id={name[11:]}"
        page.goto(page.url.split("?")[0].rstrip("/") + where)
        page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )
    assert violations(page) == []
    if path == "/nowhere":
        seen.errors.clear()  # the browser itself reports the 404
