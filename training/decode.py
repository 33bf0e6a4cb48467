"""From the windows' logits to spans and linked attributions: the procedure the Java side implements, in numpy.

Windows of one document are whole sentences; neighbours may overlap by some sentences (text.py, train.pack).
1. Emissions: log-softmax(bio) of each basic token's first piece. A token read by two windows takes the mean of the two.
2. One Viterbi over the document: emission + LAMBDA * transitions[previous][label], LAMBDA * start[label] for the first
   token. transitions[a][b] = log(P(a, b) / (P(a) P(b))) over neighbouring labels in training. I-x may follow only B-x
   or I-x, and may not open a document. A span is B-x and the I-x after it; it may run over a window's edge.
3. Each cue span is linked in the window that holds its first token and has most context around it (the larger least
   distance, in basic tokens, from the token to either end; the earlier window on a tie). There, over
   p(t) = softmax(link[first piece of the cue's first token, first piece of t]): the source is the source span with the
   highest mean p(source-of) over its tokens in the window, if at least SOURCE_MIN; the contents are all content spans
   whose mean p(content-of) is at least CONTENT_MIN or, failing that, the best one if at least CONTENT_FLOOR.
   Only spans with a token in the window are candidates. Ties go to the earlier span."""
import numpy as np

BIO = ["O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"]
ROLES = ("source", "cue", "content")


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def forbidden(labels=7):
    f = np.zeros((labels, labels))
    for j in range(2, labels, 2):
        for i in range(labels):
            if i not in (j, j - 1):
                f[i, j] = -1e9
    return f


def viterbi(emit, trans, start):
    n, k = emit.shape
    start = start + forbidden(k)[0]
    back, score = np.zeros((n, k), int), emit[0] + start
    for t in range(1, n):
        s = score[:, None] + trans
        back[t] = s.argmax(0)
        score = s.max(0) + emit[t]
    out = [int(score.argmax())]
    for t in range(n - 1, 0, -1):
        out.append(int(back[t][out[-1]]))
    return out[::-1]


def spans_of(labels):
    """[(first, past, kind)], kind 0.. for the B/I pairs 1/2, 3/4, 5/6."""
    out = []
    for i, l in enumerate(labels):
        if l and (l % 2 or not out or out[-1][1] != i or out[-1][2] != (l - 1) // 2):
            out.append([i, i + 1, (l - 1) // 2])
        elif l:
            out[-1][1] = i + 1
    return [tuple(s) for s in out]


def statistics(label_sequences, k=7):
    c, s = np.full((k, k), 0.5), np.full(k, 0.5)
    for l in label_sequences:
        s[l[0]] += 1
        np.add.at(c, (l[:-1], l[1:]), 1)
    p = c / c.sum()
    return np.log(p / (p.sum(1, keepdims=True) * p.sum(0, keepdims=True))), np.log(s / s.sum() / p.sum(0))


def emissions(windows, head="bio"):
    n = max(w["b"] for w in windows)
    total, times = np.zeros((n, windows[0][head].shape[1])), np.zeros((n, 1))
    for w in windows:
        total[w["a"]:w["b"]] += log_softmax(w[head].astype(np.float64))
        times[w["a"]:w["b"]] += 1
    return total / times


def decode(windows, trans, start, lam, source_min=0.3, content_min=0.5, content_floor=0.1, rows="first"):
    """windows: [{a, b, bio [n,7], link [n,n,3] or None}] of a document in order, token offsets a..b.
    Returns spans [(first, past, role)] in document tokens and attributions [{source, cue, content: [span index]}]."""
    spans = spans_of(viterbi(emissions(windows), lam * trans + forbidden(len(start)), lam * start))
    attributions = []
    if windows[0].get("link") is None:
        return spans, attributions
    for index, (f, p, role) in enumerate(spans):
        if role != 1:
            continue
        w = max((w for w in windows if w["a"] <= f < w["b"]), key=lambda w: min(f - w["a"], w["b"] - 1 - f))
        prob = np.exp(log_softmax(w["link"][f - w["a"]:(min(p, w["b"]) if rows == "all" else f + 1) - w["a"]])).mean(0)
        seen = [(max(s, w["a"]) - w["a"], min(e, w["b"]) - w["a"], r, i) for i, (s, e, r) in enumerate(spans)
                if s < w["b"] and e > w["a"]]
        src = [(prob[s:e, 1].mean(), -i) for s, e, r, i in seen if r == 0]
        con = [(prob[s:e, 2].mean(), -i) for s, e, r, i in seen if r == 2]
        best = max(src, default=(0, 0))
        content = [-i for v, i in con if v >= content_min]
        if not content and con and max(con)[0] >= content_floor:
            content = [-max(con)[1]]
        attributions.append({"source": [-best[1]] if src and best[0] >= source_min else [], "cue": [index],
                             "content": content})
    return spans, attributions
