"""Which awards are one grant told again, the sum of others, or a part of another: ``same_awards``.

Every place where money is printed keeps its row in ``funding_awards``. Whoever adds awards leaves those out that have a row here,
so that each grant counts once: ``£4.2m from the Police Innovation Fund`` in a sentence and again in the list of decisions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter

from sqlite_utils import Database

from schema.database import writing
from schema.organisations import normal_form
from schema.rounding import half_unit
from schema.step import Row, all_out_of_step, bring_all_in_step
from schema.tables import DERIVED

_SAME_AWARDS = next(table for table in DERIVED if table.name == "same_awards")

#: Every award that counts as papers tell it now, those of a paper in the order of their places.
_TOLD = """
select a.id, a.document_id, a.source_table_id, a.page, a.line, a.source, a.status, a.amount, a.amount_to, a.amount_text, a.per,
  a.recipient, a.recipient_id, a.area, a.purpose, a.fund, a.year, a.quote, a.confidence,
  coalesce(nullif(coalesce(p.force, d.force), ''), a.document_id) as whose, coalesce(p.meeting_date, d.meeting_date) as meeting
from funding_awards a join documents d on d.id = a.document_id left join papers p on p.id = a.paper_id
where d.superseded_by is null
order by {first} a.document_id, a.page, a.line, a.row, a.col, a.char_start, a.id
"""
_BY_PAPER = _TOLD.format(first="")
_BY_AMOUNT = _TOLD.format(first="whose, a.status, a.amount, a.amount_to,")

#: What is found in one paper, and then in all: an archive has too many to remember. They are files of SQLite's own, for one connection.
_FOUND = ("awards_of_papers", "awards_of_all")
_COLUMNS = ("award_id", "document_id", "standing", "against_id", "why")
#: Words that many purposes and funds have: that two have one of them says nothing.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
    the and for with from that this their into will which who new funding fund funds grant grants award awards money project
    projects scheme schemes service services support supporting provide provides provision work working programme programmes
    community commissioner police costs cost year years people help deliver delivery including those these other local
    """,
    )
)
#: An amount with so many digits before its zeros is hardly told of two things in one paper; one of so many pounds hardly from one fund.
_TELLING_DIGITS = 4
_LARGE = 100_000
_ALIKE = 0.5
#: "a further £5,000" is more money, and no telling of the first.
_MORE = re.compile(
    r"\b(?:further|another|additional|extra|second|same again)\s+(?:(?:grant|sum|award|amount)\s+of\s+)?(?:up to\s+|over\s+|about\s+)?$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\bof (?:which|this|that|it|these)\b,?\s+(?:(?:up to|over|about|around|just|some|nearly)\s+)*$", re.IGNORECASE
)
_PENNY = 0.01
#: How many lines may lie between the lines of a list.
_GAP = 2


@dataclass(frozen=True)
class _Told:
    """An award as a paper tells it."""

    row: Mapping[str, object]

    def __getattr__(self, name: str) -> object:
        return self.row[name]

    @property
    def amount(self) -> float:
        return float(str(self.row["amount"]))

    @cached_property
    def spot(self) -> tuple[object, ...]:
        """What tells of one thing only once: a table, or a line of text."""
        return (self.document_id, self.source_table_id or (self.page, self.line))

    @cached_property
    def words(self) -> frozenset[str]:
        return _words(f"{self.purpose or ''}")

    @cached_property
    def before_amount(self) -> str:
        quote, text = str(self.quote or ""), str(self.amount_text or "")
        return quote.partition(text)[0] if text and text in quote else ""

    @property
    def digits(self) -> int:
        return len(f"{self.amount:.0f}".rstrip("0"))


def refresh_same_awards(db: Database) -> bool:
    """Compute again which awards of all documents are told again, add others up or are parts; True if any changed."""
    with writing(db):
        return bring_all_in_step(db, _SAME_AWARDS, _wanted(db))


def same_awards_out_of_step(db: Database) -> int:
    """How many rows of ``same_awards`` are not what the awards give; nothing is written."""
    with db.atomic():
        return all_out_of_step(db, _SAME_AWARDS, _wanted(db))


def _wanted(db: Database) -> Iterator[Row]:
    """The rows of ``same_awards``, in the order of their ids. Must run inside a transaction."""
    of_papers, of_all = _FOUND
    for name in _FOUND:
        db.execute(f"create temp table if not exists {name} (award_id text primary key, {', '.join(_COLUMNS[1:])})")
        db.execute(f"delete from temp.{name}")
    _note(db, of_papers, _in_papers(_told(db, _BY_PAPER)))
    _note(db, of_all, _again(_told(db, _BY_AMOUNT), lambda one: _noted(db, of_papers, one)))
    yield from db.query(f"select {', '.join(_COLUMNS)} from temp.{of_all} order by award_id")
    for name in _FOUND:
        db.execute(f"delete from temp.{name}")


def _told(db: Database, sql: str) -> Iterator[_Told]:
    cursor = db.execute(sql)
    names = [column[0] for column in cursor.description]
    return (_Told(dict(zip(names, values, strict=True))) for values in cursor)


def _note(db: Database, name: str, rows: Iterable[Row]) -> None:
    sql = f"insert or ignore into temp.{name} values ({', '.join('?' * len(_COLUMNS))})"
    db.conn.executemany(sql, map(itemgetter(*_COLUMNS), rows))


def _noted(db: Database, name: str, one: _Told) -> Row | None:
    row = db.execute(f"select {', '.join(_COLUMNS)} from temp.{name} where award_id = ?", (one.id,)).fetchone()
    return dict(zip(_COLUMNS, row, strict=True)) if row else None


def _in_papers(told: Iterable[_Told]) -> Iterator[Row]:
    """What each paper says of its own awards; of several rows for one award the first counts."""
    for _, some in groupby(told, key=lambda one: one.document_id):
        paper = list(some)
        for one, why in _totals(paper):
            yield _row(one, "total", None, why)
        for part, whole in _parts(paper):
            yield _row(part, "part", whole, f"the paper says that it is part of {whole.amount_text}")


def _again(told: Iterable[_Told], in_paper: Callable[[_Told], Row | None]) -> Iterator[Row]:
    """The rows of the awards, which come by whose, status and amount: what one grant told again is, and what papers say of the others."""
    for _, alike in groupby(told, key=lambda one: (one.whose, one.status, one.amount, one.amount_to)):
        for group in _groups(alike):
            counts = max(group, key=_fullness)
            for one in group:
                if one is not counts:
                    where = "this paper" if one.document_id == counts.document_id else "another paper"
                    yield _row(one, "again", counts, f"{where} tells the same grant of {counts.amount_text} elsewhere")
            standing = next(filter(None, map(in_paper, group)), None)
            if standing is not None:
                yield {**standing, "award_id": counts.id, "document_id": counts.document_id}


def _row(one: _Told, standing: str, against: _Told | None, why: str) -> Row:
    return {
        "award_id": one.id,
        "document_id": one.document_id,
        "standing": standing,
        "against_id": against.id if against else None,
        "why": why,
    }


def _fullness(one: _Told) -> tuple[object, ...]:
    """What makes an award the one of several that counts: what it tells, then the latest meeting, then the surest; the first of equals."""
    said = sum(bool(one.row[name]) for name in ("recipient", "purpose", "fund", "year", "area"))
    return (one.recipient_id is not None, said, str(one.meeting or ""), one.confidence or 0.0, _backwards(str(one.id)))


def _backwards(id: str) -> tuple[int, ...]:
    return tuple(-ord(char) for char in id)


def _groups(alike: Iterable[_Told]) -> Iterator[list[_Told]]:
    """Awards of one amount by the grant that they tell. All of a group are like one another, so that no award joins two that differ."""
    groups: list[list[_Told]] = []
    for one in alike:
        fits = [group for group in groups if all(is_same(one, other) for other in group)]
        if fits:
            max(fits, key=lambda group: _likeness(one, group[0])).append(one)
        else:
            groups.append([one])
    yield from groups


def _likeness(one: _Told, other: _Told) -> int:
    return sum(
        bool(one.row[n]) and one.row[n] == other.row[n] for n in ("recipient_id", "purpose", "year", "fund", "area")
    )


def is_same(one: _Told, other: _Told) -> bool:
    """True where two awards of one step and amount are one grant.

    Two papers tell it alike, but for their wording of what it is for. One paper may tell it in other words: of the same
    organisation, of one that the purpose or fund of the other names, for the same purpose, or as an amount that cannot be two.
    """
    apart = one.row["document_id"] != other.row["document_id"]
    # Most pairs of an archive end here.
    if apart and one.row["recipient_id"] != other.row["recipient_id"]:
        return False
    if one.spot == other.spot or not _agree(one, other):
        return False
    if apart:
        said = ["recipient_id", "area", "year"] if one.recipient_id else ["recipient", "area", "year", "purpose"]
        return (
            bool(one.recipient or one.purpose)
            and all(one.row[n] == other.row[n] for n in said)
            and one.per == other.per
        )
    if any(_MORE.search(each.before_amount) for each in (one, other)):
        return False
    # Two lists may well give one body, or two, grants of the same size.
    lists = one.source == other.source == "table" and one.words and other.words and not one.words & other.words
    odd = one.digits >= _TELLING_DIGITS and not lists
    if one.recipient_id and other.recipient_id:
        if not (one.recipient_id == other.recipient_id or _names(one.recipient, other.recipient)):
            return False
        return not lists
    if one.recipient_id or other.recipient_id:
        named, plain = (one, other) if one.recipient_id else (other, one)
        if any(
            _names(plain.row[name], named.recipient, within=True) for name in ("purpose", "fund", "area", "recipient")
        ):
            return True
    if odd or _overlap(one.words, other.words) >= _ALIKE:
        return True
    return bool(one.fund and other.fund) and one.amount >= _LARGE


def _agree(one: _Told, other: _Told) -> bool:
    """True where nothing that both tell differs: the year, the fund, the area, how often it is paid."""
    return (
        (not (one.year and other.year) or one.year == other.year)
        and (one.per == other.per or {one.per, other.per} == {None, "year"})
        and all(not (a and b) or _names(a, b) for a, b in ((one.fund, other.fund), (one.area, other.area)))
    )


def _names(one: object, other: object, *, within: bool = False) -> bool:
    """True where one name is the other or stands in it: ``Innovation Fund`` in ``Police Innovation Fund``; ``within``: the second in the first."""
    if not one or not other:
        return False
    first, second = f" {normal_form(str(one))} ", f" {normal_form(str(other))} "
    return bool(second.strip()) and (second in first or (not within and first in second))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{3,}", text.casefold()) if word not in _COMMON)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _totals(paper: Sequence[_Told]) -> Iterator[tuple[_Told, str]]:
    """The awards of a paper that are the sum of others: of those of a table, or of those that stand beside it in its text.

    Who is one organisation among the others gets a grant of its own, though the others should happen to add up to it.
    """
    tables: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for one in paper:
        if one.source_table_id and not one.amount_to:
            tables[one.source_table_id, one.status, one.year] += [one.amount]
    prose = [one for one in paper if not one.source_table_id]
    for at, one in enumerate(prose):
        if one.amount_to or one.recipient_id:
            continue
        of_tables = (_of_column(one, key, amounts) for key, amounts in tables.items())
        count = next(filter(None, of_tables), 0) or _added_up(one, prose[at + 1 :]) or _added_up(one, prose[:at][::-1])
        if count:
            yield one, f"it is the sum of {count} other awards of the paper"


def _of_column(whole: _Told, key: tuple[object, ...], amounts: Sequence[float]) -> int:
    """How many amounts of a column of a table add up to ``whole``: all, or all but the row of one who is not among its many; else 0."""
    _, status, year = key
    if len(amounts) < 2 or status != whole.status or (whole.year and year not in (None, whole.year)):
        return 0
    slack = _slack(whole)
    rest = sum(amounts) - whole.amount
    if abs(rest) <= slack:
        return len(amounts)
    named = len(amounts) > 2 and whole.recipient and any(abs(rest - one) <= slack for one in amounts)
    return len(amounts) - 1 if named else 0


def _added_up(whole: _Told, others: Sequence[_Told]) -> int:
    """How many awards next to it, on lines without a gap, add up to ``whole``; 0 where they do not, or are one."""
    slack = _slack(whole)
    left, line = whole.amount, whole.line
    for count, other in enumerate(others, 1):
        near = isinstance(line, int) and isinstance(other.line, int) and abs(other.line - line) <= _GAP
        if other.page != whole.page or not near or other.status != whole.status or other.amount_to:
            return 0
        left, line = left - other.amount, other.line
        if abs(left) <= slack:
            return count if count > 1 else 0
        if left < 0:
            return 0
    return 0


def _slack(whole: _Told) -> float:
    """By how much a total may differ from its parts, in pounds: a unit of its last printed digit, as totals are cut off as well as rounded."""
    return max(_PENNY, 2 * half_unit(whole.amount, str(whole.amount_text), "GBP"))


def _parts(paper: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """The awards that the paper says are part of the one before: ``£500,000, of which £200,000 is for``."""
    whole: _Told | None = None
    for before, one in pairwise(paper):
        if not _OF_WHICH.search(one.before_amount) or one.source_table_id:
            whole = None
            continue
        whole = whole or before
        if whole.document_id == one.document_id and whole.page == one.page and one.amount < whole.amount:
            yield one, whole
