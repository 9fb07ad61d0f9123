"""What a visitor sees when a request cannot be answered: one sentence that says what to do.

Datasette's own handler prints a trace with all local variables to stdout for every mistyped address as soon as ``rich`` is
installed, and shows a message with a script in it when a query takes too long; so this one takes its place.
"""

from __future__ import annotations

import logging

from datasette.app import Datasette
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError

_log = logging.getLogger("panelpapers.serve")

_TITLES = {403: "Not open to you", 404: "Nothing here", 500: "Something went wrong"}
#: What Datasette says where it knows no more than that.
_BARE = {"", "404", "Database not found", "Table not found", "Record not found"}
_TOO_LONG = "SQL Interrupted"


def described(exception: Exception, limit_ms: int) -> tuple[int, str, str]:
    """The status, the title and the sentence for an exception.

    ``NotFound("404")`` is 404, "Nothing here", "There is no page at this address. …".
    """
    if isinstance(exception, Base400):
        message = str(exception.args[0]) if exception.args else ""
        if exception.status == 404 and message in _BARE:
            message = (
                "There is no page at this address. It may have been mistyped, or the paper it belonged to was replaced."
            )
        return exception.status, _TITLES.get(exception.status, "That could not be read"), message
    if isinstance(exception, DatasetteError):
        if exception.title == _TOO_LONG:
            seconds = f"{limit_ms / 1000:g}"
            return (
                400,
                "The query took too long",
                f"It was stopped after {seconds} seconds. Add a filter, or ask for less at once.",
            )
        # Datasette gives no status to most of what it cannot be asked for, such as an order by a column that there is none of.
        status = 400 if exception.status == 500 else exception.status
        return status, exception.title or "That could not be answered", str(exception.message)
    return 500, _TITLES[500], "This page could not be made. The details are in the log of the server."


async def response(datasette: Datasette, request: Request, exception: Exception) -> Response:
    """The answer to a request that failed: JSON for addresses that end in ``.json``, a page for all others."""
    status, title, message = described(exception, datasette.setting("sql_time_limit_ms"))
    if status == 500:
        _log.error("no answer for %s", request.path, exc_info=exception)
    if request.path.split("?")[0].endswith(".json"):
        return Response.json({"ok": False, "error": message, "status": status, "title": title}, status=status)
    # What somebody typed as SQL stays in the form, to be mended.
    sql = request.args.get("sql") if status == 400 else None
    context = {"status": status, "title": title, "error": message, "sql": sql, "path": request.path}
    return Response.html(await datasette.render_template("error.html", context, request=request), status=status)
