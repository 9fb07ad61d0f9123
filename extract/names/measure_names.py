"""The known names of measures, by their words; which names agree with a printed label, word for word or nearly.

The only module that knows RapidFuzz: it finds of which known word an unknown one is a misprint ("Burglery"). Between two
known words nothing is fuzzy, so "with" never comes near "without".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from extract.names.label_words import label_words
from schema.vocabulary import Measure, measure_aliases, measures, measures_by_id

Words = tuple[str, ...]

PERCENT_OF = re.compile(
    r"^\W*(?:%|per\s?cent(?:age)?\b|proportion\b|share\b)(?!\s*(?:points?\s+)?(?:change|increase|decrease|reduction|difference)s?\b)",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"^\W*(?:(?:total|recorded|overall)\s+)?(?:numbers?|no\.?|volumes?|counts?)\s+of\b", re.IGNORECASE
)
#: Words that a printed label may have beside those of the name.
_SAYS_NOTHING = frozenset(
    (
        "monthly", "quarterly", "annual", "weekly", "number", "total", "recorded", "reported", "overall", "police", "force", "constabulary", "volume", "figure", "data",
        "latest", "current", "all", "crime", "report", "case", "level", "against",
    )
)  # fmt: skip
#: How alike (0 to 100) a misprint is to its word.
_ALIKE = 86
#: Words of a name that a printed label may lack.
_MAY_LACK = frozenset(("number", "recorded", "reported"))
#: Words that name what is counted; a label and a name must have the same ones.
_COUNTED = frozenset(
    (
        "incident", "referral", "investigation", "conviction", "arrest", "victim", "outcome", "detection", "satisfaction",
        "confidence", "survey", "interview", "charge", "caution", "offender", "suspect", "repeat", "share", "rate", "ratio",
        "median", "mean", "average", "target", "fte", "officer", "staff", "pcso", "special", "cadet", "volunteer", "call",
        "child", "adult", "report", "case", "level", "all", "individual", "person", "people", "non", "noncrime", "injury", "with",
        "without", "from", "excluding", "including",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A known name of a measure: its words, and what must hold for it to mean that measure.

    ``own`` is true for the measure's own name. ``percent`` and ``number`` are true where the name itself begins with "Proportion of" or "Number of".
    """

    words: Words
    measure: Measure
    force: str | None
    units: tuple[str, ...]
    contexts: tuple[str, ...]
    percent: bool
    number: bool
    own: bool


@cache
def names() -> tuple[Name, ...]:
    """The names of all measures and their aliases; of those with the same words and conditions, one."""
    by_id = measures_by_id()
    found: dict[tuple[object, ...], Name] = {}

    def add(
        text: str,
        measure: Measure,
        force: str | None = None,
        units: Words = (),
        contexts: Words = (),
        *,
        own: bool = False,
    ) -> None:
        words = label_words(text)
        if words != ("crime",):  # "Number of crimes": of what, only the heading can say
            name = Name(
                words, measure, force, units, contexts, bool(PERCENT_OF.match(text)), bool(NUMBER_OF.match(text)), own
            )
            found.setdefault((words, measure.id, force, units, contexts), name)

    for measure in measures():
        add(measure.name, measure, own=True)
    for alias in measure_aliases():
        add(alias.alias, by_id[alias.measure], alias.force, alias.units, alias.contexts)
    return tuple(found.values())


@cache
def _by_words() -> dict[Words, tuple[Name, ...]]:
    index: defaultdict[Words, list[Name]] = defaultdict(list)
    for name in names():
        index[tuple(sorted(name.words))].append(name)
    return {words: tuple(named) for words, named in index.items()}


@cache
def _by_word() -> dict[str, frozenset[Words]]:
    index: defaultdict[str, set[Words]] = defaultdict(set)
    for words in _by_words():
        for word in words:
            index[word].add(words)
    return {word: frozenset(found) for word, found in index.items()}


def same_words(words: Words) -> tuple[Name, ...]:
    """The names that have just these words, in any order: "Personal robbery" is "Robbery (Personal)"."""
    return _by_words().get(tuple(sorted(words)), ())


# The same label stands under other headings, with other units.
@lru_cache(maxsize=4096)
def near_names(words: Words) -> tuple[tuple[Name, float], ...]:
    """Names that differ by words which say nothing or by a misprint, each with how well it agrees (below 1)."""
    meant = [_meant(word) for word in words]
    read = tuple(dict.fromkeys(word for word, _ in meant))
    likeness = min((score for _, score in meant), default=0.0)
    found = [(word, _by_word().get(word, frozenset())) for word in read]
    telling = [keys for word, keys in found if word not in _SAYS_NOTHING]
    # A word that tells something must be in the name.
    keys = frozenset.intersection(*telling) if telling else frozenset().union(*(keys for _, keys in found))
    scores = ((key, _agreement(read, key)) for key in keys)
    return tuple((name, score * likeness) for key, score in scores if score for name in _by_words()[key])


def like(words: Words, most: int) -> list[tuple[str, float]]:
    """The measures whose names are most like some words, at most so many, each with how like its name is (0 to 1)."""
    found: dict[str, float] = {}
    telling = [word for word in words if word not in _SAYS_NOTHING]
    # Names that share no word look alike by chance only.
    known = {" ".join(key) for word in telling for key in _by_word().get(word, ())}
    for text, score, _ in process.extract(" ".join(sorted(words)), sorted(known), scorer=fuzz.ratio, limit=8 * most):
        for name in _by_words()[tuple(text.split())]:
            found[name.measure.id] = max(found.get(name.measure.id, 0.0), round(score / 100, 2))
    return sorted(found.items(), key=lambda item: -item[1])[:most]


@cache
def _words_like(first: str, length: int) -> tuple[str, ...]:
    """The known words of a first letter and about a length; in one order, so that of two that are as like one is always taken."""
    # Words of which one is longer by a third are never alike.
    return tuple(w for w in _by_letter().get(first, ()) if 3 * length <= 4 * len(w) <= 16 * length / 3)


@cache
def _by_letter() -> dict[str, list[str]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(_by_word().keys() | _SAYS_NOTHING):
        index[word[0]].append(word)
    return dict(index)


@lru_cache(maxsize=8192)
def _meant(word: str) -> tuple[str, float]:
    """The known word of which ``word`` is a misprint, and how alike they are; else the word itself."""
    if word in _by_word() or word in _SAYS_NOTHING or len(word) < 6 or not word.isalpha():
        return word, 1.0
    # Nobody misprints the first letter.
    twin = process.extractOne(word, _words_like(word[0], len(word)), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (twin[0], twin[1] / 100) if twin is not None else (word, 1.0)


def _agreement(label: Words, name: Words) -> float:
    """How well two sets of words agree, 0 where a word that matters is in one of them only."""
    missing = [word for word in name if word not in label]
    extra = [word for word in label if word not in name]
    if not _SAYS_NOTHING.issuperset(extra) or not _MAY_LACK.issuperset(missing):
        return 0.0
    if set(name) - set(missing) <= {"crime"}:
        return 0.0
    if not _COUNTED.isdisjoint(name) and ("crime" in extra or not _COUNTED.isdisjoint(extra)):
        return 0.0
    return 0.95 - 0.02 * (len(missing) + len(extra))
