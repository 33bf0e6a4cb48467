"""Turns a marker's words into standoff annotation: standoff.py INDEX.json MARKS.json OUT.jsonl --set NAME [--marker X]

INDEX: [{"n", "document", "path", "start", "end", "sha256"}]: the excerpts, offsets in Unicode code points of the file.
MARKS: {"N": [statement, ...]} as GUIDE.md says, with the document's own words in place of offsets. Words are looked for in the
excerpt from the statement's place on ("at": words near which it stands, looked for from the statement before); "first … last"
stands for the stretch from one to the other. Names are looked for in the whole document.
OUT: a line an excerpt, offsets in UTF-16 code units of the document's text, end exclusive, and none of its words."""
import argparse
import hashlib
import json
import sys

ROLES = ("source", "cue", "content")


class Marks(Exception):
    pass


def find(text, words, start, end):
    """The first stretch at or after start, whitespace of any length alike: (start, end) or None."""
    import re
    pattern = lambda w: r"\s+".join(re.escape(x) for x in w.split())
    if " … " in words:
        a, b = words.split(" … ", 1)
        first = re.compile(pattern(a)).search(text, start, end)
        last = first and re.compile(pattern(b)).search(text, first.end(), end)
        return (first.start(), last.end()) if last else None
    m = re.compile(pattern(words)).search(text, start, end)
    return m and (m.start(), m.end())


def locate(text, statement, place, lo, hi):
    """Offsets for a statement: everything within 1,500 characters of its anchor, the nearest match to it."""
    at = statement.get("at")
    if at:
        got = find(text, at, place, hi) or find(text, at, lo, hi)
        if not got:
            raise Marks(f"at: no such words: {at!r}")
        anchor = got
    else:
        anchor = None
        for role in ("cue", "content", "source"):
            for w in statement.get(role) or []:
                anchor = anchor or find(text, w, place, hi)
        if not anchor:
            for role in ("cue", "content", "source"):
                for w in statement.get(role) or []:
                    anchor = anchor or find(text, w, lo, hi)
        if not anchor:
            raise Marks("nothing of it found")
    out = {}
    for role in ROLES:
        out[role] = []
        for w in statement.get(role) or []:
            best, p = None, max(lo, anchor[0] - 1500)
            while True:
                m = find(text, w, p, min(hi, anchor[1] + 2500))
                if not m:
                    break
                d = 0 if m[0] < anchor[1] and anchor[0] < m[1] else min(abs(m[0] - anchor[1]), abs(anchor[0] - m[1]))
                if best is None or d < best[0]:
                    best = (d, m)
                p = m[0] + 1
            if not best:
                raise Marks(f"{role}: no such words: {w!r}")
            out[role].append(best[1])
        out[role].sort()
    return out, anchor[0]


def utf16(text):
    """Offset of each code point in UTF-16 code units."""
    at, out = 0, []
    for c in text:
        out.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    out.append(at)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("index")
    p.add_argument("marks")
    p.add_argument("out")
    p.add_argument("--set", required=True)
    a = p.parse_args()
    marks, faults, lines, count = json.load(open(a.marks)), [], [], 0
    for entry in json.load(open(a.index)):
        text = open(entry["path"], encoding="utf-8", newline="").read().lstrip("\ufeff")
        assert hashlib.sha256(text.encode()).hexdigest() == entry["sha256"], entry["document"]
        u = utf16(text)
        span = lambda s: [u[s[0]], u[s[1]]]
        place, got = entry["start"], []
        if str(entry["n"]) not in marks:
            continue
        for s in marks[str(entry["n"])]:
            where = f"{a.marks}: excerpt {entry['n']}, statement {s.get('id')}"
            try:
                spans, place = locate(text, s, place, entry["start"], entry["end"])
                chain = []
                for link in s["chain"]:
                    key = next(k for k in ("name", "unnamed", "unknown") if k in link)
                    if key == "unknown":
                        chain.append({"kind": "unknown"})
                        continue
                    near = find(text, link[key], max(0, place - 400), len(text)) or find(text, link[key], 0, len(text))
                    if not near:
                        raise Marks(f"chain: no such words: {link[key]!r}")
                    chain.append({"kind": key, "at": span(near)})
                if s["stance"] not in ("asserts", "denies", "doubts", "declines", "silent", "asks"):
                    raise Marks(f"stance {s['stance']!r}")
                likelihood = []
                for w in s.get("likelihood") or []:
                    m = find(text, w, max(entry["start"], place - 1500), entry["end"])
                    if not m:
                        raise Marks(f"likelihood: no such words: {w!r}")
                    likelihood.append(span(m))
                got.append({"id": s["id"], **{r: [span(x) for x in spans[r]] for r in ROLES}, "within": s.get("within"),
                            "turn": bool(s.get("turn")), "chain": chain, "stance": s["stance"],
                            "backing": sorted(s.get("backing") or []), "likelihood": likelihood,
                            "sure": s.get("sure", True)})
            except Marks as e:
                faults.append(f"{where}: {e}")
        count += len(got)
        lines.append({"set": a.set, "document": entry["document"], "sha256": entry["sha256"],
                      "region": [u[entry["start"]], u[entry["end"]]], "statements": got})
    for f in faults:
        print(f, file=sys.stderr)
    with open(a.out, "w") as out:
        for line in lines:
            out.write(json.dumps(line, separators=(",", ":")) + "\n")
    print(count, "statements in", len(lines), "excerpts;", len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
