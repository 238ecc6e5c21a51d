import pytest


@pytest.mark.parametrize(
    ("text", "sells"),
    [
        ("We offer ketamine infusions. Book your consultation today.", True),
        ("Visit us at 12 Elm Street, Suite 4. Phone: 555 010 0199", True),
        ("Our team will guide you. Call us now.", True),
        ("Ketamine is an anesthetic that doctors have used since 1970. Studies look at other uses.", False),
        ("Why do we sleep? We all need rest, and our bodies mend at night.", False),
        ("Start with a short walk. Talk to your doctor before you get started.", False),
        ("Dr. Reyes will review your scans and explains each step.", True),
        ("Summit Medicine offers ketamine infusions to people with low moods.", True),
        ("The agency has approved no stem cell product for joints. Patients should ask questions.", False),
    ],
)
def test_whether_a_page_sells(topics_of, text, sells):
    assert topics_of(text).promotional == sells


def test_signs_tell_their_kind_and_place(topics_of):
    signs = topics_of("Relax.\n\nBook now for $ 99.").signs
    assert [(sign.kind, sign.block) for sign in signs] == [("action", 1), ("price", 1)]


def test_what_is_promoted(topics_of):
    text = (
        "# NAD+ drips\n\nBook now.\n\n## Peptide therapy\n\nAsk us.\n\nWe offer PRP.\n\n"
        "Exosomes help. More exosomes.\n\nSome people have had acupuncture elsewhere.\n"
    )
    topics = topics_of(text)
    assert {topic.id for topic in topics.promoted} == {"nad_iv", "misc_peptides", "prp", "exosomes"}
    assert [topic.id for topic in topics.treatments if not topic.promoted] == ["acupuncture"]


def test_what_is_spelled_out_is_named_once(topics_of):
    text = "# Knee surgery\n\nBook now.\n\nWe try injections (PRP (platelet-rich plasma)) first. Book acupuncture.\n"
    assert {topic.id: topic.promoted for topic in topics_of(text).treatments}["prp"] is False


def test_a_seller_that_names_one_treatment_sells_it(topics_of):
    topics = topics_of("# Our clinic\n\nBook now.\n\nHomeopathy is gentle.\n")
    assert [topic.id for topic in topics.promoted] == ["homeopathy"]


def test_a_seller_that_promotes_nothing_else_sells_what_its_lists_begin_with(topics_of):
    menu = "\n\n- PRP for joints.\n- Exosomes for skin.\n"
    assert {topic.id for topic in topics_of(f"# Care\n\nBook now.{menu}").promoted} == {"prp", "exosomes"}
    assert {topic.id for topic in topics_of(f"# Ketamine\n\nBook now.{menu}").promoted} == {"ketamine"}


def test_a_page_that_informs_promotes_nothing_but_what_the_setting_names(topics_of):
    text = "# Ketamine\n\nKetamine is an anesthetic. Ketamine was first made in 1962 and approved in 1970.\n"
    assert topics_of(text).promoted == ()
    assert [topic.id for topic in topics_of(text, "ketamine").promoted] == ["ketamine"]


@pytest.mark.parametrize(
    "rivals",
    [
        "It costs less than a facelift.",
        "Unlike semaglutide, it needs no needle.",
        "Enjoy smoother skin without Botox, pills or fillers.",
        "A gentle alternative to Botox and semaglutide.",
    ],
)
def test_what_a_page_sets_its_offer_apart_from_is_not_promoted(topics_of, rivals):
    topics = topics_of(f"# Red light therapy\n\nBook now. {rivals}\n")
    assert [topic.id for topic in topics.promoted] == ["red_light"]
    assert [topic.id for topic in topics.treatments if not topic.aside] == ["red_light"]


@pytest.mark.parametrize(
    "page",
    [
        "# Testing at our lab\n\nWe test urine for cannabidiol and ketamine. Book a test today.",
        "# CBD oil and THC test kits\n\nOrder now. CBD oil stays in urine for days. CBD oil is rarely why.",
        "# Know your result\n\nBook now. Cannabidiol can show up on a drug test.",
        "# Clean in an hour\n\nBuy now. Our drink flushes cannabidiol from your system.",
    ],
)
def test_what_a_test_looks_for_is_not_promoted(topics_of, page):
    assert topics_of(page).promoted == ()


@pytest.mark.parametrize(
    "heading",
    [
        "## Alternatives\n\n",
        "## Other options to consider\n\n",
        "## What else could I try?\n\n",
        "## If you would rather not\n\n",
        "**Are there other ways?** ",
        "## In place of red light therapy\n\n",
    ],
)
def test_what_is_under_alternatives_is_not_promoted(topics_of, heading):
    topics = topics_of(f"# Red light therapy\n\nBook now.\n\n{heading}Botox is quick. Botox lasts.\n")
    assert [topic.id for topic in topics.promoted] == ["red_light"]


def test_what_alternatives_are_for_is_no_use_of_what_the_page_is_on(topics_of):
    topics = topics_of("# Phentermine\n\nBook now.\n\n## Instead of it\n\nOther drugs for sleep apnea.\n")
    assert not topics.pairs
    topics = topics_of("# Phentermine\n\nBook now.\n\n## How it helps\n\nFor sleep apnea.\n")
    assert [pair.condition for pair in topics.pairs] == ["sleep_apnea"]


@pytest.mark.parametrize(
    "heading",
    [
        "## Alternatives to surgery",
        "## Other treatments we offer",
        "## What else can it do?",
        "## Botox instead of fillers",
    ],
)
def test_what_is_sold_as_an_alternative_is_promoted(topics_of, heading):
    topics = topics_of(f"# Red light therapy\n\nBook now.\n\n{heading}\n\nBotox is quick. Botox lasts.\n")
    assert {topic.id for topic in topics.promoted} >= {"red_light", "botulinum"}


def test_what_follows_a_comma_is_not_set_apart(topics_of):
    topics = topics_of("# Skin\n\nBook now. Unlike Botox, PRP and microneedling use your own blood.\n")
    assert {topic.id for topic in topics.promoted} == {"prp", "microneedling"}


def test_a_rival_that_is_offered_too_is_promoted(topics_of):
    topics = topics_of("# Skin\n\nBook now. It lasts longer than Botox.\n\n## Botox\n\nWe inject it in minutes.\n")
    assert "botulinum" in {topic.id for topic in topics.promoted}


def test_a_menu_promotes_nothing(topics_of):
    page = "<nav><a href=/b>Botox</a> <a href=/b2>Book Botox</a></nav><h1>Red light therapy</h1><p>Book now.</p>"
    assert [topic.id for topic in topics_of(page, name="page.html").treatments if not topic.aside] == ["red_light"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Red light therapy\n\nBook now.\n\n- Botox\n- Tea\n", ["red_light"]),
        ("# Red light therapy\n\nBook now.\n\n- Botox softens lines\n", ["red_light", "botulinum"]),
        ("Book now.\n\n- Botox\n- Red light therapy\n", ["botulinum", "red_light"]),
    ],
)
def test_an_item_of_a_list_that_is_a_name_is_aside(topics_of, page, expected):
    assert [topic.id for topic in topics_of(page).treatments if not topic.aside] == expected


def test_a_long_page_promotes_nothing_that_it_names_once_in_passing(topics_of):
    passing = "# Care\n\nBook now. Our visits cost $90. You need a doctor and maybe ketamine, not a kit."
    assert {topic.id for topic in topics_of(passing).promoted} == {"ketamine"}
    long = "Our team looks after you. Book now.\n\n" * 60
    assert topics_of(f"# Care\n\n{long}You need a doctor and maybe ketamine, not a kit.").promoted == ()


def test_what_the_reader_may_take_already_is_not_promoted(topics_of):
    text = "# Sauna\n\nBook now. Our sauna is warm. Ask your doctor first if you take water pills or lithium."
    assert topics_of(text).promoted == ()
    assert {topic.id for topic in topics_of("# Care\n\nBook now. Take lithium with us.").promoted} == {"lithium"}


def test_what_the_page_says_that_it_has_not_is_not_promoted(topics_of):
    text = "# Sauna\n\nBook now. Our sauna is warm. We do not sell kratom, and our doctors never prescribe lithium."
    assert topics_of(text).promoted == ()
    for offered in (
        "We do not only sell it: take lithium with us.",
        "We never prescribe lithium without a blood test.",
    ):
        assert {topic.id for topic in topics_of(f"# Care\n\nBook now. {offered}").promoted} == {"lithium"}
