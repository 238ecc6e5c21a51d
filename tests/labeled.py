"""The labeled sentences of ``tests/disclaimers.yaml``."""

from pathlib import Path

from ruamel.yaml import YAML

LABELED = YAML(typ="safe").load((Path(__file__).parent / "disclaimers.yaml").read_text(encoding="utf-8"))


def labeled(notice, *kinds):
    """The sentences of a notice with certain labels (accept, reject, accept_but_other_rule)."""
    (entry,) = (entry for entry in LABELED["notices"] if entry["id"] == notice)
    texts = [text for kind in kinds for text in entry.get(kind, ())]
    return [text if isinstance(text, str) else text["text"] for text in texts]
