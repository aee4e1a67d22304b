"""Places that the gazetteer does not list."""

from __future__ import annotations

import pytest

from rashomon.link import places
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision
from rashomon.pipeline.stages import gazetteer


def _resolve(text: str, names: list[str]) -> list[Toponym]:
    mentions = []
    for name in names:
        at = text.index(name)
        while at >= 0:
            span = Span(at, at + len(name))
            mentions.append(Mention(span, name, MentionKind.UNKNOWN))
            at = text.find(name, at + 1)
    mentions.sort(key=lambda m: m.span)
    return places.resolve(text, mentions, gazetteer(), language="en")


@pytest.mark.parametrize(
    ("text", "names", "precision"),
    [
        (
            "Two men died in Quillsby, Tennessee, on Monday. Quillsby has no police.",
            ["Quillsby", "Tennessee"],
            GeoPrecision.REGION,
        ),
        (
            "A boy was shot in Quillsby, in Box Elder County, Utah, police in Quillsby said.",
            ["Quillsby", "Box Elder County", "Utah"],
            GeoPrecision.DISTRICT,
        ),
        (
            "Two died in Quillsby, Tennessee, a part of Hardeman County; men of Quillsby,"
            " Tennessee, were held in Shelby County.",
            ["Quillsby", "Tennessee", "Hardeman County", "Shelby County"],
            GeoPrecision.DISTRICT,
        ),
        (
            "Gunmen stopped a bus in the Quillsby district of Balochistan. Quillsby is poor.",
            ["Quillsby", "Balochistan"],
            GeoPrecision.REGION,
        ),
    ],
)
def test_an_unlisted_village_takes_its_containers_point(
    text: str, names: list[str], precision: GeoPrecision
) -> None:
    """The name is kept wherever it stands; precision and note say whose point it is."""
    found = [t for t in _resolve(text, names) if t.text == "Quillsby"]
    assert len(found) == 2
    for toponym in found:
        where = toponym.where
        assert where is not None
        assert (where.name, where.precision) == ("Quillsby", precision)
        assert where.geonameid is None
        assert where.note is not None
        assert where.note.startswith("not in the gazetteer")


def test_a_namesake_elsewhere_is_no_pin_for_it() -> None:
    """ "Frederick, S.D." is not Frederick in Maryland."""
    text = "Fire broke out in Frederick, S.D., on Sunday."
    found = {t.text: t.where for t in _resolve(text, ["Frederick", "S.D."])}
    where = found["Frederick"]
    assert where is not None
    assert (where.admin1, where.precision) == ("South Dakota", GeoPrecision.REGION)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The deputy, Karl Quillsby, Texas ranger, left.", ["Quillsby", "Texas"]),
        ("Two men died in Quillsby on Monday.", ["Quillsby"]),
        ("Two men died in Dayton, Ohio.", ["Dayton", "Ohio"]),
    ],
)
def test_nothing_is_made_up(text: str, names: list[str]) -> None:
    """No word of place, no container, or a place that is listed: nothing is added."""
    found = _resolve(text, names)
    assert not [t for t in found if t.where and t.where.note]
