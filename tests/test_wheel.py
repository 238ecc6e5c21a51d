"""The wheel, installed in an empty environment, lints a file; the source distribution is complete."""

import subprocess
import sys
import tarfile
import venv

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_lints_a_file(wheel, tmp_path):
    # dependencies come from the environment of the tests, so that no registry is needed
    environment = tmp_path / "env"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    (site,) = environment.rglob("site-packages")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            str(site),
            str(wheel),
        ],
        check=True,
    )
    import pyromark

    (site / "dependencies.pth").write_text(
        str(next(iter(pyromark.__path__)).rsplit("pyromark", 1)[0]), encoding="utf-8"
    )
    article = tmp_path / "article.md"
    article.write_text("Ketamine is completely safe.\n", encoding="utf-8")
    result = subprocess.run(
        [str(python), "-E", "-m", "linter", "check", str(article), "--select", "SAF001"],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert result.returncode == 1, result.stdout + result.stderr
    assert "SAF001" in result.stdout
    origin = subprocess.run(
        [str(python), "-E", "-c", "import linter, lint_rules; print(linter.__file__, lint_rules.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    ).stdout  # fmt: skip
    assert origin.count(str(environment)) == 2


def test_a_source_distribution_has_all_that_the_tests_read(tmp_path):
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files"], check=True, capture_output=True, text=True).stdout
    left_out = set(listed.splitlines()) - packed
    assert {name for name in left_out if not name.startswith((".git", ".ci/"))} == set()
