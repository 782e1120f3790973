"""Write train_sentences.txt: every sentence the micro model was trained on, from the seeds alone.

The choice of sentences never depends on the sound, so this needs neither espeak-ng nor torch (about 4 s).
Each line of RUNS is one data set: first seed, number of seeds, recordings per seed (see train.py, gen_recordings).
"""

import random
import re

import numpy as np
import starspeech as S

RUNS = [(1000, 8, 175), (1000, 2, 700), (2000, 2, 500), (3000, 2, 400)]


class Mute:
    """Says nothing: make_recording must draw the same random numbers as with a voice."""

    def say(self, text, voice, wpm, pitch):
        return np.full(160, 0.1, np.float32), [("a", 0.0, 0.01)], []


def sentences(seed, recordings, forbidden, salad_words):
    rng, nrng = random.Random(seed), np.random.default_rng(0)
    for _ in range(recordings):
        chosen = []
        for _ in range(rng.randrange(7, 13)):
            s = S.make_salad(rng, salad_words) if rng.random() < 0.22 else S.make_sentence(rng)
            if s not in forbidden:
                chosen.append(s)
        S.make_recording(Mute(), chosen, rng, nrng)
        yield from chosen


if __name__ == "__main__":
    forbidden = set(re.split(r"(?<=\.)\s+", open("paragraphs.txt").read().strip()))
    salad_words = [w for w in S.grammar_words() if w not in S.AMBIGUOUS]
    used = set()
    for first, seeds, recordings in RUNS:
        for seed in range(first, first + seeds):
            used.update(sentences(seed, recordings, forbidden, salad_words))
    with open("train_sentences.txt", "w") as f:
        f.write("\n".join(sorted(used)))
