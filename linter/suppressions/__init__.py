"""Suppressions: what is not counted, by whom, why and until when, and what is wrong with a suppression itself.

A suppressed violation is still a violation with a name on it: it stays in every report. Each finding is asked in turn

- the article, whose comments and metadata ask for it (``comments/``),
- the register of approved claims (``approved``; the register itself is ``linter.approved``, since rules ask it too),
- the waivers, a file of findings that somebody has accepted by name (``waivers/``),
- the baseline, a file that counts what was there on the day medlint was taken up (``baseline/``),

and the first that knows it has it. The first two are asked while an article is judged, the others afterwards
(``ledger``), so that what was found in it can be kept. What was accepted of an article that has moved follows it
(``moved``).
"""

FRONT_MATTER_KEY = "medlint-ignore"
"""Key of the front matter whose entries speak of the whole file."""
