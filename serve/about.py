"""How the figures come about and how right they are, ``/-/about``, with every address that lasts.

No number about accuracy is written in the page: ``accuracy.json`` is made by ``make score`` and held by the tests to a run of their own.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from datasette.app import Datasette
from sqlite_utils import Database

from serve import access, addresses, site, wording

#: The kinds of facts in the order of the page, and what they are called there.
_KINDS = {
    "observations": "figures",
    "awards": "awards",
    "dates": "dates",
    "tables": "tables",
    "documents": "what a paper says of itself",
}
_SETS = {
    "later": "papers that were added when most rules were written",
    "first": "papers that the rules were mended with from the beginning",
}
_COUNTS = """
select count(*) as figures, sum(verified > 0) as verified, sum(disputed > 0) as disputed, sum(confidence < :doubtful) as doubtful
from observations where document_id not in (select id from documents where superseded_by is not null)
"""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; ``percent`` never rounds up to all of them, nor down to none."""

    part: int
    whole: int

    @property
    def percent(self) -> str:
        """The share in words: ``98%``, ``99.9%``, ``all``, ``none``, or a dash where there is nothing to take a share of."""
        if not self.whole:
            return "–"
        if self.part in (0, self.whole):
            return "all" if self.part else "none"
        for digits in (0, 1, 2):
            share = round(100 * self.part / self.whole, digits)
            if 0 < share < 100:
                return f"{share:.{digits}f}%"
        return "nearly all" if self.part * 2 > self.whole else "hardly any"


@dataclass(frozen=True, slots=True)
class Reached:
    """How well one kind of fact is read: of those that papers print, how many are found and right; of those read, how many are printed."""

    kind: str
    printed: int
    found: Share
    right: Share
    clean: Share


@dataclass(frozen=True, slots=True)
class Measured:
    """The accuracy on one set of papers."""

    name: str
    said: str
    papers: int
    kinds: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Figures by the confidence they were read with, at least ``least``: how many of them the papers print, and are right in all."""

    least: float
    word: str
    rows: int
    printed: Share
    right: Share


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was measured, and on which day (ISO)."""

    day: str
    sets: tuple[Measured, ...]
    bands: tuple[Band, ...]


@cache
def accuracy() -> Accuracy:
    """What ``accuracy.json`` holds."""
    told = json.loads(files("serve").joinpath("accuracy.json").read_text(encoding="utf-8"))
    sets = {one["name"]: one for one in told["sets"]}
    return Accuracy(
        day=told["measured"],
        sets=tuple(
            Measured(
                name=name,
                said=said,
                papers=sets[name]["papers"],
                kinds=tuple(_reached(kind, sets[name]["kinds"][kind]) for kind in _KINDS),
            )
            for name, said in _SETS.items()
        ),
        bands=tuple(
            Band(
                least=one["from"],
                word=str(wording.confidence(one["from"])).partition(" (")[0],
                rows=one["rows"],
                printed=Share(one["printed"], one["rows"]),
                right=Share(one["right"], one["rows"]),
            )
            for one in told["confidence"]
        ),
    )


def _reached(kind: str, counts: dict[str, int]) -> Reached:
    return Reached(
        kind=_KINDS[kind],
        printed=counts["truth"],
        found=Share(counts["found"], counts["truth"]),
        right=Share(counts["right"], counts["truth"]),
        clean=Share(counts["clean"], counts["rows"]),
    )


async def about_page(datasette: Datasette, request: access.Request) -> access.Response:
    """Show how the figures come about; as JSON the accuracy and the addresses."""
    await access.ensure_may_view(datasette, request, "observations", "documents")
    measured = accuracy()
    if request.url_vars["form"]:
        return access.Response.json(
            {"accuracy": asdict(measured), "addresses": [asdict(one) for one in addresses.DOCUMENTED]}
        )
    counts = await access.judged(datasette, _counts)
    context: dict[str, Any] = {
        "accuracy": measured,
        "counts": counts,
        "share": Share,
        "doubtful": wording.DOUBTFUL,
        "checks": wording.CHECKS,
        "documented": addresses.DOCUMENTED,
        "not_read": access.query_path(datasette, "not-read"),
        "here": access.absolute(datasette, request, addresses.about(datasette)),
        "host": access.absolute(datasette, request, access.path(datasette, "/")),
    }
    return await access.page(datasette, request, "about.html", context)


def _counts(db: Database) -> dict[str, int]:
    """How many figures there are, and how many of them are borne out, in dispute and in doubt; 0 of a very large database."""
    rowids = db.execute("select max(rowid) from observations").fetchone()[0] or 0
    row = {} if rowids > site.MANY_FIGURES else next(iter(db.query(_COUNTS, {"doubtful": wording.DOUBTFUL})))
    return {name: row.get(name) or 0 for name in ("figures", "verified", "disputed", "doubtful")}
