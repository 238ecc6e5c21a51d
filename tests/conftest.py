"""Shared fixtures: the compiled program, built once for each session, outside the user's cache."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# the machine may be busy, and garbage from other tests may be collected during a draw
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent


# background processes of a shell ignore interrupts, and tests would pass that on to the processes they interrupt
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Use a separate cache folder, also in processes that tests start."""
    before = os.environ.get("MEDLINT_CACHE_DIR")
    os.environ["MEDLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["MEDLINT_CACHE_DIR"]
    else:
        os.environ["MEDLINT_CACHE_DIR"] = before


@pytest.fixture(scope="session")
def program(_own_cache):
    """All shipped rules, compiled."""
    from linter.cache import load_program

    return load_program()
