"""What `python -m tools.policies` makes of the policies, and every mistake that it refuses."""

from __future__ import annotations

import json
import shutil

import pytest

from ai800.catalog import catalog_of, load_catalog
from ai800.engines.policy_files import policies_folder, policy_digest, policy_sources
from ai800.engines.wasm import WasmEngine
from tests.support.opa import ROOT, needs_opa
from tools import capabilities, opa, policies
from tools.policies import CATALOG, COMMAND, WASM, build

MAIN = """\
# METADATA
# scope: package
# title: Verdicts
# description: Answers as the checker reads them.
# custom:
#   common:
#     reviews:
#       links_only: Do the pages say so?
package ai800.main

# METADATA
# description: Every row of the one practice, unmet.
# entrypoint: true
answers[practice][file] := {"verdicts": _verdicts(subjects), "findings": []} if {
	some practice, file
	subjects := data.ai800.ipd[practice][file].subjects
}

_verdicts(subjects) := {id: {subject: {"verdict": "unmet", "because": []} | some subject in named} |
	some id, named in subjects
}
"""
PRACTICE = """\
# METADATA
# scope: package
# title: Decide well.
# description: Every channel is decided on.
# custom:
#   objective: 5
#   page: 13
#   shared:
#     5.3.1:
#       page: 13
#       findings:
#         late: decided on {day}
#         unbacked: nothing bears it out
package ai800.ipd.p5_3_small.both

# METADATA
# title: Decided on
# description: A dated decision.
# custom:
#   ask: plain
#   decides: consistency
#   basis: [nist, "techfreedom:TF-29"]
#   remedy: Add a decision.
#   findings:
#     late: decided too late, on {day}
subjects["5.3.1"] := {"release"}
"""
FILE = "ipd/p5_3_small/both.rego"


@pytest.fixture
def folder(tmp_path):
    """A policy set with one row."""
    shutil.copytree(ROOT / "policies" / "editions", tmp_path / "editions")
    for name, text in {"main/main.rego": MAIN, FILE: PRACTICE}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def built():
    if opa.run("version").decode().split()[1] != opa.VERSION:
        pytest.skip(f"the policies are built with OPA {opa.VERSION}, and another is installed")
    return build(ROOT / "policies")


@needs_opa
@pytest.mark.parametrize("name", [WASM, CATALOG])
def test_what_is_committed_is_what_the_sources_make(built, name):
    assert (ROOT / "policies" / name).read_bytes() == built[name], f"stale: run `{COMMAND}`"


@needs_opa
def test_sources_are_formatted_and_typed():
    policies.check_sources(ROOT / "policies", ROOT / "schemas")


def test_the_committed_policies_ask_nothing_of_the_host():
    engine = WasmEngine((ROOT / "policies" / WASM).read_bytes())
    assert engine.host_functions() == frozenset()


def test_the_committed_policies_are_small():
    assert (ROOT / "policies" / WASM).stat().st_size < 2_000_000


def test_the_committed_catalogue_is_of_these_policies():
    edition = (policies_folder() / "editions" / "ipd.yaml").read_bytes()
    assert load_catalog().digest == policy_digest(policy_sources(policies_folder()), edition)


def test_every_practice_that_is_begun_is_complete():
    catalog = load_catalog()
    begun = {record.practice for record in catalog.rows.values() if record.rules}
    assert begun == catalog.built


def test_the_empty_document_is_never_met():
    found = WasmEngine((ROOT / "policies" / WASM).read_bytes()).evaluate({})
    verdicts = [
        subject["verdict"]
        for practice in found.values()
        for file in practice.values()
        for subjects in file["verdicts"].values()
        for subject in subjects.values()
    ]
    assert "met" not in verdicts


@needs_opa
def test_capabilities_are_what_opa_compiles_and_the_oldest_knows():
    committed = (ROOT / capabilities.TARGET).read_text(encoding="utf-8")
    assert committed == capabilities.text(capabilities.capabilities()), f"run `{capabilities.COMMAND}`"


@pytest.mark.parametrize(
    "builtin", ["http.send", "opa.runtime", "net.lookup_ip_addr", "time.now_ns", "rand.intn", "sprintf"]
)
def test_capabilities_hold_nothing_of_the_host(builtin):
    allowed = json.loads((ROOT / capabilities.TARGET).read_text(encoding="utf-8"))
    assert builtin not in {each["name"] for each in allowed["builtins"]}
    assert allowed["features"] == ["rego_v1"]


@needs_opa
def test_the_same_sources_make_the_same_bytes_anywhere(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "policies"
    shutil.copytree(folder, elsewhere)
    (elsewhere / "main" / "main_test.rego").write_text("package ai800.main_test\n", encoding="utf-8")
    (elsewhere / "main" / "cases.yaml").write_text("ai800: {main: {answers: 1}}\n", encoding="utf-8")
    assert build(folder) == build(elsewhere)


@needs_opa
def test_a_row_is_its_own_record_over_what_is_shared_and_common(folder):
    catalog = catalog_of(json.loads(build(folder)[CATALOG]))
    rule = catalog.rows["ipd:5.3.1"].rule("open")
    assert rule.findings == {"late": "decided too late, on {day}", "unbacked": "nothing bears it out"}
    assert rule.reviews == {"links_only": "Do the pages say so?"}
    assert (rule.title, rule.remedy, rule.decides) == ("Decided on", "Add a decision.", "consistency")
    about = catalog.practices["ipd:5.3"].about
    assert about["p5_3_small"]["both"]["title"] == "Decide well."
    assert catalog.built == frozenset()


@needs_opa
def test_one_changed_sentence_is_one_changed_line(folder):
    before = build(folder)[CATALOG].splitlines()
    _change(folder, "Add a decision.", "Add a dated decision.")
    after = build(folder)[CATALOG].splitlines()
    assert [line for line in after if line not in before and b"sha256" not in line] == [
        b'     "remedy": "Add a dated decision.",'
    ]


def _change(folder, old, new, file=FILE):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


@needs_opa
@pytest.mark.parametrize(
    "old, new, message",
    [
        ("#   remedy: ", "#   remedi: ", "both.rego:26: custom: Additional properties"),
        ("#   remedy: Add a decision.\n", "", 'both.rego:25: METADATA: "remedy" is a required property'),
        ("#   objective: 5", "#   objektive: 5", "both.rego:14: custom: Additional properties"),
        ("#   page: 13\n#   shared", "#   page: thirteen\n#   shared", "both.rego:14: custom.page: "),
        ("#   ask: plain", "#   ask: consider", "both.rego:26: ask is consider, and plain in the edition"),
        ("#       page: 13", "#       page: 14", "both.rego:26: page is 14, and 13 in the edition"),
        ("#   ask: plain", "#   ask: please", "both.rego:26: custom.ask: "),
        ("#   decides: consistency\n", "", 'both.rego:25: METADATA: "decides" is a required property'),
        (
            "#   decides: consistency",
            "#   decides: consistency\n#   specific_to_openness:\n#     late: {basis: nist, text: It is late.}",
            "both.rego:28: specific_to_openness names late, on which the open variant does not fail",
        ),
        ("#   decides: consistency", "#   decides: everything", "both.rego:26: custom.decides: "),
        ("[nist,", "[someone,", "both.rego:26: custom.basis.0: "),
        ("late, on {day}", "late, on {day", "both.rego:26: custom.findings.late: "),
        ("late, on {day}", "late, on {DAY}", "both.rego:26: custom.findings.late: "),
        ('subjects["5.3.1"]', 'subjects["5.3.99"]', "both.rego:26: the edition has no row 5.3.99"),
        ("#     5.3.1:", "#     5.3.2:", "both.rego:14: shared names 5.3.2, which no rule"),
        ("#     5.3.1:", "#     five:", "both.rego:14: custom.shared"),
        (".both\n", ".open\n", "both.rego:26: row 5.3.1 stands in open, not in both, or in open and closed"),
        ("# title: Decided on\n", "", 'both.rego:25: METADATA: "title" is a required property'),
        ("# description: A dated decision.\n", "", '"description" is a required property'),
    ],
)
def test_metadata_that_is_refused(folder, old, new, message):
    _change(folder, old, new)
    with pytest.raises(SystemExit) as caught:
        build(folder)
    assert message in str(caught.value)


@needs_opa
def test_a_row_with_two_blocks(folder):
    _change(
        folder,
        "\n# METADATA\n# title: Decided on",
        "\n" + PRACTICE.split("\n\n")[1] + "\n# METADATA\n# title: Decided on",
    )
    with pytest.raises(SystemExit, match=r"row 5\.3\.1 has two METADATA blocks"):
        build(folder)


@needs_opa
@pytest.mark.parametrize(
    "old, new, message",
    [
        ('"findings": []', '"findings": [time.now_ns()]', "undefined function time.now_ns"),
        ('"findings": []', '"findings": [http.send({})]', "undefined function http.send"),
        ('"findings": []', '"findings": [', "rego_parse_error"),
        ('"findings": []', '"findings": [sprintf("%d", [1])]', "undefined function sprintf"),
        ('"findings": []', '"findings": [$"{input.a}"]', "template strings"),
        (
            '"findings": []',
            '"findings": [input.given]',
            "do not work on the empty document: the policies answered nothing",
        ),
        ('"findings": []', '"findings": [1]', "do not work on the empty document: the policies answered in a form"),
        ("# entrypoint: true\n", "", "opa build failed"),
    ],
)
def test_policies_that_are_refused(folder, old, new, message):
    _change(folder, old, new, "main/main.rego")
    with pytest.raises(SystemExit) as caught:
        build(folder)
    assert message in str(caught.value)


@pytest.fixture
def root(tmp_path, folder, monkeypatch):
    """A checkout with the policy set of one row."""
    (tmp_path / "root").mkdir()
    shutil.move(folder / "main", tmp_path / "root" / "policies" / "main")
    shutil.move(folder / "ipd", tmp_path / "root" / "policies" / "ipd")
    shutil.move(folder / "editions", tmp_path / "root" / "policies" / "editions")
    shutil.copytree(ROOT / "schemas", tmp_path / "root" / "schemas")
    shutil.copy(ROOT / capabilities.TARGET, tmp_path / "root" / capabilities.TARGET)
    monkeypatch.setattr(policies, "ROOT", tmp_path / "root")
    monkeypatch.setattr(opa, "VERSION", opa.run("version").decode().split()[1])
    return tmp_path / "root"


@needs_opa
def test_the_command_writes_what_is_stale_and_then_nothing(root, capsys):
    with pytest.raises(SystemExit, match=r"stale: compiled/policy\.wasm, compiled/catalog\.json .* run `python -m"):
        policies.main(["--check"])
    policies.main([])
    assert capsys.readouterr().out.split("\n")[:2] == [
        "wrote policies/compiled/policy.wasm",
        "wrote policies/compiled/catalog.json",
    ]
    policies.main(["--check"])
    policies.main([])
    assert capsys.readouterr().out == ""
    (root / "policies" / CATALOG).write_bytes(b"{}")
    with pytest.raises(SystemExit, match=r"stale: compiled/catalog\.json in"):
        policies.main(["--check"])


@needs_opa
@pytest.mark.parametrize(
    "file, old, new, message",
    [
        (FILE, '{"release"}', '{ "release" }', "opa fmt failed"),
        (FILE, '{"release"}', "{input.releese}", "undefined ref: input.releese"),
        (FILE, "package", "import data.ai800.main\n\npackage", "opa fmt failed"),
    ],
)
def test_the_command_checks_the_sources(root, file, old, new, message):
    schema = "# schemas:\n#   - input: schema.document\n"
    _change(root / "policies", "# custom:\n#   objective", f"{schema}# custom:\n#   objective", file)
    _change(root / "policies", old, new, file)
    with pytest.raises(SystemExit) as caught:
        policies.main([])
    assert message in str(caught.value)


@needs_opa
def test_another_version_of_opa_builds_nothing(monkeypatch):
    monkeypatch.setattr(opa, "VERSION", "0.1.0")
    with pytest.raises(SystemExit, match=r"built with OPA 0\.1\.0"):
        policies.main([])


def test_no_opa_at_all(monkeypatch, tmp_path):
    monkeypatch.setattr(opa, "ROOT", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="there is no OPA"):
        policies.main([])
