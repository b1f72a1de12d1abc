"""Which formula a configuration asks for: by its `model_type`, by a nested text model, or by a vendor's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.facts.formulas import DENSE, Config, Count, Traits, UnknownError, attention, whole
from ai800.facts.formulas_moe import MIXTURES, deepseek

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMULAS = {**DENSE, **MIXTURES}
# What transformers fills in where the configuration of Gemma 3 says nothing (Gemma3TextConfig).
_GEMMA3 = {"vocab_size": 262_208, "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 256}
_VENDOR_DEEPSEEK = ("dim", "inter_dim", "moe_inter_dim", "n_routed_experts", "kv_lora_rank")
_VENDOR_LLAMA = ("dim", "n_layers", "n_heads", "vocab_size")
_ROUND = 256  # `multiple_of` where Meta's parameters do not give it


def count(data: Mapping[str, Any]) -> Count | None:
    """The parameters of the model that `data` configures, None where its family or a setting is not known."""
    try:
        found = _count(data)
    except UnknownError:
        return None
    return found if found and found.total else None


def _count(data: Mapping[str, Any]) -> Count | None:
    c = Config(data)
    family, text = data.get("model_type"), data.get("text_config")
    if isinstance(text, dict):
        return _text_part(text)
    if isinstance(family, str) and family in _FORMULAS:
        return _FORMULAS[family](Config({**_GEMMA3, **_given(data)}) if family == "gemma3_text" else c)
    if family is None and c.has(*_VENDOR_DEEPSEEK):
        return deepseek(c)
    return _vendor_llama(c) if family is None and c.has(*_VENDOR_LLAMA) else None


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _text_part(text: Mapping[str, Any]) -> Count | None:
    """A model of several parts: only its text part is counted, and the count says so."""
    found = None if isinstance(text.get("text_config"), dict) else _count(text)
    return found and found._replace(part="text part")


def _vendor_llama(c: Config) -> Count:
    """`params.json` as Meta and Mistral write it, dense or with experts."""
    dim, layers = c.number("dim"), c.number("n_layers")
    known = {
        "hidden_size": dim,
        "num_attention_heads": c.number("n_heads"),
        "num_key_value_heads": c.number("n_kv_heads", default=c.number("n_heads")),
        "head_dim": c.number("head_dim", default=dim // max(c.number("n_heads"), 1)),
        "vocab_size": c.number("vocab_size"),
        "tie_word_embeddings": c.flag("tied_embeddings", default=False),
    }
    moe = c.nested("moe")
    router = moe.number("num_experts") * dim if c.has("moe") else 0
    layer, feed = attention(Config(known), Traits()) + 2 * dim + router, 3 * dim * _feed_forward(c, dim)
    counts = [
        whole(Config(known), Traits(), layers=layers * (layer + experts * feed))
        for experts in (moe.number("num_experts", default=1), moe.number("num_experts_per_tok", default=1))
    ]
    return Count(counts[0], counts[1] if c.has("moe") else None, "dim")


def _feed_forward(c: Config, dim: int) -> int:
    """The width of the feed-forward part, given outright or by Meta's rule."""
    if c.has("hidden_dim"):
        return c.number("hidden_dim")
    factor = c.get("ffn_dim_multiplier")
    width = 2 * (4 * dim) // 3
    if isinstance(factor, int | float) and 0 < factor < 100:  # noqa: PLR2004 no model has such a factor
        width = int(factor * width)
    step = max(c.number("multiple_of", default=_ROUND), 1)
    return step * -(-width // step)
