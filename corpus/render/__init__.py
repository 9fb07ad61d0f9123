"""From a paper's blocks to the bytes of its file, the same bytes every time."""

from __future__ import annotations

from corpus.paper import Paper
from corpus.render import markdown, pdf, text, web, word

_RENDERERS = {
    "pdf": pdf.render,
    "docx": word.render,
    "txt": text.render,
    "md": markdown.render,
    "html": web.render,
}


def render(paper: Paper) -> bytes:
    """The file of a paper, in its own format."""
    return _RENDERERS[paper.format](paper)
