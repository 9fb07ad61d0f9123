"""Which awards are one grant told again, the total of others, or a part of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from readings import NOON, file_facts, small_reading, small_table
from schema.award_rows import refresh_same_awards
from schema.database import open_database
from schema.reading import Award, Place
from schema.saving import save_reading


def prose(line: int, amount: float, **given: object) -> Award:
    """An award on a line of the text of page 1."""
    return _award(Place(page=1, line=line, start=10 * line, end=10 * line + 5), amount, "prose", given)


def row(table: int, number: int, amount: float, **given: object) -> Award:
    """An award in a row of the first or second table, which stand on page 2."""
    return _award(Place(page=2, line=number, table=f"p2t{table}", row=number, col=1), amount, "table", given)


def _award(place: Place, amount: float, source: str, given: dict[str, object]) -> Award:
    text = f"£{amount:,.0f}"
    known = {"quote": f"a grant of {text} for", "amount": amount, "amount_text": text, "status": "awarded"}
    return Award(place=place, paper=2, source=source, **{**known, **given})  # type: ignore[arg-type]


def database(*papers: tuple[Award, ...]) -> Database:
    db: Database = open_database(":memory:")
    for number, awards in enumerate(papers):
        tables = tuple(replace(small_table(), key=f"p2t{n}", number=n) for n in (1, 2))
        whole = replace(small_reading(), tables=tables, awards=awards)
        save_reading(db, whole, file_facts(f"{number}", f"{number}.pdf"), version="1", ingested_at=NOON)
    refresh_same_awards(db)
    return db


def standings(*papers: tuple[Award, ...]) -> list[str | None]:
    """How the awards of some papers stand, in the order of their places; None for those that count."""
    found = database(*papers).execute(
        "select s.standing from funding_awards a join documents d on d.id = a.document_id"
        " left join same_awards s on s.award_id = a.id order by d.file_name, a.page, a.line"
    )
    return [standing for (standing,) in found]


HOPE = {"recipient": "Hope Trust", "recipient_id": "hope-trust"}
MILL = {"recipient": "Mill Club", "recipient_id": "mill-club"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A sentence and a row of a table tell of one organisation.
        (prose(1, 5000, **HOPE), row(1, 1, 5000, **HOPE, purpose="Boxing", year="2018/19")),
        # Two sentences, of which one names the year.
        (prose(1, 5000, **HOPE), prose(9, 5000, **HOPE, year="2018/19")),
        # A decision names who gets it, the summary of decisions what it is called.
        (prose(1, 4_200_000, **HOPE, fund="Innovation Fund"), prose(9, 4_200_000, purpose="Work with the Hope Trust")),
        (prose(1, 4_200_000, purpose="Early help", fund="Innovation Fund"), prose(9, 4_200_000, purpose="Families", fund="Police Innovation Fund")),
        # The purposes have the same words.
        (prose(1, 260_000, purpose="Domestic violence outreach", per="year"), row(1, 1, 260_000, purpose="Outreach to victims of domestic violence", year="2018/19")),
        # An amount that can hardly be two.
        (prose(1, 992_550, recipient="62 projects", year="2022/23"), row(1, 1, 992_550, purpose="Grants by year", year="2022/23")),
        # A name in full and a short one.
        (prose(1, 8000, recipient="Victim Support Kent", recipient_id="victim-support-kent"), row(1, 1, 8000, recipient="Victim Support", recipient_id="victim-support")),
    ],
)  # fmt: skip
def test_one_grant_that_a_paper_tells_twice_counts_once(one: Award, other: Award) -> None:
    assert sorted(standings((one, other)), key=str) == [None, "again"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (prose(1, 5000, **HOPE), row(1, 1, 5000, **MILL)),
        (prose(1, 5000, **HOPE, year="2017/18"), prose(9, 5000, **HOPE, year="2018/19")),
        (prose(1, 5000, **HOPE), prose(9, 5000, **HOPE, status="bid")),
        (prose(1, 5000, **HOPE), prose(9, 5000, **HOPE, quote="a further £5,000")),
        (prose(1, 5000, **HOPE, fund="Safety Fund"), prose(9, 5000, **HOPE, fund="Property Act Fund")),
        (prose(1, 5000, **HOPE, per="each"), row(1, 1, 5000, **HOPE)),
        (prose(1, 5000, purpose="Boxing"), row(1, 1, 5000, purpose="Mentoring")),
        # One list may well give one body two grants, and one line of text too.
        (row(1, 1, 5000, **HOPE, purpose="Boxing"), row(1, 2, 5000, **HOPE, purpose="Boxing kit")),
        (row(1, 1, 5000, **HOPE, purpose="Boxing"), row(2, 2, 5000, **HOPE, purpose="Mentoring")),
        (prose(1, 5000, purpose="Boxing"), replace(prose(1, 5000, purpose="Boxing"), place=Place(page=1, line=1, start=90))),
    ],
)  # fmt: skip
def test_what_may_be_two_grants_counts_twice(one: Award, other: Award) -> None:
    assert standings((one, other)) == [None, None]


def test_two_rows_of_a_list_are_not_joined_by_a_sentence_that_is_like_both() -> None:
    rows = (row(1, 1, 5000, **HOPE, purpose="Boxing"), row(1, 2, 5000, **HOPE, purpose="Mentoring"))
    assert standings((prose(1, 5000, **HOPE), *rows)) == ["again", None, None]


def test_the_one_that_tells_most_counts_and_says_where_the_others_are() -> None:
    db = database((prose(1, 5000, **HOPE), row(1, 1, 5000, **HOPE, purpose="Boxing", year="2018/19")))
    (told,) = db.query(
        "select a.source, b.source as counts, s.why from same_awards s"
        " join funding_awards a on a.id = s.award_id join funding_awards b on b.id = s.against_id"
    )
    assert told == {"source": "prose", "counts": "table", "why": "this paper tells the same grant of £5,000 elsewhere"}


def test_two_papers_tell_one_grant_only_where_they_tell_it_alike() -> None:
    kit = prose(1, 5000, **HOPE, purpose="kit", year="2018/19")
    assert sorted(standings((kit,), (kit,)), key=str) == [None, "again"]
    assert standings((kit,), (replace(kit, year=None),)) == [None, None]
    assert standings((prose(1, 5000),), (prose(1, 5000),)) == [None, None]


def test_a_total_beside_its_parts_does_not_count() -> None:
    rows = (row(1, 1, 5000, **HOPE), row(1, 2, 2500, **MILL))
    assert standings((prose(1, 7500, recipient="local groups"), *rows)) == ["total", None, None]
    # What the commissioner kept is no grant to the councils.
    kept = (*rows, row(1, 3, 900, recipient="Kept back"))
    assert standings((prose(1, 7500, recipient="local groups"), *kept)) == ["total", None, None, None]
    cut = prose(1, 7_000, recipient="local groups", amount_text="£7 thousand")
    assert standings((cut, *rows)) == ["total", None, None]
    assert standings((prose(1, 9000, recipient="local groups"), *rows)) == [None, None, None]


def test_a_total_stands_before_or_behind_its_list() -> None:
    parts = (prose(2, 5000, **HOPE), prose(3, 2500, **MILL))
    assert standings((prose(1, 7500), *parts)) == ["total", None, None]
    assert standings((*parts, prose(4, 7500))) == [None, None, "total"]
    assert standings((prose(1, 7500, recipient="Nest", recipient_id="nest"), *parts)) == [None, None, None]
    assert standings((prose(1, 7500), replace(parts[0], place=Place(page=1, line=30)), parts[1])) == [None, None, None]


def test_a_part_of_a_grant_does_not_count_beside_it() -> None:
    part = prose(1, 2000, **MILL, quote="£5,000, of which £2,000 went to")
    part = replace(part, place=Place(page=1, line=1, start=60, end=66))
    db = database((prose(1, 5000, **HOPE), part))
    assert [tuple(r) for r in db.execute("select standing, why from same_awards")] == [
        ("part", "the paper says that it is part of £5,000")
    ]


def test_a_paper_that_a_later_version_replaced_has_no_say() -> None:
    db = database((prose(1, 5000, **HOPE), prose(9, 5000, **HOPE)))
    assert db.execute("select count(*) from same_awards").fetchone() == (1,)
    db.execute("update documents set superseded_by = id")
    assert refresh_same_awards(db)
    assert db.execute("select count(*) from same_awards").fetchone() == (0,)
    assert not refresh_same_awards(db)
