"""What a column holds, told by its header and its cells: figures, judgements, labels, groups, codes or text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extract.figure_words import is_arrow, missing_status, rag_of
from extract.numbers import clock_duration, parse_figures
from extract.tables.headers import has_figure, is_period_cell
from extract.times.days import parse_day
from schema.document import Cell

Role = Literal["label", "group", "value", "judgement", "text", "empty"]
Row = dict[int, Cell]

_JUDGEMENT = re.compile(r"\b(?:rag|brag|status|trend|direction|travel|arrow|dot)\b", re.IGNORECASE)
_NO_VALUES = re.compile(
    r"^(?:(?:row|risk|rec\w*|item|decision|line|serial)?\s*/?\s*(?:ref(?:erence)?|no|number|id|code)s?\.?(?:\s*(?:no|number)\.?)?|#|row|"
    r"item|page(?:s|\(s\))?|page no\.?|date|year|"
    r"comments?|commentary|notes?|contact|tel\w*|e-?mail|postcode|paragraph|para\.?|rationale|lead|owner)$",
    re.IGNORECASE,
)
#: A header that is over the names of what is measured.
_NAMES_MEASURES = re.compile(
    r"(?:\w+\s+){0,3}(?:measures?|indicators?|kpis?|metrics?|priorit(?:y|ies)|objectives?|questions?|descriptions?|offence\s+types?|crime\s+types?)\b(?:\s+taken\b.*)?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"(?:\S+\s+){0,2}(?:targets?|ambition|aim|goal|trajectory)\b", re.IGNORECASE)
#: A header that is over counts, or over the numbers of the rows.
_NUMBER = re.compile(r"(?:number|no\.?|nos\.?|#)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Words that stand beside a figure in its own cell.
_BESIDE_FIGURES = re.compile(
    r"\b(?:increased?|decreased?|reduction|no change|up|down|totals?|over|under|to|from|of|per|about|approx|target|rolling|months?|"
    r"average|mean|median|officers?|staff|incidents?|offences?|crimes?|people|calls?|cases?|increase|improvement|population|residents|households|employees|head|statistically|significant)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"^\(?0\d{2,4}\)?[\s-]?\d{3}[\s-]?\d{3,4}")
#: Labels are names; a column of sentences this long (characters) explains them.
_LONG = 100
#: What is said beside a rating's colour is no longer than this.
_SHORT = 24


def _is_rated_word(cell: Cell) -> bool:
    """True for a spot or a few words in the colour of a rating, and no figure: ``●`` in green, ``Off target`` on red."""
    text = cell.text.strip()
    return bool(cell.mark and text) and len(text) <= _SHORT and not any(c.isdigit() for c in text)


def role_of(name: str, cells: Sequence[Cell]) -> Role:
    """The role of a column, but for which text column holds the labels.

    Examples: cells ``Green`` / ``Red`` a judgement, ``27.2`` / ``NA`` values, ``Row Ref`` over ``1`` / ``2`` / ``3`` text; ``Number``
    over ``1,204`` / ``796`` values, but in the first column text, as over ``1`` / ``2`` / ``3``.
    """
    texts = [c.text.strip() for c in cells if c.text.strip()]
    if not texts:
        return "judgement" if any(c.mark for c in cells) else "empty"
    judged = sum(rag_of(t) is not None or is_arrow(t) for t in texts)
    judged = max(judged, sum(_is_rated_word(c) for c in cells))
    if len(set(texts)) == 1 and len(texts[0]) == 1 and texts[0].isalpha() and not _JUDGEMENT.search(name):
        # One letter alone may be a band or a grade: "A" is amber only where the header speaks of RAG.
        judged = 0
    if judged * 2 >= len(texts) and (judged > 1 or _JUDGEMENT.search(name) or judged == len(texts)):
        return "judgement"
    if (
        cells[0].col == 0
        and _NAMES_MEASURES.fullmatch(name.strip())
        and any(re.search(r"[A-Za-z]{3}", t) for t in texts)
    ):
        # "999 calls answered in 10 seconds" is a name.
        return "text"
    counted = bool(_NUMBER.fullmatch(name.strip())) and cells[0].col > 0 and not is_numbering(cells)
    if _NO_VALUES.match(name.strip()) and not counted:
        return "text"
    values = sum(is_value(t) for t in texts)
    # A column of bare four-digit numbers is one of years, unless other figures stand among them.
    years = sum(bool(_YEAR.fullmatch(t)) for t in texts)
    values = values + years if values or (years and name and not is_period_cell(texts[0])) else 0
    if values and _TARGET.match(name.strip()) and max(map(len, texts)) <= _LONG:
        # "Increase" and "Maintain" stand among "90%".
        return "value"
    missing = sum(missing_status(t) is not None for t in texts)
    return "value" if missing == len(texts) or ((values + missing) * 2 >= len(texts) and values) else "text"


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """True for a cell that is a figure and not a name with a number in it (``Grade 1 - Emergency``, ``Crimes (036 MDS)``)."""
    if not has_figure(text) or missing_status(text) is not None or parse_day(text) is not None or _PHONE.match(text):
        return False
    if clock_duration(text) is not None:
        return True
    figures = parse_figures(text)
    rest = text
    for figure in reversed(figures):
        rest = rest[: figure.start] + rest[figure.end :]
    letters = sum(c.isalpha() for c in _BESIDE_FIGURES.sub("", rest))
    return letters <= 3 or letters <= sum(f.end - f.start for f in figures)


def is_numbering(cells: Sequence[Cell]) -> bool:
    """True for cells that count the rows: ``1``, ``2``, ``3`` or ``147``, ``148``, ``149``, also with gaps; not for years."""
    texts = [c.text.strip().rstrip(".)") for c in cells if c.text.strip()]
    numbers = [int(t) for t in texts if t.isdecimal()]
    if len(numbers) < 3 or len(numbers) * 10 < len(texts) * 9 or all(_YEAR.fullmatch(t) for t in texts):
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    return min(steps) > 0 and steps.count(1) * 10 >= len(steps) * 8 and (len(numbers) == len(texts) or len(texts) > 9)


def label_and_groups(roles: Sequence[Role], body: Sequence[Row]) -> tuple[int | None, tuple[int, ...]]:
    """Which column names the rows, and which stand over groups of them.

    The label is the text column nearest to the left of the first figures that is filled in most rows; one further left that is
    filled less often, or repeats itself, is the group ("Priority" beside "Measure"). A column of sentences is no label where one
    of names stands beside it.
    """
    first_value = next((i for i, role in enumerate(roles) if role == "value"), len(roles))
    texts = [i for i, role in enumerate(roles) if role == "text"]
    left = [i for i in texts if i < first_value]
    if not left:
        first = bool(roles) and roles[0] == "value" and (_holds_periods(0, body) or _names_rows(0, roles, body))
        left = [0] if first else texts[:1]
        if not left:
            return None, ()
    filled = {i: _texts(i, body) for i in left}
    most = max(len(set(t)) for t in filled.values())
    coded = {i for i in left if is_code(filled[i])}
    named = [i for i in left if i not in coded and len(set(filled[i])) * 2 >= most and _middle(filled[i]) <= _LONG]
    worded = [i for i in left if i not in coded]
    label = max(named or worded or left, key=lambda i: (len(set(filled[i])), i))
    return label, tuple(i for i in worded if i < label)


def is_code(texts: Sequence[str]) -> bool:
    """True for a column of codes: ``CI010``, ``SP 4``, ``101``."""
    return bool(texts) and all(re.fullmatch(r"[A-Z]{0,4}\d+[\w./ -]*|\d+", t) for t in texts)


def _texts(index: int, body: Sequence[Row]) -> list[str]:
    return [row[index].text.strip() for row in body if index in row and row[index].text.strip()]


def _middle(texts: Sequence[str]) -> int:
    return sorted(len(t) for t in texts)[len(texts) // 2] if texts else 0


def _holds_periods(index: int, body: Sequence[Row]) -> bool:
    texts = _texts(index, body)
    return bool(texts) and all(is_period_cell(t) for t in texts)


def _names_rows(index: int, roles: Sequence[Role], body: Sequence[Row]) -> bool:
    """True for a first column of names with numbers in them, beside figures: ``101 calls`` / ``999 calls``."""
    texts = _texts(index, body)
    named = [t for t in texts if re.search(r"[A-Za-z]{3}", t) and not t.endswith("%")]
    figures = roles.count("value") > 1 or "judgement" in roles
    return figures and len(named) == len(set(texts)) == len(texts) > 0


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
