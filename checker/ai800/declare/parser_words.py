"""The YAML parser's complaints in our own words: its own quote the file."""

from __future__ import annotations

from ai800.declare.faults import Fault

_QUOTE = "put text that holds `: `, `#`, brackets or quotes between quotes"
_INDENT = "indent with spaces, and the keys of one mapping alike"
_BACKSLASH = "double the backslash, or use single quotes"
_BLOCK = "write `|` or `>` alone at the end of the line"
DIRECTIVES = Fault("directives are not accepted", "delete the line that begins with %")
TAGS = Fault("tags are not accepted", "delete the word that begins with !, or put it between quotes")
ANCHORS = Fault("anchors and aliases are not accepted", "write the value out, or put it between quotes")

_NO_COLON = Fault("a key without its colon", "write `key: value`, with a space after the colon")
_OPEN_QUOTE = Fault("a quote that is never closed", "close it")

_TAB = Fault("a tab where only spaces can indent", "indent with spaces")
_BAD_START = Fault("a character that no unquoted text can begin with", _QUOTE)
_NO_ITEM = Fault("a line between list items that is no item", _INDENT)
_ODD_LINE = Fault("a line that is indented like nothing above it", _INDENT)
_ODD_TEXT = Fault("text that belongs to nothing above it", _INDENT)
_AFTER_END = Fault("text after the end of a value", "put the whole value between quotes")

# The parser sees these where the text goes wrong at last, lines after what has to be mended.
SEEN_LATE = (_NO_COLON, _OPEN_QUOTE)

# Pieces of the fixed texts of libyaml and of PyYAML's own parser; the first that occurs counts.
_WORDS: tuple[tuple[tuple[str, ...], Fault], ...] = (
    (("expected ':'",), _NO_COLON),
    (("mapping values are not allowed",), Fault("a colon where no key can stand", _QUOTE)),
    (("mapping keys are not allowed",), Fault("a key where none can stand", _INDENT)),
    (("sequence entries are not allowed",), Fault("a list item where none can stand", _INDENT)),
    (("tab character",), _TAB),
    (("cannot start any token",), _BAD_START),
    (("unexpected end of stream", "unexpected document"), _OPEN_QUOTE),
    (("',' or ']'",), Fault("a list in brackets that is not closed", "close it with ]")),
    (("',' or '}'",), Fault("a mapping in braces that is not closed", "close it with }")),
    (("'-' indicator",), _NO_ITEM),
    (("expected key", "<block end>"), _ODD_LINE),
    (("node content",), Fault("a value is missing", "write a value, or delete the key")),
    (("escape", "hexdecimal", "hexadecimal"), Fault("an unknown escape in a quoted text", _BACKSLASH)),
    (("chomping", "indentation indicator", "comment or", "a comment"), Fault("text after the mark of a block", _BLOCK)),
    (("directive", "version number", "incompatible YAML", "digit"), DIRECTIVES),
    (("tag", "URI", "'!'", "'>'"), TAGS),
    (("alphabetic", "alphanumerical"), ANCHORS),
    (("<document start>",), _ODD_TEXT),
)
_UNKNOWN = Fault("the YAML cannot be read here", "compare the line with the examples in the documentation")


def in_our_words(complaint: str, before: str = "", *, after: str = "") -> Fault:
    """The fault that stands for a `problem` of PyYAML, which arose between two parts of a line.

    Nothing of the complaint or of the line is repeated.
    """
    found = (fault for pieces, fault in _WORDS if any(piece in complaint for piece in pieces))
    fault = next(found, _UNKNOWN)
    if fault is _BAD_START and after.startswith("\t"):
        return _TAB
    if fault in {_NO_ITEM, _ODD_LINE, _ODD_TEXT} and before.strip():
        return _AFTER_END
    return fault
