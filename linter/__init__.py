"""medlint: a linter that reads a clinic's article the way a regulatory reviewer would."""
