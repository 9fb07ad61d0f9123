"""Imported once by the process from which those that read are forked, so that none of them has to load the same again.

Some libraries and vocabularies are loaded when the first text needs them: a short paper does.
"""

from __future__ import annotations

import gc
from importlib import import_module

_PAPER = b"""# Police and Crime Panel

Meeting on 12 October 2015

Robbery fell by 12% to 110 offences in 2014/15. A grant of \xc2\xa35,000 was awarded to the Street Pastors.

Offence\t2013/14\t2014/15
Robbery\t125\t110
"""


def _load() -> None:
    import_module("ingest.processes.reading_tasks")  # What the processes run.
    from ingest.papers import read_paper
    from schema.reading import Known

    read_paper(_PAPER, "a sample", Known())


# All this stays to the end: neither while it is loaded nor later need it be looked through for what may go.
gc.disable()
_load()
gc.freeze()
gc.enable()
