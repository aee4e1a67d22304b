"""Learn what each ground for or against one incident weighs, and how well that holds.

    python -m benchmarks.learn_weights --wire WIRE.db --gva GVA.db --data DATA [-o TABLE]

WIRE.db and GVA.db are databases that `rashomon run` made of the two labelled sets, DATA
the folder that holds them (wire-dev/gold.json, gva/gold.jsonl). A logistic regression
over the grounds of labelled pairs gives weights in bits; what codebooks say of two
incidents whatever the sample bounds them. Every pair is also weighed by weights learnt
without its incidents (five folds): those tell what to expect of unseen reports.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from rashomon.cluster import blocking, reprints
from rashomon.cluster.comparisons import COMPARISONS, rare_names, wording
from rashomon.cluster.profiles import Pile, Profile, profile, survey, together
from rashomon.link.actors import name_key
from rashomon.model.account import Account, Prominence
from rashomon.model.document import Document
from rashomon.model.ids import AccountId, DocumentId
from rashomon.store.rows import DocumentStatus
from rashomon.store.sqlite import open_store

FOLDS = 5
RIDGE = 2.0
SEED = 7
NEAR = 12
AT_RANDOM = 20_000
# How much the pairs of a set count: those of one incident, and the others that times.
SHARES = {"wire": 300.0, "gva": 600.0}
OTHERS = 6.0

# Bounds in bits. A sample is small and what is read is often wrong: what speaks for one
# incident may not come out against it, and what makes two incidents for every codebook
# (another country, weeks between, "the second attack") weighs at least so much.
_FOR = "weekday_fits date_fits copies same_victim same_type same_weapon same_facility shared_name shared_names same_one_dead same_one_injured same_few_injured same_accused reported_together published_just_after"
_AGAINST = "other_weekday other_date other_victims other_weapon other_facility other_accused far_other_dead far_other_injured other_dead other_injured no_rare_names common_names words_0 words_1 place_unknown days_unknown day_of_one_unknown days_apart_reckoned one_in_passing both_in_passing region_far regions_far_apart places_far_apart places_very_far_apart none_or_some_dead none_or_some_injured published_before published_before_stamped published_long_after published_long_after_stamped two_days_apart same_country"
BOUNDS = {
    **dict.fromkeys(_FOR.split(), (0.0, 9.0)),
    **dict.fromkeys(_AGAINST.split(), (-9.0, 0.0)),
    "copies": (4.0, 9.0),
    "same_day": (2.0, 9.0),
    "same_days": (2.0, 9.0),
    "same_place": (2.0, 9.0),
    "like_dead": (0.0, 1.0),
    "same_facility": (1.0, 9.0),
    "words_9": (2.5, 9.0),
    "next_day": (0.0, 9.0),
    "weeks_apart": (-9.0, -8.0),
    "published_weeks_before": (-9.0, -8.0),
    "told_apart": (-9.0, -5.0),
    "other_date": (-9.0, -3.0),
    "other_weekday": (-9.0, -2.0),
    "a_week_apart": (-9.0, -4.0),
    "days_apart": (-9.0, -4.0),
    # Places misread by the readers of the learning day stand behind the pairs of one
    # incident that lie so far apart: two towns on one day are two incidents.
    "places_very_far_apart": (-9.0, -6.0),
    "regions_far_apart": (-9.0, -3.0),
    "other_country": (-9.0, -5.0),
    "country_disputed": (-9.0, -2.0),
    "types_incompatible": (-9.0, -1.5),
    "one_is_the_second": (-9.0, -1.5),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One set: its profiles, the incident of each labelled account, and its pile."""

    name: str
    profiles: dict[AccountId, Profile]
    incident: dict[AccountId, str]
    pile: Pile


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labelled pairs: the grounds of each, whether it is one incident, and its folds."""

    grounds: list[list[str]]
    same: np.ndarray
    folds: list[tuple[int, int]]


def read(
    name: str, database: Path
) -> tuple[dict[DocumentId, Document], list[Account], dict[AccountId, Profile]]:
    """Return the documents, accounts and profiles of a database."""
    with open_store(database, create=False) as store:
        held = [d for d in store.documents() if d.status is DocumentStatus.READ]
        documents = {d.document.id: d.document for d in held}
        accounts = [a for a in store.accounts() if a.document_id in documents]
    families = {
        r.document_id: r.family for r in reprints.find(list(documents.values()))
    }
    made = {
        account.id: profile(account, documents[id_], families[id_], name_key, beside)
        for id_, beside in together(accounts).items()
        for account in beside
    }
    return documents, accounts, made


def wire(database: Path, gold: Path) -> Labelled:
    """Label the accounts whose passage or claims overlap a gold quote most."""
    documents, accounts, profiles = read("wire", database)
    by_document = defaultdict(list)
    for account in accounts:
        by_document[account.document_id].append(account)
    votes: dict[AccountId, Counter[str]] = defaultdict(Counter)
    for incident in json.loads(gold.read_text(encoding="utf-8"))["incidents"]:
        for report in incident["reports"]:
            told = by_document[DocumentId(report["document"])]
            at = documents[DocumentId(report["document"])].text.find(report["quote"])
            end = at + len(report["quote"])
            scored = [(_closeness(a, at, end), a.id) for a in told if at >= 0]
            best = max(scored, default=(0.0, None))
            if best[0] > 0 and best[1]:
                votes[best[1]][incident["id"]] += 1
    labels = {a: count.most_common(1)[0][0] for a, count in votes.items()}
    return Labelled("wire", profiles, labels, survey(list(profiles.values())))


def _closeness(account: Account, start: int, end: int) -> float:
    spans = [account.span, *(claim.span for claim in account.claims)]
    met = [s for s in spans if max(s.start, start) < min(s.end, end)]
    return math.fsum(1 / math.sqrt(1 + s.end - s.start) for s in met)


def gva(database: Path, gold: Path) -> Labelled:
    """Label the main account of each document with the document's incident."""
    _, accounts, profiles = read("gva", database)
    home = {
        document: row["incident"]
        for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())
        for document in row["documents"]
    }
    main: dict[DocumentId, tuple[int, int, AccountId]] = {}
    for account in accounts:
        if account.prominence is Prominence.MAIN and account.document_id in home:
            size = account.span.end - account.span.start
            rank = len(account.claims), size, account.id
            main[account.document_id] = max(rank, main.get(account.document_id, rank))
    labels = {rank[2]: home[document] for document, rank in main.items()}
    return Labelled("gva", profiles, labels, survey(list(profiles.values())))


def grounds(left: Profile, right: Profile, pile: Pile) -> list[str]:
    """Return the names of the grounds of a pair."""
    found = [compare(left, right) for compare in COMPARISONS]
    found += [wording(left, right, pile), rare_names(left, right, pile)]
    return [ground.name for ground in found if ground]


def labelled_pairs(held: Labelled) -> Pairs:
    """Return every pair of one incident, and others: near in time or place, or random."""
    label, profiles = held.incident, held.profiles
    known = sorted(label)
    if len(profiles) <= blocking.ALL_PAIRS_UP_TO:
        chosen = {
            pair
            for pair in combinations(sorted(profiles), 2)
            if label.keys() & set(pair)
        }
    else:
        chosen = _near(known, lambda p: str(p.when or p.published), profiles)
        chosen |= _near(
            known, lambda p: f"{p.place and p.place.name} {p.when}", profiles
        )
        draw = random.Random(SEED)
        chosen |= {tuple(sorted(draw.sample(known, 2))) for _ in range(AT_RANDOM)}
        groups = defaultdict(list)
        for account in known:
            groups[label[account]].append(account)
        chosen |= {pair for group in groups.values() for pair in combinations(group, 2)}
    pairs = [
        (a, b)
        for a, b in sorted(chosen)
        if profiles[a].document_id != profiles[b].document_id
    ]
    return Pairs(
        [grounds(profiles[a], profiles[b], held.pile) for a, b in pairs],
        np.array([a in label and label[a] == label.get(b) for a, b in pairs], float),
        [(fold(label.get(a, a)), fold(label.get(b, b))) for a, b in pairs],
    )


def _near(known, key, profiles) -> set[tuple[AccountId, AccountId]]:
    ordered = sorted(known, key=lambda a: (key(profiles[a]), a))
    return {
        (min(a, b), max(a, b))
        for at, a in enumerate(ordered)
        for b in ordered[at + 1 : at + 1 + NEAR]
    }


def fold(incident: str) -> int:
    """Return the fold of an incident, the same in every run."""
    return crc32(incident.encode()) % FOLDS


def learn(sets: dict[str, Pairs], without: int | None = None) -> dict[str, float]:
    """Return the weights in bits by ground, and of "" the constant."""
    names = sorted({n for pairs in sets.values() for g in pairs.grounds for n in g})
    column = {name: at for at, name in enumerate(names)}
    rows, columns, same, share = [], [], [], []
    for name, pairs in sets.items():
        kept = [n for n, f in enumerate(pairs.folds) if without not in f]
        truth = pairs.same[kept]
        own, other = (
            SHARES[name] / truth.sum(),
            SHARES[name] * OTHERS / (1 - truth).sum(),
        )
        for n in kept:
            columns += [column[g] for g in pairs.grounds[n]]
            rows += [len(same)] * len(pairs.grounds[n])
            same.append(pairs.same[n])
            share.append(own if pairs.same[n] else other)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(same), len(names)))
    truth, weight = np.array(same), np.array(share)

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ b[1:] + b[0]
        off = weight * (1 / (1 + np.exp(-z)) - truth)
        value = (weight * (np.logaddexp(0, z) - truth * z)).sum()
        ridge = RIDGE * (b[1:] ** 2).sum() / 2
        return value + ridge, np.concatenate(
            [[off.sum()], matrix.T @ off + RIDGE * b[1:]]
        )

    bounds = [BOUNDS.get(name, (-9.0, 9.0)) for name in names]
    bit = math.log(2)
    found = minimize(
        loss,
        np.array([0.0, *(min(max(0.0, low), high) * bit for low, high in bounds)]),
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None), *((low * bit, high * bit) for low, high in bounds)],
        options={"maxiter": 500},
    )
    return dict(zip(["", *names], found.x / bit, strict=True))


def table(sets: dict[str, Pairs], weights: dict[str, float]) -> str:
    """Return the table as Python, each line with its evidence: same and other pairs."""
    seen = {s: (Counter(), Counter()) for s in sets}
    for name, pairs in sets.items():
        for ground, same in zip(pairs.grounds, pairs.same, strict=True):
            seen[name][0 if same else 1].update(ground)
    lines = []
    for ground in sorted(weights):
        if ground:
            told = ", ".join(
                f"{s} {seen[s][0][ground]}/{seen[s][1][ground]}" for s in sets
            )
            lines.append(f'    "{ground}": {weights[ground]:.2f},  # {told}')
    return "\n".join([f"# constant {weights['']:.2f}", "WEIGHTS = {", *lines, "}"])


def main() -> int:
    """Learn, and print the table and how well unseen incidents' pairs are told."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--wire", type=Path, required=True)
    ask.add_argument("--gva", type=Path, required=True)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    held = [
        wire(asked.wire, asked.data / "wire-dev" / "gold.json"),
        gva(asked.gva, asked.data / "gva" / "gold.jsonl"),
    ]
    sets = {one.name: labelled_pairs(one) for one in held}
    by_fold = [learn(sets, without=f) for f in range(FOLDS)]
    weights = learn(sets)
    for name, pairs in sets.items():
        told = np.array(
            [
                by_fold[f[0]][""] + sum(by_fold[f[0]].get(n, 0.0) for n in g)
                for g, f in zip(pairs.grounds, pairs.folds, strict=True)
            ]
        )
        for bound in (0.0, 2.0, 4.0):
            chosen = told > bound
            right = (chosen * pairs.same).sum()
            print(
                f"{name}: out of fold, above {bound:.0f} bits: precision"
                f" {right / max(1, chosen.sum()):.3f}, recall {right / pairs.same.sum():.3f}"
            )
    written = table(sets, weights)
    if asked.o:
        asked.o.write_text(written + "\n", encoding="utf-8")
    else:
        print(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
