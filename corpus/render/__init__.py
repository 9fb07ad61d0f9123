"""From a paper's blocks to the bytes of its file, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace

from corpus.paper import Paper, Text
from corpus.render import markdown, pdf, text, web, word

_RENDERERS = {
    "pdf": pdf.render,
    "docx": word.render,
    "txt": text.render,
    "md": markdown.render,
    "html": web.render,
}


#: The last lines of every paper, so that nobody takes one for the real thing.
CLOSING = Text(
    "This is a sample paper written for the panelpapers project. Its figures are as published; its wording and layout are the "
    "project's own. Quote the publications that are named in the file about.yml beside it, not this paper."
)


def render(paper: Paper) -> bytes:
    """The file of a paper, in its own format, with the lines that call it a sample at its end."""
    return _RENDERERS[paper.format](replace(paper, blocks=(*paper.blocks, CLOSING)))
