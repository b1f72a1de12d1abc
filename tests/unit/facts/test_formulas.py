"""Each formula against the published count of a model, to the last digit."""

from __future__ import annotations

import pytest

from ai800.facts.configuration import count


def cfg(family, *sizes, **more):
    h, layers, heads, kv, f, vocabulary = sizes
    return {
        "model_type": family,
        "hidden_size": h,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": kv,
        "intermediate_size": f,
        "vocab_size": vocabulary,
        **more,
    }


TIED, UNTIED = {"tie_word_embeddings": True}, {"tie_word_embeddings": False}
QWEN3_30B = cfg(
    "qwen3_moe", 2048, 48, 32, 4, 6144, 151936, head_dim=128, moe_intermediate_size=768,
    num_experts=128, num_experts_per_tok=8, decoder_sparse_step=1, mlp_only_layers=[],
)  # fmt: skip
SCOUT = cfg(
    "llama4_text", 5120, 48, 40, 8, 8192, 202048, head_dim=128, intermediate_size_mlp=16384,
    num_local_experts=16, num_experts_per_tok=1, interleave_moe_layer_step=1,
)  # fmt: skip
DBRX = {
    "model_type": "dbrx", "d_model": 6144, "n_layers": 40, "n_heads": 48, "vocab_size": 100352,
    "attn_config": {"kv_n_heads": 8},
    "ffn_config": {"ffn_hidden_size": 10752, "moe_num_experts": 16, "moe_top_k": 4},
}  # fmt: skip
V3_VENDOR = {
    "vocab_size": 129280, "dim": 7168, "inter_dim": 18432, "moe_inter_dim": 2048, "n_layers": 61,
    "n_dense_layers": 3, "n_heads": 128, "n_routed_experts": 256, "n_shared_experts": 1, "n_activated_experts": 8,
    "q_lora_rank": 1536, "kv_lora_rank": 512, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128,
    "dtype": "fp8",
}  # fmt: skip
V3_HUB = {
    "model_type": "deepseek_v3", "vocab_size": 129280, "hidden_size": 7168, "intermediate_size": 18432,
    "moe_intermediate_size": 2048, "num_hidden_layers": 61, "first_k_dense_replace": 3, "num_attention_heads": 128,
    "n_routed_experts": 256, "n_shared_experts": 1, "num_experts_per_tok": 8, "moe_layer_freq": 1,
    "q_lora_rank": 1536, "kv_lora_rank": 512, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128,
    "num_nextn_predict_layers": 1,
}  # fmt: skip
V2_LITE = {
    "vocab_size": 102400, "dim": 2048, "inter_dim": 10944, "moe_inter_dim": 1408, "n_layers": 27,
    "n_dense_layers": 1, "n_heads": 16, "n_routed_experts": 64, "n_shared_experts": 2, "n_activated_experts": 6,
    "q_lora_rank": 0, "kv_lora_rank": 512, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128,
}  # fmt: skip
KIMI = {**V3_HUB, "model_type": "kimi_k2", "vocab_size": 163840, "num_attention_heads": 64, "n_routed_experts": 384,
        "first_k_dense_replace": 1}  # fmt: skip
GLM = {
    "model_type": "chatglm", "hidden_size": 4096, "num_layers": 40, "num_attention_heads": 32,
    "multi_query_attention": True, "multi_query_group_num": 2, "kv_channels": 128, "ffn_hidden_size": 13696,
    "padded_vocab_size": 151552, "add_qkv_bias": True, "add_bias_linear": False,
}  # fmt: skip
MPT = {"model_type": "mpt", "d_model": 4096, "n_layers": 32, "vocab_size": 50432, "no_bias": True,
       "expansion_ratio": 4, "attn_config": {"alibi": True}}  # fmt: skip
FALCON = {"model_type": "falcon", "hidden_size": 4544, "num_hidden_layers": 32, "num_attention_heads": 71,
          "vocab_size": 65024, "multi_query": True, "parallel_attn": True, "bias": False}  # fmt: skip
FALCON_NEW = {"model_type": "falcon", "hidden_size": 8192, "num_hidden_layers": 60, "num_attention_heads": 128,
              "num_kv_heads": 8, "vocab_size": 65024, "new_decoder_architecture": True}  # fmt: skip
OPT = {"model_type": "opt", "hidden_size": 4096, "num_hidden_layers": 32, "vocab_size": 50272, "ffn_dim": 16384,
       "max_position_embeddings": 2048, "word_embed_proj_dim": 4096}  # fmt: skip
BLOOM = {"model_type": "bloom", "n_embed": 14336, "n_layer": 70, "num_attention_heads": 112, "vocab_size": 250880}
PHI2 = cfg("phi", 2560, 32, 32, 32, 10240, 51200)
META = {"dim": 4096, "n_layers": 32, "n_heads": 32, "n_kv_heads": 8, "vocab_size": 128256,
        "ffn_dim_multiplier": 1.3, "multiple_of": 1024, "norm_eps": 1e-05}  # fmt: skip
MISTRAL = {"dim": 4096, "n_layers": 32, "head_dim": 128, "hidden_dim": 14336, "n_heads": 32, "n_kv_heads": 8,
           "vocab_size": 32000}  # fmt: skip

PUBLISHED = [
    (cfg("llama", 4096, 32, 32, 8, 14336, 128256), 8_030_261_248, None),
    (cfg("llama", 8192, 80, 64, 8, 28672, 128256), 70_553_706_496, None),
    (cfg("llama", 16384, 126, 128, 8, 53248, 128256), 405_853_388_800, None),
    (cfg("llama", 4096, 32, 32, 32, 11008, 32000), 6_738_415_616, None),
    (cfg("llama", 2048, 16, 32, 8, 8192, 128256, head_dim=64, **TIED), 1_235_814_400, None),
    (cfg("llama", 3072, 28, 24, 8, 8192, 128256, head_dim=128, **TIED), 3_212_749_824, None),
    (cfg("mistral", 4096, 32, 32, 8, 14336, 32000, head_dim=None), 7_241_732_096, None),
    (cfg("internlm2", 6144, 48, 48, 8, 16384, 92544, bias=False), 19_861_149_696, None),
    ({k: v for k, v in cfg("baichuan", 5120, 40, 40, 0, 13696, 125696).items() if k != "num_key_value_heads"},
     13_896_668_160, None),
    (cfg("phi3", 3072, 32, 32, 32, 8192, 32064), 3_821_079_552, None),
    (cfg("phi3", 5120, 40, 40, 10, 17920, 100352), 14_659_507_200, None),
    (cfg("qwen2", 3584, 28, 28, 4, 18944, 152064), 7_615_616_512, None),
    (cfg("qwen2", 8192, 80, 64, 8, 29568, 152064), 72_706_203_648, None),
    (cfg("qwen2", 896, 24, 14, 2, 4864, 151936, **TIED), 494_032_768, None),
    (cfg("qwen3", 4096, 36, 32, 8, 12288, 151936, head_dim=128), 8_190_735_360, None),
    (cfg("gemma", 3072, 28, 16, 16, 24576, 256000, head_dim=256), 8_537_680_896, None),
    (cfg("gemma", 2048, 18, 8, 1, 16384, 256000, head_dim=256), 2_506_172_416, None),
    (cfg("gemma2", 4608, 46, 32, 16, 36864, 256000, head_dim=128), 27_227_128_320, None),
    (cfg("gemma2", 2304, 26, 8, 4, 9216, 256000, head_dim=256), 2_614_341_888, None),
    (cfg("gemma3_text", 1152, 26, 4, 1, 6912, 262144, head_dim=256), 999_885_952, None),
    (cfg("olmo", 4096, 32, 32, 32, 11008, 50304), 6_888_095_744, None),
    (cfg("olmo2", 4096, 32, 32, 32, 11008, 100352), 7_298_617_344, None),
    (cfg("olmo2", 5120, 64, 40, 8, 27648, 100352), 32_234_279_936, None),
    (cfg("stablelm", 2560, 32, 32, 32, 6912, 50304), 2_795_443_200, None),
    (cfg("stablelm", 2048, 24, 32, 32, 5632, 100352, use_qkv_bias=True), 1_644_515_328, None),
    (cfg("cohere", 8192, 40, 64, 64, 22528, 256000), 34_980_831_232, None),
    (cfg("cohere", 12288, 64, 96, 8, 33792, 256000, use_qk_norm=True), 103_810_674_688, None),
    (GLM, 9_399_951_360, None),
    (PHI2, 2_779_683_840, None),
    (FALCON, 6_921_720_704, None),
    (FALCON_NEW, 41_303_293_952, None),
    ({"model_type": "gpt2", "n_embd": 768, "n_layer": 12, "vocab_size": 50257, "n_positions": 1024}, 124_439_808, None),
    ({"model_type": "gpt2", "n_embd": 1600, "n_layer": 48, "vocab_size": 50257, "n_positions": 1024, "n_inner": None},
     1_557_611_200, None),
    ({"model_type": "gpt_neox", "hidden_size": 6144, "num_hidden_layers": 44, "vocab_size": 50432,
      "intermediate_size": 24576}, 20_554_567_680, None),
    (OPT, 6_658_473_984, None),
    (MPT, 6_649_286_656, None),
    (BLOOM, 176_247_271_424, None),
    (DBRX, 131_596_523_520, 36_469_708_800),
    (V3_VENDOR, 671_026_404_352, 37_552_282_624),
    (V3_HUB, 671_026_404_352, 37_552_282_624),
    (V2_LITE, 15_706_484_224, 2_661_150_208),
    ({**V2_LITE, "q_lora_rank": None}, 15_706_484_224, 2_661_150_208),
    (KIMI, 1_026_408_209_408, 32_861_477_888),
    (cfg("mixtral", 4096, 32, 32, 8, 14336, 32000, num_local_experts=8, num_experts_per_tok=2),
     46_702_792_704, 12_879_925_248),
    (QWEN3_30B, 30_532_122_624, 3_353_032_704),
    ({**QWEN3_30B, "mlp_only_layers": None}, 30_532_122_624, 3_353_032_704),
    (cfg("qwen2_moe", 2048, 24, 16, 16, 5632, 151936, moe_intermediate_size=1408, num_experts=60,
         shared_expert_intermediate_size=5632, num_experts_per_tok=4), 14_315_784_192, 2_689_173_504),
    (cfg("olmoe", 2048, 16, 16, 16, 1024, 50304, num_experts=64, num_experts_per_tok=8), 6_919_161_856, 1_282_017_280),
    (cfg("gpt_oss", 2880, 36, 64, 8, 2880, 201088, head_dim=64, num_local_experts=128, experts_per_token=4),
     116_829_156_672, 5_132_849_472),
    (cfg("gpt_oss", 2880, 24, 64, 8, 2880, 201088, head_dim=64, num_local_experts=32, num_experts_per_tok=4),
     20_914_757_184, 3_608_307_264),
    (SCOUT, 107_769_861_120, 17_172_894_720),
    (META, 8_030_261_248, None),
    ({**META, "dim": 8192, "n_layers": 80, "n_heads": 64, "multiple_of": 4096}, 70_553_706_496, None),
    ({**META, "dim": 16384, "n_layers": 126, "n_heads": 128, "multiple_of": 4096, "ffn_dim_multiplier": 1.2},
     405_853_388_800, None),
    ({"dim": 4096, "n_layers": 32, "n_heads": 32, "vocab_size": 32000, "multiple_of": 256}, 6_738_415_616, None),
    (MISTRAL, 7_241_732_096, None),
    ({**MISTRAL, "moe": {"num_experts": 8, "num_experts_per_tok": 2}}, 46_702_792_704, 12_879_925_248),
]  # fmt: skip


@pytest.mark.parametrize("data, total, active", PUBLISHED)
def test_the_count_is_exact(data, total, active):
    found = count(data)
    assert (found.total, found.active, found.part) == (total, active, "")
    assert found.key in data


@pytest.mark.parametrize(
    "data, total, key",
    [
        (
            {"model_type": "gemma3", "vision_config": {}, "text_config": {
                "model_type": "gemma3_text", "hidden_size": 5376, "intermediate_size": 21504, "head_dim": 128,
                "num_attention_heads": 32, "num_hidden_layers": 62, "num_key_value_heads": 16}},
            27_009_346_304, "hidden_size",
        ),
        (
            {"model_type": "gemma3", "text_config": {"model_type": "gemma3_text", "hidden_size": 2560,
             "intermediate_size": 10240, "num_hidden_layers": 34, "vocab_size": None}},
            3_880_263_168, "hidden_size",
        ),
        ({"model_type": "llama4", "text_config": SCOUT}, 107_769_861_120, "hidden_size"),
        ({"model_type": "llama4", "text_config": {**SCOUT, "num_local_experts": 128, "interleave_moe_layer_step": 2}},
         400_711_848_960, "hidden_size"),
    ],
)  # fmt: skip
def test_of_a_nested_model_the_text_part_is_counted_and_called_so(data, total, key):
    found = count(data)
    assert (found.total, found.part, found.key) == (total, "text part", key)


LLAMA = cfg("llama", 4096, 32, 32, 8, 14336, 128256)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"model_type": "unheard_of", "hidden_size": 4096},
        {"model_type": ["llama"]},
        {"model_type": None, "dim": 1},
        {"model_type": "llama"},
        {**LLAMA, "hidden_size": "4096"},
        {**LLAMA, "hidden_size": 4096.0},
        {**LLAMA, "hidden_size": True},
        {**LLAMA, "hidden_size": -4096},
        {**LLAMA, "hidden_size": 1 << 60},
        {**LLAMA, "mlp_bias": True},
        {**LLAMA, "model_type": "olmo", "attention_bias": True},
        {"model_type": "llava", "text_config": {"model_type": "llama"}},
        {"model_type": "x", "text_config": {"text_config": LLAMA}},
        {**cfg("stablelm", 1, 1, 1, 1, 1, 1), "qk_layernorm": True},
        {**cfg("stablelm", 1, 1, 1, 1, 1, 1), "use_parallel_residual": True},
        {**GLM, "add_bias_linear": True},
        {**OPT, "do_layer_norm_before": False},
        {**OPT, "word_embed_proj_dim": 512},
        {**OPT, "ffn_dim": 4096},
        {**MPT, "no_bias": False},
        {**MPT, "attn_config": {"alibi": False}},
        {**MPT, "expansion_ratio": 2},
        {**PHI2, "intermediate_size": 1},
        {**PHI2, "num_key_value_heads": 4},
        {**FALCON, "bias": True},
        {**FALCON, "multi_query": False},
        {**FALCON, "ffn_hidden_size": 1},
        {**V3_HUB, "moe_layer_freq": 2},
        {**V3_HUB, "first_k_dense_replace": 62},
        {**QWEN3_30B, "decoder_sparse_step": 2},
        {**QWEN3_30B, "mlp_only_layers": "all"},
        {**QWEN3_30B, "num_experts_per_tok": 129},
        {**QWEN3_30B, "mlp_only_layers": list(range(49))},
        {**DBRX, "ffn_config": None},
        cfg("llama", 0, 0, 0, 0, 0, 0),
    ],
)
def test_what_is_not_known_gives_no_number(data):
    assert count(data) is None


@pytest.mark.parametrize(
    "more, difference",
    [
        ({"attention_bias": True}, 32 * (4096 + 2 * 1024 + 4096)),
        ({"tie_word_embeddings": True}, -128256 * 4096),
    ],
)
def test_settings_change_the_count(more, difference):
    assert count({**LLAMA, **more}).total == count(LLAMA).total + difference


def test_other_settings_of_families():
    assert count({**GLM, "multi_query_attention": False}).total > count(GLM).total
    assert count({**FALCON_NEW, "num_ln_in_parallel_attn": 1}).total == count(FALCON_NEW).total - 60 * 2 * 8192
    assert count({**FALCON, "tie_word_embeddings": False}).total == count(FALCON).total + 65024 * 4544
    assert count({**QWEN3_30B, "mlp_only_layers": [0]}).total < count(QWEN3_30B).total
    assert count({**BLOOM, "n_embed": None, "hidden_size": 14336}).key == "hidden_size"
    assert count({**META, "ffn_dim_multiplier": 1e9}).total < count(META).total
