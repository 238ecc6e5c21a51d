"""All targets: every reader of untrusted text, with its seeds, the tokens of its grammar and its share.

Shares depend on the cost of an input, so that no target takes most of the time.
"""

from collections.abc import Iterator

from fuzz import articles, editors, files, seeds, tokens
from fuzz.expressions import only_linear
from fuzz.target import Target

_BYTES = [*tokens.WORDS, "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "\0", "\x81"]


def targets() -> dict[str, Target]:
    """All targets by name."""
    return {target.name: target for target in (*_formats(), *_parts(), *_rules(), *_beside(), *_whole())}


def _formats() -> Iterator[Target]:
    for name, suffixes, formats, words, share in (
        ("markdown", (".md",), ("markdown",), tokens.MARKDOWN, 10),
        ("mdx", (".mdx", ".md"), ("markdown", "mdx"), tokens.MDX, 10),
        ("html", (".html",), ("html",), tokens.HTML, 15),
    ):
        valid = seeds.joined(seeds.articles(*suffixes), seeds.constructs(*formats))
        yield Target(name, articles.parser(name), valid, words, share)
    yield Target("text", articles.parser("text"), seeds.articles(".txt"), tokens.TEXT, 10)
    for name in ("tsx", "vue", "svelte", "astro", "template"):
        yield Target(
            name,
            articles.parser(name),
            seeds.joined(seeds.samples(name), seeds.constructs("html", name)),
            tokens.COMPONENT,
            1,
            400,
        )
    yield Target(
        "word", articles.word, seeds.joined(seeds.samples("word"), seeds.constructs("word")), tokens.WORD, 0.15, 600
    )
    yield Target("word-file", articles.packed_word, seeds.word_files, _BYTES, 3, 8_000)
    yield Target("export", articles.export, seeds.samples("export"), tokens.EXPORT, 6, 1_000)


def _parts() -> Iterator[Target]:
    every = seeds.articles(".md", ".mdx", ".html", ".txt")
    yield Target("decode", articles.decoded, every, _BYTES, 6)
    yield Target("positions", articles.positions, every, _BYTES, 2)
    yield Target(
        "front-matter",
        articles.front_matter,
        seeds.samples("front-matter"),
        [*tokens.YAML, " = ", "[x]\n", '"""', "'''"],
        2,
        100,
    )
    yield Target("simple-yaml", articles.simple_yaml, seeds.samples("front-matter"), tokens.YAML, 6, 100)
    yield Target("directive", articles.directive, seeds.directives, tokens.DIRECTIVE, 2, 100)


def _rules() -> Iterator[Target]:
    yield Target("rule-file", files.rule_file, seeds.rules("lint_rules"), tokens.RULE, 0.2, 2_500)
    yield Target("lexicon-file", files.lexicon_file, seeds.rules("lint_rules/lexicon"), tokens.RULE, 0.3, 1_000)
    yield Target("pattern", files.pattern, seeds.wordings, tokens.PATTERN, 6, 80)
    yield Target("regex", files.regex, seeds.wordings, tokens.REGEX, 4, 60)
    yield Target("expressions", only_linear, lambda: ["a"], tokens.SIGNS, 0.02, 8)


def _beside() -> Iterator[Target]:
    yield Target("config-toml", files.config_toml, seeds.samples("config-toml"), tokens.CONFIG, 0.5, 500)
    yield Target("config-yaml", files.config_yaml, seeds.samples("config-yaml"), tokens.CONFIG_YAML, 0.2, 300)
    yield Target("project-file", files.project_file, seeds.samples("project-file"), tokens.CONFIG, 0.5, 500)
    yield Target("waivers", files.waivers_file, seeds.samples("waivers"), tokens.RECORD, 0.3, 400)
    yield Target("claims", files.claims_file, seeds.samples("claims"), tokens.RECORD, 0.3, 400)
    yield Target("baseline", files.baseline_file, seeds.samples("baseline"), tokens.BASELINE, 2, 300)
    yield Target("diff", files.diff, seeds.samples("diff"), tokens.DIFF, 6, 500)
    yield Target("cache-file", files.cache_file, seeds.programs, tokens.JSON, 2, 400)
    yield Target("earlier-report", files.earlier_report, seeds.samples("earlier-report"), tokens.JSON, 2, 200)


def _whole() -> Iterator[Target]:
    every = seeds.articles(".md", ".mdx", ".html", ".txt")
    signs = [*tokens.MARKDOWN, *tokens.HTML, *tokens.MDX]
    yield Target("article", articles.article, every, signs, 0.3, 600)
    yield Target("reports", articles.reports, every, [*tokens.MARKDOWN, *tokens.SIGNS], 0.05, 400)
    yield Target("fixed", articles.fixed, seeds.articles(".md"), [*tokens.MARKDOWN, *tokens.SIGNS], 0.02, 400)
    yield Target("session", editors.messages, seeds.samples("session"), tokens.SESSION, 0.1, 1_500)
