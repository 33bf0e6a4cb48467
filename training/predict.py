"""Logits over dev, window by window as at inference (batch of one is the same: padding is masked):
predict.py DOCS.pkl CHECKPOINT[,CHECKPOINT...] OUT.pkl. Several checkpoints: their weights are averaged."""
import argparse
import pickle

import torch

import model as M
import train as T


def load(paths):
    states = [torch.load(p) for p in paths.split(",")]
    m = M.Reader(0.0)
    m.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
    return m.eval()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("docs")
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--part", default="dev")
    p.add_argument("--bf16", action="store_true")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--window", type=int, default=128, help="pieces in a window; training's are longer")
    p.add_argument("--overlap", type=int, default=0)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    m = load(a.checkpoint)
    if a.bf16:
        m.dtype = torch.bfloat16
    docs = [d for d in pickle.load(open(a.docs, "rb")) if d["part"] == a.part]
    T.prepare(docs)
    windows = [T.Window(d, x, y) for d in docs for x, y in T.pack_overlapping(d, a.window, a.overlap)]
    order = sorted(windows, key=T.width)
    out = {d["id"]: [] for d in docs}
    with torch.no_grad():
        at = 0
        while at < len(order):
            batch = [w for w in order[at:at + 12] if T.width(w) == T.width(order[at])]
            at += len(batch)
            h = m.encode(*T.tensors(batch))
            for i, w in enumerate(batch):
                places = torch.tensor(w.heads)
                x = h[i, places]
                out[w.doc["id"]].append({"a": w.a, "b": w.b, "bio": m.bio(x).numpy(), "ner": m.ner(x).numpy(),
                                         "link": m.link(x, x, places, places).numpy()})
    for v in out.values():
        v.sort(key=lambda w: w["a"])
    pickle.dump(out, open(a.out, "wb"))


if __name__ == "__main__":
    main()
