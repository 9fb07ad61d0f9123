"""Where the real papers are that tests and benchmarks read in place, and how a test names the lack of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

#: The folder with other people's papers. They are read where they are and never copied into the project.
REAL_PAPERS = Path(os.environ.get("PANELPAPERS_REAL_PAPERS", Path(__file__).parents[2] / "shared"))

needs_real_papers = pytest.mark.skipif(
    not REAL_PAPERS.is_dir(), reason=f"the real papers are not at {REAL_PAPERS} (set PANELPAPERS_REAL_PAPERS)"
)
