"""Coverage-guided inputs: run atheris in its own process, because it instruments medlint and exits the process."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.campaign import LIMIT, Find, Outcome, failure_of
from fuzz.target import Target
from fuzz.targets import targets

_DONE = re.compile(r"Done (\d+) runs|#(\d+)\s+DONE")


def by_coverage(target: Target, inputs: int, seed: int) -> Outcome:
    """Run atheris on a target; it stops at the first find. Raises ``RuntimeError`` if it cannot run."""
    with tempfile.TemporaryDirectory(prefix="medlint-fuzz-") as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, text in enumerate(target.seeds()):
            for start in range(0, min(len(text), 20 * target.longest), target.longest):
                piece = text[start : start + target.longest]
                (corpus / f"{number}-{start}").write_bytes(piece.encode("utf-8", "surrogatepass"))
        result = subprocess.run(
            [
                *(sys.executable, "-m", "fuzz.guided", target.name, str(corpus), f"-artifact_prefix={folder}/"),
                *(f"-runs={inputs}", f"-seed={seed}", f"-max_len={2 * target.longest}", "-verbosity=1"),
                # atheris measures wall time, which depends on other programs; our own limit is CPU time
                *("-timeout=3600", "-report_slow_units=3600"),
            ],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        finds = tuple(_find(target, file) for file in sorted(Path(folder).iterdir()) if file.is_file())
    ran = [int(found[1] or found[2]) for found in _DONE.finditer(result.stderr)]
    if not ran and not finds:
        raise RuntimeError(f"atheris did not run: {result.stderr[-500:]}")
    return Outcome(max(ran, default=0), 0, finds)


def _find(target: Target, file: Path) -> Find:
    text = file.read_bytes().decode("utf-8", "replace")
    return Find(text, failure_of(target, text) or f"{file.name.split('-')[0]} that does not come again")


def _serve() -> None:
    import atheris

    from fuzz.inputs import mutated

    target = targets()[sys.argv.pop(1)]
    with atheris.instrument_imports(include=["linter"]):
        target.run(target.seeds()[0][: target.longest])
    seeds = target.seeds()

    def feed(data: bytes) -> None:
        failure = failure_of(target, data.decode("utf-8", "replace"))
        if failure:
            raise RuntimeError(failure)

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        if seed % 3:
            mutation: bytes = atheris.Mutate(data, longest)
            return mutation
        from random import Random

        text = data.decode("utf-8", "replace") or " "
        return mutated(Random(seed), [text, *seeds[:1]], target.tokens, longest // 2).encode()[:longest]

    atheris.Setup(sys.argv, feed, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    print(f"at most {LIMIT} s an input", file=sys.stderr)
    _serve()
