"""Reports as whole texts: writers give them in pieces."""


def whole(write):
    """A writer that gives one text."""
    return lambda *report, **options: "".join(write(*report, **options))
