"""How many parameters a model has, from its configuration alone, for the families whose formula is known to be exact.

Each formula was compared with a published count to the last digit (tests/unit/facts/test_formulas.py). A family that is
not here, or a setting that a formula does not know, gives no number. Symbols: h hidden size, L layers, V vocabulary,
f feed-forward size, A and K attention and key-value heads, d size of a head, E experts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST = 1 << 40


class Count(NamedTuple):
    """`active` are the parameters used for one token, None for a dense model. `key` is the one to point at."""

    total: int
    active: int | None
    key: str
    part: str = ""  # what of the model was counted, "" for all of it


class UnknownError(Exception):
    """The configuration lacks a number that the formula needs, or has one that no model has."""


class Config:
    """A configuration with the several names its numbers go by."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    def number(self, *names: str, default: int | None = None) -> int:
        """The first of `names` that is given. Raises UnknownError where none is and there is no default."""
        value = next((self._data[name] for name in names if self._data.get(name) is not None), default)
        if type(value) is not int or not 0 <= value <= _MOST:
            raise UnknownError
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        value = self._data.get(name)
        return value if isinstance(value, bool) else default

    def nested(self, name: str) -> Config:
        value = self._data.get(name)
        return Config(value if isinstance(value, dict) else {})

    def has(self, *names: str) -> bool:
        return all(self._data.get(name) is not None for name in names)

    def get(self, name: str) -> Any:
        return self._data.get(name)


class Traits(NamedTuple):
    """How a family differs from Llama: biases, norms (of size h, in a layer), norms of query and key, tying."""

    qkv_bias: bool = False
    out_bias: bool = False
    norms: int = 2
    norm_width: int = 1  # 2 where a norm has a bias, 0 where it has nothing
    qk_norm: str = ""  # "head": one for all heads; "full": as wide as the projection
    tied: bool = False


def attention(c: Config, t: Traits) -> int:
    """The parameters of the attention of one layer. Raises UnknownError for biases that the family does not have."""
    if c.flag("attention_bias", default=False) and not t.qkv_bias:
        raise UnknownError
    h, heads = c.number("hidden_size"), c.number("num_attention_heads")
    kv = c.number("num_key_value_heads", default=heads)
    d = c.number("head_dim", default=h // max(heads, 1))
    count = 2 * h * heads * d + 2 * h * kv * d
    count += (heads + 2 * kv) * d * t.qkv_bias + h * t.out_bias
    return count + {"": 0, "head": 2 * d, "full": (heads + kv) * d}[t.qk_norm]


def whole(c: Config, t: Traits, *, layers: int) -> int:
    """`layers` is the sum over all layers; adds the embedding, the output layer and the last norm."""
    h, vocabulary = c.number("hidden_size"), c.number("vocab_size")
    tied = c.flag("tie_word_embeddings", default=t.tied)
    return vocabulary * h * (1 if tied else 2) + layers + h * t.norm_width


def _dense(c: Config, t: Traits) -> Count:
    h, layers = c.number("hidden_size"), c.number("num_hidden_layers")
    if c.flag("mlp_bias", default=False):
        raise UnknownError
    layer = attention(c, t) + 3 * h * c.number("intermediate_size") + t.norms * t.norm_width * h
    return Count(whole(c, t, layers=layers * layer), None, "hidden_size")


def _llama(c: Config) -> Count:
    bias = c.flag("attention_bias", default=False) or c.flag("bias", default=False)
    return _dense(c, Traits(qkv_bias=bias, out_bias=bias))


def _qwen2(c: Config) -> Count:
    return _dense(c, Traits(qkv_bias=True))


def _qwen3(c: Config) -> Count:
    bias = c.flag("attention_bias", default=False)
    return _dense(c, Traits(qkv_bias=bias, out_bias=bias, qk_norm="head"))


def _gemma(c: Config) -> Count:
    return _dense(c, Traits(tied=True))


def _gemma2(c: Config) -> Count:
    return _dense(c, Traits(tied=True, norms=4))


def _gemma3(c: Config) -> Count:
    return _dense(c, Traits(tied=True, norms=4, qk_norm="head"))


def _olmo(c: Config) -> Count:
    return _dense(c, Traits(norm_width=0))


def _olmo2(c: Config) -> Count:
    return _dense(c, Traits(qk_norm="full"))


def _cohere(c: Config) -> Count:
    qk_norm = "full" if c.flag("use_qk_norm", default=False) else ""
    return _dense(c, Traits(tied=True, norms=1, qk_norm=qk_norm))


def _stablelm(c: Config) -> Count:
    if c.flag("qk_layernorm", default=False) or c.flag("use_parallel_residual", default=False):
        raise UnknownError
    return _dense(c, Traits(norm_width=2, qkv_bias=c.flag("use_qkv_bias", default=False)))


def _chatglm(c: Config) -> Count:
    heads = c.number("num_attention_heads")
    kv = c.number("multi_query_group_num") if c.flag("multi_query_attention", default=False) else heads
    known = {
        "hidden_size": c.number("hidden_size"),
        "num_hidden_layers": c.number("num_layers"),
        "num_attention_heads": heads,
        "num_key_value_heads": kv,
        "head_dim": c.number("kv_channels"),
        "intermediate_size": c.number("ffn_hidden_size"),
        "vocab_size": c.number("padded_vocab_size"),
    }
    if c.flag("add_bias_linear", default=False):
        raise UnknownError
    return _dense(Config(known), Traits(qkv_bias=c.flag("add_qkv_bias", default=False)))


def _gpt(c: Config, *, positions: int, tied: bool) -> Count:
    """Layers of 12h² + 13h as in GPT-2, GPT-NeoX and OPT: everything has a bias, the feed-forward part is 4h wide."""
    h = c.number("n_embd", "n_embed", "hidden_size")
    layers = c.number("n_layer", "num_hidden_layers")
    vocabulary = c.number("vocab_size")
    inner = c.number("n_inner", "ffn_dim", "intermediate_size", default=4 * h)
    if inner != 4 * h:
        raise UnknownError
    total = vocabulary * h * (1 if tied else 2) + positions * h + layers * (12 * h * h + 13 * h) + 2 * h
    return Count(total, None, "hidden_size" if c.has("hidden_size") else "n_embd")


def _gpt2(c: Config) -> Count:
    return _gpt(c, positions=c.number("n_positions"), tied=c.flag("tie_word_embeddings", default=True))


def _gpt_neox(c: Config) -> Count:
    return _gpt(c, positions=0, tied=c.flag("tie_word_embeddings", default=False))


def _opt(c: Config) -> Count:
    h = c.number("hidden_size")
    if not c.flag("do_layer_norm_before", default=True) or c.number("word_embed_proj_dim", default=h) != h:
        raise UnknownError
    return _gpt(c, positions=c.number("max_position_embeddings") + 2, tied=True)


def _bloom(c: Config) -> Count:
    h, layers = c.number("n_embed", "hidden_size"), c.number("n_layer", "num_hidden_layers")
    total = c.number("vocab_size") * h + 2 * h + layers * (12 * h * h + 13 * h) + 2 * h
    return Count(total, None, "n_embed" if c.has("n_embed") else "hidden_size")


def _mpt(c: Config) -> Count:
    h, layers = c.number("d_model"), c.number("n_layers")
    plain = c.flag("no_bias", default=False) and c.nested("attn_config").get("alibi") is True
    if not plain or c.number("expansion_ratio", default=4) != 4:  # noqa: PLR2004 the ratio of the formula
        raise UnknownError
    return Count(c.number("vocab_size") * h + layers * (12 * h * h + 2 * h) + h, None, "d_model")


def _phi(c: Config) -> Count:
    h, layers, vocabulary = c.number("hidden_size"), c.number("num_hidden_layers"), c.number("vocab_size")
    if c.number("intermediate_size") != 4 * h or c.number("num_key_value_heads", default=0) not in {
        0,
        c.number("num_attention_heads"),
    }:
        raise UnknownError
    return Count(2 * vocabulary * h + vocabulary + layers * (12 * h * h + 11 * h) + 2 * h, None, "hidden_size")


def _falcon(c: Config) -> Count:
    h, layers = c.number("hidden_size"), c.number("num_hidden_layers", "n_layer")
    heads = c.number("num_attention_heads", "n_head")
    new = c.flag("new_decoder_architecture", default=False)
    parallel = c.flag("parallel_attn", default=True) and c.flag("multi_query", default=True)
    if c.flag("bias", default=False) or not (new or parallel):
        raise UnknownError
    if c.number("ffn_hidden_size", default=4 * h) != 4 * h:
        raise UnknownError
    kv = c.number("num_kv_heads", "n_head_kv", default=heads) if new else 1
    norms = c.number("num_ln_in_parallel_attn", default=2) if new else 1
    layer = h * (heads + 2 * kv) * (h // max(heads, 1)) + h * h + 8 * h * h + 2 * norms * h
    tied = c.flag("tie_word_embeddings", default=True)
    return Count(c.number("vocab_size") * h * (1 if tied else 2) + layers * layer + 2 * h, None, "hidden_size")


DENSE: dict[str, Callable[[Config], Count]] = {
    **dict.fromkeys(("llama", "mistral", "phi3", "granite", "internlm2", "baichuan", "yi", "smollm3"), _llama),
    "qwen2": _qwen2,
    "qwen3": _qwen3,
    "gemma": _gemma,
    "gemma2": _gemma2,
    "gemma3_text": _gemma3,
    "olmo": _olmo,
    **dict.fromkeys(("olmo2", "olmo3"), _olmo2),
    "cohere": _cohere,
    "stablelm": _stablelm,
    "chatglm": _chatglm,
    "gpt2": _gpt2,
    "gpt_neox": _gpt_neox,
    "opt": _opt,
    "bloom": _bloom,
    "mpt": _mpt,
    "phi": _phi,
    "falcon": _falcon,
}
