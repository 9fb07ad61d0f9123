"""The sample papers: made anew to the same bytes, and every figure of their truth is printed in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml

from corpus.content import PAPERS
from corpus.make import make
from corpus.paper import Paper

CORPUS = Path(__file__).parents[1] / "corpus"
SLUGS = [paper.slug for paper in PAPERS]
NUMBER_WORDS = {
    3: ("third", "three"),
    5: ("five",),
    6: ("Six",),
    7: ("seven",),
    1: ("one",),
    4: ("four",),
    9: ("Nine",),
    40: ("Four in 10",),
}


def text_of(path: Path) -> str:
    """Everything printed in a paper, with single spaces."""
    if path.suffix == ".pdf":
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))
    elif path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        text = "\n".join([*(p.text for p in document.paragraphs), *cells])
    elif path.suffix == ".html":
        text = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")).replace("&amp;", "&").replace("&#x27;", "'")
    else:
        text = path.read_text(encoding="utf-8")
    return " ".join(text.split())


def printed_forms(value: float) -> Iterator[str]:
    """How a paper may print a number: 4854000 is "4854000", "4,854,000" or "4.854" before an M; 0.07 is "7" before a p."""
    size = abs(value)
    for scaled in (size, size / 1e6, size * 100) if size < 1 else (size, size / 1e3, size / 1e6):
        plain = f"{scaled:.6f}".rstrip("0").rstrip(".")
        whole, _, decimals = plain.partition(".")
        for digits in {decimals, decimals.ljust(1, "0"), decimals.ljust(2, "0"), decimals.ljust(3, "0")}:
            tail = f".{digits}" if digits else ""
            yield f"{int(whole)}{tail}"
            yield f"{int(whole):,}{tail}"
            yield f"0{int(whole)}{tail}"
    yield from NUMBER_WORDS.get(int(size), ()) if size == int(size) else ()
    if size == int(size) and size > 60:
        minutes, seconds = divmod(int(size), 60)
        for joint in (" ", " and "):
            yield f"{minutes} minute{'s' * (minutes > 1)}{joint}{seconds} second{'s' * (seconds > 1)}"


def is_printed(value: float, text: str) -> bool:
    return any(re.search(rf"(?<![\d.,]){re.escape(form)}(?![\d]|[.,]\d)", text) for form in printed_forms(value))


def truth_of(slug: str) -> dict:
    return json.loads((CORPUS / slug / "truth.json").read_text(encoding="utf-8"))


def about_of(slug: str) -> dict:
    return yaml.safe_load((CORPUS / slug / "about.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {paper.slug: text_of(CORPUS / paper.slug / paper.file_name) for paper in PAPERS}


def test_the_corpus_is_wide_enough() -> None:
    truths = [truth_of(slug) for slug in SLUGS]
    years = {re.search(r"\d{4}", slug)[0] for slug in SLUGS}  # type: ignore[index]
    kinds = {t["document"]["doc_type"] for t in truths}
    assert len(PAPERS) >= 50
    assert len({t["document"]["force"] for t in truths}) >= 30
    assert len(years) >= 12
    assert kinds >= {
        "performance report",
        "budget report",
        "minutes",
        "agenda pack",
        "decision",
        "scrutiny plan",
        "work programme",
    }
    assert {p.format for p in PAPERS} == {"pdf", "docx", "txt", "md", "html"}
    assert sum(p.format == "pdf" for p in PAPERS) >= 20
    assert {p.style for p in PAPERS} == {"ruled", "zebra", "lines", "bare"}


#: The same measure for the same time, of so many forces: what the site is for.
COMPARABLE = (
    ("Band D", "GBP", "2024-04-01", 6),
    ("Band D", "GBP", "2025-04-01", 4),
    ("999 calls answered within 10 seconds", "percent", "2021-11-01", 8),
    ("Police officers", "count", "2024-09-30", 13),
    ("Recorded crime", "count", "2021-01-01", 6),
    ("Burglary", "count", "2023-04-01", 5),
)


@pytest.mark.parametrize(("label", "unit", "start", "forces"), COMPARABLE)
def test_forces_can_be_compared(label: str, unit: str, start: str, forces: int) -> None:
    areas = {
        fact["area"]
        for slug in SLUGS
        for fact in truth_of(slug)["observations"]
        if label.lower() in fact["label"].lower()
        and (fact["unit"], fact["period_start"]) == (unit, start)
        and fact["statistic"] not in ("change", "percent_change")
    }
    assert len(areas) >= forces


def test_every_folder_is_a_paper_of_the_content() -> None:
    folders = {path.parent.name for path in CORPUS.glob("*/truth.json")}
    assert folders == set(SLUGS)


@pytest.mark.parametrize("paper", PAPERS, ids=SLUGS)
def test_made_anew_it_has_the_same_bytes(paper: Paper, tmp_path: Path) -> None:
    folder = make(paper, tmp_path)
    for made in folder.iterdir():
        assert made.read_bytes() == (CORPUS / paper.slug / made.name).read_bytes(), (
            f"run corpus/make.py: {made.name} differs"
        )


@pytest.mark.parametrize("paper", PAPERS, ids=SLUGS)
def test_made_twice_it_has_the_same_bytes(paper: Paper, tmp_path: Path) -> None:
    first, second = (make(paper, tmp_path / name) / paper.file_name for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("paper", PAPERS, ids=SLUGS)
def test_it_is_small(paper: Paper) -> None:
    assert (CORPUS / paper.slug / paper.file_name).stat().st_size < 60_000


@pytest.mark.parametrize("slug", SLUGS)
def test_about_names_where_the_figures_were_published(slug: str) -> None:
    about = about_of(slug)
    assert about["sample"].startswith("Sample paper written by the panelpapers project")
    assert about["checked"] and "Open Government Licence" in about["licence"]
    assert about["sources"]
    for source in about["sources"]:
        assert re.fullmatch(r"https?://[\w.-]+\.\w+(/\S*)?", source["address"])
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", source["published"])
        assert source["publisher"] and source["title"] and source["figures"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_of_the_truth_is_printed(slug: str, texts: dict[str, str]) -> None:
    truth = truth_of(slug)
    numbers = [fact["value"] for fact in truth["observations"]] + [fact["amount"] for fact in truth["awards"]]
    missing = [number for number in numbers if not is_printed(number, texts[slug])]
    assert missing == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_quote_of_the_truth_is_printed(slug: str, texts: dict[str, str]) -> None:
    truth = truth_of(slug)
    facts = [*truth["observations"], *truth["awards"], *truth["dates"]]
    missing = [fact["quote"] for fact in facts if fact.get("quote", "").lower() not in texts[slug].lower()]
    assert missing == []


@pytest.mark.parametrize("slug", SLUGS)
def test_prose_facts_have_a_quote_and_table_facts_a_table(slug: str) -> None:
    truth = truth_of(slug)
    for fact in [*truth["observations"], *truth["awards"]]:
        assert fact.get("quote") if fact["source"] == "prose" else 1 <= fact["table"] <= len(truth["tables"])


@pytest.mark.parametrize("paper", PAPERS, ids=SLUGS)
def test_the_tables_of_the_truth_are_those_of_the_paper(paper: Paper) -> None:
    def one_line(row: tuple[str, ...]) -> list[str]:
        return [" ".join(cell.split()) for cell in row]

    truth = truth_of(paper.slug)
    assert len(truth["tables"]) == len(paper.tables)
    for told, table in zip(truth["tables"], paper.tables, strict=True):
        head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
        assert told["body_rows"] == len(body)
        assert {told["columns"]} == {len(row) for row in table.rows}
        assert [one_line(row) for row in told["header"]] == [one_line(row) for row in head]
        assert told["first_body_row"] == one_line(body[0])
        assert told["last_body_row"] == one_line(body[-1])


@pytest.mark.parametrize("slug", SLUGS)
def test_no_fact_is_told_twice(slug: str) -> None:
    truth = truth_of(slug)
    for kind in ("observations", "awards"):
        told = [json.dumps(fact, sort_keys=True) for fact in truth[kind]]
        assert len(told) == len(set(told))


@pytest.mark.parametrize("slug", SLUGS)
def test_no_telephone_number_or_mail_address(slug: str, texts: dict[str, str]) -> None:
    assert not re.search(r"\b0\d{2,4} ?\d{3} ?\d{3,4}\b", texts[slug])
    assert not re.search(r"\w@\w", texts[slug])


def test_the_title_and_the_force_are_printed(texts: dict[str, str]) -> None:
    for paper in PAPERS:
        title = paper.truth.title.removesuffix(": agenda pack")
        assert title.lower() in texts[paper.slug].lower()
        assert paper.truth.area in texts[paper.slug]


def test_a_table_runs_over_two_pages_with_its_header_again() -> None:
    for paper in PAPERS:
        for table, told in zip(paper.tables, paper.truth.tables, strict=True):
            if told.parts > 1:
                pages = pypdfium2.PdfDocument(CORPUS / paper.slug / paper.file_name)
                head = table.rows[0][-1].split()[0]
                shown = [page.get_textpage().get_text_bounded() for page in pages]
                last = [
                    n
                    for n, text in enumerate(shown)
                    if " ".join(table.rows[-1][1].split())[:20] in " ".join(text.split())
                ]
                first = [n for n, text in enumerate(shown) if table.rows[1][0] in text]
                assert first and last and first[0] < last[-1]
                assert head in shown[last[-1]]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_paper_says_that_it_is_a_sample(slug: str, texts: dict[str, str]) -> None:
    assert "sample paper written for the panelpapers project" in texts[slug]
