"""The site: Datasette with this project's metadata, settings, pages and guards.

This module is the Datasette plugin; each hook hands over to the module that knows. Datasette loads it in the middle of its own
import, and our modules import Datasette, so they are imported when a hook is called and not before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from jinja2 import Environment
    from markupsafe import Markup

    from serve.headers import App

hookimpl = HookimplMarker("datasette")


@hookimpl
def startup(datasette: Datasette) -> None:
    """Put the database in whose sorted pages lose no rows."""
    from serve.paging import steady

    steady(datasette)


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Limit what a query may ask for; Datasette's own notes in ``_internal`` are left alone."""
    from serve.limits import limit

    if database != "_internal":
        limit(conn)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Teach the templates to say values in words."""
    from serve import access, addresses, cells, wording

    env.filters.update(
        day=wording.day,
        number=wording.number,
        period=wording.period,
        counted=wording.counted,
        check=wording.check,
        doubts=wording.doubts,
        limited=wording.limited,
        stretch=wording.stretch,
        heading=wording.heading,
        area=wording.area,
        first_upper=wording.first_upper,
        kind_of_number=wording.kind_of_number,
        signed=wording.signed,
        turned=addresses.turned,
        page_number=access.page_number,
        asked_for=addresses.asked_for,
        marked=cells.marked,
        linked=cells.linked,
    )


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Send the headers that keep a page to itself."""
    from serve.headers import with_headers

    return with_headers


@hookimpl(hookwrapper=True, specname="asgi_wrapper")
def around_everything(datasette: Datasette) -> Generator[None, Any, None]:
    """Send pages again that were made before, as they left the last wrapper, which compresses."""
    from serve.kept_pages import with_kept_pages

    outcome = yield
    outcome.force_result([*outcome.get_result(), lambda app: with_kept_pages(app, datasette)])


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Our own pages, each of them in ``serve.addresses.DOCUMENTED``."""
    from serve.about import about_page
    from serve.addresses import FORM
    from serve.compare import compare_page
    from serve.contradictions import contradictions_page
    from serve.downloads import download, export_page
    from serve.facsimile import picture_page
    from serve.feeds import contradictions_feed, meetings_calendar, papers_feed
    from serve.force import force_page, forces_page
    from serve.funding import funding_page
    from serve.measure import measure_page, measures_page
    from serve.not_read import not_read_page
    from serve.original import original_page
    from serve.paper import paper_page, text_page
    from serve.robots import robots, sitemap
    from serve.search import search_page
    from serve.source import source_page

    return [
        (r"^/-/about(?:\.(?P<form>json))?$", about_page),
        (rf"^/-/compare{FORM}$", compare_page),
        (rf"^/-/contradictions{FORM}$", contradictions_page),
        (r"^/-/export$", export_page),
        (r"^/-/export/(?P<name>[a-z0-9_-]+\.[a-z]+)$", download),
        (r"^/-/feeds/papers\.atom$", papers_feed),
        (r"^/-/feeds/contradictions\.atom$", contradictions_feed),
        (r"^/-/feeds/meetings\.ics$", meetings_calendar),
        (r"^/-/forces$", forces_page),
        (rf"^/-/force/(?P<id>[^/.]+){FORM}$", force_page),
        (rf"^/-/funding{FORM}$", funding_page),
        (r"^/-/measures$", measures_page),
        (rf"^/-/measure/(?P<id>[^/.]+){FORM}$", measure_page),
        (rf"^/-/not-read{FORM}$", not_read_page),
        (r"^/-/search(?:\.(?P<form>json))?$", search_page),
        (r"^/-/source/(?P<kind>observation|award|date)/(?P<id>[^/]+)$", source_page),
        (r"^/-/source/(?P<id>[^/]+)$", source_page),
        (r"^/-/paper/(?P<id>[^/]+)$", paper_page),
        (r"^/-/paper/(?P<id>[^/]+)/page/(?P<page>\d{1,6})$", text_page),
        (r"^/-/paper/(?P<id>[^/]+)/page/(?P<page>\d{1,6})\.png$", picture_page),
        (r"^/-/paper/(?P<id>[^/]+)/original$", original_page),
        (r"^/robots\.txt$", robots),
        (r"^/sitemap(?:-(?P<number>\d{1,4}))?\.xml$", sitemap),
    ]


@hookimpl
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    """The site's main ways in."""
    from serve import access, addresses

    return [
        {"href": addresses.compare(datasette), "label": "Compare forces"},
        {"href": addresses.measures(datasette), "label": "Measures"},
        {"href": addresses.forces(datasette), "label": "Forces"},
        {"href": addresses.funding(datasette), "label": "Funding"},
        {"href": addresses.contradictions(datasette), "label": "Contradictions"},
        {"href": access.query_path(datasette, "papers-by-force"), "label": "Papers"},
        {"href": addresses.search(datasette), "label": "Search"},
        {"href": access.database_path(datasette), "label": "All data"},
        {"href": addresses.about(datasette), "label": "About"},
    ]


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None, view_name: str | None) -> Callable[[], Any]:
    """What the templates need beyond Datasette's own: lists to choose from, descriptions, the first page's counts."""
    from serve import access, addresses, home
    from serve.choices import chooser
    from serve.dictionary import NAMES

    async def variables() -> dict[str, Any]:
        shared: dict[str, Any] = {
            "at": addresses.for_templates(datasette),
            "absolute": lambda address: access.absolute(datasette, request, address) if request else address,
            "choices": chooser(datasette),
            "described": access.describer(datasette),
            "exported": NAMES,
            "site": datasette.metadata(),
        }
        return {**shared, **await home.context(datasette)} if view_name == "index" else shared

    return variables


@hookimpl
def render_cell(datasette: Datasette, row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """Let facts lead to their place and papers to their page."""
    from serve.cells import rendered

    return rendered(datasette, row, value, column, table)


@hookimpl
def forbidden(datasette: Datasette, request: Request, message: str) -> Any:
    """Say in words what is not open to a visitor."""
    from datasette.utils.asgi import Forbidden

    from serve.failures import response

    return response(datasette, request, Forbidden(message))


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Generator[None, Any, None]:
    """Answer failures in words; Datasette's own handler is not called (see ``serve.failures``)."""
    from serve.failures import response

    outcome = yield
    outcome.force_result([response(datasette, request, exception)])
