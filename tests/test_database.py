"""Opening the database: what is made, what is refused and what the person is told."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from readings import NOON, file_facts, small_reading
from schema import vocabulary
from schema.database import APPLICATION_ID, database_path, open_database, read_database, writing
from schema.errors import DatabaseUnusable
from schema.migrations import bring_into_shape, enable_search, migrate, version_of_shape
from schema.saving import save_reading
from schema.shape import Table
from schema.soundness import soundness
from schema.tables import SEARCH_TOKENIZER, TABLES, public_columns
from schema.views import VIEWS


@pytest.fixture
def folder_of_a_plain_user() -> Iterator[Path]:
    """A folder in which permissions count, also where the tests are run by root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        was = os.geteuid()
        if was == 0:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
            if was == 0:
                os.seteuid(was)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A new database that no test changes."""
    db = open_database(tmp_path_factory.mktemp("made") / "panel.db")
    yield db
    db.close()


def everything(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def test_a_new_database_has_every_table_column_and_view_of_the_shape(made: Database) -> None:
    for name, columns in public_columns().items():
        item = made.view(name) if name in made.view_names() else made.table(name)
        assert tuple(item.columns_dict) == columns, name
    assert {view.name for view in VIEWS} == set(made.view_names())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_references_indexes_and_search_are_as_described(table: Table, made: Database) -> None:
    there = made.table(table.name)
    assert tuple(there.pks) == table.key
    assert {(key.column, key.other_table, key.on_delete) for key in there.foreign_keys} == {
        (column, to.table, to.on_delete) for column, to in table.references.items()
    }
    assert set(table.indexes) <= {tuple(index.columns) for index in there.indexes}
    assert there.detect_fts() == (f"{table.name}_fts" if table.search else None)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_reference_can_be_followed_back_by_an_index(table: Table) -> None:
    assert set(table.references) <= {columns[0] for columns in (*table.indexes, table.key)}


def test_the_vocabularies_are_in(made: Database) -> None:
    db = made
    assert db.table("forces").count == 43
    assert db.table("measures").count == len(vocabulary.measures())
    assert db.table("measure_aliases").count == len(vocabulary.measure_aliases())
    assert db.table("forces").get("lancashire")["gss_code"] == "E23000003"
    (before, after) = db.query(
        "select name from governance where force = 'durham' and kind in ('pcc', 'pcvc') order by kind"
    )
    assert before["name"].startswith("Police and Crime Commissioner")
    assert after["name"].startswith("Police, Crime and Victims")
    assert list(db.execute("pragma foreign_key_check")) == []
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)


def test_opening_again_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    open_database(path).close()
    before = path.read_bytes()
    db = open_database(path)
    assert db.conn.total_changes == 0
    db.close()
    assert path.read_bytes() == before


def test_words_that_changed_since_are_mended_and_facts_keep_theirs(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    db = open_database(path)
    db.execute("update forces set name = 'Lancs' where id = 'lancashire'")
    db.table("measures").insert({"id": "gone", "name": "Gone", "category": "Old"})
    db.close()
    db = open_database(path)
    assert db.table("forces").get("lancashire")["name"] == "Lancashire"
    assert db.execute("select count(*) from measures where id = 'gone'").fetchone() == (0,)


def test_a_database_can_be_read_by_the_plain_sqlite_shell_and_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    open_database(path).close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("pragma application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("pragma journal_mode").fetchone() == ("wal",)
        assert plain.execute("select count(*) from observations_readable").fetchone() == (0,)
    plain.close()


def test_tables_and_views_that_somebody_added_stay(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    db = open_database(path)
    db.table("my_notes").insert({"note": "look at this"})
    db.create_view("my_view", "select note from my_notes")
    db.close()
    db = open_database(path)
    assert list(db.query("select note from my_view")) == [{"note": "look at this"}]


def test_an_older_shape_is_brought_up_to_date() -> None:
    db = Database(memory=True)
    runs = next(table for table in TABLES if table.name == "runs")
    older = replace(runs, columns={name: kind for name, kind in runs.columns.items() if name != "failed"})
    bring_into_shape(db, (*(table for table in TABLES if table.name not in ("runs", "coverage")), older))
    db.table("runs").insert({"id": "1", "version": "1", "started_at": "2026-01-01", "status": "finished", "files": 3})
    migrate(db)
    assert {name: tuple(db.table(name).columns_dict) for name in ("runs", "coverage")} == {
        name: public_columns()[name] for name in ("runs", "coverage")
    }
    assert db.execute("select files, failed from runs").fetchall() == [(3, None)]


def test_search_is_made_again_after_a_transform_took_its_triggers(tmp_path: Path) -> None:
    db = open_database(tmp_path / "panel.db")
    db.execute(
        "insert into documents (id, path, file_name, sha256, bytes, status, version, ingested_at)"
        " values ('d', 'a.txt', 'a.txt', 'd', 1, 'ok', '1', '2026-01-01')"
    )
    for view in VIEWS:
        db.view(view.name).drop()
    db.table("pages").transform(drop={"label"})
    with writing(db):
        enable_search(db)
    db.table("pages").insert({"document_id": "d", "page": 1, "text": "Burglaries fell", "kind": "text"})
    assert [row["page"] for row in db.table("pages").search("burglary")] == [1]


# What cannot be used


def refused(path: Path, words: str, **options: object) -> None:
    with pytest.raises(DatabaseUnusable, match=words) as caught:
        open_database(path, **options).close()  # type: ignore[arg-type]
    assert str(path) in caught.value.message
    assert caught.value.exit_code == 4
    assert "\n" not in caught.value.message


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Panel, " * 200)
    before = path.read_bytes()
    refused(path, "not a SQLite database")
    with pytest.raises(DatabaseUnusable, match="not a SQLite database"):
        read_database(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["letter.db"]


@pytest.mark.parametrize("application_id", [0, 0x47504B47])
def test_a_database_of_another_program_is_refused_and_left_alone(application_id: int, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("create table forces (id text)")
    other.execute(f"pragma application_id = {application_id}")
    other.commit()
    other.close()
    before = path.read_bytes()
    refused(path, "another program")
    with pytest.raises(DatabaseUnusable, match="another program"):
        read_database(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["other.db"]


def test_a_database_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    db = open_database(path)
    db.execute("pragma user_version = 9999")
    db.close()
    refused(path, "later version")


def test_a_database_that_was_never_begun_has_nothing_to_read_and_is_made_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    begun = sqlite3.connect(path)
    # What a kill in the first transaction leaves: a file with a head and no table.
    begun.execute("pragma journal_mode = wal")
    begun.close()
    assert path.stat().st_size > 0
    with pytest.raises(DatabaseUnusable, match="there is nothing in it"):
        read_database(path)
    open_database(path).close()
    read_database(path).close()


def test_a_database_of_an_earlier_version_is_not_read_but_brought_up_to_date_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    db = open_database(path)
    db.execute("pragma user_version = 0")
    db.close()
    with pytest.raises(DatabaseUnusable, match="earlier version"):
        read_database(path)
    open_database(path).close()
    assert read_database(path).table("forces").count == 43


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    path.touch()
    assert open_database(path).table("forces").count == 43


def test_a_folder_a_missing_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder")
    refused(tmp_path / "nowhere" / "panel.db", "there is no folder")
    refused(tmp_path / "panel.db", "no such file.*panelpapers ingest", create=False)
    with pytest.raises(DatabaseUnusable, match="no such file"):
        read_database(tmp_path / "panel.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    open_database(path).close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    path.write_bytes(data)
    refused(path, "damaged")


def test_a_file_that_may_only_be_read_is_told_and_can_be_read(folder_of_a_plain_user: Path) -> None:
    path = folder_of_a_plain_user / "panel.db"
    open_database(path).close()
    path.chmod(0o444)
    refused(path, "cannot be written")
    db = read_database(path)
    assert db.table("forces").count == 43
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("delete from forces")


def test_a_folder_that_may_only_be_read_is_told_and_its_database_can_be_read(folder_of_a_plain_user: Path) -> None:
    path = folder_of_a_plain_user / "panel.db"
    open_database(path).close()
    folder_of_a_plain_user.chmod(0o555)
    refused(path, "cannot be (written|opened)")
    refused(path.with_name("new.db"), "cannot be opened")
    assert read_database(path).table("forces").count == 43


def test_a_database_that_another_program_writes_to_is_told(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    open_database(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    refused(path, "another program is writing", busy_seconds=0.05)
    assert read_database(path).table("forces").count == 43
    other.execute("rollback")
    open_database(path).close()
    other.close()


def test_an_error_in_a_transaction_takes_all_of_it_back(tmp_path: Path) -> None:
    db = open_database(tmp_path / "panel.db")
    before = everything(db)
    with pytest.raises(KeyboardInterrupt), writing(db):
        db.execute("delete from force_aliases")
        db.table("runs").insert({"id": "1", "version": "1", "started_at": "now", "status": "running"})
        raise KeyboardInterrupt
    assert everything(db) == before
    assert not db.conn.in_transaction


def test_the_path_of_an_open_database(tmp_path: Path) -> None:
    assert database_path(open_database(tmp_path / "panel.db")) == str(tmp_path / "panel.db")
    assert database_path(Database(memory=True)) == ":memory:"


def test_a_database_of_the_first_shape_gets_the_columns_that_came_later(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    open_database(path).close()
    older = sqlite3.connect(path)
    older.executescript("".join(f'drop view "{view.name}";' for view in VIEWS))
    for column in ("value_to", "disputed"):
        older.execute(f"alter table observations drop column {column}")
    older.execute("delete from _sqlite_migrations where name = 'ranges_and_disputes'")
    older.commit()
    older.execute("pragma user_version = 1")
    older.close()
    with pytest.raises(DatabaseUnusable, match="earlier version"):
        read_database(path)
    db = open_database(path)
    assert {"value_to", "disputed"} <= set(db.table("observations").columns_dict)
    assert db.execute("select value_to, disputed from observations_readable").fetchall() == []
    db.close()


def test_a_database_whose_search_knew_no_areas_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "panel.db"
    db = open_database(path)
    save_reading(db, small_reading(), file_facts(), version="1", ingested_at=NOON)
    with writing(db):
        db.execute("update observations set area = 'Camden', period_end = '2019-03-31'")
        table = db.table("observations")
        table.enable_fts(("label", "context"), tokenize=SEARCH_TOKENIZER, create_triggers=True, replace=True)
        db.execute("delete from _sqlite_migrations where name = 'figures_by_area_and_day'")
        db.execute(f"pragma user_version = {version_of_shape() - 1}")
    assert list(table.search("camden")) == []
    db.close()
    with pytest.raises(DatabaseUnusable, match="earlier version"):
        read_database(path)
    db = open_database(path)
    table = db.table("observations")
    assert len(list(table.search("burglary camden 2019"))) == 2
    with writing(db):
        db.execute("update observations set area = 'Barnet'")
    assert len(list(table.search("burglary barnet 2019"))) == 2 and not list(table.search("camden"))
    assert {one.check: one.result for one in soundness(db)}["words of the search"] == "ok"
    db.close()
