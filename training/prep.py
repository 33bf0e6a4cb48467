"""Reads PolNeAR and GUM into one pickle of documents as basic tokens: prep.py [--data ../shared/data] --jar DIR OUT.

A document: id, set (polnear|gum), part, text, tokens [(start, end, word)], pieces (a list per token), case (per token),
sent (per token), attributions [{source, cue, content: [[first, past], ...]} in basic tokens], ner (label per token or
None) and, for PolNeAR, gold = the annotation as published (its own tokens), for measuring."""
import argparse
import bisect
import collections
import gzip
import io
import json
import pickle
import tarfile

import marks
from text import WordPiece, basic_tokens, case_of, sentences, vocabulary

ROLES = ("source", "cue", "content")
NER = ["O", "B-PERSON", "I-PERSON", "B-ORGANIZATION", "I-ORGANIZATION", "B-PLACE", "I-PLACE"]
KIND = {"PERSON": 1, "ORGANIZATION": 3, "LOCATION": 5, "PLACE": 5}
WITHIN_A_NAME = {"flat", "compound", "nmod", "case", "amod", "conj", "cc", "punct", "det", "goeswith", "nummod"}
TITLES = set("mr mrs ms dr prof president vice senator sen rep representative gov governor secretary judge justice "
             "chairman chairwoman speaker general gen lt col sgt capt king queen prince pope mayor madam sir miss professor prof justice lord lady reverend "
             "rev minister ambassador whip director chief".split())


def document(id, set_, part, text, wp):
    tokens = basic_tokens(text)
    return {"id": id, "set": set_, "part": part, "text": text, "tokens": tokens,
            "pieces": [wp.pieces(w) for _, _, w in tokens], "case": [case_of(w) for _, _, w in tokens],
            "sent": sentences(text, tokens), "attributions": [], "ner": None}


def to_basic(doc, a, b):
    """Basic tokens that overlap characters a..b: [first, past)."""
    starts = doc.setdefault("_starts", [t[0] for t in doc["tokens"]])
    ends = doc.setdefault("_ends", [t[1] for t in doc["tokens"]])
    return bisect.bisect_right(ends, a), bisect.bisect_left(starts, b)


def polnear(data, part, wp, report):
    texts = {}
    with tarfile.open(f"{data}/attribution/polnear-{part}-text.tar.gz") as tar:
        for m in tar:
            if m.isfile():
                texts[m.name.split("/")[-1][:-4]] = tar.extractfile(m).read().decode("utf-8")
    first = {}
    for line in gzip.open(f"{data}/attribution/polnear-{part}.jsonl.gz", "rt", encoding="utf-8"):
        o = json.loads(line)
        if o["doc"] not in first or o["id"] < first[o["doc"]]["id"]:
            first[o["doc"]] = o
    for name in sorted(first):
        o, doc = first[name], document(name, "polnear", part, texts[name], wp)
        for a in o["attributions"]:
            spans = {}
            for r in ROLES:
                spans[r] = []
                for i, j in a[r]:
                    lo, hi = o["start"][i], o["end"][j - 1]
                    f, p = to_basic(doc, lo, hi)
                    if p <= f:
                        report["empty span"] += 1
                        continue
                    exact = doc["tokens"][f][0] == lo and doc["tokens"][p - 1][1] == hi
                    report["span exact" if exact else "span not on token edges"] += 1
                    spans[r].append([f, p])
            doc["attributions"].append(spans)
        ner, last = [0] * len(doc["tokens"]), None
        for i, kind in enumerate(o["ner"]):
            if kind in KIND:
                f, p = to_basic(doc, o["start"][i], o["end"][i])
                for t in range(f, p):
                    ner[t] = KIND[kind] + (kind == last)
                    last = kind
            last = kind
        for t in range(len(ner) - 1, 0, -1):  # GUM's names keep their titles, CoreNLP's do not: follow GUM
            u = t - 1
            if ner[t] == 1 and doc["tokens"][u][2] == "." and u > 0:
                u -= 1
            if ner[t] == 1 and ner[u] == 0 and doc["case"][u] == 1 and doc["tokens"][u][2].lower() in TITLES:
                ner[u] = 1
                for v in range(u + 1, t + 1):
                    ner[v] = 2
        doc["ner"] = ner
        doc["gold"] = {k: o[k] for k in ("id", "start", "end", "tokens", "attributions")}
        doc.pop("_starts", None), doc.pop("_ends", None)
        yield doc


def gum(data, part, wp, report):
    with tarfile.open(f"{data}/attribution/gum-{part}.tar.gz") as tar:
        files = sorted((m.name, tar.extractfile(m).read().decode("utf-8")) for m in tar if m.isfile())
    for name, raw in files:
        text, words, opened, ents, par = io.StringIO(), [], collections.defaultdict(list), [], False
        size = 0
        sent, edus = [], []
        for line in raw.split("\n"):
            if line.startswith("# newpar"):
                par = True
            if not line or line[0] == "#":
                if not line:
                    sent = []
                continue
            f = line.split("\t")
            if not f[0].isdigit():
                continue  # multi-word token ranges and empty nodes: the words below carry the text
            misc = dict(x.split("=", 1) for x in f[9].split("|") if "=" in x)
            if f[0] == "1" and words:
                gap = "\n\n" if par else " "
                if not par and not words[-1]["space"]:
                    gap = ""
                text.write(gap)
                size += len(gap)
                par = False
            elif f[0] == "1":
                par = False
            elif words and words[-1]["space"]:
                text.write(" ")
                size += 1
            n = len(words)
            if f[0] == "1":
                base = n
            words.append({"a": size, "b": size + len(f[1]), "xpos": f[4], "form": f[1],
                          "head": base + int(f[6]) - 1 if f[6] != "0" else -1, "rel": f[7],
                          "space": misc.get("SpaceAfter") != "No", "first": base})
            text.write(f[1])
            size += len(f[1])
            if "Discourse" in misc:
                edus.append({"a": n, **discourse(misc["Discourse"])})
            e = misc.get("Entity", "")
            i = 0
            while i < len(e):
                if e[i] == "(":
                    j = i + 1
                    while j < len(e) and e[j] not in "()":
                        j += 1
                    p = e[i + 1:j].split("-")
                    key = p[0]
                    if len(p) > 1:
                        ent = {"type": p[1], "a": n, "min": p[5] if len(p) > 5 else "1", "named": len(p) > 7}
                        ents.append(ent)
                        if j < len(e) and e[j] == ")":
                            ent["b"] = n + 1
                            j += 1
                        else:
                            opened[key].append(ent)
                    i = j
                else:
                    j = i
                    while e[j] not in ")(":
                        j += 1
                    key = e[i:j]
                    if opened[key]:
                        opened[key].pop()["b"] = n + 1
                    i = j + 1
        doc = document(name.split("/")[-1][:-7], "gum", part, text.getvalue(), wp)
        ner, spans = [0] * len(doc["tokens"]), []
        for ent in ents:
            type_ = {"person": 1, "organization": 3, "place": 5}.get(ent["type"])
            if not type_ or "b" not in ent:
                continue
            least = [ent["a"] + int(m) - 1 for m in ent["min"].split(",") if m.isdigit()]
            least = [t for t in least if t < ent["b"]] or [ent["a"]]
            head = next((t for t in least if words[t]["head"] not in least), least[0])
            proper = lambda t: words[t]["xpos"] in ("NNP", "NNPS")
            if not proper(head) or type_ == 1 and words[head]["xpos"] == "NNPS":
                continue
            proper = lambda t: words[t]["xpos"] in ("NNP", "NNPS") or \
                words[t]["form"][0].isupper() and words[t]["rel"] == "amod" and t > words[t]["first"]
            within = WITHIN_A_NAME - ({"conj", "cc"} if type_ == 1 else set())
            lo, hi = head, head + 1

            def under(t):
                steps = 0
                while t != -1 and steps < 8:
                    if t == head:
                        return True
                    if words[t]["rel"].split(":")[0] not in within:
                        return False
                    t = words[t]["head"]
                    steps += 1
                return False

            link = lambda t: words[t]["form"].lower() in ("of", "the", "and", "for", "&", "-", ".", "de", "van", "von",
                                                          "la", "del", "'s", "’s", "’", "'")
            while lo > ent["a"]:
                t = lo - 1
                while t > ent["a"] and link(t) and under(t):
                    t -= 1
                if proper(t) and under(t):
                    lo = t
                else:
                    break
            while hi < ent["b"]:
                t = hi
                while t < ent["b"] - 1 and link(t):
                    t += 1
                if proper(t) and under(t) and (t == hi or words[hi]["form"].lower() != "'s"):
                    hi = t + 1
                elif t == hi and words[t]["xpos"] == "CD" and words[t]["head"] == head:
                    hi = t + 1
                else:
                    break
            if hi < ent["b"] and words[hi]["form"] == "." and not words[hi - 1]["space"] and hi + 1 < len(words) \
                    and len(words[hi - 1]["form"]) <= 2:
                hi += 1
            bare = [words[t]["form"].lower().rstrip(".") in TITLES for t in range(lo, hi)]
            if not (type_ == 1 and (all(bare) or bare[0] and words[lo + 1]["form"] == "of")):  # an office, not a name
                spans.append((lo, hi, type_))
        for lo, hi, type_ in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0], s[2])):
            f, p = to_basic(doc, words[lo]["a"], words[hi - 1]["b"])
            if all(x == 0 for x in ner[f:p]):
                ner[f:p] = [type_] + [type_ + 1] * (p - f - 1)
                report["gum name"] += 1
        doc["ner"] = ner
        for spans in attributions(edus, words):
            doc["attributions"].append({r: [list(to_basic(doc, words[a]["a"], words[b - 1]["b"])) for a, b in spans[r]]
                                        for r in ROLES})
            report["attribution"] += 1
        doc.pop("_starts", None), doc.pop("_ends", None)
        yield doc


def discourse(value):
    """One unit's primary relation: {"rel", "id", "head", "order", "signals"}."""
    rel, ids, order, *signals = value.split(";")[0].split(":", 3)
    id_, _, head = ids.partition("->")
    return {"rel": rel, "id": int(id_), "head": int(head) if head else None,
            "order": int(order) if order.isdigit() else 0, "signals": signals[0] if signals else ""}


def attributions(edus, words):
    """GUM's attributions as source, cue and content in words: source and cue as signalled, the content what hangs on the
    unit attributed, in that sentence, from before the attribution is attached."""
    past = [e["a"] for e in edus[1:]] + [len(words)]
    by_id = {e["id"]: i for i, e in enumerate(edus)}
    children = collections.defaultdict(list)
    for i, e in enumerate(edus):
        if e["head"] in by_id:
            children[by_id[e["head"]]].append(i)
    for i, e in enumerate(edus):
        if not e["rel"].startswith("attribution") or e["head"] not in by_id:
            continue
        sources, cue = [], []
        for signal in e["signals"].split("+"):
            kind, _, places = signal.partition("-")[2].partition("-")
            groups = [[int(t) - 1 for t in p.split("-") if t.isdigit()] for p in places.split(",")]
            groups = [[min(g), max(g) + 1] for g in groups if g and max(g) < len(words)]
            if groups and kind == "atsrc":
                sources = groups
            elif groups and kind in ("indwd", "indph") and not cue:
                cue = groups[-1]
        if not cue:
            continue
        after = words[cue[1]]["form"].lower() if cue[1] < len(words) else ""
        if (words[cue[1] - 1]["form"].lower(), after) in (("make", "sure"), ("was", "like"), ("'s", "like"), ("’s", "like"),
                                                          ("is", "like"), ("are", "like"), ("'m", "like"), ("’m", "like")):
            cue[1] += 1
        apart = [g for g in sources if g[1] <= cue[0] or cue[1] <= g[0]]
        source = min(apart, key=lambda g: abs(g[1] - cue[0]), default=[])
        for c in (source, cue):  # GUM signals heads: auxiliaries, particles and determiners go along
            while c and c[0] > e["a"] and words[c[0] - 1]["head"] in range(*c) and \
                    words[c[0] - 1]["rel"].split(":")[0] in ("aux", "advmod", "det", "compound", "amod", "flat", "nummod", "nmod"):
                c[0] -= 1
        top = by_id[e["head"]]
        units, todo = set(), [(top, e["order"])]
        while todo:
            u, limit = todo.pop()
            units.add(u)
            todo += [(k, 99) for k in children[u] if k != i and k not in units and
                     (u != top or edus[k]["order"] < limit or edus[k]["order"] == limit and abs(k - u) < abs(i - u))]
        first = words[edus[top]["a"]]["first"]
        taken = set(range(*source)) | set(range(*cue)) if source else set(range(*cue))
        inside = sorted(t for u in units for t in range(edus[u]["a"], past[u])
                        if words[t]["first"] == first and t not in taken)
        runs = []
        for t in inside:
            if runs and runs[-1][1] == t:
                runs[-1][1] = t + 1
            else:
                runs.append([t, t + 1])
        content = []
        for a, b in runs:
            while b > a and words[b - 1]["form"] in (".", ",", "?", "!", ";", ":", "-", "--", "—"):
                b -= 1
            while a < b and words[a]["form"] in (",", ";", ":", "-", "--", "—"):
                a += 1
            if b > a:
                content.append((a, b))
        if content:
            yield {"source": [tuple(source)] if source else [], "cue": [tuple(cue)], "content": content}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--jar", required=True, help="folder with the unpacked jar of the encoder")
    p.add_argument("--marks", default="marks")
    p.add_argument("--texts", help="folder with texts of marked documents that are no text files themselves")
    a = p.parse_args()
    wp, docs = WordPiece(vocabulary(a.jar)), []
    for part in ("train", "dev"):
        for read in (polnear, gum):
            report = collections.Counter()
            got = list(read(a.data, part, wp, report))
            docs += got
            print(part, read.__name__, len(got), "documents", sum(len(d["tokens"]) for d in got), "tokens",
                  sum(len(x) for d in got for x in d["pieces"]), "pieces", dict(report))
    report = collections.Counter()
    got = list(marks.documents(a.marks, a.data, wp, document, to_basic, report, a.texts))
    print("marks", len(got), "excerpts", sum(len(x) for d in got for x in d["pieces"]), "pieces", dict(report))
    pickle.dump(docs + got, open(a.out, "wb"))


if __name__ == "__main__":
    main()
