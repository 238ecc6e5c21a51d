import subprocess
import sys

import pytest

from bench.speed.installed import installed
from bench.speed.layers import layers
from bench.speed.peers import peers


def test_the_layers_are_all_of_an_article(program):
    found = layers(1)
    assert {"parse", "readings", "check claim"} <= found.keys()
    assert sum(found.values()) == pytest.approx(100)


@pytest.mark.parametrize(
    ("body", "checks"), [('/bin/cat "$2"', True), ("exit 1", False), ("echo 'no rules found'", False)]
)
def test_a_peer_that_checks_nothing_has_no_row(body, checks, tmp_path, monkeypatch):
    """A wrapper may be installed without its program, and a program without rules."""
    wrapper = tmp_path / "vale"
    wrapper.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ("vale" in peers()) == checks


def test_the_bare_loop_runs(tmp_path):
    # an optional library, needed only for this comparison
    pytest.importorskip("ahocorasick_rs")
    (tmp_path / "a.md").write_text("The nurse explains the dose.", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "bench.speed.bare", str(tmp_path)], check=True)


def test_medlint_is_timed_as_its_users_have_it(tmp_path):
    """The environment has no editable install, whose hook slows the start of Python."""
    python, command = installed(tmp_path / "installed")
    loaded = subprocess.run(
        [python, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert "editable" not in loaded.stdout
    version = subprocess.run([python, command, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("medlint ")
