"""The shape of the database as plain data: every table with its columns, keys, references, indexes and search.

``schema.migrations`` makes a database of it, ``schema.saving`` fills it, ``metadata.yml`` describes every column for readers.
The views that people query are in ``schema.views``. ``public_columns`` lists all of it by name.

Ids are text and made from place (document, page, table, row, column), never from what was read there, so that a better parser
changes values and not ids. Days are ISO dates, both ends inclusive. Tables are not STRICT because the SQLite of some systems
that are still in use (3.34) could then not open the file at all.
"""

from __future__ import annotations

from schema.shape import ColumnType, Reference, Table
from schema.views import VIEWS

SEARCH_TOKENIZER = "porter unicode61"

BETWEEN_PAPERS = "C11"
"""The code of the checks that hold one paper against another (``schema.claims``)."""

_TYPES: dict[str, ColumnType] = {"text": str, "int": int, "real": float}


def _columns(described: str) -> dict[str, ColumnType]:
    """Columns in words, text where no type is given: ``"id, page int, confidence real"``."""
    parts = [part.split() for part in described.split(",")]
    return {part[0]: _TYPES[part[1] if len(part) > 1 else "text"] for part in parts}


def _required(names: str) -> frozenset[str]:
    return frozenset(names.split())


_OF_DOCUMENT = Reference("documents", "CASCADE")
_OF_PAPER = Reference("papers", "CASCADE")
_OF_TABLE = Reference("source_tables", "CASCADE")
_OF_FORCE = Reference("forces", "CASCADE")
_OF_MEASURE = Reference("measures", "CASCADE")
# A word that leaves the vocabulary is taken out of the facts, which stay.
_FORCE = Reference("forces", "SET NULL")
_MEASURE = Reference("measures", "SET NULL")

# Where a fact is printed. A fact of a table has source_table_id, row, col; one of prose has line and the character span in it.
_PLACE = "page int, line int, quote, source_table_id, row int, col int, part int, char_start int, char_end int"
_FACT = {"document_id": _OF_DOCUMENT, "paper_id": _OF_PAPER, "source_table_id": _OF_TABLE}
_FACT_INDEXES = (("document_id",), ("paper_id",), ("source_table_id",))

VOCABULARY = (
    Table(
        name="forces",
        holds="vocabulary",
        key=("id",),
        columns=_columns("id, name, police_name, gss_code, region, country, source"),
        required=_required("name gss_code"),
    ),
    Table(
        name="force_aliases",
        holds="vocabulary",
        key=("alias", "force"),
        columns=_columns("alias, force, kinds, source"),
        references={"force": _OF_FORCE},
        indexes=(("force",),),
    ),
    Table(
        name="governance",
        holds="vocabulary",
        key=("id",),
        columns=_columns("id, force, kind, name, valid_from, valid_to, source, support, note"),
        required=_required("force kind name"),
        references={"force": _OF_FORCE},
        indexes=(("force", "kind"),),
    ),
    Table(
        name="districts",
        holds="vocabulary",
        key=("name", "force", "kind"),
        columns=_columns("name, force, kind, gss_code, first_seen, last_seen, source"),
        references={"force": _OF_FORCE},
        indexes=(("force",),),
    ),
    Table(
        name="population",
        holds="vocabulary",
        key=("force", "year", "series"),
        columns=_columns("force, year int, population int, series, support, source"),
        required=_required("population"),
        references={"force": _OF_FORCE},
    ),
    Table(
        name="similar_forces",
        holds="vocabulary",
        key=("force", "similar_force", "valid_from"),
        columns=_columns("force, similar_force, valid_from, source, support"),
        references={"force": _OF_FORCE, "similar_force": _OF_FORCE},
        indexes=(("similar_force",),),
    ),
    Table(
        name="measures",
        holds="vocabulary",
        key=("id",),
        columns=_columns(
            "id, name, category, subcategory, parent, unit, better, definition, source, not_to_be_confused_with"
        ),
        required=_required("name category"),
        references={"parent": _MEASURE},
        indexes=(("category", "subcategory"), ("parent",)),
    ),
    Table(
        name="measure_aliases",
        holds="vocabulary",
        key=("alias", "measure"),
        columns=_columns("alias, measure, force, units, contexts"),
        references={"measure": _OF_MEASURE, "force": _OF_FORCE},
        indexes=(("measure",), ("force",)),
    ),
    Table(
        name="recording_changes",
        holds="vocabulary",
        key=("id",),
        columns=_columns("id, date, scope, force, measures, what, source"),
        required=_required("what"),
        references={"force": _OF_FORCE},
        indexes=(("force",),),
    ),
)

REGISTER = (
    Table(
        name="documents",
        holds="register",
        key=("id",),
        columns=_columns(
            "id, path, file_name, sha256, media_type, bytes int, page_count int, title, force, body, doc_type,"
            "meeting_date, period_start, period_end, source_url, status, reader, version, corrections, stated, ingested_at, superseded_by"
        ),
        required=_required("path file_name sha256 bytes status version ingested_at"),
        references={"force": _FORCE, "superseded_by": Reference("documents", "SET NULL")},
        indexes=(("force", "meeting_date"), ("path",), ("superseded_by",)),
        owned="id = ?",
    ),
    Table(
        name="document_paths",
        holds="register",
        key=("path", "document_id"),
        columns=_columns("path, document_id, given, manifests, seen_from, seen_to"),
        required=_required("seen_from"),
        references={"document_id": _OF_DOCUMENT},
        indexes=(("document_id",),),
    ),
    Table(
        name="runs",
        holds="register",
        key=("id",),
        columns=_columns(
            "id, version, started_at, finished_at, seconds real, status,"
            "files int, added int, changed int, unchanged int, partial int, failed int"
        ),
        required=_required("version started_at status"),
    ),
)

# In an order in which each table comes after those it refers to.
FACTS = (
    Table(
        name="papers",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, number int, item, title, author, doc_type, force, meeting_date, period_start, period_end,"
            "page_from int, page_to int, line_from int, line_to int"
        ),
        required=_required("document_id number"),
        references={"document_id": _OF_DOCUMENT, "force": _FORCE},
        indexes=(("document_id",), ("force", "meeting_date")),
    ),
    Table(
        name="pages",
        holds="facts",
        key=("document_id", "page"),
        columns=_columns("document_id, page int, text, kind, label, width real, height real"),
        required=_required("text kind"),
        references={"document_id": _OF_DOCUMENT},
        search=("text",),
    ),
    Table(
        name="source_tables",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, number int, caption, kind, header_rows int, body_rows int, columns int,"
            "page_from int, page_to int, method, confidence real"
        ),
        required=_required("document_id number"),
        references={"document_id": _OF_DOCUMENT, "paper_id": _OF_PAPER},
        indexes=(("document_id",), ("paper_id",)),
    ),
    Table(
        name="source_cells",
        holds="facts",
        key=("source_table_id", "row", "col"),
        columns=_columns(
            "source_table_id, row int, col int, row_span int, col_span int, is_header int, text, page int, line int,"
            "x0 real, top real, x1 real, bottom real, mark"
        ),
        required=_required("text page"),
        references={"source_table_id": _OF_TABLE},
        owned="source_table_id in (select id from source_tables where document_id = ?)",
    ),
    Table(
        name="observations",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, source, label, context, measure, measure_score real, measure_source, area, force, breakdown,"
            "period_start, period_end, period_label, period_type, financial_year, statistic, value real, value_to real, value_text, unit,"
            "qualifier, rag, direction, note, obs_status, confidence real, corrected, verified int, disputed int,"
            "claim_key, comparable_key," + _PLACE
        ),
        required=_required("document_id source label statistic value_text verified"),
        references={**_FACT, "measure": _MEASURE, "force": _FORCE},
        indexes=(
            ("measure", "area", "force", "period_end", "value"),
            ("force", "measure", "period_end"),
            ("financial_year", "force", "measure"),
            ("value",),
            ("claim_key",),
            ("comparable_key",),
            *_FACT_INDEXES,
        ),
        search=("label", "context", "area", "breakdown", "measure", "period_start", "period_end"),
    ),
    Table(
        name="missing_figures",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, label, context, measure, measure_score real, area, force, breakdown,"
            "period_start, period_end, period_label, period_type, financial_year, statistic, unit, value_text, obs_status,"
            "confidence real," + _PLACE
        ),
        required=_required("document_id label statistic value_text obs_status"),
        references={**_FACT, "measure": _MEASURE, "force": _FORCE},
        indexes=(("measure", "force"), ("force",), ("obs_status",), *_FACT_INDEXES),
    ),
    Table(
        name="funding_awards",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, source, recipient, recipient_id, area, purpose, amount real, amount_to real,"
            "amount_text, currency, per, years real, status, funder, funder_id, upstream_funder, fund, year, date,"
            "planned_start, planned_end, decision_ref, mechanism, qualifier, confidence real, verified int, disputed int,"
            "corrected," + _PLACE
        ),
        required=_required("document_id source amount currency status"),
        references=_FACT,
        indexes=(("recipient",), ("recipient_id",), ("funder_id",), ("year",), ("amount",), *_FACT_INDEXES),
        search=("recipient", "area", "purpose", "fund", "year", "date"),
    ),
    Table(
        name="dates",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, type, start, end, precision, label, date_edtf, confidence real, corrected,"
            + _PLACE
        ),
        required=_required("document_id type precision label"),
        references=_FACT,
        indexes=(("type", "start"), *_FACT_INDEXES),
    ),
    Table(
        name="checks",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, check_code, result, label, printed, computed, why, severity, observation_ids,"
            + _PLACE
        ),
        required=_required("document_id check_code result label observation_ids"),
        references=_FACT,
        indexes=(("check_code", "result"), *_FACT_INDEXES),
        # What is held against other papers is no part of the reading of one.
        owned=f"document_id = ? and check_code <> '{BETWEEN_PAPERS}'",
    ),
    Table(
        name="discrepancies",
        holds="facts",
        key=("id",),
        columns=_columns(
            "id, document_id, paper_id, check_code, label, printed, computed, why, severity, observation_ids," + _PLACE
        ),
        required=_required("document_id check_code label severity observation_ids"),
        references=_FACT,
        indexes=(("severity",), *_FACT_INDEXES),
    ),
    Table(
        name="problems",
        holds="facts",
        key=("id",),
        columns=_columns("id, document_id, page int, line int, code, severity, message"),
        required=_required("document_id code severity message"),
        references={"document_id": _OF_DOCUMENT},
        indexes=(("document_id",), ("code",)),
    ),
)

DERIVED = (
    Table(
        name="coverage",
        holds="derived",
        key=("force", "measure", "financial_year"),
        columns=_columns("force, measure, financial_year, n int, documents int, verified int, first, last"),
        required=_required("n"),
        references={"force": _OF_FORCE, "measure": _OF_MEASURE},
        indexes=(("measure", "financial_year"), ("financial_year",)),
    ),
    Table(
        name="same_figures",
        holds="derived",
        key=("observation_id",),
        columns=_columns(
            "observation_id, document_id, claim_key, standing, against_id, difference real, percent real, why"
        ),
        required=_required("document_id claim_key standing"),
        # A row outlives its observation until the claim is looked at again, so that what depends on it is found.
        references={"document_id": _OF_DOCUMENT},
        indexes=(("claim_key",), ("standing",), ("against_id",), ("document_id",)),
    ),
    Table(
        name="same_awards",
        holds="derived",
        key=("award_id",),
        columns=_columns("award_id, document_id, standing, against_id, why"),
        required=_required("document_id standing why"),
        references={"award_id": Reference("funding_awards", "CASCADE"), "document_id": _OF_DOCUMENT},
        indexes=(("document_id",), ("against_id",), ("standing",)),
    ),
    Table(
        name="organisations",
        holds="derived",
        key=("id",),
        columns=_columns("id, name, kind, aliases, received int, given int, documents int"),
        required=_required("name kind aliases"),
        indexes=(("kind",),),
        search=("name", "aliases"),
    ),
)

TABLES = (*VOCABULARY, *REGISTER, *FACTS, *DERIVED)


def public_columns() -> dict[str, tuple[str, ...]]:
    """The columns of every table and view that a reader may use, by name."""
    return {item.name: tuple(item.columns) for item in (*TABLES, *VIEWS)}
