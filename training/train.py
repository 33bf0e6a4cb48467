"""Trains the reader: train.py DOCS.pkl --jar DIR --out DIR [--epochs 5 --seed 1]. Resumes nothing; one schedule."""
import argparse
import concurrent.futures
import json
import math
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import decode as D
import model as M
from text import CLS, PAD, SEP, WINDOW

BIO = ["O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"]
HEADS = ("bio", "ner", "cue_side", "token_side", "cue_bias", "token_bias", "distance", "case",
         "transitions", "start")
ROLES = ("source", "cue", "content")
INNER = 2  # the opening mark's case: reads what is said within what is said, where first persons think and recall
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def bio_labels(doc, attributions):
    """Attributions as one label a token; where two spans meet, content gives way to source and source to cue."""
    out, owner = [0] * len(doc["tokens"]), [None] * len(doc["tokens"])
    for role in ("content", "source", "cue"):
        k = ROLES.index(role)
        spans = sorted({tuple(s) for a in attributions for s in a[role]}, key=lambda s: (s[0], -s[1]))
        for a, b in spans:
            if role == "content" and any(owner[i] == role for i in range(a, b)):
                continue  # a content within or across another: the first, longer one stands
            for i in range(a, b):
                out[i], owner[i] = 1 + 2 * k + (i > a), role
    for i in range(len(out)):  # a label interrupted by another role opens anew after it
        if out[i] and out[i] % 2 == 0 and (i == 0 or (out[i - 1] + 1) // 2 != out[i] // 2):
            out[i] -= 1
    return out


def within(a, b):
    """Whether attribution a stands in a content of b."""
    lo, hi = min(s[0] for r in ROLES for s in a[r]), max(s[1] for r in ROLES for s in a[r])
    return any(s <= lo and hi <= e and (s, e) != (lo, hi) for s, e in b["content"])


def contents(doc):
    """What is said in a document, as documents to be read again: in GUM what holds attributions, for it marks few of
    those within; where all are marked, what holds none too."""
    for outer in doc["attributions"]:
        inside = [a for a in doc["attributions"] if a is not outer and within(a, outer)]
        for s, e in outer["content"] if inside or doc["set"] == "marks" else []:
            here = [a for a in inside if within(a, {"content": [(s, e)]})]
            top = [a for a in here if not any(within(a, b) for b in here if b is not a)]
            spans = [(max(s, a), min(e, b)) for a, b in doc["spans"] if a < e and s < b]
            yield {**doc, "tokens": doc["tokens"][:e], "spans": spans, "outermost": top, "bio": bio_labels(doc, top),
                   "inner": True, "alone": True}


def prepare(docs):
    for d in docs:
        d["inner"] = d["set"] == "gum" or d.get("speaker", False)  # PolNeAR marks no attribution within another
        d["outermost"] = [a for a in d["attributions"] if d["set"] == "polnear" or
                          not any(within(a, b) for b in d["attributions"] if b is not a)]
        d["bio"] = bio_labels(d, d["outermost"])
        bounds = [0] + [i for i in range(1, len(d["sent"])) if d["sent"][i] != d["sent"][i - 1]] + [len(d["sent"])]
        d["spans"] = d.get("sentences") or [(a, b) for a, b in zip(bounds, bounds[1:]) if b > a]


def pack(doc, limit, first=None):
    """Token ranges of whole sentences, greedily packed into windows of at most limit pieces, [CLS] and [SEP] included."""
    out, at, size, room = [], None, 0, (first or limit) - 2
    for a, b in doc["spans"]:
        n = sum(len(p) for p in doc["pieces"][a:b])
        if at is not None and size + n > room:
            out.append((at, a))
            at, size, room = None, 0, limit - 2
        while n > limit - 2:  # a sentence longer than a window is cut at token boundaries
            if at is not None:
                out.append((at, a))
                at, size = None, 0
            c, m = a, 0
            while m + len(doc["pieces"][c]) <= limit - 2:
                m += len(doc["pieces"][c])
                c += 1
            out.append((a, c))
            a, n, room = c, n - m, limit - 2
        if b > a:
            if at is None:
                at, size = a, 0
            size += n
    if at is not None:
        out.append((at, len(doc["tokens"])))
    return out


def pack_overlapping(doc, limit, overlap):
    """As the reader does: each window but the first begins again with the last whole sentences of the one before, as many
    as fit in overlap pieces and leave room for its own first sentence."""
    parts = []  # sentences, the long ones cut at token boundaries
    for a, b in doc["spans"]:
        start, n = a, 0
        for t in range(a, b):
            k = len(doc["pieces"][t])
            if n + k > limit - 2:
                parts.append((start, t, n))
                start, n = t, 0
            n += k
        parts.append((start, b, n))
    out, i, last = [], 0, 0
    while i < len(parts):
        s, back = i, 0
        while s > last and back + parts[s - 1][2] <= min(overlap, limit - 2 - parts[i][2]):
            s -= 1
            back += parts[s][2]
        j, total = i, back
        while j < len(parts) and total + parts[j][2] <= limit - 2:
            total += parts[j][2]
            j += 1
        out.append((parts[s][0], parts[j - 1][1]))
        last, i = i, j
    return out


def training_statistics(docs):
    rng = random.Random(5)
    prepare(docs)
    seqs = []
    for d in docs:
        if not d["inner"]:
            for a, b in pack(d, WINDOW, rng.randint(40, WINDOW)):
                seqs.append(d["bio"][a:b])
    return D.statistics(seqs)


class Window:
    __slots__ = ("doc", "a", "b", "ids", "case", "heads", "length")

    def __init__(self, doc, a, b, opening=None):
        """opening: a piece of no token to stand before the first, as "that" before what is said"""
        self.doc, self.a, self.b = doc, a, b
        self.ids, self.case, self.heads = [CLS], [INNER if doc["inner"] else 4], []
        if opening is not None:
            self.ids.append(opening)
            self.case.append(0)
        for t in range(a, b):
            self.heads.append(len(self.ids))
            self.ids += doc["pieces"][t]
            self.case += [doc["case"][t]] * len(doc["pieces"][t])
        self.ids.append(SEP)
        self.case.append(4)
        self.length = len(self.ids)


def epoch_windows(docs, rng, ids_of):
    out = []
    quotes = {ids_of[c]: ids_of[s] for c, s in STRAIGHT.items()}
    curly = {ids_of['"']: (ids_of["“"], ids_of["”"]), ids_of["'"]: (ids_of["’"], ids_of["’"])}
    gum = [d for d in docs if d["set"] == "gum"]  # small: it comes twice, with its contents, and twice for its names alone
    names = [{**d, "inner": False, "bio": None, "outermost": []} for d in gum]
    marked = [d for d in docs if d["set"] == "marks"]  # small too
    for d in docs + gum + marked + marked + [c for d in gum + marked for c in contents(d)] * 2 + names * 2:
        mode = rng.random() if not d.get("alone") else 1
        if d["set"] == "polnear" and rng.random() < 0.2:  # an author's sentences read as if somebody had said them
            d, mode = {**d, "inner": True}, rng.random() + 0.4
        if mode < 0.7:
            ranges = pack(d, WINDOW, rng.randint(40, WINDOW))
        elif mode < 0.85:
            ranges = pack(d, 96, rng.randint(30, 96))
        else:
            ranges = [r for s in d["spans"] for r in pack({**d, "spans": [s], "tokens": d["tokens"][:s[1]]}, WINDOW)]
        if d["inner"] and d["set"] == "polnear":  # within a longer quotation nothing is marked, "I think" neither
            said = [s for x in d["attributions"] for s in x["content"]]
            ranges = [(a, b) for a, b in ranges if not any(s < b and a < e and not a <= s < e <= b for s, e in said)]
        swap = rng.random()
        for a, b in ranges:
            alone = mode >= 0.85
            if alone and b - a > 3 and rng.random() < 0.4 and d["tokens"][b - 1][2] in ".!?":
                b -= 1
            w = Window(d, a, b, ids_of["that"] if alone and d["inner"] and b - a < 100 and rng.random() < 0.3 else None)
            first = w.heads[0]
            if alone and rng.random() < (0.6 if d["inner"] else 0.3) and w.case[first] == 1:  # as a content starts
                for i in range(first, first + len(d["pieces"][a])):
                    w.case[i] = 0
            r = rng.random()
            if r < 0.02:
                w.case[1:] = [0 if c in (1, 2, 3) else c for c in w.case[1:]]
            elif r < 0.03:
                w.case = [2 if c in (0, 1, 3) else c for c in w.case]
            if swap < 0.15:
                w.ids = [quotes.get(i, i) for i in w.ids]
            elif swap < 0.3:
                opening = True
                for i, x in enumerate(w.ids):
                    if x in curly:
                        if x == ids_of['"']:
                            w.ids[i] = curly[x][0 if opening else 1]
                            opening = not opening
                        else:
                            w.ids[i] = curly[x][0]
            out.append(w)
    return out


def width(w):
    return min(WINDOW, -(-w.length // 32) * 32)


def batches(windows, pieces, rng):
    """Windows of one padded width (a multiple of 32: few shapes, so oneDNN's kernels are built once) to a batch."""
    windows = list(windows)
    rng.shuffle(windows)
    out, open_ = [], {}
    for w in windows:
        now = open_.setdefault(width(w), [])
        now.append(w)
        if len(now) == max(1, pieces // width(w)):
            out.append(open_.pop(width(w)))
    out += open_.values()
    rng.shuffle(out)
    return out


def tensors(batch):
    P = width(batch[0])
    ids = torch.tensor([w.ids + [PAD] * (P - w.length) for w in batch])
    case = torch.tensor([w.case + [4] * (P - w.length) for w in batch])
    return ids, case, torch.tensor([w.length for w in batch])


def links_of(w):
    """(token positions of a cue, link label per token) for each attribution whose cue starts in the window."""
    for a in w.doc["outermost"]:
        for f, p in a["cue"][:1]:
            if w.a <= f < w.b:
                y = [0] * (w.b - w.a)
                for role, k in (("content", 2), ("source", 1)):
                    for s, e in a[role]:
                        for t in range(max(s, w.a), min(e, w.b)):
                            y[t - w.a] = k
                yield [t - w.a for t in range(f, min(p, w.b))], y


class Adam:
    """AdamW over one flat buffer; the word embeddings (sparse gradients) apart, lazily, without decay."""

    def __init__(self, model, decay=0.01):
        self.model, self.word = model, model.word.weight
        self.ps = [p for p in model.parameters() if p is not self.word]
        n = sum(p.numel() for p in self.ps)
        self.flat, self.grad = torch.empty(n), torch.zeros(n)
        self.scale, self.decay = torch.empty(n), decay
        at = 0
        names = {id(p): k for k, p in model.named_parameters()}
        for p in self.ps:
            e = at + p.numel()
            self.flat[at:e] = p.data.view(-1)
            p.data = self.flat[at:e].view(p.shape)
            p.grad = self.grad[at:e].view(p.shape)
            head = names[id(p)].split(".")[0] in HEADS
            self.scale[at:e] = 5.0 if head else 1.0
            at = e
        self.m, self.v, self.buf = torch.zeros(n), torch.zeros(n), torch.empty(n)
        self.sparse = torch.optim.SparseAdam([self.word], lr=1)
        self.t = 0

    def lower(self, rounded=False):
        """This step's matrices in the model's low precision, cast once for all micro-batches; rounded to 7 bits a channel
        as the exported model will be, if asked: the gradient passes through."""
        self.leaves = []
        swapped = {}
        for layer in self.model.layers:
            for lin in (layer.qkv, layer.attn_out, layer.up, layer.down):
                weight = M.rounded(lin.weight.detach()) if rounded else lin.weight.detach()
                lin.low = tuple(p.to(self.model.dtype).requires_grad_() for p in (weight, lin.bias.detach()))
                swapped[id(lin.weight)], swapped[id(lin.bias)] = lin.low
        self.leaves = [swapped.get(id(p), p) for p in self.ps] + [self.word]

    def gather(self, gradients):
        for g in gradients:
            for p, x in zip(self.ps, g):
                if x is not None:
                    p.grad.add_(x)
        self.word.grad = sum((g[-1] for g in gradients[1:]), gradients[0][-1])

    def step(self, lr):
        self.t += 1
        norm = float(self.grad.norm())
        if norm > 1:
            self.grad.mul_(1 / norm)
        self.m.mul_(0.9).add_(self.grad, alpha=0.1)
        self.v.mul_(0.98).addcmul_(self.grad, self.grad, value=0.02)
        step = lr * math.sqrt(1 - 0.98 ** self.t) / (1 - 0.9 ** self.t)
        torch.sqrt(self.v, out=self.buf)
        self.buf.add_(1e-8)
        torch.div(self.m, self.buf, out=self.buf)
        self.buf.mul_(self.scale)
        self.flat.mul_(1 - lr * self.decay)
        self.flat.add_(self.buf, alpha=-step)
        self.grad.zero_()
        self.sparse.param_groups[0]["lr"] = lr
        self.sparse.step()
        self.word.grad = None
        return norm


class Chain(torch.autograd.Function):
    """Negative log likelihood of a window's labels under a linear chain: emissions [n, k], transitions [k, k], start [k].
    Forward and backward sums in numpy: torch's own small operations cost more than the sums."""

    @staticmethod
    def forward(ctx, emit, trans, start, labels):
        e = emit.detach().numpy().astype(np.float64)
        t = trans.detach().numpy().astype(np.float64)
        s = start.detach().numpy().astype(np.float64)
        y, n = labels, len(labels)
        top = e.max(1, keepdims=True)
        e, w = np.exp(e - top), np.exp(t)
        alpha, beta, scale = np.empty_like(e), np.empty_like(e), np.empty(n)
        now = np.exp(s) * e[0]
        for i in range(n):
            if i:
                now = (now @ w) * e[i]
            scale[i] = now.sum()
            now = alpha[i] = now / scale[i]
        now = beta[n - 1] = np.ones(e.shape[1])
        for i in range(n - 1, 0, -1):
            now = beta[i - 1] = (w @ (e[i] * now)) / scale[i]
        marginal = alpha * beta
        pairs = np.einsum("ia,ib->ab", alpha[:-1], e[1:] * beta[1:] / scale[1:, None]) * w if n > 1 else np.zeros_like(w)
        at = np.arange(n)
        gold = np.log(e[at, y]).sum() + s[y[0]] + t[y[:-1], y[1:]].sum()
        loss = np.log(scale).sum() - gold
        ge, gt, gs = marginal, pairs, marginal[0].copy()
        ge[at, y] -= 1
        np.add.at(gt, (y[:-1], y[1:]), -1)
        gs[y[0]] -= 1
        ctx.save_for_backward(*(torch.from_numpy(g.astype(np.float32)) for g in (ge, gt, gs)))
        return torch.tensor(loss, dtype=torch.float32)

    @staticmethod
    def backward(ctx, grad):
        return *(g * grad for g in ctx.saved_tensors), None


def gradients(m, opt, batch, counts, a, link_weight, seed):
    """One micro-batch's share of the step's loss, and its gradients; runs in a worker thread."""
    M.Dropout.at.rng = random.Random(seed)
    ids, case, lengths = tensors(batch)
    h = m.encode(ids, case, lengths)
    at_b, at_p, bio, ner, weight = [], [], [], [], []
    for i, w in enumerate(batch):
        n = w.b - w.a
        at_b += [i] * n
        at_p += w.heads
        bio += w.doc["bio"][w.a:w.b] if w.doc["bio"] else [-100] * n
        ner += w.doc["ner"][w.a:w.b] if w.doc["ner"] else [-100] * n
        weight += [0.25 if w.doc["set"] == "polnear" else 3.0] * n
    x = m.drop(h[torch.tensor(at_b), torch.tensor(at_p)], True)
    bio, ner, weight = torch.tensor(bio), torch.tensor(ner), torch.tensor(weight)
    emit, chain, at = m.bio(x), torch.zeros(()), 0
    for w in batch:
        n = w.b - w.a
        if w.doc["bio"]:
            chain = chain + Chain.apply(emit[at:at + n], m.transitions, m.start, np.array(w.doc["bio"][w.a:w.b]))
        at += n
    losses = [(a.chain * chain + (1 - a.chain) * F.cross_entropy(emit, bio, reduction="sum")) / max(1, counts[0]),
              (F.cross_entropy(m.ner(x), ner, reduction="none") * weight).sum() / max(1, counts[1])]
    link, at = torch.zeros(()), 0
    for w in batch:
        size = w.b - w.a
        found = list(links_of(w)) 
        if found:
            rows = torch.tensor([t for cue, _ in found for t in cue])
            ys = torch.tensor([y for cue, y in found for _ in cue])
            here, places = x[at:at + size], torch.tensor(w.heads)
            s = m.link(here[rows], here, places[rows], places)
            link = link + F.cross_entropy(s.reshape(-1, 3), ys.reshape(-1), link_weight, reduction="sum")
        at += size
    losses.append(link / max(1, counts[2]))
    loss = losses[0] + losses[1] + a.link * losses[2]
    return [float(v) for v in losses], torch.autograd.grad(loss, opt.leaves, allow_unused=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("docs")
    p.add_argument("--jar", required=True, help="folder with the encoder's unpacked jar")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=float, default=5)
    p.add_argument("--stop", type=int, default=99, help="stop after this many epochs of the schedule")
    p.add_argument("--lr", type=float, default=6e-5)
    p.add_argument("--pieces", type=int, default=3072)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--link", type=float, default=1.0)
    p.add_argument("--fp32", action="store_true")
    p.add_argument("--steps", type=int, default=0, help="stop early, to time it")
    p.add_argument("--init", help="go on from this checkpoint, with a schedule of its own")
    p.add_argument("--micro", type=int, default=800, help="pieces to a micro-batch; the threads share these out")
    p.add_argument("--minutes", type=float, default=0, help="bend the schedule to end by then at the latest")
    p.add_argument("--warm", type=float, default=1 / 15, help="share of the steps to warm up over")
    p.add_argument("--chain", type=float, default=0.7, help="the chain's share of the labels' loss; the rest is cross entropy")
    p.add_argument("--round", type=float, default=1.0, help="from this share of the schedule on, matrices are rounded as for int8")
    p.add_argument("--final", action="store_true", help="train on dev too (no figure is left to measure then)")
    a = p.parse_args()
    torch.set_num_threads(1)
    pool = concurrent.futures.ThreadPoolExecutor(a.threads, initializer=torch.set_num_threads, initargs=(1,))
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    os.makedirs(a.out, exist_ok=True)
    docs = [d for d in pickle.load(open(a.docs, "rb")) if d["part"] == "train" or a.final]
    prepare(docs)
    ids_of = {}
    for d in docs:
        for (s, e, w), q in zip(d["tokens"], d["pieces"]):
            if w in STRAIGHT or w in "\"'" or w == "that":
                ids_of[w] = q[0]
    m = M.Reader(a.drop, torch.float32 if a.fp32 else torch.bfloat16)
    m.load_state_dict(M.lift(a.jar).state_dict() | {k: v for k, v in m.state_dict().items()
                                                    if k.split(".")[0] in HEADS})
    if a.init:
        m.load_state_dict(torch.load(a.init))
    else:
        trans, first = training_statistics(docs)
        with torch.no_grad():
            m.transitions.copy_(torch.from_numpy(0.2 * trans)), m.start.copy_(torch.from_numpy(0.2 * first))
    opt = Adam(m)
    M.Dropout.pool = (torch.rand(1 << 23) >= a.drop).float() / (1 - a.drop)
    probe = batches(epoch_windows(docs, random.Random(0), ids_of), a.pieces, random.Random(0))
    total = int(len(probe) * a.epochs * (1.01 if a.epochs >= 1 else 1))
    log = open(f"{a.out}/train.log", "a")
    json.dump(vars(a), open(f"{a.out}/args.json", "w"))
    start, done, seen = time.time(), 0, 0
    sums = np.zeros(4)
    link_weight = torch.tensor([0.5, 1.0, 1.0])
    for epoch in range(1, math.ceil(a.epochs) + 1):
        m.train()
        for batch in batches(epoch_windows(docs, rng, ids_of), a.pieces, rng):
            warm = max(1, int(total * a.warm))
            share = max(done / total, (time.time() - start) / (60 * a.minutes) if a.minutes else 0)
            lr = a.lr * (done / warm if done < warm else max(0.0, (1 - share) / (1 - warm / total)))
            size = max(1, a.micro // width(batch[0]))
            micros = [batch[i:i + size] for i in range(0, len(batch), size)]
            counts = [sum(w.b - w.a for w in batch if w.doc["bio"]), sum(w.b - w.a for w in batch if w.doc["ner"]),
                      sum(len(cue) * (w.b - w.a) for w in batch for cue, _ in links_of(w))]
            opt.lower(share >= a.round)
            got = list(pool.map(lambda x: gradients(m, opt, x[1], counts, a, link_weight, a.seed * 10 ** 6 + done * 10 + x[0]),
                                enumerate(micros)))
            parts = [sum(g[0][i] for g in got) for i in range(3)]
            opt.gather([g[1] for g in got])
            norm = opt.step(lr)
            done += 1
            seen += sum(w.length for w in batch)
            sums += np.array(parts + [norm])
            if done % 20 == 0:
                line = (f"epoch {epoch} step {done}/{total} lr {lr:.2e} bio {sums[0] / 20:.4f} ner {sums[1] / 20:.4f} "
                        f"link {sums[2] / 20:.4f} norm {sums[3] / 20:.2f} {time.time() - start:.0f}s "
                        f"{seen / (time.time() - start):.0f} pieces/s")
                print(line, flush=True)
                print(line, file=log, flush=True)
                sums[:] = 0
            if a.steps and done >= a.steps:
                return
            if share >= 1:
                break
        torch.save(m.state_dict(), f"{a.out}/epoch{epoch}.pt")
        if epoch >= a.stop or share >= 1:
            return


if __name__ == "__main__":
    main()
