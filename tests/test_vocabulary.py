"""The vocabularies hold together: no name leads two ways, nothing points at what is not there."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files

from schema import vocabulary

UNITS = {"count", "percent", "GBP", "seconds", "minutes", "hours", "days", "FTE", "rank", "rate"}
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?~?(/(\d{4}(-\d{2}(-\d{2})?)?~?|\.\.))?")


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9%£]+", " ", text.lower()).strip()


def test_there_are_43_forces_with_codes_of_their_own() -> None:
    forces = vocabulary.forces()
    assert len(forces) == 43
    assert len({f.id for f in forces}) == len({f.gss_code for f in forces}) == len({f.name for f in forces}) == 43
    assert all(re.fullmatch(r"[EW]\d{8}", f.gss_code) for f in forces)
    assert {f.country for f in forces} == {"England", "Wales"}
    assert sum(f.country == "Wales" for f in forces) == 4
    assert len({f.region for f in forces}) == 10
    assert [f.id for f in forces] == sorted(f.id for f in forces)


def test_every_force_has_names_and_no_name_leads_to_two_forces() -> None:
    ids = {f.id for f in vocabulary.forces()}
    leads: defaultdict[str, set[str]] = defaultdict(set)
    for alias in vocabulary.force_aliases():
        leads[plain(alias.alias)].add(alias.force)
    assert {force for found in leads.values() for force in found} == ids
    assert {name: found for name, found in leads.items() if len(found) > 1} == {}
    for force in vocabulary.forces():
        for name in (force.id, force.name, force.police_name, force.gss_code):
            assert leads[plain(name)] == {force.id}


def test_every_force_is_named_as_area_force_and_commissioner() -> None:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for alias in vocabulary.force_aliases():
        kinds[alias.force].update(kind.removesuffix("-derived") for kind in alias.kinds)
    assert all({"force", "gss", "force-domain"} <= found for found in kinds.values())
    assert all(
        {"panel", "opcc"} <= found for force, found in kinds.items() if force not in {"city-of-london", "metropolitan"}
    )


def test_governance_districts_and_changes_point_at_forces_and_have_sane_dates() -> None:
    ids = {f.id for f in vocabulary.forces()}
    assert {g.force for g in vocabulary.governance()} == ids
    assert {g.kind for g in vocabulary.governance()} == {"pcc", "pfcc", "pcvc", "mayor", "corporation", "panel", "host"}
    for row in vocabulary.governance():
        assert all(EDTF.fullmatch(day) for day in (row.valid_from, row.valid_to) if day), row
        if row.valid_from and row.valid_to:
            assert row.valid_from[:4] <= row.valid_to[:4], row
    assert {d.force for d in vocabulary.districts()} == ids
    assert {s.force for s in vocabulary.similar_forces()} | {
        s.similar_force for s in vocabulary.similar_forces()
    } <= ids
    assert {c.force for c in vocabulary.recording_changes() if c.force} <= ids
    assert all(EDTF.fullmatch(c.date) for c in vocabulary.recording_changes())


def test_no_district_name_leads_to_two_forces() -> None:
    leads: defaultdict[str, set[str]] = defaultdict(set)
    for district in vocabulary.districts():
        leads[plain(district.name)].add(district.force)
    assert {name: found for name, found in leads.items() if len(found) > 1} == {}


def test_measures_have_unique_ids_known_parents_and_units_of_the_contract() -> None:
    measures = vocabulary.measures()
    ids = {m.id for m in measures}
    assert len(ids) == len(measures) == len({plain(m.name) for m in measures})
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", m.id) for m in measures)
    assert {m.unit for m in measures} <= UNITS
    assert all(m.definition and m.source and m.category and m.subcategory for m in measures)
    parents = {m.id: m.parent for m in measures}
    confused = {m.id: m.not_to_be_confused_with for m in measures}
    for measure in measures:
        assert set(measure.not_to_be_confused_with) <= ids - {measure.id}, measure.id
        assert all(measure.id in confused[other] for other in measure.not_to_be_confused_with), measure.id
        seen, parent = {measure.id}, measure.parent
        while parent is not None:
            assert parent in ids and parent not in seen, measure.id
            seen.add(parent)
            parent = parents[parent]


def test_no_alias_leads_to_two_measures_unless_context_or_unit_tells_them_apart() -> None:
    ids = {m.id for m in vocabulary.measures()}
    leads: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    names = [(m.name, m.id, (), ()) for m in vocabulary.measures()]
    names += [(a.alias, a.measure, a.units, a.contexts) for a in vocabulary.measure_aliases()]
    for name, measure, units, contexts in names:
        assert measure in ids, name
        assert plain(name), measure
        assert set(units) <= UNITS, name
        leads[plain(name), units, contexts].add(measure)
    assert {key: found for key, found in leads.items() if len(found) > 1} == {}


def test_decisions_on_labels_name_measures_units_and_forces_that_exist_and_say_why_when_and_who() -> None:
    measures, forces = {m.id for m in vocabulary.measures()}, {f.id for f in vocabulary.forces()}
    decisions = vocabulary.measure_decisions()
    assert decisions
    for one in decisions:
        assert one.label.strip() == one.label != "", one
        assert one.measure is None or one.measure in measures, one
        assert one.unit is None or one.unit in UNITS, one
        assert one.force is None or one.force in forces, one
        assert one.reason and one.by and re.fullmatch(r"20\d\d-\d\d-\d\d", one.date), one
    keys = [(one.label.casefold(), one.context, one.unit, one.force) for one in decisions]
    assert len(set(keys)) == len(keys)


def test_changes_in_recording_name_measures_that_exist() -> None:
    ids = {m.id for m in vocabulary.measures()}
    for change in vocabulary.recording_changes():
        assert change.measures and set(change.measures) <= ids, change


def test_what_is_still_to_be_checked_of_a_change_in_recording_is_not_told_to_readers() -> None:
    for change in vocabulary.recording_changes():
        assert change.source, change
        assert not re.search(r"not (?:yet )?checked|general knowledge", f"{change.what} {change.source}"), change


def test_both_population_series_cover_all_forces() -> None:
    years: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for row in vocabulary.population():
        assert 5_000 < row.population < 10_000_000
        years[row.series, row.force].add(row.year)
    spans = {series: found for (series, _), found in years.items()}
    assert len(spans) == 2 and len(years) == 2 * 43
    assert all(years[series, f.id] == span for series, span in spans.items() for f in vocabulary.forces())


def test_every_data_file_is_plain_utf8_and_names_only_public_sources() -> None:
    for file in files("schema").joinpath("data").iterdir():
        if file.name.endswith(".csv"):
            text = file.read_text(encoding="utf-8")
            assert text.endswith("\n") and "\r" not in text and "�" not in text, file.name
            assert not re.search(r"(?<![\w:/.])/(?:home|Users|tmp|mnt)/", text), file.name


def test_what_is_held_at_a_time_is_a_measure_of_its_own() -> None:
    held = vocabulary.measures_held()
    assert held < {m.id for m in vocabulary.measures()}
    assert "officers-headcount" in held and not {"officers-recruited", "burglary", "reserves-use"} & held
