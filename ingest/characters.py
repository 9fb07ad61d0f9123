"""From bytes to clean characters: encodings, control characters, and the glyphs that fonts leave behind."""

from __future__ import annotations

import codecs
import re

from schema.reading import Problem

#: Private-use glyphs of Symbol and Wingdings that word processors print as bullets, dashes and arrows.
_GLYPHS = {
    0xF02D: "–",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "•",
    0xF076: "•",
    0xF0E0: "→",
    0xF0AD: "↑",
    0xF0AF: "↓",
    0xF0FC: "✓",
}
_SPACES = (0x00A0, 0x2002, 0x2003, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000)
_DROPPED = (
    *range(0x00, 0x09),
    0x0B,
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    0x00AD,
    0x200B,
    0x200E,
    0x200F,
    0x2060,
    0xFEFF,
)
#: Form feeds stay: the text reader takes them as the end of a page.
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED, None),
    **dict.fromkeys(_SPACES, " "),
    0x2028: " ",
    0x2029: " ",
    **_GLYPHS,
}
#: UTF-8 that a web page was read as Windows-1252 or Windows-1250, and saved again.
_MEANT = {
    "Â£": "£", "ÂŁ": "£", "Â\xa0": " ", "â€™": "’", "â€˜": "‘", "â€œ": "“", "â€\x9d": "”", "â€ť": "”", "â€“": "–", "â€”": "—",
    "â€¦": "…", "â€¢": "•",
}  # fmt: skip
_TWICE = re.compile("|".join(_MEANT))
_RUNS_OF_SPACE = re.compile(r"\s+")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def clean(text: str) -> str:
    """The text without control characters, with plain spaces and with symbol glyphs as characters.

    What was encoded twice is put right: ``Â£207.55`` and ``ÂŁ207.55`` are ``£207.55``, ``Panelâ€™s`` is ``Panel’s``.
    """
    if _TWICE.search(text):
        text = _TWICE.sub(lambda m: _MEANT[m.group()], text)
    return text.translate(_CLEAN)


def one_line(text: str) -> str:
    """The text on one line, with single spaces between its words."""
    return _RUNS_OF_SPACE.sub(" ", text).strip()


def lines_in_cell(text: str) -> str:
    """The text of a cell: single spaces, its own line breaks kept, no empty lines."""
    return "\n".join(line for line in map(one_line, text.split("\n")) if line)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end


codecs.register_error("panelpapers-cp1252", _as_cp1252)


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a text file, and a problem where its encoding had to be guessed.

    UTF-8 and whatever a byte-order mark states are read as they are. Bytes that are not UTF-8 are read as Windows-1252, the
    usual encoding of older papers (byte A3 is the pound sign).
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        text, problems = _strictly(data, wide)
        return text, (*problems, _guessed(f"It has no byte-order mark and was read as {wide.upper()}."))
    return _strictly(data, "utf-8")


def _strictly(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            return data.decode(encoding, errors="replace"), (
                _guessed(f"Parts of it are not valid {encoding.upper()}."),
            )
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("utf-8", errors="panelpapers-cp1252")
        return text, (_guessed("Bytes that are not UTF-8 were read as Windows-1252; check its pound signs.", line),)


def _guessed(what: str, line: int | None = None) -> Problem:
    return Problem(code="encoding_guessed", message=f"The encoding of the text is not certain. {what}", line=line)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark shows as a zero in nearly every second byte."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None
