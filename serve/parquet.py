"""Parquet files, by the extra ``parquet`` (pyarrow), which is imported when the first file is asked for."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from schema.errors import WrongUsage
from serve.dictionary import ExportedTable, Kind
from serve.spreadsheets import Row, Value

_ROWS_AT_ONCE = 20_000

_READ: dict[Kind, Callable[[Any], object]] = {"day": dt.date.fromisoformat, "moment": dt.datetime.fromisoformat}


def is_installed() -> bool:
    """Whether Parquet can be written here."""
    return importlib.util.find_spec("pyarrow") is not None


def write_parquet(path: Path, table: ExportedTable, rows: Iterable[Row]) -> None:
    """Write rows with the types of their columns: days as ``date32``, moments in UTC, whole numbers, numbers, text.

    Each column has its meaning as metadata under ``description``.

    Raises:
        WrongUsage: pyarrow is not installed.
    """
    if not is_installed():
        raise WrongUsage("Parquet needs the extra 'parquet': install it with pip install 'panelpapers[parquet]'")
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "day": pyarrow.date32(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.kind], metadata={"description": f"{column.meaning}."})
            for column in table.columns
        ],
        metadata={"title": table.title, "description": table.description},
    )
    kinds = [column.kind for column in table.columns]
    with ParquetWriter(path, schema, compression="zstd") as writer:
        left = iter(rows)
        while some := list(islice(left, _ROWS_AT_ONCE)):
            columns = [_values(kind, values) for kind, values in zip(kinds, zip(*some, strict=True), strict=True)]
            writer.write_table(pyarrow.table(columns, schema=schema))


def _values(kind: Kind, values: Sequence[Value]) -> Sequence[object]:
    read = _READ.get(kind)
    return [value and read(value) for value in values] if read else values
