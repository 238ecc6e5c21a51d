"""Suppressions: findings that do not count, with who suppressed them, why and until when; and faulty suppressions.

A suppressed violation stays in every report, marked with its suppression. The means are tried in this order, and the
first that covers a finding suppresses it:

- comments and metadata of the article (``comments/``),
- the register of approved claims (``approved``; the register itself is ``linter.approved``, since rules use it too),
- waivers, a file of findings that were accepted one by one (``waivers/``),
- the baseline, a file with the counts of findings from when medlint was adopted (``baseline/``).

The first two apply while an article is checked, the others afterwards (``ledger``), so that results can be cached.
Suppressions follow an article that has moved (``moved``).
"""

FRONT_MATTER_KEY = "medlint-ignore"
"""Front matter key of the suppressions that apply to the whole file."""
