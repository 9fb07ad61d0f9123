"""Short performance papers as text, and a database that they were ingested into one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from ingest.batch import ingest_files
from ingest.finding import find_files
from ingest.processes.pool import read_all
from schema.database import open_database
from schema.reading import Known

#: The twelve months that most of ``FOUR_FORCES`` tell of.
YEAR = "(Jul '18 - Jun '19)"
_HEAD = "# {panel} Police and Crime Panel\n\nMeeting to be held on {day}\n\n## Performance report\n\n"


def paper(panel: str, rows: str, day: str = "9 September 2019") -> str:
    return _HEAD.format(panel=panel, day=day) + rows + "\n"


FOUR_FORCES = {
    "kent": paper(
        "Kent",
        f"Measure\tPrevious (Jul '17 - Jun '18)\tCurrent {YEAR}\nBurglary\t11,020\t10,010\nRobbery\t2,004\t1,909",
    ),
    "sussex": paper(
        "Sussex",
        f"Measure\tPrevious (Jul '17 - Jun '18)\tCurrent {YEAR}\nBurglary\t9,111\t8,765\nRobbery\t1,011\t1,029",
    ),
    "surrey": paper(
        "Surrey",
        "Measure\tPrevious (Apr '17 - Mar '18)\tCurrent (Apr '18 - Mar '19)\nBurglary\t7,222\t7,001\nRobbery\t402\t409",
    ),
    "essex": paper("Essex", "Measure\tApr '19 - Jun '19\nBurglary\t2,613\nRobbery\t401\nArson\t133"),
}


@contextmanager
def database_of(folder: Path, papers: Mapping[str, str], name: str = "panel") -> Iterator[Database]:
    """The database ``name`` in ``folder`` with the papers, by the names of their files; what it held before stays."""
    (folder / "papers").mkdir(exist_ok=True)
    db = open_database(folder / f"{name}.db")
    for file, text in papers.items():
        path = folder / "papers" / f"{file}.md"
        path.write_text(text)
        ingest_files(db, find_files([path]), Known(), version="1", read=partial(read_all, workers=1))
    try:
        yield db
    finally:
        db.close()


def ingested(folder: Path, papers: Mapping[str, str]) -> Path:
    """The path of such a database, closed."""
    with database_of(folder, papers):
        return folder / "panel.db"
