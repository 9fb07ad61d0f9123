"""The lines of printed pages: their order, what they look like, and what stands on pages without belonging to the text."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

import builders
from extract.layout import lay_out
from extract.pages.flow import laid, laid_pages, page_text
from extract.pages.furniture import furniture_of_margins
from extract.pages.margins import margins_of
from extract.pages.styles import styles_of
from ingest.pdf import read_pdf
from schema.document import Grid, Line


def lines(data: bytes) -> list[Line]:
    pages = laid_pages(read_pdf(data).pages)
    return [item for page in pages for item in page.flow if isinstance(item, Line)]


def test_headings_have_levels_by_size() -> None:
    found = lines(builders.prose().data)
    assert [(line.text, line.heading) for line in found if line.heading] == [
        ("Report of the Commissioner", 1),
        ("Funding", 2),
    ]


def test_wrapped_lines_are_soft_and_new_paragraphs_stand_apart() -> None:
    found = lines(builders.prose().data)
    starts = [line for line in found if line.text.startswith(("1.1.", "1.2.", "2.1."))]
    assert len(starts) == 3
    assert all(line.blank_before and not line.soft for line in starts)
    after = found[found.index(starts[0]) + 1]
    assert after.soft and not after.blank_before


def test_bullets_lose_their_mark_and_keep_their_wrapped_lines() -> None:
    found = lines(builders.prose().data)
    bullets = [line for line in found if line.bullet]
    assert [line.text.split(":")[0] for line in bullets] == ["support for victims", "a second grant", "road safety"]
    wrapped = found[found.index(bullets[1]) + 1]
    assert wrapped.soft and not wrapped.bullet


def test_columns_are_read_one_after_the_other() -> None:
    numbers = [int(line.text.split(".")[0]) for line in lines(builders.two_columns().data) if line.text[0].isdigit()]
    assert numbers == list(range(1, 23))


def test_furniture_is_kept_apart() -> None:
    pages = laid_pages(read_pdf(builders.pack().data).pages)
    found = [mark for page in pages for mark in page.furniture]
    assert [(f.page, f.kind, f.text) for f in found if f.kind != "running"] == [
        (1, "agenda_item", "Agenda Item 5"),
        (1, "page_number", "Page 1"),
        (2, "blank", "This page is intentionally left blank"),
        (2, "page_number", "Page 2"),
        (3, "page_number", "Page 3"),
    ]
    assert [f.page for f in found if f.kind == "running"] == [1, 2, 3]
    texts = [item.text for page in pages for item in page.flow if isinstance(item, Line)]
    assert texts and not any("Panel" in t or "Agenda" in t or "Page" in t for t in texts)


def test_pages_may_be_laid_one_by_one_in_any_process_and_order() -> None:
    document = read_pdf(builders.pack().data)
    margins = pickle.loads(pickle.dumps([margins_of(page) for page in document.pages]))
    furniture = furniture_of_margins(margins)
    styles = pickle.loads(pickle.dumps(styles_of(margins, furniture)))
    pages = {
        page.number: pickle.loads(pickle.dumps(laid(page, [f for f in furniture if f.page == page.number], styles)))
        for page in reversed(document.pages)
    }
    assert not any(page.words or page.rules or page.fills for page in pages.values())
    apart = replace(document, pages=tuple(pages[n] for n in sorted(pages)))
    assert lay_out(apart) == lay_out(document)
    assert any(page.kind == "text" for page in lay_out(apart).pages)


@pytest.mark.parametrize("style", ["boxed", "no rules"])
def test_the_text_of_a_page_counts_lines_as_the_flow_does(style: str) -> None:
    (page,) = laid_pages(read_pdf(builders.crimes(style).data).pages)
    text = page_text(page).split("\n")
    for item in page.flow:
        if isinstance(item, Line):
            assert text[item.number - 1] == item.text
        else:
            assert isinstance(item, Grid)
            for cell in item.cells:
                assert cell.line is not None
                assert text[cell.line - 1].split("\t")[cell.col] == cell.text
    assert [line for line in text if line.startswith("Total\t")] == ["Total\t102,672\t107,020\t4.2%"]
