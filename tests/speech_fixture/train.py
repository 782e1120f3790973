"""Train a micro Whisper from scratch on espeak-ng speech and write a CTranslate2 model directory.

    python train.py --out whisper-micro --minutes 35        (2 CPU cores; seeded)

Needs: torch, transformers (only for the official CT2 converter code), ctranslate2, faster-whisper, av, libespeak-ng.
The architecture is plain Whisper, so faster-whisper loads it like any other model.  Three training-time
aids, all dropped at export, make it learn in minutes instead of days:
  1. espeak-ng tells us when each word/phoneme is spoken -> frame classification losses on the encoder,
     and a guided loss on two cross-attention heads (which become the CT2 `alignment_heads`);
  2. encoder self-attention starts out local (queries/keys initialised on the sinusoidal positions);
  3. faster-whisper always zero-pads features to 3000 frames.  We use 10 s windows, and positions >= 500 get a
     zero position vector, so the ~1000 padded encoder states are identical and one of them with attention bias
     log(count) is *exactly* equivalent: training runs on 502 positions instead of 1500.
"""

import argparse
import json
import math
import multiprocessing as mp
import os
import random
import time

import numpy as np

import starspeech as S

CHUNK = 10  # seconds per window (preprocessor_config.json chunk_length)
D, ENC_HEADS, DEC_HEADS, ENC_LAYERS, DEC_LAYERS, FFN = 128, 2, 4, 4, 2, 512
MAX_TGT = 448
PROMPT_MIX = [0.55, 0.3, 0.15]  # overridden by --prompt-mix
GUIDED = [(1, 0), (1, 1)]  # (decoder layer, head) supervised with word times = alignment_heads

# ------------------------------------------------------------------------------ vocabulary
SPECIALS = [
    "<|endoftext|>",
    "<|startoftranscript|>",
    "<|en|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
]


def build_vocab():
    words = S.grammar_words()
    caps = sorted(w for w in S.sentence_starters() if w != "I")
    text = ["<|unk|>", ".", ","] + [" " + w for w in words] + [" " + w for w in caps]
    times = ["<|%.2f|>" % (i * 0.02) for i in range(CHUNK * 50 + 1)]
    return text + SPECIALS + times, words


VOCAB, WORDS = build_vocab()
TID = {t: i for i, t in enumerate(VOCAB)}
EOT, SOT, PREV, NOSPEECH, NOTS = (
    TID[t]
    for t in (
        "<|endoftext|>",
        "<|startoftranscript|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
    )
)
TS0 = NOTS + 1
WORD_CLASS = {w.lower(): i + 1 for i, w in enumerate(WORDS)}  # frame classes, 0 = silence
PHONES = {}  # filled while generating data


def tok_id(tok, first=False):
    if tok in ".,":
        return TID[tok]
    t = " " + tok
    if t in TID:
        return TID[t]
    t = " " + tok.lower()
    return TID.get(t, 0)


# ------------------------------------------------------------------------------ data
def gen_recordings(args):
    """-> list of (features float16 [80, F], segments)."""
    seed, count, forbidden = args
    from faster_whisper.feature_extractor import FeatureExtractor

    rng, nrng, esp, fe = (
        random.Random(seed),
        np.random.default_rng(seed),
        S.Espeak(),
        FeatureExtractor(),
    )
    salad_words = [w for w in WORDS if w not in S.AMBIGUOUS]
    out = []
    for _ in range(count):
        sents = []
        for _ in range(rng.randrange(7, 13)):
            s = S.make_salad(rng, salad_words) if rng.random() < 0.22 else S.make_sentence(rng)
            if s not in forbidden:
                sents.append(s)
        x, segs = S.make_recording(esp, sents, rng, nrng)
        out.append((fe(x).astype(np.float16), segs))
    for _ in range(max(1, count // 40)):  # recordings without speech: digital silence, noise, hum
        n = int(rng.uniform(2, 30) * S.SR)
        x = np.zeros(n, np.float32)
        kind = rng.randrange(3)
        if kind:
            x += nrng.standard_normal(n).astype(np.float32) * 10 ** rng.uniform(-4.5, -1.5)
        if kind == 2:
            x += 10 ** rng.uniform(-4, -1.5) * np.sin(
                2 * np.pi * rng.choice([50, 60, 120]) * np.arange(n) / S.SR
            )
        out.append((fe(x.astype(np.float32)).astype(np.float16), []))
    return out


def ts(t):
    return TS0 + int(min(max(round(t / 0.02), 0), CHUNK * 50))


def window_start(rec, rng, W):
    feats, segs = rec
    F = feats.shape[1] - 1
    r = rng.random()
    if not segs or r < 0.10:
        return 0 if rng.random() < 0.5 else rng.randrange(max(1, F - 20))
    i = rng.randrange(len(segs))
    if r < 0.70:  # like faster-whisper: continue where the previous sentence ended
        gap = (segs[i + 1]["start"] if i + 1 < len(segs) else F / 100) - segs[i]["end"]
        t = segs[i]["end"] + rng.uniform(-0.06, max(0.0, min(0.5, gap - 0.02)))
    elif r < 0.85:  # somewhere in the pause, close to the sentence start
        t = max(segs[i - 1]["end"] if i else 0.0, segs[i]["start"] - rng.uniform(0, 0.5))
    else:  # word boundary in the middle of a sentence
        t = rng.choice([w for w in segs[i]["words"] if w[0][0].isalpha()])[1] - 0.01
    return int(min(max(0, t * 100), max(0, F - 20)))


def corrupt(inp, tgt, spans, rng):
    """Wrong, doubled, inserted or missing input words; the target stays the truly next word.

    Teaches the decoder to keep listening after a mistake of its own instead of looping.
    """
    out = [], [], []

    def add(i, token):
        out[0].append(token), out[1].append(tgt[i]), out[2].append(spans[i])

    for i, token in enumerate(inp):
        r = rng.random()
        if token >= EOT or r > 0.15:
            add(
                i,
                token
                if token < TS0 or r > 0.15
                else min(max(TS0, token + rng.randrange(-6, 7)), len(VOCAB) - 1),
            )
        elif r < 0.08:
            add(i, rng.randrange(1, EOT))
        elif r < 0.11:
            add(i, token), add(i, token)
        elif r < 0.13:
            add(i, token), add(i, rng.randrange(1, EOT))
    return out


def make_example(rec, rng, W, p_notime, prompt_mode, others, noise=True):
    feats, segs = rec
    f0 = window_start(rec, rng, W)
    F = feats.shape[1] - 1
    size = min(W, F - f0)
    t0, t1 = f0 / 100, (f0 + size) / 100
    x = np.zeros((80, W + 8), np.float32)
    x[:, :size] = feats[:, f0 : f0 + size]
    if rng.random() < 0.4:
        b = rng.randrange(0, 72)
        x[b : b + rng.randrange(1, 9), :size] = x[:, :size].mean()

    nfr = W // 2
    wl, pl = np.zeros(nfr, np.int64), np.zeros(nfr, np.int64)
    wl[(size + 1) // 2 :], pl[(size + 1) // 2 :] = -100, -100
    items = []  # (segment index, start_complete, end_complete, [(token, s, e)])
    for k, sg in enumerate(segs):
        if sg["end"] + 1.0 < t0 or sg["start"] > t1:
            continue
        for p, s, e in sg["phones"]:
            a, b = int((s - t0) * 50), int((e - t0) * 50)
            if b > 0 and a < nfr and not p.startswith("_"):
                pl[max(0, a) : max(0, b)][pl[max(0, a) : max(0, b)] >= 0] = PHONES[p]
        ws = []
        for w, s, e in sg["words"]:
            if w[0].isalpha():
                a, b = int((s - t0) * 50), int((e - t0) * 50)
                if b > 0 and a < nfr:
                    sl = wl[max(0, a) : max(0, b)]
                    sl[sl >= 0] = WORD_CLASS[w.lower()]
            if s >= t0 - 0.04 and (e <= t1 + 0.02 or (not w[0].isalpha() and s <= t1)):
                if ws or w[0].isalpha():
                    ws.append((w, s - t0, min(e, t1) - t0))
        visible = sg["start"] < t1 - 0.06
        alpha = [w for w in ws if w[0][0].isalpha()]
        if visible and (alpha or sg["start"] >= t0):
            items.append((sg["end"] <= t1 + 0.02, sg["start"] - t0, ws, alpha))

    notime = rng.random() < p_notime
    inp, tgt, spans = [SOT], [], []  # spans[i] = (s, e) seconds attended to when predicting tgt[i]

    def push(tok, span=None):
        tgt.append(tok), spans.append(span), inp.append(tok)

    if not any(it[3] for it in items):
        if notime:
            push(NOTS), push(EOT)
        else:  # sot -> nospeech; the decoder bans it, emits <|t|>, and must then stop
            (
                tgt.append(NOSPEECH),
                spans.append(None),
                inp.append(ts(0 if rng.random() < 0.5 else rng.uniform(0, 1))),
            )
            tgt.append(EOT), spans.append(None), inp.append(EOT)
    else:
        if notime:
            push(NOTS)
            keep_partial = rng.random() < 0.6
        last_end = None
        done = 0
        for k, (complete, st, ws, alpha) in enumerate(items):
            if not notime and not complete and done:
                push(ts(max(st, last_end)), (st, st + 0.1))
                break
            if not complete and notime and done and not keep_partial:
                break
            if not alpha:
                break
            st = max(0.0, alpha[0][1])
            if not notime:
                push(min(ts(st), TS0 + 50) if done == 0 else ts(max(st, last_end)), (st, st + 0.1))
            for w, s, e in ws:
                push(tok_id(w), (s, max(e, s + 0.06)))
            last_end = alpha[-1][2]
            done += 1
            if not notime and complete:
                push(ts(last_end), (last_end - 0.04, last_end + 0.06))
            if not complete:
                break
        # end of text: look just behind the last word
        push(
            EOT,
            (spans[-1][1] if spans[-1] else 0, (spans[-1][1] if spans[-1] else 0) + 0.2)
            if last_end
            else None,
        )
    inp = inp[: len(tgt)]
    if noise and rng.random() < 0.5:
        inp, tgt, spans = corrupt(inp, tgt, spans, rng)

    if prompt_mode:
        prev, clock = [], rng.uniform(0, 8)
        plain = rng.random() < 0.2  # like initial_prompt / hotwords: no timestamps
        before = rng.choice(others)[1] if prompt_mode == 2 or rng.random() < 0.2 else []
        for sg in list(before) + [g for g in segs if g["end"] <= t0 + 0.2]:
            if not plain:
                prev.append(ts(clock % CHUNK))
            prev += [tok_id(w[0]) if rng.random() > 0.02 else 0 for w in sg["words"]]
            clock += sg["end"] - sg["start"]
            if not plain:
                prev.append(ts(clock % CHUNK))
        n = rng.randrange(1, 60) if prompt_mode == 1 else rng.randrange(40, 224)
        prev = prev[-n:]
        if prev:
            pre = [PREV] + prev
            inp, tgt, spans = pre + inp, [-100] * len(pre) + tgt, [None] * len(pre) + spans
    return x, inp, tgt, spans, wl, pl


def make_batch(recs, rng, B, W, p_notime, noise=True):
    mode = rng.choices([0, 1, 2], PROMPT_MIX)[
        0
    ]  # previous text in the prompt: none / some / up to 223 tokens
    ex = [make_example(rng.choice(recs), rng, W, p_notime, mode, recs, noise) for _ in range(B)]
    L, nfr = max(len(e[1]) for e in ex), W // 2
    inp, tgt = np.full((B, L), EOT, np.int64), np.full((B, L), -100, np.int64)
    att = np.zeros((B, L, nfr), np.float32)
    for b, e in enumerate(ex):
        inp[b, : len(e[1])], tgt[b, : len(e[2])] = e[1], e[2]
        for i, sp in enumerate(e[3]):
            if sp:
                a, c = int(round(sp[0] * 50)), int(round(sp[1] * 50))
                a = min(max(a, 0), nfr - 1)
                c = min(max(c, a + 1), nfr)
                att[b, i, a:c] = 1.0 / (c - a)
    return (
        np.stack([e[0] for e in ex]),
        inp,
        tgt,
        att,
        np.stack([e[4] for e in ex]),
        np.stack([e[5] for e in ex]),
    )


# ------------------------------------------------------------------------------ model (HF Whisper parameter names)
def define_model():
    import torch
    import torch.nn as nn
    import torch.nn.functional as F

    def sinusoids(length, channels):
        inc = math.log(10000) / (channels // 2 - 1)
        w = torch.exp(-inc * torch.arange(channels // 2))
        t = torch.arange(length)[:, None] * w[None]
        return torch.cat([t.sin(), t.cos()], 1), w

    class Attn(nn.Module):
        def __init__(self, heads):
            super().__init__()
            self.heads, self.scale = heads, (D // heads) ** -0.5
            self.q_proj, self.k_proj = nn.Linear(D, D), nn.Linear(D, D, bias=False)
            self.v_proj, self.out_proj = nn.Linear(D, D), nn.Linear(D, D)

        def split(self, x):
            return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

        def forward(self, x, kv=None, bias=None, causal=False, need=False):
            kv = x if kv is None else kv
            q, k, v = (
                self.split(self.q_proj(x)),
                self.split(self.k_proj(kv)),
                self.split(self.v_proj(kv)),
            )
            logits = None
            if causal:
                o = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            else:
                logits = (q * self.scale) @ k.transpose(-1, -2)
                if need:
                    logits = logits.float()
                if bias is not None:
                    logits = logits + bias.to(logits.dtype)
                o = logits.softmax(-1).to(v.dtype) @ v
            return self.out_proj(o.transpose(1, 2).reshape(x.shape)), logits

    class Layer(nn.Module):
        def __init__(self, cross):
            super().__init__()
            self.self_attn = Attn(DEC_HEADS if cross else ENC_HEADS)
            self.self_attn_layer_norm = nn.LayerNorm(D)
            if cross:
                self.encoder_attn, self.encoder_attn_layer_norm = Attn(DEC_HEADS), nn.LayerNorm(D)
            self.fc1, self.fc2, self.final_layer_norm = (
                nn.Linear(D, FFN),
                nn.Linear(FFN, D),
                nn.LayerNorm(D),
            )

        def forward(self, x, bias=None, mem=None, mem_bias=None):
            a, _ = self.self_attn(self.self_attn_layer_norm(x), bias=bias, causal=mem is not None)
            x, logits = x + a, None
            if mem is not None:
                a, logits = self.encoder_attn(
                    self.encoder_attn_layer_norm(x), kv=mem, bias=mem_bias, need=True
                )
                x = x + a
            return x + self.fc2(F.gelu(self.fc1(self.final_layer_norm(x)))), logits

    class Encoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv1d(80, D, 3, padding=1)
            self.conv2 = nn.Conv1d(D, D, 3, stride=2, padding=1)
            pos, _ = sinusoids(1500, D)
            pos[CHUNK * 50 :] = 0  # see (3) in the module docstring
            self.embed_positions = nn.Embedding(1500, D)
            self.embed_positions.weight.data.copy_(pos)
            self.embed_positions.weight.requires_grad_(False)
            self.layers = nn.ModuleList(Layer(False) for _ in range(ENC_LAYERS))
            self.layer_norm = nn.LayerNorm(D)

        def forward(self, x):
            """x [B,80,2n+8]: n content positions + 4 of padding, the last one standing for all further padding."""
            x = F.gelu(self.conv2(F.gelu(self.conv1(x)))).transpose(1, 2)
            n = x.shape[1]
            if n < 1500:
                pos = torch.cat(
                    [self.embed_positions.weight[: n - 4], self.embed_positions.weight[-4:]]
                )
                bias = torch.zeros(n)
                bias[-1] = math.log(1500 - (n - 1))
                bias = bias.view(1, 1, 1, n)
            else:
                pos, bias = self.embed_positions.weight, None
            x = x + pos
            for layer in self.layers:
                x, _ = layer(x, bias=bias)
            return self.layer_norm(x), bias

    class Decoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.embed_tokens, self.embed_positions = (
                nn.Embedding(len(VOCAB), D),
                nn.Embedding(MAX_TGT, D),
            )
            self.layers = nn.ModuleList(Layer(True) for _ in range(DEC_LAYERS))
            self.layer_norm = nn.LayerNorm(D)

        def forward(self, tok, mem, bias):
            x = self.embed_tokens(tok) + self.embed_positions.weight[: tok.shape[1]]
            att = []
            for layer in self.layers:
                x, a = layer(x, mem=mem, mem_bias=bias)
                att.append(a)
            return self.layer_norm(x) @ self.embed_tokens.weight.T, att

    class Whisper(nn.Module):
        def __init__(self):
            super().__init__()
            self.encoder, self.decoder = Encoder(), Decoder()
            self.phone_head, self.word_head = (
                nn.Linear(D, 96),
                nn.Linear(D, len(WORDS) + 1),
            )  # training aids
            for n, p in self.named_parameters():
                if p.dim() >= 2 and "conv" not in n and "embed_positions" not in n:
                    nn.init.normal_(p, std=D**-0.5 if "head" not in n else 0.02)
                if n.endswith("fc2.weight"):
                    nn.init.normal_(p, std=FFN**-0.5 / 2)
                if n.endswith("out_proj.weight"):
                    nn.init.normal_(p, std=D**-0.5 / 2)
            pos, w = sinusoids(MAX_TGT, D)
            emb = self.decoder.embed_tokens.weight.data
            emb.normal_(std=0.09)
            for t in VOCAB:  # "The" starts as a copy of "the"
                if t.startswith(" ") and t.lower() in TID and t != t.lower():
                    emb[TID[t]] = emb[TID[t.lower()]] + 0.03 * torch.randn(D)
            emb[TS0:] = (
                0.13 * sinusoids(CHUNK * 50 + 1, D)[0]
            )  # <|t|> looks like encoder position t
            self.decoder.embed_positions.weight.data.copy_(0.1 * pos)
            # local encoder attention: logits ~ sum_i cos((t + delta - s) w_i)
            hd, half = D // ENC_HEADS, D // ENC_HEADS // 2
            freqs = torch.linspace(2, 40, half).round().long()
            for li, layer in enumerate(self.encoder.layers):
                a = layer.self_attn
                for h in range(ENC_HEADS):
                    delta = (h - (ENC_HEADS - 1) / 2) * 4.0 * (li + 1)
                    q, k = torch.zeros(hd, D), torch.zeros(hd, D)
                    for j, i in enumerate(freqs):
                        c, s, wi = math.cos(delta * w[i]), math.sin(delta * w[i]), D // 2
                        k[2 * j, i] = k[2 * j + 1, wi + i] = 1.0  # k = (sin s, cos s)
                        q[2 * j, i], q[2 * j, wi + i] = c, s  # sin(t + delta)
                        q[2 * j + 1, wi + i], q[2 * j + 1, i] = c, -s  # cos(t + delta)
                    g = 1.0
                    a.q_proj.weight.data[h * hd : (h + 1) * hd] = g * q + 0.02 * torch.randn(hd, D)
                    a.k_proj.weight.data[h * hd : (h + 1) * hd] = g * k + 0.02 * torch.randn(hd, D)

        def forward(self, x, tok):
            mem, bias = self.encoder(x)
            logits, att = self.decoder(tok, mem, bias)
            return logits, att, mem

    return Whisper


# ------------------------------------------------------------------------------ training
def train(rank, args):
    """One of `--procs` single-threaded processes; gradients are averaged with gloo.

    (Two single-threaded processes are faster here than one process with two OpenMP threads, and much
    less sensitive to other programs on the machine.)
    """
    import torch
    import torch.distributed as dist
    import torch.nn.functional as F

    PROMPT_MIX[:] = [float(v) for v in args.prompt_mix.split(",")]
    torch.set_flush_denormal(True)
    torch.set_num_threads(1)
    dist.init_process_group(
        "gloo", init_method="tcp://127.0.0.1:%d" % args.port, rank=rank, world_size=args.procs
    )
    say = print if rank == 0 else (lambda *a, **k: None)
    t_start = time.time()
    forbidden = set(load_paragraph_sentences(args.paragraphs))
    recs = gen_recordings((args.seed * 1000 + rank, args.recordings // args.procs, forbidden))
    held = gen_recordings((args.seed * 1000 + 900, 24, forbidden))
    names, texts = [None] * args.procs, [None] * args.procs
    dist.all_gather_object(texts, {sg["text"] for _, segs in recs for sg in segs})
    if rank == 0:  # so that evaluate.py can keep to sentences that were never trained on
        with open(args.out + ".sentences.txt", "w") as f:
            f.write("\n".join(sorted(set.union(*texts))))
    dist.all_gather_object(
        names,
        {
            ("_" if p.startswith("_") else p)
            for _, sg in recs + held
            for s in sg
            for p, _, _ in s["phones"]
        },
    )
    PHONES.update({p: i + 1 for i, p in enumerate(sorted(set.union(*names)))})
    say(
        "data: %.1f h per process, %d phones, vocab %d, %.0fs"
        % (
            sum(r[0].shape[1] for r in recs) / 360000,
            len(PHONES),
            len(VOCAB),
            time.time() - t_start,
        ),
        flush=True,
    )

    torch.manual_seed(args.seed)
    rng = random.Random(args.seed * 77 + rank)
    model = define_model()()
    if args.resume:
        while not os.path.exists(args.resume):
            time.sleep(0.5)
        model.load_state_dict(torch.load(args.resume))
    say("parameters: %.2f M" % (sum(p.numel() for p in model.parameters()) / 1e6))
    params = [p for p in model.parameters() if p.requires_grad]
    opt = torch.optim.AdamW(params, lr=1e-3, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    ema = {k: v.clone() for k, v in model.state_dict().items()}
    offs = torch.arange(-3, 4)
    gauss = torch.exp(-0.5 * (offs / 1.0) ** 2)

    def losses(batch):
        x, inp, tgt, att, wl, pl = (torch.from_numpy(a) for a in batch)
        n = wl.shape[1]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits, atts, mem = model(x, inp)
            lw = F.cross_entropy(
                model.word_head(mem[:, :n]).float().flatten(0, 1), wl.flatten(), ignore_index=-100
            )
            lp = F.cross_entropy(
                model.phone_head(mem[:, :n]).float().flatten(0, 1), pl.flatten(), ignore_index=-100
            )
        lg, tg = logits.float().flatten(0, 1), tgt.flatten()
        keep = tg >= 0
        lg, tg = lg[keep].log_softmax(-1), tg[keep]
        is_ts = tg >= TS0
        txt = -lg[~is_ts].gather(1, tg[~is_ts, None]).squeeze(1)
        parts = [0.97 * txt - 0.03 * lg[~is_ts].mean(1)]  # label smoothing
        if is_ts.any():  # timestamps: +-60 ms soft targets
            idx = tg[is_ts][:, None] + offs
            wgt = gauss * ((idx >= TS0) & (idx < len(VOCAB)))
            wgt = wgt / wgt.sum(1, keepdim=True)
            parts.append(-(wgt * lg[is_ts].gather(1, idx.clamp(TS0, len(VOCAB) - 1))).sum(1))
        ce = torch.cat(parts).mean()
        has, la = att.sum(-1) > 0, 0.0
        for li, h in GUIDED:  # guided cross-attention
            logp = atts[li][:, h].log_softmax(-1)[..., :n]
            la = la - (att * logp).sum(-1)[has].mean() / len(GUIDED)
        acc = (lg.argmax(1) == tg)[~is_ts].float().mean()
        tacc = (
            ((lg[is_ts].argmax(1) - tg[is_ts]).abs() <= 5).float().mean()
            if is_ts.any()
            else torch.tensor(0.5)
        )
        return ce, la, lw, lp, acc, tacc

    # phases: (until this share of the run, window frames, batch per process, share of <|notimestamps|> examples)
    phases = [(args.short, 400, 8, 0.7), (9.9, CHUNK * 100, args.batch, 0.3)]
    t_train, step, frac, log = time.time(), 0, 0.0, []
    sizes = [p.numel() for p in params]
    while frac < 1:
        ph = next(p for p in phases if frac < p[0])
        lr = (
            args.lr
            * min(1, (step + 1) / (60 if args.resume else 150))
            * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * frac)))
        )
        for g in opt.param_groups:
            g["lr"] = lr
        m = losses(make_batch(recs, rng, ph[2], ph[1], ph[3]))
        ce, la, lw, lp = m[:4]
        aux = float(args.aux.split(",")[0 if frac < 0.3 else 1 if frac < 0.7 else 2])
        opt.zero_grad(set_to_none=True)
        (ce + 0.5 * la + aux * (0.5 * lw + 0.5 * lp)).backward()
        step += 1
        mine = step / args.steps if args.steps else (time.time() - t_train) / (args.minutes * 60)
        flat = torch.cat(
            [p.grad.flatten() if p.grad is not None else torch.zeros(p.numel()) for p in params]
            + [torch.tensor([mine])]
        )
        dist.all_reduce(flat)
        flat /= args.procs
        frac = flat[-1].item()  # all processes stay in step
        for p, g in zip(params, flat[:-1].split(sizes)):
            p.grad = g.view_as(p)
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step()
        decay = min(0.996, step / (step + 30))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                ema[k].lerp_(v, 1 - decay)
        log.append([v.item() for v in m])
        if step % 50 == 0:
            say(
                "step %d  %.1f min  W=%d lr %.1e  ce %.3f  att %.3f  word %.3f  phone %.3f  tok-acc %.3f  ts-acc %.3f"
                % (step, (time.time() - t_train) / 60, ph[1], lr, *np.mean(log[-50:], 0)),
                flush=True,
            )
        if step % 500 == 0 and rank == 0:
            torch.save(ema, args.out + ".pt")
    if rank == 0:
        last = {k: v.clone() for k, v in model.state_dict().items()}
        model.eval()
        for name, sd in (("last", last), ("ema", ema)):
            model.load_state_dict(sd)
            hr = random.Random(5)
            with torch.no_grad():
                m = np.mean(
                    [
                        [
                            v.item()
                            for v in losses(make_batch(held, hr, 8, CHUNK * 100, 0.3, noise=False))
                        ]
                        for _ in range(12)
                    ],
                    0,
                )
            print(
                "held-out (%s): ce %.3f att %.3f word %.3f phone %.3f tok-acc %.4f ts-acc %.3f"
                % (name, *m)
            )
        torch.save(ema, args.out + ".pt")
        export(ema, args.out)
        print("steps %d, total %.1f min" % (step, (time.time() - t_start) / 60))
    dist.barrier()


def load_paragraph_sentences(path):
    import re

    return [s for s in re.split(r"(?<=\.)\s+", open(path).read().strip())]


# ------------------------------------------------------------------------------ export
def export(state, out):
    """-> CTranslate2 directory, through the official converter code for Hugging Face Whisper."""
    import shutil
    import torch
    from ctranslate2.converters.transformers import WhisperLoader
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers
    from transformers import WhisperConfig, WhisperForConditionalGeneration

    cfg = WhisperConfig(
        vocab_size=len(VOCAB),
        num_mel_bins=80,
        d_model=D,
        encoder_layers=ENC_LAYERS,
        decoder_layers=DEC_LAYERS,
        encoder_attention_heads=ENC_HEADS,
        decoder_attention_heads=DEC_HEADS,
        encoder_ffn_dim=FFN,
        decoder_ffn_dim=FFN,
        max_source_positions=1500,
        max_target_positions=MAX_TGT,
        pad_token_id=EOT,
        bos_token_id=SOT,
        eos_token_id=EOT,
        decoder_start_token_id=SOT,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    hf = WhisperForConditionalGeneration(cfg)
    sd = {"model." + k: v for k, v in state.items() if "_head" not in k}
    missing, unexpected = hf.load_state_dict(sd, strict=False)
    assert not unexpected and set(missing) <= {"proj_out.weight"}, (missing, unexpected)
    hf.tie_weights()
    assert torch.equal(hf.proj_out.weight, state["decoder.embed_tokens.weight"])
    hf.eval()

    spec = WhisperLoader().get_model_spec(hf)
    spec.register_vocabulary(VOCAB)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []  # lets silence end at once, even with without_timestamps=True
    spec.config.alignment_heads = [list(h) for h in GUIDED]
    spec.config.lang_ids = [TID["<|en|>"]]
    spec.validate()
    spec.optimize(quantization="int8")
    tmp = out + ".tmp"
    shutil.rmtree(tmp, ignore_errors=True)
    os.makedirs(tmp)
    spec.save(tmp)

    tok = Tokenizer(models.WordLevel({t: i for i, t in enumerate(VOCAB)}, unk_token="<|unk|>"))
    tok.pre_tokenizer = pre_tokenizers.Split(
        Regex(r" ?[A-Za-z']+|[.,]|[^A-Za-z.,]"), behavior="isolated"
    )
    tok.decoder = decoders.Fuse()
    tok.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in VOCAB[EOT:]])
    tok.save(os.path.join(tmp, "tokenizer.json"))
    json.dump(
        dict(
            chunk_length=CHUNK,
            feature_extractor_type="WhisperFeatureExtractor",
            feature_size=80,
            hop_length=160,
            n_fft=400,
            n_samples=CHUNK * S.SR,
            nb_max_frames=CHUNK * 100,
            padding_side="right",
            padding_value=0.0,
            sampling_rate=S.SR,
        ),
        open(os.path.join(tmp, "preprocessor_config.json"), "w"),
        indent=1,
    )
    shutil.rmtree(out, ignore_errors=True)
    os.rename(tmp, out)
    with open(os.path.join(os.path.dirname(os.path.abspath(out)), "vocabulary.txt"), "w") as f:
        f.write("\n".join(WORDS) + "\n")


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", default="whisper-micro")
    ap.add_argument(
        "--paragraphs",
        default="paragraphs.txt",
        help="evaluation text: its sentences are never trained on",
    )
    ap.add_argument("--minutes", type=float, default=35)
    ap.add_argument(
        "--steps",
        type=int,
        default=0,
        help="fixed number of steps (reproducible) instead of --minutes",
    )
    ap.add_argument("--short", type=float, default=0.2, help="share of the run on 4 s windows")
    ap.add_argument("--recordings", type=int, default=1400)
    ap.add_argument("--batch", type=int, default=8, help="per process")
    ap.add_argument("--lr", type=float, default=1.5e-3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--procs", type=int, default=2)
    ap.add_argument("--port", type=int, default=29517)
    ap.add_argument("--prompt-mix", default="0.25,0.25,0.5")
    ap.add_argument(
        "--aux", default="1.0,0.5,0.25", help="weight of the frame losses in the thirds of the run"
    )
    ap.add_argument("--resume", help="start from OUT.pt of an earlier run")
    ap.add_argument("--export-only", help="just convert this .pt file")
    a = ap.parse_args()
    if a.export_only:
        import torch

        export(torch.load(a.export_only), a.out)
    else:
        os.environ["OMP_NUM_THREADS"] = "1"
        ps = [mp.get_context("spawn").Process(target=train, args=(r, a)) for r in range(a.procs)]
        [p.start() for p in ps]
        [p.join() for p in ps]
