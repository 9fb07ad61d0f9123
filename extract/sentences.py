"""Sentences of a paper and the organisations named in it, by rules over its tokens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.misprints import CUT_DECIMAL
from extract.organisations import HEADS, INNER_WORDS, NAMES, NOT_AFTER_POLICE, NOT_IN_NAMES, OPENINGS, BodyKind
from extract.tokens import Tokens
from extract.wording import word_set

#: Words after which a full stop ends no sentence: in lower case, without their last full stop.
_ABBREVIATIONS = word_set("""
    approx appt art avg cllr cllrs col comm cons corp cpt ct dept det dr e.g eg est ext fig figs ft gen gov govt hon i.e ie
    incl excl insp jnr jr ld lt max min mins mr mrs ms mt nos op ops para paras pp prof ref refs reg rep rev rt sched sec
    secs sect sgt snr sr supt tel temp v viz vol vs yr yrs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed
    thu thur thurs fri
    """)
#: Those that stand before a figure or a name but may also be a word, or end a sentence: "No. 5", "St. Helens", "£2m p.a. Next".
_BEFORE_FIGURE = frozenset(["no", "p", "s", "c", "q", "art", "at", "est", "page", "dr"])
_MAY_END = frozenset(["etc", "p.a", "a.m", "p.m", "ltd", "inc", "co", "cc", "u.k", "u.s", "n.b"])
_NAMED_AFTER = frozenset(["st"])

_ENDERS = frozenset([".", "!", "?", "…", "..."])
_CLOSERS = frozenset("\"'”’»)]*>")
#: All that may end a sentence or open and close a bracket in it.
_MARKS = _ENDERS | frozenset(";()[]")
#: In words; a heading in capitals, or a list of them, has more and is no name.
_LONGEST_NAME = 30
#: What a text has that may be more than one sentence; in ``4.7`` and behind its last word it has none.
_LETTERS = re.compile(r"[^\W\d_]+")
_MAY_PART = re.compile(r"[!?…;\n](?=.)|\.(?=\D)", re.DOTALL)


#: What has no full stop for longer is no sentence: a table that lost its columns, a list of names.
LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class BodyMention:
    """An organisation named in a text: ``text[start:end]`` of the text it was found in is ``text``."""

    start: int
    end: int
    text: str
    kind: BodyKind


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a passage or cell as spans, without the spaces around them; items parted by semicolons count as sentences.

    Examples: ``approx. 20%. Cllr. Smith said`` has two, ``cost of £4.854M. (Decision 2015/32)`` two, ``see para. 3.23`` one.
    """
    return list(_spans(text))


# The same passage is asked for its figures, its dates and its awards.
@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    bare = text.strip()
    if not _MAY_PART.search(bare):
        start = text.find(bare)
        return ((start, start + len(bare)),) if bare else ()
    tokens = Tokens(text)
    words = tokens.words
    spans = []
    first = 0
    depth = 0
    for i, word in enumerate(words):
        if word not in _MARKS and "\n" not in word:
            continue
        if word in ("(", "["):
            depth += 1
        elif word in (")", "]"):
            depth = max(0, depth - 1)
        if (
            (word in _ENDERS and _ends(tokens, i))
            or (word == ";" and not depth)
            or "\n\n" in word
            or _breaks(tokens, i)
        ):
            last = i + 1
            while last < len(words) and words[last] in _CLOSERS and not tokens.before_space(last - 1):
                last += 1
            if last > first:
                spans.append((first, last))
                first, depth = last, 0
    spans.append((first, len(words)))
    return tuple(s for s in (_trimmed(tokens, a, b) for a, b in spans) if s)


def bodies(text: str) -> list[BodyMention]:
    """The organisations that a text names, in order and without overlaps.

    Examples: ``The Trust House and the Birchall Trust`` names two charities, ``Lancashire County Council`` a council,
    ``the Ministry of Justice Victims Grant`` the government, ``the OPCC`` the commissioner.
    """
    if _of_names().isdisjoint(_LETTERS.findall(text)):
        return []
    tokens = Tokens(text)
    words = tokens.words
    found = list(_known(words))
    ends = {name.end for name in found}
    for i in range(len(words)):
        found.extend(_named_by(words, i, ends))
    out: list[BodyMention] = []
    last = 0
    for name in sorted(found, key=lambda n: (n.start, n.open_ended, -n.end)):
        if name.start >= last:
            last = name.end
            start, end = tokens.starts[name.start], tokens.end(name.end - 1)
            out.append(BodyMention(start, end, text[start:end], name.kind))
    return out


def is_body(text: str) -> bool:
    """True where the whole of a text is the name of one organisation: ``Birchall Trust``, not ``the work of Birchall Trust``."""
    return [body.text for body in bodies(text)] == [text]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as a span of tokens; ``open_ended`` where only its beginning is sure, so that a known name goes before it."""

    start: int
    end: int
    kind: BodyKind
    open_ended: bool = False


@cache
def _of_names() -> frozenset[str]:
    """The letters with which all begin that is a name by itself or tells that one ends or begins; a text without any names nobody."""
    return frozenset(found[0] for word in (*_by_first_word(), *HEADS, *OPENINGS) for found in [_LETTERS.findall(word)])


@cache
def _by_first_word() -> dict[str, list[tuple[list[str], BodyKind]]]:
    index: dict[str, list[tuple[list[str], BodyKind]]] = {}
    for kind, names in NAMES.items():
        for words in (Tokens(name).words for name in names):
            index.setdefault(words[0], []).append((words, kind))
    return index


def _known(words: Sequence[str]) -> Iterator[_Name]:
    """The names of the list, wherever they stand."""
    index = _by_first_word()
    for i, word in enumerate(words):
        for name, kind in index.get(word, ()):
            if words[i : i + len(name)] == name and not (
                name[-1] == "Police" and _is_adjective(words, i + len(name) - 1)
            ):
                yield _Name(i, i + len(name), kind)


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether the full stop (or ``!``, ``?``) at ``i`` ends a sentence."""
    words = tokens.words
    if i and words[i] == "." and CUT_DECIMAL.match(tokens.text, tokens.starts[i] - 1):
        return False
    after = i + 1
    while after < len(words) and words[after] in _CLOSERS and not tokens.before_space(after - 1):
        after += 1
    if after >= len(words):
        return True
    if not tokens.before_space(after - 1) and not words[after].isspace() and not words[after][0].isupper():
        return False
    while after < len(words) and words[after].isspace():
        after += 1
    if after >= len(words):
        return True
    following = words[after]
    if following[0].islower() or following[0] in ",;:)%":
        return False
    if words[i] != "." or i == 0 or tokens.before_space(i - 1):
        return True
    before = words[i - 1].lower()
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and words[i - 1].isupper()):
        return False
    if before in _BEFORE_FIGURE:
        return not following[0].isdigit()
    if before in _NAMED_AFTER:
        return not following[0].isupper()
    return before not in _MAY_END or following[0].isupper()


def _breaks(tokens: Tokens, i: int) -> bool:
    """Whether a line break inside a cell parts sentences: after a colon or a bullet's line, before a bullet."""
    words = tokens.words
    if "\n" not in words[i]:
        return False
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    return before in ("", ":", ".", "!", "?") or after in ("-", "–", "•", "*", "·") or after.startswith("**")


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    while first < last and tokens.words[first].isspace():
        first += 1
    while last > first and tokens.words[last - 1].isspace():
        last -= 1
    return (tokens.starts[first], tokens.end(last - 1)) if first < last else None


def _named_by(words: Sequence[str], i: int, ends: Collection[int]) -> Iterator[_Name]:
    """The name that ends (or begins) with a word that tells its kind; known names stand before ``ends``."""
    word = words[i]
    if word in HEADS and not (word == "Police" and _is_adjective(words, i)):
        start = _name_start(words, i, ends)
        if start < i:
            yield _Name(start, i + 1, HEADS[word])
    if word in OPENINGS and i + 1 < len(words) and words[i + 1] in ("of", "for"):
        end = i + 2
        while end < len(words) and words[end][0].isupper():
            end += 1
        if end > i + 2:
            yield _Name(i, end, OPENINGS[word], open_ended=True)


def _is_adjective(words: Sequence[str], at: int) -> bool:
    """True for "Police" in "Lancashire Police and Crime Panel" and "Kent Police Headquarters", which name no force."""
    after = [*words[at + 1 : at + 3], "", ""]
    return after[0] in NOT_AFTER_POLICE or (after[0] in ("and", ",") and after[1] in ("Crime", "Fire"))


def _name_start(words: Sequence[str], head: int, ends: Collection[int]) -> int:
    """Where the name that ends at ``head`` begins: at the first of the capitalised words before it."""
    start = head
    i = head - 1
    while i >= max(0, head - _LONGEST_NAME):
        word = words[i]
        if word in NOT_IN_NAMES or (word in HEADS and words[i + 1] in ("and", "&")):
            break
        if word[0].isupper() or word in ("'s", "’s"):
            if word[0].isupper():
                start = i
            i -= 1
        elif (
            word in INNER_WORDS
            and i > 0
            and i not in ends
            and words[i - 1][0].isupper()
            and words[i - 1] not in NOT_IN_NAMES
        ):
            i -= 1
        else:
            break
    return start
