"""The reviewer's report: HTML pages that need no network and that hostile articles cannot make run anything."""
