"""Papers in zip archives: read where they are, within bounds, and no name leads out."""

import io
import random
import zipfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import prose
from ingest.batch import ingest_files
from ingest.finding import find_files
from ingest.processes.pool import read_all
from schema import archives
from schema.database import open_database
from schema.errors import Unreadable
from schema.reading import Known

PAPER = (
    b"# Kent Police and Crime Panel\n\nMeeting on 12 October 2015\n\nRobbery fell by 12% to 110 offences in 2014/15.\n"
)


def zipped(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def members(path: Path) -> dict[str, str | None]:
    return {member.path.relative_to(path).as_posix(): member.refused for member in archives.members(path)}


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    inner = zipped({"deep/c.txt": PAPER + b"c"})
    path.write_bytes(zipped({"b.txt": PAPER, "2015/a.txt": PAPER + b"a", "2014.zip": inner, "empty/": b""}))
    assert members(path) == {"2014.zip/deep/c.txt": None, "2015/a.txt": None, "b.txt": None}
    assert archives.content(path / "2015" / "a.txt") == PAPER + b"a"
    assert archives.content(path / "2014.zip" / "deep" / "c.txt") == PAPER + b"c"
    assert archives.size(path / "2015" / "a.txt") == len(PAPER) + 1
    for missing in (path / "none.txt", path / "2014.zip" / "none.txt", tmp_path / "none.txt"):
        with pytest.raises(FileNotFoundError):
            archives.content(missing)


def test_documents_that_are_zip_files_are_no_archives(tmp_path: Path) -> None:
    for name, inside in (
        ("a.docx", "[Content_Types].xml"),
        ("a.odt", "content.xml"),
        ("a.epub", "META-INF/container.xml"),
    ):
        path = tmp_path / name
        path.write_bytes(zipped({inside: b"<x/>"}))
        assert not archives.is_archive(path)
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04 is how a zip file begins")
    assert not archives.is_archive(tmp_path / "a.txt")
    assert not archives.is_archive(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "a\\..\\out.txt", "line\nbreak.txt", "bell\x07.txt"]
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(zipped({"good.txt": PAPER, name: PAPER}))
    told = members(path)
    assert told.pop("good.txt") is None
    (refused,) = told.values()
    assert refused is not None and "leads out of it" in refused


def test_bounds_on_count_size_and_depth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(zipped({"nothing.txt": b"\0" * 2_000_000, "a.txt": PAPER}))
    assert "unpacks to far more" in str(members(path)["nothing.txt"])

    deep = PAPER
    for level in range(5):
        deep = zipped({f"{level}.zip" if level else "a.txt": deep})
    path.write_bytes(deep)
    ((_, refused),) = members(path).items()
    assert "it is the 4th archive inside another" in str(refused)

    monkeypatch.setattr(archives, "MOST_BYTES_OF_ONE", 10)
    path.write_bytes(zipped({"a.txt": PAPER, "b.txt": b"short"}))
    assert {name: bool(why) for name, why in members(path).items()} == {"a.txt": True, "b.txt": False}
    for bound, said in (("MOST_MEMBERS", "holds 2 files, more than 1"), ("MOST_BYTES", "unpacks to more than")):
        monkeypatch.setattr(archives, bound, 1)
        with pytest.raises(Unreadable, match=said):
            members(path)
        monkeypatch.undo()
        monkeypatch.setattr(archives, "MOST_BYTES_OF_ONE", 10)


def test_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": PAPER}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    path = tmp_path / "papers.zip"
    path.write_bytes(data)
    assert "it has a password" in str(members(path)["a.txt"])


def test_a_member_that_holds_more_than_it_says_is_damaged(tmp_path: Path) -> None:
    data = zipped({"a.txt": PAPER})
    small = (10).to_bytes(4, "little")
    for signature, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + size
        data = data[:at] + small + data[at + 4 :]
    path = tmp_path / "papers.zip"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="damaged"):
        archives.content(path / "a.txt")


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2]),
)
def test_no_damage_makes_it_raise_anything_else(tmp_path_factory: pytest.TempPathFactory, seed: int, how: int) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    dice = random.Random(seed)
    data = bytearray(zipped({"a.txt": PAPER * 9, "in.zip": zipped({"b.txt": PAPER})}, how))
    for _ in range(dice.randint(1, 6)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    path.write_bytes(data[: dice.randint(1, len(data))] if dice.random() < 0.3 else data)
    try:
        found = [member for member in archives.members(path) if not member.refused] if archives.is_archive(path) else []
        for member in found:
            archives.content(member.path)
    except (Unreadable, FileNotFoundError):
        return


def test_an_archive_is_ingested_with_its_manifest(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    files = {
        "kent/a.txt": PAPER,
        "kent/manifest.csv": b"file_name,source_url\na.txt,https://example.org/a\n",
        "kent/c.pdf": prose().data,
        "__MACOSX/kent/._a.txt": b"x",
        "../d.txt": PAPER,
    }
    path.write_bytes(zipped(files))
    db = open_database(tmp_path / "panel.db")
    batch = ingest_files(db, find_files([tmp_path]), Known(), version="1", read=partial(read_all, workers=1))
    came = {Path(result.file.path).relative_to(path).as_posix(): result.came for result in batch.results}
    assert came == {"kent/a.txt": "added", "kent/c.pdf": "added", "d.txt": "failed"}
    rows = db.execute("select path, bytes, source_url from documents where media_type = 'text/plain' order by path")
    assert [tuple(row) for row in rows] == [(str(path / "kent/a.txt"), len(PAPER), "https://example.org/a")]
    again = ingest_files(db, find_files([tmp_path]), Known(), version="1", read=partial(read_all, workers=1))
    assert again.counts.unchanged == 2
    db.close()


def test_a_damaged_archive_is_one_failed_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAPER)
    whole = zipped({f"{n}.txt": PAPER + bytes([n]) for n in range(40)})
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    db = open_database(tmp_path / "panel.db")
    batch = ingest_files(db, find_files([tmp_path]), Known(), version="1", read=partial(read_all, workers=1))
    assert {result.file.file_name: result.came for result in batch.results} == {"a.txt": "added", "cut.zip": "failed"}
    assert "cut short; download it again" in str(batch.results[1].why)
    db.close()
