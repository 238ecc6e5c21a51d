"""The labeled articles, and medlint's findings in them."""

import subprocess
import sys
from pathlib import Path

DEFAULT_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
"""Real articles, beside the repository."""
ARTICLES = Path(__file__).parent / "articles"
"""The project's own articles."""


def write_findings(articles: Path, found: Path) -> None:
    """Write medlint's findings on a folder of articles to ``found``."""
    command = [sys.executable, "-m", "linter", "check", "-q", str(articles), "-f", f"json={found}"]
    code = subprocess.run(command, check=False).returncode
    if code not in (0, 1):
        raise SystemExit(f"medlint ended with {code} on {articles}")
