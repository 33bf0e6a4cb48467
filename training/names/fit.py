"""Fits the weights of whence.names.SameName to marked pairs, and says how good they are on others.

    java -cp core/target/classes training/names/Features.java PAIRS.csv > features.tsv
    /usr/bin/python3 training/names/fit.py features.tsv core/src/main/resources/whence/names/same-name.txt

A logistic regression with an L2 penalty, over standardised features. Two cross-validations, each
repeated: by pairs, stratified; and by groups of pairs that share a name, so that no name is seen both
in fitting and in judging. The interval is that of a bootstrap over the pairs, of the predictions each
pair got while it was left out.
"""
import csv
import sys

import numpy as np

PENALTY = 3.0
REPEATS = 20
FOLDS = 10
RESAMPLES = 2000


def read(path):
    rows = list(csv.reader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    head, rows = rows[0], rows[1:]
    same = np.array([row[0] == "true" for row in rows])
    values = np.array([[float(v) for v in row[3:]] for row in rows])
    return head[3:], same, values, groups([(row[1].lower(), row[2].lower()) for row in rows])


def groups(names):
    parent = {}

    def find(name):
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for one, other in names:
        parent[find(one)] = find(other)
    ids = {}
    return np.array([ids.setdefault(find(one), len(ids)) for one, _ in names])


def fit(values, same):
    """The bias and the weights, for features as they are."""
    mean, spread = values.mean(0), values.std(0)
    spread[spread == 0] = 1
    x = np.c_[np.ones(len(values)), (values - mean) / spread]
    penalty = np.eye(x.shape[1]) * PENALTY
    penalty[0, 0] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (p - same) + penalty @ w)
        w -= step
        if abs(step).max() < 1e-9:
            break
    weights = w[1:] / spread
    return np.r_[w[0] - weights @ mean, weights]


def predict(weights, values):
    return 1 / (1 + np.exp(-np.clip(weights[0] + values @ weights[1:], -30, 30)))


def f1(same, found):
    return 2 * (same & found).sum() / max(1, same.sum() + found.sum())


def left_out(values, same, group, rng, folds):
    """For each pair, what a model says that has not seen it."""
    if group is None:
        fold = np.zeros(len(same), int)
        for mark in (False, True):
            place = np.flatnonzero(same == mark)
            rng.shuffle(place)
            fold[place] = np.arange(len(place)) % folds
    else:
        fold = (rng.permutation(group.max() + 1) % folds)[group]
    scores = np.zeros(len(same))
    for k in range(folds):
        scores[fold == k] = predict(fit(values[fold != k], same[fold != k]), values[fold == k])
    return scores


def main():
    head, same, values, group = read(sys.argv[1])
    print(f"{len(same)} pairs, {same.mean():.0%} the same; {len(head)} features, penalty {PENALTY}")
    for what, by, folds in (("pairs", None, FOLDS), ("names", group, FOLDS), ("halves", None, 2)):
        rng = np.random.default_rng(1)
        runs = [left_out(values, same, by, rng, folds) for _ in range(REPEATS)]
        each = np.array([f1(same, run >= 0.5) for run in runs])
        draws = []
        for i in range(RESAMPLES):
            place = rng.integers(0, len(same), len(same))
            draws.append(f1(same[place], runs[i % REPEATS][place] >= 0.5))
        low, high = np.percentile(draws, [2.5, 97.5])
        print(f"left out by {what:6s} F1 {each.mean():.3f} [{low:.3f}, {high:.3f}]  "
              f"(the {REPEATS} repeats {each.min():.3f} to {each.max():.3f})")
    weights = fit(values, same)
    print(f"fitted to all    F1 {f1(same, predict(weights, values) >= 0.5):.3f} (on what it was fitted to)")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("; The weights of SameName: a feature, a tab, its weight. Written by training/names/fit.py.\n")
        for name, weight in zip(["bias", *head], weights):
            out.write(f"{name}\t{weight:.3f}\n")


main()
