"""Field types shared by the models of rules, lexicon and knowledge."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from linter.language.textstat_metrics import known

_CODE = r"^[A-Z]{3}\d{3}$"
_NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FORMS = {
    _CODE: "three capital letters and three digits, as in HSE001",
    _NAME: "lower-case words joined by hyphens, as in miracle-word",
}
"""Regular expressions -> what they require, in words."""
Code = Annotated[str, Field(pattern=_CODE)]
Name = Annotated[str, Field(pattern=_NAME)]
Alias = Annotated[str, Field(pattern=r"^([A-Z]{3}\d{3}|[a-z][a-z0-9]*(-[a-z0-9]+)*)$")]
Version = Annotated[str, Field(pattern=r"^\d+(\.\d+)+$")]
Region = Literal["us", "us-ca", "us-fl", "us-il", "us-ny", "us-tx", "us-wa", "uk", "eu", "au", "can"]
Reach = Literal["binding", "benchmark", "guidance", "platform"]
SourceGuard = Literal["absent-in-sentence", "absent-in-block", "present-in-sentence", "marked-in-sentence"]
CueName = Annotated[
    str,
    Field(pattern=r"^(negation|hedge|weak|question|attribution|quotation|condition|study|risk)(\.[a-z-]+)?$"),
]
ProfileKey = Literal["sells", "profession", "staff", "publisher", "connection", "image"]


class TextRole(StrEnum):
    """What the text of an option stands for; the compiler finds such texts by their annotation."""

    WORDING = "wording"
    CLASS = "class"
    TOPIC = "topic"


Wording = Annotated[str, TextRole.WORDING]
"""A phrase pattern; ``<class>`` on its own matches all terms of a class."""
ClassName = Annotated[str, TextRole.CLASS]
"""A lexicon class, including its subclasses."""
AnyTopic = Annotated[str, TextRole.TOPIC]
"""A treatment's id, ``kind:drug`` for all of a kind, or a lexicon class (``subject.ozone``)."""
TopicName = Annotated[str, TextRole.TOPIC, Field(pattern=r"^([a-z0-9_]+|kind:[a-z_]+|schedule:(any|I|II|III|IV|V))$")]


class Strict(BaseModel):
    """A model that forbids unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _readable_regex(text: str) -> str:
    # lazy: few rule files have a regular expression
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(text, options)
    except re2.error as error:
        reason = error.args[0]
        reason = reason.decode() if isinstance(reason, bytes) else reason
        raise ValueError(f"RE2 cannot read this expression: {reason}") from None
    return text


Formula = Annotated[str, AfterValidator(known)]
Regex = Annotated[str, Field(max_length=500), AfterValidator(_readable_regex)]
