"""Logits from the exported model run in the JVM, one window a batch:
jvm.py DOCS.pkl MODEL.onnx OUT.pkl --ort onnxruntime-1.28.0.jar --java JAVA. Same output as predict.py.
With --jar DIR instead: checks the lifted encoder against the jar's ONNX on a few windows."""
import argparse
import pickle
import subprocess
import tempfile

import numpy as np
import torch

import model as M
import train as T
from text import UNK, shipped, vocabulary


def run(java, ort, model, windows, *more, threads=2):
    with tempfile.TemporaryDirectory() as tmp:
        with open(f"{tmp}/in", "w") as f:
            for ids, case in windows:
                f.write(" ".join(map(str, ids)) + "\t" + " ".join(map(str, case)) + "\n")
        subprocess.run([java, "--enable-native-access=ALL-UNNAMED", f"-Dthreads={threads}", "-cp", ort,
                        __file__.rsplit("/", 1)[0] + "/Run.java" if "/" in __file__ else "Run.java", model,
                        f"{tmp}/in", f"{tmp}/out", *more], check=True)
        return np.fromfile(f"{tmp}/out", "<f4")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("docs")
    p.add_argument("model")
    p.add_argument("out")
    p.add_argument("--ort", required=True)
    p.add_argument("--java", default="java")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--part", default="dev")
    p.add_argument("--encoder", help="folder with the encoder's unpacked jar, for its word pieces")
    p.add_argument("--jar")
    p.add_argument("--window", type=int, default=128, help="pieces in a window; training's are longer")
    p.add_argument("--overlap", type=int, default=0)
    a = p.parse_args()
    docs = [d for d in pickle.load(open(a.docs, "rb")) if d["part"] == a.part]
    T.prepare(docs)
    ws = [T.Window(d, x, y) for d in docs for x, y in T.pack_overlapping(d, a.window, a.overlap)]
    if a.jar:
        ws = ws[:20]
        got = run(a.java, a.ort, a.model, [(w.ids, w.case) for w in ws], "encoder", threads=a.threads)
        m, at, worst = M.lift(a.jar, M.JAR_LAYERS).eval(), 0, 0.0
        with torch.no_grad():
            for w in ws:
                x = m.encode(torch.tensor([w.ids]), torch.tensor([w.case]), read=(M.JAR_LAYERS,))
                n = x.numel()
                worst = max(worst, float(np.abs(x.numpy().ravel() - got[at:at + n]).max()))
                at += n
        assert at == len(got)
        print("lifted against the jar's ONNX,", len(ws), "windows: maximum difference", worst)
        return
    ids = {old: new for new, old in enumerate(shipped(vocabulary(a.encoder)))}
    got, at = run(a.java, a.ort, a.model, [([ids.get(i, UNK) for i in w.ids], w.case) for w in ws], threads=a.threads), 0
    out = {d["id"]: [] for d in docs}
    for w in ws:
        P, h = w.length, np.array(w.heads)
        bio, ner = got[at:at + 7 * P].reshape(P, 7), got[at + 7 * P:at + 14 * P].reshape(P, 7)
        link = got[at + 14 * P:at + 14 * P + 3 * P * P].reshape(P, P, 3)
        at += 14 * P + 3 * P * P
        out[w.doc["id"]].append({"a": w.a, "b": w.b, "bio": bio[h], "ner": ner[h], "link": link[np.ix_(h, h)]})
    assert at == len(got)
    pickle.dump(out, open(a.out, "wb"))


if __name__ == "__main__":
    main()
