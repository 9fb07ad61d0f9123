"""What a head says the paper is: its title, the body that meets, the office that reports, and the kind of paper."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extract.names.force_names import mentions
from extract.papers.heads import HeadLine, PaperHead
from extract.times.days import MONTH, parse_day

_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("Police, Fire and Crime Panel", r"\bpolice,?\s*fire,?\s*(?:and|&)\s*crime\s+panel\b"),
        ("Police and Crime Panel", r"\bpolice\s*(?:and|&)\s*crime\s+panel\b"),
        ("Strategic Scrutiny Meeting", r"\bstrategic\s+scrutiny\s+meeting\b"),
        ("Police and Crime Committee", r"\bpolice\s*(?:and|&)\s*crime\s+committee\b"),
    )
)
_OTHER_BODY = re.compile(
    r"^(?P<name>(?:[A-Z][\w&'’,-]*\s+|(?i:and|of|the|for)\s+){0,8}"
    r"(?:(?i:Cabinet(?:\s+(?:Sub-?\s*)?Committee)?)|(?<=\s)(?i:Committee|Board|Assembly|Council|Panel|Forum|(?:Scrutiny\s+)?Meeting))"
    r"(?:\s+[-–]\s+[A-Z][^\W\d][\w&',\s-]{2,60})?)\W*$"
)
_DAY_BEHIND = re.compile(r"(?<![\s,–-])[\s,–-]+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$", re.IGNORECASE)
_COMMISSIONER = re.compile(
    r"\b(?P<name>police,?\s*(?:fire,?\s*)?(?:and|&)\s*(?:rescue\s+and\s+)?crime\s+commissioner)\b", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"{MONTH}\s*(?:(?:19|20)\d\d)?")
_COUNCIL = re.compile(r"^[\w&'’,\s-]{2,60}\b(?:council|authority)$", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:A\s*G\s*E\s*N\s*D\s*A(?:\s+(?:pack|contents|template))?|minutes|public|private|confidential|restricted|official.*|not\s+protectively\s+marked|"
    r"paper\s+marked.*|(?:agenda\s+)?item(?:\s+no\.?)?\s*\w{0,4}|appendix\s*\w{0,3}|annex\s*\w{0,3}|version\b.*|draft|final|report|membership.*|"
    r"members?\s+of\b.*|dear\b.*|contact(?!\s+(?:services?|with|centre|management|and|performance|handling|resolution)\b).*|(?:date\s*/\s*)?time\s*[:–-].*|tel(?:ephone)?\b.*|e-?mail\b.*|phone\b.*|(?:direct\s+)?dial\b.*|ask\s+for\b.*|location\b.*|venue\b.*|"
    r"please\s+note.*|notice\b.*|note\s*[:–-].*|meeting\s+to\s+be\s+held\b.*|to\s+be\s+held\b.*|held\s+(?:on|at)\b.*|page\b.*|present\b.*|"
    r"(?:un)?restricted\s+items|exempt\s+items|yours\b.*|in\s+(?:committee|council|conference)\b.*|https?:.*|www\..*|"
    r"(?:cllr|councillor|mr|mrs|ms|miss|dr|sir|col)\b\.?.*|produced\s+by\b.*|statistician\b.*|(?:q(?:uarter)?\s?[1-4]|\d{4}(?:/\d{2,4})?)(?:\W+\d{4}(?:/\d\d)?)?|£m|working)$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:committee\s+room|county\s+hall|town\s+hall|council\s+(?:house|chamber|offices)|civic\s+(?:centre|offices))\b",
    re.IGNORECASE,
)
_BAD_METADATA = re.compile(
    r"^(?:microsoft\s+\w+\s*-.*|untitled.*|agenda(?:\s+template)?|minutes|document\s*\d*|template|report|slide\s*\d*|.*\.(?:docx?|pdf|indd|xlsx?|rtf)|\W*)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:officer|director|constable|commissioner|superintendent|head|manager|executive|treasurer|co-?ordinator|secretariat|solicitor|clerk|"
    r"counsel|chair(?:man|person)?|analyst|accountant|mayor|office|department|unit|leader|cabinet\s+member|team|constabulary|police|opcc|opfcc)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"^(?:mr|mrs|ms|miss|dr|sir|dame|c/?insp|insp|det\.?|supt|sgt|pc|dc)\b\.?", re.IGNORECASE)
_REACH = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|e-?mail)\b.*$|[\w.+-]+@[\w.-]+|\+?\d[\d\s()-]{6,}\d|\(\s*\)|\[\s*\]",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("minutes", r"^\W*(?:draft\s+)?(?:minutes|notes?\s+of\s+(?:the|a|last)\b.*meeting)\b"),
        ("scrutiny plan", r"\bscrutiny\s+(?:plan|programme)\b"),
        ("work programme", r"\bwork\s+(?:programme|plan)\b"),
        ("decision", r"\b(?:decision\s+(?:notice|record|report)|record\s+of\s+decision|notice\s+of\s+decision)\b"),
        ("annual report", r"\bannual\s+report\b"),
        ("performance report", r"\bperformance\b|\bdashboard\b|\bscorecard\b|\bquarterly\s+(?:monitoring|report)\b"),
        (
            "budget report",
            r"\b(?:budget|precept|financ\w+|revenue|capital|treasury|outturn|medium\s+term|mtf[sp]|reserves|savings|council\s+tax|"
            r"key\s+service\s+statement)\b",
        ),
        ("statistics", r"\bstatistic\w*|\bmonthly\b.*\bsummary\b|\bcasualties\b|\bcensus\b|\bcrime\s+figures\b"),
        ("plan", r"\b(?:plan|strategy|framework)\b(?!\s+(?:update|thematic|monitoring|progress|report))\W*(?:\d.*)?$"),
        ("report", r"\b(?:report|update|review|briefing|summary|overview|progress|inspection)\b"),
    )
)
_SMALL = frozenset(("and", "of", "the", "for", "in", "on", "to", "a", "an", "at", "by", "with"))


def in_title_case(text: str) -> str:
    """A name printed in capitals as it is written in a sentence: ``STRATEGIC SCRUTINY MEETING``, ``Strategic Scrutiny Meeting``."""
    if not text.isupper():
        return text
    words = text.lower().split()
    return " ".join(w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words))


def body_of(texts: Sequence[str]) -> str | None:
    """The body that meets, by the first line that names one; panels by their plain name, whatever the force.

    Examples: ``Leicester, Leicestershire and Rutland Police and Crime Panel`` is the Police and Crime Panel, ``REPORT TO:
    STRATEGIC SCRUTINY MEETING`` the Strategic Scrutiny Meeting, ``KENT COUNTY COUNCIL`` over ``CABINET`` the Cabinet.
    """
    short = [" ".join(text.split()) for text in texts if len(text.split()) <= 22]
    for text in (*short, " ".join(short)):
        for name, pattern in _BODIES:
            if pattern.search(text):
                return name
    council = None
    for text in short:
        if match := _OTHER_BODY.match(_DAY_BEHIND.sub("", text)):
            name = in_title_case(match["name"].strip()).removeprefix("The ")
            if " " not in name and name != "Cabinet":
                continue
            if not name.lower().endswith("council"):
                return name
            council = council or name
    if council:
        return council
    for text in (*short, " ".join(short)):
        if match := _COMMISSIONER.search(text):
            return (
                "Police, Fire and Crime Commissioner"
                if "fire" in match["name"].lower()
                else "Police and Crime Commissioner"
            )
    return None


def is_name_of_body(text: str) -> bool:
    """True for a line that only names a body, an office or a force: ``POLICE & CRIME PANEL``, ``Lancashire Constabulary``."""
    bare = " ".join(text.split()).strip(" .:–-")
    rest = bare
    for mention in reversed(list(mentions(bare))):
        rest = rest[: mention.start] + rest[mention.end :]
    for _, pattern in _BODIES:
        rest = pattern.sub("", rest)
    rest = _COMMISSIONER.sub("", rest)
    if not re.search(
        r"[a-z]{3}", re.sub(r"\b(?:the|of|for|and|office)\b", "", rest, flags=re.IGNORECASE), re.IGNORECASE
    ):
        return True
    return bool(_COUNCIL.match(bare) or (_OTHER_BODY.match(bare) and len(bare.split()) <= 8))


def title_of(head: PaperHead, metadata: str | None = None) -> str | None:
    """The title of a paper: labelled, else the first line of the head that is not a name, a date or a mark.

    ``metadata`` is the title that the file itself states; it is taken where it is printed too, or where nothing else is.

    Examples: under ``POLICE AND CRIME PANEL`` and ``Meeting to be held on 12th October 2015`` the line ``Police & Crime Plan
    Performance Monitoring Report``; of ``Subject | FORCE CHANGE PROGRAMME UPDATE`` the value.
    """
    stated = clean_metadata(metadata)
    if given := head.first("title"):
        return given
    candidates = [line for line in head.lines if _may_be_title(line.text)]
    if stated and any(_alike(line.text, stated) for line in candidates):
        return stated
    if candidates:
        return _whole_title(candidates)
    return stated


def clean_metadata(title: str | None) -> str | None:
    """A title from a file's own data where it is one: not ``Microsoft Word - x.doc``; ``(Public Pack)`` is left out."""
    text = " ".join((title or "").split())
    text = re.sub(r"^\((?:public|private)\s+pack\)\s*", "", text, flags=re.IGNORECASE)
    return None if _BAD_METADATA.match(text) or len(text) < 6 else text


def _alike(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a).lower() == re.sub(r"\W+", "", b).lower()


def _may_be_title(text: str) -> bool:
    words = text.split()
    if "@" in text or not words or len(words) > 24 or len(text) < 5 or not re.search(r"[A-Za-z]{3}", text):
        return False
    if (
        _NO_TITLE.match(text)
        or _VENUE.search(text)
        or is_name_of_body(text)
        or re.match(r"^\W*(?:\d+[.)]?|[a-z]\))\s", text)
    ):
        return False
    if text.endswith((".", ";", ",")) and len(words) > 12:
        return False
    if parse_day(text) and (_WEEKDAY.search(text) or len(words) <= 6):
        return False
    undated = _MONTH_YEAR.sub("", text).strip(" ,:–-")
    return len(undated) > 3 and not is_name_of_body(undated)


def _whole_title(candidates: Sequence[HeadLine]) -> str:
    """The first candidate, with the lines on which a long printed title goes on."""
    first = candidates[0]
    parts, last = [first.text], first
    for line in candidates[1:3]:
        if first.size is None or line.size != first.size or line.page != last.page or line.line != last.line + 1:
            break
        if not (len(last.text) > 45 or line.text[:1].islower()):
            break
        parts.append(line.text)
        last = line
    return " ".join(parts)


def minutes_title(opening: str) -> str:
    """The title of minutes from the sentence that opens them, up to where they were held: ``Minutes of a meeting of the Panel``."""
    title = in_title_case(re.split(r"\s+held\b", opening, maxsplit=1)[0].strip(" ,"))
    return title[:1].upper() + title[1:].replace("INUTES", "inutes", 1) if title[:7].isupper() else title


def author_of(head: PaperHead) -> str | None:
    """The office that reports, as printed; never a phone number, an address or the name of a private person.

    Examples: ``Report of | CHIEF CONSTABLE`` is the CHIEF CONSTABLE; ``Contact for further information A. Name, 01772 …, Office of
    the Police and Crime Commissioner`` is that office; ``Author | MS A. NAME`` is none.
    """
    for role in ("author", "writer"):
        for known, value in head.labelled:
            if known == role and (office := _office(value)):
                return office
    return None


def _office(value: str) -> str | None:
    """The office in a value that may also hold a person's name, before or behind a comma."""
    parts = [" ".join(part.split()).strip(" .:–-") for part in re.split(r"[,;(|]|\s[-–]\s", _REACH.sub(" ", value))]
    for at, part in enumerate(parts):
        if _OFFICE.search(part) and not _PERSONAL.match(part) and not _RANK_AND_NAME.match(part):
            more = itertools.takewhile(
                lambda text: text and not _PERSONAL.match(text) and not re.search(r"\d", text), parts[at + 1 : at + 2]
            )
            return ", ".join([part, *more]) if at == 0 else part
    return None


_RANK_AND_NAME = re.compile(
    r"^(?:(?:temporary|acting|detective|chief|assistant|deputy)\s+)*(?:superintendent|inspector|sergeant|constable)\s+"
    r"(?!of\b|for\b|and\b|\()[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*$",
    re.IGNORECASE,
)


def kind_of(title: str | None, head: PaperHead) -> str | None:
    """The kind of a paper by its title, else by the lines of its head; a paper with a head and no telling word is a report.

    Examples: ``Police & Crime Plan Performance Monitoring Report`` is a performance report, ``DRAFT STRATEGIC SCRUTINY PLAN`` a
    scrutiny plan, ``Minutes of a meeting of the Panel`` minutes.
    """
    if any(_KINDS[0][1].match(line.text) for line in head.lines[:8]):
        return "minutes"
    for text in (title, *(line.text for line in head.lines[:12] if _may_be_title(line.text))):
        for kind, pattern in _KINDS:
            if text and pattern.search(text):
                return "report" if kind == "statistics" and head.first("author") else kind
    return "report" if title or head.labelled else None
