"""Papers of councils, whose figures are not those of the force of the area."""

from __future__ import annotations

import pytest

from extract.councils import is_of_council
from ingest.papers import read_paper
from schema.reading import Identity, Known


@pytest.mark.parametrize(
    ("body", "force", "council"),
    [
        ("Kent County Council", None, True),
        ("Cabinet", None, True),
        ("Corporate Overview and Scrutiny Committee", None, True),
        ("Cabinet", "kent", False),
        ("Police and Crime Panel", None, False),
        ("Community Safety and Policing Overview Committee", None, False),
        ("Overview Committee for Community Safety", None, False),
        ("Community Safety Overview Committee", None, False),
        ("Strategic Scrutiny Meeting", None, False),
        (None, None, False),
    ],
)
def test_whose_paper_it_is(body: str | None, force: str | None, council: bool) -> None:
    assert is_of_council(Identity(body=body, force=force)) is council


TEXT = """KENT COUNTY COUNCIL
CABINET
27 March 2025
Quarterly Performance Report

1. Trees

In Kent there were 377,315 trees planted in 2024/25.

| Measure | 2023/24 | 2024/25 |
|---|---|---|
| Complaints received | 1,204 | 1,310 |
| Calls answered | 12,400 | 13,100 |

| Area | Calls answered |
|---|---|
| Sevenoaks | 1,310 |
| Dartford | 1,290 |

2. Partners

Kent Police recorded 1,204 burglaries in 2024/25.
"""


def test_the_figures_of_a_council_are_of_no_force() -> None:
    found = read_paper(TEXT.encode(), "qpr.txt", Known()).observations
    told = {(o.label.lower(), o.force) for o in found}
    assert len(found) >= 7
    assert {force for label, force in told if "burglar" not in label} == {None}
    assert {force for label, force in told if "burglar" in label} == {"kent"}
