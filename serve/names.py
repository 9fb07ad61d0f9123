"""The names that a visitor may mean, of measures, forces and organisations, and how the words typed may have been meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database

Sort = Literal["measure", "force", "organisation", "comparison", "part", "funding", "contradictions"]

#: Names may be so alike to what was typed, from 0 to 1: one slip in five letters.
_ALIKE = 0.8
#: A shorter word is too near to too many others.
_SHORTEST = 4
_TYPED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What leads to the name of a place, and goes with it.
_BEFORE_A_PLACE = frozenset({"in", "of", "for", "at", "the", "to", "from", "by"})
#: The rank of names that are a part of what was typed.
_WITHIN = 2
#: So many words of a name are looked for in what was typed.
_LONGEST = 8

_MEASURES = """
select m.id, m.name, coalesce(a.alias, m.name) as spelling, sum(c.n) as weight from measures m join coverage c on c.measure = m.id
left join (select alias, measure from measure_aliases where contexts in ('', '[]') and force is null
  union all select name, id from measures) a on a.measure = m.id
group by m.id, spelling
"""
_FORCES = """
select f.id, f.name, s.spelling, (select count(*) from documents d where d.force = f.id) as weight from forces f join (
  select id as force, name as spelling from forces union select id, police_name from forces
  union select force, alias from force_aliases where kinds like '%"area"%' or kinds like '%"force"%' or kinds like '%"abbreviation"%'
  union select force, name from districts where kind in ('district', 'county')) s on s.force = f.id
"""
_ORGANISATIONS = """
select o.id, o.name, a.value as spelling, o.received + o.given as weight from organisations o, json_each(o.aliases) a
union select id, name, name, received + given from organisations
"""
_SOURCES: tuple[tuple[Sort, str], ...] = (("measure", _MEASURES), ("force", _FORCES), ("organisation", _ORGANISATIONS))


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a page, and the ``spelling`` of its name by which it was found."""

    sort: Sort
    id: str
    name: str
    spelling: str
    weight: int

    @property
    def otherwise(self) -> str | None:
        """The spelling where it is not the name itself."""
        return self.spelling if words_of(self.spelling) != words_of(self.name) else None


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes: ``Women's Aid (Kent)`` is ``womens``, ``aid``, ``kent``."""
    return re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.lower()))


class Names:
    """All names of a database, to be found by any of their spellings."""

    def __init__(self, found: Iterable[Named]) -> None:
        self._by_spelling: dict[tuple[str, ...], list[Named]] = defaultdict(list)
        self._by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        counted = Counter[str]()
        for one in found:
            spelling = tuple(words_of(one.spelling))
            self._by_spelling[spelling].append(one)
            for word in spelling:
                self._by_word[word].add(spelling)
                counted[word] += 1
        self._words = sorted(counted)
        self._counted = counted
        self._spellings = {" ".join(spelling): spelling for spelling in self._by_spelling if spelling}

    def ways_in(self, text: str, most: int = 5) -> list[Named]:
        """The things that a text names: in full, by the beginnings of their words, within it, or with a slip of spelling.

        Examples: ``burgl`` names Burglary, ``robbery in kent`` Robbery and Kent, ``Lancshire`` Lancashire. At most ``most`` of each sort,
        the nearest first.
        """
        words = words_of(text)
        if not words:
            return []
        near: dict[tuple[Sort, str], tuple[tuple[float, ...], Named]] = {}
        for rank, spelling in self._candidates(words):
            named = self._by_spelling[spelling]
            # "Commissioner" among other words is none of the forty that are called so.
            several = rank >= _WITHIN and len({one.id for one in named if one.sort == "organisation"}) > 1
            for one in named:
                if several and one.sort == "organisation":
                    continue
                order = (rank, one.otherwise is not None, len(spelling), -one.weight)
                key = (one.sort, one.id)
                if key not in near or (order, one.name) < (near[key][0], near[key][1].name):
                    near[key] = order, one
        ordered = sorted(near.values(), key=lambda found: (found[0], found[1].name, found[1].id))
        kept = Counter[Sort]()
        shown = []
        for _, one in ordered:
            kept[one.sort] += 1
            if kept[one.sort] <= most:
                shown.append(one)
        return shown

    def force_in(self, text: str) -> tuple[Named, str] | None:
        """The one force that a text names among other words, and these: ``burglary in Kent 2019/20`` is Kent and ``burglary 2019/20``.

        None where all of them are its name: ``Kent Police``.
        """
        typed = list(_TYPED.finditer(text))
        words = ["".join(words_of(word[0])) for word in typed]
        if any(one.sort == "force" for one in self._by_spelling.get(tuple(words), ())):
            return None
        for length in range(min(_LONGEST, len(words) - 1), 0, -1):
            for start in range(len(words) - length + 1):
                named = self._by_spelling.get(tuple(words[start : start + length]), ())
                forces = [one for one in named if one.sort == "force" and not one.otherwise]
                if len({one.id for one in forces}) == 1:
                    end = typed[start + length - 1].end()
                    while start and words[start - 1] in _BEFORE_A_PLACE:
                        start -= 1
                    rest = " ".join(f"{text[: typed[start].start()]} {text[end:]}".split())
                    return (forces[0], rest) if words_of(rest) else None
        return None

    def unknown(self, text: str) -> list[str]:
        """The words of a text that are in no name."""
        return [word for word in words_of(text) if word not in self._counted]

    def corrected(self, word: str) -> str | None:
        """The word of a name that was probably meant by another: ``burgalry`` is ``burglary``; None where there is none near."""
        if len(word) < _SHORTEST or any(char.isdigit() for char in word):
            return None
        found = process.extract(
            word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE - 0.05, limit=8
        )
        best = max(found, key=lambda hit: (hit[1], self._counted[hit[0]], hit[0]), default=None)
        return best[0] if best else None

    def _candidates(self, words: Sequence[str]) -> Iterator[tuple[float, tuple[str, ...]]]:
        """Spellings that the words may mean, the lower the number the nearer: 0 the very name, 1 its beginning, 2 within, 3 alike."""
        whole = tuple(words)
        found = False
        if whole in self._by_spelling:
            yield 0, whole
            found = True
        for spelling in self._begun_by(words):
            yield 1, spelling
            found = True
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                part = tuple(words[start : start + length])
                if part in self._by_spelling:
                    yield _WITHIN + 1 / (1 + length), part
                    found = True
        text = " ".join(words)
        if not found and len(text) >= _SHORTEST:
            alike = process.extract(
                text, list(self._spellings), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=10
            )
            yield from ((3 + 1 - likeness, self._spellings[spelling]) for spelling, likeness, _ in alike)

    def _begun_by(self, words: Sequence[str]) -> set[tuple[str, ...]]:
        """The spellings each of whose sought words begins with one of these; single letters begin too many."""
        if all(len(word) < 2 for word in words):
            return set()
        sets = []
        for word in words:
            start = bisect_left(self._words, word)
            begun = takewhile(lambda known, word=word: known.startswith(word), self._words[start:])  # type: ignore[misc]
            sets.append(set[tuple[str, ...]]().union(*(self._by_word[known] for known in begun)))
        return set.intersection(*sets)


def names(db: Database) -> Names:
    """The names of measures that have figures, of all forces with their districts, and of organisations."""
    return Names(
        Named(sort, row["id"], row["name"], row["spelling"], row["weight"] or 0)
        for sort, sql in _SOURCES
        for row in db.query(sql)
    )
