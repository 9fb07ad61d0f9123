"""Papers in many styles of table, with the truth: ``python benchmarks/styles.py FOLDER [--half tuning|held-out] [--mixes N]``.

Writes ``NAME.pdf`` and ``NAME.gt.json`` (``{"tables": [{"hdr": 1, "rows": [[...], ...]}]}``) for each style. The named styles
are those that papers use; a *mix* draws every choice from its seed, so that there are always styles that nobody looked at. Rules
for tables are made with the *tuning* half only; the *held-out* half says how well they do on what they were not made for.

reportlab is all that is needed. Where they are installed, some styles are printed by other programs: WeasyPrint (the command
``weasyprint``), Chromium (``chromium``) and LibreOffice (``soffice``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from random import Random
from typing import Any, Literal

from benchmarks.printed import KINDS, NARROW, Printed, longer

Producer = Literal["reportlab", "weasyprint", "chromium", "libreoffice"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paper is printed. Lengths are in points; ``leading`` is in sizes of the font."""

    name: str
    producer: Producer = "reportlab"
    rules: Literal["all", "inner", "frame", "rows", "groups", "three", "head", "none"] = "none"
    band: Literal["none", "head", "zebra", "columns", "totals"] = "none"
    figures: Literal["right", "left", "center", "decimal"] = "right"
    heads: Literal["figures", "left", "center"] = "figures"
    bold: Literal["heads", "heads and totals", "none"] = "heads and totals"
    font: Literal["sans", "serif"] = "sans"
    size: float = 9.0
    leading: float = 1.2
    across: float = 5.0
    down: float = 3.0
    middle: bool = False
    full: bool = True
    caption: Literal["above", "below", "none"] = "above"
    page: Literal["portrait", "landscape", "two columns"] = "portrait"
    repeat: bool = True
    cut: bool = False
    times: int = 0
    justified: bool = False
    beside: bool = False
    prose_only: bool = False
    kinds: tuple[str, ...] = ("measures", "budget", "awards", "months")

    @property
    def seed(self) -> str:
        """What the figures of the paper are drawn from."""
        return self.name


TUNING = (
    Style("ruled", rules="all", band="head", kinds=("measures", "quarters", "actions", "budget")),
    Style("frame-only", rules="frame", kinds=("measures", "shares", "recipients", "year_quarters")),
    Style("rows", rules="rows", kinds=("awards", "services", "budget", "shares")),
    Style("three-line", rules="three", font="serif", kinds=("year_quarters", "shares", "months", "budget"), full=False),
    Style("zebra", band="zebra", kinds=("measures", "shares", "awards", "services")),
    Style("bare", kinds=("measures", "budget", "year_quarters", "recipients", "shares")),
    Style("bare-tight", down=0.0, kinds=("services", "awards", "measures"), caption="none"),
    Style("bare-left", figures="left", kinds=("shares", "measures", "staff"), justified=True),
    Style("bare-centre", figures="center", kinds=("shares", "budget", "quarters"), middle=True),
    Style("decimal", figures="decimal", rules="head", kinds=("staff", "budget", "shares")),
    Style("long-repeated", rules="rows", times=4, kinds=("awards", "shares")),
    Style("long-cut", rules="three", times=4, repeat=False, kinds=("measures", "staff"), cut=True),
    Style("two-columns", page="two columns", size=8, kinds=("recipients", "staff", "recipients"), justified=True),
    Style("landscape", page="landscape", band="head", kinds=("quarters", "actions", "months")),
    Style("beside", beside=True, kinds=("recipients", "staff"), size=8),
    Style("prose", prose_only=True, justified=True),
    Style("web-bare", "weasyprint", kinds=("budget", "awards", "shares", "services"), caption="above"),
    Style("web-three", "weasyprint", rules="three", font="serif", kinds=("quarters", "measures", "months")),
    Style("chrome-zebra", "chromium", band="zebra", kinds=("awards", "budget", "actions"), middle=True),
    Style("office-ruled", "libreoffice", rules="all", times=2, cut=True, kinds=("actions", "awards", "budget")),
    Style("office-bare", "libreoffice", kinds=("measures", "budget", "recipients", "year_quarters")),
)
HELD_OUT = (
    Style("inner", rules="inner", kinds=("measures", "budget", "actions", "recipients")),
    Style("group-rules", rules="groups", kinds=("budget", "staff", "year_quarters", "shares"), font="serif"),
    Style("head-rule", rules="head", bold="none", kinds=("measures", "awards", "months", "services")),
    Style("columns-shaded", band="columns", kinds=("shares", "year_quarters", "measures")),
    Style("totals-shaded", band="totals", kinds=("budget", "staff", "shares")),
    Style("bare-tight-serif", down=0.0, leading=1.12, font="serif", kinds=("awards", "services", "budget"), size=10),
    Style("bare-narrow", across=2.5, size=7, kinds=("months", "year_quarters", "quarters"), full=False),
    Style("bare-middle", middle=True, down=4, kinds=("awards", "measures", "services"), justified=True),
    Style("plain-heads", bold="none", heads="center", kinds=("shares", "budget", "measures")),
    Style("tiny", size=5.5, across=3, down=1, rules="three", kinds=("quarters", "awards", "months", "budget")),
    Style("caption-below", caption="below", rules="rows", figures="center", kinds=("staff", "measures", "awards")),
    Style("long-bare", times=4, repeat=False, kinds=("shares", "awards"), justified=True),
    Style("long-zebra", band="zebra", times=4, cut=True, kinds=("services", "awards")),
    Style(
        "two-columns-three",
        page="two columns",
        rules="three",
        size=7.5,
        kinds=("staff", "recipients", "staff"),
        justified=True,
    ),
    Style("landscape-bare", page="landscape", kinds=("quarters", "services", "actions"), heads="left"),
    Style("beside-lines", beside=True, rules="rows", size=8, kinds=("staff", "recipients")),
    Style("prose-columns", page="two columns", prose_only=True, justified=True),
    Style("web-rows", "weasyprint", rules="rows", down=1, kinds=("actions", "awards", "budget"), middle=True),
    Style("web-tight", "weasyprint", down=0.0, kinds=("services", "staff", "awards"), font="serif"),
    Style("chrome-bare", "chromium", kinds=("budget", "measures", "awards", "quarters")),
    Style("chrome-three", "chromium", rules="three", figures="center", kinds=("year_quarters", "shares", "staff")),
    Style("office-three", "libreoffice", rules="three", kinds=("staff", "budget", "shares", "services")),
    Style("office-rows", "libreoffice", rules="rows", times=2, repeat=False, cut=True, kinds=("awards", "measures")),
)
CHOICES: dict[str, tuple[Any, ...]] = {
    "producer": ("reportlab", "reportlab", "weasyprint", "chromium", "libreoffice"),
    "rules": ("all", "inner", "frame", "rows", "groups", "three", "head", "none", "none"),
    "band": ("none", "none", "none", "head", "zebra", "totals"),
    "figures": ("right", "right", "left", "center"),
    "heads": ("figures", "figures", "left", "center"),
    "bold": ("heads", "heads and totals", "heads and totals", "none"),
    "font": ("sans", "serif"),
    "size": (6.0, 7.5, 8.0, 9.0, 10.0, 11.0),
    "leading": (1.12, 1.2, 1.35),
    "across": (2.5, 4.0, 6.0),
    "down": (0.0, 1.0, 2.5, 5.0),
    "middle": (False, False, True),
    "full": (True, False),
    "caption": ("above", "below", "none"),
    "page": ("portrait", "portrait", "landscape"),
    "repeat": (True, False),
    "cut": (False, True),
    "times": (0, 0, 2),
    "justified": (True, False),
}


def mixed(seed: int) -> Style:
    """A style whose every choice is drawn from its seed."""
    rng = Random(seed)
    style = Style(f"mix-{seed:03}", kinds=tuple(rng.sample(sorted(KINDS), 4)))
    style = replace(style, **{f.name: rng.choice(CHOICES[f.name]) for f in fields(Style) if f.name in CHOICES})
    if style.band == "zebra" and style.rules not in ("none", "three", "head"):
        style = replace(style, band="none")
    # Nobody can tell rows from wrapped lines that stand as close as rows do and are centred against each other.
    told = style.rules in ("all", "inner", "rows") or style.band == "zebra"
    return replace(
        style,
        middle=style.middle and (told or style.down >= 2),
        size=min(style.size, 9.0) if "quarters" in style.kinds else style.size,
    )


def styles(half: str, mixes: int) -> Iterator[Style]:
    """The styles of one half, ``tuning`` or ``held-out``: the named ones, then as many mixes."""
    yield from TUNING if half == "tuning" else HELD_OUT
    first = 1 if half == "tuning" else 501
    yield from (mixed(first + n) for n in range(mixes))


def tables_of(style: Style) -> list[Printed]:
    """The tables of the paper in a style, in their order."""
    rng = Random(style.seed)
    if style.prose_only:
        return []
    kinds = [k for k in style.kinds if style.page != "two columns" or k in NARROW]
    made = [KINDS[kind](rng) for kind in kinds]
    return [longer(table, rng, style.times) if style.times and i < 2 else table for i, table in enumerate(made)]


def main() -> None:
    """Writes the papers of one half, or of both."""
    from benchmarks.printing import PRINTERS

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--half", choices=("tuning", "held-out"), action="append")
    arguments.add_argument("--mixes", type=int, default=20)
    chosen = arguments.parse_args()
    for half in chosen.half or ("tuning", "held-out"):
        folder = chosen.folder / half
        folder.mkdir(parents=True, exist_ok=True)
        for style in styles(half, chosen.mixes):
            tables = tables_of(style)
            data = PRINTERS[style.producer](style, tables, Random(f"{style.seed} text"))
            if data is None:
                print(f"{style.name}: {style.producer} is not installed")
                continue
            truth = {
                "name": style.name,
                "tables": [{"kind": t.kind, "hdr": t.header_rows, "rows": t.texts} for t in tables],
            }
            (folder / f"{style.name}.pdf").write_bytes(data)
            (folder / f"{style.name}.gt.json").write_text(
                json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8"
            )


if __name__ == "__main__":
    main()
