"""Text comes out as it was written, whatever bytes carried it."""

from __future__ import annotations

import codecs
import encodings
import pkgutil

import pytest

from rashomon.ingest.encodings import decode, looks_binary

RUSSIAN = (
    "Беспилотник попал в здание завода на окраине города Верин. Ранены пятеро,"
    " сообщил глава района."
)
SAMPLES = {
    "cp1251": RUSSIAN,
    "koi8_r": RUSSIAN,
    "cp866": RUSSIAN,
    "cp1252": "“It was a drone,” the mayor of Verin said – five men, Ana Muñoz añadió.",
    "cp1250": "W Werynie zginęły dwie osoby, a pięć zostało rannych, straż gasi ogień.",
    "cp1254": "Saldırıda iki kişi öldü, beş kişi yaralandı; şehirde patlama duyuldu.",
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_a_legacy_encoding_is_told_from_one_sentence(encoding: str) -> None:
    """Nothing declares it, and the letters still come out right."""
    text = SAMPLES[encoding]
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_head_decides(encoding: str) -> None:
    """The mark is no part of the text."""
    assert decode(RUSSIAN.encode(encoding))[0] == RUSSIAN


def test_one_broken_byte_does_not_garble_a_utf8_text() -> None:
    """A scar stays a scar: the rest is read as UTF-8."""
    raw = RUSSIAN.encode()
    text, encoding = decode(raw[:60] + b"\xff" + raw[60:])
    assert encoding == "utf-8"
    assert text.replace("\ufffd", "") == RUSSIAN


def test_a_page_may_declare_its_encoding() -> None:
    """One letter is too few to tell by, so it is read as the page says."""
    page = b'<meta charset="cp1250"> Kope\xe8'
    assert decode(page, html=True) == ('<meta charset="cp1250"> Kopeč', "cp1250")


def test_what_the_server_declares_comes_before_the_page() -> None:
    """The header is about the bytes; the page may have been converted since."""
    page = b'<meta charset="cp1252"> Kope\xe8'
    assert decode(page, html=True, declared="cp1250")[0].endswith("Kopeč")


@pytest.mark.parametrize(
    "name",
    [m.name for m in pkgutil.iter_modules(encodings.__path__)] + ["x" * 300, "zip"],
)
def test_no_declared_encoding_can_break_the_reading(name: str) -> None:
    """What comes out can be written down, codecs that are no encodings included."""
    page = b'<meta charset="' + name.encode() + b'"> \\ud800 +2AA- \\N{x} caf\xe9'
    for told in (decode(page, html=True), decode(page, declared=name)):
        assert told[0].encode("utf-8")


def test_binary_data_is_no_text() -> None:
    """A NUL without a mark of UTF-16, or many controls."""
    assert looks_binary(b"PK\x03\x04\x00\x00")
    assert looks_binary(bytes(range(1, 256)) * 4)
    assert not looks_binary(codecs.BOM_UTF16_LE + "word".encode("utf-16-le"))
    assert not looks_binary(RUSSIAN.encode("cp1251"))
