"""Frozen values for the facts about treatments, conditions and drugs; ``linter.knowledge.base`` creates them.

The fields are those of ``lint_rules/knowledge/treatments/``, ``conditions.yaml`` and ``indications.tsv``; the headers
of ``treatments.yaml`` and ``conditions.yaml`` explain each.
"""

from collections.abc import Iterable
from functools import cached_property

from linter.value import Struct

HARMLESS = ("supplement", "homeopathic")
"""Kinds of treatment whose risks a page may leave to the package."""


class Guard(Struct, frozen=True):
    """When an ambiguous term counts. The entries of the ``near`` lists are wordings."""

    needs_near: tuple[str, ...] = ()
    within: str = "document"
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    not_if_brand: bool = False


class Label(Struct, frozen=True):
    """One approval: these products (empty: the treatment in general) for these conditions, within limits."""

    products: tuple[str, ...]
    conditions: tuple[str, ...]
    limits: str
    year: int | None = None
    verb: str = ""
    min_age: int | None = None
    needs_near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()


class Boxed(Struct, frozen=True):
    """A topic of a boxed warning and the wordings that name it; empty ``products`` means all."""

    topic: str
    words: tuple[str, ...]
    products: tuple[str, ...] = ()
    must_name: bool = True
    note: str = ""


class Risk(Struct, frozen=True):
    """A key risk and the wordings that name it. A ``framed`` wording counts only in a context of risks."""

    risk: str
    words: tuple[str, ...]
    must_name: bool
    framed: tuple[str, ...] = ()


class Schedule(Struct, frozen=True):
    """A schedule of the Controlled Substances Act for a form of the drug, since an ISO date."""

    schedule: str
    form: str = ""
    since: str | None = None


class AgeGroup(Struct, frozen=True):
    """Words for people up to an age in years."""

    up_to: int
    words: tuple[str, ...]


def _noun(name: str, terms: Iterable[str]) -> str:
    """Return a name with a lower-case first letter, unless the terms capitalize its first word."""
    proper = any(name.split()[0] in term.split() for term in terms)
    return name if proper or name[1:2].isupper() else name[:1].lower() + name[1:]


def status_line(template: str, treatment: str, use: str) -> str:
    """Fill a status disclaimer with the treatment and the use, as the page words them."""
    return template.replace("{condition}", use).replace("{treatment}", treatment)


class Treatment(Struct, frozen=True, dict=True):
    """A treatment that clinics offer. ``boxed_warning`` is None where no approved product exists."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    brands: tuple[str, ...]
    abbr: tuple[str, ...]
    kind: str
    fda_status: str
    verb: str
    approved_indications: tuple[str, ...]
    on_label: tuple[Label, ...]
    off_label_conditions: tuple[str, ...]
    off_label_terms: tuple[str, ...]
    boxed_warning: tuple[Boxed, ...] | None
    key_risks: tuple[Risk, ...]
    min_risks: int
    limits_of_benefit: tuple[str, ...]
    monitoring: tuple[str, ...]
    schedule: tuple[Schedule, ...]
    schedule_note: str
    rems: bool
    owes_status_disclaimer: bool
    owes_reason: str
    disclaimer: str
    notes: str
    source: str
    looked_up: bool
    confidence: str
    volatile: bool
    as_of: str

    @cached_property
    def noun(self) -> str:
        """The name as it reads within a sentence, without its part in parentheses."""
        return _noun(self.name.partition(" (")[0], (*self.synonyms, *self.products))

    @property
    def firm(self) -> bool:
        """Whether the facts are neither of low confidence nor likely to change soon."""
        return self.confidence != "low" and not self.volatile

    @property
    def takes_uses(self) -> bool:
        """Whether a use named beside it is judged as its use; nobody approves uses of, say, talk therapy or massage."""
        return self.owes_status_disclaimer or bool(self.off_label_conditions or self.on_label)

    @property
    def owes_risks(self) -> bool:
        """Whether a page about it must name risks: it has key risks, and no package that states them."""
        return bool(self.key_risks) and self.kind not in HARMLESS

    @cached_property
    def products(self) -> tuple[str, ...]:
        """All brand and product names, longest first."""
        named = {*self.brands, *(product for label in self.on_label for product in label.products)}
        return tuple(sorted(named, key=lambda product: (-len(product), product)))


class Condition(Struct, frozen=True, dict=True):
    """A condition that a treatment may be promoted for. ``kind`` is disease, symptom or state."""

    id: str
    name: str
    group: str
    serious: bool
    terms: tuple[str, ...]
    abbr: tuple[str, ...]
    masks: tuple[str, ...]
    also_risk: tuple[str, ...]
    no_label_credit: bool
    chronic: bool
    kind: str

    @cached_property
    def noun(self) -> str:
        """The name as it reads within a sentence."""
        return _noun(self.name, self.terms)


class Drug(Struct, frozen=True):
    """A drug with its brands and its listed uses: condition ids, and some uses as the sources word them."""

    name: str
    conditions: tuple[str, ...]
    indications: tuple[str, ...]
    sources: tuple[str, ...]
    brands: tuple[str, ...]

    def lists(self, condition: Condition) -> bool:
        """Whether a condition is among the listed uses; a vague symptom or state gets the benefit of the doubt."""
        return condition.no_label_credit or condition.id in self.conditions
