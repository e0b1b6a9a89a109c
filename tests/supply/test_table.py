"""docs/dependencies.md says what is locked, and why."""

from __future__ import annotations

from supply.locks import LOCKS, NODE_LOCKS, locked, modules
from supply.table import PAGE, kinds, reasons, recorded, table


def test_the_page_is_as_the_locks_have_it() -> None:
    """A page that differs was edited by hand, or `make docs` was forgotten."""
    assert PAGE.read_text("utf-8") == table()


def test_every_package_that_we_ask_for_has_a_reason_and_no_other() -> None:
    """A package without a reason should not be there; a reason without a package neither."""
    ours = {package.name for lock in LOCKS for package in locked(lock).values() if package.direct}
    ours |= {module.name for lock in NODE_LOCKS for module in modules(lock) if module.direct}
    assert set(reasons()) == ours
    for reason in reasons().values():
        assert {"for", "why"} <= set(reason) <= {"for", "why", "licence"}
        assert all(reason.values())


def test_every_package_is_told_once() -> None:
    """Under what needs it first; none is left out."""
    told = [f"{package.name}=={package.version}" for _, packages in kinds() for package in packages]
    assert sorted(told) == sorted(
        {f"{each.name}=={each.version}" for lock in LOCKS for each in locked(lock).values()}
    )


def test_what_the_index_said_is_of_these_versions() -> None:
    """A lock that was changed by hand has nothing recorded."""
    pins = {f"{each.name}=={each.version}" for lock in LOCKS for each in locked(lock).values()}
    assert set(recorded()["packages"]) == pins


def test_a_site_is_made_with_few_packages() -> None:
    """Eleven; whoever adds a twelfth says in decision 0002 why."""
    (_, packages), *_ = kinds()
    assert len(packages) <= 11
