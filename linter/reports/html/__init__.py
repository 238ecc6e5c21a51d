"""The reviewer's report: HTML pages that need no network and are safe against script injection by articles."""
