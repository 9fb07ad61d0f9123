"""Every page of the site, followed from the first: it answers, is well made, and shows what a paper prints as text."""

from __future__ import annotations

import asyncio
import csv
import html
import io
import re
import sqlite3
import time
from collections import Counter
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from datasette.app import Datasette
from sqlite_utils import Database

import served
from panel_papers import ingested
from schema.database import open_database
from schema.reading import Problem
from schema.saving import FileFacts, save_failure, start_run
from serve import access
from serve.site import FOUND_BY, build, metadata

STRANGE = ("<script", "<img src=x", "<i>none", "<b>bold", 'onerror="alert(1)">')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return build(served.build(tmp_path_factory.mktemp("site") / "some name.db"))


class _Page(HTMLParser):
    """What a test asks of a page: its links, headings, labels, and anything that would load from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.anchors: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.lang: str | None = None
        self.styled: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "html":
            self.lang = given.get("lang")
        if tag == "a" and (link := given.get("href")):
            (self.anchors if link.startswith("#") else self.links).append(link)
        if tag == "link" and given.get("rel") not in ("alternate", "canonical"):
            self.loads.append(given["href"] or "")
        if given.get("src"):
            self.loads.append(given["src"] or "")
        if identity := given.get("id"):
            self.ids.append(identity)
        if tag == "label" and (target := given.get("for")):
            self.labelled.add(target)
        if tag in ("input", "select", "textarea") and given.get("type") not in ("hidden", "checkbox"):
            self.fields.append(given)
        if "style" in given or any(name.startswith("on") for name in given):
            self.styled.append(tag)


async def test_every_page_that_can_be_reached_answers_and_is_well_made(site: Datasette) -> None:
    waiting, seen, kinds = ["/", f"/-/paper/{served.UNKNOWN}", f"/-/paper/{served.EARLIER}"], set[str](), Counter[str]()
    while waiting and len(seen) < 160:
        path = waiting.pop(0)
        kind = re.sub(r"[0-9a-f]{16}[\w~-]*|\?.*", "*", path)
        if path in seen or kinds[kind] > 5:
            continue
        seen.add(path)
        kinds[kind] += 1
        response = await site.client.get(path, follow_redirects=True)
        assert response.status_code == 200, (path, response.text[:500])
        if not response.headers["content-type"].startswith("text/html"):
            continue
        page = _Page(response.text)
        assert page.lang == "en", path
        assert page.tags.count("h1") == 1 and page.tags.count("main") == 1, path
        assert "script" not in page.tags and "style" not in page.tags and not page.styled, (path, page.styled)
        assert all(urlsplit(load).netloc == "" for load in page.loads), (path, page.loads)
        assert len(page.ids) == len(set(page.ids)), (path, page.ids)
        assert {anchor[1:] for anchor in page.anchors} <= {*page.ids}, (path, page.anchors)
        assert all(f.get("aria-label") or f.get("id") in page.labelled for f in page.fields), (path, page.fields)
        assert not [mark for mark in STRANGE if mark in response.text], path
        for link in page.links:
            target = urlsplit(urljoin(f"http://here{path}", link))
            if target.netloc == "here":
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))
    assert len(seen) > 60


async def test_our_pages_say_what_they_are_to_search_engines_each_in_words_of_its_own(site: Datasette) -> None:
    place = re.search(
        r'href="(/-/source/observation/[^"]+)"', (await site.client.get(f"/-/paper/{served.LANCASHIRE}")).text
    )
    assert place
    pages = {
        "/": "/",
        "/-/compare?measure=all-recorded-crime&period=2014/15&periods_of=all-recorded-crime": (
            "/-/compare?measure=all-recorded-crime&amp;period=2014-04-01%2F2015-03-31"
        ),
        "/-/measures": "/-/measures",
        f"/-/measure/{served.MEASURE}?force=durham": f"/-/measure/{served.MEASURE}?force=durham",
        "/-/forces": "/-/forces",
        "/-/force/kent": "/-/force/kent",
        "/-/funding": "/-/funding",
        "/-/funding?page=2": None,
        "/-/contradictions": "/-/contradictions",
        "/-/not-read": "/-/not-read",
        "/-/export": "/-/export",
        "/-/about": "/-/about",
        "/panel": "/panel",
        f"/-/paper/{served.LANCASHIRE}?tables=20": f"/-/paper/{served.LANCASHIRE}",
        f"/-/paper/{served.LANCASHIRE}/page/1?words=fall": f"/-/paper/{served.LANCASHIRE}/page/1",
        place[1].replace("/observation", ""): place[1],
    }
    titles, told = Counter[str](), Counter[str]()
    for address, lasting in pages.items():
        text = (await site.client.get(address)).text
        titles.update(re.findall(r"<title>(.*?) – Panel papers</title>", text))
        told.update(re.findall(r'<meta name="description" content="([^"]+)">', text))
        found = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
        assert found == ([f"http://localhost{lasting}"] if lasting else []), address
    assert set(titles.values()) == {1}
    assert len(told) == 14 and [text for text, n in told.items() if n == 2] == [
        text for text in told if text.startswith("Funding")
    ]


async def test_the_first_page_counts_current_papers_only(site: Datasette) -> None:
    text = (await site.client.get("/")).text
    for count, thing in (
        (4, "papers"),
        (3, "forces"),
        (87, "figures"),
        (0, "of them verified"),
        (2, "awards"),
        (2, "dates"),
    ):
        assert re.search(rf"<strong>{count}</strong> {thing}", text), thing
    assert "<strong>2013/14 to 2016/17</strong> years of figures with a measure<" in text
    years = text[text.index('id="years"') :]
    assert re.search(r'financial_year=2014%2F15">2014/15</a> <span class="quiet">4 figures, 3 forces<', years), years[
        :900
    ]
    for address, count in re.findall(
        r'href="([^"]*financial_year=[^"]+)">[^<]+</a> <span class="quiet">(\d+) figure', years
    ):
        rows = (await site.client.get(html.unescape(address).replace("?", ".json?") + "&_size=max")).json()
        assert len(rows["rows"]) == int(count), "the link leads to the figures that are counted"
    assert re.search(r'year=2015">2015</a> <span class="quiet">2 papers<', years)
    assert "1 paper says no day of a meeting" in years
    assert "3 forces, 7 figures" in text


async def test_the_first_page_counts_what_is_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = served.build(tmp_path / "panel.db")
    db = open_database(path)
    for document in (served.LANCASHIRE, served.EARLIER):
        with db.conn:
            db.execute("update observations set verified = 2 where document_id = ?", [document])
    db.close()
    assert "<strong>2</strong> of them verified" in (await build(path).client.get("/")).text
    monkeypatch.setattr("serve.site.MANY_FIGURES", 1)
    assert "verified</a>" not in (await build(path).client.get("/")).text
    assert "are <strong>verified" not in (await build(path).client.get("/-/about")).text


async def test_of_many_figures_only_what_an_index_finds_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = served.build(tmp_path / "panel.db")

    async def offered() -> tuple[set[str], set[str], bool]:
        text = (await build(path).client.get("/panel/observations")).text
        columns = re.search(r'<select name="_filter_column" .*?</select>', text, re.DOTALL)
        assert columns
        return (
            set(re.findall(r'<option value="(\w+)">', columns[0])),
            set(re.findall(r"\?_sort(?:_desc)?=(\w+)", text)),
            "count by it" in text,
        )

    columns, orders, counted = await offered()
    assert {"quote", "statistic"} <= columns and {"label", "period_end"} <= orders and counted
    monkeypatch.setattr("serve.site.MANY_FIGURES", 1)
    assert await offered() == (set(FOUND_BY["observations"]), {"id", "value"}, False)


async def test_a_whole_table_is_taken_away_as_a_file_that_is_made_once(site: Datasette) -> None:
    def csv(text: str) -> str:
        (address,) = re.findall(r'href="([^"]*)">CSV</a>', text)
        return html.unescape(address)

    assert csv((await site.client.get("/panel/observations")).text) == "/-/export/observations.csv"
    assert csv((await site.client.get("/panel/observations_readable?_sort=value")).text) == (
        "/-/export/observations_readable.csv"
    )
    some = csv((await site.client.get("/panel/observations?force=lancashire")).text)
    assert some.startswith("/panel/observations.csv?force=lancashire") and "_stream=on" in some


async def test_one_question_is_judged_once_for_all_who_ask(site: Datasette) -> None:
    asked = []

    def judge(db: Database, *, well: bool) -> int:
        asked.append(well)
        time.sleep(0.05)
        if not well:
            raise ValueError
        return db.table("observations").count

    found = await asyncio.gather(*(access.judged(site, judge, well=True) for _ in range(3)))
    assert len(set(found)) == 1 and asked == [True]
    for _ in range(2):
        with pytest.raises(ValueError):
            await access.judged(site, judge, well=False)
    assert asked == [True, False, False], "what failed is asked again"


async def test_the_first_page_leads_to_our_pages_before_the_questions_they_answer(site: Datasette) -> None:
    text = (await site.client.get("/")).text
    cards = re.search(r'<ul class="cards">.*?</ul>', text, re.DOTALL)
    assert cards
    for page in ("compare", "measures", "forces", "funding", "contradictions", "not-read"):
        assert f'href="/-/{page}"' in cards[0]
    assert 'href="/panel/next-meetings"' in cards[0] and 'href="/panel/compare-forces"' not in cards[0]
    assert 'href="/panel/compare-forces"' in text and 'href="/panel/papers-by-force?year=2015"' in text


async def test_a_question_that_a_page_answers_leads_to_it(site: Datasette) -> None:
    asked = metadata()["databases"]["panel"]["queries"]
    pages = {name: query["page"] for name, query in asked.items() if "page" in query}
    assert len(pages) == 6
    for name in asked:
        main = (await site.client.get(f"/panel/{name}")).text.partition("<main")[2].partition("</main>")[0]
        assert ("There is a page that shows this" in main) == (name in pages)
        assert name not in pages or f'href="/-/{pages[name].replace("_", "-")}"' in main


async def test_the_place_of_a_sentence_is_its_lines_with_the_words_marked(site: Datasette) -> None:
    text = (await site.client.get(f"/-/source/observation/{served.LANCASHIRE}-p1l4-27-0")).text
    assert "All recorded crime (force total): <span" in text
    assert '<mark>All recorded crime fell to </mark><mark class="exact">96,104</mark><mark> offences in' in text
    assert "1 April 2014 to 31 March 2015, printed “2014/15”" in text
    assert "for the meeting of 12 October 2015" in text
    assert (
        "Does not hold: the percentage is the change over the earlier figure (printed 4.2%, computed 4.9%, rounded"
        in text
    )


async def test_a_quote_that_runs_over_lines_is_marked_on_both(site: Datasette) -> None:
    text = (await site.client.get(f"/-/source/observation/{served.LANCASHIRE}-p1l4-41-1")).text
    assert "offences <mark>in 2014/15,</mark>" in text
    assert "<mark>a fall of 4.2%</mark> on the year before" in text


async def test_the_place_of_a_cell_is_its_table_with_the_cell_marked(site: Datasette) -> None:
    text = (await site.client.get(f"/-/source/observation/{served.DURHAM}-p2t1-r2-c2-0")).text
    assert '<td class="marked"><mark>29,000</mark></td>' in text
    assert '<th colspan="3">Offences</th>' in text and '<th rowspan="2">Measure</th>' in text
    assert "27,871 <mark>29,000</mark> 31,250" in text


async def test_awards_and_dates_have_a_place_too(site: Datasette) -> None:
    award = (await site.client.get(f"/-/source/award/{served.LANCASHIRE}-l7-r0-c2-0")).text
    assert "Doorstep project: <span" in award and "<mark>£12,500</mark>" in award
    date = (await site.client.get(f"/-/source/date/{served.LANCASHIRE}-p1l9-33-0")).text
    assert "<h1>Next meeting" in date and '<mark class="exact">7 December 2015</mark>' in date


async def test_what_a_person_corrected_or_decided_is_told_at_the_place(site: Datasette) -> None:
    text = (await site.client.get(f"/-/source/observation/{served.LANCASHIRE}-p1l4-27-0")).text
    assert "area was Preston (the whole force is meant; 2026-11-01, A Reader)" in text
    assert "by a person&#39;s decision" in text or "by a person's decision" in text
    other = (await site.client.get(f"/-/source/observation/{served.DURHAM}-p2t1-r2-c2-0")).text
    assert "Corrected by a person" not in other and "decision" not in other


async def test_the_short_address_of_a_place_is_that_of_an_observation(site: Datasette) -> None:
    response = await site.client.get(f"/-/source/{served.LANCASHIRE}-p1l4-27-0")
    assert response.status_code == 200 and "96,104" in response.text


async def test_a_paper_shows_its_parts_tables_and_facts(site: Datasette) -> None:
    text = (await site.client.get(f"/-/paper/{served.DURHAM}")).text
    assert "Agenda pack, part 2" in text and "pages 2 to 3" in text
    assert f'<td><a href="/-/source/observation/{served.DURHAM}-p2t1-r2-c1-0">27,871</a></td>' in text
    assert "the force could not be told" not in text.lower()


async def test_all_figures_of_a_paper_can_be_had_in_one_file(tmp_path: Path) -> None:
    rows = "\n".join(f"Burglary in Ward{n}\t{n + 100}\t{n + 200}" for n in range(70))
    head = "# Kent Police and Crime Panel\n\n## Recorded crime\n\nMeasure\t2013/14\t2014/15\n"
    site = build(ingested(tmp_path, {"kent": f"{head}{rows}\n"}))
    (paper,) = set(re.findall(r'href="(/-/paper/[0-9a-f]+)"', (await site.client.get("/")).text))
    found = re.search(r'<a href="([^"]+)">all ([\d,]+) figures</a>', (await site.client.get(paper)).text)
    assert found and int(found[2]) > 100
    table = (await site.client.get(html.unescape(found[1]))).text
    (file,) = re.findall(r'<a href="([^"]+)">CSV</a>', table)
    lines = list(csv.DictReader(io.StringIO((await site.client.get(html.unescape(file))).text)))
    assert len(lines) == int(found[2])


async def test_the_answer_to_a_question_is_downloaded(site: Datasette) -> None:
    page = (await site.client.get(f"/panel/figures-in-a-paper?paper={served.LANCASHIRE}")).text
    (file,) = re.findall(r'<a href="([^"]+)">CSV</a>', page)
    response = await site.client.get(html.unescape(file))
    assert response.headers["content-disposition"].startswith("attachment") and response.text.startswith("label,")


async def test_figures_with_one_label_are_told_apart_by_what_part_they_are_of(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    key = f"{served.LANCASHIRE}-p1l4-27-0"
    paper, search = f"/-/paper/{served.LANCASHIRE}", "/-/search?q=recorded&kind=figures"
    before = [(await build(path).client.get(page)).text for page in (paper, search)]
    assert not any("Breakdown" in text or "under 25" in text for text in before)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update observations set breakdown = 'under 25' where id = ?", [key])
    in_paper, found = [(await build(path).client.get(page)).text for page in (paper, search)]
    assert '<th scope="col">Breakdown</th>' in in_paper
    row = in_paper[: in_paper.index(f"/-/source/observation/{key}")].rpartition("<tr>")[2]
    assert '<td data-label="breakdown">under 25</td>' in row
    assert ", under 25: " in found[found.index(f"/-/source/observation/{key}") :].partition("</li>")[0]


async def test_long_tables_of_a_paper_that_has_many_are_folded_and_short_ones_are_not(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with sqlite3.connect(path) as db:
        for key, number, height in (("long", 2, 70), ("longer", 3, 100), ("short", 4, 5)):
            db.execute(
                "insert into source_tables (id, document_id, number, caption, header_rows, page_from, page_to) values (?, ?, ?, ?, 0, 1, 1)",
                [key, served.LANCASHIRE, number, f"A {key} table"],
            )
            cells = [(key, row, 0, 1, 1, f"row {row}", 1) for row in range(height)]
            into = "insert into source_cells (source_table_id, row, col, row_span, col_span, text, page) values (?, ?, ?, ?, ?, ?, ?)"
            db.executemany(into, cells)
    db.close()
    text = (await build(path).client.get(f"/-/paper/{served.LANCASHIRE}")).text
    folds = re.findall(r'<details class="folded"><summary>(.*?) <span class="quiet">(.*?)</span></summary>', text)
    assert folds == [("Table 2: A long table", "70 rows"), ("Table 3: A longer table", "100 rows")]
    assert text.index('<details class="folded"><summary>Table 2') < text.index('<article id="long">')
    assert '<article id="short">' in text and "row 4</td>" in text
    assert "10 more rows of this table not shown" in text and "40 more rows" in text


async def test_a_paper_without_a_force_says_so(site: Datasette) -> None:
    text = (await site.client.get(f"/-/paper/{served.UNKNOWN}")).text
    assert "The force could not be told" in text
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;" in text
    assert "No force is named: &lt;i&gt;none&lt;/i&gt;" in text


async def test_an_earlier_version_leads_to_the_later_one(site: Datasette) -> None:
    text = (await site.client.get(f"/-/paper/{served.EARLIER}")).text
    assert f'A later version of this paper is here: <a href="/-/paper/{served.LANCASHIRE}">' in text


async def test_the_search_finds_figures_and_marks_words_in_pages(site: Datasette) -> None:
    text = (await site.client.get("/-/search?q=recorded")).text
    assert "All recorded crime: 96,104" in text
    assert "<mark>recorded</mark>" in text
    assert text.count("Report to the panel") and served.EARLIER not in text


async def test_the_search_finds_a_number_however_it_is_typed(site: Datasette) -> None:
    for typed in ("96,104", "96104", "96104.0"):
        text = (await site.client.get(f"/-/search?q={typed}")).text
        assert "All recorded crime: 96,104" in text, typed
    assert "<mark>96,104</mark>" in (await site.client.get("/-/search?q=96104")).text
    assert "Doorstep project: £12,500" in (await site.client.get("/-/search?q=£12,500")).text


async def test_the_search_finds_awards(site: Datasette) -> None:
    text = (await site.client.get("/-/search?q=doorstep")).text
    assert f'<a href="/-/source/award/{served.LANCASHIRE}-l7-r0-c2-0">Doorstep project: £12,500</a>' in text


async def test_doubt_is_told_wherever_a_figure_can_be_quoted(site: Datasette) -> None:
    shaky = f"{served.LANCASHIRE}-p1l4-41-1"
    text = (await site.client.get(f"/-/source/observation/{shaky}")).text
    assert "Look at the paper before you quote this. The program is not sure" in text
    assert "It does not agree with other figures of the paper" in text
    for path in (f"/-/paper/{served.LANCASHIRE}", f"/panel/observations_readable?document_id={served.LANCASHIRE}"):
        text = (await site.client.get(path)).text
        assert '<span class="doubt">doubtful</span> <span class="doubt">does not add up</span>' in text, path
    sure = (await site.client.get(f"/-/source/observation/{served.DURHAM}-p2t1-r2-c2-0")).text
    assert "before you quote" not in sure


async def test_a_figure_can_be_cited(site: Datasette) -> None:
    text = (await site.client.get(f"/-/source/observation/{served.LANCASHIRE}-p1l4-27-0")).text
    # The paper does not say whose it is, so no panel is named.
    assert "Lancashire, “Report to the panel”, meeting of 12 October 2015, line 4 (" in text


async def test_sql_that_cannot_be_asked_stays_in_its_form(site: Datasette) -> None:
    response = await site.client.get("/panel?sql=selec+<1")
    assert response.status_code == 400 and "Statement must be a SELECT." in response.text
    assert "selec &lt;1</textarea>" in response.text


async def test_the_first_page_of_a_database_without_papers(tmp_path: Path) -> None:
    open_database(tmp_path / "panel.db").close()
    text = (await build(tmp_path / "panel.db").client.get("/")).text
    assert "No paper has been read yet." in text and "<strong>0</strong> papers" in text


async def test_what_could_not_be_read_leads_to_its_place_and_no_column_is_empty(tmp_path: Path) -> None:
    text = "# A meeting\n\nMeeting held on 3 March 2020\n\nThe hall cost £4,500 to heat in 2019/20.\n"
    site = build(ingested(tmp_path, {"hall": text}))
    (paper,) = set(re.findall(r'href="(/-/paper/[0-9a-f]+)"', (await site.client.get("/")).text))
    page = (await site.client.get(paper)).text
    assert "Name it with" in page and f'<a href="{paper}/page/1' in page[page.index("Name it with") :]
    figures = page[page.index("Figures printed in this paper") :].partition("</table>")[0]
    assert "4,500" in figures and ">Period<" in figures and ">Measure<" not in figures and ">Area<" not in figures


async def test_a_paper_that_failed_is_not_counted_among_the_read(tmp_path: Path) -> None:
    db = open_database(tmp_path / "panel.db")
    file = FileFacts(path="x.pdf", file_name="x.pdf", sha256="0" * 64, bytes=1)
    save_failure(db, file, [Problem(code="unreadable", message="cut short")], version="1", ingested_at=served.NOW)
    db.close()
    text = (await build(tmp_path / "panel.db").client.get("/")).text
    assert "<strong>0</strong> papers" in text and "why others could not be read is" in text and ">x.pdf<" not in text


async def test_the_first_page_says_when_a_run_has_not_ended(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    assert "was stopped before its end" not in (await build(path).client.get("/")).text
    db = open_database(path)
    start_run(db, version="1", started_at=served.NOW)
    db.close()
    assert "was stopped before its end" in (await build(path).client.get("/")).text


@pytest.mark.parametrize(
    "words", ['"', "'", "a OR", "NEAR(", "*", "label:x", "^", "-", "(", "co-op & 'x\" ", "<script>"]
)
async def test_no_search_is_an_error(site: Datasette, words: str) -> None:
    for path in ("/-/search?q=", "/panel/what-was-said?words=", f"/-/paper/{served.LANCASHIRE}/page/1?words="):
        response = await site.client.get(path + words)
        assert response.status_code == 200, (path, response.text)
        assert "<script" not in response.text


async def test_words_in_double_brackets_of_a_paper_do_not_become_markup(site: Datasette) -> None:
    text = (await site.client.get("/-/search?q=robbery")).text
    assert "Burglary &amp; <mark>robbery</mark>" in text
    assert "&lt;b&gt;bold&lt;/b&gt;" in text


async def test_a_site_behind_a_proxy_keeps_its_prefix(tmp_path: Path) -> None:
    site = build(served.build(tmp_path / "panel.db"))
    site._settings["base_url"] = "/papers/"
    text = (await site.client.get("/")).text
    links = [link for link in re.findall(r'(?:href|action)="(/[^"]*)"', text)]
    assert links and all(link.startswith("/papers/") for link in links)


async def test_money_without_a_recipient_is_called_by_its_purpose_and_its_place(tmp_path: Path) -> None:
    path = served.build(tmp_path / "panel.db")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update funding_awards set recipient = null where area = 'Burnley'")
        ((key,),) = db.execute(
            "select id from funding_awards where area = 'Burnley' and document_id = ?", [served.LANCASHIRE]
        ).fetchall()
    page = (await build(path).client.get(f"/-/source/award/{key}")).text
    assert "Funding for “Doorstep crime”, Burnley" in page and "<dt>Step</dt><dd>awarded</dd>" in page
