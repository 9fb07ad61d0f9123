"""What a date is for: the day of a meeting, the period of figures, a deadline, a launch, told from the words around it."""

from __future__ import annotations

import re

from extract.dates.meetings import meeting_role
from extract.dates.words import (
    BY,
    CONTRACT,
    COUNTED,
    COVERS,
    DATA,
    DATA_TO,
    DECIDED,
    DECISION,
    DOCUMENT_DATE,
    GOES_ON,
    HAPPENS,
    IN_EFFECT,
    LAUNCH,
    MONEY_AHEAD,
    NAMED,
    NAMES_PLAN,
    NAMES_REPORT,
    NOTICE_DATE,
    OCCASION,
    PLAN,
    PUBLICATION,
    PUT_OFF,
    SHARE,
    SOURCES,
    STOCK,
    SUCCESSIVE,
    Wording,
    is_future,
)
from extract.headings import has_verb

_NAMED = re.compile(r"(?:[A-Z][\w’'&-]*\s){1,5}\(?$")
_LEVELS = re.compile(r"\s?(?:levels?|trends?)\b")
#: A figure behind a day: "(31 March 2020: 2,187)".
_GIVES = re.compile(r"\s?:\s?£?\d")
_SINCE = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)
#: "Since 1 July, we have seen", not "since the 23 March lockdown".
_CLAUSE = re.compile(r"\W{1,3}(?:we|there|the|a|an|\d+)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|during|by|since)\s$", re.IGNORECASE)
#: "On 13 December the Chief Constable and the PFCC decided to": who decides stands behind the day.
_ON = re.compile(r"^\W*(?:(?:and|but|then|later),?\s)?(?:on|in)\s(?:[A-Z][a-z]+day,?\s)?(?:the\s)?$", re.IGNORECASE)
_DECIDES = re.compile(
    r"\W{0,2}\s?(?:[\w’'&,.-]+\s){1,12}?(?:(?:was|were|been|have|has|had|also|then|formally|jointly|unanimously)\s)*(?:decided|agreed|approved|resolved|endorsed|ratified|determined|signed\soff|voted|authorised|vetoed|confirmed)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:approved|agreed|authorised|ratified|signed)\s?:\s*$|\bdate\sof\s(?:the\s)?decision\W*$|\bdecision\s(?:date|made|taken|signed)\s?[:–-]\s*$"
    r"|\bsigned\s(?:the\s|a\s|this\s)?(?:decision|record|notice)\b[^.;]{0,40}\s(?:on|in)\s(?:the\s)?$"
    r"|\b(?:made|took)\s(?:the|this|that|a|his|her|its)\s(?:final\s)?decision\s(?:on|in)\s(?:the\s)?$|\bdecision\s[A-Z]{0,6}[\d/-]*\d\sdated\s$",
    re.IGNORECASE,
)
#: What came out on a day: "Report published:", "The settlement was announced on", "the inspection report (".
_OUT = re.compile(
    r"\b(?:published|released|issued|announced)\s?:\s*$|\b(?:was|were|been)\s(?:\w+ly\s)?announced\s(?:on|in)\s(?:the\s)?$"
    r"|\b(?:results|report|figures|statistics|findings|guidance|data|profiles?)\s(?:came|come)\sout\s(?:on|in)\s(?:the\s)?$|\b(?:report|bulletin|newsletter|press\srelease|statement|guidance|circular)s?\s\($",
    re.IGNORECASE,
)
#: How long somebody is paid or engaged: "commissioned until", "was awarded to Victim Support for three years from", "Contract period:".
_ENGAGED = re.compile(
    r"\b(?:contract|agreement|grant|lease|licence)\s(?:period|term|dates?|start(?:\sdate)?|end(?:\sdate)?|expiry(?:\sdate)?|length|duration)\s?[:–-]?\s*(?:(?:is|was|runs?)\s)?(?:from\s)?$"
    r"|\b(?:contracts?|agreements?|lease|licence)\s(?:is|are|was|were|runs?|ran|lasts?)\s(?:for\s)?(?:the\speriod\s|a\speriod\sfrom\s|from\s|between\s|until\s)+(?:the\s)?$"
    r"|\b(?:commissioned|contracted|retained|engaged|appointed)\b[^.;:]{0,40}?\b(?:until|up\sto|through\sto)\s(?:the\s)?(?:end\sof\s)?$"
    r"|\bawarded\sto\s[^.;:]{3,60}?\sfor\s(?:\w+)\s(?:years?|months)\s(?:from|starting|beginning)\s(?:on\s)?$"
    r"|\bagreements?\s(?:started|began|commenced|starts|begins|commences|ended|ends|expires|expired)\s(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: A day by which something is to be done: "Target date:", "by midday on".
_TARGET = re.compile(
    r"\b(?:target|completion|due|end|implementation)\sdate(?:\sfor\s[^.;:]{1,60})?\s?:\s*$|\bby\s(?:midday|noon|midnight|close)\s(?:on\s|of\s)?(?:the\s)?$",
    re.IGNORECASE,
)
#: What begins when it is first there: "The service began on", "The pilot started in".
_BEGAN = re.compile(
    r"\b(?:service|scheme|pilot|programme|project|initiative|hub|helpline|system|unit|fund|campaign|trial|partnership|portal|app|course|rollout|roll-out)s?\s"
    r"(?:(?:has|had|was|then|first|formally|officially)\s)*(?:began|begun|started|commenced|opened|went\slive|was\srolled\sout)(?:\s(?:for|to)\s[^.;]{3,40}?)?\s(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: "The strategy covers 2023 to 2027", "a plan for 2022 to 2025".
_PLAN_COVERS = re.compile(
    r"\b(?:plan|strategy|framework|programme)\s(?:(?:which|that)\s)?(?:covers|covering|spans|runs|is|will\srun|will\scover)\s(?:for\s)?(?:(?:the\s)?period\s)?(?:from\s|between\s)?(?:the\s)?$",
    re.IGNORECASE,
)
#: The date of a letter.
_DATED = re.compile(
    r"(?<!\bstart)(?<!\bend)(?<!\bdue)(?<!\btarget)(?<!\bclosing)(?<!\bexpiry)(?<!\breview)(?<!\bcompletion)(?:^|\s)Date\s?:\s*$",
    re.IGNORECASE,
)
#: "By 31 March 2023 the force had 2,012 officers" counts; "had been appointed" tells what was to be done.
_BY_THEN = re.compile(
    r"\W{0,2}\s?(?:[\w'’-]+\s){1,4}?(?:had|stood\sat|totalled|numbered|was|were)\s(?:just\s|over\s|nearly\s|around\s|about\s|a\stotal\sof\s)?£?\d",
    re.IGNORECASE,
)
#: A window that opens and closes: "opened on 1 March and closed on 31 March".
#: The month of an issue: "Chief Constable's update - April 2014", "Newsletter, June 2019"; of "Performance update" it is that of its figures.
_ISSUE = re.compile(
    r"(?!.*\b(?:performance|crime|figures|data|statistics|monthly|quarter\w*|dashboard|scorecard|budget|finance|financial|meeting|panel|committee|board)\b)"
    r".{0,80}\b(?:update|newsletter|bulletin|briefing|blog|column|news|message|report|statement|review|e-?bulletin)\b.{0,60}?[\s,(:|–-]{1,3}$",
    re.IGNORECASE,
)
_OF_FIGURES = re.compile(
    r"(?!.*\b(?:meeting|panel|committee|board)\b).{0,80}\b(?:performance|crime|figures|data|statistics|dashboard|scorecard)\b.{0,40}?[\s,(:|–-]{1,3}$",
    re.IGNORECASE,
)
#: "questions no later than Wednesday", which is no comparison.
_NO_LATER = re.compile(r"\b(?:no|not)\slater\sthan\s(?:the\s)?$", re.IGNORECASE)
#: "The consultation runs until 13 March".
_OPEN_UNTIL = re.compile(
    r"\b(?:consultation|survey|applications?|bidding|nominations?|round|fund|window|questionnaire|scheme)\b[^.;]{0,60}\b(?:runs?|is|are|remains?|stays?|was|were|ran|continues?)\s(?:(?:now|still|also)\s)?(?:open\s)?(?:for\s[^.;]{3,40}\s)?until\s(?:the\s)?$",
    re.IGNORECASE,
)
#: "the Commissioner until 15 February to answer".
_UNTIL = re.compile(r"\buntil\s(?:the\s)?$", re.IGNORECASE)
_TO_DO = re.compile(
    r"\s(?:in which\s)?to\s(?:report|respond|reply|answer|review|consider|object|comment|appeal|apply|submit|return|decide|issue|notify|make|give|send|spend|bid|revise|publish|complete|confirm)\b",
    re.IGNORECASE,
)
#: "Closing date: 12 April 2018", "Deadline for bids: noon, 3 May".
_DUE = re.compile(
    r"\b(?:(?:closing\sdate|deadline|last\sday)(?:\sfor\s[^.;:]{1,60}?)?\s?[:–-]?\s?|(?:due(?:\sdate|\sby|\son)?|by\swhen|(?:complete|return|respond|reply|submit|apply)\sby)(?:\sfor\s[^.;:]{1,60})?\s?:\s?)"
    r"(?:(?:noon|midnight|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|noon)|close\sof\s(?:play|business))(?:,|\son)?\s)?$",
    re.IGNORECASE,
)
#: The second and third of several: "The closing dates are 30 September and 31 December".
_CLOSING = re.compile(
    r"\b(?:closing\sdates?|deadlines?)(?:\sfor\s[^.;:]{1,60}?)?\s(?:is|are|was|were|will\sbe|fall\son|fell\son)(?:\son)?\s(?:the\s)?(?:[\w ,]{0,60}(?:,|\band)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
#: An entry of a list that its time opens: "October 2021: visit to the control room".
_ENTRY = re.compile(r"\s?[:–—-]\s+[A-Za-z]")
#: The number of a decision right before its day: "WPCC3-0062, 1st July 2022", "Decision 12/2018 (4 May 2018)".
_REFERENCE = re.compile(
    r"(?:^|[\s(])(?:(?i:decision(?:\s(?:notice|record|log|number|no\.?|ref\.?))?)\s[A-Z]{0,6}[\d/-]*\d|(?:PCD|DN|DMPC|PCCDN|OPCCDN|PCC\sDN)[\s-]?\d+(?:[/-]\d+)?|"
    r"[A-Z]{2,6}\d?-\d{3,5}|[A-Z]{2,6}/\d{2,4}/\d{2,4})\s?[,:(–-]{1,2}\s?(?:(?:dated|of|signed|made|taken)\s(?:on\s)?)?$"
)
#: What was counted over some years: "Between 2010 and 2019 the force lost 408 officers".
_LOST = re.compile(
    r"\W{0,2}\s?(?:[\w’'-]+\s){1,5}?(?:lost|gained|cut|shed|fell|rose|grew|dropped|saved|saw|went|came|doubled|halved|reduced|increased|decreased|declined|made)\b[^.;]{0,60}?\d",
    re.IGNORECASE,
)
#: "at the end of March 2023 burglary was 31 per cent", "had 2,012 officers"
_STOOD = re.compile(
    r"\W{0,2}\s?(?:[\w’'-]+\s){1,6}?(?:was|were|had|stood|totalled|numbered)\s(?:at\s)?(?:(?:about|around|some|over|nearly|just)\s){0,2}£?\d",
    re.IGNORECASE,
)
_REST = re.compile(r"[A-Za-z]{2,}")
_CLOSES = re.compile(r"\band\s(?:will\s)?(?:clos|end|finish)", re.IGNORECASE)
#: "Inspectors visited between 5 and 9 July and published": the day is that of the first verb.
_DID = re.compile(r"[a-z]ed\b", re.IGNORECASE)
_NOUN = re.compile(r"\s[A-Za-z]")
_AT = re.compile(r"\bat\s*$", re.IGNORECASE)
_AT_THE = re.compile(r"\bat\s(?:the\s)?$", re.IGNORECASE)
_FEW_WORDS = 4
#: So many letters beside a date are about it.
_NEAR = 50
#: The entries of a list of sources have at most so many words.
_LISTED = 10


def role(w: Wording) -> str:
    """The type of a date, one of the contract's words.

    ``"in place by the end of 2016"`` is a ``deadline``, ``"In July the Commissioner opened the Preston branch"`` a ``launch``,
    ``"covers the time period 10th July to 25th September 2015"`` a ``period``, ``"Crime Plan 2013-2018"`` a ``plan``.
    """
    if w.decides and w.exact and DECIDED.search(w.lead) and not BY.search(w.lead):
        return "decision"
    if found := meeting_role(w):
        return found
    if (
        w.exact
        and w.own_day
        and not w.lead.strip(" .,:;()–-|*")
        and not w.after.strip(" .,:;()–-|*")
        and _ENTRY.match(w.rest)
    ):
        return "plan" if w.later else "event"
    if w.exact and not (w.lead + w.after).strip(" .,:;()–-|*"):
        # The day of a notice or a letter stands alone over it or under it.
        return "publication" if w.at_edge and w.found.stretch.precision == "day" else "other"
    if w.heading and w.exact and w.found.stretch.precision == "month" and not _REST.search(w.rest):
        if _ISSUE.match(w.sentence[: w.at]):
            return "publication"
        if _OF_FIGURES.match(w.sentence[: w.at]) and not DOCUMENT_DATE.search(w.lead):
            return "period"
    if w.exact and NAMED.search(w.lead) and (named := _role_of_name(w)):
        return named
    if (w.heading and w.long and PLAN.search(w.before)) or (not w.single and _PLAN_COVERS.search(w.lead)):
        return "plan"
    if told := _role_by_lead(w):
        return told
    if w.exact and w.found.stretch.precision == "day" and PUBLICATION.search(w.own[-80:]):
        return "publication"
    if _is_period(w):
        return "period"
    if w.exact and _UNTIL.search(w.lead) and (_TO_DO.match(w.rest) or _OPEN_UNTIL.search(w.lead)):
        return "deadline"
    if w.exact and _REFERENCE.search(w.lead):
        return "decision"
    if w.exact and (_DUE.search(w.lead) or _CLOSING.search(w.lead)):
        return "deadline"
    if BY.search(w.before) and (w.single or w.found.stretch.first is None) and not _is_axis(w):
        return "deadline"
    if _is_publication(w):
        return "publication"
    if w.found.stretch.precision == "year" and not w.single:
        if _LOST.match(w.after) and not w.later:
            return "period"
        return "period" if DATA.search(w.clause) and not PLAN.search(w.clause) else "plan"
    if PLAN.search(w.clause) and (IN_EFFECT.search(w.clause) or w.long):
        return "plan"
    if CONTRACT.search(w.near) or (not w.single and GOES_ON.match(w.sentence) and CONTRACT.search(w.previous)):
        return "contract"
    if PUT_OFF.search(w.before):
        return "deadline"
    if (
        LAUNCH.search(w.near if w.own == w.before else f"{w.own} {w.after[:_NEAR]}")
        or (IN_EFFECT.search(w.near) and w.earlier)
    ) and not w.long:
        return "launch"
    if (
        DECISION.search(w.before)
        or _DECIDED.search(w.lead)
        or (w.exact and _ON.match(w.lead) and _DECIDES.match(w.rest))
    ):
        return "decision"
    if w.found.stretch.precision in ("year", "financial_year"):
        return _role_of_year(w)
    if w.ahead and w.lasting:
        return "plan"
    if OCCASION.search(w.clause) or (HAPPENS.search(w.clause) and (w.found.stretch.precision == "day" or not w.ahead)):
        return "event"
    return "plan" if w.ahead else "event"


def _role_by_lead(w: Wording) -> str | None:
    """What the words right before a date say by themselves: ``Decision date:``, ``The pilot started in``, ``commissioned until``."""
    if _ENGAGED.search(w.lead):
        return "contract"
    if not w.exact:
        return None
    if _DECIDED.search(w.lead):
        return "decision"
    if _TARGET.search(w.lead):
        return "deadline"
    if w.found.stretch.precision == "day" and _OUT.search(w.lead):
        return "publication"
    return "launch" if _BEGAN.search(w.lead) and not CONTRACT.search(w.sentence) else None


def _role_of_name(w: Wording) -> str | None:
    """A date that only names a paper: ``the January 2015 MTFS`` is a ``plan``, ``the June 2014 report`` a ``publication``."""
    if NAMES_PLAN.match(w.after):
        return "plan"
    return "publication" if NAMES_REPORT.match(w.after) else None


def _is_axis(w: Wording) -> bool:
    """True in the title of a chart or table, whose "by" names what it is broken down by: "Share of population, by 2014 casualties"."""
    return w.heading and w.found.stretch.precision == "year" and bool(_NOUN.match(w.after)) and not has_verb(w.sentence)


def _is_publication(w: Wording) -> bool:
    """True for the day on which something came out: "was published on", "In April the VPC issued a bulletin"."""
    if DOCUMENT_DATE.search(w.lead) or NOTICE_DATE.search(w.lead) or (w.heading and _DATED.search(w.lead)):
        return w.exact
    listed = len(w.sentence.split()) <= _LISTED or not has_verb(w.sentence)
    if SOURCES.search(w.section) and w.exact and w.heading and listed:
        return True
    if w.found.stretch.precision == "financial_year" and not _WHEN.search(w.before):
        # "published its report for 2021/22" tells what it is about.
        return False
    if PUBLICATION.search(w.own[-80:]):
        return True
    return len(w.before.split()) < _FEW_WORDS and not _DID.search(w.before) and bool(PUBLICATION.search(w.after))


def _is_period(w: Wording) -> bool:
    """True where the date tells what figures are about."""
    stretch, period = w.found.stretch, w.found.period
    if stretch.kind == "week":
        return not w.later and (bool(DATA.search(w.clause) or STOCK.match(w.after)) or not w.lead.strip())
    if stretch.kind in ("rolling_12_months", "year_to_date"):
        return not (CONTRACT.search(w.near) and w.long)
    if stretch.kind == "open":
        return not w.later and not PUT_OFF.search(w.before)
    if stretch.kind in ("quarter", "half_year"):
        return not is_future(w.clause)
    if (
        w.exact
        and stretch.first is not None
        and stretch.first.edge == "end"
        and _AT_THE.search(w.lead)
        and _STOOD.match(w.after)
    ):
        return True
    if (COVERS.search(w.before) or DATA_TO.search(w.lead)) and not (
        (w.single and w.later) or _NO_LATER.search(w.before)
    ):
        return True
    if stretch.kind == "calendar_year" and DATA.search(w.sentence):
        return True
    if not w.single and stretch.precision == "month":
        return not is_future(w.clause) and (bool(DATA.search(w.before[-40:])) or not HAPPENS.search(w.clause))
    if not w.single and stretch.precision == "day":
        whole = period.type not in ("day", "range") and not CONTRACT.search(w.near)
        if _CLOSES.search(w.sentence[w.at : w.to]):
            return False
        counted = DATA.search(w.lead if w.heading else w.clause) or DATA.search(w.clause) or STOCK.match(w.after)
        return whole or (bool(counted) and not HAPPENS.search(w.clause))
    if w.exact and not w.later and BY.search(w.before) and _BY_THEN.match(w.after):
        return True
    if STOCK.match(w.after) and w.earlier and stretch.single and not LAUNCH.search(w.before):
        return True
    if SUCCESSIVE.search(w.clause) and stretch.precision == "month":
        return True
    if stretch.precision == "day" and not w.ahead and stretch.first is not None and stretch.first.edge is None:
        if _SINCE.search(w.before) and _CLAUSE.match(w.after) and (SHARE.search(w.after) or COUNTED.search(w.after)):
            return True
        return bool(STOCK.match(w.after) or _GIVES.match(w.rest) or _AT.search(w.lead)) or (
            bool(SHARE.search(w.lead[-12:])) and w.lead.endswith("(")
        )
    if w.long or w.ahead or stretch.precision == "day":
        return False
    if stretch.first is not None and stretch.first.edge == "end" and _AT.search(w.lead):
        return True
    if stretch.first is not None and stretch.first.edge is not None:
        return False
    if (
        (SHARE.search(w.after[:_NEAR]) or SHARE.search(w.before[-_NEAR:]))
        and not LAUNCH.search(w.clause)
        and not HAPPENS.search(w.clause)
    ):
        return True
    counted = COUNTED.search(w.sentence) and DATA.search(w.sentence)
    return bool(counted) and not LAUNCH.search(w.clause) and not HAPPENS.search(w.clause)


def _role_of_year(w: Wording) -> str:
    """A year or a financial year: a plan for the time to come, the period of what was counted, an event of the past, or a name."""
    period = w.found.period
    if _LEVELS.match(w.after):
        return "other"
    if w.heading and _NAMED.search(w.before.strip() + " "):
        return "plan" if PLAN.search(w.before) else "other"
    if w.ahead or (MONEY_AHEAD.search(w.clause) and period.end and w.own_day and period.end >= w.own_day):
        return "plan"
    if w.found.stretch.precision == "financial_year":
        return "period"
    edge = w.found.stretch.first.edge if w.found.stretch.first else None
    return "event" if edge or HAPPENS.search(w.clause) or not DATA.search(w.clause) else "period"
