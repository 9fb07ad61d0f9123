"""Which files are looked at, and what is known of them before they are read."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.finding import Found, find_files
from ingest.manifest import Manifests, day, force_id
from schema.errors import NothingToRead, WrongUsage
from schema.reading import Known


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(folder: Path, *paths: Path) -> list[str]:
    return [found.path.relative_to(folder).as_posix() for found in find_files(paths or [folder])]


def test_folders_are_searched_without_what_is_no_paper(tmp_path: Path) -> None:
    touch(tmp_path, "b.pdf", "a/z.txt", "a/minutes", "c.xlsx", "manifest.csv", "about.yml", "truth.json", "b.gt.json")
    touch(tmp_path, ".hidden.pdf", ".git/x.txt", "~$b.docx", "a/Thumbs.db", "README.md", "panel.db")
    assert names(tmp_path) == ["b.pdf", "c.xlsx", "a/minutes", "a/z.txt"]


def test_no_file_is_read_twice_and_a_named_one_always(tmp_path: Path) -> None:
    touch(tmp_path, "a.json", "a.txt")
    assert names(tmp_path, tmp_path / "a.json", tmp_path / "a.txt", tmp_path) == ["a.json", "a.txt"]


@pytest.mark.parametrize(("name", "said"), [("nowhere", "no such file or folder"), ("empty", "no papers here")])
def test_nothing_to_read(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match=said):
        find_files([tmp_path / name])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lancashire", "lancashire"),
        ("Lancashire Constabulary", "lancashire"),
        (" Devon & Cornwall ", "devon-and-cornwall"),
    ],
)
def test_force(text: str, found: str) -> None:
    assert force_id(text) == found


@pytest.mark.parametrize(
    ("text", "said"), [("lancashir", "did you mean lancashire?"), ("Narnia", "none of the 43 forces")]
)
def test_no_force(text: str, said: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        force_id(text)


@pytest.mark.parametrize("text", ["2015-10-12", "12/10/2015", "12 October 2015", " 12 Oct 2015 "])
def test_day(text: str) -> None:
    assert day(text) == dt.date(2015, 10, 12)


def test_no_day() -> None:
    with pytest.raises(WrongUsage, match="2015-10-12"):
        day("2015-02-30")


def test_options_win_over_the_nearest_manifest_and_that_over_the_others(tmp_path: Path) -> None:
    touch(tmp_path, "a/b/x.pdf")
    (tmp_path / "manifest.csv").write_text("path,title,force,body\na/b/x.pdf,Outer,kent,Panel\n")
    (tmp_path / "a/b/manifest.csv").write_text("\ufeffFile Name,title,Meeting date,notes\nx.pdf, Inner ,12/10/2015,n\n")
    manifests = Manifests(Known(force="essex"))
    assert manifests.known(Found(tmp_path / "a/b/x.pdf", tmp_path)) == Known(
        force="essex", title="Inner", meeting_date=dt.date(2015, 10, 12), body="Panel"
    )
    assert manifests.known(Found(tmp_path / "a/b/y.pdf", tmp_path)) == Known(force="essex")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title\nx\n", "no column path or file_name"),
        ("path,force\nx.pdf,Narnia\n", r"manifest\.csv, line 2: 'Narnia' is none"),
        ("path,period_end\nx.pdf,soon\n", r"manifest\.csv, line 2: 'soon' is not a day"),
    ],
)
def test_a_manifest_that_cannot_be_meant(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "manifest.csv").write_text(text)
    with pytest.raises(WrongUsage, match=said):
        Manifests(Known()).known(Found(tmp_path / "x.pdf", tmp_path))
