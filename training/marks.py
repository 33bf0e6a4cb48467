"""Marks of who says what in documents of the cases and within PolNeAR's quotations (marks/*.jsonl), as documents for prep.py.

A line an excerpt: document (its place in an archive of shared/data), sha256 of its text, region, speaker (whether whoever
speaks, writes or is quoted is heard in it, or an author who reports), sentences as the program parts them, attributions [{source, cue, content:
[[start, end], ...]}]; offsets in UTF-16 code units, ends exclusive, none of the words. In a region every attribution is marked, nested ones
too, but for quotations of articles (alone): there only what stands within the sentences given."""
import glob
import hashlib
import json
import tarfile

ROLES = ("source", "cue", "content")
ARCHIVES = {"horizon-hearings": "cases/horizon-hearings.tar.gz", "state-emails": "cases/state-emails.tar.gz",
            "jfk-texts": "cases/jfk-texts.tar.gz", "polnear": "attribution/polnear-train-text.tar.gz"}


def texts(data, wanted, more):
    """{sha256: text} of the wanted files, from the archives and from the folder `more`."""
    found = {}

    def take(raw):
        try:
            text = raw.decode("utf-8").lstrip("\ufeff")
        except UnicodeDecodeError:
            return
        digest = hashlib.sha256(text.encode()).hexdigest()
        if digest in wanted:
            found[digest] = text

    names = {line["document"].rsplit("/", 1)[-1] for line in wanted.values()}
    for archive in sorted(set(ARCHIVES.values())):
        with tarfile.open(f"{data}/{archive}") as tar:
            for m in tar:
                if m.isfile() and m.name.rsplit("/", 1)[-1] in names:
                    take(tar.extractfile(m).read())
    for path in glob.glob(f"{more}/*.txt") if more else ():
        take(open(path, "rb").read())
    return found


def documents(folder, data, wp, document, to_basic, report, more=None):
    lines = [json.loads(l) for f in sorted(glob.glob(f"{folder}/*.jsonl")) for l in open(f)]
    found = texts(data, {l["sha256"]: l for l in lines}, more)
    for l in lines:
        text = found.get(l["sha256"])
        if text is None:
            report[f"no text for {l['document']}"] += 1
            continue
        wide = text.encode("utf-16-le")
        lo, hi = l["region"]
        at = lambda i: len(wide[2 * lo:2 * i].decode("utf-16-le"))
        part = "dev" if l["set"] != "quoted" and int(l["sha256"][:2], 16) < 32 else "train"
        doc = document(f"{l['set']} {l['document']} {lo}", "marks", part, wide[2 * lo:2 * hi].decode("utf-16-le"), wp)
        doc["speaker"], doc["alone"] = l["speaker"], l["set"] == "quoted"
        read = [to_basic(doc, at(a), at(b)) for a, b in l["sentences"]]
        for key in ("tokens", "pieces", "case", "sent"):  # what stands between the sentences is not read
            doc[key] = [x for a, b in read for x in doc[key][a:b]]
        doc.pop("_starts"), doc.pop("_ends")
        doc["sentences"] = [(a, b) for a, b in (to_basic(doc, at(a), at(b)) for a, b in l["sentences"]) if b > a]
        for marked in l["attributions"]:
            spans = {r: [list(to_basic(doc, at(a), at(b))) for a, b in marked[r]] for r in ROLES}
            spans = {r: [s for s in spans[r] if s[1] > s[0]] for r in ROLES}
            report["attribution" if spans["cue"] else "cue not read"] += 1
            if spans["cue"]:
                doc["attributions"].append(spans)
        doc.pop("_starts", None), doc.pop("_ends", None)
        yield doc
