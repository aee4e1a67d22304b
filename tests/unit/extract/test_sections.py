"""Round-ups: places below one another, days that open a sentence, many deeds in few words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.ingest.read import read_inputs
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.document import RawDocument
from rashomon.model.value import Where
from rashomon.pipeline.stages import read_batch


def told(folder: Path, text: str) -> list[Account]:
    """Return the accounts of a report of 4 March 2024, read as any report is."""
    file = folder / "report.jsonl"
    file.write_text(json.dumps({"text": text, "published": "2024-03-04"}), "utf-8")
    found = [r for r in read_inputs([str(file)]) if isinstance(r, RawDocument)]
    return [account for read in read_batch(found) for account in read.accounts]


def places(account: Account) -> set[str]:
    """Return the names of the places that an account claims."""
    return {
        claim.value.name
        for claim in account.claims
        if claim.attribute is Attribute.PLACE and isinstance(claim.value, Where)
    }


ROUND_UP = """Night of raids: what is known

{first}
A drone set a bakery on fire, the mayor said, and two people were killed.

{second}
Shells fell on a school. Three people were wounded there.
"""


def test_a_section_says_where_its_sentences_are(tmp_path: Path) -> None:
    """Each line with a name alone heads what stands below it."""
    both = told(tmp_path, ROUND_UP.format(first="Poltava region", second="Odesa"))
    named = [places(account) for account in both]
    assert any("Odesa" in some for some in named)
    assert any("Poltava" in "".join(some) for some in named)
    assert not any(len(some) > 1 for some in named)


def test_a_heading_is_a_line_however_its_words_are_parted(tmp_path: Path) -> None:
    """The parser makes two sentences of "Poltava region" here; the line is one."""
    text = (
        "Round-up of the night\n\nPoltava region\nA drone set a bakery on fire, the governor"
        " said, and two people were killed.\n\nOdesa\nShells fell on a school."
    )
    assert sorted(map(places, told(tmp_path, text)), key=sorted) == [
        {"Odesa"},
        {"Poltava"},
    ]


def test_one_line_with_a_name_heads_nothing(tmp_path: Path) -> None:
    """It is a dateline, or says where a picture was taken."""
    one = told(tmp_path, ROUND_UP.format(first="Odesa", second="By our staff"))
    assert len(one) == 1


REPORT = (
    "Rebels kill 12 in raid on hostel in Kaduna\n\n"
    "Gunmen killed 12 men in a raid on a hostel in Kaduna late on Friday, the"
    " police said. Nine others were wounded.\n\n{}"
)


@pytest.mark.parametrize(
    ("sentence", "accounts"),
    [
        ("In January a bomb killed 40 worshippers in a mosque there.", 2),
        ("On 20 February gunmen killed six people there.", 2),
        ("On Friday gunmen killed people on the road there.", 1),
    ],
)
def test_a_sentence_that_opens_with_another_day_is_of_another_incident(
    tmp_path: Path, sentence: str, accounts: int
) -> None:
    """Even where the place is the same, and a month is all that is told of the day."""
    assert len(told(tmp_path, REPORT.format(sentence))) == accounts


def test_a_list_of_deeds_in_few_words_is_a_report(tmp_path: Path) -> None:
    """No sentence of it tells much; one of them alone is none."""
    listed = (
        "Staff: a long night for the enemy\n\nOur units were at work again."
        " The powder works in Veltsk was struck. The depot in Brodna was hit."
        " A radar in Lubrik was struck. The pier was hit. Detonations went on for hours."
    )
    assert told(tmp_path, listed)
    assert not told(tmp_path, listed.split(" The powder", maxsplit=1)[0])
