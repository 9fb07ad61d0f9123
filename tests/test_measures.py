"""Printed labels and the measures that they are, or are not."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names import measure_decisions as decisions_module
from extract.names.label_words import label_words, tidy
from extract.names.measure_names import names
from extract.names.measures import candidates, match_measure
from schema.vocabulary import MeasureDecision, measure_aliases, measures

UNIT_OF = {m.id: m.unit for m in measures()}

AS_PRINTED: list[tuple[str, str, str | None, str | None]] = [
    # label, headings above, unit of the level, measure
    # recorded crime
    ("All Crime", "", "count", "all-recorded-crime"),
    ("Number of Crimes Recorded", "Tackling Crime & Reducing Re-Offending", "count", "all-recorded-crime"),
    ("Total Recorded Crime", "", "count", "all-recorded-crime"),
    ("Total recorded crime (excluding fraud)", "", "count", "recorded-crime-excl-fraud"),
    ("Total recorded crime including fraud", "", "count", "recorded-crime-incl-fraud"),
    ("Victim Based Crime", "", "count", "victim-based-crime"),
    ("Victim-based crime", "", "count", "victim-based-crime"),
    ("Non victim based crime", "", "count", "other-crimes-against-society"),
    ("Crimes per 1,000 population", "", "rate", "crime-rate-per-1000"),
    ("Violence with Injury", "a. Recorded Crime", "count", "violence-with-injury"),
    ("Violence with injury", "TACKLING CRIME & RE-OFFENDING", "count", "violence-with-injury"),
    ("Violence w/o Injury", "a. Recorded Crime", None, "violence-without-injury"),
    ("Violence without injury", "", "count", "violence-without-injury"),
    ("Violence Against the Person (VAP)", "", "count", "violence-against-the-person"),
    ("Violence Against the Person - with Injury", "", "count", "violence-with-injury"),
    ("Violence against the person – without injury", "", "count", "violence-without-injury"),
    ("With injury", "Violence against the person", "count", "violence-with-injury"),
    ("Burglary Residential", "", "count", "burglary-residential"),
    ("Residential Burglary", "", "count", "burglary-residential"),
    ("Burglary - Residential", "", "count", "burglary-residential"),
    ("Burglery Residential", "", "count", "burglary-residential"),
    ("Burglary Business and Community", "", "count", "burglary-business-community"),
    ("Burglary - Business & Community", "", "count", "burglary-business-community"),
    ("Burglary Dwelling", "", "count", "domestic-burglary-old"),
    ("Burglary in a dwelling", "", "count", "domestic-burglary-old"),
    ("Domestic Burglary", "", "count", "domestic-burglary-old"),
    ("Burglary other than a dwelling", "", "count", "other-burglary-old"),
    ("Burglary non-dwelling", "", "count", "other-burglary-old"),
    ("Burglary", "Recorded crime", "count", "burglary"),
    ("Robbery Personal", "", None, "robbery-personal"),
    ("Robbery (Personal)", "", "count", "robbery-personal"),
    ("Personal robbery", "", "count", "robbery-personal"),
    ("Robbery of business property", "", "count", "robbery-business"),
    ("Business Robbery", "", "count", "robbery-business"),
    ("Robbery", "", "count", "robbery"),
    ("Theft from Motor Vehicles", "", "count", "theft-from-vehicle"),
    ("Theft of Motor Vehicles", "", "count", "theft-of-motor-vehicle"),
    ("Theft from vehicle", "", "count", "theft-from-vehicle"),
    ("Theft of a motor vehicle", "", "count", "theft-of-motor-vehicle"),
    ("Vehicle Crime", "", "count", "vehicle-offences"),
    ("Theft from the person", "", "count", "theft-from-the-person"),
    ("Shoplifting", "", "count", "shoplifting"),
    ("Bicycle theft", "", "count", "bicycle-theft"),
    ("All other theft offences", "", "count", "all-other-theft"),
    ("Making Off Without Payment", "", "count", "making-off-without-payment"),
    ("Criminal Damage & Arson", "", "count", "criminal-damage-and-arson"),
    ("Criminal damage", "", "count", "criminal-damage"),
    ("Arson", "", "count", "arson"),
    ("Public Order Offences", "", None, "public-order"),
    ("Public Order", "", "count", "public-order"),
    ("Drug offences", "", "count", "drug-offences"),
    ("Possession of drugs", "", "count", "drug-possession"),
    ("Drug trafficking", "", "count", "drug-trafficking"),
    ("Possession of Weapons", "", "count", "weapons-possession"),
    ("Miscellaneous crimes against society", "", "count", "miscellaneous-crimes-against-society"),
    ("Rape", "SUPPORTING VULNERABLE PEOPLE & VICTIMS", "count", "rape"),
    ("Recorded rape offences", "", "count", "rape"),
    ("Other Sexual Offences", "", "count", "other-sexual-offences"),
    ("All Sexual Offences", "Protect Vulnerable People", "count", "sexual-offences"),
    ("Sexual Offences on Children Under 16", "", "count", "sexual-offences-on-children"),
    ("Serious sexual offences", "", "count", "serious-sexual-offences"),
    ("Homicide", "", "count", "homicide"),
    ("Stalking and harassment", "", "count", "stalking-and-harassment"),
    ("Number of Business Crimes", "", "count", "business-crime"),
    ("ATM Offences", "", "count", "atm-offences"),
    ("Knife Crime", "", "count", "knife-crime"),
    ("Knife enabled crime", "", "count", "knife-crime"),
    ("Gun crime", "", "count", "firearms-offences"),
    ("Rural crime", "", "count", "rural-crime"),
    ("Cyber-crime", "", "count", "cyber-crime"),
    # flagged crime and vulnerability
    ("Hate Crime", "", "count", "hate-crime"),
    ("Recorded hate crimes", "", "count", "hate-crime"),
    ("Hate incidents", "", "count", "hate-incidents"),
    ("Race", "Hate Crime", "count", "hate-crime-race"),
    ("Sexual orientation", "e. Hate Crime", "count", "hate-crime-sexual-orientation"),
    ("Disability hate crime", "", "count", "hate-crime-disability"),
    ("Domestic Abuse Crime", "", "count", "domestic-abuse-crime"),
    ("Domestic Abuse (DA) crime", "", "count", "domestic-abuse-crime"),
    ("DA crime", "", "count", "domestic-abuse-crime"),
    ("Domestic abuse incidents", "", "count", "domestic-abuse-incidents"),
    ("Domestic abuse incidents and crimes", "", "count", "domestic-abuse-all"),
    ("Recorded Number of Domestic Abuse Referrals", "Protect Vulnerable People", "count", "domestic-abuse-referrals"),
    ("CSE Crime", "", "count", "cse-crime"),
    ("Child Sexual Exploitation (CSE) crimes", "", "count", "cse-crime"),
    ("Number of CSE referrals", "", "count", "cse-referrals"),
    ("Modern Slavery Crimes (Only introduced 1st April 2015)", "", "count", "modern-slavery-crime"),
    ("Crimes (036 MDS)", "Modern Day Slavery and Exploitation", "count", "modern-slavery-crime"),
    (
        "Modern Slavery (Only introduced 1st April 2015) *CONNECT MI",
        "b. Rape and Sexual Offences > Modern Day Slavery and Exploitation",
        "count",
        "modern-slavery-all-records",
    ),
    ("NC/88", "Modern Day Slavery and Exploitation", "count", "modern-slavery-non-crime"),
    ("N200s", "Modern Day Slavery and Exploitation", "count", "nrm-non-crime-records"),
    ("NRM referrals", "", "count", "nrm-referrals"),
    ("Missing Person Incidents *Responding Dashboard", "", "count", "missing-incidents"),
    ("Missing persons", "", "count", "missing-incidents"),
    ("Reduction in no. of missing reports (STORM)", "", "count", "missing-reports-storm"),
    ("Reduction in no. of missing reports (COMPACT)", "", "count", "missing-reports-compact"),
    ('Reduction in no. of "Absent" reports.', "", "count", "absent-reports"),
    ("Reduction in reports received from the nine key locations", "", "count", "missing-key-locations"),
    ("Number of Anti-Social Behaviour Incidents", "", "count", "asb-incidents"),
    ("ASB", "", "count", "asb-incidents"),
    ("Antisocial behaviour", "", "count", "asb-incidents"),
    ("Personal", "Anti-social behaviour", "count", "asb-personal"),
    ("Nuisance", "ASB incidents", "count", "asb-nuisance"),
    ("Section 136 detentions", "", "count", "section-136"),
    # calls and response
    ("999 Calls - Service Level < 10 secs", "", "percent", "calls-999-within-10s"),
    ("999 Calls - Time To Answer (Average)", "", "seconds", "calls-999-average-answer"),
    ("101 Calls - Service Level", "", "percent", "calls-101-service-level"),
    ("101 Calls - Time To Answer (Average)", "", "seconds", "calls-101-average-answer"),
    ("Response times to answer 999", "Defend Frontline Policing", "percent", "calls-999-within-10s"),
    ("Response times to answer 101", "Defend Frontline Policing", "percent", "calls-101-service-level"),
    ("% of 999 calls answered within 10 seconds", "", "percent", "calls-999-within-10s"),
    ("Average time to answer", "999 calls", "seconds", "calls-999-average-answer"),
    ("Average time to answer", "101 calls", "seconds", "calls-101-average-answer"),
    ("Abandonment rate", "101 non-emergency calls", "percent", "calls-101-abandoned"),
    ("101 abandonment rate", "", "percent", "calls-101-abandoned"),
    ("Number of 999 calls", "", "count", "calls-999-offered"),
    ("Total Calls Offered", "", "count", "calls-offered"),
    ("Calls to log ratio", "", "percent", "calls-to-log-ratio"),
    (
        "Grade 1 - Emergency Response Median Time to Arrive (Target <15 Mins)",
        "PROTECTING LOCAL POLICING",
        "minutes",
        "grade1-median",
    ),
    ("Grade 2 - Priority Response Median Time to Arrive (target <1 hour)", "", "minutes", "grade2-median"),
    ("Grade 3 - Routine Response Median Time to Arrive (<48 hours)", "", "minutes", "grade3-median"),
    ("Grade 1 median response time", "", "minutes", "grade1-median"),
    ("Grade 1 average response time", "", "minutes", "grade1-mean"),
    # confidence and satisfaction
    ("Public Confidence", "Defend Frontline Policing", "percent", "confidence-local-survey"),
    (
        "Public Confidence",
        "b. Confidence: Crime Survey of England and Wales (CSEW)",
        "percent",
        "confidence-csew-overall",
    ),
    (
        "Confidence - CSEW (Overall Confidence) <i>CSEW data is 3 months behind</i>",
        "",
        "percent",
        "confidence-csew-overall",
    ),
    ("Confidence - CSEW (Overall Confidence) CSEW data is 3 months behind", "", "percent", "confidence-csew-overall"),
    ("Confidence that Police are doing a good job.", "", "percent", "confidence-csew-good-job"),
    ("User Satisfaction", "Champion the Rights of Victims", "percent", "satisfaction-overall"),
    ("User Satisfaction - Burglary", "", "percent", "satisfaction-burglary"),
    ("User Satisfaction - Violent", "", "percent", "satisfaction-violent"),
    ("User Satisfaction – Domestic Abuse", "", "percent", "satisfaction-domestic-abuse"),
    ("User Satisfaction - Anti-Social Behaviour", "", "percent", "satisfaction-asb"),
    ("User Satisfaction - Hate", "", "percent", "satisfaction-hate"),
    ("Burglary", "6. Developing Confident Communities > a. Satisfaction", "percent", "satisfaction-burglary"),
    ("Violent Crime", "6. Developing Confident Communities > a. Satisfaction", "percent", "satisfaction-violent"),
    ("Hate Crime", "User Satisfaction", "percent", "satisfaction-hate"),
    ("Antisocial behaviour", "User Satisfaction", None, "satisfaction-asb"),
    ("Whole experience", "User Satisfaction", "percent", "satisfaction-overall"),
    (
        "Satisfaction with service",
        "9 To continually improve the quality of service and response to victims of crime",
        "percent",
        "satisfaction-overall",
    ),
    ("Satisfaction with service", "8 To improve outcomes for victims of ASB", "percent", "satisfaction-asb"),
    ("Satisfaction with service", "7 To improve outcomes for victims of Hate crimes", "percent", "satisfaction-hate"),
    (
        "Satisfaction with service",
        "14A To reduce Theft from Motor Vehicles",
        "percent",
        "satisfaction-theft-from-vehicle",
    ),
    ("Satisfaction with service", "14B To reduce Theft of Motor Vehicles", "percent", "satisfaction-theft-of-vehicle"),
    (
        "Satisfaction with service",
        "12 To reduce Domestic Burglary to victims of crime",
        "percent",
        "satisfaction-burglary",
    ),
    ("Number of offences", "11 To reduce all crime", "count", "all-recorded-crime"),
    ("Number of offences", "12 To reduce Domestic Burglary to victims of crime", "count", "domestic-burglary-old"),
    ("Number of offences", "13 To reduce Violence Against the Person - with Injury", "count", "violence-with-injury"),
    ("Number of offences", "14A To reduce Theft from Motor Vehicles", "count", "theft-from-vehicle"),
    # outcomes, workforce, money, the rest
    ("Positive outcome rate", "", "percent", "positive-outcome-rate"),
    ("Sanction detection rate", "", "percent", "sanction-detection-rate"),
    ("Solved rate", "", "percent", "solved-rate"),
    ("Restorative Justice Referrals and Outcomes", "", "count", "restorative-justice"),
    ("Number of Police Officers", "Defend Frontline Policing", "count", "officers-headcount"),
    ("Police Officers", "", "FTE", "officers-fte"),
    ("Total officer Full Time Equivalent (FTE)", "", "FTE", "officers-fte"),
    ("Police staff", "Workforce", "FTE", "staff-fte"),
    ("Number of PCSOs", "", "count", "pcso-fte"),
    ("Police Community Support Officers (PCSOs)", "", "FTE", "pcso-fte"),
    ("Number of Special Constables", "", "count", "specials"),
    ("Number of Cadets", "", "count", "cadets"),
    (
        "Incident (Response) Management",
        "Workforce Census – (officers only) > Local Policing",
        "FTE",
        "fn-incident-response-management",
    ),
    ("Investigations", "Workforce Census – (officers only) – 1/4/2019 – 31/03/2020", "FTE", "fn-investigations"),
    ("Total number of complaints", "", "count", "complaint-cases"),
    ("Number of complaints against Leicestershire Police", "", "count", "complaint-cases"),
    ("Allegations per 1,000 employees", "", "rate", "complaint-allegations-per-1000"),
    ("Stop and Search", "", "count", "stop-search-count"),
    ("Killed or Seriously Injured (KSI)", "", "count", "ksi-casualties"),
    ("Band D precept", "", "GBP", "precept-band-d"),
    ("Latest estimate of savings required", "18 With staff and partners", "GBP", "savings-required"),
    ("Savings realised to date", "", "GBP", "savings-achieved"),
    ("Proportion of Force Budget Spent on Front Line Policing: visible", "", "GBP", "frontline-visible-spend"),
    ("Proportion of Force Budget Spent on Front Line Policing: non visible", "", "GBP", "frontline-non-visible-spend"),
    ("Visible", "a. Proportion of budget spent on front-line policing.", "GBP", "frontline-visible-spend"),
    ("Visible*", "a. Proportion of budget spent on front-line policing.", None, "frontline-visible-spend"),
    ("Robbery (Personal) - Lancashire", "", "count", "robbery-personal"),
    ("Number of Domestic Abuse crimes/investigations monthly", "", "count", "domestic-abuse-crime"),
    ("Satisfaction with service Position v MSG", "12 To reduce Domestic Burglary", "percent", "satisfaction-burglary"),
    ("Confidence that Police are doing a good job. Position v MSG", "", "rank", "confidence-csew-good-job"),
    (
        "Reduction in the number of incidents recorded in or near licensed premises during the night-time economy hours of 7pm to 7am 2",
        "",
        "count",
        "night-time-economy-incidents",
    ),
    ("SP7: Hate Crime", "", "count", "hate-crime"),
]

NOT_PRINTED_FOR: list[tuple[str, str, str | None]] = [
    ("Position v MSG", "11 To reduce all crime", "rank"),
    ("SPC variance", "", None),
    ("Police officers", "Posts paid for by the additional precept", "count"),
    ("2015/16 Precept", "", "GBP"),
    ("Officers", "", None),
    ("Total", "", "count"),
    ("Other", "", "count"),
    ("Lancashire", "", "count"),
    ("Crime", "", "count"),
    ("Number of offences", "", "count"),
    ("2017/18", "Number of Domestic Abuse crimes", "count"),
    ("Burglary", "", "percent"),
    ("Robbery", "Sanction detections", None),
    ("Burglary", "User Satisfaction", "count"),
    ("Rape", "Arrests", "count"),
    ("Hate", "", "count"),
    ("Domestic abuse", "", "count"),
    ("Modern Slavery", "", "count"),
    ("Child abuse arrests", "", "count"),
    ("Robbery with injury", "", "count"),
    ("Domestic abuse victims", "", "count"),
    ("Domestic abuse offenders", "", "count"),
    ("Rape suspects charged", "", "count"),
    ("Burglary detection rate", "", "percent"),
    ("Robbery arrests", "", "count"),
    ("% of domestic abuse crimes", "", None),
    ("Number of 999 calls answered within 10 seconds", "", "count"),
    ("999 calls answered within 5 seconds", "", "percent"),
    ("101 calls answered within 10 seconds", "", "percent"),
    ("Grade 4 median response time", "", "minutes"),
    ("Violence with injury", "Domestic Abuse crimes", "count"),
    ("Knife crime victims aged under 25", "", "count"),
    ("Satisfaction with the website", "", "percent"),
    ("Number of victims satisfied", "User Satisfaction", "count"),
    ("User Satisfaction", "", "count"),
    ("Female Special Constables", "", "count"),
    ("Funding for theft of ATMs", "", "GBP"),
    ("All Crime", "", "GBP"),
    ("All Crime", "", "rate"),
    ("Number of Police Officers", "", "percent"),
    ("Police vehicles", "", "count"),
    ("Reading", "", "count"),
    ("Highways maintenance", "", "GBP"),
    ("Adult Social Care", "", "GBP"),
    ("Percentage of phone calls to Contact Point answered", "", "percent"),
    ("New Homes Bonus", "", "GBP"),
    ("Confidence", "", "percent"),
    ("Residential", "", "count"),
    ("Personal", "", "count"),
    ("Intelligence", "", "count"),
    ("Operational", "", "FTE"),
    ("", "", None),
    ("-", "", None),
    ("12", "", None),
]


@pytest.mark.parametrize(("label", "context", "unit", "measure"), AS_PRINTED)
def test_a_printed_label_is_its_measure(label: str, context: str, unit: str | None, measure: str) -> None:
    match = match_measure(label, context=context, unit=unit, force="lancashire")
    assert match is not None
    assert match.id == measure
    assert 0.8 <= match.score <= 1


@pytest.mark.parametrize(("label", "context", "unit"), NOT_PRINTED_FOR)
def test_a_label_that_is_no_measure_or_not_surely_one_has_none(label: str, context: str, unit: str | None) -> None:
    match = match_measure(label, context=context, unit=unit)
    assert match is None or match.id is None


def test_every_measure_is_found_by_its_own_name_and_every_alias_under_its_heading() -> None:
    units = {m.id: m.unit for m in measures()}
    for measure in measures():
        match = match_measure(measure.name, unit=measure.unit, force="kent")
        assert match is not None and match.id == measure.id, measure.name
    for alias in measure_aliases():
        unit = alias.units[0] if alias.units else units[alias.measure]
        context = alias.contexts[0] if alias.contexts else ""
        match = match_measure(alias.alias, context=context, unit=unit, force=alias.force or "kent")
        assert match is not None and match.id == alias.measure, (alias, match)


def test_no_two_names_with_the_same_words_and_conditions_lead_to_two_measures() -> None:
    leads: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for name in names():
        leads[tuple(sorted(name.words)), name.units, name.contexts, name.force].add(name.measure.id)
    assert len(leads) > 2000
    assert {key: found for key, found in leads.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("Modern Slavery (Only introduced 1st April 2015) *CONNECT MI", "Modern Slavery"),
        ("Grade 2 - Priority Response (target <1 hour)", "Grade 2 - Priority Response"),
        ("12 To reduce Domestic Burglary", "To reduce Domestic Burglary"),
        ("Violence Against the Person (VAP)", "Violence Against the Person"),
        ("Robbery (Personal)", "Robbery Personal"),
        ("999 Calls", "999 Calls"),
        ("Outcome 8", "Outcome 8"),
        (
            "Increase in the number of successful drug treatment completions 1",
            "Increase in the number of successful drug treatment completions",
        ),
        ("999 calls answered. Target: 90%", "999 calls answered."),
        ("Missing Person Incidents *Responding Dashboard", "Missing Person Incidents"),
        ("Recorded crime by district", "Recorded crime"),
        ("Burglary by local policing area", "Burglary"),
        ("Recorded crime (without fraud) in the East of England", "Recorded crime without fraud"),
        ("Theft by an employee", "Theft by an employee"),
        ("Arrests by officers", "Arrests by officers"),
    ],
)
def test_notes_and_targets_go_and_qualifiers_stay(printed: str, left: str) -> None:
    assert tidy(printed) == left


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Number of Anti-Social Behaviour Incidents", "asb incident"),
        ("Violence w/o Injury", "violence without injury"),
        ("Theft from Motor Vehicles", "theft from vehicle"),
        ("999 Calls - Service Level < 10 secs", "999 call service level 10 second"),
        ("Recorded Number of Domestic Violence Offences 2014/15", "domestic abuse crime"),
        ("Reduction in Re-offending", "reoffending"),
    ],
)
def test_labels_come_down_to_the_words_that_tell(printed: str, words: str) -> None:
    assert " ".join(label_words(printed)) == words


@pytest.mark.parametrize(
    ("label", "context", "unit", "source", "least", "most"),
    [
        ("Residential burglary", "", "count", "name", 1.0, 1.0),
        ("Burglary - Residential", "", "count", "alias", 1.0, 1.0),
        ("Personal robbery", "", "count", "alias", 1.0, 1.0),
        ("Injury, violence with", "", "count", "name", 0.97, 0.97),
        ("Positive outcome rate", "Rape", "percent", "heading", 0.95, 0.95),
        ("Number of offences", "11 To reduce all crime", "count", "heading", 0.97, 0.97),
        ("Knife crime figures", "", "count", "fuzzy", 0.9, 0.95),
        ("Residential burglery", "", "count", "fuzzy", 0.7, 0.94),
        ("Position v MSG", "", "rank", "decision", 1.0, 1.0),
        ("Satisfaction levels", "Victims of crime", "percent", "fuzzy", 0.9, 0.9),
    ],
)
def test_the_source_and_the_score_say_how_the_label_led_to_its_measure(
    label: str, context: str, unit: str, source: str, least: float, most: float
) -> None:
    match = match_measure(label, context=context, unit=unit)
    assert match is not None and match.source == source
    assert least <= match.score <= most


def test_a_decision_goes_before_names_and_the_one_that_says_most_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def decided(measure: str | None, context: str | None = None, force: str | None = None) -> MeasureDecision:
        return MeasureDecision("All  Crime", measure, "a test", "2026-11-21", "tests", context=context, force=force)

    decisions = (
        decided(None, force="kent"),
        decided("victim-based-crime", "Victims", "kent"),
        decided("robbery", "Robbed"),
    )
    monkeypatch.setattr(decisions_module, "measure_decisions", lambda: decisions)
    decisions_module._decisions.cache_clear()
    match_measure.cache_clear()
    try:
        asked = [
            match_measure("all crime", context=context, unit="count", force=force)
            for context, force in (
                ("", "kent"),
                ("Support > Victims of crime", "kent"),
                ("Robbed", "essex"),
                ("", "essex"),
            )
        ]
    finally:
        monkeypatch.undo()
        decisions_module._decisions.cache_clear()
        match_measure.cache_clear()
    assert [(one and one.id, one and one.source) for one in asked] == [
        (None, "decision"),
        ("victim-based-crime", "decision"),
        ("robbery", "decision"),
        ("all-recorded-crime", "alias"),
    ]


def test_labels_that_are_like_names_are_offered_their_measures_with_scores() -> None:
    assert [found for found, score in candidates("Knife crime robberies of shops", 3) if 0 < score <= 1][:1] == [
        "knife-crime-robbery"
    ]
    assert candidates("", 3) == [] and candidates("£", 3) == []
    assert len(candidates("Burglary of dwellings by night", 5)) == 5
    assert all("saving" in found for found, _ in candidates("savings", 3))


@given(
    st.sampled_from(
        [(m.name, m.id, m.unit, "") for m in measures() if not m.name.startswith("police.uk")]
        + [
            (a.alias, a.measure, a.units[0] if a.units else UNIT_OF[a.measure], a.contexts[0] if a.contexts else "")
            for a in measure_aliases()
            if not a.alias.startswith("CI")
        ]
    ),
    st.sampled_from(
        [
            "{}*",
            "{}:",
            "4. {}",
            "a) {}",
            "KPI 3 {}",
            "Priority 2: {}",
            "{} (12 months to March 2020)",
            "{} 2019/20",
            "{} (YTD)",
            "{} – Q2 2023/24",
            "{} - Kent Police",
            "{}<sup>2</sup>",
            "  {}  ",
        ]
    ),
    st.sampled_from([str, str.upper, lambda text: text.replace(" ", "\u00a0"), lambda text: text.replace("-", "–")]),
)
def test_numbers_notes_times_and_forces_around_a_name_change_nothing(
    named: tuple[str, str, str, str], around: str, printed: Callable[[str], str]
) -> None:
    name, measure, unit, context = named
    match = match_measure(around.format(printed(name)), context=context, unit=unit, force="kent")
    assert match is not None and match.id == measure


@given(st.text(max_size=60))
def test_any_text_may_be_asked(text: str) -> None:
    match = match_measure(text, context=text)
    assert match is None or 0 < match.score <= 1


def test_matching_is_fast_enough_for_every_cell_of_a_long_paper() -> None:
    match_measure("All Crime")
    began = time.perf_counter()
    for number in range(100):
        match_measure(
            f"Adult Learning Disability - Community Based Services {chr(97 + number % 26)}{number}x", unit="GBP"
        )
    assert (time.perf_counter() - began) / 100 < 0.02
