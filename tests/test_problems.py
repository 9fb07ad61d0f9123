"""What is told of a paper that was not read."""

from __future__ import annotations

from ingest.papers import read_paper
from schema.reading import Known, Problem


def problems(text: str) -> dict[str, Problem]:
    found = read_paper(text.encode(), "paper.txt", Known(force="kent"))
    return {problem.code: problem for problem in found.problems}


def test_a_chart_without_printed_numbers_is_told_with_its_line() -> None:
    found = problems(
        "Performance\n\nThe below graph illustrates the number of incidents by month.\n\nNothing else is printed.\n"
    )
    assert (found["figure_without_data"].severity, found["figure_without_data"].line) == ("info", 3)


def test_a_sentence_without_an_end_is_told_and_its_figures_are_not_read() -> None:
    words = "there were 12 burglaries in the north and " * 60
    found = read_paper(words.encode(), "paper.txt", Known(force="kent"))
    assert [p.code for p in found.problems] == ["sentence_too_long"]
    assert found.observations == ()


def test_a_table_whose_figures_have_no_label_is_told_as_doubtful() -> None:
    assert problems("Performance\n\n12\t13\n14\t15\n")["low_confidence"].line == 3
