"""What made a record: the versions of the stages, the models and the rules, for a manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from rashomon.extract.reading import ENGLISH_MODEL
from rashomon.pipeline.stages import CONCLUDING, READING
from rashomon.store.gazetteer_sources import PACKAGES

# What reads English, what tells languages apart, what places are known.
_PACKAGES = (ENGLISH_MODEL, "py3langid", *PACKAGES)
# The folders of our data that hold the trained readers; the rest is rules and lists.
_TRAINED = ("reader/", "reader_capitals/")


def in_force() -> Mapping[str, Mapping[str, int | str]]:
    """Return the versions of stages, models and rules that this installation works with.

    A package is told by its version; a file of ours by the SHA-256 of its bytes, so
    that a rule file changed by hand is another version.
    """
    files = dict(_data_files(resources.files("rashomon").joinpath("data"), ""))
    models = {name: metadata.version(name) for name in _PACKAGES}
    return {
        "stages": dict((*READING, *CONCLUDING)),
        "models": models | {n: s for n, s in files.items() if n.startswith(_TRAINED)},
        "rules": {n: s for n, s in files.items() if not n.startswith(_TRAINED)},
    }


def _data_files(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """Yield each file below a folder of the package's data, with its checksum."""
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        if item.name.startswith(("_", ".")):
            continue
        if item.is_dir():
            yield from _data_files(item, f"{path}{item.name}/")
        else:
            yield f"{path}{item.name}", hashlib.sha256(item.read_bytes()).hexdigest()
