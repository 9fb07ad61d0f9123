"""The words and marks of a text one by one, as in ``(£5m).``: ``(``, ``£``, ``5m``, ``)`` and ``.`` are five tokens.

The rules are those of spaCy's tokenizer with the affixes below, and the tests hold one against the other. They are written out
here because loading the library takes longer than reading a hundred pages.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PREFIX = re.compile(r"""["'“‘(\[{*<•]|[£$€](?=[\d.])""")
_SUFFIX = re.compile(r"""(?:['’]s|[)\]}"'”’*>;:,!?…]|(?<=[^.\s])\.|\.\.\.)$""")
#: A full stop without a space after it: "reported.The", "2015.The"; a dash between words.
_INFIX = re.compile(r"…|\.\.\.|—|(?<=[a-z0-9)])\.(?=[A-Z][a-z])|(?<=[a-z)]);(?=\w)|(?<=\w)\((?=\w)")
#: A run without white space; a run of white space, but for the one space that may part it from the word before.
_RUN = re.compile(r"\S+|^\s+|(?<=\S)(?! )\s+|(?<=\S )\s+")


class Tokens:
    """The tokens of ``text`` in order: ``words[i]`` is ``text[starts[i]:end(i)]``.

    The single space behind a word belongs to no token; any other white space is a token.
    """

    __slots__ = ("starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        for run in _RUN.finditer(text):
            at, pieces = run.start(), _pieces(run.group())
            self.words += pieces
            self.starts.append(at)
            for piece in pieces[:-1]:
                at += len(piece)
                self.starts.append(at)

    def end(self, i: int) -> int:
        """The offset behind token ``i``."""
        return self.starts[i] + len(self.words[i])

    def before_space(self, i: int) -> bool:
        """True where a space stands right behind token ``i``."""
        return self.text.startswith(" ", self.end(i))


@lru_cache(maxsize=16384)
def _pieces(run: str) -> tuple[str, ...]:
    """The tokens of a run: marks taken off at both ends until none is left, then the rest parted inside."""
    if run.isalnum() or run.isspace():
        return (run,)
    opening: list[str] = []
    closing: list[str] = []
    while run:
        prefix = _PREFIX.match(run)
        if prefix:
            opening.append(prefix.group())
            run = run[prefix.end() :]
        suffix = _SUFFIX.search(run)
        if suffix:
            closing.append(suffix.group())
            run = run[: suffix.start()]
        if not prefix and not suffix:
            break
    inner: list[str] = []
    start = 0
    for infix in _INFIX.finditer(run):
        if infix.start():
            inner += [run[start : infix.start()], infix.group()]
            start = infix.end()
    return (*opening, *filter(None, (*inner, run[start:])), *reversed(closing))
