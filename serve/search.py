"""One search over the figures, awards, dates and pages of all papers, ``/-/search?q=burglary&force=kent&year=2019&kind=figures``.

Without a kind the best of each kind are shown, with one all that there are, page by page. A word that is in no paper is held against
the names of measures, forces and organisations.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from datasette.app import Datasette

from schema.over_time import parts_of
from schema.whose import plain
from serve import access, addresses, wording
from serve.cells import found_words
from serve.names import Named, Names, Sort, names, words_of

#: How many of a kind are shown where all kinds are, and on a page of one kind.
SHOWN = 10
PAGE = 25
#: Above so many they are not counted to the end, and above so many not put into order but shown as they were read, the latest
#: first: both would take seconds of millions of rows.
MOST = 10_000
RANKED = 4_000
#: A longer question is cut; the page says so.
LONGEST = 200
_MOST_WORDS = 20
_MOST_COMPARED = 2
#: Words that make a question of what is asked for: "how many burglaries were there in Camden?" asks for burglaries and Camden.
_SMALL = frozenset(
    {"and", "are", "at", "by", "did", "do", "does", "for", "from", "had", "has", "have", "how", "in", "is", "many", "much", "of", "on", "over",
     "the", "there", "to", "was", "were", "what", "when", "where", "which", "who", "with"}
)  # fmt: skip
#: Of so many words some are tried where no figure has all of them.
_MOST_TRIED = 6
_CONTRADICTED = re.compile(r"contradict|inconsisten|disagree|discrepanc|(?:wrong|errors?|mistakes?)$")
#: Words that ask for money given, and stand in hardly any award itself.
_MONEY = frozenset(
    {"award", "awarded", "awards", "fund", "funded", "funding", "funds", "gave", "given", "got", "grant", "granted", "grants", "money", "paid",
     "receive", "received", "recipients"}
)  # fmt: skip

_NUMBER = re.compile(
    r"£?[-−+]?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<times>k|m|bn|million|billion)?%?", re.IGNORECASE
)
_TIMES = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_FINANCIAL_YEAR = re.compile(r"(?<![\w/-])((?:19|20)\d\d)(?: ?[/–-] ?| )((?:20)?\d\d)(?![\w/-])")
_YEAR = re.compile(r'"((?:19|20)\d\d)"')
_MONTHS = {
    f'"{name.lower()}"': n for names in (calendar.month_name, calendar.month_abbr) for n, name in enumerate(names) if n
}
_TERM = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>\w+(?:[\'’.,/&-]\w+)*)(?P<begun>\*)?')
_ENDING = re.compile(r"(?:ies|es|s|y)$")
_DAYS = (("%d %B %Y", 10), ("%d/%m/%Y", 10), ("%Y-%m-%d", 10), ("%d %b %Y", 10), ("%B %Y", 7), ("%b %Y", 7), ("%Y-%m", 7))  # fmt: skip

_DATED = "coalesce(p.meeting_date, d.meeting_date)"
_OF_PAPER = "coalesce(p.force, d.force)"
_TOLD_OF_YEAR = "select 1 from coverage where measure = ? and financial_year = ?"
_TITLED = f"coalesce(d.title, d.file_name) as document_title, {_DATED} as meeting_date, f.name as force, x.document_id, x.page"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks for: the words as typed, those that are searched for, and the filters, each empty where any will do."""

    q: str
    words: str
    force: str
    year: str
    kind: str
    number: int
    cut: bool = False

    @property
    def financial_year(self) -> str:
        """The financial year among other words: ``burglary 2019/20`` is of ``2019/20``, else empty."""
        return financial_year_in(self.words)[0]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of what is found: the rows of ``table`` as ``x``, by its index of words or by a condition of its own."""

    name: str
    heading: str
    table: str
    columns: str
    #: What holds for a row that the index does not know of: it is the number, or it has the words or the day.
    condition: str | None = None
    indexed: bool = True
    #: Whether a row itself says whose it is, and whether it knows the paper in its file.
    of_force: bool = False
    paper: bool = True
    more: str = ""
    #: The column that says which financial year a row is for.
    of_year: str = ""
    #: The columns of the index that say what a row itself is, not what it stands under: one that has all the words there comes first.
    own: str = ""
    #: Words that ask for this kind and stand in hardly any row of it.
    called: frozenset[str] = frozenset()
    #: How much the words of each column of the index weigh, where not all weigh the same; a day only has to fit.
    weights: str = ""

    @property
    def force(self) -> str:
        """Where it stands whose a row is."""
        return "x.force" if self.of_force else _OF_PAPER

    @property
    def joined(self) -> str:
        """The paper that a row is in."""
        paper = "left join papers p on p.id = x.paper_id" if self.paper else "left join papers p on 0"
        return f"join documents d on d.id = x.document_id {paper}"

    def allowed(self, asked: Asked) -> list[str]:
        """What holds for the numbers of the rows that the filters let through; each is answered from an index."""
        of_document = (
            f"select y.rowid from {self.table} y where y.document_id in (select d.id from documents d where {{}})"
        )
        conditions = [f"not in ({of_document.format('d.superseded_by is not null')})"]
        if asked.force and self.of_force:
            conditions.append(f"in (select y.rowid from {self.table} y where y.force = :force)")
        elif asked.force:
            conditions.append(self._in_papers(of_document, f"{_OF_PAPER} = :force", "d.force = :force"))
        if asked.year:
            year = "substr({}, 1, 4) = :year"
            conditions.append(self._in_papers(of_document, year.format(_DATED), year.format("d.meeting_date")))
        if asked.financial_year and self.of_year:
            conditions.append(f"in (select y.rowid from {self.table} y where y.{self.of_year} = :financial_year)")
        return conditions

    def _in_papers(self, of_document: str, of_paper: str, of_file: str) -> str:
        """The rows of the papers for which ``of_paper`` holds; of rows that are in no paper it is asked of their file."""
        of_none = of_document.format(of_file)
        if not self.paper:
            return f"in ({of_none})"
        papers = f"select p.id from papers p join documents d on d.id = p.document_id where {of_paper}"
        return f"in (select y.rowid from {self.table} y where y.paper_id in ({papers}) union all {of_none} and y.paper_id is null)"


_FIGURES = Kind(
    name="figures",
    heading="Figures",
    table="observations",
    columns="x.id, x.label, x.value, x.value_to, x.value_text, x.unit, x.statistic, x.qualifier, x.direction, m.id as measure_id, m.name as measure, "
    "x.breakdown, x.area, x.period_start, x.period_end, x.period_label, x.confidence, x.verified, x.disputed",
    condition="x.value in (:number, -:number)",
    of_force=True,
    more="left join measures m on m.id = x.measure",
    of_year="financial_year",
    own="label area breakdown measure period_start period_end",
    weights="2.0, 0.5, 2.0, 1.0, 1.0, 0.0, 0.0",
)
_AWARDS = Kind(
    name="awards",
    heading="Awards",
    table="funding_awards",
    columns="x.id, x.recipient, x.purpose, x.area, x.fund, x.amount, x.amount_to, x.qualifier, x.amount_text, x.currency, x.status, x.year, "
    "x.confidence, x.disputed",
    condition="x.amount = :number",
    of_year="year",
    # An award to Victim Support goes before one to somebody else for the support of victims.
    own="recipient area year date",
    called=_MONEY,
    weights="1.0, 1.0, 1.0, 1.0, 0.0, 0.0",
)
_DATES = Kind(
    name="dates",
    heading="Dates",
    table="dates",
    columns='x.id, x.type, x.label, x.start, x."end", x.precision, x.quote, x.confidence',
    condition="({told} or (:day <> '' and x.start like :day || '%'))",
    indexed=False,
)
_PAPERS = Kind(
    name="papers",
    heading="Pages of papers",
    table="pages",
    columns="d.id as id, x.width, (select snippet(pages_fts, 0, '[[', ']]', ' … ', 32) from pages_fts where pages_fts match :match "
    "and rowid = hits.number) as passage",
    paper=False,
)
KINDS = {kind.name: kind for kind in (_FIGURES, _AWARDS, _DATES, _PAPERS)}
_TABLES = (
    "observations",
    "funding_awards",
    "dates",
    "pages",
    "documents",
    "papers",
    "measures",
    "forces",
    "organisations",
)


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of a kind: the rows of one page, how many there are (at most ``MOST`` + 1), and whether more rows follow."""

    kind: Kind
    rows: list[access.Row]
    total: int
    following: bool

    @property
    def many(self) -> bool:
        """True where they were not counted to the end."""
        return self.total > MOST

    @property
    def counted(self) -> str:
        """How many there are, in words: ``1,204``, ``more than 10,000``."""
        return f"more than {MOST:,}" if self.many else f"{self.total:,}"


@dataclass(frozen=True, slots=True)
class Nearly:
    """Some of the words that were asked for, and how many figures have them, as ``Hits.counted`` has it."""

    words: str
    total: int
    counted: str


async def search_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show what is named so, the figures and awards that are called so or are the number typed, and the pages that say it."""
    await access.ensure_may_view(datasette, request, *_TABLES)
    known = await access.judged(datasette, names)
    asked = _asked(request)
    within = known.force_in(asked.q) if not asked.force and request.args.get("anywhere") is None else None
    if within:
        asked = Asked(asked.q, within[1], within[0].id, asked.year, asked.kind, asked.number, asked.cut)
    kinds = [KINDS[asked.kind]] if asked.kind else list(KINDS.values())
    hits = [await _hits(datasette, kind, asked) for kind in kinds] if asked.words else []
    meant = await _meant(datasette, asked, known) if not any(one.rows for one in hits) or not asked.kind else None
    ways = await _ways(datasette, known, asked, within, meant) if asked.words else []
    ways = [*_asked_for(datasette, asked, within), *await _parts(datasette, asked, ways, hits), *ways]
    if ways and ways[0][0].sort == "organisation":
        hits.sort(key=lambda found: found.kind is not _AWARDS)
    lasting = addresses.search(datasette, q=asked.q, **_filters(request, asked))
    context: dict[str, Any] = {
        "asked": asked,
        "words": asked.q,
        "hits": hits,
        "nearly": await _nearly(datasette, asked, hits),
        "nothing": asked.words and not any(one.rows for one in hits),
        "kinds": KINDS,
        "within": within[0] if within else None,
        "meant": meant,
        "ways": ways,
        "address": access.absolute(datasette, request, lasting),
        "filters": _filters(request, asked),
        "number": asked.number,
        "longest": LONGEST,
    }
    if request.url_vars.get("form") == "json":
        return access.Response.json(_as_json(datasette, request, context))
    return await access.page(datasette, request, "search.html", context)


def _asked(request: access.Request) -> Asked:
    """What the address asks for; a kind or a year that there cannot be is told."""
    typed = " ".join((request.args.get("q") or "").replace("\0", " ").split())
    kind, year = request.args.get("kind") or "", (request.args.get("year") or "").strip()
    if kind and kind not in KINDS:
        raise access.BadRequest(f"“{kind[:50]}” cannot be searched for; it is one of {', '.join(KINDS)}.")
    if year and not re.fullmatch(r"[12]\d{3}", year):
        raise access.BadRequest(f"“{year[:50]}” is no year: write it as 2019.")
    words = typed[:LONGEST]
    force = (request.args.get("force") or "").strip()
    return Asked(words, words, force, year, kind, access.page_number(request), cut=len(typed) > LONGEST)


def _filters(request: access.Request, asked: Asked) -> dict[str, str]:
    """The filters for an address, as they were asked for."""
    anywhere = "1" if request.args.get("anywhere") is not None else ""
    return {"force": request.args.get("force") or "", "year": asked.year, "kind": asked.kind, "anywhere": anywhere}


def matching(words: str, *, dated: bool = False, without: Collection[str] = ()) -> str:
    """The question to the index of words: each word in its forms, ``"phrases"`` together, ``burgl*`` by its beginning.

    Small words such as those of ``burglary in the north`` are not asked for where others are, as few headings of figures have them,
    and neither are those ``without`` which it may be.
    Where what is searched is ``dated``, a year is also the end of a financial year, and a month that of an ISO date: ``2019`` is
    ``2018/19`` too, and ``June 2019`` also ``2019-06``. Everything stands in quotes, so no sign of the index's own language is
    read as one: ``NEAR(a) OR -b`` asks for the four words. Empty where there is no word.
    """
    terms = []
    for match in _TERM.finditer(words):
        text = " ".join(re.findall(r"[^\W_]+", match["phrase"] if match["phrase"] is not None else match["word"]))
        if text:
            terms.append(f'"{text}"' + ("*" if match["begun"] else ""))
    large = [term for term in terms if term.lower().strip('"') not in _SMALL]
    asked = ([term for term in large if term.lower().strip('"') not in without] or large or terms)[:_MOST_WORDS]
    return " AND ".join(_dated(asked) if dated else asked)


def _dated(terms: Iterable[str]) -> Iterator[str]:
    """The terms, with the other ways in which years and months are printed."""
    month = ""
    for term in terms:
        year = _YEAR.fullmatch(term)
        if year and month:
            yield f'({month} AND {term} OR "{year[1]} {_MONTHS[month.lower()]:02}")'
            month = ""
            continue
        if month:
            yield month
        month = term if term.lower() in _MONTHS else ""
        if year:
            yield f'({term} OR "{int(year[1]) - 1} {int(year[1]) % 100:02}")'
        elif not month:
            yield term
    if month:
        yield month


def number_in(words: str) -> tuple[float | None, str]:
    """The number that is searched for, and its other form in print: ``134069`` is 134069 and ``134,069``, ``£4.8m`` is 4800000."""
    match = _NUMBER.fullmatch(words.replace(" ", ""))
    if match is None:
        return None, ""
    digits = match["digits"].replace(",", "")
    times = _TIMES.get((match["times"] or "").lower(), 1.0)
    other = f"{int(digits):,}" if digits.isdigit() and "," not in words else digits
    return round(float(digits) * times, 6), other


def financial_year_in(words: str) -> tuple[str, str]:
    """The one financial year that is told among other words, as the database has it, and these words; else empty and all words.

    Examples: ``burglary 2019/20`` and ``burglary in 2019-2020`` give ``2019/20``, a year alone and ``2019/21`` none.
    """
    found = [match for match in _FINANCIAL_YEAR.finditer(words) if (int(match[1]) + 1) % 100 == int(match[2][-2:])]
    if len(found) != 1:
        return "", words
    (match,) = found
    rest = " ".join(f"{words[: match.start()]} {words[match.end() :]}".split())
    return (f"{match[1]}/{match[2][-2:]}", rest) if words_of(rest) else ("", words)


def day_in(words: str) -> str:
    """The day or month that is searched for as it begins in the database: ``7 December 2015`` is ``2015-12-07``, else empty."""
    for form, length in _DAYS:
        try:
            return dt.datetime.strptime(words.strip(), form).date().isoformat()[:length]
        except ValueError:
            continue
    return ""


def _told(words: str) -> dict[str, str]:
    """The patterns of the words for dates, which have no index: ``meetings`` is ``%meeting%``; short words are not looked for in others."""
    typed = words_of(words)[:_MOST_WORDS]
    sought = (_ENDING.sub("", word) if len(word) > 4 else word if len(word) == 4 else f" {word}" for word in typed)
    return {f"told{n}": f"%{word}%" for n, word in enumerate(sought)}


async def _hits(datasette: Datasette, kind: Kind, asked: Asked, *, counting: bool = False) -> Hits:
    """What there is of one kind: a page of it where this kind is asked for, else the first of it, or only how many there are."""
    number, other = number_in(asked.words)
    words = financial_year_in(asked.words)[1] if kind.of_year else asked.words
    match = matching(words, dated=bool(kind.of_year), without=kind.called)
    if match and other and (again := matching(f'"{other}"')) != match:
        match = f"({match}) OR ({again})"
    told = _told(asked.words)
    values = {
        "match": match,
        "said": f" {plain(asked.words)} ",
        "own": f"{{{kind.own}}} : ({match})",
        "number": number,
        "day": day_in(asked.words),
        "force": asked.force,
        "year": asked.year,
        "financial_year": asked.financial_year,
        **told,
    }
    size, skip = (PAGE, (asked.number - 1) * PAGE) if asked.kind else (SHOWN, 0)
    if counting:
        size = 0
    by_number = kind.indexed and kind.condition is not None and number is not None
    if by_number and (found := await _page(datasette, kind, asked, values, size, skip, own=str(kind.condition))).total:
        return found
    if not match:
        return Hits(kind, [], 0, following=False)
    own = None
    large = set(words_of(words)) - _SMALL
    if large and large <= kind.called:
        own = "1"
    elif not kind.indexed:
        said = "' ' || replace(x.type, '_', ' ') || ' ' || x.label || ' ' || coalesce(x.quote, '')"
        own = str(kind.condition).format(told=" and ".join(f"{said} like :{name}" for name in told) or "0")
    return await _page(datasette, kind, asked, values, size, skip, own=own)


async def _page(
    datasette: Datasette, kind: Kind, asked: Asked, values: dict[str, Any], size: int, skip: int, *, own: str | None
) -> Hits:
    """One page of the rows of a kind that meet its ``own`` condition, or the index of words where there is none.

    No other table is joined before the page is cut out: of a hundred thousand rows that would take a second.
    """
    index = f"{kind.table}_fts"
    hits = f"from {f'{kind.table} x' if own else f'{index} x'} where {own or f'{index} match :match'}"
    # The sign keeps SQLite from asking the index of words once for each row that is allowed.
    hits += "".join(f" and +x.rowid {one}" for one in kind.allowed(asked))
    counted = await access.first(
        datasette, f"select count(*) as n from (select 1 {hits} limit :most)", {**values, "most": MOST + 1}
    )
    total = counted["n"] if counted else 0
    if not total or not size:
        return Hits(kind, [], total, following=False)
    above = f"(x.rowid not in (select rowid from {index} where {index} match :own)) * 1000 + " if kind.own else ""
    # "Harrogate" asks for that place before it asks for "Harrogate and Selby".
    there = (
        "-500 * coalesce(instr(:said, ' ' || replace(replace(lower(x.area), '-', ' '), '&', 'and') || ' ') > 0, 0) + "
    )
    above += there if kind.own else ""
    # The better the match, the lower the rank.
    rank = f"bm25({index}, {kind.weights})" if kind.weights else "x.rank"
    # What stands in a paper of no known force comes after what does not: a council's own report is no answer to "Kent".
    of_nobody = (
        f"select y.rowid from {kind.table} y where y.document_id in (select id from documents where force is null)"
    )
    behind = f"(x.rowid in ({of_nobody})) * 2000 + "
    place = f"{above}{behind}round({rank}, 1)" if total <= RANKED and not own else "0"
    ordered = f"{'place, ' if total <= RANKED else ''}hits.number desc"
    rows = await access.rows(
        datasette,
        f"with hits as materialized (select x.rowid as number, {place} as place {hits}"
        f" order by {ordered.replace('hits.number', 'x.rowid')} limit :size offset :skip)"
        f" select {kind.columns}, {_TITLED} from hits join {kind.table} x on x.rowid = hits.number {kind.joined}"
        f" left join forces f on f.id = {kind.force} {kind.more} order by {ordered}",
        {**values, "size": size + 1, "skip": skip},
    )
    return Hits(kind, [_shown(datasette, kind, row) for row in rows[:size]], total, following=len(rows) > size)


def _shown(datasette: Datasette, kind: Kind, row: access.Row) -> access.Row:
    """A row with its ``address`` and what it says in a line."""
    if kind is _PAPERS:
        words = found_words(row["passage"])
        return {**row, "address": addresses.paper(datasette, row["document_id"], row["page"], words=words) + "#found"}
    shown = {
        **row,
        "address": addresses.source(datasette, addresses.FACTS[kind.table], row["id"]),
        "doubts": wording.doubts(row["confidence"], row.get("disputed")),
    }
    if kind is _FIGURES:
        shown["sort_of_number"] = wording.sort_of_number(row["statistic"], row["value"], row["unit"])
    return shown


async def _nearly(datasette: Datasette, asked: Asked, hits: list[Hits]) -> list[Nearly]:
    """Where no figure has all the words: how many have all but one of them, or, where none has, how many have each of them."""
    if not any(found.kind is _FIGURES and not found.rows for found in hits) or asked.number > 1:
        return []
    typed = [match[0] for match in _TERM.finditer(asked.words) if match[0].lower() not in _SMALL]
    if not 1 < len(typed) <= _MOST_TRIED:
        return []
    for wanting in (1, len(typed) - 1):
        nearly = []
        for some in combinations(typed, len(typed) - wanting):
            words = " ".join(some)
            found = await _hits(datasette, _FIGURES, replace(asked, words=words), counting=True)
            if found.total:
                nearly.append(Nearly(words, found.total, found.counted))
        if nearly:
            return nearly
    return []


async def _meant(datasette: Datasette, asked: Asked, known: Names) -> str | None:
    """The words with those that are in no name and on no page put as names have them, or None where none would change."""
    changed = {}
    for word in known.unknown(asked.q)[:_MOST_WORDS]:
        if (better := known.corrected(word)) and not await access.first(
            datasette, "select 1 from pages_fts where pages_fts match ? limit 1", [f'"{word}"']
        ):
            changed[word] = better
    if not changed:
        return None
    return " ".join(changed.get(word, word) for word in words_of(asked.q))


async def _ways(
    datasette: Datasette, known: Names, asked: Asked, within: tuple[Named, str] | None, meant: str | None
) -> list[tuple[Named, str]]:
    """What the words name, each with the address of its page; of a measure in a force's papers with this force.

    A measure and a financial year name the forces compared in it too.
    """
    year, words = financial_year_in(meant or asked.q)
    found = known.ways_in(words)
    if within:
        found = [*found, *(one for one in known.ways_in(financial_year_in(within[1])[1]) if one not in found)]
    ways = [(one, _address(datasette, one, asked.force)) for one in found]
    if not year:
        return ways
    days = f"{year[:4]}-04-01", f"{int(year[:4]) + 1}-03-31"
    compared = []
    for one in found:
        if one.sort == "measure" and await access.first(datasette, _TOLD_OF_YEAR, [one.id, year]):
            name = f"{one.name}: forces compared in {year}"
            address = addresses.compare(datasette, one.id, days)
            compared.append((Named("comparison", one.id, name, name, one.weight), address))
    return [*compared[:_MOST_COMPARED], *ways]


def _asked_for(datasette: Datasette, asked: Asked, within: tuple[Named, str] | None) -> list[tuple[Named, str]]:
    """The page of contradictions, or that of funding, where the words ask for one: of the force, and of the year, that they name."""
    words = words_of(asked.q)
    whose = within[0].name if within else asked.force
    if any(_CONTRADICTED.match(word) for word in words):
        return [(_page_of("contradictions", whose), addresses.contradictions(datasette, force=asked.force))]
    if _MONEY.isdisjoint(words):
        return []
    years = re.findall(r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])", asked.words)
    year = asked.financial_year or (years[0] if len(years) == 1 else "")
    return [(_page_of("funding", whose, year), addresses.funding(datasette, force=asked.force, year=year))]


def _page_of(sort: Sort, *of: str) -> Named:
    """What a page is called that the words ask for: ``Funding: Kent, 2019``, ``Contradictions``."""
    return Named(sort, "", ": ".join(filter(None, [sort.capitalize(), ", ".join(filter(None, of))])), "", 0)


async def _parts(
    datasette: Datasette, asked: Asked, ways: Sequence[tuple[Named, str]], hits: Sequence[Hits]
) -> list[tuple[Named, str]]:
    """The pages of measures in districts and other parts of forces: the words name the part, and the measure or a figure of it."""
    said = f" {plain(asked.words)} "
    measures = {one.id: one.name for one, _ in ways if one.sort == "measure"}
    measures |= {row["measure_id"]: row["measure"] for one in hits if one.kind is _FIGURES for row in one.rows}
    found = []
    for measure, name in list(measures.items())[:_MOST_TRIED]:
        parts = await access.judged(datasette, parts_of, measure) if measure else {}
        for force, areas in parts.items():
            for area in areas:
                if asked.force in ("", force) and f" {plain(area)} " in said:
                    address = addresses.measure(datasette, measure, force=force, area=area)
                    found.append((Named("part", measure, f"{name}: {area}", area, 0), address))
    return found[:_MOST_COMPARED]


def _address(datasette: Datasette, named: Named, force: str) -> str:
    if named.sort == "measure":
        return addresses.measure(datasette, named.id, force=force)
    if named.sort == "force":
        return addresses.force(datasette, named.id)
    return addresses.funding(datasette, recipient=named.id)


def _as_json(datasette: Datasette, request: access.Request, context: dict[str, Any]) -> dict[str, Any]:
    """The page for programs; every address is absolute."""

    def absolute(rows: Iterable[access.Row]) -> list[access.Row]:
        return [{**row, "address": access.absolute(datasette, request, row["address"])} for row in rows]

    asked: Asked = context["asked"]
    near = {"force": asked.force, "year": asked.year, "kind": _FIGURES.name}
    return {
        "q": asked.q,
        "searched_for": asked.words,
        "force": asked.force,
        "year": asked.year,
        "kind": asked.kind,
        "address": context["address"],
        "did_you_mean": context["meant"],
        "ways_in": [
            {"sort": one.sort, "id": one.id, "name": one.name, "address": access.absolute(datasette, request, address)}
            for one, address in context["ways"]
        ],
        "nearly": [
            {
                "words": one.words,
                "total": None if one.total > MOST else one.total,
                "address": access.absolute(datasette, request, addresses.search(datasette, q=one.words, **near)),
            }
            for one in context["nearly"]
        ],
        "page": asked.number,
        "kinds": {
            one.kind.name: {
                "total": None if one.many else one.total,
                "more": one.following,
                "rows": absolute(one.rows),
            }
            for one in context["hits"]
        },
    }
