"""What a paper repeats is read in about the time of its length: a line of marks, a list without an end, a paragraph of a whole file."""

from __future__ import annotations

import time

import pytest

from extract.awards.purposes import names_purpose
from extract.headings import is_contents_entry
from extract.names.forces import area_of
from growth import grows_with_its_length
from ingest.papers import read_paper
from schema.reading import Known

HEAD = "Lancashire Police and Crime Panel\n\nMeeting of 12 October 2015\n\n"


@pytest.mark.parametrize(
    ("before", "repeated", "behind"),
    [
        ("", ",", ""),
        ("", "(", ""),
        ("", "!", ""),
        ("", ". ", ""),
        ("Burglary fell ", "_", " to 7"),
        ("", "one\n", ""),
        ("The Commissioner awarded £5,000 to Valley Homes ", ",", " for a shelter."),
        ("Grants were made: ", "Hill Trust £5,000, ", "and no more."),
        ("", "Burglary rose by 5 to 12 in June 2015. ", ""),
        ("", "The next meeting is on 12 October 2015; ", ""),
        ("Area\tJune 2015\n", "Burglary\t12\n", ""),
    ],
)
def test_four_times_the_length_takes_about_four_times_as_long(before: str, repeated: str, behind: str) -> None:
    def read(length: int) -> None:
        text = HEAD + before + repeated * (length // len(repeated)) + behind
        read_paper(text.encode(), "a paper", Known())

    assert grows_with_its_length(read, 4_000)


def test_what_no_pattern_fits_is_told_at_once() -> None:
    begun = time.process_time()
    assert not names_purpose("Report on the funding of the " * 8 + "£")
    assert area_of("*" * 28 + "x") is None
    assert not is_contents_entry("." * 6_000 + "x 7", listed=False)
    assert is_contents_entry("Crime ........ 7", listed=False) and is_contents_entry("Crime . . . . 12", listed=False)
    assert not is_contents_entry("Crime ... 7", listed=False) and not is_contents_entry("Crime ....12345", listed=False)
    # What tries every way to part them takes longer than anybody waits.
    assert time.process_time() - begun < 5
