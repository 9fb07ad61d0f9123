"""The file of corrections: what a person says that a fact of a paper should be, and why.

A correction names a place or a printed text of a paper, a field of the fact there, and what it is to be. ``extract.corrections``
applies them; this module is what a process needs that reads no papers.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from importlib.resources import files

from schema.errors import WrongUsage
from schema.reading import Correction
from schema.vocabulary import forces, measures

COLUMNS = ("document", "kind", "place", "printed", "field", "meaning", "reason", "date", "by")

#: The first and the last day of a period; None for an open end.
Stretch = tuple[dt.date | None, dt.date | None]
Meaning = str | float | dt.date | Stretch

_ID = re.compile(r"[0-9a-f]{8,64}")
#: The document in the id of a fact.
_OF_DOCUMENT = re.compile(r"^[0-9a-f]{16}-")


def shipped() -> tuple[Correction, ...]:
    """The corrections that come with this program: of papers that are published and that many people have."""
    text = files("schema").joinpath("data", "corrections.csv").read_text(encoding="utf-8")
    return read_corrections(text, "corrections.csv")


def read_corrections(text: str, name: str) -> tuple[Correction, ...]:
    """The corrections of a CSV file; ``name`` is for messages.

    ``document`` is the id of a paper, its SHA-256, the beginning of one (at least eight digits) or a file name. ``kind`` is
    ``observation``, ``award`` or ``date``. ``place`` is the id of a fact, whole or without that of the document, and ``printed``
    a text that stands in its label or quote; one of them must be given, and with both, both must fit. For the value of an
    observation ``printed`` is the figure itself, as the paper prints it. ``meaning`` is what
    ``field`` is to be, ``none`` for nothing. ``reason``, ``date`` (a day) and ``by`` say why, when and who.

    Raises:
        WrongUsage: A line cannot be meant: an unknown field or measure, no number, a value without the printed text beside it.
    """
    reader = csv.DictReader(text.splitlines(keepends=True), restkey="", restval="")
    reader.fieldnames = [column.strip().lower() for column in reader.fieldnames or ()]
    if missing := [column for column in COLUMNS if column not in reader.fieldnames]:
        raise WrongUsage(
            f"{name}: the corrections have no column {missing[0]}; the first line must be {','.join(COLUMNS)}"
        )
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise WrongUsage(f"{name}: this cannot be read as CSV ({error})") from error
    found = []
    for number, row in rows:
        said = {column: " ".join((row[column] or "").split()) for column in COLUMNS}
        if not any(said.values()):
            continue
        try:
            found.append(_correction(said))
        except WrongUsage as error:
            raise WrongUsage(f"{name}, line {number}: {error.message}") from error
    return tuple(found)


def concerning(corrections: Iterable[Correction], sha256: str, names: Iterable[str]) -> tuple[Correction, ...]:
    """The corrections of the paper with this content, or of one of these file names."""
    called = {*names}
    return tuple(
        c for c in corrections if c.document in called or (_ID.fullmatch(c.document) and sha256.startswith(c.document))
    )


def fingerprint(corrections: Sequence[Correction]) -> str | None:
    """A short text that is another for other corrections; None for none."""
    return hashlib.sha256(repr([astuple(c) for c in corrections]).encode()).hexdigest()[:16] if corrections else None


def meaning_of(correction: Correction) -> Meaning | None:
    """What the field is to be, None for nothing: a text, a number, a day, or the two ends of a period.

    Raises:
        WrongUsage: The text does not say that.
    """
    return None if correction.meaning == "none" else _FIELDS[correction.kind][correction.field](correction.meaning)


def _number(text: str) -> float:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        number = float("nan")
    if number - number != 0:
        raise WrongUsage(f"{text!r} is no number; write it in whole units, such as 4854000")
    return number


def _certainty(text: str) -> float:
    if not 0 <= (number := _number(text)) <= 1:
        raise WrongUsage(f"{text!r} is no confidence; it is from 0 to 1")
    return number


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"{text!r} is no day; write it as 2015-10-12") from None


def _stretch(text: str) -> Stretch:
    first, slash, last = text.partition("/")
    start, end = (None if part == ".." else _day(part) for part in (first, last if slash else first))
    if (start is None and end is None) or (start and end and start > end):
        raise WrongUsage(
            f"{text!r} is no period; write its first and last day as 2014-04-01/2015-03-31, or .. for an open end"
        )
    return start, end


def _one_of(known: Callable[[], Iterable[str]], what: str) -> Callable[[str], str]:
    def meaning(text: str) -> str:
        if text not in known():
            raise WrongUsage(f"{text!r} is no {what}; `panelpapers {what}s` lists them")
        return text

    return meaning


_FIELDS: Mapping[str, Mapping[str, Callable[[str], Meaning]]] = {
    "observation": {
        "measure": _one_of(lambda: {m.id for m in measures()}, "measure"),
        "force": _one_of(lambda: {f.id for f in forces()}, "force"),
        "period": _stretch,
        **dict.fromkeys(("value", "value_to"), _number),
        "confidence": _certainty,
        **dict.fromkeys(
            ("area", "breakdown", "statistic", "unit", "qualifier", "rag", "direction", "note", "obs_status"), str
        ),
    },
    "award": {
        **dict.fromkeys(("amount", "amount_to"), _number),
        **dict.fromkeys(("planned_start", "planned_end"), _day),
        "confidence": _certainty,
        **dict.fromkeys(
            (
                "recipient", "area", "purpose", "status", "funder", "upstream_funder", "fund", "year", "date",
                "decision_ref", "mechanism", "qualifier",
            ),
            str,
        ),
    },
    "date": {
        **dict.fromkeys(("start", "end"), _day),
        "confidence": _certainty,
        **dict.fromkeys(("type", "precision", "date_edtf"), str),
    },
}  # fmt: skip
#: Fields that every fact has.
_NEVER_NONE = frozenset(("value", "statistic", "obs_status", "confidence", "amount", "status", "type", "precision"))
#: Figures: the text that the paper prints must stand beside what is made of it.
FIGURES = frozenset(("value", "value_to", "amount", "amount_to"))


def _correction(said: Mapping[str, str]) -> Correction:
    correction = replace(Correction(**said), place=_OF_DOCUMENT.sub("", said["place"]))
    fields = _FIELDS.get(correction.kind)
    if fields is None:
        raise WrongUsage(f"{correction.kind!r} is no kind of fact; it is one of {', '.join(_FIELDS)}")
    if correction.field not in fields:
        raise WrongUsage(
            f"{correction.field!r} of an {correction.kind} cannot be corrected; it is one of {', '.join(fields)}"
        )
    for column in ("document", "meaning", "reason", "date", "by"):
        if not said[column]:
            raise WrongUsage(f"the correction says no {column}")
    _day(correction.date)
    if not correction.place and not correction.printed:
        raise WrongUsage("the correction names neither a place nor a printed text")
    if correction.field in FIGURES and not correction.printed:
        raise WrongUsage(
            "a figure can only be corrected with the text that the paper prints beside it, in the column printed"
        )
    if meaning_of(correction) is None and correction.field in _NEVER_NONE:
        raise WrongUsage(f"the {correction.field} of an {correction.kind} cannot be none")
    return correction
