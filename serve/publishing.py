"""Publishing: a copy of the database that nothing writes to, with all that serves it beside it, taken in at once or not at all.

A copy is made in a folder that nobody looks at, checked, written out to the disk, and only then the link ``current`` is turned to it,
in one step of the file system. Whatever happens before that leaves the one before. Sites that serve the copy before go on with it: the
last two are kept.

What is published tells nothing of the machine: a paper's path is its file name. With ``papers`` the files are published too, by the ids
of their documents, so that the site can draw the pages (``serve.files``).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from schema.database import explained, open_database, read_database, writing
from schema.errors import PanelPapersError, WrongUsage
from schema.places import PLACE
from schema.runs import refresh_derived
from schema.sole_writer import sole_writer
from schema.soundness import soundness
from serve import changes, publication
from serve.opening import paper_opened, plain
from serve.publication import CHECKSUMS, COUNTS, CURRENT, DATABASE, METADATA, PAPERS, SETTINGS_FILE
from serve.site import SETTINGS, metadata, metadata_file

_BUILDING = ".new-"
_TURNING = ".current"
_CHANGES, _LOG, _READ_ME = "changes.json", "CHANGELOG.md", "README.md"
_LOG_HEAD = "# What is new in each publication\n"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Published:
    """The current publication; ``changes`` is None where nothing was new and so nothing was published.

    ``papers`` counts the files that were published, ``not_there`` those that were to be and are not where they were read.
    """

    folder: Path
    changes: changes.Changes | None
    papers: int = 0
    not_there: tuple[str, ...] = ()


def publish(
    database: Path,
    place: Path,
    *,
    papers: bool = False,
    now: dt.datetime | None = None,
    on_wait: Callable[[str], None] = lambda _: None,
) -> Published:
    """Publish a database in the folder ``place``; where nothing is new since the last publication, nothing changes.

    Raises:
        WrongUsage: the folder is a file, cannot be made, or holds something else.
        DatabaseUnusable: the database cannot be read, or the disk is full.
        PanelPapersError: the copy does not agree with itself. Whatever is raised, what was published before stays as it is.
    """
    read_database(database).close()
    _prepare(place)
    with sole_writer(place / CURRENT, on_wait):
        for left in place.glob(f"{_BUILDING}*"):
            shutil.rmtree(left)
        before = _current(place)
        moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
        building = place / f"{_BUILDING}{_name(place, moment)}"
        building.mkdir()
        try:
            _copy(database, building / DATABASE, on_wait)
            _check(building / DATABASE)
            found = _papers(database, building) if papers else ((), ())
            if before is not None and not _news(before, building):
                return Published(before, None, len(found[0]), found[1])
            news = _describe(before, building, moment)
            folder = _take_in(building, place)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        _forget(place, folder, before)
    return Published(folder, news, len(found[0]), found[1])


def _prepare(place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise WrongUsage(f"{place}: this is a file; name a folder for the publications")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUsage(f"{place}: the folder cannot be made ({error.strerror}); name another") from error
    ours = {CURRENT, f"{CURRENT}.lock", _TURNING}
    others = [one.name for one in place.iterdir() if one.name not in ours and not one.name.startswith(_BUILDING)]
    if others and _current(place) is None and not all((place / one / CHECKSUMS).is_file() for one in others):
        raise WrongUsage(f"{place}: this folder has something else in it ({sorted(others)[0]}); name an empty one")


def _current(place: Path) -> Path | None:
    """The publication that counts now."""
    link = place / CURRENT
    return place / link.readlink() if link.is_symlink() and (link / DATABASE).is_file() else None


def _name(place: Path, moment: dt.datetime) -> str:
    name = moment.strftime("%Y-%m-%dT%H%M%SZ")
    again = 2
    while (place / name).exists():
        name, again = f"{moment:%Y-%m-%dT%H%M%SZ}-{again}", again + 1
    return name


def _copy(source: Path, target: Path, on_wait: Callable[[str], None]) -> None:
    """A copy of the database at one moment, when nobody fills it: in step, compact, without a path of this machine or a log beside it."""
    between = target.with_name("between.db")
    with (
        _still(source, on_wait),
        closing(read_database(source)) as db,
        closing(sqlite3.connect(between)) as copy,
        explained(str(between)),
    ):
        db.conn.backup(copy)
        copy.execute("pragma journal_mode = delete")
    with closing(open_database(between, create=False)) as db, explained(str(target)):
        db.execute("pragma synchronous = off")
        refresh_derived(db)
        with writing(db):
            db.execute("update runs set status = 'killed' where status = 'running'")
            _without_paths(db)
            db.execute("analyze")
        # Leaves nothing of what was changed in unused pages, and keeps the rows' numbers, by which the search finds them.
        db.execute("vacuum into ?", (str(target),))
    for left in target.parent.glob(f"{between.name}*"):
        left.unlink()


@contextmanager
def _still(source: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """While this lasts nobody fills the database; where nobody can write beside it, nobody does."""
    if not os.access(source.absolute().parent, os.W_OK):
        yield
        return
    with sole_writer(source, on_wait):
        yield


def _without_paths(db: Database) -> None:
    """Let papers lie at their file names, in everything that tells of paths."""
    paths = db.execute(
        "select path, document_id, given, seen_from, seen_to from document_paths order by seen_from, path"
    ).fetchall()
    seen: dict[tuple[str, str], tuple[str, str | None]] = {}
    for path, document_id, given, seen_from, seen_to in paths:
        name = path.rsplit("/", 1)[-1]
        for told in {path, given} - {None, name}:
            db.execute(
                "update problems set message = replace(message, ?, ?) where document_id = ?", (told, name, document_id)
            )
        since, until = seen.get((name, document_id), (seen_from, seen_to))
        seen[name, document_id] = (since, None if until is None or seen_to is None else max(until, seen_to))
    db.execute("delete from document_paths")
    db.conn.executemany(
        "insert into document_paths (path, document_id, seen_from, seen_to) values (?, ?, ?, ?)",
        [(*key, *times) for key, times in seen.items()],
    )
    db.execute("update documents set path = file_name")


def _check(database: Path) -> None:
    with closing(read_database(database)) as db:
        wrong = next((one for one in soundness(db) if one.result == "wrong"), None)
    if wrong is not None:
        raise PanelPapersError(
            f"the copy is not sound ({wrong.check}: {wrong.found}), so it was not published; `panelpapers check` says what to do"
        )


def _papers(database: Path, building: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Copy the files of current papers that are where they were read, unchanged; the names of those, and of the others."""
    there, missing = [], []
    (building / PAPERS).mkdir()
    with closing(read_database(database)) as db:
        found = db.execute(
            f"select id, {PLACE}, file_name, sha256, bytes from documents d where superseded_by is null order by id"
        ).fetchall()
    for id, path, name, sha256, size in found:
        target = Path(publication.paper_beside(str(building / DATABASE), id, name))
        try:
            plain(path, size)
            with paper_opened(path, size) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy, _PIECE)
        except (OSError, ValueError) as error:
            if target.exists() and getattr(error, "filename", path) != path:
                raise
            missing.append(name)
            continue
        if _sha256(target) == sha256:
            there.append(name)
        else:
            target.unlink()
            missing.append(name)
    return tuple(there), tuple(missing)


def _news(before: Path, building: Path) -> bool:
    """Whether a copy differs from the publication before: in what it tells, how it is served, or the papers beside it."""
    told = metadata_file().read_bytes(), _settings().encode()
    if told != ((before / METADATA).read_bytes(), (before / SETTINGS_FILE).read_bytes()):
        return True
    papers = [sorted(one.name for one in (folder / PAPERS).glob("*")) for folder in (before, building)]
    return papers[0] != papers[1] or changes.differ(before / DATABASE, building / DATABASE)


def _settings() -> str:
    return _json({**SETTINGS, "default_cache_ttl": 300, "allow_download": True})


def _describe(before: Path | None, building: Path, moment: dt.datetime) -> changes.Changes:
    """Write everything beside the database."""
    name = building.name.removeprefix(_BUILDING)
    news = changes.changes(before and before / DATABASE, building / DATABASE)
    data = {"publication": name, "previous": before and before.name, **news.data()}
    earlier = (before / _LOG).read_text(encoding="utf-8").removeprefix(_LOG_HEAD) if before else ""
    has_papers = (building / PAPERS).is_dir()
    written = {
        COUNTS: _json(publication.counts(building / DATABASE, _sha256(building / DATABASE))),
        SETTINGS_FILE: _settings(),
        _CHANGES: _json(data),
        _LOG: f"{_LOG_HEAD}\n{changes.text(news, name)}{earlier}",
        _READ_ME: publication.READ_ME.format(
            title=metadata()["title"],
            day=f"{moment:%-d %B %Y}",
            papers=f"{news.counts['papers'][1]:,}",
            figures=f"{news.counts['figures'][1]:,}",
            of_papers=f"| `{PAPERS}/` | the files of the papers, from which the site draws pages |\n"
            if has_papers
            else "",
        ),
    }
    for file, text in written.items():
        (building / file).write_text(text, encoding="utf-8")
    shutil.copyfile(metadata_file(), building / METADATA)
    files = sorted(one for one in building.rglob("*") if one.is_file())
    sums = [f"{_sha256(one)}  {one.relative_to(building).as_posix()}\n" for one in files]
    (building / CHECKSUMS).write_text("".join(sums), encoding="utf-8")
    return news


def _take_in(building: Path, place: Path) -> Path:
    """Write a copy out to the disk, give it its name, and turn the link to it."""
    for file in building.rglob("*"):
        if file.is_file():
            file.chmod(0o444)
        _sync(file)
    _sync(building)
    folder = place / building.name.removeprefix(_BUILDING)
    building.rename(folder)
    _sync(place)
    turning = place / _TURNING
    turning.unlink(missing_ok=True)
    turning.symlink_to(folder.name)
    turning.replace(place / CURRENT)
    _sync(place)
    return folder


def _forget(place: Path, current: Path, before: Path | None) -> None:
    """Take away old publications, and those that were never taken in; what is no publication stays."""
    stay = {current, before}
    for one in list(place.iterdir()):
        if one not in stay and not one.is_symlink() and (one / CHECKSUMS).is_file():
            # Half deleted it would not be known as a publication any more; under this name the next one takes it away.
            shutil.rmtree(one.rename(place / f"{_BUILDING}{one.name}"))


def _sync(path: Path) -> None:
    """Have the system write a file or folder out to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
