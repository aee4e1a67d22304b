"""What SQLite and PostgreSQL say differently, so that the rest of the store need not.

Text is compared by its letters' numbers in both: in the language of a server's own
locale the same question would be answered in another order.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, Integer, String, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

_LETTERS = Text(collation="C")
TEXT = Text().with_variant(_LETTERS, "postgresql")
# SQLite counts as far as 64 bits anywhere.
NUMBER = Integer().with_variant(BigInteger(), "postgresql")


def word(letters: int) -> String:
    """Return the type of a word; SQLite takes longer ones, and so must PostgreSQL."""
    return String(letters).with_variant(_LETTERS, "postgresql")


class _Holds(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


def holds(text: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Say that a text holds another; ten times as fast as LIKE in SQLite."""
    return _Holds(text, part)


@compiles(_Holds)
def _instr(element: Any, compiler: Any, **options: Any) -> str:
    return f"(instr({compiler.process(element.clauses, **options)}) > 0)"


@compiles(_Holds, "postgresql")
def _strpos(element: Any, compiler: Any, **options: Any) -> str:
    return f"(strpos({compiler.process(element.clauses, **options)}) > 0)"
