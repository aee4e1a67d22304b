"""Learns which accounts a report tells, and which names are part of an incident.

    python -m training.accept [--shared ../shared] [--jobs 2] [--write]

Two logistic regressions over the traits of ``rashomon.extract.account_traits`` and
``claim_traits``. Right is, in MUC-4's training documents, an account that the scorer pairs
with a template of its type, and a name that this template has; in wire-dev an account of
its gold, and a name of its gold's incident; in the reports written for training (``corpus``)
an account in a sentence that tells of an incident, and a name whose words are marked for
the part it plays. Of a name that wire-dev's gold has not nobody knows whether it is wrong,
so only those that it has are learnt from. Figures for wire-dev and the corpus are
cross-validated, by incident and by report; MUC-4's dev documents are never read here.
MUC-4 is read in ordinary letters: texts in capitals have a reader and a judge of their own
(``_capitals``), which stay as they are. ``--write`` puts the weights into
``src/rashomon/data/judge_accounts.tsv`` and ``judge_claims.tsv``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.extract import account_traits, claim_traits, judge, reading
from rashomon.extract.account_traits import Told, Traits
from rashomon.extract.claim_traits import Grammar
from rashomon.extract.incident_types import OPEN_KINDS
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.ids import ClaimId
from rashomon.publish.jsonl import claim_json
from training import corpus

PARTS = 5
RARE = 8  # a trait of fewer examples is not learnt
# How near to nothing a weight is held, and what an example of a set counts.
STRENGTH = {"accounts": 10.0, "claims": 10.0 / 3.0}
WEIGHT = {
    "accounts": {"muc4": 1.0, "wire-dev": 2.0, "corpus": 1.0},
    "claims": {"muc4": 1.0, "wire-dev": 1.0, "corpus": 1.0},
}
DATA = Path("src/rashomon/data")

# The roles of a template that a named thing may fill.
ROLES = {
    "target": ("Target",),
    "weapon": ("Weapon",),
    "perpetrator": ("PerpInd", "PerpOrg"),
    "victim": ("Victim",),
}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """One account as the judge meets it: traits, claims as they are published."""

    code: str
    open: bool
    span: tuple[int, int]
    traits: Traits
    named: dict[ClaimId, Traits]
    claims: list[Json]


@dataclass(frozen=True, slots=True)
class Example:
    """Traits with what is right; ``part``: in which part of its set it is held out."""

    traits: Traits
    right: bool
    part: int | None = None
    source: str = "muc4"


def scorer(folder: Path, name: str) -> ModuleType:
    """Load a scorer that lies beside the project."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no {name}.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(row: Json) -> tuple[str, list[Seen]]:
    """Read one report as a run does, but for the judge: it only looks on."""
    from rashomon.clean.documents import clean
    from rashomon.ingest.raw import raw_of_fields
    from rashomon.model.document import Document
    from rashomon.pipeline.stages import read_accounts

    document = clean(raw_of_fields(row, b"", row["id"]))
    if not isinstance(document, Document):
        return row["id"], []
    met: list[Seen] = []

    def listen(told: Told, grammar: Grammar) -> Account:
        """Note what the judge would weigh, and let all stand."""
        account = told.account
        traits = account_traits.of(told)
        met.append(
            Seen(
                account.type.value,
                account.type in OPEN_KINDS,
                (account.span.start, account.span.end),
                traits,
                claim_traits.of(told, traits, grammar),
                [claim_json(c, document) for c in account.claims],
            )
        )
        return account

    settled = judge.settled
    judge.settled = listen  # type: ignore[assignment]
    try:
        read_accounts(document)
    finally:
        judge.settled = settled
    return document.text, met


def read_small(row: Json) -> tuple[str, list[Seen]]:
    """Read a report in capitals as if it had been printed in ordinary letters."""
    return read(row | {"text": reading.in_small_letters(row["text"])})


def of_muc(
    gold: Json, seen: Sequence[Seen], muc: ModuleType
) -> Iterator[tuple[Seen, bool, dict[str, bool]]]:
    """Yield the accounts that MUC-4 asks for, with what the key says of them."""
    published = muc.day(gold.get("published"))
    five = [
        {
            "incident_type": g["incident_type"],
            "roles": {r: [set(map(muc.normal, e)) for e in g[r]] for r in muc.ROLES},
        }
        for g in gold["gtt"]
    ]
    drafts = [(s, muc.draft(s.code, s.claims)) for s in seen]
    asked = [(s, d) for s, d in drafts if muc.asked_for(d, published)]
    paired = muc.best_mapping([d for _, d in asked], five, False)
    for number, (account, draft) in enumerate(asked):
        key = five[paired[number]] if number in paired else None
        told = key is not None and draft["type"] in key["incident_type"]
        roles = key["roles"] if key is not None and told else {}
        right = {
            c["id"]: _is_in_key(c, roles, muc)
            for c in account.claims
            if c["id"] in account.named
        }
        yield account, told, right


def _is_in_key(claim: Json, roles: Json, muc: ModuleType) -> bool:
    value = claim["value"]
    weapon = claim["attribute"] == "weapon"
    said = (value["type"], value.get("model")) if weapon else (value["name"],)
    names = {muc.normal(str(name)) for name in said if name}
    fills = (e for role in ROLES[claim["attribute"]] for e in roles.get(role, []))
    return any(names & mentions for mentions in fills)


def of_wire(
    row: Json, gold: Json, text: str, seen: Sequence[Seen], marks: ModuleType
) -> Iterator[tuple[Seen, bool | None, dict[str, bool], str]]:
    """Yield the accounts of a report with what wire-dev says, and their incident."""
    incidents = [
        (incident, report["quote"])
        for incident in gold["incidents"]
        for report in incident["reports"]
        if report["document"] == row["id"]
    ]
    whole = {q for q in gold["not_incidents"] if isinstance(q, str)}
    for account in seen:
        spans = [account.span, *((c["start"], c["end"]) for c in account.claims)]
        own = [
            incident["id"]
            for incident, quote in incidents
            if any(marks.overlap(span, marks.locate(text, quote)) for span in spans)
        ]
        told = True if own else False if row["id"] in whole else None
        right = {
            c["id"]: True
            for c in account.claims
            if c["id"] in account.named
            and any(_is_in_gold(c, incident, marks) for incident, _ in incidents)
        }
        held = own or [incident["id"] for incident, _ in incidents] or [row["id"]]
        yield account, told, right, held[-1]


def _is_in_gold(claim: Json, incident: Json, marks: ModuleType) -> bool:
    wanted = incident["attributes"].get(claim["attribute"], {})
    value = claim["value"]
    if claim["attribute"] == "weapon":
        return any(
            marks.same_name(value["type"], t) for t in marks.as_list(wanted.get("type"))
        )
    said = [n for n in (value.get("name"), value.get("entity")) if isinstance(n, str)]
    return any(marks.same_name(s, n) for s in said for n in wanted.get("names", []))


def fit(
    examples: Sequence[Example], names: Sequence[str], judged: str
) -> NDArray[np.float64]:
    """Return the constant and the weights under which what is right is likeliest."""
    rows = np.array([[1.0, *(e.traits.get(n, 0.0) for n in names)] for e in examples])
    scale = np.maximum(np.abs(rows).max(axis=0), 1e-9)
    rows = rows / scale
    right = np.array([e.right for e in examples], dtype=float)
    count = np.array([WEIGHT[judged][e.source] for e in examples])
    strength = np.full(rows.shape[1], STRENGTH[judged])
    strength[0] = 0.0  # the constant is free

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Return the loss and its slope."""
        total = rows @ weights
        likely = 1.0 / (1.0 + np.exp(-total))
        lost = count @ (np.logaddexp(0.0, total) - right * total)
        lost += 0.5 * float(strength @ weights**2)
        return float(lost), rows.T @ (count * (likely - right)) + strength * weights

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    weights: NDArray[np.float64] = found.x / scale
    return weights


def learnt_traits(examples: Sequence[Example]) -> list[str]:
    """Return the traits that enough examples have."""
    number: dict[str, int] = {}
    for example in examples:
        for name, value in example.traits.items():
            number[name] = number.get(name, 0) + bool(value)
    return sorted(n for n, met in number.items() if met >= RARE)


def chances(
    examples: Sequence[Example], names: Sequence[str], weights: NDArray[np.float64]
) -> list[float]:
    """Return how likely each example is right."""
    totals = [
        weights[0]
        + sum(w * e.traits.get(n, 0.0) for n, w in zip(names, weights[1:], strict=True))
        for e in examples
    ]
    return [float(1.0 / (1.0 + np.exp(-t))) for t in totals]


def learn(judged: str, examples: Sequence[Example], *, write: bool) -> None:
    """Cross-validate, say what would be dropped of each set, and write the weights."""
    bar = judge.BARS[""]
    limit = bar.account if judged == "accounts" else bar.claim
    tallies = {source: [0, 0, 0, 0] for source in WEIGHT[judged]}
    names = learnt_traits(examples)
    for part in range(PARTS):
        taught = [e for e in examples if e.part != part]
        asked = [e for e in examples if e.part == part]
        likely = chances(asked, names, fit(taught, names, judged))
        for example, is_likely in zip(asked, likely, strict=True):
            tally = tallies[example.source]
            tally[0 if example.right else 2] += 1
            tally[1 if example.right else 3] += is_likely < limit
    print(f"{judged}: of {len(examples)} examples, {len(names)} traits; held out of")
    for source, (held, lost, wrong, dropped) in tallies.items():
        if not held:
            continue
        print(
            f"  {source} {lost} of {held} right and {dropped} of {wrong} wrong fall below {limit}"
        )
    if not write:
        return
    weights = fit(examples, names, judged)
    rows = sorted(zip(names, weights[1:], strict=True))
    sources = ", ".join(sorted({e.source for e in examples}))
    lines = [
        f"# Learnt by training/accept.py on {len(examples)} examples of {sources}.",
        f"{judge.CONSTANT}\t{weights[0]:.3f}",
        *(f"{name}\t{weight:.3f}" for name, weight in rows),
    ]
    table = DATA / f"judge_{judged}.tsv"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def examples_of_muc(
    folder: Path, muc: ModuleType, reads: Callable[[Iterable[Json]], Iterable[Any]]
) -> Iterator[tuple[str, Example]]:
    """Yield the examples of MUC-4's training documents, each with its judge."""
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    for row, (_, seen) in zip(rows, reads(rows), strict=True):
        for account, told, right in of_muc(gold[row["id"]], seen, muc):
            yield "accounts", Example(account.traits, told)
            for claim, is_right in right.items():
                yield "claims", Example(account.named[claim], is_right)


def examples_of_wire(
    folder: Path, marks: ModuleType, reads: Callable[[Iterable[Json]], Iterable[Any]]
) -> Iterator[tuple[str, Example]]:
    """Yield the examples of wire-dev's English reports, each with its judge."""
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for row, (text, seen) in zip(rows, reads(rows), strict=True):
        for account, told, right, incident in of_wire(row, gold, text, seen, marks):
            part = zlib.crc32(incident.encode()) % PARTS
            if told is not None:
                yield "accounts", Example(account.traits, told, part, "wire-dev")
            for claim in right:
                yield "claims", Example(account.named[claim], True, part, "wire-dev")


def of_corpus(
    row: Json, seen: Sequence[Seen]
) -> Iterator[tuple[Seen, bool, dict[str, bool]]]:
    """Yield the accounts of a report of the corpus with what its marks say."""
    telling = [
        Span(*span)
        for span, kinds in zip(row["sentences"], row["types"], strict=True)
        if "told" in kinds
    ]
    for account in seen:
        right = {
            c["id"]: any(
                Span(c["start"], c["end"]).overlaps(Span(start, end))
                for start, end, name in row["roles"]
                if name in claim_traits.ROLE_OF[Attribute(c["attribute"])]
            )
            for c in account.claims
            if c["id"] in account.named
        }
        span = Span(*account.span)
        yield account, any(span.overlaps(told) for told in telling), right


def examples_of_corpus(
    reads: Callable[[Iterable[Json]], Iterable[Any]],
) -> Iterator[tuple[str, Example]]:
    """Yield the examples of the reports written for training, each with its judge."""
    rows = list(corpus.read())
    told = [{"id": row["id"], "text": row["text"], "language": "en"} for row in rows]
    for row, (text, seen) in zip(rows, reads(told), strict=True):
        if text != row["text"]:
            continue  # a line was taken for a page's clutter, so the marks have moved
        part = zlib.crc32(row["id"].encode()) % PARTS
        for account, is_told, right in of_corpus(row, seen):
            yield "accounts", Example(account.traits, is_told, part, "corpus")
            for claim, is_right in right.items():
                traits = account.named[claim]
                yield "claims", Example(traits, is_right, part, "corpus")


def main() -> None:
    """Read both sets, learn both judges, and say how they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    muc, marks = (
        scorer(asked.shared / "eval", name)
        for name in ("score_muc4", "score_incidents")
    )
    data = asked.shared / "data"
    with ProcessPoolExecutor(asked.jobs) as pool:
        reads = partial(pool.map, read, chunksize=8)
        small = partial(pool.map, read_small, chunksize=8)
        found = [
            *examples_of_muc(data / "muc4" / "train", muc, small),
            *examples_of_wire(data / "wire-dev", marks, reads),
            *examples_of_corpus(reads),
        ]
    for judged in ("accounts", "claims"):
        examples = [example for name, example in found if name == judged]
        learn(judged, examples, write=asked.write)


if __name__ == "__main__":
    main()
