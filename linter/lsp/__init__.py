"""The language server: show findings in the editor as an article is typed."""
