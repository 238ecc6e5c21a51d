"""Treatments that a page calls approved, in general or for a use."""

from linter.checks.approval.page_products import PageProducts
from linter.checks.approval.stated import ApprovalClaim, FalseApproval
from linter.knowledge.facts import Treatment
from linter.knowledge.labels import on_label, products_named
from linter.knowledge.page import Mention

_USE_WITHIN = 14
"""Maximum words between *is approved for* and the use."""
_SUBJECT_WITHIN = 3
"""Words after *that* in which to look for people who use the product."""


def product_of(claim: ApprovalClaim, page: PageProducts, is_bare: bool) -> FalseApproval | None:
    """Return the false approval of the treatment nearest to a claim, if any."""

    def distance(mention: Mention) -> int:
        return mention.first - claim.last if mention.first >= claim.last else claim.first - mention.last

    mention, *others = sorted(page.treatments(claim), key=distance) or (_meant(claim, page),)
    if mention is None:
        return None
    use, condition = _use(claim, page, mention.id)
    if is_bare and not use:
        return None
    if condition and any(_covered(page.knowledge.treatment(other.id), condition, claim, page) for other in others):
        return None  # "esketamine, a form of ketamine that the FDA has approved for …"
    finds = _verdict(page.knowledge.treatment(mention.id), claim, page, condition, use)
    if not finds:
        return None
    same_block = mention.block == claim.reading.block.index
    clues = (("treatment", mention.first, mention.last),) if same_block else ()
    last = mention.last if same_block and 0 <= mention.first - claim.last <= 1 else claim.last
    of_use = f" for {use}" if use and finds != "cleared" else ""
    return FalseApproval(finds, claim.reading, claim.first, last, mention.text, of_use, clues)


def _meant(claim: ApprovalClaim, page: PageProducts) -> Mention | None:
    """Return the treatment meant by a claim that names none ("FDA approved.", "It is FDA approved").

    It is the one that the sentence before "it" names, else the only one that the page promotes.
    """
    sentence = claim.reading.sentence_at(claim.first)
    alone = sentence.last - sentence.first <= claim.last - claim.first + 1
    before = claim.first - 2, claim.first
    pronoun = claim.reading.has_in(*before, "subject.pronoun") and not claim.reading.has_in(*before, "grammar.relative")
    if not alone and not pronoun:
        return None  # "a cream which is approved" is about the cream
    return (pronoun and page.before(claim)) or page.only


def _use(claim: ApprovalClaim, page: PageProducts, treatment: str) -> tuple[str, str]:
    """Return the use named after the approval: its words, and its id if it is a condition."""
    reading = claim.reading
    limit = min(claim.end, claim.last + _USE_WITHIN)
    commas = (at for at in range(claim.last, limit) if reading.words.words[at] == ",")
    limit = next(commas, limit)  # "… FDA-approved for anesthesia, its use in depression"
    for relative in reading.hits_in("grammar.relative", claim.last, limit):
        after = relative.last + _SUBJECT_WITHIN
        if reading.has_in(relative.last, after, "subject.person", "subject.team"):
            limit = relative.first  # "an FDA-approved drug that our patients use for anxiety"
            break
    further = reading.hits_in("approval.use", claim.last, limit)
    if further:
        return reading.excerpt(further[0].first, further[0].last), ""
    mention = page.condition(claim, limit)
    known = [hit for hit in reading.hits_in("use", claim.last, limit) if hit.term == treatment]
    if known and (mention is None or known[0].first < mention.first):
        return reading.excerpt(known[0].first, known[0].last), ""
    return ("", "") if mention is None else (mention.text, mention.id)


def _verdict(treatment: Treatment, claim: ApprovalClaim, page: PageProducts, condition: str, use: str) -> str:
    """Return the error in calling a treatment approved (for a use), or "" if there is none or it is uncertain."""
    brands = products_named(treatment, claim.text)
    if treatment.fda_status == "not_reviewed" and not treatment.disclaimer:
        return ""  # a general service that uses approved products: "FDA-approved dental implants"
    of_device = treatment.kind == "device" or treatment.verb == "cleared"
    if of_device and treatment.verb != "approved" and treatment.fda_status != "unapproved":
        approved = any(label.verb == "approved" and set(label.products) & set(brands) for label in treatment.on_label)
        return "" if approved or treatment.fda_status == "mixed" else "cleared"
    if treatment.verb == "none" and treatment.fda_status != "mixed":
        return "" if any(set(label.products) & set(brands) for label in treatment.on_label) else "false"
    if claim.reading.has_in(max(claim.begin, claim.first - 3), min(claim.end, claim.last + 3), "approval.compounded"):
        return "false"
    if not use or (condition and _covered(treatment, condition, claim, page)):
        return ""
    return "use" if brands else "false"


def _covered(treatment: Treatment, condition_id: str, claim: ApprovalClaim, page: PageProducts) -> bool:
    """Whether an approval covers the condition, or may: a vague word, or one within the name of an approved use."""
    knowledge = page.knowledge
    condition = knowledge.condition(condition_id)
    if on_label(treatment, condition, claim.text, knowledge.ages) is not None:
        return True
    labeled = {key for label in treatment.on_label for key in label.conditions}
    brands = products_named(treatment, claim.text)
    if not brands and condition_id in labeled:
        return True
    narrowed = (label.needs_near for label in treatment.on_label if condition_id in label.conditions)
    if any(page.searched.held(wordings) for wordings in narrowed):
        return True  # the word that narrows the use (*chronic*) is somewhere on the page
    loose = condition.no_label_credit and condition_id not in treatment.off_label_conditions
    return loose or any(
        condition.name.lower() in knowledge.condition(key).name.lower() for key in labeled - {condition_id}
    )
