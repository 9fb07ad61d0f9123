"""Welsh told from English."""

from __future__ import annotations

import pytest

from extract.blocks import TableBlock
from extract.languages import language_of, not_read_as_welsh, welsh_of
from ingest.papers import read_paper
from laid_out import laid_out
from schema.reading import Known

LANGUAGES = [
    ("Mae nifer y troseddau wedi gostwng yn ystod y flwyddyn", "cy"),
    ("Bu cynnydd o 12% yn y galwadau ac mae hyn yn fwy na’r llynedd oherwydd y gaeaf", "cy"),
    ("The number of crimes has fallen over the year", "en"),
    ("Recorded crime in Dyfed-Powys was lower than in the year before, and robbery is down by a third", "en"),
    ("Llanelli | 12 | 14", None),
    ("Heddlu Gwent", None),
    ("Gostyngodd y troseddau yn Llanelli 5%", "cy"),
    ("Mae hyn 5% yn llai", "cy"),
    ("Cynnydd o 12% yn nifer y galwadau", "cy"),
    ("Cofnodwyd 1,204 o droseddau yn 2022/23", "cy"),
    ("Nifer y swyddogion: 1,204", "cy"),
    ("Arestiwyd 12 o bobl", "cy"),
    ("Burglary fell 5% yr on yr", None),
    ("Crime fell 5%", None),
    ("Nifer: the number of crimes fell 5%", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_short_welsh_line_gives_no_figures() -> None:
    text = "Burglaries fell by 5% to 400 in the year to March 2020.\n\nGostyngodd byrgleriaethau yn y sir 5% i 400.\n\nRobberies: 12\n"
    reading = read_paper(text.encode(), "paper.txt", Known(force="gwent"))
    assert sorted(o.value or 0 for o in reading.observations) == [-5, 12, 400]


def test_an_english_paper_has_no_welsh_blocks() -> None:
    blocks = laid_out(
        "# Report\n\nThe number of crimes has fallen in each of the areas.\n\nOffence | 2014\nRobbery | 12"
    ).blocks
    assert welsh_of(blocks) == frozenset()


def test_the_table_of_the_welsh_half_is_welsh() -> None:
    paper = (
        "# Performance report\n\nThe number of robberies has fallen in each of the areas.\n\nOffence | 2013 | 2014\nRobbery | 12 | 9\n\n"
        "# Adroddiad perfformiad\n\nMae nifer y lladradau wedi gostwng ym mhob un o'r ardaloedd.\n\nTrosedd | 2013 | 2014\nLladrad | 12 | 9"
    )
    blocks = laid_out(paper).blocks
    (problem,) = not_read_as_welsh(blocks, welsh_of(blocks))
    assert (problem.code, problem.severity, problem.page) == ("welsh", "info", 1)
    welsh = welsh_of(blocks)
    assert [i for i, b in enumerate(blocks) if isinstance(b, TableBlock) and i in welsh] == [len(blocks) - 1]
    assert len(welsh) == 3


def test_the_welsh_half_is_not_counted_twice() -> None:
    english = "The number of burglaries fell by 12% to 400 in each of the areas in the year to March 2020.\n\n"
    welsh = (
        "Mae nifer y byrgleriaethau wedi gostwng 12% i 400 ym mhob un o'r ardaloedd yn y flwyddyn hyd at Mawrth 2020.\n"
    )
    once = read_paper(english.encode(), "paper.txt", Known(force="gwent"))
    both = read_paper((english + welsh).encode(), "paper.txt", Known(force="gwent"))
    assert len(once.observations) == 2
    assert [o.value for o in both.observations] == [o.value for o in once.observations]
    only = read_paper(welsh.encode(), "paper.txt", Known(force="gwent"))
    assert [p.code for p in only.problems if p.code.startswith("welsh")] == ["welsh_only"]
