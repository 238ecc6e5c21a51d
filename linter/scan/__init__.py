"""Very many articles: from Parquet, JSON Lines, CSV, web archives and folders to findings as Parquet, on Daft.

The engine is that of ``medlint check``; Daft reads, spreads and writes, on this machine or on a Ray cluster.
"""


class ScanError(Exception):
    """Something that the user can mend; the message is one line."""
