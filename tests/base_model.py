"""A speech model of the size of base.en with random weights: it costs what base.en costs.

It understands nothing. Its position vectors are so large that they alone decide the next token,
so it says the same made-up words of every sound, as many as so many seconds of speech have; the
rest of the arithmetic is that of a trained model.
"""

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import WhisperSpec
from numpy.typing import NDArray
from tokenizers import AddedToken, Tokenizer, decoders, pre_tokenizers
from tokenizers.models import BPE

from storybuilder.adapters.whisper import PROMPT

WIDTH, HEADS, LAYERS, INNER, MELS = 512, 8, 6, 2048, 80
TEXT_TOKENS, SPECIAL_TOKENS, TIMESTAMPS = 50_256, 107, 1501
HEARD, SAID = 1500, 448
"""Positions of the encoder (30 s) and of the decoder."""
TOKENS_S = 3.3
"""Tokens in a second of ordinary English speech."""
PIECE_S = 25
DECISIVE = 20.0
"""How much longer a position's vector is than a word's."""
SPECIALS = {
    0: "<|endoftext|>",
    1: "<|startoftranscript|>",
    101: "<|translate|>",
    102: "<|transcribe|>",
    103: "<|startoflm|>",
    104: "<|startofprev|>",
    105: "<|nospeech|>",
    106: "<|notimestamps|>",
}
END = TEXT_TOKENS
FIRST_TIMESTAMP = TEXT_TOKENS + SPECIAL_TOKENS
FIRST_WORD = 1000
Weights = NDArray[np.float32]


def write_model(folder: Path, speech_s: int = PIECE_S) -> Path:
    """Make a complete model folder that always hears so much speech; some seconds and 80 MB."""
    folder.mkdir(parents=True)
    tokenizer = _tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    prompt = len(tokenizer.encode(f" {PROMPT}", add_special_tokens=False).ids) + 2
    spec = _spec(prompt, speech_s)
    spec.register_vocabulary(
        [tokenizer.id_to_token(id) for id in range(tokenizer.get_vocab_size())]
    )
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [END + 2]
    spec.config.alignment_heads = [(3, 3), (4, 7), (5, 1), (5, 5), (5, 7)]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
    hearing = {"chunk_length": 30, "feature_size": MELS, "hop_length": 160, "n_fft": 400}
    (folder / "preprocessor_config.json").write_text(
        json.dumps(
            {**hearing, "n_samples": 480_000, "nb_max_frames": 3000, "sampling_rate": 16_000}
        )
    )
    return folder


def _tokenizer() -> Tokenizer:
    """Any text can be said, letter by letter; what the model says are whole words."""
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [f"Ġ{word}" for word in _made_up(TEXT_TOKENS - len(letters))]
    vocabulary = {token: id for id, token in enumerate(letters + words)}
    tokenizer = Tokenizer(BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    specials = [SPECIALS.get(at, f"<|language{at}|>") for at in range(SPECIAL_TOKENS)]
    times = [f"<|{at * 0.02:.2f}|>" for at in range(TIMESTAMPS)]
    tokenizer.add_special_tokens(
        [AddedToken(one, special=True, normalized=False) for one in specials + times]
    )
    return tokenizer


def _made_up(count: int) -> Iterator[str]:
    syllables = ["".join(two) for two in product("bdfgklmnprstvz", "aeiou")]
    for _, three in zip(range(count), product(syllables, repeat=3), strict=False):
        yield "".join(three)


def _spec(prompt: int, speech_s: int) -> WhisperSpec:
    """The model's weights. It begins to speak after a prompt of so many tokens."""
    chance = np.random.default_rng(1)

    def random(*shape: int, scale: float = 0.02) -> Weights:
        return chance.standard_normal(shape, np.float32) * np.float32(scale)

    spec = WhisperSpec(LAYERS, HEADS, LAYERS, HEADS)
    tokens = FIRST_TIMESTAMP + TIMESTAMPS
    embeddings = random(tokens, WIDTH, scale=WIDTH**-0.5)
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    spec.decoder.position_encodings.encodings = _planted(embeddings, prompt, speech_s)
    spec.encoder.position_encodings.encodings = random(HEARD, WIDTH)
    for conv, channels in ((spec.encoder.conv1, MELS), (spec.encoder.conv2, WIDTH)):
        conv.weight, conv.bias = random(WIDTH, channels, 3), np.zeros(WIDTH, np.float32)
    for side in (spec.encoder, spec.decoder):
        _norm(side.layer_norm)
        for layer in side.layer:
            _attention(layer.self_attention, (3, 1), random)
            if side is spec.decoder:
                _attention(layer.attention, (1, 2, 1), random)
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, random(INNER, WIDTH))
            _linear(layer.ffn.linear_1, random(WIDTH, INNER))
    return spec


def _planted(embeddings: Weights, prompt: int, speech_s: int) -> Weights:
    """Positions that say: a first time, that much speech in words, a last time, the end."""
    words = range(FIRST_WORD, FIRST_WORD + 97 * round(TOKENS_S * speech_s), 97)
    last = FIRST_TIMESTAMP + speech_s * 50
    said = [FIRST_TIMESTAMP, *words, last, END]
    ids = [END] * (prompt - 1) + said
    ids += [END] * (SAID - len(ids))
    return embeddings[ids] * np.float32(DECISIVE)


def _attention(spec: Any, parts: tuple[int, ...], random: Callable[..., Weights]) -> None:
    _norm(spec.layer_norm)
    for linear, part in zip(spec.linear, parts, strict=True):
        _linear(linear, random(part * WIDTH, WIDTH))


def _linear(spec: Any, weight: Weights) -> None:
    spec.weight, spec.bias = weight, np.zeros(len(weight), np.float32)


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
