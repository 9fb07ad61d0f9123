"""The sample papers, a module for each."""

from __future__ import annotations

from corpus.content import (
    cheshire_2022_06_grants,
    essex_2023_02_confidence,
    gloucestershire_2021_commissioners_fund,
    kent_2016_02_precept,
    kent_2024_02_precept,
    lancashire_2013_12_scrutiny_plan,
    lancashire_2015_10_community_safety_fund,
    lancashire_2015_10_performance,
    lancashire_2017_12_performance,
    lancashire_2020_09_performance,
    lancashire_2020_09_vulnerability,
    lancashire_2020_09_workforce,
    leicestershire_2015_01_precept,
    leicestershire_2015_03_agenda_pack,
    nottinghamshire_2024_09_performance,
    surrey_2022_02_grants,
    sussex_2018_09_performance,
    thames_valley_2017_05_recorded_crime,
    thames_valley_2018_06_victims_services,
    thames_valley_2019_11_precept_funding,
    thames_valley_2021_06_community_safety_fund,
    warwickshire_2022_07_victims_funding,
    warwickshire_2024_03_grants,
    wiltshire_2019_09_performance,
    wiltshire_2020_09_performance,
)
from corpus.paper import Paper

PAPERS: tuple[Paper, ...] = tuple(
    module.PAPER
    for module in (
        cheshire_2022_06_grants,
        essex_2023_02_confidence,
        gloucestershire_2021_commissioners_fund,
        kent_2016_02_precept,
        kent_2024_02_precept,
        lancashire_2013_12_scrutiny_plan,
        lancashire_2015_10_community_safety_fund,
        lancashire_2015_10_performance,
        lancashire_2017_12_performance,
        lancashire_2020_09_performance,
        lancashire_2020_09_vulnerability,
        lancashire_2020_09_workforce,
        leicestershire_2015_01_precept,
        leicestershire_2015_03_agenda_pack,
        nottinghamshire_2024_09_performance,
        surrey_2022_02_grants,
        sussex_2018_09_performance,
        thames_valley_2017_05_recorded_crime,
        thames_valley_2018_06_victims_services,
        thames_valley_2019_11_precept_funding,
        thames_valley_2021_06_community_safety_fund,
        warwickshire_2022_07_victims_funding,
        warwickshire_2024_03_grants,
        wiltshire_2019_09_performance,
        wiltshire_2020_09_performance,
    )
)
