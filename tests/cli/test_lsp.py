"""``medlint lsp`` without what it needs; what it does with it is in ``tests/lsp``."""

from linter.cli import exits, main


def test_the_extra_that_is_missing_is_named(monkeypatch, capfd):
    monkeypatch.setattr("linter.cli.lsp.find_spec", lambda _: None)
    assert main(["lsp"]) == exits.USAGE
    output = capfd.readouterr()
    assert (output.out, output.err) == ("", "medlint: to serve editors, install it with: pip install 'medlint[lsp]'\n")
