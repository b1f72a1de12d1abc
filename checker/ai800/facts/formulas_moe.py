"""The formulas of `formulas.py` for models with a mixture of experts: all parameters, and those used for one token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.formulas import Config, Count, Traits, UnknownError, attention, whole

if TYPE_CHECKING:
    from collections.abc import Callable


def _mixture(c: Config, t: Traits, *, dense: int, fixed: int, expert: int) -> Count:
    """`dense` layers have a feed-forward part of `intermediate_size`; the others `fixed` and the experts."""
    h, layers = c.number("hidden_size"), c.number("num_hidden_layers")
    experts = c.number("num_local_experts", "num_experts", "n_routed_experts")
    used = c.number("num_experts_per_tok", "experts_per_token")
    common = layers * (attention(c, t) + t.norms * h) + dense * 3 * h * c.number("intermediate_size", default=0)
    if dense > layers or used > experts:
        raise UnknownError
    sparse = layers - dense
    total = whole(c, t, layers=common + sparse * (fixed + experts * expert))
    return Count(total, whole(c, t, layers=common + sparse * (fixed + used * expert)), "hidden_size")


def _mixtral(c: Config) -> Count:
    h, f, experts = c.number("hidden_size"), c.number("intermediate_size"), c.number("num_local_experts")
    return _mixture(c, Traits(), dense=0, fixed=experts * h, expert=3 * h * f)


def _olmoe(c: Config) -> Count:
    h, f, experts = c.number("hidden_size"), c.number("intermediate_size"), c.number("num_experts")
    return _mixture(c, Traits(qk_norm="full"), dense=0, fixed=experts * h, expert=3 * h * f)


def _qwen_dense_layers(c: Config) -> int:
    only, step = c.get("mlp_only_layers"), c.number("decoder_sparse_step", default=1)
    if step != 1 or not isinstance(only if only is not None else [], list):
        raise UnknownError
    return len(set(only or []))


def _qwen3_moe(c: Config) -> Count:
    h, experts = c.number("hidden_size"), c.number("num_experts")
    expert = 3 * h * c.number("moe_intermediate_size")
    return _mixture(c, Traits(qk_norm="head"), dense=_qwen_dense_layers(c), fixed=experts * h, expert=expert)


def _qwen2_moe(c: Config) -> Count:
    h, experts = c.number("hidden_size"), c.number("num_experts")
    expert = 3 * h * c.number("moe_intermediate_size")
    fixed = experts * h + 3 * h * c.number("shared_expert_intermediate_size") + h
    return _mixture(c, Traits(qkv_bias=True), dense=_qwen_dense_layers(c), fixed=fixed, expert=expert)


def _llama4(c: Config) -> Count:
    h, f, layers = c.number("hidden_size"), c.number("intermediate_size"), c.number("num_hidden_layers")
    experts, step = c.number("num_local_experts"), c.number("interleave_moe_layer_step", default=1)
    dense = layers - layers // max(step, 1)
    wide = dense * 3 * h * (c.number("intermediate_size_mlp", default=f) - f)
    found = _mixture(c, Traits(), dense=dense, fixed=experts * h + 3 * h * f, expert=3 * h * f)
    return Count(found.total + wide, (found.active or 0) + wide, found.key)


def _gpt_oss(c: Config) -> Count:
    """Active as its card counts them: without the embedding, of which one row is used for a token."""
    h, f, heads = c.number("hidden_size"), c.number("intermediate_size"), c.number("num_attention_heads")
    layers, experts = c.number("num_hidden_layers"), c.number("num_local_experts")
    kv, d = c.number("num_key_value_heads"), c.number("head_dim")
    used = c.number("num_experts_per_tok", "experts_per_token")
    layer = 2 * h * (heads + kv) * d + (heads + 2 * kv) * d + h + heads + 2 * h + experts * (h + 1)
    expert = h * 2 * f + 2 * f + f * h + h
    rows = c.number("vocab_size") * h
    total = layers * (layer + experts * expert) + 2 * rows + h
    return Count(total, layers * (layer + used * expert) + rows + h, "hidden_size")


def dbrx(c: Config) -> Count:
    """Keys of DBRX, which names everything in its own way and nests half of it."""
    h, layers, heads = c.number("d_model"), c.number("n_layers"), c.number("n_heads")
    kv, feed = c.nested("attn_config").number("kv_n_heads"), c.nested("ffn_config")
    experts, used = feed.number("moe_num_experts"), feed.number("moe_top_k")
    expert = 3 * h * feed.number("ffn_hidden_size")
    layer = h * (h + 2 * kv * (h // max(heads, 1))) + h * h + 2 * h + experts * h
    rest = 2 * c.number("vocab_size") * h + h
    return Count(layers * (layer + experts * expert) + rest, layers * (layer + used * expert) + rest, "d_model")


def deepseek(c: Config) -> Count:
    """DeepSeek-V2 and -V3 and what is built like them, with the keys of Hugging Face or of the vendor's own code.

    Latent attention, some dense layers first, then shared and routed experts. The layers that predict further tokens
    are left out, as in the count that is published.
    """
    d, heads = c.number("hidden_size", "dim"), c.number("num_attention_heads", "n_heads")
    layers, dense = c.number("num_hidden_layers", "n_layers"), c.number("first_k_dense_replace", "n_dense_layers")
    experts, shared = c.number("n_routed_experts"), c.number("n_shared_experts", default=0)
    used = c.number("num_experts_per_tok", "n_activated_experts")
    if dense > layers or c.number("moe_layer_freq", default=1) != 1:
        raise UnknownError
    expert = 3 * d * c.number("moe_intermediate_size", "moe_inter_dim")
    common = layers * (_latent(c, d, heads=heads) + 2 * d) + dense * 3 * d * c.number("intermediate_size", "inter_dim")
    common += 2 * c.number("vocab_size") * d + d + (layers - dense) * (experts * d + shared * expert)
    sparse = (layers - dense) * expert
    return Count(common + sparse * experts, common + sparse * used, "hidden_size" if c.has("hidden_size") else "dim")


def _latent(c: Config, d: int, *, heads: int) -> int:
    q, kv = c.number("q_lora_rank", default=0), c.number("kv_lora_rank")
    nope, rope, v = c.number("qk_nope_head_dim"), c.number("qk_rope_head_dim"), c.number("v_head_dim")
    query = d * q + q + q * heads * (nope + rope) if q else d * heads * (nope + rope)
    return query + d * (kv + rope) + kv + kv * heads * (nope + v) + heads * v * d


MIXTURES: dict[str, Callable[[Config], Count]] = {
    "mixtral": _mixtral,
    "olmoe": _olmoe,
    "qwen2_moe": _qwen2_moe,
    "qwen3_moe": _qwen3_moe,
    "llama4_text": _llama4,
    "gpt_oss": _gpt_oss,
    "dbrx": dbrx,
    **dict.fromkeys(("deepseek_v2", "deepseek_v3", "kimi_k2"), deepseek),
}
