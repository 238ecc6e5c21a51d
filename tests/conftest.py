"""Shared fixtures: the compiled program, made once a session and kept out of the user's cache."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# a busy machine is slow, and the garbage of other tests is collected in the middle of a draw
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent


# a shell has what it starts in the background ignore interrupts, and tests would hand that on to what they interrupt
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Tests neither read nor write the user's cache; processes that tests start inherit the folder."""
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
