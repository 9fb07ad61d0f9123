"""How fast sentences are read: ``python benchmarks/prose.py PAPER...``.

For the words of the papers given, in one run and one process, the words per second of CPU of: splitting by one plain regular
expression, ``extract.sentences.sentences``, ``extract.sentences.bodies``, and the whole of ``extract.prose.figures``. The ratio against the
plain expression is what can be compared between machines.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract.blocks import Block, Passage
from extract.layout import lay_out
from extract.prose.figures import find_prose_observations
from extract.sentences import bodies, sentences
from ingest.readers import read_document
from schema.reading import Identity

_PLAIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def seconds(work: Callable[[], object]) -> float:
    """The seconds of CPU that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def load_rules() -> None:
    """Read one sentence, so that the rules and the vocabulary are loaded before anything is timed."""
    text = "Recorded burglary in Preston fell by 5% (from 1,204 in 2018/19 to 1,144 in 2019/20), at a cost of £2m."
    blocks = lay_out(read_document(text.encode(), "sentence.txt")).blocks
    find_prose_observations(blocks, Identity(force="lancashire"))
    bodies(text)


def main(paths: list[str]) -> int:
    papers: list[tuple[Block, ...]] = []
    for path in map(Path, paths):
        papers.append(tuple(lay_out(read_document(path.read_bytes(), path.name)).blocks))
    texts = [b.text for paper in papers for b in paper if isinstance(b, Passage)]
    words = sum(len(text.split()) for text in texts)
    if not words:
        print("no sentences in these files; give text papers or PDFs", file=sys.stderr)
        return 2
    load_rules()
    timed = {
        "plain expression": seconds(lambda: [_PLAIN.split(text) for text in texts]),
        "sentences": seconds(lambda: [sentences(text) for text in texts]),
        "bodies": seconds(lambda: [bodies(text) for text in texts]),
        "prose": seconds(lambda: [find_prose_observations(paper, Identity()) for paper in papers]),
    }
    print(f"{words} words")
    for name, taken in timed.items():
        print(f"{name:18} {words / taken:12,.0f} words/s   {taken / timed['plain expression']:8.1f} x plain")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
