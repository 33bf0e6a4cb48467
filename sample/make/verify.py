#!/usr/bin/python3
"""Checks the answer key against the sample's documents, without Whence.

Every quote must occur in its document, whitespace and mail's quote marks (>) folded; every id that the key refers to must
exist; statements within statements must be as the key says; every file must be in the key. Needs pdftotext, pdftoppm
(poppler-utils) and tesseract. Exit status 1 and a line for each fault.
"""

import email
import email.policy
import html.parser
import io
import json
import mailbox
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

SAMPLE = pathlib.Path(__file__).resolve().parent.parent
DOCUMENTS = SAMPLE / "documents"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Text(html.parser.HTMLParser):
    """An HTML page's text, less script and style; the furniture stays in."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        if tag in ("p", "li", "h1", "h2", "h3", "div", "title"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def pdf_text(data):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "in.pdf"
        file.write_bytes(data)
        done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True)
        if done.returncode:
            return None
        if done.stdout.strip():
            return done.stdout.decode("utf-8")
        subprocess.run(["pdftoppm", "-r", "200", "-gray", str(file), folder + "/page"], check=True)
        images = sorted(pathlib.Path(folder).glob("page*.pgm"))
        return "\n".join(
            subprocess.run(["tesseract", str(image), "-"], capture_output=True, check=True).stdout.decode("utf-8")
            for image in images)


def texts(path, data):
    """(path, text) of a file and of what it holds; text is None where it cannot be read."""
    name = path.lower()
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from texts(path + "!/" + inner, archive.read(inner))
    elif name.endswith(".mbox"):
        for number, message in enumerate(mailbox.mbox(DOCUMENTS / path), 1):
            yield from texts("%s!/%04d.eml" % (path, number), message.as_bytes())
    elif name.endswith(".eml"):
        message = email.message_from_bytes(data, policy=email.policy.default)
        yield path, message.get_body(("plain",)).get_content()
        for part in message.iter_attachments():
            yield from texts(path + "!/" + part.get_filename(), part.get_content())
    elif name.endswith(".pdf"):
        yield path, pdf_text(data)
    elif name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = ""
            for inner in ("word/header1.xml", "word/document.xml"):
                for paragraph in ElementTree.fromstring(archive.read(inner)).iter(WORD + "p"):
                    text += "".join(run.text or "" for run in paragraph.iter(WORD + "t")) + "\n"
        yield path, text
    elif name.endswith(".html"):
        reader = Text()
        reader.feed(data.decode("utf-8"))
        yield path, "".join(reader.parts)
    else:
        yield path, data.decode("utf-8")


def fold(text):
    text = re.sub(r"(?m)^[> ]+", "", text)
    return re.sub(r"\s+", " ", text)


def main():
    faults = []
    key = json.loads((SAMPLE / "answers.json").read_text("utf-8"))
    found = {}
    for file in sorted(DOCUMENTS.rglob("*")):
        if file.is_file():
            path = file.relative_to(DOCUMENTS).as_posix()
            found.update((name, text) for name, text in texts(path, file.read_bytes()))
    folded = {name: fold(text) for name, text in found.items() if text is not None}

    def check(path, quote, where):
        if path not in folded:
            faults.append("%s: no text of %s" % (where, path))
        elif fold(quote) not in folded[path]:
            faults.append("%s: not in %s: %s" % (where, path, quote))

    known = {}
    for document in key["documents"]:
        for path in [document["document"], *document["alsoAt"]]:
            known[path] = document
    for path in found:
        if path not in known:
            faults.append("documents: not in the key: " + path)
        elif found[path] is None and known[path]["status"] != "not read":
            faults.append("documents: cannot be read: " + path)
    for path in known:
        if path not in found:
            faults.append("documents: no such file: " + path)
    for document in key["documents"]:
        for also in document["alsoAt"]:
            if found.get(also) != found.get(document["document"]):
                faults.append("documents: not the same: " + also)

    statements = {}
    for statement in key["statements"]:
        if statement["id"] in statements:
            faults.append("statements: twice: " + statement["id"])
        statements[statement["id"]] = statement
        check(statement["document"], statement["quote"], "statement " + statement["id"])
        for estimate in statement["likelihood"]:
            check(statement["document"], estimate["words"], "likelihood of " + statement["id"])
    for statement in key["statements"]:
        within = statement["within"]
        if within is not None and (within not in statements or not statement["nested"]):
            faults.append("statement %s: within %s" % (statement["id"], within))
        if within in statements and statements[within]["document"] != statement["document"]:
            faults.append("statement %s: within another document's" % statement["id"])

    claims = {claim["name"]: claim for claim in key["claims"]}

    def refer(ids, table, where):
        for one in ids:
            if one not in table:
                faults.append("%s: no such id: %s" % (where, one))

    for claim in key["claims"]:
        where = "claim " + claim["name"]
        refer(claim["statements"], statements, where)
        refer(claim["deniedBy"], claim["statements"], where)
        refer(claim["contradicts"], claims, where)
        for other in claim["contradicts"]:
            if other in claims and claim["name"] not in claims[other]["contradicts"]:
                faults.append("%s: one-sided contradiction: %s" % (where, other))
        for record in claim["records"]:
            check(record["document"], record["quote"], where)
        if not 0 < claim["origins"]["atLeast"] <= claim["origins"]["atMost"]:
            faults.append(where + ": origins")
    questions = {question["id"]: question for question in key["questions"]}
    tellings = {telling["id"]: telling for telling in key["tellings"]}
    for question in key["questions"]:
        refer(question["for"] + question["against"], claims, "question " + question["id"])
    for telling in key["tellings"]:
        refer([telling["claim"]], claims, "telling " + telling["id"])
        refer(telling["statements"], statements, "telling " + telling["id"])
    for answer in key["knew"]:
        refer([answer["claim"]], claims, "knew")
        refer(answer["tellings"], tellings, "knew")
        refer(answer["against"], statements, "knew")
    for gap in key["gaps"]:
        refer(gap["evidence"], statements, "gap " + gap["id"])
        if gap["question"]:
            refer([gap["question"]], questions, "gap " + gap["id"])
        for quote in gap["quotes"]:
            check(quote["document"], quote["quote"], "gap " + gap["id"])
    for rival in key["rivals"]:
        refer(rival["claims"], claims, "rival " + rival["id"])
        refer(rival["consistent"] + rival["inconsistent"], statements, "rival " + rival["id"])
    for name in ("contradictions",):
        for entry in key[name]:
            refer(entry["statements"], statements, name)
    for entry in key["strengthened"]:
        refer([entry["from"], entry["to"]], statements, "strengthened")
        for word in entry["gained"]:
            check(statements[entry["to"]]["document"], word, "strengthened")
    for entry in key["forecasts"]:
        refer([entry["statement"]], statements, "forecasts")
    planted = {entry["statement"] for entry in key["forecasts"]} | {"c12", "m03"}
    for statement in key["statements"]:
        if statement["forecast"] != (statement["id"] in planted):
            faults.append("statement %s: forecast here and not there" % statement["id"])
    for entry in key["replies"]:
        refer([entry["statement"]], statements, "replies")
    for entry in key["handling"]:
        check(entry["document"], entry.get("quote", entry["mark"]), "handling")
    for entry in key["redactions"] + key["scales"]:
        check(entry["document"], entry["quote"], "redactions and scales")
    for entry in key["reuse"]:
        refer([entry["from"], entry["to"]], known, "reuse")
    for family in key["families"]:
        refer([family["origin"], *family["documents"]], known, "families")

    # An exhibit that is cited, and one that is in the case.
    for text in ("AGI-0417", "AGI-0112", "AGI-0118", "AGI-0031", "AGI-0032"):
        check("inquiry/day-7.txt", text, "exhibits")
    check("government/routing-slip.pdf", "AGI-0032", "exhibits")

    for fault in faults:
        print(fault, file=sys.stderr)
    print("%d documents, %d statements, %d claims, %d tellings, %d gaps, %d forecasts, %d replies: %d faults" % (
        len(key["documents"]), len(statements), len(claims), len(tellings), len(key["gaps"]), len(key["forecasts"]),
        len(key["replies"]), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
