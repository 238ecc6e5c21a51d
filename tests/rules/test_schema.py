"""Checks handle every option of rule files: an unhandled one would break a run or find nothing."""

from typing import get_args

import pytest

from linter.checks import metadata, readability, section, structure, testimonial
from linter.checks.claim.forms import Form
from linter.checks.claim.judge import Strength
from linter.rules.schema.match.claims import ClaimMatch
from linter.rules.schema.match.pages import MetadataMatch, ReadabilityMatch, SectionMatch, StructureMatch
from linter.rules.schema.match.words import (
    TestimonialMatch as StoryMatch,
)  # pytest would collect a name that starts with Test


@pytest.mark.parametrize(
    ("model", "field", "known"),
    [
        (SectionMatch, "finds", section.FINDS),
        (StructureMatch, "need", structure.NEEDS),
        (MetadataMatch, "need", metadata.NEEDS),
        (ReadabilityMatch, "metric", readability.FINDERS),
    ],
)
def test_each_choice_has_its_function(model, field, known):
    assert set(get_args(model.model_fields[field].annotation)) == set(known)


def test_stories_strengths_and_forms_are_those_of_the_checks():
    (story,) = get_args(StoryMatch.model_fields["stories"].annotation)
    assert set(get_args(story)) == set(testimonial.CLASSES)
    strength, _ = get_args(ClaimMatch.model_fields["strengths"].annotation)
    assert set(get_args(strength)) == set(Strength)
    (form,) = get_args(ClaimMatch.model_fields["forms"].annotation)
    assert set(get_args(form)) == set(Form)
