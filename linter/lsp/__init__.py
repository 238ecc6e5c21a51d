"""The language server: an article's findings in the editor, as it is typed."""
