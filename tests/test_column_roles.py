"""What a column holds, told by its header and its cells."""

from __future__ import annotations

import pytest

from extract.tables.column_roles import is_numbering, is_value, label_and_groups, role_of
from schema.document import Cell


def cells(*texts: str, col: int = 0) -> list[Cell]:
    return [Cell(row, col, text, 1) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("name", "texts", "role"),
    [
        ("2019/20", ("27.2", "NA"), "value"),
        ("RAG", ("Green", "Red"), "judgement"),
        ("Row Ref", ("1", "2"), "text"),
        ("Rec No", ("6",), "text"),
        ("National rank", ("10/43", "22/43"), "value"),
        ("Year", ("2018", "2019"), "text"),
        ("Telephone", ("01772 123456",), "text"),
        ("Age", ("10-17", "65+"), "text"),
        ("", ("", ""), "empty"),
    ],
)
def test_role(name: str, texts: tuple[str, ...], role: str) -> None:
    assert role_of(name, cells(*texts)) == role


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (("1", "2", "3"), True),
        (("147", "148", "149"), True),
        (("1.", "2.", "3."), True),
        (("3", "1", "2"), False),
        (("10", "20", "30"), False),
        (("2017", "2018", "2019"), False),
        (("1", "2"), False),
    ],
)
def test_numbers_that_count_the_rows(texts: tuple[str, ...], counts: bool) -> None:
    assert is_numbering(cells(*texts)) is counts


def test_numbering_may_have_gaps_where_it_is_long() -> None:
    assert is_numbering(cells(*(str(n) for n in range(1, 21) if n != 7)))


@pytest.mark.parametrize("text", ["Grade 1 - Emergency", "0:00 to 05:59", "Aged 16 to 19", "WPCC3-0049", "£000s"])
def test_names_with_digits_are_no_values(text: str) -> None:
    assert not is_value(text)


def test_the_label_is_the_short_name_and_not_the_sentence_that_explains_it() -> None:
    long = "What the change is about, why it was made and what it is expected to bring in each of the years to come."
    body = [
        dict(enumerate(Cell(r, c, t, 1) for c, t in enumerate((str(r), "Growth", name, long + name, "1.0"))))
        for r, name in enumerate(("Estates", "Vehicles"))
    ]
    assert label_and_groups(["text", "text", "text", "text", "value"], body) == (2, (1,))
