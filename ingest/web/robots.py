"""What a host asks of programs in its ``robots.txt`` (RFC 9309)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from protego import Protego

#: How this project names itself; the token that a ``robots.txt`` may speak to.
TOKEN = "panelpapers"

#: More of it is not read (RFC 9309 asks for at least 500 kB).
MOST_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Robots:
    """The wishes of one host; ``delay`` between requests is in seconds, 0 where none is told."""

    _rules: Protego | None = None
    delay: float = 0.0

    def allow(self, address: str) -> bool:
        """True where this program may ask for an address of the host."""
        return self._rules is None or self._rules.can_fetch(address, TOKEN)


def read_robots(data: bytes) -> Robots:
    """The wishes in the bytes of a ``robots.txt``; a page of HTML that stands in its place wishes nothing."""
    rules = Protego.parse(data[:MOST_BYTES].decode("utf-8", "replace"))
    delay = rules.crawl_delay(TOKEN)
    rate = rules.request_rate(TOKEN)
    asked = [delay or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0]
    return Robots(rules, max((one for one in asked if math.isfinite(one)), default=0.0))


#: A host without one (404 and the like) wishes nothing.
ANYTHING = Robots()
