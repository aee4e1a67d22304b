"""The scene of a document: what its other names say of one name."""

from __future__ import annotations

import time

from rashomon.link import places
from rashomon.link.scene import Scene, scene_of
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind
from rashomon.store.gazetteer import Entry, Feature, open_gazetteer


def _town(number: int, lat: float, lon: float, country: str = "PL") -> Entry:
    return Entry(number, f"T{number}", lat, lon, country, "A", 1, Feature.PLACE, 900)


def test_a_name_does_not_speak_for_itself() -> None:
    """Only other names support the country of a name."""
    scene = scene_of([("Alma", _town(1, 50, 20)), ("Alma", _town(2, 50, 21))])
    assert scene.support("PL", "alma") == 0.0
    assert scene.support("PL", "other") == 1.0


def test_towns_close_by_are_counted_up_to_three() -> None:
    """Neighbours within 150 km count, of other names only, and no more than three."""
    near = [(f"n{i}", _town(i, 50.0, 20.0 + i / 10)) for i in range(1, 7)]
    scene = scene_of([*near, ("far", _town(9, 10.0, 20.0))])
    assert scene.neighbours(_town(50, 50.0, 20.0), "here") == 3
    assert scene.neighbours(_town(51, 10.0, 20.0), "far") == 0


def test_neighbours_are_found_across_the_date_line() -> None:
    """Two towns on either side of the 180th meridian are close."""
    scene = scene_of([("east", _town(1, 65.0, -179.9))])
    assert scene.neighbours(_town(2, 65.0, 179.9), "west") == 1


def test_an_empty_scene_says_nothing() -> None:
    """Before anything is resolved no country is supported and nothing is near."""
    assert Scene().support("PL", "x") == 0.0
    assert Scene().neighbours(_town(1, 0.0, 0.0), "x") == 0


def test_a_text_of_nothing_but_names_is_resolved_in_good_time() -> None:
    """Ten thousand: time grows with the names, not with their square (2,000 once took 70 s)."""
    names = ["Springfield", "San Juan", "Victoria", "Newtown", "Georgetown"] * 2000
    text, mentions = "", []
    for name in names:
        start = len(text) + 3
        text += f"in {name}. "
        span = Span(start, start + len(name))
        mentions.append(Mention(span, name, MentionKind.PLACE))
    begun = time.process_time()
    found = places.resolve(text, mentions, open_gazetteer(), language="en")
    assert len(found) == len(names)
    assert time.process_time() - begun < 40
