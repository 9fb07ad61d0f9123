"""Words on a page -> lines: whatever the order in which the words come, and whatever small print stands among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.pages.lines import around, lines_of, once, overlap
from schema.document import Box, Word

# A raised mark, text, and a large heading; the heights are in points from the foot of the line.
SIZES = st.sampled_from([(6.0, 4.0), (10.0, 0.0), (10.0, 0.5), (10.5, 0.0)])


@st.composite
def printed_lines(draw: st.DrawFn) -> list[list[Word]]:
    """Some lines of words from the top of a page, 20 points apart, each with its words from left to right."""
    lines: list[list[Word]] = []
    for number in range(draw(st.integers(1, 4))):
        words: list[Word] = []
        # Every line has text, which tells where it stands.
        for at, (size, raised) in enumerate([(10.0, 0.0), *draw(st.lists(SIZES, max_size=5))]):
            bottom = 40.0 + 20 * number - raised
            words.append(Word(f"w{number}.{at}", Box(50.0 + 30 * at, bottom - size, 70.0 + 30 * at, bottom), size))
        lines.append(words)
    return lines


@given(printed_lines(), st.randoms())
def test_lines_are_the_same_in_whatever_order_their_words_come(meant, random):
    words = [word for line in meant for word in line]
    random.shuffle(words)
    lines = lines_of(words)
    assert [list(line.words) for line in lines] == meant
    for line in lines:
        largest = max(word.size for word in line.words)
        assert line.box == around(word.box for word in line.words if word.size > 0.8 * largest)


def test_words_of_one_height_stand_from_left_to_right():
    words = [
        Word(text, Box(x, 10, x + 20, 20), 10) for text, x in (("on", 80), ("paid", 20), ("time", 110), ("bills", 50))
    ]
    assert [line.text for line in lines_of(words)] == ["paid bills on time"]


def test_what_is_told_once_is_found_once():
    class Sum:
        def __init__(self) -> None:
            self.asked = 0

        @once
        def answer(self) -> int:
            """What it comes to."""
            self.asked += 1
            return 42

    one, other = Sum(), Sum()
    assert (one.answer, one.answer, one.asked, other.asked) == (42, 42, 1, 0)
    assert Sum.answer.__doc__ == "What it comes to."


def test_boxes_that_touch_do_not_overlap():
    box = Box(10, 10, 20, 20)
    assert overlap(box, Box(19, 19, 30, 30)) and overlap(Box(19, 19, 30, 30), box) and overlap(box, Box(12, 12, 13, 13))
    assert not overlap(box, Box(20, 10, 30, 20)) and not overlap(box, Box(10, 20, 20, 30))
