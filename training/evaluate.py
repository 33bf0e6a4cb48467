"""Measures on PolNeAR dev and GUM dev: evaluate.py DOCS.pkl LOGITS.pkl [--tune] (LOGITS from predict.py or the JVM)."""
import argparse
import gzip
import json
import pickle
import random

import numpy as np
import torch

import decode as D
import train as T

ROLES = D.ROLES


def golds(doc, bio_instances=None):
    g = doc["gold"]
    start, end = g["start"], g["end"]
    spans = {(r, start[a], end[b - 1]) for at in g["attributions"] for k, r in enumerate(ROLES) for a, b in at[r]}
    return spans


def trim(g, a, b):
    alnum = [any(c.isalnum() for c in t) for t in g["tokens"][a:b]]
    if not any(alnum):
        return None
    f = alnum.index(True)
    return g["start"][a + f], g["end"][b - 1 - alnum[::-1].index(True)]


def gold_triples(doc):
    g = doc["gold"]
    out = set()
    for at in g["attributions"]:
        if at["cue"]:
            out.add(tuple(tuple(sorted(filter(None, (trim(g, a, b) for a, b in at[r])))) for r in ROLES))
    return out


def trim_basic(doc, a, b):
    while a < b and not any(c.isalnum() for c in doc["tokens"][a][2]):
        a += 1
    while b > a and not any(c.isalnum() for c in doc["tokens"][b - 1][2]):
        b -= 1
    return (doc["tokens"][a][0], doc["tokens"][b - 1][1]) if b > a else None


def f1(c):
    tp, p, g = c
    return 200 * tp / (p + g) if p + g else 0.0


def interval(counts, seed=7, n=2000):
    """Document bootstrap, 95 %."""
    c = np.array(counts, float)
    rng = np.random.default_rng(seed)
    v = []
    for _ in range(n):
        s = c[rng.integers(0, len(c), len(c))].sum(0)
        v.append(f1(s))
    return np.percentile(v, [2.5, 97.5])


def align_instances(docs, path):
    """The published instances' token ranges in each document: {doc id: [(first token, past, labels)]}"""
    by, out, missing = {d["gold"]["id"]: d for d in docs}, {}, []
    for line in gzip.open(path, "rt"):
        o = json.loads(line)
        d = by.get(o["id"])
        if d is None:
            continue
        got = out.setdefault(d["id"], [])
        toks, q = d["gold"]["tokens"], max((e for _, e, _ in got), default=0)
        n = len(o["tokens"])
        while q + n <= len(toks) and toks[q:q + n] != o["tokens"]:
            q += 1
        if q + n > len(toks):  # a few stand out of their place
            q = next((q for q in range(len(toks)) if toks[q:q + n] == o["tokens"]), len(toks))
        if q + n <= len(toks):
            got.append((q, q + n, o["labels"]))
        else:
            missing.append(n)
    print(len(missing), "published instances,", sum(missing), "tokens, not found again in their document: left out")
    return out


def measure(docs, logits, lam, stats, published=None, **kw):
    trans, start = stats
    rows = {r: [] for r in ROLES}
    pub = {r: [] for r in ROLES}
    triples, overlap = [], []
    for d in docs:
        spans, atts = D.decode(logits[d["id"]], trans, start, lam, **kw)
        pred = {(ROLES[r], d["tokens"][a][0], d["tokens"][b - 1][1]) for a, b, r in spans}
        gold = golds(d)
        for r in ROLES:
            p, g = {x for x in pred if x[0] == r}, {x for x in gold if x[0] == r}
            rows[r].append((len(p & g), len(p), len(g)))
        gt = gold_triples(d)
        tup = lambda idx: tuple(sorted(filter(None, (trim_basic(d, *spans[i][:2]) for i in idx))))
        pt = {tuple(tup(a[r]) for r in ROLES) for a in atts}
        triples.append((len(gt & pt), len(pt), len(gt)))
        if published is not None:
            g = d["gold"]
            c = {r: [0, 0, 0] for r in ROLES}
            lab = [None] * len(g["tokens"])
            for k, (r, a, b) in enumerate(sorted(pred)):
                for t in range(np.searchsorted(g["end"], a, "right"),
                                                                     np.searchsorted(g["start"], b, "left")):
                    lab[t] = (r, k)
            for q, e, labels in published.get(d["id"], []):
                gs, ps = set(), set()
                cur = None
                for i, l in enumerate(labels + ["O"]):
                    if cur and not (l.startswith("I-") and l[2:].lower() == cur[0]):
                        gs.add((cur[0], cur[1], i))
                        cur = None
                    if l.startswith("B-"):
                        cur = (l[2:].lower(), i)
                cur = None
                for i in range(q, e + 1):
                    l = lab[i] if i < e else None
                    if cur and l != cur[0]:
                        ps.add((cur[0][0], cur[1] - q, i - q))
                        cur = None
                    if l and not cur:
                        cur = (l, i)
                for r in ROLES:
                    p2, g2 = {x for x in ps if x[0] == r}, {x for x in gs if x[0] == r}
                    c[r][0] += len(p2 & g2)
                    c[r][1] += len(p2)
                    c[r][2] += len(g2)
            for r in ROLES:
                pub[r].append(tuple(c[r]))
    return rows, triples, pub


def outermost_measure(docs, logits, lam, stats, **kw):
    """Each role's spans exact, outermost."""
    rows = {r: [] for r in ROLES}
    T.prepare(docs)
    for d in docs:
        spans, _ = D.decode(logits[d["id"]], *stats, lam, **kw)
        for k, r in enumerate(ROLES):
            p = {x[:2] for x in spans if x[2] == k}
            g = {tuple(s) for a in d["outermost"] for s in a[r]}
            rows[r].append((len(p & g), len(p), len(g)))
    return rows


def ner_measure(docs, logits):
    out = {k: [] for k in ("all", "PERSON", "ORGANIZATION", "PLACE")}
    zero = D.forbidden()
    for d in docs:
        pred = set(D.spans_of(D.viterbi(D.emissions(logits[d["id"]], "ner"), zero, zero[0])))
        gold = set(D.spans_of(d["ner"]))
        for i, k in enumerate(("PERSON", "ORGANIZATION", "PLACE")):
            p, g = {x for x in pred if x[2] == i}, {x for x in gold if x[2] == i}
            out[k].append((len(p & g), len(p), len(g)))
        out["all"].append((len(pred & gold), len(pred), len(gold)))
    return out


def show(name, counts):
    s = np.sum(counts, 0)
    lo, hi = interval(counts)
    print(f"  {name:28s} F1 {f1(s):5.2f} [{lo:5.2f}, {hi:5.2f}]  P {100 * s[0] / max(1, s[1]):5.2f} "
          f"R {100 * s[0] / max(1, s[2]):5.2f}  ({int(s[0])} of {int(s[1])} against {int(s[2])})")
    return {"f1": round(f1(s), 2), "low": round(lo, 2), "high": round(hi, 2)}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("docs")
    p.add_argument("logits")
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--lam", type=float, default=1.0)
    p.add_argument("--chain", help="checkpoint whose learned transitions to decode with; without it, training bigrams")
    p.add_argument("--link", default="{}", help="JSON of linking parameters to change")
    p.add_argument("--tune", action="store_true")
    p.add_argument("--json")
    a = p.parse_args()
    link = D.TUNED | json.loads(a.link)
    docs = pickle.load(open(a.docs, "rb"))
    logits = pickle.load(open(a.logits, "rb"))
    if a.chain:
        weights = torch.load(a.chain)
        stats = weights["transitions"].numpy().astype(float), weights["start"].numpy().astype(float)
    else:
        stats = T.training_statistics([d for d in docs if d["part"] == "train"])
    dev = [d for d in docs if d["part"] == "dev" and d["set"] == "polnear"]
    gum = [d for d in docs if d["part"] == "dev" and d["set"] == "gum"]
    if a.tune:
        slim = {k: [{x: v for x, v in w.items() if x != "link"} for w in ws] for k, ws in logits.items()}
        for lam in (0.6, 0.8, 1, 1.2):
            rows, _, _ = measure(dev, slim, lam, stats, **link)
            print("lambda", lam, *(f"{r} {f1(np.sum(rows[r], 0)):.2f}" for r in ROLES))
        for key, values in (("source_min", (0.1, 0.2, 0.3, 0.4, 0.5)), ("content_min", (0.4, 0.5, 0.6, 0.7)),
                            ("share_min", (0.8, 0.9, 0.95)), ("own_min", (0.1, 0.2, 0.3, 0.4))):
            for v in values:
                _, tr, _ = measure(dev, logits, a.lam, stats, **(link | {key: v}))
                print(key, v, f"triple {f1(np.sum(tr, 0)):.2f}", flush=True)
        return
    published = align_instances(dev, f"{a.data}/attribution/polnear-dev-bio.jsonl.gz")
    rows, tr, pub = measure(dev, logits, a.lam, stats, published, **link)
    out = {}
    print("PolNeAR dev, exact spans over raw text,", len(dev), "documents, lambda", a.lam)
    for r in ROLES:
        out[r] = show(r, rows[r])
    print("as published (instances of polnear-dev-bio)")
    for r in ROLES:
        out["bio " + r] = show(r, pub[r])
    print("linked triples, trimmed of edge punctuation")
    out["triple"] = show("source+cue+content", tr)
    print("GUM dev attributions in the speaker's voice")
    for r, counts in outermost_measure(gum, logits, a.lam, stats, **link).items():
        out["gum " + r] = show(r, counts)
    for voice, speaker in (("speaker's", True), ("author's", False)):
        marked = [d for d in docs if d["part"] == "dev" and d["set"] == "marks" and d["speaker"] == speaker]
        if marked:
            print(f"marks, in the {voice} voice, {len(marked)} excerpts kept from training")
            for r, counts in outermost_measure(marked, logits, a.lam, stats, **link).items():
                out[f"marks {voice[:-2]} {r}"] = show(r, counts)
    print("GUM dev names,", len(gum), "documents")
    for k, v in ner_measure(gum, logits).items():
        out["names " + k] = show(k, v)
    if a.json:
        json.dump(out, open(a.json, "w"), indent=1)


if __name__ == "__main__":
    main()
