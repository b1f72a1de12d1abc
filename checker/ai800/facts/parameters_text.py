"""What tables, labelled lines, sentences and names say of the number of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.quantities import AMOUNT, NUMBER, UNIT, amount
from ai800.facts.sentences import compares, evaluates
from ai800.facts.types import Fact
from ai800.facts.words import has, words
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.source import Document, Source
    from ai800.facts.tables import Cell, Table

_ABOUT = pattern(
    r"(?:#\s?)?(?:number of )?(?:(?:total|activated?|activation|active|live|model) )?(?:#\s?)?"
    r"(?:params?|parameters?|parameter (?:count|size)|params count)(?: count| size)?(?: \(.{0,20}\))?$|model sizes?$",
)
_RELEASED = ("download", "weight", "checkpoint", "hugging", "context", "license", "licence", "launch", "parameters")
_BENCHMARK = words(
    "mmlu gsm8k gsmk mbpp bbh arc hellaswag math humaneval triviaqa agieval ceval cmmlu winogrande gpqa truthfulqa "
    "toxigen bleu wer fid avg average score accuracy acc benchmark metric rank elo",
    "human eval", "trivia qa", "agi eval", "c eval", "wino grande", "truthful qa",
)  # fmt: skip
_ACTIVE = ("activ", "live ")
_COUNTED = pattern(
    rf"(?<![\w.,-])(?<!under )(?<!below )(?<!sub )({NUMBER})[\s-]?({UNIT})"
    r"(?:[\s-]+(?:(total|activated?|active|live)\s+)?(?:model\s+)?param(?:eter)?s?\b|"
    r"\s+(activated|active)\b(?=\s+(?:for|per|param)))",
)
_LEAST = 1_000_000
_NAME = pattern(r"(?<![\w.])(\d{1,4}(?:\.\d{1,2})?)([BMT])(?:-A(\d{1,4}(?:\.\d{1,2})?)B)?(?!\w|-\d+E)")


class Said:
    def __init__(self) -> None:
        self.total: list[Fact] = []
        self.active: list[Fact] = []

    def add(self, fact: Fact, *, active: bool) -> None:
        if fact.value >= _LEAST:
            (self.active if active else self.total).append(fact)


def from_texts(source: Source) -> Said:
    """What the readme and the cards say, tables and labelled lines before sentences."""
    said = Said()
    for document in source.documents:
        for table in document.tables:
            _table(said, document, table=table)
        _labels(said, document)
    for document in source.documents:
        _prose(said, document)
    return said


def from_names(source: Source) -> Said:
    """The size in the name of the model's folder or in the title of its readme."""
    said = Said()
    titles = [(each.path, each.headings[0].title, each.headings[0].line) for each in source.documents if each.headings]
    for path, title, line in [(source.folder, source.folder.rpartition("/")[2], None), *titles[:1]]:
        for number, unit, active in _NAME.findall(title):
            said.add(Fact(amount(number, unit), path, line, "size in the name"), active=False)
            if active:
                said.add(Fact(amount(active, "B"), path, line, "size in the name"), active=True)
    return said


def _table(said: Said, document: Document, *, table: Table) -> None:
    heads = [cell.text.lower() for cell in table.header]
    if evaluates(document.over(table.header[0].line)) or any(map(_BENCHMARK.among, heads)):
        return
    columns = [number for number, head in enumerate(heads) if _about(head)]
    if not columns and any(has(head, *_RELEASED) for head in heads):
        columns = [number for number, head in enumerate(heads) if head == "size"]
    for row in table.rows:
        for number in columns:
            if number < len(row):
                name = "" if number == 0 else row[0].text
                _cell(said, document, cell=row[number], header=table.header[number].text, name=name)
    for row in (table.header, *table.rows):
        if len(row) == 2 and _about(row[0].text):  # noqa: PLR2004 a label and its value
            _cell(said, document, cell=row[1], header=row[0].text, name="")


def _about(text: str) -> bool:
    """Whether a label or the head of a column is about the number of parameters."""
    bare = text.lower().strip().rstrip(":").strip()
    return ("param" in bare or bare.startswith("model size")) and _ABOUT.match(bare) is not None


def _is_active(text: str) -> bool:
    return has(f"{text} ", *_ACTIVE)


def _cell(said: Said, document: Document, *, cell: Cell, header: str, name: str) -> None:
    how = f"table, row {name}" if name else "table"
    for number, unit, after in _amounts(cell.text):
        fact = Fact(amount(number, unit), document.path, cell.line, how)
        said.add(fact, active=bool(_is_active(after) or (_is_active(header) and "total" not in after.lower())))


def _amounts(text: str) -> Iterator[tuple[str, str, str]]:
    """Number, unit and the words up to the next amount; a number without a unit has to be a large one."""
    found = list(AMOUNT.finditer(text.lower()))
    for index, each in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        if each[2] or "," in each[1]:
            yield each[1], each[2] or "", text.lower()[each.end() : end][:30]


def _labels(said: Said, document: Document) -> None:
    for number, name, value in document.labels:
        if not _about(name) or evaluates(document.over(number)):
            continue
        for figure, unit, after in list(_amounts(value))[:1]:
            active = bool(_is_active(name) or _is_active(after[:12]))
            said.add(Fact(amount(figure, unit), document.path, number, "labelled line"), active=active)


def _prose(said: Said, document: Document) -> None:
    for number, sentence in document.sentences.having("param"):
        if "|" in document.lines[number - 1]:
            continue
        if not compares(sentence) and not evaluates(document.over(number)):
            _sentence(said, document.path, number=number, sentence=sentence)


def _sentence(said: Said, path: str, *, number: int, sentence: str) -> None:
    """Of a mixture of experts, a bare number is often the active one: then only what is called total counts."""
    mixture = "expert" in sentence.lower()
    for found in _COUNTED.finditer(sentence.lower()):
        figure, unit, word = found[1], found[2], found[3] or found[4] or ""
        if mixture and not word:
            continue
        said.add(Fact(amount(figure, unit), path, number, "sentence"), active=bool(word and word != "total"))
