"""Many notes of one kind in one paper are told together, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.problem_groups import APART, grouped, in_words, of_many, stretches


def note(
    page: int | None, code: str = "figure_without_data", document: str = "a", line: int | None = None
) -> dict[str, object]:
    message = f"Page {page} has a chart."
    return {"document_id": document, "code": code, "severity": "info", "page": page, "line": line, "message": message}


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15], "3–12, 15"),
        ([5, 3, 4, 9, 9], "3–5, 9"),
        ([1, 2], "1–2"),
        ([7, 7, 7], "7"),
        ([], ""),
    ],
)
def test_pages_in_words(numbers: list[int], said: str) -> None:
    assert ", ".join(map(in_words, stretches(numbers))) == said


@given(st.lists(st.integers(1, 60)))
def test_stretches_have_every_page_and_no_other(numbers: list[int]) -> None:
    found = [page for first, last in stretches(numbers) for page in range(first, last + 1)]
    assert found == sorted(set(numbers))
    assert all(
        after[0] > before[1] + 1 for before, after in zip(stretches(numbers), stretches(numbers)[1:], strict=False)
    )


def test_many_charts_of_one_paper_are_one_line() -> None:
    (group,) = grouped(note(page) for page in (3, 4, 5, 15, 15))
    assert group.message == (
        "5 charts or pictures whose values are not printed as text or in a table: nothing of them is in the database."
    )
    assert (group.where, len(group.rows)) == ("pages 3–5, 15", 5)
    assert group.ways == [("pages 3–5", 3, None), ("15", 15, None)]


def test_a_few_stay_as_they_are() -> None:
    groups = grouped(note(page) for page in range(1, APART + 1))
    assert [group.message for group in groups] == [f"Page {page} has a chart." for page in range(1, APART + 1)]
    assert [group.where for group in groups] == [f"page {page}" for page in range(1, APART + 1)]


def test_where_there_are_no_pages_lines_are_told_and_where_nothing_is_known_nothing() -> None:
    (group,) = grouped(note(1, line=line) for line in (9, 2, 3, 40))
    assert group.where == "lines 2–3, 9, 40"
    assert group.ways == [("lines 2–3", 1, 2), ("9", 1, 9), ("40", 1, 40)]
    assert grouped([note(1, line=7)])[0].where == "line 7"
    assert grouped([note(None)])[0].where == ""


def test_what_has_no_words_of_its_own_is_told_with_one_of_them() -> None:
    assert of_many("something_new", 1200, "Page 2 is odd.") == (
        "1,200 notes of one kind (something new), the first of them: Page 2 is odd."
    )


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["welsh", "no_text"]), st.sampled_from("ab")), max_size=40)
)
def test_none_is_lost_and_no_two_papers_or_kinds_are_told_together(told: list[tuple[int, str, str]]) -> None:
    rows = [note(page, code, document) for page, code, document in told]
    groups = grouped(rows)
    assert sorted(id(row) for group in groups for row in group.rows) == sorted(map(id, rows))
    for group in groups:
        assert len({(row["document_id"], row["code"]) for row in group.rows}) == 1
        assert len(group.rows) == 1 or len(group.rows) > APART
    firsts = [next(n for n, row in enumerate(rows) if row is group.first) for group in groups]
    assert firsts == sorted(firsts)
