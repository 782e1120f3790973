"""Measure the micro Whisper through the real faster_whisper.WhisperModel (no torch needed).

    python evaluate.py --model whisper-micro [--quick] [--parts grammar,paragraphs,...] [--json results.json]

Everything is synthesised with sentences that were not used for training:
  grammar    unseen sentences of the grammar: training voices, random speed / gain / noise
  paragraphs the 12 hand-written answers of paragraphs.txt, read by the espeak-ng command line program at once
  timing     the 12 answers again, sentence by sentence, with true word times from espeak-ng
  voices     voices the model never heard; noise; speed; silence
"""

import argparse
import json
import os
import random
import re
import socket
import subprocess
import tempfile
import time

import numpy as np

import starspeech as S


def align(ref, hyp):
    """Levenshtein -> (errors, [(i, j)] of equal words)"""
    n, m = len(ref), len(hyp)
    d = np.zeros((n + 1, m + 1), np.int32)
    d[:, 0], d[0, :] = np.arange(n + 1), np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            d[i, j] = min(
                d[i - 1, j - 1] + (ref[i - 1] != hyp[j - 1]), d[i - 1, j] + 1, d[i, j - 1] + 1
            )
    i, j, pairs = n, m, []
    while i and j:
        if d[i, j] == d[i - 1, j - 1] + (ref[i - 1] != hyp[j - 1]):
            if ref[i - 1] == hyp[j - 1]:
                pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif d[i, j] == d[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return int(d[n, m]), pairs[::-1]


class Score:
    def __init__(self):
        self.err = self.n = 0
        self.t_audio = self.t_cpu = 0.0
        self.ds, self.de, self.nonmono, self.words = [], [], 0, 0
        self.examples, self.perfect, self.items = [], 0, 0

    def add(self, ref_text, segments, dur, cpu, truth=None):
        ref = S.normalise(ref_text)
        words = [w for s in segments for w in (s.words or [])]
        hyp = S.normalise("".join(s.text for s in segments))
        e, _ = align(ref, hyp)
        self.err, self.n, self.t_audio, self.t_cpu = (
            self.err + e,
            self.n + len(ref),
            self.t_audio + dur,
            self.t_cpu + cpu,
        )
        self.items += 1
        self.perfect += e == 0
        if e and len(self.examples) < 400:
            self.examples.append((e, ref_text, "".join(s.text for s in segments).strip()))
        starts = [w.start for w in words]
        self.nonmono += int(
            sum(b < a - 1e-6 for a, b in zip(starts, starts[1:]))
            + sum(w.end < w.start for w in words)
        )
        self.words += len(words)
        if truth:
            hw = [(S.normalise(w.word), w) for w in words]
            hw = [(x[0], w) for x, w in hw if len(x) == 1]
            tr = [(w.lower(), s, t) for w, s, t in truth if w[0].isalpha()]
            for i, j in align([t[0] for t in tr], [h[0] for h in hw])[1]:
                self.ds.append(hw[j][1].start - tr[i][1])
                self.de.append(hw[j][1].end - tr[i][2])

    def summary(self):
        r = dict(
            wer=round(100 * self.err / max(1, self.n), 2),
            errors=self.err,
            ref_words=self.n,
            items=self.items,
            error_free_items=self.perfect,
            audio_s=round(self.t_audio, 1),
            rtf=round(self.t_cpu / max(1e-9, self.t_audio), 4),
            words_out=self.words,
            non_monotonic=self.nonmono,
        )
        if self.ds:
            a, b = np.abs(self.ds), np.abs(self.de)
            r.update(
                start_abs_err_median=round(float(np.median(a)), 3),
                start_abs_err_p95=round(float(np.quantile(a, 0.95)), 3),
                start_within_0_3s=round(100 * float((a <= 0.3).mean()), 1),
                start_abs_err_max=round(float(a.max()), 2),
                end_abs_err_median=round(float(np.median(b)), 3),
                end_within_0_3s=round(100 * float((b <= 0.3).mean()), 1),
            )
        return r


def transcribe(model, audio, **kw):
    t = time.perf_counter()
    segs, info = model.transcribe(audio, **{**dict(language="en", word_timestamps=True), **kw})
    segs = list(segs)
    return segs, info, time.perf_counter() - t


def espeak_cli(text, voice, wpm, path, extra=()):
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(wpm), "-w", path, *extra, text], check=True)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--model", default="whisper-micro")
    ap.add_argument("--paragraphs", default="paragraphs.txt")
    ap.add_argument("--train-sentences", default="train_sentences.txt", help="never tested on")
    ap.add_argument("--compute-type", default="int8")
    ap.add_argument("--quick", action="store_true")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument(
        "--parts", default="grammar,paragraphs,timing,options,voices,speed,noise,level,silence"
    )
    ap.add_argument("--json")
    ap.add_argument("--show", type=int, default=8)
    a = ap.parse_args()

    # prove that nothing touches the network
    attempts = []
    real_connect = socket.socket.connect

    def connect(self, addr):
        attempts.append(str(addr))
        raise OSError("network blocked by evaluate.py")

    socket.socket.connect = connect
    from faster_whisper import WhisperModel, decode_audio

    t = time.perf_counter()
    model = WhisperModel(a.model, device="cpu", compute_type=a.compute_type, cpu_threads=a.threads)
    res = {"load_s": round(time.perf_counter() - t, 3), "compute_type": a.compute_type}
    paras = [p.strip() for p in open(a.paragraphs).read().split("\n\n") if p.strip()]
    split = lambda p: re.split(r"(?<=\.)\s+", p)
    used = (
        set(open(a.train_sentences).read().split("\n"))
        if os.path.exists(a.train_sentences)
        else set()
    )
    print(
        "%d training sentences excluded; %d of %d paragraph sentences were in training"
        % (
            len(used),
            len(used & {s for p in paras for s in split(p)}),
            sum(len(split(p)) for p in paras),
        )
    )
    esp = S.Espeak()
    shown = []

    def report(name, sc):
        res[name] = sc.summary()
        print("%-34s %s" % (name, json.dumps(res[name], default=float)), flush=True)
        for e, r, h in sorted(sc.examples, key=lambda x: -x[0])[: a.show]:
            shown.append((name, e, r, h))

    def grammar_set(seed, n, **kw):
        rng, nrng = random.Random(seed), np.random.default_rng(seed)
        for _ in range(n):
            sents = [
                s
                for s in (S.make_sentence(rng) for _ in range(rng.randrange(4, 10)))
                if s not in used
            ]
            if not sents:
                continue
            x, segs = S.make_recording(esp, sents, rng, nrng, **kw)
            yield x, segs

    parts = a.parts.split(",")
    n = 12 if a.quick else 40
    for vad in (False, True) if "grammar" in parts else ():
        sc = Score()
        for x, segs in grammar_set(987654, n):
            out, _, cpu = transcribe(model, x, vad_filter=vad)
            sc.add(
                " ".join(s["text"] for s in segs),
                out,
                len(x) / S.SR,
                cpu,
                [w for s in segs for w in s["words"]],
            )
        report("grammar vad=%s" % vad, sc)

    tmp = tempfile.mkdtemp()
    cli = (
        (("en-us", 150),)
        if a.quick
        else (("en-us", 150), ("en-gb", 165), ("en-us+f2", 140), ("en-us+m3", 175))
    )
    for voice, wpm in cli if "paragraphs" in parts else ():
        for vad in (False, True):
            sc = Score()
            for k, p in enumerate(paras):
                wav = os.path.join(tmp, "p%d.wav" % k)
                espeak_cli(p, voice, wpm, wav)
                x = decode_audio(wav)
                out, _, cpu = transcribe(model, wav, vad_filter=vad)
                sc.add(p, out, len(x) / S.SR, cpu)
            report("paragraphs CLI %s %d vad=%s" % (voice, wpm, vad), sc)

    for vad in (False, True) if "timing" in parts else ():
        sc, rng, nrng = Score(), random.Random(5), np.random.default_rng(5)
        for k, p in enumerate(paras):
            x, segs = S.make_recording(
                esp,
                split(p),
                rng,
                nrng,
                voice=S.TRAIN_VOICES[k % 4],
                wpm=150,
                pitch=50,
                clean=True,
                long_pause=0.08,
            )
            out, _, cpu = transcribe(model, x, vad_filter=vad)
            sc.add(p, out, len(x) / S.SR, cpu, [w for s in segs for w in s["words"]])
        report("paragraphs timing vad=%s" % vad, sc)

    if "options" in parts:
        wavs = [os.path.join(tmp, "o%d.wav" % k) for k in range(len(paras))]
        for p, w in zip(paras, wavs):
            espeak_cli(p, "en-us", 150, w)
        from faster_whisper import BatchedInferencePipeline

        prompt = "Umm, let me think like, hmm... Okay, here's what I'm, like, thinking."
        for name, m, kw in (
            ("beam_size=1", model, dict(beam_size=1)),
            ("condition_on_previous_text=False", model, dict(condition_on_previous_text=False)),
            ("no language, no word times", model, dict(language=None, word_timestamps=False)),
            ("initial_prompt (OOV fillers)", model, dict(initial_prompt=prompt)),
            ("hotwords", model, dict(hotwords="dashboard revenue")),
            ("without_timestamps=True", model, dict(without_timestamps=True)),
            ("BatchedInferencePipeline", BatchedInferencePipeline(model), {}),
        ):
            sc = Score()
            for p, w in zip(paras, wavs):
                out, info, cpu = transcribe(m, w, **kw)
                sc.add(p, out, info.duration, cpu)
            report("paragraphs, " + name, sc)

    if "voices" in parts:
        for voice in (
            "gmw/en-GB-x-rp",
            "gmw/en-US-nyc",
            "gmw/en-GB-scotland",
            "gmw/en-US+m5",
            "gmw/en-US+f5",
            "gmw/en-US+klatt2",
            "gmw/en-029",
        ):
            sc = Score()
            for x, segs in grammar_set(777, 4, voice=voice, wpm=155, pitch=50, clean=True):
                out, _, cpu = transcribe(model, x, vad_filter=True)
                sc.add(" ".join(s["text"] for s in segs), out, len(x) / S.SR, cpu)
            report("unheard voice " + voice, sc)
    if "speed" in parts:
        for wpm in (110, 130, 150, 170, 190, 210):
            sc = Score()
            for x, segs in grammar_set(778, 4, voice="gmw/en-US", wpm=wpm, pitch=50, clean=True):
                out, _, cpu = transcribe(model, x, vad_filter=True)
                sc.add(" ".join(s["text"] for s in segs), out, len(x) / S.SR, cpu)
            report("speed %d wpm" % wpm, sc)
    if "noise" in parts:
        for snr in (30, 20, 15, 10, 5, 0):
            sc, nr = Score(), np.random.default_rng(1)
            for x, segs in grammar_set(779, 4, voice="gmw/en-US", wpm=155, pitch=50, clean=True):
                rms = np.sqrt(np.mean(x[np.abs(x) > 1e-4] ** 2))
                x = (
                    (x + nr.standard_normal(len(x)) * rms * 10 ** (-snr / 20))
                    .clip(-1, 1)
                    .astype(np.float32)
                )
                out, _, cpu = transcribe(model, x, vad_filter=False)
                sc.add(" ".join(s["text"] for s in segs), out, len(x) / S.SR, cpu)
            report("white noise SNR %d dB" % snr, sc)
    if "level" in parts:
        for gain in (-40, -30, -20, -10):
            sc = Score()
            for x, segs in grammar_set(780, 4, voice="gmw/en-US", wpm=155, pitch=50, clean=True):
                x = np.round(x / np.abs(x).max() * 10 ** (gain / 20) * 32767) / 32767
                out, _, cpu = transcribe(model, x.astype(np.float32), vad_filter=True)
                sc.add(" ".join(s["text"] for s in segs), out, len(x) / S.SR, cpu)
            report("peak level %d dBFS" % gain, sc)

    nr = np.random.default_rng(3)
    hum = lambda n: 0.01 * np.sin(2 * np.pi * 50 * np.arange(n) / S.SR)
    silences = {
        "digital 1s": np.zeros(16000),
        "digital 12s": np.zeros(12 * 16000),
        "digital 60s": np.zeros(60 * 16000),
        "noise -60dB 25s": nr.standard_normal(25 * 16000) * 1e-3,
        "noise -40dB 25s": nr.standard_normal(25 * 16000) * 1e-2,
        "hum 20s": hum(20 * 16000),
        "dithered +-1 LSB 30s": nr.integers(-1, 2, 30 * 16000) / 32768,
    }
    res["silence"] = {}
    for name, x in silences.items() if "silence" in parts else ():
        row = {}
        for vad in (False, True):
            try:
                out, info, _ = transcribe(model, x.astype(np.float32), vad_filter=vad)
                row["vad=%s" % vad] = "".join(s.text for s in out)
            except Exception as e:  # noqa
                row["vad=%s" % vad] = "%s: %s" % (type(e).__name__, e)
        res["silence"][name] = row
        print("silence %-26s %s" % (name, row))
    socket.socket.connect = real_connect
    res["network_attempts"] = attempts
    print("load %.3fs, network attempts: %s" % (res["load_s"], attempts))
    print("\nworst items:")
    for name, e, r, h in shown:
        if len(r) < 4000:
            print("[%s, %d errors]\n  REF %s\n  HYP %s" % (name, e, r, h))
    if a.json:
        json.dump(res, open(a.json, "w"), indent=1, default=float)


if __name__ == "__main__":
    main()
