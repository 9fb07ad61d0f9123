"""Which rules are asked of which sentences."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extract.prose.frame import Frame, frame
from extract.prose.rules import RULES, Rule
from extract.sentences import sentences
from laid_out import passages

_WORDINGS = Path(__file__).parent.parent / "benchmarks" / "wordings"


@cache
def _frames() -> tuple[Frame, ...]:
    texts = [passage.text for path in sorted(_WORDINGS.glob("*.txt")) for passage in passages(path.read_text("utf-8"))]
    return tuple(frame(text[start:end]) for text in texts for start, end in sentences(text))


@pytest.mark.parametrize(("rule", "kinds"), RULES, ids=[rule.__name__ for rule, _ in RULES])
def test_a_rule_finds_nothing_where_no_figure_of_its_kinds_stands(rule: Rule, kinds: str) -> None:
    asked_in_vain = [f for f in _frames() if {stated.sign for stated in f.figures}.isdisjoint(kinds)]
    assert asked_in_vain
    assert not [f.text for f in asked_in_vain if list(rule(f))]
