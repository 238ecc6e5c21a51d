"""Things that the FDA does not approve as such: clinics, equipment, medications (where compounded ones are sold)."""

from collections.abc import Sequence

from linter.checks.approval.page_products import PageProducts
from linter.checks.approval.stated import ApprovalClaim, FalseApproval
from linter.knowledge.page import Mention
from linter.language.hits import Hit

_WITHIN = 4  # words after *FDA-approved* in which the thing starts


def thing_of(claim: ApprovalClaim, page: PageProducts) -> FalseApproval | None:
    """Return the false approval of a thing right after *FDA-approved*, or said to be so: a clinic, equipment, ..."""
    reading = claim.reading
    after = min(claim.end, claim.last + _WITHIN)
    commas = (at for at in range(claim.last, after) if reading.words.words[at] == ",")
    things = [*reading.hits_in("approval.thing", claim.last, next(commas, after))]
    if reading.has_in(claim.first - 2, claim.first, "approval.is") or reading.has_in(
        claim.first, claim.first + 1, "approval.has"
    ):
        before = reading.hits_in("approval.thing", max(claim.begin, claim.first - 2 * _WITHIN), claim.first)
        things += [hit for hit in before if hit.last >= claim.first - _WITHIN]
    if not things:
        return None
    thing = things[0]
    named = page.treatments(claim)
    first, last = min(claim.first, thing.first), max(claim.last, thing.last)
    if any(first <= mention.first < last for mention in named):
        return None  # "FDA-approved Botox provider" is about Botox
    kind = thing.owner.removeprefix("approval.thing.")
    if kind == "device" and (_is_history(claim, thing) or _means_approved_device(claim, named, page)):
        return None
    if kind == "medicine" and (
        named or not page.sells_compounded or reading.has_in(claim.begin, claim.end, "approval.exists")
    ):
        return None  # "Wegovy is an FDA-approved medicine" is about Wegovy, "there are FDA-approved drugs" about none
    what = reading.excerpt(thing.first, thing.last)
    finds = "cleared" if kind == "device" else "false"
    return FalseApproval(finds, reading, first, last, what, clues=(("thing", thing.first, thing.last),))


def _is_history(claim: ApprovalClaim, thing: Hit) -> bool:
    """Whether a past approval is that of some device of the kind, which may have been one: "the first such laser"."""
    reading = claim.reading
    return (
        reading.has_in(claim.begin, claim.end, "approval.former")
        and any(hit.last == thing.last for hit in reading.hits_in("approval.some", claim.begin, claim.first))
        and not reading.has_in(claim.begin, claim.end, "page.selling")
    )


def _means_approved_device(claim: ApprovalClaim, named: Sequence[Mention], page: PageProducts) -> bool:
    """Whether the device meant did go through premarket approval."""
    if page.on_premarket or claim.reading.has_in(claim.begin, claim.end, "approval.premarket"):
        return True
    near = [page.knowledge.treatment(key) for key in [mention.id for mention in named] or page.topics.main]
    return any(treatment.kind == "device" and treatment.verb == "approved" for treatment in near)
