"""The printed labels that no measure was found for, each with what a person needs to decide on it."""

from __future__ import annotations

from sqlite_utils import Database

from extract.names.measures import candidates
from ingest.terminal import Row

_MOST_CANDIDATES = 3


def unmatched_labels(db: Database) -> list[Row]:
    """The labels of current papers that fit no measure and that nobody decided on, the most frequent first.

    Each has how often and in how many papers it stands, the ``forces`` of those papers, the ``candidates`` (the measures whose
    names are most like it, with how like they are from 0 to 1) and one place of it: file, page, line, headings, the figure's id.
    """
    rows = db.query(
        """
        select o.label, o.unit, count(*) as times, count(distinct o.document_id) as papers,
          (select group_concat(force, ' ') from (select distinct coalesce(d2.force, '?') as force
             from observations o2 join documents d2 on d2.id = o2.document_id
             where o2.label = o.label and o2.unit is o.unit and o2.measure is null and d2.superseded_by is null
             order by 1)) as forces,
          o.context, d.file_name as for_example, o.page, o.line, min(o.id) as id
        from observations o join documents d on d.id = o.document_id
        where o.measure is null and o.measure_source is not 'decision' and d.superseded_by is null
        group by o.label, o.unit order by times desc, o.label, o.unit
        """
    )
    return [
        {
            **{name: row[name] for name in ("label", "unit", "times", "papers", "forces")},
            "candidates": ", ".join(f"{id} {score}" for id, score in candidates(row["label"], _MOST_CANDIDATES)),
            **{name: row[name] for name in ("context", "for_example", "page", "line", "id")},
        }
        for row in rows
    ]
