"""How the property tests run, everywhere alike, and where what is kept goes."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How fast a machine is says nothing of the code; and what lands must not depend on the luck of a draw, which elsewhere finds faults.
settings.register_profile("panelpapers", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("panelpapers")


# A shell that starts the tests in the background has interrupts ignored, and whatever they start would ignore them as well.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What is loaded by now, nine thousand tests among it, stays to the end: not to look at it again and again saves a sixth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What earlier runs have kept makes no test pass."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PANELPAPERS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
