"""What an article says about the risks of what it sells."""

from collections.abc import Sequence
from functools import cached_property

from linter.checks.article import Article, once
from linter.checks.risk.harms import Named
from linter.checks.risk.known import named_in
from linter.checks.risk.passages import Passage, passages_of
from linter.checks.risk.subjects import Subjects, subjects_of
from linter.checks.topic import dwelt_on
from linter.knowledge.facts import Treatment
from linter.rules.program import Rule
from linter.value import Struct


class PageRisks(Struct, frozen=True, dict=True):
    """What an article says about the risks of what it sells, computed once for all rules of the kind."""

    article: Article
    rules: Sequence[Rule]

    @cached_property
    def subjects(self) -> Subjects:
        """The treatments that owe risk information."""
        return subjects_of(self.article)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The parts of the article, one per heading."""
        return passages_of(self.article)

    @property
    def named(self) -> tuple[tuple[Passage, tuple[Named, ...]], ...]:
        """The passages, each with the harms and contraindications that it names."""
        return _named(self.article)

    @cached_property
    def most(self) -> int:
        """The number of harms and contraindications in the passage that names the most."""
        return max((len(named) for _, named in self.named), default=0)

    @cached_property
    def dwelt(self) -> tuple[Treatment, ...]:
        """The treatments that the page promotes, on a balanced page only those that it dwells on.

        A balanced page only compares with, or advises against, what it names once or twice.
        """
        article = self.article
        if not article.is_balanced:
            return self.subjects.treatments
        return tuple(treatment for treatment in self.subjects.treatments if treatment.id in dwelt_on(article))

    @property
    def main(self) -> tuple[Treatment, ...]:
        """The treatments that the page is about, else the first one that it dwells on."""
        main = [treatment for treatment in self.subjects.treatments if treatment.id in self.article.topics.main]
        return tuple(main) or self.dwelt[:1]

    @property
    def names_too_few(self) -> bool:
        """Whether the rule on missing risk sections runs and reports the page; other rules then skip key risks."""
        return any(rule.match["finds"] == "missing" and self.most < rule.match["least"] for rule in self.rules)


@once
def _named(article: Article) -> tuple[tuple[Passage, tuple[Named, ...]], ...]:
    """Return the passages, each with the harms and contraindications that it names; shared by checks and reports."""
    treatments = subjects_of(article).treatments
    return tuple((passage, named_in(passage, article, treatments)) for passage in passages_of(article))
