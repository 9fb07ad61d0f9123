"""Which files are looked at, and what is known of them before they are read."""

import datetime as dt
from pathlib import Path

import pytest

from growth import grows_with_its_length
from ingest.finding import Found, find_files
from ingest.manifest import Manifests, day, force_id, merged
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


def test_the_nearest_manifest_wins_over_the_others_as_far_as_the_folder_that_was_given(tmp_path: Path) -> None:
    touch(tmp_path, "a/b/x.pdf")
    (tmp_path / "manifest.csv").write_text("path,title,force,body\na/b/x.pdf,Outer,kent,Panel\n")
    (tmp_path / "a/b/manifest.csv").write_text("\ufeffFile Name,title,Meeting date,notes\nx.pdf, Inner ,12/10/2015,n\n")
    manifests = Manifests()
    said = manifests.said(Found(tmp_path / "a/b/x.pdf", tmp_path))
    assert said == (
        Known(title="Inner", meeting_date=dt.date(2015, 10, 12)),
        Known(),
        Known(title="Outer", force="kent", body="Panel"),
    )
    assert merged(said) == Known(title="Inner", meeting_date=dt.date(2015, 10, 12), force="kent", body="Panel")
    assert manifests.said(Found(tmp_path / "a/b/y.pdf", tmp_path)) == (Known(),) * 3
    assert manifests.said(Found(tmp_path / "a/b/x.pdf", tmp_path / "a/b")) == said[:1]


@pytest.mark.parametrize(
    ("rows", "file", "said"),
    [
        (["a.pdf"], "2023/a.pdf", "a.pdf"),
        (["/home/me/2023/a.pdf", "/home/me/2024/a.pdf"], "2023/a.pdf", "/home/me/2023/a.pdf"),
        (["/home/me/2022/a.pdf", "/home/me/2024/a.pdf"], "2023/a.pdf", None),
        (["/home/me/a.pdf", "a.pdf"], "2023/a.pdf", "a.pdf"),
        # It speaks of the other file, which is there.
        (["2024/a.pdf"], "2023/a.pdf", None),
        (["2024/a.pdf", "a.pdf"], "2023/a.pdf", "a.pdf"),
        (["b.pdf"], "2023/a.pdf", None),
    ],
)
def test_a_row_speaks_of_the_file_whose_path_ends_as_its_own_does(
    tmp_path: Path, rows: list[str], file: str, said: str | None
) -> None:
    touch(tmp_path, "2023/a.pdf", "2024/a.pdf")
    (tmp_path / "manifest.csv").write_text("path,title\n" + "".join(f"{row},{row}\n" for row in rows))
    assert merged(Manifests().said(Found(tmp_path / file, tmp_path))) == Known(title=said)


def test_files_that_a_long_manifest_does_not_name_cost_little(tmp_path: Path) -> None:
    def ask(number: int) -> None:
        (tmp_path / "manifest.csv").write_text("path,title\n" + "".join(f"x/{n}.pdf,T\n" for n in range(number)))
        manifests = Manifests()
        for n in range(number):
            manifests.said(Found(tmp_path / f"other-{n}.pdf", tmp_path))

    assert grows_with_its_length(ask, 1_000)


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
        Manifests().said(Found(tmp_path / "x.pdf", tmp_path))
