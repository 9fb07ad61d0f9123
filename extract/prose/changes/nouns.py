"""Changes told by a noun: "a 16% decrease in recorded offences", "an increase of 39 recorded offences"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.prose.changes.by_how_much import SECOND, changed_by, with_other_units
from extract.prose.changes.what_changed import named_after, object_of_verb, told_right_before
from extract.prose.changes.words import DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from extract.prose.claims import Claim, Claims, index_at
from extract.prose.frame import COUNT, MONEY, PERCENT, TIME, Frame, M, N, P, S
from extract.prose.phrases import after, before, subject
from extract.wording import small_words

_NOUN = small_words(f"{UP_NOUN}|{DOWN_NOUN}|change") + r"(?!-)"
_ADJECTIVE = (
    r"(?:\s+(?:overall|further|slight|average|significant|estimated|annual|year[\s-]on[\s-]year|large|small|net|general|marked|"
    r"projected|real[\s-]terms|cash|funding|precept|budget|percentage|point|points))"
)
#: What only says how something changed.
_ONLY_HOW = re.compile(
    r"cash|real[\s-]terms|(?:(?:statistically|very|fairly|relatively)\s+)?(?:significant|marked|slight|sharp|steady|small|large|modest|notable|"
    r"substantial|huge|considerable|welcome|dramatic|clear|big|minor|major|year[\s-]on[\s-]year|annual)"
)
_OTHERS_DID = re.compile(r"\s+(?:forces\s+|areas\s+|districts\s+)?(?:saw|had|showed|recorded|reported|experienced)\b")
_FIGURE_NOUN = re.compile(
    rf"(?P<first>{P}|{M}|{N})(?P<points>\s+(?:\w+\s+)?points?)?(?:\s*\(\s*(?P<aside>{N}|{M})(?:\s+[a-z]+){{0,3}}\s*\))?(?P<what>{_ADJECTIVE}{{0,3}})\s+(?P<noun>{_NOUN})\b"
)
#: The same change after its noun: "a 3.4% rise (+412 crimes) in violence".
_ASIDE = re.compile(rf"\s*\(\s*(?P<to>to\s+)?(?P<first>{N}|{M}|{P})(?:\s+[a-z]+){{0,3}}\s*\)")
_NOUN_FIGURE = re.compile(
    rf"(?P<noun>{_NOUN})\b(?P<gap>[^.;:()]{{0,110}}?)"
    rf"(?:(?<=[a-z]),\s*|\b(?P<tie>of|equating\s+to|equivalent\s+to|amounting\s+to|by|at|was|is|totalling)\s+(?:an?\s+)?(?:further\s+|additional\s+|total\s+of\s+)?|\s+\(|:\s*)(?P<first>{P}|{N}|{M}|{S}){SECOND}"
)
#: What may not stand between a noun of change and its figure: another clause, another change.
_OTHER_CLAUSE = re.compile(
    rf"\b(?:with|which|that|however|but|and\s+the|is|are|was|were|has|have|had|will|would|accounting|enabled|remains?|{UP_VERB}|{DOWN_VERB}|{UP_NOUN}|{DOWN_NOUN})\b"
)
_CHANGE_IN = re.compile(rf"(?P<noun>{_NOUN})\b(?=\s+in\s)")
_COMPARED = re.compile(r"\b(?:compared|from|than|previous|last|against)\b")
_APPOSED = re.compile(
    r"(?:[,;]|–|-|\()\s*(?:which\s+(?:is|was|represents)\s+|representing\s+|being\s+|or\s+)?an?\s+(?:\w+\s+){0,2}$"
)
_HAD_ONE = re.compile(rf"\s+an?\s+(?:{UP_NOUN}|{DOWN_NOUN})\b")
#: What some of those asked would like: "60% would like to see an increase of more than 2%".
_WISHED = re.compile(
    rf"{PERCENT}[^.;]{{0,80}}\b(?:like|want\w*|prefer\w*|support\w*|favour\w*|accept\w*|oppos\w*|agree\w*|willing|prepared|happy|back(?:ed|ing))\b[^.;{COUNT}-{TIME}]{{0,40}}$"
)
_WHOLE = frozenset(["offences", "crimes", "incidents", "cases"])
_CLOSING = re.compile(r"[\s),]*")
_DETERMINED = re.compile(r"\s+(?:the|an?|its?|our|their)\b")
_ADJECTIVES = re.compile(r"(?:\w*(?:all|ther|ght|age|ant|ted|ual|net|ral|ked|points?)\s*)+")


def noun_changes(frame: Frame) -> Claims:
    """Changes told by a noun.

    Examples: ``a 16% decrease in recorded offences``, ``an increase of 39 recorded offences``, ``a slight increase, just under 6%, in
    the number of victims``, ``a reduction of around 180 police officer posts``, ``police precept increase of 1.5%``.
    """
    told = set()
    for match in _FIGURE_NOUN.finditer(frame.shape):
        told.add(match.start("noun"))
        if _WISHED.search(frame.shape[: match.start()]):
            continue
        if match["noun"].lower() == "change" and not frame.figures[index_at(frame, match.start("first"))].figure.signed:
            continue
        aside = _ASIDE.match(frame.shape, match.end("noun"))
        label = named_after(frame, aside.end() if aside else match.end("noun"))
        if (
            not label
            and (what := frame.text[match.start("what") : match.end("what")].strip())
            and not _ADJECTIVES.fullmatch(what)
        ):
            label = f"{what} {match['noun']}"
        apposed = not label and _APPOSED.search(frame.shape[: match.start()])
        claim = changed_by(
            frame, match, "first", label, match["noun"], of=_measured_before(frame, match.start()) if apposed else None
        )
        yield claim
        if match["aside"]:
            # "a 5.5% (1,184 more) increase in the number solved"
            yield changed_by(frame, match, "aside", label, match["noun"], of=claim.figure)
        if aside and aside["to"]:
            # "a 2.1 point decrease (to 15.0%) in the solved rate"
            yield Claim(index_at(frame, aside.start("first")), label, "actual", "current", of=claim.figure)
        elif aside:
            yield changed_by(frame, aside, "first", label, match["noun"], of=claim.figure)
    for match in _nouns_with_figures(frame):
        if match.start("noun") in told and not match["second"]:
            # "a £3.06 increase from the part of £160.92": it has its figure.
            continue
        index = index_at(frame, match.start("first"))
        label = _of_noun(frame, match, index)
        apposed = not label and _APPOSED.search(frame.shape[: match.start("noun")])
        told_before = told_right_before(frame, match.start("noun")) if apposed else None
        if apposed and told_before is None and index and apposed.group().startswith(";"):
            told_before = index - 1
        yield from with_other_units(frame, match, label, match["noun"], of=told_before)


def _measured_before(frame: Frame, at: int) -> int | None:
    """The figure of which an apposition at ``at`` tells, past the limit of it: "92% were answered within ten seconds, a 5% increase"."""
    told = told_right_before(frame, at)
    if told and frame.figures[told].sign == TIME and frame.figures[told - 1].sign == PERCENT:
        return told - 1
    return told


def _nouns_with_figures(frame: Frame) -> Iterator[re.Match[str]]:
    """Nouns of change that belong to the figure after them: in ``The rise follows an increase of 3%`` only the second."""
    at = 0
    while match := _NOUN_FIGURE.search(frame.shape, at):
        unsigned = (
            match["noun"].lower() == "change" and not frame.figures[index_at(frame, match.start("first"))].figure.signed
        )
        lead = frame.shape[: match.start("first")].rstrip()
        compared = lead.endswith("(") and _COMPARED.search(match["gap"])
        listed = match["gap"].strip() and lead.endswith(",")
        # "increases the shortfall", "to increase it": a verb, whose figure comes after "by".
        verb = _DETERMINED.match(match["gap"]) and match["tie"] in ("of", "at", "was", "is")
        # "16 forces had a fall, 26 an increase": as many had one.
        other = _HAD_ONE.match(frame.shape[match.end("first") :])
        # "24 forces saw an increase, two saw no change": so many others.
        others = lead.endswith(",") and _OTHERS_DID.match(frame.shape, match.end("first"))
        wished = _WISHED.search(frame.shape[: match.start()])
        if wished or unsigned or compared or listed or verb or other or others or _OTHER_CLAUSE.search(match["gap"]):
            at = match.end("noun")
        else:
            at = match.end()
            yield match


def _past_bracket(frame: Frame, match: re.Match[str]) -> int:
    """Where the words go on behind the same change in a bracket: "an increase of 184 (5.5%) knife crimes"."""
    rest = _CLOSING.match(frame.shape, match.end("second"))
    return rest.end() if rest else match.end("second")


def _of_noun(frame: Frame, match: re.Match[str], index: int) -> str:
    """The label of "a decrease … of 13% (387) in recorded hate crimes": between noun and figure, after it, or before the noun."""
    label = named_after(frame, match.end("noun"), match.end("gap")) or object_of_verb(
        frame, match.end("noun"), match.end("gap")
    )
    if not label:
        tail = match.end("second") if match["second"] else match.end("first")
        rest = _CLOSING.match(frame.shape[tail:])
        label = named_after(frame, tail + (rest.end() if rest else 0))
    if not label and frame.figures[index].sign == COUNT:
        label = after(frame, match.end("first")) or (
            after(frame, _past_bracket(frame, match)) if match["second"] else ""
        )
    if (
        label.lower() in _WHOLE
        and index
        and frame.figures[index - 1].sign == PERCENT
        and _APPOSED.search(frame.shape[: match.start("noun")])
    ):
        # "crime rose by 2%; an increase of 1,094 offences": the same in numbers.
        return ""
    label = label or before(frame, match.start("noun"))
    label = "" if _ONLY_HOW.fullmatch(label.lower()) else label
    if not label and match["noun"] == "cuts" and frame.figures[index].sign == MONEY:
        # "Cuts of at least £6m were agreed": of no sum told before.
        return "cuts"
    if not label and index and _APPOSED.search(frame.shape[: match.start("noun")]):
        # "the precept of £236.52 for Band D properties, an increase of 4.5%": of what the figure before tells.
        before_it = told_right_before(frame, match.start("noun"))
        if before_it is not None and frame.figures[before_it].sign in (MONEY, COUNT, PERCENT, TIME):
            return ""
    return label or _of_noun_before(frame, match.start("noun")) or subject(frame, match.start("noun"))


def _of_noun_before(frame: Frame, at: int) -> str:
    """What another noun of change is of, without a figure between: "an increase in robbery and arson, with a total rise of 13%"."""
    since = max((f.end for f in frame.figures if f.end <= at), default=0)
    told = list(_CHANGE_IN.finditer(frame.shape, since, at))
    return named_after(frame, told[-1].end("noun")) if told else ""
