"""The result of one file as it is told: in words, as a row for a person, as data for a program."""

from __future__ import annotations

from ingest.batch import Result, Told
from ingest.terminal import Row
from schema.reading import Problem


def is_news(result: Result) -> bool:
    """False for a file that the database has and had."""
    return result.came != "unchanged" or result.same_as is not None


def row(result: Result) -> Row:
    """A row of the table at the end of a run."""
    told = result.told
    return {
        "paper": result.file.path,
        "came": _came(result),
        "force": told.force if told else None,
        "meeting": told.meeting_date if told else None,
        **counted(told),
        "why": why(result),
    }


def weight(result: Result) -> int:
    """How soon a person should see it: what failed first, then what came in part, what is told of with a reason, and the rest."""
    if result.came == "failed":
        return 0
    return 1 if result.status == "partial" else 2 if why(result) and result.same_as is None else 3


def described(result: Result) -> dict[str, object]:
    """Everything that is known of it, for JSON."""
    told = result.told
    return {
        "path": result.file.path,
        "document_id": result.file.document_id,
        "came": result.came,
        "same_as": result.same_as,
        "status": result.status,
        "force": told.force if told else None,
        "meeting_date": told.meeting_date if told else None,
        **counted(told),
        "problems": [
            {"code": p.code, "severity": p.severity, "page": p.page, "line": p.line, "message": p.message}
            for p in (told.problems if told else [result.why] if result.why else [])
        ],
    }


def counted(told: Told | None) -> dict[str, object]:
    """How much of each kind was found; None of all where nothing was read."""
    return {name: getattr(told, name) if told else None for name in ("tables", "observations", "awards", "dates")}


def why(result: Result) -> str:
    """Why a paper failed or is no new one, or the first thing that was not read in it; the path stands in the row already."""
    if result.same_as is not None:
        return f"the same content as {result.same_as}"
    if result.why is not None:
        return result.why.message.removeprefix(f"{result.file.path}: ")
    if result.told is None:
        return "an earlier version, which is current again" if result.came == "changed" else ""
    problems = result.told.problems
    serious = [problem for problem in problems if problem.severity != "info"]
    if not serious:
        return ""
    worst = next((problem for problem in serious if problem.severity == "error"), serious[0])
    said = _placed(worst, result.told.pages)
    return said if len(serious) == 1 else f"{said} (and {len(serious) - 1} more)"


def _placed(problem: Problem, pages: int) -> str:
    """What could not be read, with its page where there are several: ``Page 11: Of this table, 38 of the figures …``."""
    told = problem.page is None or pages < 2 or problem.code == "force_unknown" or problem.message.startswith("Page ")
    return problem.message if told else f"Page {problem.page}: {problem.message}"


def in_words(result: Result) -> str:
    """What came of it, such as ``added, 1 table, 12 observations, 0 awards, 3 dates``, or ``failed:`` and why."""
    told = result.told
    if told is None:
        return ": ".join(filter(None, (_came(result), why(result))))
    counts = {"table": told.tables, "observation": told.observations, "award": told.awards, "date": told.dates}
    return ", ".join((_came(result), *(f"{count} {one}{'' if count == 1 else 's'}" for one, count in counts.items())))


def _came(result: Result) -> str:
    if result.same_as is not None:
        return "copy"
    return "in part" if result.status == "partial" else result.came
