"""Make every sample paper anew, with where its figures were published and what a person reads in it.

``python corpus/make.py`` writes the folders beside this file; the same content gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from corpus.content import PAPERS
from corpus.paper import LICENCE, Paper
from corpus.render import render

HERE = Path(__file__).resolve().parent

SAMPLE = "Sample paper written by the panelpapers project: the figures are as published, layout and wording are the project's own."
CHECKED = "By the authors of the project against the published source, and by tests/test_corpus.py against the paper."


def make(paper: Paper, to: Path) -> Path:
    """Write one paper with ``about.yml`` and ``truth.json`` into its folder below ``to``; return the folder."""
    folder = to / paper.slug
    folder.mkdir(parents=True, exist_ok=True)
    (folder / paper.file_name).write_bytes(render(paper))
    (folder / "about.yml").write_text(_about(paper), encoding="utf-8")
    (folder / "truth.json").write_text(_truth(paper), encoding="utf-8")
    return folder


def _about(paper: Paper) -> str:
    facts: dict[str, Any] = {
        "file": paper.file_name,
        "title": paper.truth.title,
        "force": paper.truth.force,
        "force_name": paper.force_name,
        "body": paper.truth.body,
        "sample": SAMPLE,
        "sources": [
            {
                "publisher": source.publisher,
                "title": source.title,
                "published": source.published,
                "address": source.address,
                "figures": source.figures,
                **({"note": source.note} if source.note else {}),
            }
            for source in paper.sources
        ],
        "checked": CHECKED,
        "licence": LICENCE,
    }
    return yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=120)


def _truth(paper: Paper) -> str:
    """JSON with one fact to a line, so that a change of a fact is a change of one line."""
    parts = []
    for name, facts in paper.truth.as_facts().items():
        if isinstance(facts, list):
            lines = ",\n".join("  " + json.dumps(fact, ensure_ascii=False) for fact in facts)
            parts.append(f' "{name}": [\n{lines}\n ]' if facts else f' "{name}": []')
        else:
            parts.append(f' "{name}": {json.dumps(facts, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> int:
    """Write all papers, naming each."""
    for paper in PAPERS:
        make(paper, HERE)
        print(f"{paper.slug}/{paper.file_name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
