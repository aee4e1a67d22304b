"""The one table of commands: where each lives, what it does, how it is used.

The help pages, their tests and the documentation read it. A command's own module is
imported only when it is called, so that ``rashomon --help`` answers at once.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command: ``function`` is an import path, ``examples`` are complete lines."""

    name: str
    function: str
    about: str
    examples: tuple[str, ...]
    arguments: str = ""

    @property
    def usage(self) -> str:
        """The line that shows how the command is written."""
        return " ".join(f"Usage: rashomon {self.name} {self.arguments}".split())

    @property
    def epilogue(self) -> str:
        """The examples as they stand under the help page."""
        return "\n".join(["Examples:", *(f"  {line}" for line in self.examples)])


COMMANDS = (
    Command(
        "run",
        "rashomon.cli.run:run",
        "Read reports and add up what they say; a second run reads only what is new.",
        (
            "rashomon run reports/ --db city.db",
            "rashomon run front-page.html wire.jsonl.gz https://news.example/1",
            "rashomon run - --db city.db --json",
            "rashomon run wire.csv.gz crawl.warc.gz --jobs 4",
            "rashomon run archive/ --engine dask --scheduler tcp://10.0.0.5:8786",
        ),
        "INPUT... [OPTIONS]",
    ),
    Command(
        "watch",
        "rashomon.cli.watch:watch",
        "Poll feeds and folders, read what is new, say which incidents are new or changed.",
        (
            "rashomon watch https://news.example/rss --db city.db",
            "rashomon watch outlets.opml sources/ incoming/ --every 30",
            "rashomon watch https://news.example/sitemap.xml --once --json",
            'rashomon watch outlets.opml --tell "mail -s news desk@news.example"',
            "rashomon watch sources/ --atom news.atom --webhook https://desk.example/in",
        ),
        "WATCHED... [OPTIONS]",
    ),
    Command(
        "list",
        "rashomon.cli.browse:list_incidents",
        "List the incidents of a database, by day.",
        (
            "rashomon list --db city.db",
            "rashomon list --type drone_strike --status contested",
            "rashomon list --since 2024-05-01 --until 2024-05-31 --json",
            "rashomon list --place Lazio",
            'rashomon list --text "bakery Verin" --limit 5',
            "rashomon list --as-of 2024-05-02",
        ),
        "[OPTIONS]",
    ),
    Command(
        "show",
        "rashomon.cli.browse:show",
        "Show one incident: what each source says of it, side by side.",
        (
            "rashomon show inc_7f3a --db city.db",
            "rashomon show inc_7f3a --width 160",
            "rashomon show inc_7f3a --as-of 2024-05-02T18:00",
            "rashomon show inc_7f3a --profiles --sources outlets.toml",
            "rashomon show inc_7f3a --json",
        ),
        "INCIDENT [OPTIONS]",
    ),
    Command(
        "explain",
        "rashomon.cli.browse:explain",
        "Explain one value: the rule that chose it, and every quotation behind it.",
        (
            "rashomon explain inc_7f3a killed --db city.db",
            "rashomon explain inc_7f3a place --json",
        ),
        "INCIDENT ATTRIBUTE [OPTIONS]",
    ),
    Command(
        "diff",
        "rashomon.cli.compare:diff",
        "Show what changed between two moments, or between two databases.",
        (
            "rashomon diff --from 2024-05-02 --db city.db",
            "rashomon diff --from 2024-05-02 --to 2024-05-09T18:00 --json",
            "rashomon diff other.db --db city.db",
        ),
        "[OTHER] [OPTIONS]",
    ),
    Command(
        "place",
        "rashomon.cli.compare:place",
        "Show every incident at one place or facility, and what reports say of it.",
        (
            'rashomon place "Verin bakery" --db city.db',
            "rashomon place Verin --as-of 2024-05-31 --json",
        ),
        "NAME [OPTIONS]",
    ),
    Command(
        "documents",
        "rashomon.cli.browse:documents",
        "List what was read: dates, copies, and what was left out and why.",
        (
            "rashomon documents --db city.db",
            "rashomon documents --failed",
            "rashomon documents --skipped --json",
        ),
        "[OPTIONS]",
    ),
    Command(
        "export",
        "rashomon.cli.publish:export",
        "Write incidents, claims or documents in a format of the field.",
        (
            "rashomon export --format jsonl --db city.db -o incidents.jsonl",
            "rashomon export --format documents --db city.db -o documents.jsonl",
            "rashomon export --format acled --place Italy --since 2024-05-01 -o acled.csv",
            "rashomon export --format jsonl --as-of 2024-05-31",
        ),
        "--format FORMAT [OPTIONS]",
    ),
    Command(
        "compare",
        "rashomon.cli.references:compare",
        "Compare with ACLED's or UCDP's file: which events are here, which differ.",
        (
            "rashomon compare acled.csv --db city.db",
            "rashomon compare ged.csv --db city.db -o compared.csv",
        ),
        "FILE [OPTIONS]",
    ),
    Command(
        "dossier",
        "rashomon.cli.publish:dossier",
        "Write one incident as an HTML page that stands alone and prints well.",
        ("rashomon dossier inc_7f3a --db city.db -o dossier.html",),
        "INCIDENT [OPTIONS]",
    ),
    Command(
        "release",
        "rashomon.cli.publish:release",
        "Write every format into a folder, with sources, dictionary, checksums, manifest.",
        (
            "rashomon release release-1/ --db city.db",
            "rashomon release may/ --since 2024-05-01 --until 2024-05-31",
        ),
        "FOLDER [OPTIONS]",
    ),
    Command(
        "review",
        "rashomon.cli.review:review",
        "Show the pairs of accounts most worth a person's look, and why.",
        ("rashomon review --db city.db", "rashomon review --limit 3 --json"),
        "[OPTIONS]",
    ),
    Command(
        "same",
        "rashomon.cli.review:same",
        "Decide that two accounts tell of one incident.",
        ('rashomon same acc_1a2b acc_3c4d --note "one raid" --by Ada --db city.db',),
        "ACCOUNT ACCOUNT [OPTIONS]",
    ),
    Command(
        "different",
        "rashomon.cli.review:different",
        "Decide that two accounts tell of two incidents, whatever would join them.",
        ('rashomon different acc_1a2b acc_3c4d --note "a week apart"',),
        "ACCOUNT ACCOUNT [OPTIONS]",
    ),
    Command(
        "merge",
        "rashomon.cli.review:merge",
        "Decide that two incidents or more are one; their ids go on leading to it.",
        ("rashomon merge inc_7f3a inc_91c0 --by Ada --db city.db",),
        "INCIDENT INCIDENT... [OPTIONS]",
    ),
    Command(
        "split",
        "rashomon.cli.review:split",
        "Decide that some accounts of an incident are another one, together.",
        ("rashomon split inc_7f3a acc_1a2b acc_3c4d --by Ada --db city.db",),
        "INCIDENT ACCOUNT... [OPTIONS]",
    ),
    Command(
        "set",
        "rashomon.cli.review:set_value",
        "Set the value that is published; what the sources say stays beside it.",
        (
            'rashomon set inc_7f3a killed 12 --note "the town hall\'s list" --by Ada',
            "rashomon set inc_7f3a date 2024-05-01/2024-05-02",
            'rashomon set inc_7f3a place "Verin, 41.5, 12.25"',
        ),
        "INCIDENT ATTRIBUTE VALUE [OPTIONS]",
    ),
    Command(
        "reject",
        "rashomon.cli.review:reject",
        "Let a claim count for nothing; it stays to be seen.",
        ('rashomon reject clm_5e6f --note "a slip of the pen" --db city.db',),
        "CLAIM [OPTIONS]",
    ),
    Command(
        "note",
        "rashomon.cli.review:note",
        "Write a note on an incident into the log; nothing else changes.",
        ('rashomon note inc_7f3a --note "ask the mayor" --by Ada',),
        "INCIDENT [OPTIONS]",
    ),
    Command(
        "undo",
        "rashomon.cli.review:undo",
        "Take a decision back; both stay in the log.",
        ("rashomon undo dec_0a1b --by Ada --db city.db",),
        "DECISION [OPTIONS]",
    ),
    Command(
        "decisions",
        "rashomon.cli.review:decisions",
        "List what people decided, the oldest first, what was taken back included.",
        ("rashomon decisions --db city.db", "rashomon decisions --json"),
        "[OPTIONS]",
    ),
    Command(
        "serve",
        "rashomon.cli.serve:serve",
        "Show a database as a page in the browser; it goes on while a run writes.",
        (
            "rashomon serve --db city.db",
            "rashomon serve --db city.db --review",
            "rashomon serve --host 0.0.0.0 --port 8080 --name desk.example",
        ),
        "[OPTIONS]",
    ),
    Command(
        "publish",
        "rashomon.cli.serve:publish",
        "Write the page as files that any web server shows, with nothing else behind it.",
        ("rashomon publish site/ --db city.db",),
        "SITE [OPTIONS]",
    ),
    Command(
        "copy",
        "rashomon.cli.copying:copy",
        "Copy a whole database into an empty one: from a file to a server, or back.",
        (
            "rashomon copy city.db postgresql://ada@db.example:5432/city",
            "rashomon copy postgresql://ada@db.example:5432/city city.db",
        ),
        "FROM TO [OPTIONS]",
    ),
    Command(
        "annotate",
        "rashomon.cli.annotate:annotate",
        "Mark what is read in each text, span by span, without a database.",
        (
            "rashomon annotate story.txt --layer places",
            "rashomon annotate docs.jsonl --layer dates -o dates.jsonl",
            "rashomon annotate - --layer incidents",
        ),
        "INPUT... --layer LAYER [OPTIONS]",
    ),
    Command(
        "gazetteer",
        "rashomon.cli.gazetteer:gazetteer",
        "Build the gazetteer of places now, rather than at its first use.",
        ("rashomon gazetteer",),
    ),
)
