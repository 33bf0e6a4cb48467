"""Writes language/model/parity.json from parity_sentences.txt: parity.py MODEL_DIR --ort JAR --java JAVA.
The sentences are invented. Labels come from the exported model run in the JVM, each sentence one window."""
import argparse
import json
import re

import numpy as np

import decode as D
from jvm import run
from text import CLS, SEP, WordPiece, basic_tokens, case_of


def main():
    p = argparse.ArgumentParser()
    p.add_argument("model")
    p.add_argument("--ort", required=True)
    p.add_argument("--java", default="java")
    a = p.parse_args()
    wp = WordPiece.of_vocab_txt(f"{a.model}/vocab.txt")
    meta = json.load(open(f"{a.model}/model.json"))
    trans, start = np.array(meta["decode"]["transitions"]), np.array(meta["decode"]["start"])
    here = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."
    texts = [re.sub(r"\\(u[0-9a-f]{4}|t)", lambda m: "\t" if m[1] == "t" else chr(int(m[1][1:], 16)), l)
             for l in open(f"{here}/parity_sentences.txt", encoding="utf-8").read().split("\n") if l]
    rows, windows = [], []
    for text in texts:
        utf16 = [0]
        for c in text:
            utf16.append(utf16[-1] + (2 if ord(c) > 0xFFFF else 1))
        tokens = basic_tokens(text)
        ids, case, heads = [CLS], [4], []
        for s, e, w in tokens:
            heads.append(len(ids))
            ids += wp.pieces(w)
            case += [case_of(w)] * (len(ids) - len(case))
        ids.append(SEP)
        case.append(4)
        windows.append((ids, case))
        rows.append({"text": text, "tokens": [[utf16[s], utf16[e]] for s, e, _ in tokens], "first_piece": heads,
                     "input_ids": ids, "case_ids": case})
    got, at = run(a.java, a.ort, f"{a.model}/reader.onnx", windows), 0
    for row in rows:
        P, h = len(row["input_ids"]), row["first_piece"]
        bio, ner = got[at:at + 7 * P].reshape(P, 7)[h], got[at + 7 * P:at + 14 * P].reshape(P, 7)[h]
        link = got[at + 14 * P:at + 14 * P + 3 * P * P].reshape(P, P, 3)[np.ix_(h, h)]
        at += 14 * P + 3 * P * P
        top = np.sort(np.concatenate([bio, ner]), -1)
        row["bio"], row["ner"] = bio.argmax(-1).tolist(), ner.argmax(-1).tolist()
        row["least_margin"] = round(float((top[:, -1] - top[:, -2]).min()), 3)
        w = {"a": 0, "b": len(h), "bio": bio, "link": link}
        d = meta["decode"]
        spans, atts = D.decode([w], trans, start, d["lambda"], **{k: d[k] for k in D.TUNED})
        row["spans"] = [[s[0], s[1], D.ROLES[s[2]].upper()] for s in spans]
        row["attributions"] = [{k: [spans[i][:2] for i in t[k]] for k in ("source", "cue", "content")} for t in atts]
    with open(f"{a.model}/parity.json", "w", encoding="utf-8") as f:
        f.write('{"about": "Invented sentences, each one window. tokens: UTF-16 start and end of each basic token; bio, '
                'ner: argmax label per basic token; least_margin: smallest gap between the two best logits; spans, '
                'attributions: after decoding, in basic tokens, end exclusive.",\n"sentences": [\n'
                + ",\n".join(json.dumps(r, ensure_ascii=True) for r in rows) + "\n]}\n")
    print(len(rows), "sentences; least margins", sorted(r["least_margin"] for r in rows)[:8])


if __name__ == "__main__":
    main()
