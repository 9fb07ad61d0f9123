"""Word documents as flows of lines and grids; the documents are made here with python-docx."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from ingest.word.numbers import WordNumbers
from ingest.word.reading import read_word
from schema.document import Document, Grid, Line
from schema.errors import Unreadable


def read(made: Any) -> Document:
    file = io.BytesIO()
    made.save(file)
    return read_word(file.getvalue())


def lines(made: Any) -> list[Line]:
    return [found for found in read(made).pages[0].flow if isinstance(found, Line)]


def grid(made: Any) -> Grid:
    (found,) = [found for found in read(made).pages[0].flow if isinstance(found, Grid)]
    return found


def table(made: Any, rows: list[list[str]]) -> Any:
    added = made.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            added.cell(r, c).text = text
    return added


def test_headings_lists_and_numbers() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Running header"
    made.add_heading("Police and Crime Panel", 0)
    made.add_heading("Background", 2)
    made.add_paragraph("Words.")
    made.add_paragraph("One", style="List Bullet")
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Number")
    made.add_paragraph().add_run("All bold").bold = True
    assert [(line.text, line.number, line.heading, line.bullet) for line in lines(made)] == [
        ("Police and Crime Panel", 1, 1, False),
        ("Background", 2, 2, False),
        ("Words.", 3, 0, False),
        ("One", 4, 0, True),
        ("1. First", 5, 0, False),
        ("2. Second", 6, 0, False),
        ("All bold", 7, 0, False),
    ]
    assert lines(made)[-1].bold


def test_merged_cells_are_spans_and_the_order_is_that_of_the_body() -> None:
    made = docx.Document()
    made.add_paragraph("before")
    added = table(made, [["Offence", "Year", ""], ["Crime", "2014", "2015"], ["", "3", "4"]])
    added.cell(0, 1).merge(added.cell(0, 2))
    added.cell(1, 0).merge(added.cell(2, 0))
    made.add_paragraph("after")
    flow = read(made).pages[0].flow
    assert [type(found) for found in flow] == [Line, Grid, Line]
    found = grid(made)
    assert (found.method, found.rows, found.columns, found.line) == ("word", 3, 3, 2)
    assert [(c.row, c.col, c.row_span, c.col_span, c.text, c.line) for c in found.cells] == [
        (0, 0, 1, 1, "Offence", 2),
        (0, 1, 1, 2, "Year", 2),
        (1, 0, 2, 1, "Crime", 3),
        (1, 1, 1, 1, "2014", 3),
        (1, 2, 1, 1, "2015", 3),
        (2, 1, 1, 1, "3", 4),
        (2, 2, 1, 1, "4", 4),
    ]


def test_repeated_header_rows_are_stated() -> None:
    made = docx.Document()
    added = table(made, [["Offence", "2014"], ["Robbery", "3"]])
    added.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert grid(made).header_rows == 1


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    made = docx.Document()
    table(made, [["A boxed paragraph."]])
    assert [line.text for line in lines(made)] == ["A boxed paragraph."]


def test_what_a_reviewer_deleted_is_out_and_what_one_inserted_is_in() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Crime fell by ")
    for kind, text in (("w:del", "4%"), ("w:ins", "5%")):
        change = OxmlElement(kind)
        run = paragraph.add_run(text)._r
        if kind == "w:del":
            run.find(qn("w:t")).tag = qn("w:delText")
        change.append(run)
        paragraph._p.append(change)
    assert [line.text for line in lines(made)] == ["Crime fell by 5%"]


def test_hidden_and_raised_text() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("1,194")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" hidden").font.hidden = True
    paragraph.add_run("\tand\nmore")
    assert [line.text for line in lines(made)] == ["1,194² and", "more"]


def altered(made: Any, member: str, before: bytes, after: bytes) -> bytes:
    """The file of a document with other bytes in one of its members."""
    file, out = io.BytesIO(), io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(out, "w") as spoilt:
        for name in whole.namelist():
            data = whole.read(name)
            assert name != member or before in data, data[:2_000]
            spoilt.writestr(name, data.replace(before, after) if name == member else data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("member", "before", "after"),
    [
        ("word/document.xml", b"w:document", b"w:glossaryDocument"),
        ("word/document.xml", b"w:body", b"w:bodies"),
        ("_rels/.rels", b"Relationships", b"Friendships"),
        ("[Content_Types].xml", b"Types", b"Kinds"),
        ("_rels/.rels", b"Target=", b"Goal="),
    ],
)
def test_a_part_with_another_root_than_it_should_have(member: str, before: bytes, after: bytes) -> None:
    made = docx.Document()
    made.add_paragraph("Words")
    with pytest.raises(Unreadable, match="the Word document is damaged"):
        read_word(altered(made, member, before, after))


def test_what_the_file_says_of_itself_may_be_damaged() -> None:
    made = docx.Document()
    made.add_paragraph("Words")
    data = altered(made, "docProps/core.xml", b"cp:coreProperties", b"cp:other")
    assert [line.text for line in read_word(data).pages[0].flow if isinstance(line, Line)] == ["Words"]


@pytest.mark.parametrize("width", [b"0", b"-2", b"65536", b"99999999999999999999", b"9" * 5_000])
def test_a_cell_that_says_it_is_wider_than_any_table(width: bytes) -> None:
    made = docx.Document()
    table(made, [["Offence", "", "2014/15"], ["Robbery", "Rural", "110"]])
    made.tables[0].cell(0, 0).merge(made.tables[0].cell(0, 1))
    data = altered(made, "word/document.xml", b'gridSpan w:val="2"', b'gridSpan w:val="%s"' % width)
    (found,) = [one for one in read_word(data).pages[0].flow if isinstance(one, Grid)]
    assert [(cell.col, cell.text.strip()) for cell in found.cells if cell.row == 0] == [(0, "Offence"), (1, "2014/15")]


@pytest.mark.parametrize("kind", [b"lowerRoman", b"upperLetter"])
def test_a_list_that_begins_beyond_all_numbers(kind: bytes) -> None:
    made = docx.Document()
    made.add_paragraph("First", style="List Number")
    with_kind = altered(made, "word/numbering.xml", b'w:numFmt w:val="decimal"', b'w:numFmt w:val="%s"' % kind)
    data = altered(
        docx.Document(io.BytesIO(with_kind)), "word/numbering.xml", b'w:start w:val="1"', b'w:start w:val="99999999999"'
    )
    (line,) = [one for one in read_word(data).pages[0].flow if isinstance(one, Line)]
    assert line.text.endswith("First") and len(line.text) < 20


def test_damaged() -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    with pytest.raises(Unreadable, match="damaged"):
        read_word(file.getvalue()[: len(file.getvalue()) // 2])


@pytest.mark.parametrize(
    ("format", "text", "marks"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
        ("lowerRoman", "%1)", ["i)", "ii)", "iii)"]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("none", "", ["", "", ""]),
    ],
)
def test_numbers_as_word_prints_them(format: str, text: str, marks: list[str]) -> None:
    numbers = WordNumbers(numbering([(format, text)]))
    assert [numbers.mark("1", 0) for _ in marks] == marks


def test_deeper_numbers_begin_again() -> None:
    numbers = WordNumbers(numbering([("decimal", "%1."), ("decimal", "%1.%2")]))
    assert [numbers.mark("1", depth) for depth in (0, 1, 1, 0, 1)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def numbering(levels: list[tuple[str, str]]) -> Any:
    root = OxmlElement("w:numbering")
    abstract = OxmlElement("w:abstractNum", attrs={qn("w:abstractNumId"): "7"})
    for depth, (kind, text) in enumerate(levels):
        level = OxmlElement("w:lvl", attrs={qn("w:ilvl"): str(depth)})
        level.append(OxmlElement("w:numFmt", attrs={qn("w:val"): kind}))
        level.append(OxmlElement("w:lvlText", attrs={qn("w:val"): text}))
        abstract.append(level)
    number = OxmlElement("w:num", attrs={qn("w:numId"): "1"})
    number.append(OxmlElement("w:abstractNumId", attrs={qn("w:val"): "7"}))
    root.append(abstract)
    root.append(number)
    return root


def shaded(cell: Any, fill: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(shade)


def test_shaded_cells_marked_words_and_coloured_spots_are_ratings() -> None:
    made = docx.Document()
    added = table(
        made,
        [["Measure", "2023", "2024"], ["Robbery", "64", "57"], ["Burglary", "900", ""], ["Arson", "4", "On target"]],
    )
    for cell in added.rows[0].cells:
        shaded(cell, "00B050")
    shaded(added.cell(1, 0), "00B050")
    shaded(added.cell(1, 2), "92D050")
    shaded(added.cell(2, 1), "auto")
    spot = added.cell(2, 2).paragraphs[0].add_run("●")
    spot.font.color.rgb = RGBColor(0xFF, 0xC0, 0x00)
    added.cell(3, 2).paragraphs[0].runs[0].font.highlight_color = WD_COLOR_INDEX.RED
    added.cell(3, 1).paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    assert {(c.row, c.col): c.mark for c in grid(made).cells if c.mark} == {
        (1, 2): "Green",
        (2, 2): "Amber",
        (3, 2): "Red",
    }
