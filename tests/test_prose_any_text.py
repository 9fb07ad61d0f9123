"""Sentences that are made up by chance: read without an error, and read back as what they were made of."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extract.wording import word_set
from told_sentences import read, told

_WORDS = st.sampled_from(
    sorted(
        word_set(
            "crime offences fell rose by from to 16% (-750) 1,204 £4.2m over the Commissioner in 2019/20 compared with 281 is was a "
            "reduction of increase Q1 same period last year 93% women do not ( ) . , ; : - half of seven x per 1,000 nationally"
        )
    )
)


@given(st.lists(_WORDS, max_size=30))
def test_any_words_are_read_without_an_error(words: list[str]) -> None:
    for found in read(" ".join(["Words:", *words])):
        assert found.label and found.value is not None and 0 < found.confidence <= 1


_THINGS = st.sampled_from(
    ("Burglary", "Vehicle crime", "The number of robberies", "Hate crime", "Satisfaction", "Overtime hours")
)


#: Neither years nor telephones: "to 111" may be a number to ring.
_NUMBERS = st.integers(min_value=10, max_value=99_999).filter(
    lambda n: not 1900 <= n <= 2099 and n not in (101, 105, 111, 112, 999)
)


_PERCENTS = st.decimals(min_value=1, max_value=400, places=1)


@given(
    _THINGS,
    _PERCENTS,
    _NUMBERS,
    _NUMBERS,
    st.sampled_from((("rose", 1), ("increased", 1), ("fell", -1), ("has decreased", -1))),
)
def test_a_change_reads_back_as_itself(
    thing: str, percent: Decimal, first: int, second: int, verb: tuple[str, int]
) -> None:
    word, sign = verb
    label = thing.removeprefix("The ")
    assert told(f"{thing} {word} by {percent}% (from {first:,} to {second:,}).") == [
        (label, sign * float(percent), "percent", "point_change" if thing == "Satisfaction" else "percent_change"),
        (label, first, "count", "actual"),
        (label, second, "count", "actual"),
    ]
    assert told(f"{thing} {word} from {first:,} to {second:,}.") == [
        (label, first, "count", "actual"),
        (label, second, "count", "actual"),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(("Preston", "Burnley", "Chorley", "Blackpool")), _PERCENTS), min_size=1, max_size=4
    )
)
def test_a_list_of_places_reads_back_with_each_its_figure(places: list[tuple[str, Decimal]]) -> None:
    *head, last = [f"{percent}% in {place}" for place, percent in places]
    text = f"Burglary rose by {', '.join(head)} and {last}." if head else f"Burglary rose by {last}."
    assert [(o.area, o.value) for o in read(text)] == [(place, float(percent)) for place, percent in places]


@given(st.text(alphabet="aA1%£.,:;()-–—'’ \n\tİβ5x½", max_size=60))
def test_no_text_makes_the_reading_raise(text: str) -> None:
    for found in read(f"Words: {text}"):
        assert found.label and found.value is not None
