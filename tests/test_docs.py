"""The documents against the code: commands, versions, files that they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from ingest.cli import main
from schema.database import open_database

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COMMANDS = main.list_commands(click.Context(main)) if isinstance(main, click.Group) else []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    assert isinstance(main, click.Group)
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help, f"{name} has no help"
    undescribed = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert not undescribed, f"options of {name} without a word of help"
    assert f"panelpapers {name}" in README


def test_the_commands_of_the_contract_are_there() -> None:
    assert {"ingest", "serve", "show", "problems", "checks", "export", "measures", "forces"} <= set(COMMANDS)


def test_the_version_is_that_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert versions[0] == PROJECT["version"]


def test_every_dependency_is_pinned_and_has_its_reason_in_the_architecture() -> None:
    for requirement in PROJECT["dependencies"]:
        name, _, version = requirement.partition("==")
        assert version, f"{requirement} is not pinned"
        assert name.lower() in ARCHITECTURE.lower(), f"{name} has no reason in ARCHITECTURE.md"


def test_the_constraints_hold_every_direct_dependency_at_its_version() -> None:
    pinned = set((ROOT / "constraints.txt").read_text(encoding="utf-8").lower().split())
    direct = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert not [r for r in direct if r.lower() not in pinned]


DOCUMENTS = [
    "README.md",
    "ARCHITECTURE.md",
    "corpus/README.md",
    *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_a_document_links_or_names_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    linked = [t for t in re.findall(r"\]\((?!https?:|#|mailto:)([^)]+)\)", text)]
    named = re.findall(r"`((?:schema|extract|ingest|serve|tests|corpus|benchmarks)/[\w/.*]+)`", text)
    base = (ROOT / document).parent
    missing = [t for t in linked if not (base / t.split("#")[0]).exists()]
    missing += [n for n in named if not list(ROOT.glob(n.rstrip("/")))]
    assert not missing


def test_the_readme_leads_to_every_document() -> None:
    assert not [document for document in DOCUMENTS[1:] if f"]({document})" not in README]


def test_the_sql_of_the_readme_runs(tmp_path: Path) -> None:
    queries = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    db = open_database(tmp_path / "panel.db")
    assert queries
    for query in queries:
        assert db.execute(query).description
    db.close()


def test_the_two_commands_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("demo", "test"):
        assert f"make {command}" in README
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
