"""The wording of rules: a message states what is wrong, in whole sentences; a suggestion says what to do."""

import re

import pytest

from linter.rules.validated import model_dump
from tests.catalogue import CATALOGUE

RULES = pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
TOLD_APART = ("partly", "owed", "unlisted", "unnamed")
"""Messages that some kinds use instead of the rule's own."""
CLAUSE = re.compile(r"(?:^|[.;:] )(?:and )?(\w+)")
NO_ORDER = {"if", "in"}
ORDERS = {CLAUSE.findall(rule.suggestion.lower())[0] for rule in CATALOGUE.rules} - NO_ORDER
"""The verbs that suggestions start with."""


def messages(rule):
    match = model_dump(rule)["match"]
    return [rule.message, *(match[name] for name in TOLD_APART if match.get(name))]


@RULES
def test_a_message_is_made_of_whole_sentences(rule):
    for text in messages(rule):
        assert re.fullmatch(r"[A-Z\"{].*(\.|: \{\w+\})", text), text


@RULES
def test_a_suggestion_is_made_of_whole_sentences(rule):
    assert re.fullmatch(r"[A-Z].*([.)'…]|: \{\w+\})", rule.suggestion), rule.suggestion


@RULES
def test_words_of_the_article_stand_in_double_quotes(rule):
    for text in messages(rule):
        assert "'{excerpt}'" not in text


@RULES
def test_what_to_do_is_left_to_the_suggestion(rule):
    assert not ORDERS & set(CLAUSE.findall(rule.message.lower())), rule.message


def test_the_orders_are_orders():
    assert {"add", "delete", "say", "state", "name"} <= ORDERS
    assert not ORDERS & {"the", "a", "this", "it", "you", "some"}
