"""A sentence with what stands around it: the sentence before, what leads its list, the title above, the fund it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from extract.blocks import Passage


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its text, where it begins, the sentence before it, what the lead above its list says, what follows.

    ``inner`` is where a list begins that the sentence itself leads, ``title`` a line alone above it that names who or what it is about,
    ``fund`` the one of which the sentence speaks without its name.
    """

    passage: Passage
    text: str
    start: int
    before: str
    lead: str
    after: str
    inner: int = 0
    title: str = ""
    fund: str | None = None

    @property
    def heading(self) -> str:
        """The line alone above the passage, where there is one, else the heading of its section."""
        return self.title or (self.passage.sections[-1].text if self.passage.sections else "")
