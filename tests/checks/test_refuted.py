"""A claim quoted to be denied is not a promise; one quoted and confirmed is the page's own."""

import pytest

from linter.engine import lint_document
from linter.trial import example_document, example_setting

FALSE = "**False.** Two trials looked and found nothing."
WORDINGS = [
    ('## "{}"\n\n' + FALSE, True),
    ('## 3. "{}"\n\nNot shown. We know of no trial.', True),
    ("## '{}'\n\nMisleading, to say the least.", True),
    ("## Claim 2: {}\n\nNo evidence given. Nobody counted.", True),
    ('**"{}"**\n\nHalf true.', True),
    ('**"{}."** Not true. No trial says so.', True),
    ("**Claim 1: {}.** Unproven. No trial says so.", True),
    ("<p><q>{}</q></p>\n\nUntrue. No trial says so.", True),
    ("> {}\n\nUnfounded. No trial says so.", True),
    ('"{}": false, as far as we know.', True),
    ('"{}" is simply untrue.', True),
    ('- "{}" - wrong.', True),
    ("| What ads say | What we say |\n|---|---|\n| {} | Unproven. |", True),
    ('## "{}"\n\nIt is not. No trial says so.', True),
    ('## "{}"\n\nThey don\'t. No trial says so.', True),
    ('## "{}"\n\nNo. We know of no trial.', True),
    ('## "It is rare"\n\nFalse.\n\n## "It is new"\n\nWrong.\n\n## "{}"\n\nOxygen has two atoms.', True),
    ('## "It is rare"\n\nFalse.\n\n## "It is new"\n\nWrong.\n\n## "{}"\n\nTrue. Our patients know it.', False),
    ('## "It is rare"\n\nFalse.\n\n## "It is new"\n\nWrong.\n\n## "{}"\n\nThey do, as you will see.', False),
    ('## "It is rare"\n\nFalse.\n\n## "{}"\n\nOxygen has two atoms.', False),
    ('## "It is rare"\n\nFalse.\n\n## "It is new"\n\nWrong.\n\n## {}\n\nOxygen has two atoms.', False),
    ('## "{}"\n\nNo other clinic can say so.', False),
    ('## "{}"\n\n**True.** Our patients know it.', False),
    ('## "{}"\n\nYes. Two trials found it.', False),
    ('## "{}"\n\nNo evidence of harm was found.', False),
    ('## "{}"\n\nAsk at the desk.\n\nFalse.', False),
    ('## "{}"\n\n## False.', False),
    ("## {}\n\nWrong teeth are a burden.", False),
    ('"Not now." False. {}.', False),
    ('"{}" is right.', False),
    ('## "{}"\n\nNot quite, but nearly so.', False),
    ("**Claim 1: {}.** True. Two trials say so.", False),
    ("| What ads say | What we say |\n|---|---|\n| {} | True. |", False),
    ('One ad reads: "{}." That ad is wrong three times over.', True),
    ('One ad reads: "{}. Call now. Pay later." None of that is true.', True),
    ('One ad reads: "{}."\n\nThat ad is wrong three times over.', True),
    ("One ad reads: \u201c{}.\u201d Wrong.", True),
    ("One ad reads *{}*. That is marketing.", True),
    ("An influencer says that {}. She is no patient of ours, and it isn't true.", True),
    ('A reader writes: "My cousin says that {}. Is it dear?" It isn\'t dear, but I doubt it.', True),
    ('"{}" goes further than we would.', True),
    ('"{}," as one ad has it, is not what the trial found.', True),
    ("Claims such as 'It is new' and '{}' are not supported.", True),
    ('I treat "{}" on a website as a reason to close the tab.', True),
    ('We took "{}" off our site.', True),
    ("Ignore any site which says that {}.", True),
    ("If a spa tells you that {}, leave.", True),
    ("Nobody should tell you that {}.", True),
    ('One ad reads: "{}." Says who?', True),
    ("We never use words like 'It is new' or '{}'.", True),
    ("Whoever tells you that {} has not read the trials.", True),
    ('## "{}"\n\nWe would not say that.', True),
    ("**Claim 1: {}.** I doubt it.", True),
    ("| What ads say | What we say |\n|---|---|\n| {} | That goes further than we would. |", True),
    ('One ad reads: "{}." Ask for Ana.', False),
    ('One ad reads: "{}."\n\nBring your card.\n\nThat ad is wrong.', False),
    ('One ad reads: "{}." Is that hype?', False),
    ('One ad reads: "{}." You may think that is hype.', False),
    ('One ad reads: "{}." That is a lie elsewhere. With us it is true.', False),
    ('Our patients say "{}". They are wrong about the price.', False),
    ('"{}," says Paul. We would not say that he is old.', False),
    ("One ad says that rest is enough. That is wrong: {}.", False),
    ('One ad says "rest is enough". Wrong. {}.', False),
    ('"{}," as one ad has it, is the truth.', False),
]
CLAIMS = [
    ("Our stem cells regrow cartilage", "EFF"),
    ("Our drip has no side effects", "SAF001"),
    ("Our laser works better than surgery", "CMP001"),
    ("Our cells come from an FDA-registered lab", "FDA005"),
]


@pytest.mark.parametrize(("wording", "denied"), WORDINGS)
@pytest.mark.parametrize(("claim", "code"), CLAIMS)
def test_denied_claim(program, wording, denied, claim, code):
    document = example_document("# Stem cells\n\nWe offer stem cells.\n\n" + wording.format(claim), {})
    rules = [rule for rule in program.rules if rule.code.startswith(code)]
    assert bool(lint_document(document, program, rules, example_setting({})).violations) != denied
