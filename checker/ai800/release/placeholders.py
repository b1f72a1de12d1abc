"""Texts in which something was to be said: in 17 languages of model cards, whole texts only.

A sentence that says more than that it is missing tells a reader something, and is none of these.
"""

from __future__ import annotations

import re

# Full answers where the true one may be that there is none.
DENIALS = frozenset({
    "none", "nothing", "keine", "keiner", "nichts", "aucun", "aucune", "néant", "ninguno", "ninguna", "nenhum",
    "nenhuma", "nessuno", "nessuna", "niente", "geen", "нет", "ничего", "无", "無", "没有", "沒有", "なし", "無し",
    "特になし", "ありません", "없음", "لا يوجد", "لا شيء", "कोई नहीं", "tidak ada", "không có",
})  # fmt: skip
_WORDS = frozenset({
    "no", "nil", "null", "n/a", "na", "nan", "yes", "true", "false", "ok", "tbd", "tba", "tbc", "todo", "to do",
    "fixme", "wip", "pending", "soon", "more information needed", "lorem ipsum", "placeholder", "undefined",
    "unspecified", "empty", "blank", "left blank", "changeme", "replaceme", "fill me in", "please fill in", "fill in",
    "in progress", "work in progress", "under construction", "to come", "to follow", "does not apply", "no information",
    "no information available", "no data", "no data available", "dummy text", "sample text", "your text", "your answer",
    "nein", "ja", "k.a", "keine angabe", "keine angaben", "entfällt", "unbekannt", "noch offen", "folgt", "folgt noch",
    "folgt später", "wird nachgereicht", "wird ergänzt", "nicht zutreffend", "nicht anwendbar", "in arbeit",
    "non", "oui", "sans objet", "non applicable", "à venir", "inconnu", "en cours", "non renseigné",
    "no aplica", "no aplicable", "pendiente", "desconocido", "sin datos", "não aplicável", "não se aplica", "pendente",
    "desconhecido", "non applicabile", "sconosciuto", "in corso", "n.v.t", "niet van toepassing", "onbekend", "volgt",
    "brak danych", "nie dotyczy", "do ustalenia", "do uzupełnienia",
    "n/d", "да", "н/д", "неизвестно", "не определено", "не применимо", "неприменимо", "уточняется", "в разработке",
    "待定", "未定", "待补充", "待補充", "待确认", "待確認", "待完善", "待填写", "待填寫", "暂无", "暫無", "不适用",
    "不適用", "未知", "未定义", "未定義", "该部分待补充", "未定です", "該当なし", "不明", "準備中", "検討中", "未記入",
    "後日追加", "追って記載", "追記予定", "미정", "해당 없음", "해당없음", "추후 작성", "추후 결정", "추후 공개",
    "작성 중", "준비 중", "알 수 없음", "غير معروف", "قيد التحديد", "لا ينطبق", "सूचना उपलब्ध नहीं", "लागू नहीं",
    "belirlenecek", "bilinmiyor", "belum ditentukan", "chưa xác định",
})  # fmt: skip
_FILLERS = frozenset({"asdf", "qwerty", "foo", "bar", "baz", "qux", "bla", "blah", "lorem", "ipsum"})
_REPEATED = 3
_LONGEST = 100  # of the texts here, but for forms
_DONE_LATER = (
    "determined|defined|decided|announced|completed|written|added|confirmed|provided|filled(?: in| out)?|specified|"
    "documented|described|supplied|inserted|clarified|finali[sz]ed"
)
_LATER = (
    r"(?: (?:later|soon|shortly|here|in due course|at a later (?:date|time|stage)|"
    r"in (?:a|the) \w+ (?:version|release)))"
)
_SUBJECT = r"(?:(?:this|it|that|this (?:section|field|text|part)) )?"
_NOT_YET = re.compile(
    rf"{_SUBJECT}(?:(?:is |are )?(?:still )?(?:yet )?to be|will be|needs? to be|must be) (?:{_DONE_LATER}){_LATER}?|"
    r"we will (?:add|write|complete|provide|document|fill in) (?:this|it|that)"
    rf"(?: (?:section|field|text|part))?{_LATER}?|"
    rf"(?:coming|forthcoming|follows){_LATER}?|"
    rf"{_SUBJECT}(?:is )?(?:intentionally )?left (?:blank|empty)|"
    rf"{_SUBJECT}(?:is )?(?:currently )?(?:unknown|not (?:yet )?(?:known|specified|stated|provided|filled in))"
    r"(?: yet| so far| here| at (?:this|the) (?:time|moment|stage))?|"
    r"not yet(?: (?:available|decided|defined|determined))?|not (?:available|decided|defined|determined) yet|"
    rf"{_SUBJECT}(?:is )?(?:not applicable|does not apply)(?: here| to us| to (?:this|our) (?:model|release))?|"
    r"(?:none|nothing|no information)(?: specified| stated| provided| available)? (?:yet|so far)|"
    r"none (?:specified|stated)|"
    # the same in other languages
    r"(?:noch )?zu (?:klären|definieren|ergänzen|bestimmen)|noch nicht (?:festgelegt|bekannt|definiert|entschieden)|"
    r"(?:reste )?à (?:définir|compléter|completer|déterminer|préciser|confirmer)|"
    r"(?:por|a|da|nog te) (?:definir\w?|determinar\w?|completar\w?|completer|confirmar\w?|definire|bepalen|bevestigen)|"
    r"будет (?:добавлено|определено|дополнено|уточнено)(?: позже)?"
)
# What a form shows where an answer is to stand.
_FORM = re.compile(
    r"\W*(?:please )?(?:insert|enter|describe|type|fill in|put|your)\b[^.!?]{0,60}\bhere\W*|"
    r"<(?![a-z]+:)[^<>@]{1,200}>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|%\w+%|"
    r"\[(?:insert|enter|describe|your|add|fill|specify|provide|replace)\b[^\[\]]*\]",
    re.IGNORECASE,
)
_FORM_ENDS = (">", "}", "%", "]")
# A text that begins like this is a template, whatever follows: so is every text that `ai800 init` writes.
_TEMPLATE = re.compile(r"[\W_]*(todo|tbd|tba|tbc|fixme|lorem ipsum)\b", re.IGNORECASE)
_TO_DO = ("todo", "tbd", "tba", "tbc", "fixme")
_TO_DO_AT_THE_END = re.compile(r"[:=\u2013\u2014-]\s*(?:todo|tbd|tba|tbc|fixme)\W*$", re.IGNORECASE)
_SEPARATED = re.compile(r"[\s._/-]")


def is_placeholder(text: str, bare: str) -> bool:
    """Whether a text only holds a place; `bare` is the same in lower case, without spaces and marks around it."""
    if not bare or bare in _WORDS or _TEMPLATE.match(text) or _is_form(text.strip(), bare):
        return True
    if bare.endswith(_TO_DO) and _TO_DO_AT_THE_END.search(text):
        return True
    if len(bare) > _LONGEST:
        return False
    return _SEPARATED.sub("", bare) in _WORDS or bool(_NOT_YET.fullmatch(bare)) or _says_nothing(bare)


def _is_form(text: str, bare: str) -> bool:
    return (text.endswith(_FORM_ENDS) or bare.endswith("here")) and bool(_FORM.fullmatch(text))


def _says_nothing(bare: str) -> bool:
    """Words that stand for any word, or one word or letter over and over."""
    words = bare.split()
    return set(bare) == {"x"} or _FILLERS.issuperset(words) or (len(words) >= _REPEATED and len(set(words)) == 1)
