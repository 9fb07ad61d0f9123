"""The stable addresses of the site's own pages: what is cited today leads to the same place for as long as the site stands.

``FORM`` ends the address of a page whose rows can be taken away: ``/-/compare`` and ``/-/compare.csv`` take the same parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from urllib.parse import urlencode

from datasette.app import Datasette

from serve import access

FORM = r"(?:\.(?P<form>csv|json|xlsx))?"


@dataclass(frozen=True, slots=True)
class Documented:
    """An address that lasts: its ``path`` with ``{places}``, what it gives, the parameters it takes, and what can be put after it."""

    path: str
    gives: str
    asks: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


#: The kinds of facts that have a place, by the table that they are rows of.
FACTS = {"observations": "observation", "funding_awards": "award", "dates": "date"}

_AS_FILES = (".csv", ".xlsx", ".json")
#: Every address of ours, as ``/-/about`` documents it; each route of the plugin is one of these.
DOCUMENTED = (
    Documented("/", "how much there is, and the ways in"),
    Documented("/-/search", "a search over figures, awards, dates and pages", ("q", "kind", "force", "year", "page", "anywhere"), (".json",)),
    Documented("/-/compare", "all forces on one measure at one time", ("measure", "period", "unit", "force"), _AS_FILES),
    Documented("/-/measures", "every measure that has figures"),
    Documented("/-/measure/{measure}", "one measure over time", ("force", "area", "unit"), _AS_FILES),
    Documented("/-/forces", "all forces"),
    Documented("/-/force/{force}", "what there is of one force", (), _AS_FILES),
    Documented("/-/funding", "money awarded", ("recipient", "area", "fund", "year", "force", "page"), _AS_FILES),
    Documented("/-/contradictions", "where papers contradict themselves or each other", ("force", "kind", "severity", "about", "page"), _AS_FILES),
    Documented("/-/not-read", "what could not be read, and why", ("force", "kind", "paper", "page"), _AS_FILES),
    Documented("/-/paper/{document}", "a paper: its parts, tables, figures and dates"),
    Documented("/-/paper/{document}/page/{page}", "the text of a page", ("words",)),
    Documented("/-/paper/{document}/page/{page}.png", "a page of a PDF as an image, where the file is here", ("large",)),
    Documented("/-/paper/{document}/original", "the file as it was published, where it is here and may be given away"),
    Documented("/-/source/observation/{observation}", "the place of a figure"),
    Documented("/-/source/award/{award}", "the place of an award"),
    Documented("/-/source/date/{date}", "the place of a date"),
    Documented("/-/source/{observation}", "the place of a figure, by a shorter address"),
    Documented("/-/feeds/papers.atom", "new papers, an Atom feed", ("force",)),
    Documented("/-/feeds/contradictions.atom", "new contradictions, an Atom feed", ("force",)),
    Documented("/-/feeds/meetings.ics", "next meetings, a calendar", ("force",)),
    Documented("/-/export", "all that can be taken away"),
    Documented("/-/export/{file}", "a table, a view or all of it as a file"),
    Documented("/-/about", "this page", (), (".json",)),
    Documented("/sitemap.xml", "the pages of the site for search engines"),
    Documented("/robots.txt", "what search engines may read"),
)  # fmt: skip


def compare(
    datasette: Datasette, measure: object = None, period: tuple[object, object] | None = None, **asked: object
) -> str:
    """All forces on one measure at one time, the first and the last day: ``/-/compare?measure=burglary&period=2018-04-01/2019-03-31``."""
    return _asked(datasette, "/-/compare", {"measure": measure, "period": period and stretch(*period), **asked})


def stretch(start: object, end: object) -> str:
    """A period in an address: ``2018-04-01/2019-03-31``, or its last day alone."""
    return f"{start}/{end}" if start else str(end)


def measures(datasette: Datasette) -> str:
    """Every measure that some paper gives a figure for."""
    return _asked(datasette, "/-/measures", {})


def measure(datasette: Datasette, key: object, **asked: object) -> str:
    """One measure over time: ``/-/measure/burglary?force=kent``."""
    return _asked(datasette, f"/-/measure/{access.encoded(key)}", asked)


def forces(datasette: Datasette) -> str:
    """The 43 forces, and what there is of each."""
    return _asked(datasette, "/-/forces", {})


def force(datasette: Datasette, key: object) -> str:
    """What there is of one force: ``/-/force/kent``."""
    return _asked(datasette, f"/-/force/{access.encoded(key)}", {})


def funding(datasette: Datasette, **asked: object) -> str:
    """Money awarded: ``/-/funding?recipient=Nightstop&year=2019/20``."""
    return _asked(datasette, "/-/funding", asked)


def not_read(datasette: Datasette, **asked: object) -> str:
    """What could not be read: ``/-/not-read?force=kent&kind=no_text``, of one paper ``?paper=85c2614345b4c9b9``."""
    return _asked(datasette, "/-/not-read", asked)


def contradictions(datasette: Datasette, **asked: object) -> str:
    """Where papers contradict themselves or each other: ``/-/contradictions?force=kent``."""
    return _asked(datasette, "/-/contradictions", asked)


def export(datasette: Datasette, name: str = "") -> str:
    """What can be taken away, or one file of it: ``/-/export/observations.csv``."""
    return _asked(datasette, f"/-/export/{name}" if name else "/-/export", {})


def search(datasette: Datasette, **asked: object) -> str:
    """One search over everything: ``/-/search?q=burglary``."""
    return _asked(datasette, "/-/search", asked)


def feed(datasette: Datasette, name: str, **asked: object) -> str:
    """What is new, of all forces or one: ``papers`` and ``contradictions`` as Atom, ``meetings`` as a calendar: ``/-/feeds/papers.atom?force=kent``."""
    return _asked(datasette, f"/-/feeds/{name}.{'ics' if name == 'meetings' else 'atom'}", asked)


def sitemap(datasette: Datasette, number: int | None = None) -> str:
    """The pages of the site for search engines, or one of many parts of the list: ``/sitemap.xml``, ``/sitemap-1.xml``."""
    return access.path(datasette, f"/sitemap-{number}.xml" if number else "/sitemap.xml")


def about(datasette: Datasette) -> str:
    """How the figures come about and how right they are."""
    return _asked(datasette, "/-/about", {})


def paper(datasette: Datasette, document: object, page: object = None, **asked: object) -> str:
    """A paper, or one page of its text: ``/-/paper/85c2614345b4c9b9/page/3?words=burglary``."""
    address = f"/-/paper/{access.encoded(document)}"
    return _asked(datasette, address if page is None else f"{address}/page/{page}", asked)


def page_image(datasette: Datasette, document: object, page: object, **asked: object) -> str:
    """A page of a PDF as an image: ``/-/paper/85c2614345b4c9b9/page/3.png``; a larger one with ``?large=1``."""
    return _asked(datasette, f"/-/paper/{access.encoded(document)}/page/{page}.png", asked)


def original(datasette: Datasette, document: object) -> str:
    """The file as it was published: ``/-/paper/85c2614345b4c9b9/original``."""
    return _asked(datasette, f"/-/paper/{access.encoded(document)}/original", {})


def source(datasette: Datasette, kind: str, key: object) -> str:
    """The place of a fact; ``kind`` is ``observation``, ``award`` or ``date``."""
    return _asked(datasette, f"/-/source/{kind}/{access.encoded(key)}", {})


_PAGES = (
    about,
    compare,
    contradictions,
    export,
    feed,
    force,
    forces,
    funding,
    measure,
    measures,
    not_read,
    original,
    page_image,
    paper,
    search,
    source,
)


def for_templates(datasette: Datasette) -> SimpleNamespace:
    """The functions of this module for one site: ``at.paper(document.id)``."""
    return SimpleNamespace(**{page.__name__: partial(page, datasette) for page in _PAGES})


def turned(request: access.Request, number: int) -> str:
    """The address of this page with another page of its list: ``?force=kent&page=2``."""
    given = [(name, value) for name in request.args if name != "page" for value in request.args.getlist(name)]
    return f"?{urlencode([*given, ('page', number)])}"


def asked_for(asked: Mapping[str, object]) -> str:
    """Parameters for an address without those that are empty: ``{"force": "kent", "year": ""}`` is ``force=kent``."""
    given = {name: value for name, value in asked.items() if value not in (None, "", [], ())}
    return urlencode(given, doseq=True)


def _asked(datasette: Datasette, address: str, asked: dict[str, object]) -> str:
    query = asked_for(asked) if asked else ""
    return access.path(datasette, address) + (f"?{query}" if query else "")
