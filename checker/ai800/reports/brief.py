"""Two short forms of the report in Markdown: GitHub's job summary, and the comment on a pull request."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.fitted import Block, fitted
from ai800.reports.grid import VARIANTS, grid
from ai800.reports.markup import markdown, markdown_code
from ai800.reports.open_items import advised, gaps, questions, standing
from ai800.reports.places import shown_place
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Note, Variant
    from ai800.reports.grid import Line
    from ai800.reports.open_items import Item

# GitHub's limits: 1 MiB for the summary of a step, of which more is not shown at all, and 65,536 characters for a
# comment. Both are kept in bytes, which are never fewer than characters.
SUMMARY_LIMIT = 1024 * 1024 - 32 * 1024  # the action may add what went wrong beside the verdict
COMMENT_LIMIT = 65_536
MARKER = "<!-- ai800-comment "
_LONGEST = 1000
_LONGEST_NAME = 200
_MOST_SAID = 5
_UNFOLDED = 10  # of each list in a comment, which stands in a conversation
_DECIDES = "The status of the check decides, not this comment: its text comes from the run that judged the change."


def summary_report(assessment: Assessment) -> str:
    """The report for $GITHUB_STEP_SUMMARY."""
    advice = Block("Advice", "advice item", [_element(item) for item in advised(assessment)], 0)
    blocks = (*_blocks(assessment), advice, _notes(assessment))
    return fitted(_head(assessment), blocks, foot=_grid(assessment) + _foot(), limit=SUMMARY_LIMIT)


def comment_report(assessment: Assessment) -> str:
    """The report as one comment, with a hidden marker by which the comment is found again and replaced."""
    head = f"{marker(assessment)}\n{_head(assessment)}"
    blocks = (
        block if block.unfolded is not None else block._replace(unfolded=_UNFOLDED)
        for block in (*_blocks(assessment), _notes(assessment))
    )
    return fitted(head, blocks, foot=f"{_foot()}- {_DECIDES}\n", limit=COMMENT_LIMIT)


def marker(assessment: Assessment) -> str:
    """A comment for each folder of a repository that holds several models; the name itself is foreign text."""
    folder = assessment.release["folder"].encode("utf-8", "backslashreplace")
    return f"{MARKER}{hashlib.sha256(folder).hexdigest()[:16]} -->"


def _blocks(assessment: Assessment) -> tuple[Block, ...]:
    return (
        Block("To mend", "open item", [_element(item) for item in gaps(assessment)]),
        Block("To review", "question", [_element(item) for item in questions(assessment)]),
        Block("Open before this change", "earlier item", [_element(item) for item in standing(assessment)], 0),
    )


def _notes(assessment: Assessment) -> Block:
    return Block("Notes", "note", [_note(note) for note in assessment.notes])


def _head(assessment: Assessment) -> str:
    """The verdict first, in our own words; then what was judged."""
    lines = [
        "# ai800",
        f"**{_text(words.outcome(assessment))}**",
        *map(_text, words.meaning(assessment)),
        words.MET,
        "\n".join(f"- {said}" for said in _judged(assessment)),
        f"{words.counts(assessment)}",
    ]
    return "\n\n".join(lines) + "\n"


def _judged(assessment: Assessment) -> Iterator[str]:
    release, run = assessment.release, assessment.run
    names = [release["name"] or run["repository"], release["version"], release["developer"]]
    yield ", ".join(markdown_code(printable(name, _LONGEST_NAME)) for name in names if name) or "no name"
    if release["folder"]:
        yield f"folder {markdown_code(printable(release['folder'], _LONGEST_NAME))}"
    tree = f"commit {markdown_code(printable(run['commit'][:12]))}" if run["commit"] else f"{run['kind']}"
    yield f"{tree}, as of {run['as_of']}, {words.judged_by(assessment)}, {plural(len(release['channels']), 'channel')}"


def _grid(assessment: Assessment) -> str:
    """A column for each variant that judged; without one there is no table."""
    variants = [each for each in VARIANTS if each in assessment.release["variants"]]
    if not variants:
        return ""
    rows = [_line(line, variants) for line in grid(assessment)]
    lines = ["\n## Practices", "", f"| practice | {' | '.join(variants)} |", "|---" * (1 + len(variants)) + "|", *rows]
    return "\n".join(lines) + "\n"


def _line(line: Line, variants: list[Variant]) -> str:
    cells = " | ".join(f"{cell.word} ({cell.detail})" for cell in line.cells if cell.variant in variants)
    return f"| {_text(line.short)} {_text(line.title)} | {cells} |"


def _element(item: Item) -> str:
    """One open thing as an entry of a list, complete in itself."""
    name = f" {markdown_code(item.id)}" if item.id else ""
    where = f" ({_at(shown_place(item.place))})" if item.place else ""
    more = [f"and {plural(len(item.said) - _MOST_SAID, 'finding')} more"] if len(item.said) > _MOST_SAID else []
    said = [*map(_text, item.said[:_MOST_SAID]), *more, *(f"fix: {_text(fix)}" for fix in item.fixes[:_MOST_SAID])]
    return "\n".join([f"- **{item.word}**{name} {_text(item.title)}{where}", *(f"  - {each}" for each in said), ""])


def _note(note: Note) -> str:
    where = f" ({_at(shown_place(note.place))})" if note.place else ""
    return f"- {_text(note.message)}{where}\n"


def _at(place: str) -> str:
    return markdown_code(printable(place, _LONGEST_NAME + 20))


def _text(text: str) -> str:
    return markdown(printable(text, _LONGEST))


def _foot() -> str:
    return "\n---\n\n" + "".join(f"- {_text(said)}\n" for said in (words.DRAFT, words.VARIANTS))
