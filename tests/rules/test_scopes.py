"""``scopes`` means the same for every kind that accepts it; no other kind accepts and ignores it."""

import pytest
from pydantic import ValidationError

from linter.rules.validated import model_dump
from linter.trial import try_rule
from linter.value import replace
from tests.catalogue import CATALOGUE
from tests.checks.conftest import rule_file

SHIPPED = {rule.code: rule for rule in CATALOGUE.rules}
BY_KIND = {rule.kind: rule for rule in SHIPPED.values()}
TAKE_SCOPES = {"phrase", "pattern", "occurrence", "answer", "testimonial", "approval"}


@pytest.mark.parametrize("code", [code for code, rule in SHIPPED.items() if rule.kind in TAKE_SCOPES])
def test_a_rule_looks_only_there(code, program):
    (rule,) = program.select([code])
    elsewhere = replace(rule, match={**rule.match, "scopes": ["caption"]})
    tried = list(try_rule(elsewhere, model_dump(SHIPPED[code])["examples"], program))
    assert [one.problem for one in tried if one.kind == "bad"] == ["does not report a bad example"] * sum(
        one.kind == "bad" for one in tried
    )


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_no_kind_passes_over_it(kind):
    match = {**model_dump(BY_KIND[kind])["match"], "scopes": ["caption"]}
    if kind in TAKE_SCOPES:
        assert rule_file("XYZ001", kind, match).match.scopes == ["caption"]
    else:
        with pytest.raises(ValidationError, match="scopes\n  Extra inputs are not permitted"):
            rule_file("XYZ001", kind, match)
