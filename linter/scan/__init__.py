"""Check very many articles: read Parquet, JSON Lines, CSV, web archives and folders, and write findings as Parquet.

The checks are those of ``medlint check``; Daft reads, distributes and writes, on this machine or a Ray cluster.
"""


class ScanError(Exception):
    """An error that the user can correct; the message is one line."""
