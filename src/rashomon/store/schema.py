"""The tables, once, in SQLAlchemy Core: the same for SQLite and PostgreSQL.

Evidence (``raw``, ``documents``, ``accounts``, ``claims``, ``judgements``,
``decisions``, ``runs``, ``failures``) is only ever added. Conclusions (``reprints``,
``incidents``, ``incident_accounts``, ``catalogue`` and its two companions, and what
matching keeps: ``keys``, ``profiles``, ``pairs``, ``bands``, ``survey``) follow from it:
they are rebuilt as a whole, or where new evidence touches them, in one transaction;
``superseded`` keeps every incident id that was ever merged away.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from rashomon.store.dialect import NUMBER, TEXT, word

METADATA = MetaData()

VERSION = Table("schema_version", METADATA, Column("version", NUMBER, nullable=False))

# Bytes as received, compressed, named by the hash of what they were before.
RAW = Table(
    "raw",
    METADATA,
    Column("sha256", word(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# ``current``: the latest reading of a document id; older ones stay as evidence.
DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False),
    Column("raw_sha256", word(64), ForeignKey("raw.sha256"), nullable=False),
    Column("readers", TEXT, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("status", word(16), nullable=False),
    Column("reason", TEXT),
    Column("origin", TEXT, nullable=False),
    Column("url", TEXT),
    Column("source", TEXT),
    Column("title", TEXT),
    Column("text", TEXT, nullable=False),
    Column("language", word(16)),
    Column("published", TEXT),
    Column("published_basis", word(16), nullable=False),
    Column("retrieved", TEXT),
    Column("offsets", JSON, nullable=False),
    # Where a web archive has the bytes: the name of its file, the record's own id.
    Column("warc_file", TEXT),
    Column("warc_record", TEXT),
    # A date that was given or in the page's metadata, and that its own words outdid.
    Column("published_rival", TEXT),
    Index("documents_by_id", "id", "current"),
    # ``current`` first would lure the planner into reading all of them.
    Index("documents_by_day", "status", "current", "published", "id"),
    Index("documents_by_source", "source", "status", "current", "published", "id"),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False),
    Column(
        "document_row", NUMBER, ForeignKey("documents.row"), nullable=False, index=True
    ),
    Column("type", word(32), nullable=False),
    Column("prominence", word(16), nullable=False),
    Column("start", NUMBER, nullable=False),
    Column("end", NUMBER, nullable=False),
    UniqueConstraint("document_row", "id"),
    Index("accounts_by_id", "id"),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False, index=True),
    Column(
        "account_row", NUMBER, ForeignKey("accounts.row"), nullable=False, index=True
    ),
    Column("attribute", word(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("start", NUMBER, nullable=False),
    Column("end", NUMBER, nullable=False),
    Column("speaker", JSON),
    Column("stance", word(16), nullable=False),
    Column("cue", JSON),
    Column("extractor", TEXT, nullable=False),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("left", TEXT, nullable=False),
    Column("right", TEXT, nullable=False),
    Column("verdict", word(16), nullable=False),
    Column("weight", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("judge", TEXT, nullable=False),
    Column("made_at", TEXT, nullable=False),
    Index("judgements_by_pair", "left", "right"),
)

# What people decided; ``detail`` is what a decision means, as the codec writes it.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("kind", word(16), nullable=False),
    Column("person", TEXT, nullable=False),
    Column("made_at", TEXT, nullable=False),
    Column("target", JSON, nullable=False),
    Column("note", TEXT, nullable=False),
    Column("detail", JSON, nullable=False),
)

REPRINTS = Table(
    "reprints",
    METADATA,
    Column("document_id", TEXT, primary_key=True),
    Column("family", TEXT, nullable=False, index=True),
    Column("of", TEXT, index=True),
    Column("similarity", Float, nullable=False),
)

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("type", word(32), nullable=False),
    Column("title", TEXT, nullable=False),
    Column("findings", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("independent_sources", NUMBER, nullable=False),
    Column("agreement", word(16), nullable=False),
)

INCIDENT_ACCOUNTS = Table(
    "incident_accounts",
    METADATA,
    Column("account_id", TEXT, primary_key=True),
    Column("incident_id", TEXT, ForeignKey("incidents.id"), nullable=False, index=True),
)

SUPERSEDED = Table(
    "superseded",
    METADATA,
    Column("old_id", TEXT, primary_key=True),
    Column("incident_id", TEXT, nullable=False, index=True),
)

# One narrow row an incident, so that a hundred thousand are filtered and counted at
# once; what is in it follows from ``incidents``. ``digest`` tells whether an incident
# changed; ``first_seen`` and ``changed`` are when it was first and last concluded so.
CATALOGUE = Table(
    "catalogue",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("type", word(32), nullable=False),
    Column("agreement", word(16), nullable=False),
    Column("independent_sources", NUMBER, nullable=False),
    Column("documents", NUMBER, nullable=False),
    Column("first_day", word(10)),
    Column("last_day", word(10)),
    Column("killed", NUMBER),
    Column("killed_low", NUMBER),
    Column("killed_high", NUMBER),
    Column("injured", NUMBER),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", word(16)),
    Column("digest", word(12), nullable=False),
    Column("first_seen", TEXT, nullable=False),
    Column("changed", TEXT, nullable=False),
    Column("title", TEXT, nullable=False),
    Column("place", TEXT),
    # The word that a toll rests on ("dozens"); nothing where a figure was given.
    Column("killed_word", word(16)),
    Column("injured_word", word(16)),
    Index("catalogue_by_day", "first_day", "id"),
    Index("catalogue_by_change", "changed", "id"),
    # All that is counted by, in a third of the room of the rows themselves.
    Index(
        "catalogue_for_counting",
        "type",
        "agreement",
        "first_day",
        "last_day",
        "lat",
        "lon",
        "independent_sources",
        "killed",
        "killed_low",
        "killed_high",
        "id",
    ),
)

# The words of an incident's record, folded, apart so that they cost nothing unasked.
CATALOGUE_WORDS = Table(
    "catalogue_words",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("words", TEXT, nullable=False),
)

# Who and what an incident names: ``kind`` place, facility or actor; ``key`` is what
# it is asked for by.
CATALOGUE_NAMES = Table(
    "catalogue_names",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("incident_id", TEXT, nullable=False, index=True),
    Column("kind", word(16), nullable=False),
    Column("key", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("folded", TEXT, nullable=False),
    Index("catalogue_names_by_key", "kind", "key", "name"),
)

# The accounts by the keys they share, each key's in order of day and id.
KEYS = Table(
    "keys",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", NUMBER, primary_key=True, autoincrement=False),
    Column("account", TEXT, primary_key=True),
    sqlite_with_rowid=False,
)

# What each account is compared by, as matching writes it.
PROFILES = Table(
    "profiles",
    METADATA,
    Column("account", TEXT, primary_key=True),
    Column("profile", LargeBinary, nullable=False),
)

# The pairs that were compared: in how many blocks they meet, and what they weigh.
PAIRS = Table(
    "pairs",
    METADATA,
    Column("left", TEXT, primary_key=True),
    Column("right", TEXT, primary_key=True),
    Column("ways", NUMBER, nullable=False),
    Column("weight", Float, nullable=False),
    Index("pairs_by_right", "right"),
    Index(
        "pairs_unmet",
        "ways",
        sqlite_where=text("ways <= 0"),
        postgresql_where=text("ways <= 0"),
    ),
    sqlite_with_rowid=False,
)

# Documents that share a band of their wording are looked at as copies.
BANDS = Table(
    "bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document", TEXT, primary_key=True),
    sqlite_with_rowid=False,
)

# How many accounts bore each name and used each word when they were last counted
# (``counted``, compressed), the accounts that came ``since``, and the latest rows of
# documents and decisions that were concluded with.
SURVEY = Table(
    "survey",
    METADATA,
    Column("accounts", NUMBER, nullable=False),
    Column("since", NUMBER, nullable=False),
    Column("documents", NUMBER, nullable=False),
    Column("decisions", NUMBER, nullable=False),
    Column("digest", word(12), nullable=False),
    Column("counted", LargeBinary, nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("started_at", TEXT, nullable=False),
    Column("finished_at", TEXT),
    Column("readers", TEXT, nullable=False),
    Column("inputs", JSON, nullable=False),
    Column("report", JSON),
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("row", NUMBER, primary_key=True),
    Column("run_row", NUMBER, ForeignKey("runs.row"), nullable=False, index=True),
    Column("stage", word(32), nullable=False),
    Column("origin", TEXT, nullable=False),
    Column("message", TEXT, nullable=False),
    Column("document_id", TEXT),
)

# What the conclusions were drawn from; another evidence stamp means they are stale.
CONCLUDED = Table(
    "concluded",
    METADATA,
    Column("evidence", TEXT, nullable=False),
)

# What ``watch`` asks, and the pages that were listed: done once they were read, or given up.
FEEDS = Table(
    "feeds",
    METADATA,
    Column("url", TEXT, primary_key=True),
    Column("title", TEXT),
    Column("etag", TEXT),
    Column("modified", TEXT),
    Column("due_at", TEXT, nullable=False),
    Column("failures", NUMBER, nullable=False),
)

PAGES = Table(
    "pages",
    METADATA,
    Column("url", TEXT, primary_key=True),
    Column("feed", TEXT, nullable=False, index=True),
    Column("title", TEXT),
    Column("published", TEXT),
    Column("attempts", NUMBER, nullable=False),
    Column("done", Boolean, nullable=False, index=True),
    Column("reason", TEXT),
    Column("due_at", TEXT, nullable=False, server_default=""),
)

# Each incident as each listener (who is told of news) last heard of it; a row of no
# incident says since when there is something to hear.
TOLD = Table(
    "told",
    METADATA,
    Column("listener", TEXT, primary_key=True),
    Column("incident_id", TEXT, primary_key=True),
    Column("digest", word(12), nullable=False),
)
