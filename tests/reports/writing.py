"""Reports as whole texts; writers yield them in pieces."""


def whole(write):
    """Return a writer that returns one text."""
    return lambda *report, **options: "".join(write(*report, **options))
