"""The site as one Datasette: which file, under which name, with which metadata and settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils import parse_metadata

from serve.access import NAME
from serve.facsimile import keep_pictures
from serve.paging import SteadyDatabase

#: Measured with 100,000 and with five million observations. Suggesting facets took 1 second of each table page; facets
#: of a large table need more than the default 0.2 seconds; all of a table as CSV is right only with ``serve.paging``.
SETTINGS: dict[str, int | bool] = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "sql_time_limit_ms": 1500,
    "facet_time_limit_ms": 1500,
    "suggest_facets": False,
    "truncate_cells_html": 300,
    "max_csv_mb": 50,
    "allow_csv_stream": True,
    "template_debug": False,
    "trace_debug": False,
}


def metadata_file() -> Path:
    """``metadata.yml``: in the package when it is installed, at the root of the project in a checkout."""
    here = Path(__file__).parent
    packaged = here / "metadata.yml"
    return packaged if packaged.exists() else here.parent / "metadata.yml"


def metadata() -> dict[str, Any]:
    """What ``metadata.yml`` says: descriptions, facets, sorts and the prepared questions."""
    parsed: dict[str, Any] = parse_metadata(metadata_file().read_text(encoding="utf-8"))
    return parsed


def build(db: Path, *, immutable: bool = False, originals: bool = False, pictures: Path | None = None) -> Datasette:
    """The site for one database, which it can only read.

    An immutable file is one that nothing will write to while the site is up: counts are cached, pages may be kept for five
    minutes, and the file can be downloaded. Otherwise papers may be ingested meanwhile and are seen at once. With ``originals``
    the files of the papers can be downloaded too. Pictures of pages are kept in the folder ``pictures``, or in the user's cache.
    """
    settings = {**SETTINGS, "default_cache_ttl": 300 if immutable else 0, "allow_download": immutable}
    about = metadata()
    if originals:
        about["plugins"] = {"panelpapers": {"originals": True}}
    site = Datasette([], metadata=about, settings=settings)
    keep_pictures(site, pictures)
    site.remove_database("_memory")
    site.add_database(SteadyDatabase(site, str(db), is_mutable=not immutable), name=NAME)
    return site
