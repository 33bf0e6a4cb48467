"""From the windows' logits to spans and linked attributions: the procedure the Java side implements, in numpy.

Windows of one document are whole sentences; neighbours may overlap by some sentences (text.py, train.pack).
1. Emissions: log-softmax(bio) of each basic token's first piece. A token read by two windows takes the mean of the two.
2. One Viterbi over the document: emission + LAMBDA * transitions[previous][label], LAMBDA * start[label] for the first
   token. transitions[a][b] = log(P(a, b) / (P(a) P(b))) + PRIOR log(P(b) / P(O)) over neighbouring
   labels in training: the prior keeps the log odds from favouring rare labels. I-x may follow only B-x
   or I-x, and may not open a document. A span is B-x and the I-x after it; it may run over a window's edge.
3. Linking. Each cue span looks in the window that holds its first token with most context around it (the larger least
   distance, in basic tokens, from that token to either end; the earlier window on a tie). There p(t) is the mean over the
   cue's tokens c in the window of softmax(link[c, t]) (first pieces both), and a span's score for a role the mean of
   p(t)[role] over the span's tokens in the window; spans with no token there are no candidates.
   a. source: the source span with the best score for SOURCE, if at least source_min.
   b. contents: every content span scored content_min or more; if none, the best one if at least content_floor.
   c. then, for each content span in order: its owner is the cue that scores it best. Every other cue that took it, scores
      it below share_min and has another content left, lets it go; the owner takes it if its score is at least own_min.
   Ties go to the earlier span or cue. An attribution per cue, its contents in document order."""
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


PRIOR = 1.5


def statistics(label_sequences, k=7):
    c, s = np.full((k, k), 0.5), np.full(k, 0.5)
    for l in label_sequences:
        s[l[0]] += 1
        np.add.at(c, (l[:-1], l[1:]), 1)
    p = c / c.sum()
    prior = PRIOR * (np.log(p.sum(0)) - np.log(p.sum(0)[0]))
    return (np.log(p / (p.sum(1, keepdims=True) * p.sum(0, keepdims=True))) + prior,
            np.log(s / s.sum() / p.sum(0)) + prior)


def emissions(windows, head="bio"):
    n = max(w["b"] for w in windows)
    total, times = np.zeros((n, windows[0][head].shape[1])), np.zeros((n, 1))
    for w in windows:
        total[w["a"]:w["b"]] += log_softmax(w[head].astype(np.float64))
        times[w["a"]:w["b"]] += 1
    return total / times


TUNED = {"source_min": 0.3, "content_min": 0.6, "content_floor": 0.1, "share_min": 0.9, "own_min": 0.3}


def decode(windows, trans, start, lam, source_min, content_min, content_floor, share_min, own_min):
    """windows: [{a, b, bio [n,7], link [n,n,3] or None}] of a document in order, token offsets a..b.
    Returns spans [(first, past, role)] in document tokens and attributions [{source, cue, content: [span index]}]."""
    spans = spans_of(viterbi(emissions(windows), lam * trans + forbidden(len(start)), lam * start))
    if windows[0].get("link") is None:
        return spans, []
    scores, source, content = {}, {}, {}
    for index, (f, p, role) in enumerate(spans):
        if role != 1:
            continue
        w = max((w for w in windows if w["a"] <= f < w["b"]), key=lambda w: min(f - w["a"], w["b"] - 1 - f))
        prob = np.exp(log_softmax(w["link"][f - w["a"]:min(p, w["b"]) - w["a"]].astype(np.float64))).mean(0)
        mine = {i: prob[max(s, w["a"]) - w["a"]:min(e, w["b"]) - w["a"], 1 if r == 0 else 2].mean()
                for i, (s, e, r) in enumerate(spans) if r != 1 and s < w["b"] and e > w["a"]}
        src = [(v, -i) for i, v in mine.items() if spans[i][2] == 0]
        con = scores[index] = {i: v for i, v in mine.items() if spans[i][2] == 2}
        source[index] = [-max(src)[1]] if src and max(src)[0] >= source_min else []
        content[index] = {i for i, v in con.items() if v >= content_min}
        if not content[index] and con and max(con.values()) >= content_floor:
            content[index] = {-max((v, -i) for i, v in con.items())[1]}
    for i, span in enumerate(spans):
        claims = [(con[i], -cue) for cue, con in scores.items() if i in con] if span[2] == 2 else []
        if claims:
            best, owner = max(claims)
            for v, cue in claims:
                if cue != owner and v < share_min and i in content[-cue] and len(content[-cue]) > 1:
                    content[-cue].remove(i)
            if best >= own_min:
                content[-owner].add(i)
    return spans, [{"source": source[c], "cue": [c], "content": sorted(content[c])} for c in scores]
