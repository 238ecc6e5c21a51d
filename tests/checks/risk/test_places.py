"""A list that as a whole says who should wait."""

from linter.checks.article import Article
from linter.checks.risk.places import barring
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import SourceText
from tests.cpu_time import grows_within

BARRED = "- You are pregnant.\n- You have a pacemaker.\n- You take blood thinners.\n- You have epilepsy.\n"


def article(program, text):
    return Article(parse(SourceText("a.md", text)), program, Setting())


def test_a_list_is_read_as_one(program):
    assert len(barring(article(program, f"Who should wait.\n\n{BARRED}\nSee you.\n"))) == 4
    assert not barring(article(program, BARRED.replace("\n", "\n\nSee you.\n\n")))


def test_a_long_list_takes_time_that_grows_with_it(program):
    def work(size):
        long = article(program, BARRED + "- A lamp.\n" * size)
        barring(long)

        def again():
            long.answers.clear()
            barring(long)

        return again

    assert grows_within(work, 1_000, 10_000, 25)
