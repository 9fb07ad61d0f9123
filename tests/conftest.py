"""How the property tests run, everywhere alike."""

from __future__ import annotations

import os

from hypothesis import settings

# How fast a machine is says nothing of the code; and what lands must not depend on the luck of a draw, which elsewhere finds faults.
settings.register_profile("panelpapers", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("panelpapers")
