"""Compare the speed of medlint with ``python -c pass`` and other linters: ``python -m bench.speed``."""
