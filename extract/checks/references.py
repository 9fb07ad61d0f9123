"""C16: what a paper refers to (a paragraph, a table, a figure, an appendix) is there, and is about what the reference says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extract.blocks import Block, Figure, Passage, Section, TableBlock
from extract.checks.texts import Papers, PaperTexts, PlacedText
from extract.wording import word_set
from schema.reading import Check, CheckResult

_NUMBER = r"\d{1,2}(?:\.\d{1,3}){0,3}"
_LIST = r"(?P<ids>{one}(?:(?:\s?,\s?|\s?(?:and|&|or)\s)(?:{one}))*)"
_PARAGRAPH = re.compile(
    rf"(?<!sub-)(?<!sub)\b(?:paragraphs?|paras?\.?)\s{{0,2}}{_LIST.format(one=_NUMBER)}(?![\d%/]|\.\d|\s?(?:%|million|percent|per\scent))",
    re.IGNORECASE,
)
_TWO_PARTS = (
    r"(?P<ids>\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)(?![\d%/:]|\s?(?:%|[ap]\.?m\b|million|hours|hrs|percent|per\scent|FTE))"
)
#: "as referenced at 3.23", "(see 4.2)": without a noun the number must have two parts, and be no clock time.
_BARE = (
    re.compile(
        r"\b(?:referenced?|referred\sto|mentioned|outlined|described|detailed|set\sout|explained|discussed|stated)\s(?:above\s|below\s)?"
        rf"(?:at|in|under)\s{_TWO_PARTS}",
        re.IGNORECASE,
    ),
    # These words stand before other figures too, so nothing may follow that is counted.
    re.compile(
        rf"\b(?:see(?:\salso)?|refer\sto|shown|noted)\s(?:(?:at|in|under)\s)?{_TWO_PARTS}(?=\s?(?:[.,;:)\]]|$)|\s(?:above|below|and|of\sthis)\b)",
        re.IGNORECASE,
    ),
)
_SECTION = re.compile(
    rf"\bsections?\s{_LIST.format(one=_NUMBER)}(?![\d%/]|\.\d)(?P<here>\s(?:above|below|of\sthis\s(?:report|paper)))?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?P<kind>[Tt]able|[Ff]igure|[Ff]ig\.|[Cc]hart|[Gg]raph)s?\s(?P<ids>\d{1,2}[a-z]?)(?![\d%.:]\d|[\d%])"
)
_APPENDED = re.compile(
    r"\b(?P<kind>(?i:appendix|appendices|annexe?|annexes))\s(?P<ids>(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\d{0,2}))(?![\w/])"
)
#: What follows says that another document is meant: "section 5 of the Act", "Table 3 of the bulletin".
_ELSEWHERE = re.compile(
    r"\s?(?:\([^)]{0,30}\)\s?)?(?:of|to|in|from)\s(?!this\b|the\s(?:report|paper)\b(?!\s(?:of|to|from|by|on|dated|presented|submitted|considered)\b)|appendix\b|annex\b|section\b|part\b)[\w]|\s?,?\s(?:schedule|police\s(?:reform|act)|\w+\sAct\b)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:act|code|regulations?|schedule|order|circular|bulletin|constitution|protocol|guidance|statute)\b",
    re.IGNORECASE,
)
#: A reference to the thing itself at the beginning of a passage is its name, not a reference.
_NAME = re.compile(
    r"\W{0,4}(?:(?P<shown>table|figure|fig\.|chart|graph)\s(?P<n>\d{1,2}[a-z]?)\b|(?P<appended>appendix|annexe?)\s(?P<id>(?:[A-Z]|\d{1,2}|[IVX]{1,4})\d{0,2})\b)(?!\s(?:is|are|shows?|sets?|provides?|gives?|contains?|details?|below|above|and|to|of)\b)",
    re.IGNORECASE,
)
#: With one of these every reference to a thing begins, and what leads to a paragraph without its noun; "para 1" is the shortest.
_NAMES = ("table", "fig", "chart", "graph", "append", "annex")
_LEADS = (
    *("refer", "mentioned", "outlined", "described", "detailed", "set", "explained", "discussed", "stated"),
    *("see", "shown", "noted"),
)
_POINTED = re.compile(r"\d\.\d")
_SHORTEST, _LONGEST_NAME = 6, 200
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
_COMMON = word_set("""
    that this with from have been will which were their into also when where there these those between above below further
    detail details reference referenced refers referred paragraph paragraphs section report paper outlined described shown
    mentioned noted about under over than then they them some such each more most much many made make does done police
    commissioner constabulary force crime panel chief constable office year years given following including
    """)
_BREAK = re.compile(r"[.;:()]\s|\s[–—-]\s|,\s(?:and|which|but|so)\s")
#: With so many numbered paragraphs of one form a number that is not among them is missing, not unread.
_NUMBERED = 5
_TWO = 2
#: Where more paragraphs than these have the words, it cannot be told which is meant.
_MEANT = 3
#: The share of the paragraphs above which a word tells none of them apart.
_COMMON_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference at ``text.text[start:end]`` to the thing ``id`` of a kind (``paragraph``, ``table``, ``appendix`` …)."""

    text: PlacedText
    start: int
    end: int
    kind: str
    id: str

    @property
    def printed(self) -> str:
        return self.text.text[self.start : self.end]


def check_references(papers: Papers, figures: Sequence[Figure] = ()) -> Iterator[Check]:
    """Every reference inside a paper; one that other papers alone could answer is not checkable.

    ``figures`` are the charts and pictures of its pages, whose captions are names too.

    Examples: "see paragraph 9.9" where the paragraphs end at 5.21 fails; "the Strategic Alliance with Cumbria as referenced at 3.23"
    fails where 3.23 has none of these words and 3.20 has them all; "Appendix C" in a report that was published without
    appendices is not checkable.
    """
    references = {number: list(_references(paper.texts)) for number, paper in papers.items()}
    if not any(references.values()):
        return
    names = {number: _names(_printed(paper)) for number, paper in papers.items()}
    charted = _names(figure.caption for figure in figures if figure.caption)
    everywhere = _all_names(names.values())
    for number, paper in papers.items():
        named = _all_names((names[number], charted))
        paragraphs = _Paragraphs(_paragraphs(paper.blocks) if references[number] else {})
        told: set[tuple[str, str, str]] = set()
        for reference in references[number]:
            check = (
                _of_paragraph(reference, paragraphs)
                if reference.kind == "paragraph"
                else _of_name(reference, named, everywhere)
            )
            same = (reference.kind, reference.id, check.result)
            if check.result != "ok" and same in told:
                continue
            told.add(same)
            yield check


def _references(texts: Sequence[PlacedText]) -> Iterator[_Reference]:
    for text in texts:
        line = text.text
        if len(line) < _SHORTEST:
            continue
        for m in _PARAGRAPH.finditer(line) if text.has("para") else ():
            if not _is_elsewhere(line, *m.span()):
                yield from (_Reference(text, *m.span(), "paragraph", id) for id in re.findall(_NUMBER, m["ids"]))
        for pattern in _BARE if _POINTED.search(line) and text.has(*_LEADS) else ():
            for m in pattern.finditer(line):
                yield _Reference(text, *m.span(), "paragraph", m["ids"])
        for m in _SECTION.finditer(line) if text.has("section") else ():
            # "Section 17", "section 151 officer" are of an Act; a paper's own section has a point, or words that say so.
            if ("." in m["ids"] or m["here"]) and not _is_elsewhere(line, m.start(), m.end("ids")):
                yield from (
                    _Reference(text, m.start(), m.end("ids"), "paragraph", id) for id in re.findall(_NUMBER, m["ids"])
                )
        for pattern in (_SHOWN, _APPENDED) if text.has(*_NAMES) else ():
            for m in pattern.finditer(line):
                if _NAME.match(line) and m.start() < 4:
                    continue
                if not _is_elsewhere(line, *m.span()):
                    yield _Reference(text, *m.span(), _kind(m["kind"]), m["ids"].upper())


def _is_elsewhere(line: str, start: int, end: int) -> bool:
    return bool(
        _ELSEWHERE.match(line, end)
        or _OTHERS.search(line, end, end + 40)
        or _OTHERS.search(line, max(0, start - 30), start)
    )


def _kind(word: str) -> str:
    word = word.lower().rstrip(".")
    if word.startswith(("append", "annex")):
        return "appendix"
    return "figure" if word in ("fig", "figure") else word


def _all_names(named: Iterable[Mapping[str, set[str]]]) -> dict[str, set[str]]:
    """All that several papers name, by kind."""
    out: dict[str, set[str]] = defaultdict(set)
    for names in named:
        for kind, ids in names.items():
            out[kind] |= ids
    return out


def _printed(paper: PaperTexts) -> Iterator[str]:
    """Everything in which a paper may name a table, a figure or an appendix of its own."""
    sections: set[Section] = set()
    for block in paper.blocks:
        sections.update(block.sections)
        if isinstance(block, TableBlock):
            yield from (text for text in (block.caption, block.lead) if text)
        elif block.number:
            yield block.number
    yield from (f"{s.number or ''} {s.text}" for s in sections)
    for text in paper.texts:
        if text.has(*_NAMES) and (text.cell is None or len(text.cell.text) < _LONGEST_NAME):
            yield text.cell.text if text.cell else text.text


def _names(texts: Iterable[str]) -> dict[str, set[str]]:
    """The tables, figures and appendices that texts name at the beginning of a line, by kind."""
    named: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for line in text.splitlines():
            if m := _NAME.match(line.lstrip()):
                kind, id = (_kind(m["shown"]), m["n"]) if m["shown"] else ("appendix", m["id"])
                named[kind].add(id.upper())
    return named


def _of_name(reference: _Reference, named: Mapping[str, set[str]], everywhere: Mapping[str, set[str]]) -> Check:
    kind, id = reference.kind, reference.id
    if id in named.get(kind, ()) or id in everywhere.get(kind, ()):
        return _told(reference)
    others = sorted(named.get(kind, ()))
    # With one other of its kind the rest may be in a file apart; with more they are here, and this one is not.
    if len(others) < _TWO:
        return _told(reference, result="not_checkable")
    shown = ", ".join(others[:8])
    return _told(reference, why=f"there is no {kind} {id} in the paper, which has {shown}")


def _paragraphs(blocks: Sequence[Block]) -> dict[str, str]:
    """The text of each numbered paragraph and section: its own words and those of what stands under it."""
    out: dict[str, list[str]] = defaultdict(list)
    current: str | None = None
    for block in blocks:
        for section in block.sections:
            if number := _plain(section.number):
                out[number].append(section.text)
        if isinstance(block, Passage):
            if number := _plain(block.number):
                current = number
            elif block.kind == "heading":
                current = None
            if current is not None:
                out[current].append(block.text)
        elif current is not None:
            out[current] += [c.text for c in block.grid.cells]
    return {number: " ".join(texts) for number, texts in out.items()}


def _plain(number: str | None) -> str | None:
    """``3.23``, ``2.1.`` and ``4.`` without a last point; None for "(i)" and "Part 1"."""
    m = re.fullmatch(rf"({_NUMBER})[.)]?", number.strip()) if number else None
    return m[1] if m else None


class _Paragraphs:
    """The numbered paragraphs of a paper, and the words in them, found when they are first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    @cached_property
    def words(self) -> dict[str, set[str]]:
        """The words that tell what each paragraph is about, by its number."""
        return {number: _content(text) for number, text in self.texts.items()}

    @cached_property
    def everywhere(self) -> set[str]:
        """The words of so many paragraphs that they tell none from another: the name of the county."""
        counted = Counter(word for words in self.words.values() for word in words)
        return {word for word, times in counted.items() if times > max(3, _COMMON_SHARE * len(self.texts))}


def _of_paragraph(reference: _Reference, paragraphs: _Paragraphs) -> Check:
    id = reference.id
    form = id.count(".")
    alike = [number for number in paragraphs.texts if number.count(".") == form]
    under = [number for number in paragraphs.texts if number.startswith(f"{id}.")]
    if id not in paragraphs.texts and not under:
        if len(alike) < _NUMBERED:
            return _told(reference, result="not_checkable")
        return _told(reference, why=f"the paper has no paragraph {id}")
    words = _beside(reference)
    if len(words) >= _TWO:
        words -= paragraphs.everywhere
    if len(words) < _TWO or any(words & paragraphs.words.get(number, set()) for number in (id, *under)):
        return _told(reference)
    own = _own_number(reference)
    meant = [number for number in alike if number not in (id, own) and words <= paragraphs.words[number]]
    if not 1 <= len(meant) <= _MEANT:
        return _told(reference)
    said, which = " ".join(sorted(words)), " and ".join(meant)
    has = "has" if len(meant) == 1 else "have"
    why = f"paragraph {id} has none of the words beside the reference ({said}); {which} {has} them all"
    return _told(reference, why=why, computed=which)


def _own_number(reference: _Reference) -> str | None:
    """The number of the paragraph in which a reference stands."""
    block = reference.text.block
    return _plain(block.number) if isinstance(block, Passage) else None


def _beside(reference: _Reference) -> set[str]:
    """The names beside a reference, in its clause: ``{"strategic", "alliance", "cumbria"}``; all its words where it has no names."""
    before = reference.text.text[max(0, reference.start - 120) : reference.start]
    clause = _BREAK.split(before)[-1]
    names = {w for w in re.findall(r"(?<=\s)[A-Z][A-Za-z'’-]{3,}", clause)}
    return _content(" ".join(names)) if len(names) >= _TWO else _content(clause)


def _content(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text.lower())} - _COMMON


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without the s of its plural or owner."""
    word = re.sub(r"['’]s?$", "", word)
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _told(
    reference: _Reference, *, why: str | None = None, computed: str | None = None, result: CheckResult = "ok"
) -> Check:
    name = f"{reference.kind.capitalize()} {reference.id}"
    return Check(
        code="C16",
        result="fail" if why else result,
        label=f"Reference to {name}",
        places=(reference.text.place(reference.start, reference.end),),
        printed=reference.printed if why else None,
        computed=computed,
        why=why,
        severity="suspicious" if why else None,
        paper=reference.text.paper,
        quote=reference.text.quote(reference.start, reference.end),
    )
