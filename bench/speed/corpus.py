"""Generate benchmark articles, reproducibly: 900 words each, in a clinic's vocabulary, all different."""

import random
from pathlib import Path

TREATMENTS = (
    "ketamine",
    "semaglutide",
    "TMS",
    "Botox",
    "PRP",
    "NAD+",
    "hyperbaric oxygen",
    "testosterone",
    "esketamine",
)
CONDITIONS = ("depression", "PTSD", "migraine", "knee pain", "obesity", "wrinkles", "insomnia", "fatigue", "hair loss")
PEOPLE = ("the nurse", "your doctor", "our team", "a study of 120 people", "the guideline", "some patients", "the FDA")
ACTS = ("explains", "checks", "asks about", "measures", "writes down", "discusses", "follows", "reviews")
THINGS = (
    "the dose",
    "your blood pressure",
    "each visit",
    "the risks",
    "what it costs",
    "your medicines",
    "the results",
)
TURNS = (
    "before the first session",
    "after four weeks",
    "at every visit",
    "if something changes",
    "as a rule",
    "by phone",
)
SENTENCES = (
    "{person} {act} {thing} {turn}.",
    "{treatment} may help some people with {condition}, but {thing} matters {turn}.",
    "Is {treatment} right for {condition}? {person} {act} {thing} {turn}.",
    "We give {treatment} {turn}; {person} {act} {thing}, and nobody is left alone.",
    "In {number} of {total} people {treatment} did not change {condition} {turn}.",
    "Possible side effects of {treatment} are nausea, headache and a rise of {number} points.",
    "{treatment} treats {condition} in {number} sessions, {person} says.",
)


def article(number: int, words: int = 900) -> str:
    """An article of about ``words`` words."""
    rng = random.Random(number)  # noqa: S311 - reproducible, not secret
    treatment, condition = rng.choice(TREATMENTS), rng.choice(CONDITIONS)
    lines = [f"---\ntitle: {treatment} and {condition}, part {number}\n---\n\n# {treatment} and {condition}\n"]
    count = 0
    while count < words:
        lines.append(f"## {rng.choice(TURNS).capitalize()}\n")
        for _ in range(3):
            paragraph = " ".join(_sentence(rng) for _ in range(5))
            count += len(paragraph.split())
            lines.append(paragraph + "\n")
        if rng.random() < 0.5:
            lines.extend(f"- {_sentence(rng)}" for _ in range(3))
            lines.append("")
    return "\n".join(lines)


def _sentence(rng: random.Random) -> str:
    text = rng.choice(SENTENCES).format(
        person=rng.choice(PEOPLE),
        act=rng.choice(ACTS),
        thing=rng.choice(THINGS),
        turn=rng.choice(TURNS),
        treatment=rng.choice(TREATMENTS),
        condition=rng.choice(CONDITIONS),
        number=rng.randrange(2, 60),
        total=rng.randrange(60, 400),
    )
    return text[:1].upper() + text[1:]


def folder_of(folder: Path, count: int) -> Path:
    """Write ``count`` articles into a new folder."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:05}.md").write_text(article(number), encoding="utf-8")
    return folder


def long_article(file: Path, size: int) -> Path:
    """Write one article of about ``size`` bytes."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(article(len(parts)).split("---\n", 2)[2])
        length += len(parts[-1].encode())
    file.write_text("".join(parts), encoding="utf-8")
    return file
