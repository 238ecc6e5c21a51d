"""Rules on a region's law run only under its preset, and every rule that runs there has a source that applies there."""

import pytest

from linter.cache import load_program
from linter.rules.schema.fields import Region

PROGRAM = load_program()
ELSEWHERE = ("uk", "eu", "au", "can")
STATES = ("ca", "fl", "il", "ny", "tx", "wa")
REGIONS = [("us",), *((region,) for region in ELSEWHERE), *(("us", f"us-{state}") for state in STATES)]


def running(regions: tuple[str, ...]) -> list[str]:
    return [rule.code for rule in PROGRAM.rules if set(rule.jurisdictions) & set(regions)]


@pytest.mark.parametrize("regions", REGIONS, ids="+".join)
def test_what_runs_has_a_source_of_the_region(regions):
    bare = [rule.code for rule in PROGRAM.rules if rule.code in running(regions) and not rule.cited(regions)]
    assert not [code for code in bare if not code.startswith(("IGN", "CLM"))]


@pytest.mark.parametrize("region", ELSEWHERE)
def test_law_of_the_united_states_speaks_only_there(region):
    american = {key for rule in PROGRAM.rules for key in keys(rule, ("us",))}
    general = {key for rule in PROGRAM.rules for key in keys(rule, ())}
    cited = {key for rule in PROGRAM.rules for key in keys(rule, (region,))}
    assert cited & american <= general
    assert not any(key.startswith(("FTC", "FDA", "CFR", "DEA", "HIPAA")) for key in cited)


@pytest.mark.parametrize("region", ELSEWHERE)
def test_claims_are_judged_everywhere(region):
    codes = running((region,))
    claims = {"EFF001", "EFF002", "CER001", "CMP001", "SAF001", "EVD002"}
    assert claims | {"RSK001", "RDB001", "STR001", "INT001"} <= set(codes)


def test_a_state_adds_its_law_to_the_federation():
    guaranteed = next(rule for rule in PROGRAM.rules if rule.code == "CER001")
    assert set(keys(guaranteed, ("us",))) < set(keys(guaranteed, ("us", "us-tx")))
    assert "TX-164" not in keys(guaranteed, ("us", "us-ca"))


def test_regions_of_the_schema_are_all_tried():
    assert {regions[-1] for regions in REGIONS} == set(Region.__args__)


def keys(rule, regions):
    return [cited.key for cited in rule.cited(regions)]
