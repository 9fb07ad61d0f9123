"""Markup inside a line or a cell: Markdown emphasis and links, inline HTML, entities and escapes.

Read in one pass over tokens, so that the time grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from ingest.characters import lines_in_cell, one_line

#: Tags that are taken as markup; anything else in angle brackets ("<15 Mins", "<Force Summary>") is text.
_BREAKING = frozenset(
    ("br", "p", "div", "li", "ul", "ol", "tr", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt")
)
_TAGS = _BREAKING | {
    "a", "abbr", "b", "big", "caption", "center", "cite", "code", "col", "colgroup", "del", "details", "dfn", "dl", "em",
    "figcaption", "figure", "font", "i", "img", "ins", "kbd", "mark", "nobr", "o:p", "pre", "q", "s", "samp", "section",
    "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tt", "u",
    "var", "wbr",
}  # fmt: skip
_BOLD = frozenset(("b", "strong", "th"))
_BULLETS = ("•", "▪", "●", "◦", "-", "–", "*")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_TOKEN = re.compile(
    r"""
      (?P<plain>[^\\&<>\[\]!*_\n]+)
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]*)>
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9:]{0,10})(?P<attributes>(?:\s[^<>]*)?)/?>
    | (?P<image>!\[)
    | (?P<open>\[)
    | \]\((?P<target>[^()\s<>]*(?:\([^()\s]*\))?[^()\s<>]*)(?:\s+"[^"\n]{0,300}")?\)
    | (?P<stars>\*+|_+)
    | (?P<break>\n)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(r"[./:#]|\A\Z")


@dataclass(slots=True)
class _Piece:
    """A stretch of output. ``run`` is set for a delimiter (``**``) that is text until its twin is found."""

    text: str
    bold: bool = False
    run: str = ""
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """Text without its markup. ``bold`` is true where all of it is bold."""

    text: str
    bold: bool


def printed_cell(source: str) -> Printed:
    """What a cell prints; ``<br>``, ``<li>`` and ``<p>`` begin a new line.

    >>> printed_cell("<b>Blackpool CSP</b>")
    Printed(text='Blackpool CSP', bold=True)
    >>> printed_cell("Lancashire*").text
    'Lancashire*'
    """
    pieces = _pieces(source, "\n")
    return Printed(lines_in_cell(_joined(pieces)), _all_bold(pieces))


def printed_lines(source: str) -> list[Printed]:
    """What the lines of one paragraph print: markup may run over lines, the number of lines stays the same.

    Examples: ``"12<sup>th</sup> October"`` prints ``12th October`` and ``"1,194<sup>2</sup>"`` prints
    ``1,194²``, so that the mark of a footnote is no digit of the figure.
    """
    lines: list[list[_Piece]] = [[]]
    for piece in _pieces(source, " "):
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [Printed(one_line(_joined(pieces)), _all_bold(pieces)) for pieces in lines]


def _joined(pieces: list[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _all_bold(pieces: list[_Piece]) -> bool:
    told = [piece.bold for piece in pieces if any(c.isalnum() for c in piece.text)]
    return bool(told) and all(told)


def _pieces(source: str, line_break: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    bold = superscript = 0
    brackets: list[int] = []
    for match in _TOKEN.finditer(source):
        kind, value = match.lastgroup, match.group()
        if match["tag"] is not None:
            name = match["tag"].lower()
            if name not in _TAGS:
                pieces.append(_Piece(value, bool(bold)))
                continue
            step = -1 if match["close"] else 1
            if name in _BOLD:
                bold = max(0, bold + step)
            elif name == "sup":
                superscript = max(0, superscript + step)
            if name in _BREAKING:
                item = step > 0 and name == "li" and line_break == " "
                pieces.append(_Piece(_bullet(source, match.end()) if item else line_break))
        elif kind == "plain":
            raised = superscript and value.strip().isdigit()
            pieces.append(_Piece(value.translate(_SUPERSCRIPTS) if raised else value, bool(bold)))
        elif kind == "escaped":
            pieces.append(_Piece(match["escaped"], bool(bold)))
        elif kind == "entity":
            pieces.append(_Piece(html.unescape(value).replace("\n", " "), bool(bold)))
        elif kind == "auto":
            pieces.append(_Piece(match["auto"].removeprefix("mailto:"), bool(bold)))
        elif kind in ("open", "image"):
            brackets.append(len(pieces))
            pieces.append(_Piece(value, bool(bold)))
        elif kind == "target" and brackets and _ADDRESS.search(match["target"]):
            pieces[brackets.pop()].text = ""
        elif kind == "stars":
            pieces.append(_delimiter(value, source, match.start(), match.end(), bool(bold)))
        else:
            if value == "]" and brackets:
                brackets.pop()
            pieces.append(_Piece("\n" if kind == "break" else value, bool(bold)))
    _take_out_emphasis(pieces)
    return pieces


def _bullet(source: str, end: int) -> str:
    """What parts the items of a list that is printed on one line: a bullet, where the item has none itself."""
    return " " if source[end : end + 40].lstrip()[:1] in _BULLETS else " • "


def _delimiter(run: str, source: str, start: int, end: int, bold: bool) -> _Piece:
    """A run of stars opens before a word and closes after one; "Lancashire*" and "*48" stand as they are without a twin."""
    before = source[start - 1] if start else " "
    after = source[end] if end < len(source) else " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if run[0] == "_":
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return _Piece(run, bold, run if len(run) <= 3 else "", left, right)


def _punctuation(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _take_out_emphasis(pieces: list[_Piece]) -> None:
    """Drop the delimiters that have a twin of the same length, and mark what stands between ``**`` as bold."""
    waiting: dict[str, list[int]] = {}
    spans: list[tuple[int, int]] = []
    for index, piece in enumerate(pieces):
        if piece.text == "\n":
            # A single star is too common as a footnote's mark to look for its twin on another line.
            waiting.pop("*", None)
            waiting.pop("_", None)
        if not piece.run:
            continue
        openers = waiting.get(piece.run)
        if piece.closes and openers:
            start = openers.pop()
            pieces[start].text = piece.text = ""
            if len(piece.run) >= 2:
                spans.append((start, index))
        elif piece.opens:
            waiting.setdefault(piece.run, []).append(index)
    reached = 0
    for start, end in sorted(spans):
        for piece in pieces[max(start, reached) : end]:
            piece.bold = True
        reached = max(reached, end)
