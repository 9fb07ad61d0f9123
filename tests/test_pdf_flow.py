"""The lines of printed pages: their order, what they look like, and what stands on pages without belonging to the text."""

from __future__ import annotations

import pytest

import builders
from extract.pages.flow import flow_of_pages, page_text
from extract.pages.furniture import furniture_of_pages
from ingest.pdf import read_pdf
from schema.document import Grid, Line


def lines(data: bytes) -> list[Line]:
    pages = read_pdf(data).pages
    return [item for flow in flow_of_pages(pages, furniture_of_pages(pages)) for item in flow if isinstance(item, Line)]


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
    document = read_pdf(builders.pack().data)
    found = furniture_of_pages(document.pages)
    assert [(f.page, f.kind, f.text) for f in found if f.kind != "running"] == [
        (1, "agenda_item", "Agenda Item 5"),
        (1, "page_number", "Page 1"),
        (2, "blank", "This page is intentionally left blank"),
        (2, "page_number", "Page 2"),
        (3, "page_number", "Page 3"),
    ]
    assert [f.page for f in found if f.kind == "running"] == [1, 2, 3]
    texts = [
        item.text
        for flow in flow_of_pages(document.pages, furniture_of_pages(document.pages))
        for item in flow
        if isinstance(item, Line)
    ]
    assert texts and not any("Panel" in t or "Agenda" in t or "Page" in t for t in texts)


@pytest.mark.parametrize("style", ["boxed", "no rules"])
def test_the_text_of_a_page_counts_lines_as_the_flow_does(style: str) -> None:
    (page,) = read_pdf(builders.crimes(style).data).pages
    (flow,) = flow_of_pages([page], furniture_of_pages([page]))
    text = page_text(page, flow).split("\n")
    for item in flow:
        if isinstance(item, Line):
            assert text[item.number - 1] == item.text
        else:
            assert isinstance(item, Grid)
            for cell in item.cells:
                assert cell.line is not None
                assert text[cell.line - 1].split("\t")[cell.col] == cell.text
    assert [line for line in text if line.startswith("Total\t")] == ["Total\t102,672\t107,020\t4.2%"]
