"""The words and marks of a text one by one, as in ``(£5m).``: ``(``, ``£``, ``5m``, ``)`` and ``.`` are five tokens.

The one place that knows spaCy: its tokenizer with the affixes of panel papers. No model is loaded, and the library is
imported when the first text comes, because that takes as long as reading some fifty pages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_PREFIX = re.compile(r"""["'“‘(\[{*<•]|[£$€](?=[\d.])""")
_SUFFIX = re.compile(r"""(?:['’]s|[)\]}"'”’*>;:,!?…]|(?<=[^.\s])\.|\.\.\.)$""")
#: A full stop without a space after it: "reported.The", "2015.The"; a dash between words.
_INFIX = re.compile(r"…|\.\.\.|—|(?<=[a-z0-9)])\.(?=[A-Z][a-z])|(?<=[a-z)]);(?=\w)|(?<=\w)\((?=\w)")

_RUN = re.compile(r"\S+")
#: A longer run is no word and no line of dots that leads to a page.
_LONGEST_RUN = 500


class Tokens:
    """The tokens of ``text`` in order: ``words[i]`` is ``text[starts[i]:end(i)]``.

    The single space behind a word belongs to no token; any other white space is a token.
    """

    __slots__ = ("starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        for first, last in pairwise((0, *_cuts(text), len(text))):
            for token in _tokenizer()(text[first:last]):
                self.words.append(token.text)
                self.starts.append(first + token.idx)

    def end(self, i: int) -> int:
        """The offset behind token ``i``."""
        return self.starts[i] + len(self.words[i])

    def before_space(self, i: int) -> bool:
        """True where a space stands right behind token ``i``."""
        return self.text.startswith(" ", self.end(i))


def _cuts(text: str) -> list[int]:
    """Where runs of characters without white space are cut: the marks of a run are taken off one by one, in the square of their time."""
    if len(text) <= _LONGEST_RUN or max(map(len, text.split()), default=0) <= _LONGEST_RUN:
        return []
    return [at for run in _RUN.finditer(text) for at in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN)]


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    # A bare vocabulary: that of a language would work out what each new word looks like, which nobody asks here.
    return Tokenizer(
        Vocab(),
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
    )
