"""Write answers_grammar.txt: 12 STAR answers made only of grammar sentences that were never trained on (first 12 of a fixed seed)."""

import random

import starspeech as S

used = set(open("train_sentences.txt").read().split("\n"))
rng, out = random.Random(2026), []


def fresh(kind):
    while True:
        s = S.make_sentence(rng, kind)
        if s not in used and 8 <= len(s.split()) <= 20:
            return s


for _ in range(12):
    kinds = (
        ["intro"] + ["situation"] * 3 + ["task"] * 2 + ["action"] * 6 + ["result"] * 3 + ["reflect"]
    )
    out.append(" ".join(fresh(k) for k in kinds))
open("answers_grammar.txt", "w").write("\n\n".join(out) + "\n")
