"""How fast medlint is beside ``python -c pass`` and beside other linters: ``python -m bench.speed``."""
