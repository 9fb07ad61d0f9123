"""Awards printed as records, one label on each line: ``Name of group: Hove Boxing Club`` / ``Amount: £2,000`` / ``What for: kit``.

A record is an award only where its labels say that money went to somebody: an amount alone, or the value of a contract of the
force, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.awards.entries import day_of_line, is_title
from extract.awards.funds import fund_in, funder_in, upstream_funder_in
from extract.awards.giving import is_settlement, names_awards, names_budget
from extract.awards.name_lines import named_amounts
from extract.awards.purposes import purpose_of
from extract.awards.recipients import names_no_one
from extract.awards.steps import status_of
from extract.awards.wording import decision_in, year_in
from extract.blocks import Block, Passage
from extract.names.forces import area_of
from extract.numbers import Figure, parse_figures
from extract.sentences import is_body
from extract.times.days import parse_day
from schema.reading import Award

_NAMED = r"(?:(?:name of|successful|lead|local|community|voluntary|the)\s){0,3}"
_LABELS: tuple[tuple[str, str], ...] = (
    ("recipient", rf"{_NAMED}(?:recipient|applicant|grantee|beneficiary|grant ?holder|group|charity|club|awarded to|paid to|given to|grant to|award to|to whom|who)(?:\sname)?"),
    ("body", rf"{_NAMED}(?:organisation|provider|body|partner|school|agency|bidder)(?:\sname)?"),
    ("gift", r"(?:(?:total|amount of|value of|size of|our)\s)?(?:grant|award|allocation|donation|contribution|funding)(?:\s(?:amount|value|awarded|given|approved|agreed|made|total|size|sum|allocated))?"),
    ("gift", r"(?:amount|sum|total)\s(?:awarded|granted|given|approved|allocated|agreed|of grant|of award|paid)|(?:awarded|granted|allocated|approved|given)"),
    ("asked", r"(?:amount|sum|funding|grant)\s(?:requested|applied for|sought|asked for|bid for)|(?:bid|requested|applied for)"),
    ("amount", r"(?:amount|sum|value|total|how much|total amount)"),
    ("purpose", r"(?:purpose|project|(?:project|grant|service) (?:name|title|description|summary|outline|aims?|details|overview)|(?:summary|outline|details|description) of (?:the )?(?:project|service|work|activity)|what for|for|for what|description|activity|aim|scheme|use|what it (?:is|was) for|what it pays for|to pay for|title|service|what|summary)"),
    ("fund", r"(?:fund|funding (?:stream|source|pot|round)|pot|grant scheme|from|programme)"),
    ("year", r"(?:year|period|financial year|term)"),
    ("date", r"(?:date|date of (?:the )?(?:award|decision|grant|approval)|awarded on|when|approved on)"),
    ("decided", r"(?:decision|outcome|approved|agreed|result)(?=\s?:\s+(?:(?:a|an|grant|award|donation|contribution|funding|sum|of|up to)\s)*£)"),
    ("decision", r"(?:decision|ref|reference|decision (?:no|number|ref|reference)|reference (?:no|number)|number)\.?"),
    ("area", r"(?:area|district|location|where|borough|ward)"),
    ("other", r"(?:status|outcome|contact|lead|theme|priority|notes?|comments?|funder|duration|match funding|total cost|total project cost)"),
)  # fmt: skip
_ROLES = "|".join(f"(?P<r{number}>{words})" for number, (_, words) in enumerate(_LABELS))
_OF_GRANT = r"(?:(?:grant|award|funding|the)\s(?!of\b|to\b))?"
_LABEL = re.compile(
    r"(?:^|(?<=[.;,|)])\s|\s{1,3})(?P<label>(?:(?P<of_year>(?:19|20)\d\d\s?[/–-]\s?\d{2,4})\s)?"
    rf"(?:{_ROLES}|{_OF_GRANT}(?:(?P<taker>recipient|holder|applicant|organisation|provider)|(?P<aim>purpose|title|summary|description|activity)|(?P<term>period|year|term))(?:\sof\s(?:the\s)?(?:grant|award|funding))?|(?P<what_for>what\s(?:is\s)?(?:the\s)?(?:grant|award|funding|money)\s(?:is\s|was\s|will\sbe\s)?(?:used\s)?for)))"
    r"\s?(?:\(£\)\s?)?:\s+(?=\S)",
    re.IGNORECASE,
)
_NAMED_ROLES = {"taker": "recipient", "aim": "purpose", "term": "year", "what_for": "purpose"}
_LONGEST_TITLE = 16
#: A label ends within so many characters.
_LABEL_ENDS = 50


@dataclass(slots=True)
class _Record:
    """The values of a record by role, and its amount with the passage and the offset at which its value begins.

    ``title`` is the short line above it, ``day`` the day or month that the line above that is; ``alone`` is true for the only record
    that stands under its title.
    """

    title: str
    day: str | None = None
    alone: bool = True
    values: dict[str, str] = field(default_factory=dict)
    at: tuple[Passage, int] | None = None
    passages: dict[int, Passage] = field(default_factory=dict)


def find_records(blocks: Sequence[Block]) -> tuple[list[Award], frozenset[int]]:
    """The awards of records, in reading order, and the indices of the blocks that these are made of, in which no others are to be looked for."""
    awards: list[Award] = []
    used: set[int] = set()
    # An amount below a name is told with the lead of its list and the lines below it, where it stands in one.
    below_names = {at for run in named_amounts(blocks) for at in run.indices}
    for record in _records(blocks):
        if len(record.values) == 1 and below_names.issuperset(record.passages):
            continue
        award = _award_of(record)
        if award is not None:
            awards.append(award)
            used.update(record.passages)
    return awards, frozenset(used)


def _records(blocks: Sequence[Block]) -> Iterator[_Record]:
    title = ""
    day: str | None = None
    record: _Record | None = None
    below = _below_labels(blocks)
    labels = {label for _, label in below.values()}
    for at, block in enumerate(blocks):
        if at in labels:
            continue
        labelled = _labelled(block) if isinstance(block, Passage) and block.kind != "heading" else []
        if at in below and isinstance(block, Passage):
            labelled = [(below[at][0], block.text, 0)]
        if not labelled or not isinstance(block, Passage):
            if record is not None:
                yield record
            record = None
            short = isinstance(block, Passage) and len(block.text.split()) <= _LONGEST_TITLE
            day = day_of_line(title) or (day if short else None)
            title = block.text if isinstance(block, Passage) and short else ""
            continue
        for role, value, start in labelled:
            key = "recipient" if role == "body" and record is not None and "recipient" not in record.values else role
            if record is None or role in record.values or (key in record.values and key != role):
                if record is not None:
                    record.alone = False
                    yield record
                record = _Record(title, day, alone=record is None)
            record.values[role] = value
            if role in ("gift", "decided", "asked", "amount") and record.at is None:
                record.at = (block, start)
            record.passages[at] = block
    if record is not None:
        yield record


def _labelled(passage: Passage) -> list[tuple[str, str, int]]:
    """The labels of a passage that begins with one: role, value, and where in its text the value begins."""
    if ":" not in passage.text[:_LABEL_ENDS]:
        return []
    found = list(_LABEL.finditer(passage.text))
    if not found or found[0].start("label") != 0:
        return []
    # Inside a line a label begins with a capital letter, as it does at the beginning of one, or with a year: "2017/18 Award:".
    found = [m for m in found if m["label"][0].isupper() or m["of_year"]]
    ends = [*(m.start() for m in found[1:]), len(passage.text)]
    labelled = []
    for m, end in zip(found, ends, strict=True):
        if m["of_year"]:
            labelled.append(("year", m["of_year"], m.start()))
        labelled.append((_role(m), passage.text[m.end() : end].strip(" ;,|").removesuffix("."), m.end()))
    return labelled


def _role(label: re.Match[str]) -> str:
    named = next((role for group, role in _NAMED_ROLES.items() if label[group] is not None), None)
    return named or next(role for number, (role, _) in enumerate(_LABELS) if label[f"r{number}"] is not None)


def role_of_label(text: str) -> str | None:
    """What a line tells that is a label and nothing else: ``Recipient`` recipient, ``Amount awarded:`` gift, ``Boxing`` None."""
    found = _LABEL.match(f"{text.rstrip(' :')}: x")
    return _role(found) if found and found.end() == len(text.rstrip(" :")) + 2 else None


def tells_award(labels: Sequence[str]) -> bool:
    """True for labels of a record that names an award: who got it and how much, each once."""
    roles = [role for label in labels if (role := role_of_label(label))]
    return (
        len(set(roles)) == len(roles) > len(labels) * 3 // 4
        and any(role in ("recipient", "body") for role in roles)
        and any(role in ("gift", "decided", "amount") for role in roles)
    )


def _below_labels(blocks: Sequence[Block]) -> dict[int, tuple[str, int]]:
    """The values of records whose labels stand on lines of their own, by index: the role, and the index of the label.

    As printed: ``Recipient`` / ``Hope Trust`` / ``Amount awarded`` / ``£4,500`` / ``Purpose of grant`` / ``Boxing``.
    """
    values: dict[int, tuple[str, int]] = {}
    at = 0
    while at + 1 < len(blocks):
        run: list[tuple[str, str]] = []
        end = at
        while end + 1 < len(blocks):
            label, value = blocks[end], blocks[end + 1]
            if not isinstance(label, Passage) or not isinstance(value, Passage) or len(label.text) > _LABEL_ENDS:
                break
            role = role_of_label(label.text)
            if role is None or role_of_label(value.text) is not None:
                break
            run.append((role, label.text))
            end += 2
        if len(run) > 1 and tells_award([text for _, text in run]):
            values.update({at + 2 * n + 1: (role, at + 2 * n) for n, (role, _) in enumerate(run)})
        at = max(end, at + 1)
    return values


def _award_of(record: _Record) -> Award | None:
    """The award of a record; None where its labels do not say that money was given."""
    values = record.values
    kind = next((role for role in ("gift", "decided", "asked", "amount") if role in values), None)
    if kind is None or record.at is None:
        return None
    passage, start = record.at
    heading = passage.sections[-1].text if passage.sections else ""
    figure = _amount(values[kind])
    if figure is None:
        return None
    behind = values[kind][figure.end :]
    recipient = values.get("recipient") or values.get("body")
    purpose = values.get("purpose") or purpose_of("", behind)
    head = record.title or heading
    if (
        recipient is None
        and kind in ("gift", "decided")
        and is_title(head)
        and not names_awards(head)
        and not day_of_line(head)
    ):
        # Above a record stands who got it, or what it was for.
        recipient, purpose = (head, purpose) if _is_taker(head) else (None, purpose or head)
        head = heading
    elif recipient and purpose is None and record.alone and is_title(record.title) and not names_awards(record.title):
        purpose = record.title if not day_of_line(record.title) else None
    told = names_awards(head) or fund_in(f"{head} | {values[kind]}") is not None
    named = "recipient" in values
    if names_budget(head) or is_settlement(head) or not (recipient or purpose):
        return None
    if not (told or (kind != "amount" and recipient) or named):
        return None
    everything = " | ".join((head, *values.values()))
    day = parse_day(values.get("date", ""))
    decision = values.get("decision", "")
    return Award(
        place=passage.place(start + figure.start, start + figure.end),
        paper=passage.paper,
        source="prose",
        quote=" ".join(p.text for p in record.passages.values())[:200],
        amount=figure.value,
        amount_text=figure.text,
        amount_to=figure.upper,
        status="bid"
        if kind == "asked"
        else "awarded"
        if kind == "decided"
        else status_of(values.get("other", ""), _status_of_title(head)),
        recipient=recipient,
        area=values.get("area") or (recipient if recipient and area_of(recipient) else None),
        purpose=purpose,
        funder=funder_in(head) or funder_in(behind),
        upstream_funder=upstream_funder_in(everything),
        fund=values.get("fund") or fund_in(behind) or fund_in(head),
        year=year_in(values.get("year", "")) or year_in(head),
        date=day.isoformat() if day else record.day,
        decision_ref=decision_in(f"decision {decision}") or (decision if any(map(str.isdigit, decision)) else None),
        qualifier=figure.qualifier,
        confidence=0.95 if recipient else 0.8,
    )


def _is_taker(title: str) -> bool:
    """True for the name of somebody above a record: ``Hope Trust``, ``Dover Sea Cadets``; not for ``Language services``."""
    words = title.split()
    named = len(words) > 1 and all(w[:1].isupper() or w in ("of", "and", "the", "for", "in", "&", "on") for w in words)
    return is_body(title) or (named and not names_no_one(title) and area_of(title) is None)


def _amount(value: str) -> Figure | None:
    """The amount of a value that says hardly more than it: ``£4,950``, ``£5,000 over two years``."""
    found = [f for f in parse_figures(value) if f.unit == "GBP"]
    return found[0] if len(found) == 1 and found[0].start <= 12 else None


def _status_of_title(head: str) -> str:
    """What the title says of all records under it; a fund that has money available has none of it there, where it lists who got it."""
    return status_of(re.sub(r"\b(?:available|spen[dt]|paid|budget)\b", "", head, flags=re.IGNORECASE))
