from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType

import pytest

from ai800.reports import words
from ai800.reports.words import short
from tools import docs
from tools.case_data import edition_rows
from tools.catalog import load_edition
from tools.doc_pages import state
from tools.doc_rows import Block, bases, blocks, case_names, common, merged, openness, prose, sources
from tools.generate import STEPS
from tools.snapshots import ROOT

CATALOG = docs.read_catalog()
FILES = docs.files(CATALOG)
EDITION = load_edition((ROOT / "policies" / "editions" / "ipd.yaml").read_text(encoding="utf-8"))
ROWS = {f"ipd:{row['id']}": row for row in edition_rows(EDITION)}
GUIDES = ("docs/800-1A-OPEN.md", "docs/800-1B-CLOSED.md")
LINE = re.compile(
    r"^\| \[(ipd:[^\]]+)\]\([^)]*\) \| (\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| (\d+) \| ([^|]*) \|$", re.MULTILINE
)
TEMPLATES = sorted((ROOT / "docs" / "_templates").glob("*.j2"))


def without(*rows):
    """The catalogue before these rows had a policy."""
    bare = {row: CATALOG.rows[row]._replace(rules=MappingProxyType({})) for row in rows}
    return CATALOG._replace(rows=MappingProxyType({**CATALOG.rows, **bare}))


def lines(files):
    return {line[1]: line for line in LINE.finditer(files["docs/coverage.md"])}


def entry(text, row):
    """What stands below a row's heading, up to the next."""
    return re.split(r"^#+ ", text.partition(f" {row}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("path", FILES)
def test_what_is_committed_is_what_would_be_written(path):
    assert (ROOT / path).read_text(encoding="utf-8") == FILES[path]


def test_no_page_is_left_over():
    assert {path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/practices/*.md")} <= set(FILES)


def test_documents_are_written_after_the_catalogue():
    assert STEPS.index("tools.policies") < STEPS.index("tools.docs")


def test_matrix_holds_every_item_of_the_edition_once():
    found = LINE.findall(FILES["docs/coverage.md"])
    assert [line[0] for line in found] == list(ROWS)
    assert len(found) == 129
    assert Counter(row.kind for row in CATALOG.rows.values()) == {
        "recommendation": 83,
        "documentation": 32,
        "safeguard": 14,
    }


@pytest.mark.parametrize("row", ROWS)
def test_matrix_agrees_with_edition_and_policies(row):
    line, record = lines(FILES)[row], CATALOG.rows[row]
    assert (int(line[2]), line[4]) == (ROWS[row]["page"], ROWS[row]["ask"])
    assert set(line[3].split(", ")) == (set(record.rules) or {"not built"})
    assert int(line[6]) == (len(case_names()[short(row)]) if record.rules else 0)
    assert {line[5]} == {rule.decides for rule in record.rules.values()}


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_says_whose_it_is(row):
    cited = bases(CATALOG.rows[row])
    assert lines(FILES)[row][7] == (words.basis(cited) or "not built")
    explained = FILES["docs/coverage.md"].partition("## Whose the rules are")[2]
    assert [source for source in cited if f"| `{source}` |" not in explained] == []


def test_rules_that_do_not_rest_on_the_draft_are_listed():
    row = "ipd:5.3.1"
    rules = {file: rule._replace(basis=("ntia",)) for file, rule in CATALOG.rows[row].rules.items()}
    foreign = CATALOG._replace(rows={**CATALOG.rows, row: CATALOG.rows[row]._replace(rules=rules)})
    assert f"- [{row}](practices/5.3.md#ipd531): NTIA\n" in docs.files(foreign)["docs/coverage.md"]


def test_parity_lists_every_ground_with_whose_it_is():
    listed = [
        f"| `{code}` | {prose(why.text)} | {words.basis([why.basis])} |\n"
        for row in CATALOG.rows.values()
        for rule in row.rules.values()
        for code, why in rule.specific_to_openness.items()
    ]
    assert listed
    assert [line for line in listed if line not in FILES["docs/parity.md"]] == []
    assert f"\n{len(listed)} grounds of " in FILES["docs/parity.md"]


def test_what_is_not_built_is_said_to_be():
    found = docs.files(without("ipd:5.3.2"))
    assert lines(found)["ipd:5.3.2"].group(3, 5, 6, 7) == ("not built", "not built", "0", "not built")
    assert "Not built in full: ipd:5.3," in found["docs/coverage.md"]
    assert "Not built: no policy judges this item yet" in entry(found["docs/practices/5.3.md"], "ipd:5.3.2")
    assert "Not built" not in entry(found["docs/practices/5.3.md"], "ipd:5.3.1")
    for guide in GUIDES:
        assert "No policy judges this item yet" in entry(found[guide], "ipd:5.3.2")
        assert "Not judged in full yet: ipd:5.3," in found[guide]


@pytest.mark.parametrize(
    "missing, expected",
    [
        ((), "built"),
        (("ipd:5.3.1",), "2 of 3 built"),
        (("ipd:5.3.1", "ipd:5.3.2", "ipd:5.3.a"), "not built"),
    ],
)
def test_state_of_a_practice(missing, expected):
    assert state(CATALOG.practices["ipd:5.3"], without(*missing)) == expected


def test_documents_can_be_written_before_any_policy_is():
    found = docs.files(without(*ROWS))
    assert set(found) == set(FILES)
    assert {line[3] for line in lines(found).values()} == {"not built"}


@pytest.mark.parametrize("row", ROWS)
def test_page_quotes_the_draft_with_its_page(row):
    found = entry(FILES[f"docs/practices/{short(CATALOG.rows[row].practice)}.md"], row)
    assert f"> {prose(ROWS[row]['text'])}\n>\n> (page {ROWS[row]['page']})\n" in found


@pytest.mark.parametrize("row", [row for row, record in CATALOG.rows.items() if record.rules])
def test_page_tells_all_of_a_rule(row):
    found = entry(FILES[f"docs/practices/{short(CATALOG.rows[row].practice)}.md"], row)
    for rule in CATALOG.rows[row].rules.values():
        assert prose(rule.description) in found
        assert prose(rule.remedy) in found
        assert prose(rule.never_decidable) in found
        assert rule.example.rstrip() in found
        assert [reason.text for reason in rule.reasons.values() if prose(reason.text) not in found] == []
        assert [code for code in rule.findings if f"`{code}`" not in found and code not in common_codes()] == []
        assert [field for field in rule.rests_on if f"- `{field}`" not in found] == []
    assert [name for name in case_names()[short(row)] if f"- {prose(name)}\n" not in found] == []


def common_codes():
    return common(CATALOG, "findings")


def test_index_tells_what_every_rule_has_in_common():
    assert "links_only" in common_codes()
    found = FILES["docs/practices/index.md"]
    assert [code for code, text in common_codes().items() if f"- `{code}`: {prose(text)}\n" not in found] == []
    assert [practice for practice in CATALOG.practices if f"[{practice}]({short(practice)}.md)" not in found] == []


@pytest.mark.parametrize("path", GUIDES)
def test_guides_say_first_that_nist_issued_no_such_document(path):
    top = " ".join(FILES[path].splitlines()[:8])
    assert "are a proposal of TechFreedom" in top
    assert "**NIST issued no such > documents**" in top
    assert "voluntary and not final" in top


@pytest.mark.parametrize("path, variant", [(GUIDES[0], "open"), (GUIDES[1], "closed")])
@pytest.mark.parametrize("row", ROWS)
def test_guides_say_of_every_item_what_applies_and_what_does_not(path, variant, row):
    found, rule = entry(FILES[path], row), CATALOG.rows[row].rule(variant)
    assert prose(ROWS[row]["text"]) in found
    expected = [rule.description, rule.remedy, *(reason.text for reason in rule.reasons.values())] if rule else []
    assert [text for text in expected if prose(text) not in found] == []


@pytest.mark.parametrize("path", GUIDES)
@pytest.mark.parametrize(
    "said",
    [
        "NTIA addressed its framework to government",
        "no numeric threshold",
        "| 1. Threat identification |",
        "| 2. Existing risk |",
        "| 3. Existing defences |",
        "| 4. Evidence of marginal risk |",
        "| 5. Ease of defending |",
        "| 6. Uncertainty and assumptions |",
        "- `status_quo`",
        "- `safety_research`",
        "### The decision",
    ],
)
def test_guides_explain_marginal_risk(path, said):
    assert said in FILES[path]


@pytest.mark.parametrize("rating", ["none, low", "moderate", "high", "undetermined"])
def test_open_guide_has_the_table_of_the_decision(rating):
    decision = FILES[GUIDES[0]].partition("### The decision")[2].partition("\n## ")[0]
    assert f"| {rating} |" in decision


def test_reasons_stand_with_the_variant_that_they_belong_to():
    own, shared = FILES[GUIDES[0]].partition("### For published weights only")[2].split("### For both", maxsplit=1)
    shared = shared.partition("\n## ")[0]
    alone = "whoever holds the weights runs the model unseen"
    assert (alone in own, alone in shared) == (True, False)
    of_both = "the decision was not to open this channel now"
    assert (of_both in own, of_both in shared) == (False, True)


@pytest.mark.parametrize("path, title", [(GUIDES[0], "Publishing"), (GUIDES[1], "Withholding")])
def test_guides_name_items_as_their_variant_does(path, title):
    assert re.search(rf"^\| \[ipd:B4\.1\]\(practices/B\.md#ipdb41\) \| {title} ", FILES[path], re.MULTILINE)


def test_openness_covers_the_safeguards():
    assert sorted(openness()) == sorted(short(row) for row in ROWS if row.startswith("ipd:B"))


def test_a_source_that_nobody_described_is_named_all_the_same():
    assert sources()["techfreedom:TF-99"] == "A claim of the source named, said at the rule."


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain words", "plain words"),
        ("over\n two  lines", "over two lines"),
        ("a < b | c", "a &lt; b &#124; c"),
        ("threat_profiles.*.x", "threat_profiles.&#42;.x"),
        ("write `a.*.b` and [c]", "write `a.*.b` and &#91;c&#93;"),
    ],
)
def test_prose_shows_as_it_was_written(text, expected):
    assert prose(text) == expected


def test_what_one_variant_has_says_which():
    row = CATALOG.rows["ipd:5.3.1"]
    assert merged(row, lambda rule: ["same", f"{len(rule.reasons)} {rule.title}"])[0] == "same"
    titles = merged(row, lambda rule: [rule.title])
    assert [title.rpartition(" (")[2] for title in titles] == ["open variant)", "closed variant)"]


def test_empty_lists_are_left_out():
    assert all(
        isinstance(block, Block) and block.lines for row in CATALOG.rows.values() for block in blocks(row, CATALOG)
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_logic_but_loops(path):
    text = path.read_text(encoding="utf-8")
    tags = {words[0] for words in map(str.split, re.findall(r"{%(.*?)%}", text))}
    assert tags <= {"for", "endfor", "else", "include"}
    assert [shown for shown in re.findall(r"{{(.*?)}}", text) if " if " in shown] == []
