"""What the views of facts have in common: what they join, and the columns that lead to a paper. ``x`` is the fact.

A document that a later version replaced is in none of them.
"""

from __future__ import annotations

CURRENT = "d.superseded_by is null"

# The title of the report and, as a report may have none, the names of the file it came in.
FROM_PAPER = {
    "paper_title": "p.title",
    "meeting_date": "coalesce(p.meeting_date, d.meeting_date)",
    "document_title": "coalesce(d.title, d.file_name)",
}


def line_of(x: str, d: str) -> str:
    """A line is how a place in a paper without pages is named; in a PDF it is of no use to a reader."""
    return f"case when {d}.media_type = 'application/pdf' then null else {x}.line end"


PRINTED_AT = {
    "page": "x.page",
    "line": line_of("x", "d"),
    "quote": "x.quote",
}
IDS = {"document_id": "x.document_id", "paper_id": "x.paper_id"}
JOINED = """
join documents d on d.id = x.document_id
left join papers p on p.id = x.paper_id
"""
