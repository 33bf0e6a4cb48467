"""How common words are in news, from articles other than those the position is learned from.

    python3 training/position/commonness.py /work/shared/data > core/.../position/commonness.txt

Lines of words; a line's first field is ln(documents / documents with the word), to the half.
"""
import collections
import gzip
import json
import math
import re
import sys
import tarfile

LEAST = 8
WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")


def texts(data):
    for line in gzip.open(data + "/reuse/news-events.jsonl.gz"):
        yield json.loads(line)["text"].replace(" 's", "'s")
    with tarfile.open(data + "/attribution/polnear-train-text.tar.gz") as tar:
        for member in tar:
            if member.isfile():
                yield tar.extractfile(member).read().decode("utf-8", "replace")


counts, documents = collections.Counter(), 0
for text in texts(sys.argv[1]):
    documents += 1
    words = set(WORD.findall(text.lower().replace("’", "'")))
    counts.update({word.removesuffix("'s") for word in words})
lines = collections.defaultdict(list)
for word, count in counts.items():
    if count >= LEAST and len(word) > 1 and not word[0].isdigit():
        lines[round(2 * math.log(documents / count)) / 2].append(word)
for weight in sorted(lines):
    print(weight, *sorted(lines[weight]))
