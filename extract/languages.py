"""Which blocks of a paper are Welsh: the papers of the four Welsh forces often say everything twice.

The wordings that this program reads are English. In a bilingual paper the Welsh half repeats the figures of the English one, which
must not be counted twice; so Welsh text is told apart by its commonest words, and its figures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from extract.blocks import Block, TableBlock
from extract.wording import by_first_letter
from schema.reading import Problem


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[a-zâêîôûŵŷëïöáà]+(?:['’][a-z]+)?", re.IGNORECASE)
#: Words that nearly every sentence of the one language has and none of the other.
_WELSH = _words(
    "yr yn ac mae oedd wedi gan ar sydd bod dros gyda neu fel hyn ein eu ei dim nid ond oherwydd hefyd cafodd ddim fod lle sy "
    "mewn wrth rhwng heb eich bydd byddai gwnaeth holl yng ym er fwy llai a'r i'r o'r â'r y"
)
_ENGLISH = _words(
    "the of and to in is for that was with by on be are as has have from this which were been their will or an it not at"
)
#: So many of these words must have been seen before a language is told.
_LEAST = 4
_SHARE = 0.8
#: Words of which a short text need have two only, where it has none of English: they stand in no English sentence.
_ONLY_WELSH = _WELSH - _words("yr er ac ar hyn y bod nid dim am") | _words(
    "nifer trosedd troseddau droseddau cynnydd gynnydd gostyngiad ostyngiad gostyngodd cynyddodd cofnodwyd roedd llynedd swyddogion swyddog "
    "galwadau blwyddyn flwyddyn chwarter bu dioddefwyr bobl arestiwyd mis o'i wrth gyfer"
)
#: Words of Welsh that mean something else beside English ones: "yr" is short for year.
_ALSO_WELSH = _words("yr er ac ar hyn y o i am")
#: A paper without any of these has no Welsh sentence, so that its words need not be looked at.
_MAY_BE_WELSH = re.compile(
    rf"\b{by_first_letter('mae|wedi|sydd|oedd|hyn|gyda|hefyd|yn|yr|y|nifer|troseddau|droseddau|cofnodwyd|roedd')}\b"
)


def language_of(text: str) -> str | None:
    """``cy`` or ``en`` where the commonest words tell, None for a text that is too short or of neither.

    Examples: ``Mae nifer y troseddau wedi gostwng yn ystod y flwyddyn`` is cy, ``The number of crimes has fallen`` is en,
    ``Gostyngodd y troseddau 5%`` is cy,
    ``Llanelli | 12`` is None.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    welsh, english = sum(w in _WELSH for w in words), sum(w in _ENGLISH for w in words)
    if welsh + english < _LEAST:
        only = {w for w in words if w in _ONLY_WELSH}
        return "cy" if only and not english and len(only | {w for w in words if w in _ALSO_WELSH}) > 1 else None
    if welsh >= _SHARE * (welsh + english):
        return "cy"
    return "en" if english >= _SHARE * (welsh + english) else None


def welsh_of(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers (from 0) of the blocks that are Welsh; one that does not tell is of the language of those around it."""
    texts = [_text_of(block) for block in blocks]
    if not any(map(_MAY_BE_WELSH.search, texts)):
        return frozenset()
    told = [language_of(text) for text in texts]
    # What is told by two words says nothing of the blocks around it.
    sure = [language if _function_words(text) >= _LEAST else None for language, text in zip(told, texts, strict=True)]
    before, after = _carried(sure), _carried(sure[::-1])[::-1]
    return frozenset(
        at
        for at, block in enumerate(blocks)
        # A heading that does not tell begins what follows, a table or a short line goes with what stands above it.
        if (told[at] or (after[at] if _is_heading(block) else before[at] or after[at])) == "cy"
    )


def _function_words(text: str) -> int:
    """How many of a text's words belong to one of the two languages."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return sum(w in _WELSH or w in _ENGLISH for w in words)


def not_read_as_welsh(blocks: Sequence[Block], welsh: Set[int]) -> list[Problem]:
    """What to tell of the Welsh blocks: nothing is lost where the paper says the same in English, which is told with the pages."""
    if not welsh:
        return []
    pages = sorted({_page_of(blocks[at]) for at in welsh})
    where = f"On page {pages[0]}" if len(pages) == 1 else f"On pages {', '.join(map(str, pages))}"
    if len(welsh) == len(blocks):
        message = (
            f"{where} the text is Welsh, which this program does not read: look for the English version of the paper."
        )
        return [Problem(code="welsh_only", message=message, page=pages[0])]
    message = f"{where} the text is Welsh; its figures were not read, so that those of the English text are not counted twice."
    return [Problem(code="welsh", message=message, severity="info", page=pages[0])]


def _page_of(block: Block) -> int:
    return block.grid.page if isinstance(block, TableBlock) else block.page


def _carried(told: Sequence[str | None]) -> list[str | None]:
    """Each language, or the last one told before it."""
    out: list[str | None] = []
    for one in told:
        out.append(one or (out[-1] if out else None))
    return out


def _is_heading(block: Block) -> bool:
    return not isinstance(block, TableBlock) and block.kind == "heading"


def _text_of(block: Block) -> str:
    if isinstance(block, TableBlock):
        return " ".join([block.caption or "", *(cell.text for cell in block.grid.cells)])
    return block.text
