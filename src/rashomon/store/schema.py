"""The tables, once, in SQLAlchemy Core: SQLite today, PostgreSQL with the same schema.

Evidence (``raw``, ``documents``, ``accounts``, ``claims``, ``judgements``,
``decisions``, ``runs``, ``failures``) is only ever added. Conclusions (``reprints``,
``incidents``, ``incident_accounts``, ``catalogue`` and its two companions, and what
matching keeps: ``keys``, ``profiles``, ``pairs``, ``bands``, ``survey``) follow from it: they are
rebuilt as a whole, or where new evidence touches them, in one transaction;
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
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData()

VERSION = Table("schema_version", METADATA, Column("version", Integer, nullable=False))

# Bytes as received, compressed, named by the hash of what they were before.
RAW = Table(
    "raw",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# ``current``: the latest reading of a document id; older ones stay as evidence.
DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("raw_sha256", String(64), ForeignKey("raw.sha256"), nullable=False),
    Column("readers", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("status", String(16), nullable=False),
    Column("reason", Text),
    Column("origin", Text, nullable=False),
    Column("url", Text),
    Column("source", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("language", String(16)),
    Column("published", Text),
    Column("published_basis", String(16), nullable=False),
    Column("retrieved", Text),
    Column("offsets", JSON, nullable=False),
    # Where a web archive has the bytes: the name of its file, the record's own id.
    Column("warc_file", Text),
    Column("warc_record", Text),
    Index("documents_by_id", "id", "current"),
    # ``current`` first would lure the planner into reading all of them.
    Index("documents_by_day", "status", "current", "published", "id"),
    Index("documents_by_source", "source", "status", "current", "published", "id"),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column(
        "document_row", Integer, ForeignKey("documents.row"), nullable=False, index=True
    ),
    Column("type", String(32), nullable=False),
    Column("prominence", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("document_row", "id"),
    Index("accounts_by_id", "id"),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column(
        "account_row", Integer, ForeignKey("accounts.row"), nullable=False, index=True
    ),
    Column("attribute", String(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speaker", JSON),
    Column("stance", String(16), nullable=False),
    Column("cue", JSON),
    Column("extractor", Text, nullable=False),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("weight", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("judge", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Index("judgements_by_pair", "left", "right"),
)

# What people decided; ``detail`` is what a decision means, as the codec writes it.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("person", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("target", JSON, nullable=False),
    Column("note", Text, nullable=False),
    Column("detail", JSON, nullable=False),
)

REPRINTS = Table(
    "reprints",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("family", Text, nullable=False, index=True),
    Column("of", Text, index=True),
    Column("similarity", Float, nullable=False),
)

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("type", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("findings", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("agreement", String(16), nullable=False),
)

INCIDENT_ACCOUNTS = Table(
    "incident_accounts",
    METADATA,
    Column("account_id", Text, primary_key=True),
    Column("incident_id", Text, ForeignKey("incidents.id"), nullable=False, index=True),
)

SUPERSEDED = Table(
    "superseded",
    METADATA,
    Column("old_id", Text, primary_key=True),
    Column("incident_id", Text, nullable=False, index=True),
)

# One narrow row an incident, so that a hundred thousand are filtered and counted at
# once; what is in it follows from ``incidents``. ``digest`` tells whether an incident
# changed; ``first_seen`` and ``changed`` are when it was first and last concluded so.
CATALOGUE = Table(
    "catalogue",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("type", String(32), nullable=False),
    Column("agreement", String(16), nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("killed", Integer),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("injured", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(16)),
    Column("digest", String(12), nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("place", Text),
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
    Column("id", Text, primary_key=True),
    Column("words", Text, nullable=False),
)

# Who and what an incident names: ``kind`` place, facility or actor; ``key`` is what
# it is asked for by.
CATALOGUE_NAMES = Table(
    "catalogue_names",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("incident_id", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index("catalogue_names_by_key", "kind", "key", "name"),
)

# The accounts by the keys they share, each key's in order of day and id.
KEYS = Table(
    "keys",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# What each account is compared by, as matching writes it.
PROFILES = Table(
    "profiles",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("profile", LargeBinary, nullable=False),
)

# The pairs that were compared: in how many blocks they meet, and what they weigh.
PAIRS = Table(
    "pairs",
    METADATA,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("ways", Integer, nullable=False),
    Column("weight", Float, nullable=False),
    Index("pairs_by_right", "right"),
    Index("pairs_unmet", "ways", sqlite_where=text("ways <= 0")),
    sqlite_with_rowid=False,
)

# Documents that share a band of their wording are looked at as copies.
BANDS = Table(
    "bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# How many accounts bore each name and used each word when they were last counted
# (``counted``, compressed), the accounts that came ``since``, and the latest rows of
# documents and decisions that were concluded with.
SURVEY = Table(
    "survey",
    METADATA,
    Column("accounts", Integer, nullable=False),
    Column("since", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("decisions", Integer, nullable=False),
    Column("digest", String(12), nullable=False),
    Column("counted", LargeBinary, nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("readers", Text, nullable=False),
    Column("inputs", JSON, nullable=False),
    Column("report", JSON),
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("run_row", Integer, ForeignKey("runs.row"), nullable=False, index=True),
    Column("stage", String(32), nullable=False),
    Column("origin", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("document_id", Text),
)

# What the conclusions were drawn from; another evidence stamp means they are stale.
CONCLUDED = Table(
    "concluded",
    METADATA,
    Column("evidence", Text, nullable=False),
)

# What ``watch`` asks, and the pages that were listed: done once they were read, or given up.
FEEDS = Table(
    "feeds",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("due_at", Text, nullable=False),
    Column("failures", Integer, nullable=False),
)

PAGES = Table(
    "pages",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("feed", Text, nullable=False, index=True),
    Column("title", Text),
    Column("published", Text),
    Column("attempts", Integer, nullable=False),
    Column("done", Boolean, nullable=False, index=True),
    Column("reason", Text),
    Column("due_at", Text, nullable=False, server_default=""),
)

# Each incident as each listener (who is told of news) last heard of it; a row of no
# incident says since when there is something to hear.
TOLD = Table(
    "told",
    METADATA,
    Column("listener", Text, primary_key=True),
    Column("incident_id", Text, primary_key=True),
    Column("digest", String(12), nullable=False),
)
