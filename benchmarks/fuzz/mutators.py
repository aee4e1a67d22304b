"""Ways to damage bytes, each drawn from one seeded source: the same seed, the same input."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from random import Random

# No input is larger: what grows under repetition must not be the test's own doing.
MAX_BYTES = 400_000
# One damage alone goes deepest: what is broken in many places is refused at the door.
STEPS = (1, 1, 1, 2, 3, 4)

_DIGITS = re.compile(rb"\d+")
_NUMBERS = (
    b"-1", b"0", b"99999999999999999999", b"9" * 400, b"9" * 5000, b"1e999", b"-0.0",
    b"NaN", b"Infinity", b"2147483648", b"4294967296", b"18446744073709551616",
    b"0x7fffffff", "١٢٣".encode(), "½".encode(), "²".encode(), b"1,000,000,000,000",
)  # fmt: skip
_MARKS = (
    "\0", "\x07", "\x1b[2J", "\x1b]0;x\x07", "\x85", "\x9b31m", "\u202e", "\u2066",
    "\u2069", "\u200b", "\ufeff", "\u2028", "\ufffe", "\U000e0041", "\U0010ffff",
    "e\u0301" * 40, "\u0338" * 300, "ﷺ", "İ", "ß", "ﬃ", "\U0001f469\u200d\U0001f467",
)  # fmt: skip
_BROKEN = (
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
    b"\xfe",
)
# Words that the formats themselves take for more than text.
_WORDS = (
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;",
    b"&#0;", b"&#xD800;", b"&#1114112;", b"<?xml version='1.0' encoding='utf-7'?>",
    b"<?xml version='1.1' encoding='none'?>", b"<script>", b"</body>", b"<table>",
    b"<meta charset=idna>", b"<meta charset=unicode_escape>", b"<meta charset=utf-16>",
    b"<base href='//['>", b'"', b"'", b'\\ud800', b"\\u0000", b"{", b"}", b"[", b"]",
    b",", b";", b"\t", b"\r", b"\n", b"\r\n\r\n", b"null", b"true", b"=cmd|' /C calc'!A0",
    b"WARC/1.0\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n",
    b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n", b"http://[::1",
    b"http://a:99999999/", b"javascript:alert(1)", b"file:///etc/hosts", b"../../x",
    b"Thu, 32 Foo 99999 25:61:61 +9999", b"0000-00-00", b"9999-12-31T23:59:60Z",
    b"2024-02-30", b"<a" + b" a=1" * 200 + b">", b"${x}", b"{{7*7}}", b"%s%n", b"'; --",
)  # fmt: skip
_NESTS = (
    (b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"<item>", b"</item>"),
    (b"(", b")"), (b"\xe2\x80\x9c", b"\xe2\x80\x9d"), (b'"', b'"'), (b"<b><i>", b""),
    (b"a.b = {", b"}"), (b"<outline>", b"</outline>"),
)  # fmt: skip
_CODECS = ("utf-16", "utf-16-le", "utf-32", "cp1251", "cp037", "utf-7", "gb18030")

Mutator = Callable[[Random, bytes, Sequence[bytes]], bytes]


def flip(rng: Random, data: bytes, __: Sequence[bytes]) -> bytes:
    """Turn some bits around."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 40))):
        if out:
            out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def cut(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Keep the beginning or the end."""
    at = rng.randrange(len(data) + 1)
    return data[:at] if rng.random() < 0.8 else data[at:]


def drop(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Take a piece out of the middle."""
    a, b = _stretch(rng, data)
    return data[:a] + data[b:]


def splice(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Go on with the end, or a piece, of another sample."""
    other = rng.choice(others)
    a, b = _stretch(rng, other)
    at = rng.randrange(len(data) + 1)
    if rng.random() < 0.5:
        return data[:at] + other[a:]
    return data[:at] + other[a:b] + data[at:]


def repeat(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Say a piece again and again."""
    a, b = _stretch(rng, data)
    times = rng.choice((2, 3, 10, 100, 1000, 10_000))
    return data[:a] + data[a:b] * min(times, MAX_BYTES // (b - a + 1) + 1) + data[b:]


def renumber(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put another number, giant, negative or none at all, where one stands."""
    found = list(_DIGITS.finditer(data))
    if not found:
        return _put(rng, data, rng.choice(_NUMBERS))
    number = rng.choice(found)
    return data[: number.start()] + rng.choice(_NUMBERS) + data[number.end() :]


def nest(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put brackets or elements around a piece, up to very deep."""
    a, b = _stretch(rng, data)
    left, right = rng.choice(_NESTS)
    depth = rng.choice((1, 3, 50, 300, 2000, 30_000))
    depth = min(depth, MAX_BYTES // (len(left) + len(right)))
    return data[:a] + left * depth + data[a:b] + right * depth + data[b:]


def mark(rng: Random, data: bytes, __: Sequence[bytes]) -> bytes:
    """Put control, bidirectional or combining characters in, or bytes that are none."""
    for _ in range(rng.choice((1, 1, 3, 20))):
        sign = (
            rng.choice(_MARKS).encode() if rng.random() < 0.7 else rng.choice(_BROKEN)
        )
        data = _put(rng, data, sign * rng.choice((1, 1, 1, 50)))
    return data


def word(rng: Random, data: bytes, __: Sequence[bytes]) -> bytes:
    """Put in a word that a format takes for more than text."""
    for _ in range(rng.choice((1, 1, 2, 6))):
        data = _put(rng, data, rng.choice(_WORDS))
    return data


def noise(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Write random bytes over a piece."""
    a, b = _stretch(rng, data)
    return data[:a] + rng.randbytes(b - a) + data[b:]


def recode(rng: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Write the text in another encoding."""
    text = data.decode("utf-8", errors="replace")
    return text.encode(rng.choice(_CODECS), errors="replace")


MUTATORS: tuple[Mutator, ...] = (
    flip, cut, drop, splice, repeat, renumber, nest, mark, word, noise, recode,
)  # fmt: skip


def damaged(seed: str, samples: Sequence[bytes], *, zipped: bool = False) -> bytes:
    """Return the one input that a seed makes of the samples, never over the limit.

    Of zipped samples half are damaged before zipping, so that what is within is reached.
    """
    rng = Random(seed)
    data = rng.choice(samples)
    within = zipped and rng.random() < 0.5
    plain = [gzip.decompress(s) for s in samples] if within else list(samples)
    data = gzip.decompress(data) if within else data
    for _ in range(rng.choice(STEPS)):
        data = rng.choice(MUTATORS)(rng, data, plain)[:MAX_BYTES]
    return gzip.compress(data, mtime=0) if within else data


def _stretch(rng: Random, data: bytes) -> tuple[int, int]:
    """Return where a piece begins and ends; short pieces are commoner than long ones."""
    a = rng.randrange(len(data) + 1)
    length = rng.choice((1, 4, 16, 64, 256, len(data) or 1))
    return a, min(len(data), a + rng.randint(1, length))


def _put(rng: Random, data: bytes, piece: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + piece + data[at:]
