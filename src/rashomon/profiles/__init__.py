"""Codebook profiles: how ACLED, UCDP, Airwars and others read the same claims."""

from rashomon.profiles.codes import Code
from rashomon.profiles.figures import Figure
from rashomon.profiles.reading import (
    ROWS,
    Reading,
    cell_words,
    read,
    read_codebooks,
    reading_json,
)
from rashomon.profiles.rules import Codebook, codebooks
from rashomon.profiles.sources import Source, Sources, read_sources

__all__ = [
    "ROWS",
    "Code",
    "Codebook",
    "Figure",
    "Reading",
    "Source",
    "Sources",
    "cell_words",
    "codebooks",
    "read",
    "read_codebooks",
    "read_sources",
    "reading_json",
]
