"""``--cluster``: facts are examined by the workers of a Dask cluster. The only module that imports ``distributed``, and only when asked.

It pays late: docs/decisions/0027-cluster.md has the figures.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from factsite.hands import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Future

    from distributed import Client

    from factsite.elsewhere import Luggage
    from factsite.facts import Batch
    from factsite.hands import Hands

PATIENCE: Final = 10.0
"""Seconds in which a scheduler has to answer."""
EVERY: Final = 5.0
"""Seconds after which it is asked again whether there are workers, while nothing comes back."""
ALIKE: Final = ("python", "dask", "distributed", "msgpack", "cloudpickle")
"""What has to be the same for two machines to understand each other."""


class ClusterError(Exception):
    """The cluster cannot be used; the words say why, and what to do."""


@contextmanager
def hands_of(address: str | None) -> Iterator[Hands]:
    """Give the hands for a build: the workers of a scheduler with this address, or those of this machine. Raises ``ClusterError``."""
    if address is None:
        yield together
        return
    import logging
    from concurrent.futures import BrokenExecutor, CancelledError

    try:
        import distributed
    except ImportError as fault:
        raise ClusterError("--cluster needs Dask: run `pip install distributed`") from fault
    from distributed.comm import CommClosedError

    from factsite.elsewhere import OtherWorkerError, through

    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    _refuse_unlike(address)
    try:
        with distributed.Client(address, timeout=PATIENCE, set_as_default=False) as client:
            ahead = 2 * max(1, sum(client.nthreads().values()))
            executor = client.get_executor(pure=False)
            yield through(executor, partial(_share, client), partial(_result, client, address), ahead)
    except OtherWorkerError as fault:
        raise ClusterError(
            f"a worker of {address} would make other pages ({fault}); install the same there as here"
        ) from fault
    except (distributed.KilledWorker, BrokenExecutor) as fault:
        raise ClusterError(
            f"workers of {address} died at the same facts, one after the other; give them more memory, or build without --cluster"
        ) from fault
    except (CancelledError, TimeoutError, CommClosedError) as fault:
        raise ClusterError(
            f"the scheduler at {address} is gone; start it anew, or build without --cluster"
        ) from fault
    except (ImportError, RuntimeError) as fault:
        missing = fault if isinstance(fault, ImportError) else fault.__cause__
        if not isinstance(missing, ImportError):
            raise
        raise ClusterError(
            f"the cluster of {address} lacks what facts are examined with ({missing}); install factsite for its scheduler and its workers, the same as here"
        ) from fault


def _refuse_unlike(address: str) -> None:
    """Raise ``ClusterError`` unless a scheduler answers that is like this machine and has workers."""
    import asyncio

    from distributed.versions import get_versions

    try:
        there, workers = asyncio.run(_asked(address))
    except Exception as fault:  # whatever answers there, if anything does
        raise ClusterError(
            f"no Dask scheduler answers at {address!r}; start one with `dask scheduler`, and write the address that it prints"
        ) from fault
    from factsite.elsewhere import differences

    here = get_versions()["packages"]
    if others := differences({name: here[name] for name in ALIKE}, there):
        raise ClusterError(f"the scheduler at {address} is not like this machine: {'; '.join(others)}")
    if not workers:
        raise _without_workers(address)


async def _asked(address: str) -> tuple[Mapping[str, str], int]:
    """Return the versions that a scheduler has, and how many workers."""
    import asyncio

    import distributed

    async with asyncio.timeout(PATIENCE), distributed.rpc(address, timeout=PATIENCE) as scheduler:
        versions, workers = await scheduler.versions(), await scheduler.ncores()
        return versions["packages"], len(workers)


def _share(client: Client, luggage: Luggage) -> Any:
    """Send the luggage to every worker once; return what stands for it."""
    return client.scatter([luggage], broadcast=True)[0]


def _result(client: Client, address: str, future: Future[Batch]) -> Batch:
    """Wait for what comes of a task, as long as there are workers: Dask would wait for new ones without end."""
    from concurrent.futures import wait

    while not wait([future], timeout=EVERY).done:
        if client.status != "running" or not client.nthreads():
            raise _without_workers(address)
    return future.result()


def _without_workers(address: str) -> ClusterError:
    return ClusterError(
        f"the scheduler at {address} has no workers; start some with `dask worker {address} --nworkers auto --nthreads 1`"
    )
