"""Sentences of a paper and the organisations named in it: the one place that knows spaCy.

The pipeline is a blank English one with rules made for panel papers; no model is ever downloaded. It is made on first use.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from extract.organisations import HEADS, INNER_WORDS, NAMES, NOT_AFTER_POLICE, NOT_IN_NAMES, OPENINGS, BodyKind
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
_PREFIXES = r"""^(?:["'“‘(\[{*<•]|[£$€](?=[\d.]))"""
_SUFFIXES = r"""(?:['’]s|[)\]}"'”’*>;:,!?…]|(?<=[^.\s])\.|\.\.\.)$"""
#: A full stop without a space after it: "reported.The", "2015.The"; a dash between words.
_INFIXES = r"…|\.\.\.|—|(?<=[a-z0-9)])\.(?=[A-Z][a-z])|(?<=[a-z)]);(?=\w)|(?<=\w)\((?=\w)"


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
    doc = _read(text)
    spans = []
    first = 0
    depth = 0
    tokens = list(doc)
    for i, token in enumerate(tokens):
        word = token.text
        if word in "([" and word:
            depth += 1
        elif word in ")]" and word:
            depth = max(0, depth - 1)
        if (
            (word in _ENDERS and _ends(tokens, i))
            or (word == ";" and not depth)
            or "\n\n" in word
            or _breaks(tokens, i)
        ):
            last = i + 1
            while last < len(tokens) and tokens[last].text in _CLOSERS and not tokens[last - 1].whitespace_:
                last += 1
            if last > first:
                spans.append((first, last))
                first, depth = last, 0
    spans.append((first, len(tokens)))
    return [s for s in (_trimmed(doc, a, b) for a, b in spans) if s]


def bodies(text: str) -> list[BodyMention]:
    """The organisations that a text names, in order and without overlaps.

    Examples: ``The Trust House and the Birchall Trust`` names two charities, ``Lancashire County Council`` a council,
    ``the Ministry of Justice Victims Grant`` the government, ``the OPCC`` the commissioner.
    """
    doc = _read(text)
    matcher, kinds = _names()
    found = [_Name(start, end, kinds[key]) for key, start, end in matcher(doc)]
    ends = {name.end for name in found}
    for token in doc:
        found.extend(_named_by(doc, token, ends))
    out: list[BodyMention] = []
    last = 0
    for name in sorted(found, key=lambda n: (n.start, n.open_ended, -n.end)):
        if name.start >= last:
            last = name.end
            span = doc[name.start : name.end]
            out.append(BodyMention(span.start_char, span.end_char, span.text, name.kind))
    return out


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as a span of tokens; ``open_ended`` where only its beginning is sure, so that a known name goes before it."""

    start: int
    end: int
    kind: BodyKind
    open_ended: bool = False


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return Tokenizer(
        spacy.blank("en").vocab,
        prefix_search=re.compile(_PREFIXES).search,
        suffix_search=re.compile(_SUFFIXES).search,
        infix_finditer=re.compile(_INFIXES).finditer,
    )


@lru_cache(maxsize=1)
def _names() -> tuple[PhraseMatcher, dict[int, BodyKind]]:
    tokenizer = _tokenizer()
    matcher = PhraseMatcher(tokenizer.vocab)
    kinds: dict[int, BodyKind] = {}
    for kind, names in NAMES.items():
        matcher.add(kind, [tokenizer(name) for name in names])
        kinds[tokenizer.vocab.strings[kind]] = kind
    return matcher, kinds


@lru_cache(maxsize=32)
def _read(text: str) -> Doc:
    doc: Doc = _tokenizer()(text)
    return doc


def _ends(tokens: list[Token], i: int) -> bool:
    """Whether the full stop (or ``!``, ``?``) at ``i`` ends a sentence."""
    after = i + 1
    while after < len(tokens) and tokens[after].text in _CLOSERS and not tokens[after - 1].whitespace_:
        after += 1
    if after >= len(tokens):
        return True
    if not tokens[after - 1].whitespace_ and not tokens[after].is_space and not tokens[after].text[0].isupper():
        return False
    while after < len(tokens) and tokens[after].is_space:
        after += 1
    if after >= len(tokens):
        return True
    following = tokens[after].text
    if following[0].islower() or following[0] in ",;:)%":
        return False
    if tokens[i].text != "." or i == 0 or tokens[i - 1].whitespace_:
        return True
    before = tokens[i - 1].text.lower()
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and tokens[i - 1].text.isupper()):
        return False
    if before in _BEFORE_FIGURE:
        return not following[0].isdigit()
    if before in _NAMED_AFTER:
        return not following[0].isupper()
    return before not in _MAY_END or following[0].isupper()


def _breaks(tokens: list[Token], i: int) -> bool:
    """Whether a line break inside a cell parts sentences: after a colon or a bullet's line, before a bullet."""
    if "\n" not in tokens[i].text:
        return False
    before = tokens[i - 1].text if i else ""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return before in ("", ":", ".", "!", "?") or after in ("-", "–", "•", "*", "·") or after.startswith("**")


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    return (doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) if first < last else None


def _named_by(doc: Doc, token: Token, ends: Collection[int]) -> Iterator[_Name]:
    """The name that ends (or begins) with a word that tells its kind; known names stand before ``ends``."""
    word = token.text
    if word in HEADS and not (word == "Police" and _is_adjective(doc, token.i)):
        start = _name_start(doc, token.i, ends)
        if start < token.i:
            yield _Name(start, token.i + 1, HEADS[word])
    if word in OPENINGS and token.i + 1 < len(doc) and doc[token.i + 1].text in ("of", "for"):
        end = token.i + 2
        while end < len(doc) and doc[end].text[0].isupper():
            end += 1
        if end > token.i + 2:
            yield _Name(token.i, end, OPENINGS[word], open_ended=True)


def _is_adjective(doc: Doc, at: int) -> bool:
    """True for "Police" in "Lancashire Police and Crime Panel" and "Kent Police Headquarters", which name no force."""
    after = [token.text for token in doc[at + 1 : at + 3]] + ["", ""]
    return after[0] in NOT_AFTER_POLICE or (after[0] in ("and", ",") and after[1] in ("Crime", "Fire"))


def _name_start(doc: Doc, head: int, ends: Collection[int]) -> int:
    """Where the name that ends at ``head`` begins: at the first of the capitalised words before it."""
    start = head
    i = head - 1
    while i >= 0:
        word = doc[i].text
        if word in NOT_IN_NAMES or (word in HEADS and doc[i + 1].text in ("and", "&")):
            break
        if word[0].isupper() or word in ("'s", "’s"):
            if word[0].isupper():
                start = i
            i -= 1
        elif (
            word in INNER_WORDS
            and i > 0
            and i not in ends
            and doc[i - 1].text[0].isupper()
            and doc[i - 1].text not in NOT_IN_NAMES
        ):
            i -= 1
        else:
            break
    return start
