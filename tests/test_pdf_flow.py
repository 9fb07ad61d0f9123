"""The lines of printed pages: their order, what they look like, and what stands on pages without belonging to the text."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

import builders
from extract.blocks import Passage
from extract.layout import lay_out
from extract.pages.flow import laid, laid_pages, look_of, page_text
from extract.pages.furniture import furniture_of_margins
from extract.pages.margins import Margins, OuterLine, margins_of
from growth import grows_with_its_length
from ingest.pdf.reading import read_pdf
from schema.document import Box, Grid, Line


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
    look = pickle.loads(pickle.dumps(look_of(margins)))
    pages = {page.number: pickle.loads(pickle.dumps(laid(page, look))) for page in reversed(document.pages)}
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


def passages_of(draw: Callable[[Canvas], None], pages: int = 1) -> list[Passage]:
    return [b for b in lay_out(read_pdf(builders.drawn(draw, pages=pages))).blocks if isinstance(b, Passage)]


def printed(canvas: Canvas, *lines: str, top: int = 700, leading: int = 13) -> None:
    """Lines of eleven points; ``*`` before a line prints it bold, an empty one leaves a gap."""
    for n, line in enumerate(lines):
        canvas.setFont("Helvetica-Bold" if line.startswith("*") else "Helvetica", 11)
        canvas.drawString(60, top - leading * n, line.lstrip("*"))


def test_bold_lines_in_mid_paragraph_are_no_headings() -> None:
    found = passages_of(
        lambda canvas: printed(
            canvas,
            "*Complaints",
            "",
            "Most of the complaints that were received in the quarter concerned delay, and the number of the",
            "*new ones fell. A backlog of older complaints was cleared in the same time by all of the teams,",
            "*which had an effect on the share that was answered in twenty days, as was to be expected and",
            "was said to the Panel in March. The next quarter should show what the force answers in time.",
            "",
            "*Praise",
            "",
            "The force was also thanked in many of the letters that were written to it in the quarter.",
        )
    )
    assert [(p.kind, p.text[:10]) for p in found] == [
        ("heading", "Complaints"),
        ("paragraph", "Most of th"),
        ("heading", "Praise"),
        ("paragraph", "The force "),
    ]


def test_the_first_line_of_a_wrapped_numbered_paragraph_is_no_heading() -> None:
    (found,) = passages_of(
        lambda canvas: printed(
            canvas,
            "3.7  Further to the commitment that was set out in the Capital Programme for the coming",
            "year the purchase of 101 cameras for officers on patrol and for their supervisors",
        )
    )
    assert (found.kind, found.number, len(found.lines)) == ("paragraph", "3.7", 2)


def test_a_heading_of_two_lines_is_one() -> None:
    found = passages_of(
        lambda canvas: printed(
            canvas,
            "*8.  Report of the Inspectorate on the Efficiency and the Effectiveness of the Police and the",
            "*Fire Service",
            "",
            "The report was published in the spring of the year and the Panel had it at its last meeting.",
        )
    )
    assert [(p.kind, p.number, len(p.lines)) for p in found] == [("heading", "8.", 2), ("paragraph", None, 1)]


def test_a_running_header_close_to_the_text_of_one_page_is_taken_out_there_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(480, 800, "Appendix 1")
        close = canvas.getPageNumber() == 3
        printed(canvas, *(f"Text {n} of page {canvas.getPageNumber()}." for n in range(20)), top=787 if close else 700)

    texts = [p.text for p in passages_of(draw, pages=4)]
    assert len(texts) >= 4 and not any("Appendix" in t for t in texts)


def test_a_heading_at_the_head_of_some_pages_is_no_running_header() -> None:
    def draw(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, 790, "Activity indicators" if number in (2, 5, 8) else f"Part {'ABCDEFGHI'[number]}")
        printed(canvas, "The figures of this part are those of the quarter that ended in December, as before.")

    titles = [p.text for p in passages_of(draw, pages=8) if p.kind == "heading"]
    assert titles.count("Activity indicators") == 3


def test_the_head_of_a_table_that_returns_on_every_page_is_no_furniture() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        for x, head in ((60, "Ref"), (120, "Project"), (280, "Organisation"), (400, "Amount"), (480, "Start")):
            canvas.drawString(x, 790, head)
        canvas.drawString(400, 780, "awarded")
        canvas.setFont("Helvetica", 9)
        for n in range(20):
            for x, text in ((60, f"C{n}"), (120, "Pastors"), (280, "Trust"), (400, f"£{n},100"), (480, "2 May 2019")):
                canvas.drawString(x, 764 - 14 * n, text)

    assert not [mark for page in laid_pages(read_pdf(builders.drawn(draw, pages=4)).pages) for mark in page.furniture]


def test_furniture_of_many_pages_takes_no_more_than_its_share_of_time() -> None:
    line = OuterLine("Quarterly report", Box(60, 20, 200, 30), 25.0, 9.0, True)

    def found(pages: int) -> int:
        return len(furniture_of_margins([Margins(page, (line,)) for page in range(1, pages + 1)]))

    assert found(5000) == 5000
    assert grows_with_its_length(found, 5000)
