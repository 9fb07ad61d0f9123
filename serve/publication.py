"""A published copy: which files lie in its folder, so that this program, or any Datasette, can serve it.

A place of publications has each in a folder of its own, and the link ``current``, which leads to the one that counts.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from serve.access import NAME

CURRENT = "current"
DATABASE = f"{NAME}.db"
COUNTS = "inspect-data.json"
"""What ``datasette inspect`` writes; a Datasette that finds it in the folder takes the database for immutable."""
METADATA = "metadata.yml"
SETTINGS_FILE = "settings.json"
CHECKSUMS = "SHA256SUMS"
PAPERS = "papers"
"""The folder beside a database in which the files of its papers may be, by the ids of the documents."""


def database_in(path: Path) -> Path:
    """The database that is meant by a file, by a place of publications or by one of them; links are followed.

    So a site goes on with the copy that it began with when another is published.
    """
    if not path.is_dir():
        return path
    for folder in (path / CURRENT, path):
        if (folder / DATABASE).is_file():
            return (folder / DATABASE).resolve()
    return path


def is_published(database: Path) -> bool:
    """Whether a database is a published copy, which nothing writes to."""
    return database.name == DATABASE and database.with_name(COUNTS).is_file()


def counts_of(database: Path) -> dict[str, Any] | None:
    """What is told beside a database of its tables; None if nothing is, or of another file."""
    try:
        told: dict[str, Any] = json.loads(database.with_name(COUNTS).read_text(encoding="utf-8"))
        return told if told[NAME]["size"] == database.stat().st_size else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def counts(database: Path, sha256: str) -> dict[str, Any]:
    """What ``datasette inspect`` tells of a database: its hash, its size, and the rows of each table and view."""
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as db:
        tables = db.execute("select name from sqlite_master where type = 'table' order by name").fetchall()
        rows = {name: db.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in tables}
    about = {"hash": sha256, "size": database.stat().st_size, "file": database.name}
    return {NAME: {**about, "tables": {name: {"count": number} for name, number in rows.items()}}}


def paper_beside(database: str, document_id: str, file_name: str) -> str:
    """Where the file of a document is in a publication that has the papers: ``papers/0123456789abcdef.pdf`` beside the database."""
    return str(Path(database).parent / PAPERS / f"{document_id}{Path(file_name).suffix.lower()}")


READ_ME = f"""# {{title}}

A copy of a database that panelpapers made, published on {{day}}. Nothing writes to it.

| | |
| --- | --- |
| `{DATABASE}` | the database: {{papers}} papers, {{figures}} figures. Any SQLite client opens it |
| `CHANGELOG.md`, `changes.json` | what is new since the publication before |
| `{CHECKSUMS}` | the SHA-256 of every file: `sha256sum --check {CHECKSUMS}` |
| `{METADATA}`, `{SETTINGS_FILE}`, `{COUNTS}` | what a Datasette tells of it, its settings, the number of rows |
{{of_papers}}
Serve it with everything this project's site has (`pip install panelpapers`):

    panelpapers serve --db .

Or in this folder with a plain [Datasette](https://datasette.io) 0.65, with tables, descriptions and prepared questions, without our pages:

    datasette .

Where panelpapers is installed beside Datasette, `datasette .` has its pages too.
"""
