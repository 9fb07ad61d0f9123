"""The colours of cells and spots in HTML, as ``#rrggbb``: of styles, of the attribute ``bgcolor``, of class names and of what replaces a picture."""

from __future__ import annotations

import re
from typing import Any

from extract.figure_words import rag_of
from extract.pages.ratings import is_spot, rag_colour

_BEHIND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;]*)", re.IGNORECASE)
_INK = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]*)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_RGB = re.compile(
    r"\brgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", re.IGNORECASE
)
_CLASS = re.compile(
    r"(?:(?:b?rag|status|rating|cell|bg|background|table|traffic[-_]?light)[-_]?)?(?P<colour>red|amber|green|danger|warning|success)",
    re.IGNORECASE,
)
_MEANS = {"danger": "Red", "warning": "Amber", "success": "Green"}
# fmt: off
_NAMED = {
    "red": "#ff0000", "crimson": "#dc143c", "orangered": "#ff4500", "firebrick": "#b22222", "tomato": "#ff6347", "orange": "#ffa500",
    "darkorange": "#ff8c00", "gold": "#ffd700", "amber": "#ffbf00", "yellow": "#ffff00", "green": "#008000", "lime": "#00ff00",
    "limegreen": "#32cd32", "forestgreen": "#228b22", "seagreen": "#2e8b57", "mediumseagreen": "#3cb371", "darkgreen": "#006400",
}
# fmt: on


def rating_of(cell: Any) -> str | None:
    """``Red``, ``Amber`` or ``Green`` for a ``<td>`` of that colour, or with nothing but a spot or a picture that shows it; else None.

    Examples: ``<td style="background:#00b050">``, ``<td bgcolor=red>``, ``<td class="rag-amber">``,
    ``<td><span style="color:#c00">●</span>``, ``<td><img alt="Green">``.
    """
    if found := _behind(cell):
        return found
    inside = [e for e in cell.iter() if isinstance(e.tag, str) and e is not cell]
    text = "".join(cell.itertext()).strip()
    if is_spot(text):
        inks = (_INK.search(e.get("style") or "") for e in (cell, *inside))
        said = [ink[1] for ink in inks if ink] + [e.get("color") for e in inside if e.get("color")]
        return next(filter(None, (_rating(colour) for colour in reversed(said))), None)
    if not text:
        pictures = [rag_of(_without_noun(e.get("alt") or "")) for e in inside if e.tag == "img"]
        if any(pictures):
            return next(filter(None, pictures))
    # A box of colour around all that the cell holds.
    whole = [e for e in inside if "".join(e.itertext()).strip() == text]
    return next(filter(None, map(_behind, whole)), None)


def _behind(element: Any) -> str | None:
    style = _BEHIND.search(element.get("style") or "")
    if style:
        return _rating(style[1])
    if colour := element.get("bgcolor"):
        return _rating(colour)
    for name in (element.get("class") or "").split():
        if match := _CLASS.fullmatch(name):
            word = match["colour"].lower()
            return _MEANS.get(word, word.capitalize())
    return None


def _rating(css: str) -> str | None:
    css = css.strip().lower().removesuffix("!important").strip()
    if match := _HEX.search(css):
        digits = match[1]
        return rag_colour("#" + (digits if len(digits) == 6 else "".join(2 * d for d in digits)))
    if match := _RGB.search(css):
        seen = (
            float(match[4].rstrip("%")) / (100 if match[4].endswith("%") else 1)
            if match[4] and match[4] != "."
            else 1.0
        )
        red, green, blue = (min(int(match[i]), 255) for i in (1, 2, 3))
        return rag_colour(f"#{red:02x}{green:02x}{blue:02x}") if seen > 0.5 else None
    if re.fullmatch(r"[0-9a-f]{6}", css):
        return rag_colour(f"#{css}")
    return rag_colour(_NAMED.get(css.split(" ")[0], ""))


def _without_noun(alt: str) -> str:
    """What a picture is called without what it is a picture of: ``Green circle``, ``RAG: red`` and ``amber rating`` are colours."""
    return re.sub(
        r"\b(?:b?rag|status|rating|rated|icon|image|circle|dot|spot|light|traffic|colour|square|button|symbol)\b|[:–-]",
        " ",
        alt,
        flags=re.IGNORECASE,
    ).strip()
