"""The days of meetings: of the paper's own, the next, an earlier one, or that of another body."""

from __future__ import annotations

import re

from extract.dates.words import BY, Wording
from extract.headings import has_verb
from extract.times.days import weekday_at
from extract.wording import word_set

_HEAD = re.compile(
    r"^\W*(?:(?:meeting\s|panel\s|committee\s|board\s)?date(?:\s*(?:/|and|&)\s*time)?(?:\s+of\s+(?:the\s+)?meeting)?\W*|.{0,80}?\bto be held(?:\s+(?:on|at)[^.]{0,60})?\W*)$",
    re.IGNORECASE,
)
#: The words before "meeting" say whose it is: "its meeting", "the last meeting of the Panel", "the Strategic Scrutiny meeting".
_MEETING = re.compile(
    r"\b(?P<whose>(?:[\w&'’/-]+\s){0,6})(?P<noun>meetings?|minutes|(?:committee|board|panel|cabinet|forum|group)(?=\s(?:was\s|to\sbe\s)?held\b|\s(?:last\s|next\s|will\s|is\sdue\sto\s){0,2}(?:met|meets?|convened?s?|sat|gathered|reconvened)\b)|(?<=\bnext\s)(?:panel|committee|board)(?=\s(?:is|will\sbe|takes\splace)\b))\b(?P<of>(?:\s(?:of|for|with)\s(?:the\s|a\s|its\s)?[\w&,'’ -]{3,90}?)?)"
    r"(?:,?\s(?:which\s|that\s)?(?:was|were|is|are|be|which|has been|had been|would be|will be))?(?:,?\s\(?(?:held|scheduled|planned|set|expected|proposed|fixed|booked|confirmed|rearranged|provisionally|currently|took place|take place|takes place|convened?s?|gathered|sat|arranged|to be held|to take place|due to|will|last|next|met|meets?|again|called|twice|once|virtually|remotely|online)){0,4}"
    r"(?:\s(?:at|in|via)\s(?-i:(?:the\s)?(?:[A-Z][\w'’-]*[, ]{0,2}){1,8}))?(?:,?\s?(?:on|of|in|dated|at|for|from|as|,))?(?:\sthe)?\W{0,3}$",
    re.IGNORECASE,
)
#: "The Panel's meeting to consider your proposals was held on", "the meeting at which it was agreed took place on".
_MEETING_THAT = re.compile(
    r"\b(?P<whose>(?:[\w&'’/-]+\s){0,6})meeting,?\s(?:to|that|which|who|where|called|convened|at\swhich)\s[^.;:]{3,90}?\s"
    r"(?:held|took\splace|take\splace|takes\splace|convened|scheduled|arranged|planned)\b(?:\s(?:at|in|via)\s[^.;:]{3,60}?)?\s(?:on|in|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\W{0,3}(?:and\s(?:[A-Z]\w+\s)\d{4}\s)?(?P<whose>(?:[\w&'’]+\s){0,8}?)meetings?\b", re.IGNORECASE)
#: "The Panel will review the report when they meet on", "14 June 2018, when the Panel last met".
_THEY_MEET = re.compile(
    r"\b(?P<who>they|members|it|we)\s(?P<when>(?:next\s|last\s|will\s|then\s|also\s|first\s){0,2})(?:meets?|met)\s(?:again\s|virtually\s|remotely\s|online\s)?(?:on|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
#: An hour that stands between "will next meet" and its day: "meet at 10am on".
_HOUR_BEFORE = re.compile(
    r"\bat\s(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|noon|hours|hrs)?|noon|midday)\s(?=(?:on\s)?(?:the\s)?$)",
    re.IGNORECASE,
)
_WHEN_MET = re.compile(
    r"\W{0,3}when\s(?:the\s)?(?P<whose>(?:[\w&'’]+\s){0,6}?)(?:last\s|next\s)?(?:met|meets?)\b", re.IGNORECASE
)
#: A panel is also called by its initials.
_INITIALS = {"panel": "pcp"}
#: Days before one in a list: "meetings on 20 April 2023, 29 June 2023 and".
_LISTED_DAYS = re.compile(
    r"(?:(?:[A-Z][a-z]+day\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2}(?:st|nd|rd|th)?)(?:,?\s\d{4})?(?:\s\([^()]{1,40}\))?(?:,\s(?:and\s)?|\sand\s|;\s))+$"
)
#: "Future meeting dates below:", "Dates of the meetings of the Board:".
_DATES_OF = re.compile(
    r"\b(?:meeting\sdates?|dates?\s(?:of|for)\s(?:[\w'’-]+\s){0,6}meetings?)\b[^.]{0,30}$", re.IGNORECASE
)
#: A list of the days of meetings with their hours, run into one line: "the Meeting Schedule for 2019/20 Monday, 17/06/19 @ 2.00 pm".
_SCHEDULE = re.compile(
    r"\b(?:meetings?\s(?:schedules?|timetables?|calendars?|programmes?|cycles?|dates?)|(?:schedule|timetable|calendar|programme|cycle|dates)\s(?:of|for)\s(?:the\s|its\s|future\s)?(?:[\w&’'-]+\s){0,5}?meetings)\b"
    r"(?P<days>(?:[^.;]|\.(?=\d|m)|(?<=m)\.)*)$",
    re.IGNORECASE,
)
#: All that stands between its days besides them and their hours.
_BETWEEN_DAYS = word_set(
    "and at on am pm noon hours from in case of the a precept budget veto required if provisional reserve for is are as follows year coming next municipal meeting only be will"
)
_SMALL_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
_OPENING = 80
#: Of several meetings to come only the first would be the next, and that is not told.
_MANY = re.compile(r"\bmeetings\b|\bmeeting\sdates\b", re.IGNORECASE)
#: "an update since the last meeting", "Notes of the Scrutiny Meeting": what tells whose it is stands behind the last of these.
_UP_TO_WHOSE = re.compile(r"^.*\b(?:since|at|from|to|after|before|by|of|for|in|during)\b", re.IGNORECASE)
#: What a body does when it meets: "the Panel last considered this on".
_DOES = r"(?:considered|discussed|received|reviewed|noted|heard|scrutinised|told|informed|advised|assured)\b[^.;]{0,60}?\s(?:on|in)\s(?:the\s)?$"
_WILL_DO = r"(?:consider|discuss|receive|review|scrutinise)\b[^.;]{0,60}?\s(?:on|in)\s(?:the\s)?$"
#: Not every "Panel in May" is a meeting: "joined the Panel in May".
_JOINED = re.compile(
    r"\b(?:joined|joins|left|leaves|chaired|elected\s(?:to|as|onto)|appointed\s(?:to|as|onto))\s(?:the\s)?(?:[\w&]+\s){1,6}(?:in|on)\s(?:the\s)?$"
    r"|\b(?:agreed|approved|endorsed|vetoed|ratified)\sby\s(?:the\s)?(?:[\w&]+\s){1,6}(?:in|on)\s(?:the\s)?$"
    r"|\b(?:sent|circulated|emailed|posted|forwarded|supplied|made\savailable)\s(?:\w+\s)?to\s(?:the\s)?(?:[\w&]+\s){1,6}(?:in|on)\s(?:the\s)?$"
    r"|\b(?:wrote|written|letters?|emailed|replied|responded|on\sbehalf)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
#: Before these nothing tells whose meeting it is: "It was noted that the next meeting", "Members agreed at the last meeting".
_SAID = re.compile(
    r"^.*\b(?:that|when|where|because|if|noted|agreed|reported|advised|informed|asked|confirmed|resolved|considered)\b",
    re.IGNORECASE,
)
_BODY_LINE = re.compile(
    r"\b(?:panel|committee|board|meeting|cabinet|council|forum|pcp|pfcp)(?:\W{1,4}|\s(?:meeting\s)?(?:to be held\s|held\s)?(?:on|for)\s(?:the\s)?)$",
    re.IGNORECASE,
)
#: A day in the head that has a name of its own.
_OTHER_DAY = re.compile(r"\b(?:decision|published|issued|dispatch\w*|despatch\w*|publication)\b", re.IGNORECASE)
#: The name of a body that meets, alone behind its day in a list: "4 July – Joint Executive Board, decision making".
_BODY_BEHIND = re.compile(
    r"\s{0,3}[:–—|-]?\s{1,8}(?:(?:[A-Z][\w’'&-]*|of|and|the|for|on|in|meeting)[,\s]+){0,9}?(?:Panel|Board|Committee|Forum|Council|Cabinet|Sub-Committee|(?:G|g)roup|(?:M|m)eeting|(?:C|c)ommittees|Boards)\b(?:,\s(?:[\w’'&-]+\s?){1,5})?\W*$"
)
#: The bodies that meet, in the name of one.
MEETS = re.compile(r"\b(?:panel|committee|board|meeting|cabinet|council|forum)\b", re.IGNORECASE)
#: An hour behind a day: "13 March 2025, at 3.00 pm", "12 December - 1000 hours".
_AT_HOUR = re.compile(
    r"\W{0,4}(?:time\W{1,3})?(?:at\s|@\s?|from\s|commencing\s(?:at\s)?|starting\s(?:at\s)?)?(?:\d{1,2}(?:[.:]?\d\d)?\s?(?:hours|hrs|[ap]\.?m\b|noon)|\d{1,2}[.:]\d\d(?![\d%]))",
    re.IGNORECASE,
)
#: What else may stand behind the day in the head of a paper: its place, or what the paper is.
_AT_PLACE = re.compile(r"\W{0,4}(?:(?:(?i:at|in|venue)\W{1,2}(?:the\s)?)[A-Z]|(?i:agenda|minutes|supplement)\b)")
_MEETINGS_ARE = re.compile(r"\bmeetings\b[^.]*$", re.IGNORECASE)
#: Where a report was before the panel, told beside its title: "Quarter 1 of 2024/25 (meeting of".
_IN_BRACKETS = re.compile(r"\((?:panel\s|at the\s|the\s)?meeting\s(?:of|on|held\son)\s(?:the\s)?$", re.IGNORECASE)
_SIGNED = re.compile(r"\W*chair(?:man|woman|person)?\W*$", re.IGNORECASE)
# "Following the last meeting" is after it, "at the following meeting" the next.
_NEXT = re.compile(r"\b(?:next|forthcoming|following(?=\s+(?:(?:panel|committee|board)\b|$)))\b", re.IGNORECASE)
_TURN = re.compile(r"\b(?:last|next)\b", re.IGNORECASE)
_PLAIN = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "this",
        "that",
        "last",
        "previous",
        "next",
        "earlier",
        "extraordinary",
        "special",
        "annual",
        "ordinary",
        "agm",
        "public",
        "of",
        "at",
        "to",
        "in",
        "from",
        "minutes",
        "held",
        "draft",
        "meeting",
        "meetings",
        "adjourned",
        "additional",
        "informal",
        "formal",
        "date",
        "future",
        "before",
        "after",
        "since",
        "and",
        "s",
        "following",
        "forthcoming",
        "first",
        "second",
        "third",
        "final",
        "planned",
        "scheduled",
        "actions",
        "action",
        "matters",
        "arising",
        "minute",
        "extra",
        "emergency",
        "remote",
        "virtual",
    ]
)


def meeting_role(w: Wording) -> str | None:
    """``meeting``, ``next_meeting`` or ``previous_meeting`` where the date is the day of a meeting, else None.

    In a paper for the panel's meeting of 12 October 2015 "The next meeting of the Panel is scheduled to take place on 10 December"
    is the ``next_meeting``, "the next meeting of the Joint Management Board on the 30 September" a ``meeting``.
    """
    if not w.exact or w.found.period.start is None or BY.search(w.before):
        return None
    if w.heading and (_HEAD.search(w.lead) or _names_meeting(w)):
        return "meeting"
    if w.heading and not w.sentence[: w.at].strip(" .,:;()–-|*•") and _BODY_BEHIND.match(w.rest):
        return "meeting"
    if (
        w.in_head
        and not _OTHER_DAY.search(w.lead)
        and w.found.stretch.precision == "day"
        and w.found.period.start == w.own_day
        and not has_verb(w.sentence)
    ):
        # The lines of the head may be run together: "POLICE AND CRIME PANEL 6 February 2020 Report of the Commissioner".
        return "meeting"
    if w.found.stretch.precision == "day" and (listed := _SCHEDULE.search(w.sentence[: w.at])):
        between = _SMALL_WORD.findall(listed["days"])
        if _AT_HOUR.match(w.rest) or {*between} <= _BETWEEN_DAYS:
            return "meeting"
    words = _whose(w)
    if words is None and _AT_HOUR.match(w.rest) and (told := _MEETINGS_ARE.search(w.sentence[: w.at])):
        words = told.group() if w.own_body.lower() in w.sentence.lower() else w.sentence[: w.at]
    if words is None:
        return None
    if _IN_BRACKETS.search(w.lead):
        return "meeting"
    if w.own_day is None:
        # The day of the paper's own meeting is not known: only the words tell whether this one was before it or is to come.
        if w.heading or not _own(words, w.own_body) or _of_another(w):
            return (
                "next_meeting"
                if _NEXT_MEETING.search(w.lead) and _own(words, w.own_body) and not _of_another(w)
                else "meeting"
            )
        return _by_its_words(w, words)
    if w.found.period.start <= w.own_day <= (w.found.period.end or w.found.period.start):
        return "meeting"
    if not _own(words, w.own_body) or _of_another(w):
        return "meeting"
    if w.later:
        return "meeting" if _MANY.search(w.lead) else "next_meeting"
    return "meeting" if _NEXT.search(words) else "previous_meeting"


def _by_its_words(w: Wording, words: str) -> str:
    """The role of a meeting of the paper's own body, where only the words tell it: ``The Panel's next meeting is on``."""
    if _NEXT.search(words) or _NEXT_MEETING.search(w.lead):
        return "meeting" if _MANY.search(w.lead) else "next_meeting"
    before = (
        _LAST.search(words)
        or _LAST_MET.search(w.lead)
        or (_MINUTES_OF.search(w.lead) and _CONFIRMED.search(w.sentence))
    )
    return "previous_meeting" if before else "meeting"


#: "Date of next meeting - 27 September".
_NEXT_MEETING = re.compile(
    r"\bnext\s(?:panel\s|committee\s|board\s|scheduled\s|ordinary\s|public\s)?meeting\b", re.IGNORECASE
)
_LAST = re.compile(r"\b(?:last|previous)\b", re.IGNORECASE)
_LAST_MET = re.compile(r"\blast\s(?:met|sat|convened|considered|discussed)\b[^.;]{0,60}$", re.IGNORECASE)
_MINUTES_OF = re.compile(r"\bminutes\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"\b(?:confirm|approv|sign|agree|accept|correct|accurate|true)\w*\b", re.IGNORECASE)


def _names_meeting(w: Wording) -> bool:
    """True for a line that gives the day of the paper's own meeting and no words, or only the body that meets, or who signs.

    ``Friday 22 November 2019`` under the name of a panel, ``Kent and Medway Police and Crime Panel - 6 February 2024``.
    """
    start, end = w.found.period.start, w.found.period.end
    if start is None or (w.own_day is not None and not start <= w.own_day <= (end or start)):
        return False
    alone = not w.lead.strip(" .,:;()–-|*")
    weekday = weekday_at(w.sentence, w.at) is not None and not has_verb(w.rest)
    if alone and w.in_head and (weekday or (w.own_day is not None and _AT_HOUR.match(w.rest))):
        return True
    if alone and _SIGNED.match(w.after):
        return True
    if not w.in_head:
        return False
    closes = not w.after.strip(" .,:;()–-|*")
    if _BODY_LINE.search(w.lead):
        return closes or bool(_AT_HOUR.match(w.rest) or _AT_PLACE.match(w.rest))
    return alone and closes


def _whose(w: Wording) -> str | None:
    """The words that say whose meeting it is; None where the date is not that of a meeting."""
    if m := _MEETING.search(_HOUR_BEFORE.sub("", _LISTED_DAYS.sub("", w.lead))):
        noun = "" if m["noun"].lower().startswith("meeting") else m["noun"]
        if _PART_OF_BODY.search(m["whose"].lower()):
            return f"{m['whose']}{noun}"
        return f"{_UP_TO_WHOSE.sub('', m['whose'])} {m['of']} {noun}"
    if m := _DATES_OF.search(w.lead):
        return m.group()
    # Minutes open with it: "28 January 2022 – At a meeting of the Panel held at County Hall".
    if m := _AFTER.match(w.after if w.lead.strip() else w.rest[:_OPENING]) or _WHEN_MET.match(w.after):
        return m["whose"]
    if m := _MEETING_THAT.search(w.lead):
        return _UP_TO_WHOSE.sub("", m["whose"])
    if m := _THEY_MEET.search(w.lead):
        # "We met on": the paper may speak for another body than the one that it is for.
        return w.own_body if m["who"].lower() != "we" or _TURN.search(m["when"]) else m["who"]
    own = w.own_body.lower()
    if not MEETS.fullmatch(own) or _JOINED.search(w.lead):
        return None
    if re.match(
        rf"\s{own}\b(?!\s(?:members?|reports?|papers?|chair\w*|agenda|recommendations?|website)\b)", w.after, re.I
    ):
        return own
    met = rf"\b{re.escape(own)}(?:'s|’s)?\s(?:(?:in|on)\s(?:the\s)?$|(?:last\s|first\s|previously\s|was\s|were\s|had\s|has\s)?{_DOES}|will\s(?:next\s|again\s)?{_WILL_DO})"
    return own if re.search(met, w.lead, re.IGNORECASE) else None


def _own(words: str, own_body: str) -> bool:
    """True where the words name the paper's own body, or none at all ("its last meeting").

    ``the Kent and Medway Police and Crime Panel`` is the panel's, ``the Joint Audit Panel`` and ``the Panel's Budget Working Group`` not.
    """
    said = _SAID.sub("", words).lower()
    named = re.findall(r"[\w&]+", said)
    own = own_body.lower()
    if own in named or _INITIALS.get(own) in named:
        return own not in _INITIALS or not (_PART_OF_BODY.search(said) or _OTHER_PANEL.search(said))
    return all(word in _PLAIN for word in named)


#: A body that a panel has beside itself: "the Panel's Budget Working Group", "the complaints sub-committee of the Panel".
_PART_OF_BODY = re.compile(
    r"\b(?:sub-?\s?(?:committee|panel|group)|(?:working|task|steering|reference|focus|finance|complaints|scrutiny)(?: and finish)? (?:group|party)|group|committee|board|cabinet|council)\b"
)
#: Panels that are none of police and crime: "Ethics Panel", "Out of Court Disposals Panel".
_OTHER_PANEL = re.compile(
    r"\b(?:audit|ethics?|advisory|disposals?|scrutiny|selection|appointments?|interview|recruitment|misconduct|conduct|appeals?|review|custody|"
    r"youth|citizens?|residents?|community|legitimacy|force|search|consultative|assurance|complaints?|engagement|equality|diversity|victims?|"
    r"budget|finance|evaluation|grants?|funding|awards?|commissioning|strategic|hearings?|independent|joint)\s+(?:[\w&]+\s+){0,2}?panel\b"
)
_POINTS_BACK = re.compile(r"\b(?:its|their|they|it|this|that)\b[^.;]*$", re.IGNORECASE)
_A_BODY = re.compile(
    r"(?P<name>(?:[\w&'’-]+\s){0,5})(?P<noun>[Pp]anel|PCP|[Cc]ommittee|[Bb]oard|[Cc]abinet|[Cc]ouncil|[Ff]orum|[Gg]roup|[Aa]uthority)\b"
)


def _of_another(w: Wording) -> bool:
    """True where "its" is that of another body of the sentence: ``goes to the Audit Committee at its next meeting on``."""
    points = _POINTS_BACK.search(w.lead)
    if points is None:
        return False
    bodies = list(_A_BODY.finditer(w.lead, 0, points.start()))
    if not bodies:
        # "The Audit Committee met in May. Its next meeting is on": what a sentence is about mostly stands first.
        bodies = list(_A_BODY.finditer(re.split(r"[.;]\s", w.previous.rstrip(" .;"))[-1]))[:1]
    return bool(bodies) and not _own(bodies[-1].group(), w.own_body)
