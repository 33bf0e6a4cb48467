"""Fits the score's calibration: calibrate.py STATEMENTS.jsonl --data ../../shared/data

STATEMENTS: what `whence statements --attributed --json` lists of PolNeAR dev (files DOC.txt), read with a model whose
calibration is slope 1, offset 0. Prints slope and offset of the logistic curve from the score's log odds to whether source, cue
and content are all exact, less edge punctuation, and the mean distance before and after, five-fold over documents."""
import argparse
import collections
import gzip
import json
import tarfile

import numpy as np

ROLES = ("source", "cue", "content")


def trimmed(text, spans):
    out = set()
    for a, b in spans:
        while a < b and not text[a].isalnum():
            a += 1
        while b > a and not text[b - 1].isalnum():
            b -= 1
        if b > a:
            out.add((a, b))
    return frozenset(out)


def fit(x, y, steps=100):
    w = np.array([1.0, 0.0])
    f = np.stack([x, np.ones_like(x)], 1)
    for _ in range(steps):  # Newton
        p = 1 / (1 + np.exp(-f @ w))
        h = (f * (p * (1 - p))[:, None]).T @ f + 1e-6 * np.eye(2)
        w = w + np.linalg.solve(h, f.T @ (y - p))
    return w


def distance(p, y, bins=10):
    order = np.argsort(p, kind="stable")
    return sum(abs(p[part].mean() - y[part].mean()) * len(part) for part in np.array_split(order, bins)) / len(p)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("statements")
    a.add_argument("--data", default="../shared/data")
    a = a.parse_args()
    texts, first = {}, {}
    with tarfile.open(f"{a.data}/attribution/polnear-dev-text.tar.gz") as tar:
        for m in tar:
            if m.isfile():
                texts[m.name.split("/")[-1]] = tar.extractfile(m).read().decode("utf-8")
    for line in gzip.open(f"{a.data}/attribution/polnear-dev.jsonl.gz", "rt", encoding="utf-8"):
        o = json.loads(line)
        if o["doc"] not in first or o["id"] < first[o["doc"]]["id"]:
            first[o["doc"]] = o
    gold = collections.defaultdict(set)
    for doc, o in first.items():
        text = texts[doc + ".txt"]
        for at in o["attributions"]:
            gold[doc + ".txt"].add(tuple(trimmed(text, [(o["start"][i], o["end"][j - 1]) for i, j in at[r]]) for r in ROLES))
    x, y, fold = [], [], []
    names = sorted(gold)
    for line in open(a.statements):
        s = json.loads(line)
        text = texts[s["document"]]
        if s["depth"] or s["document"] not in gold or not s["cue"] or any(ord(c) > 0xFFFF for c in text):
            continue
        triple = tuple(trimmed(text, [(p["start"], p["end"]) for p in s[r]]) for r in ROLES)
        score = min(max(s["score"], 1e-4), 1 - 1e-4)
        x.append(np.log(score / (1 - score)))
        y.append(triple in gold[s["document"]])
        fold.append(names.index(s["document"]) % 5)
    x, y, fold = np.array(x), np.array(y, float), np.array(fold)
    held = np.empty_like(x)
    for k in range(5):
        w = fit(x[fold != k], y[fold != k])
        held[fold == k] = 1 / (1 + np.exp(-(w[0] * x[fold == k] + w[1])))
    w = fit(x, y)
    print(len(x), "attributions, right", round(y.mean(), 3), "slope", round(w[0], 4), "offset", round(w[1], 4),
          "mean distance before", round(distance(1 / (1 + np.exp(-x)), y), 4), "after, five-fold", round(distance(held, y), 4))


if __name__ == "__main__":
    main()
