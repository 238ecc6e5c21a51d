"""``python -m linter`` is the same as ``medlint``."""

import sys

from linter.cli import main

sys.exit(main())
