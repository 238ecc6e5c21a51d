"""The treatments that a page answers for."""

from linter.checks.disclosure.held import held_to
from linter.checks.risk.subjects import subjects_of

SAUNA = """1. Pain relief. The heat of a far infrared sauna relieves muscle tension and heals sore tissue.
2. Immune boost. A sauna strengthens your immune response.
3. Detox. The sweat removes toxins from your body.
4. Skin. The heat reduces cellulite and clears acne.
5. Heart. The warmth lowers blood pressure.
6. Weight. An hour melts fat.
"""
FILLER = "The rest of the page tells of the history of the bath in the north, of wood and of stones. " * 10


def test_a_text_that_claims_throughout_promotes_what_it_names(article):
    assert [topic.id for topic in held_to(article(SAUNA + "\n" + FILLER))] == ["infrared_sauna"]


def test_a_text_that_tells_of_many_things_does_not(article):
    assert not held_to(article(SAUNA[:95] + "\n\n" + FILLER))


def test_what_comes_after_a_treatment_does_not_promote_it(article):
    page = article("# Physiotherapy after knee replacement\n\nOur team gets you walking. " + FILLER + "Book now.")
    assert not subjects_of(page).treatments
