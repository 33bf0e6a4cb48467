"""Raw text to basic tokens, word pieces, case classes and sentences: exactly what the Java side does.

Offsets here are code points (Python's); the Java side and parity.json use UTF-16 code units.

Basic tokens (BERT's BasicTokenizer on the raw text, with offsets):
  * whitespace: U+0009..U+000D, U+0085 and every character of category Zs, Zl, Zp. It ends a token and is dropped.
  * dropped without ending a token: U+0000, U+FFFD and every other character of category Cc, Cf or Cs.
    (Zero-width and soft-hyphen characters inside a word vanish from the lookup form; the offsets span them.
    Unassigned and private-use characters stay, so that two Unicode versions tokenize alike.)
  * punctuation, a token of its own: ASCII 33-47, 58-64, 91-96, 123-126 and every character of category P*.
  * CJK ideographs (BERT's eight blocks), a token of its own each.
  * anything else extends the token at hand. A token starts at its first kept character and ends after its last.
Lookup form: NFD, drop Mn, lower-case (root locale). Word pieces: greedy longest match first, "##" continuations,
[UNK] for a word longer than 100 code points, with no match, or with an empty lookup form.
Case class, of the whole basic token, given to each of its pieces: see case_of.
"""
import glob
import json
import unicodedata

CASES = ["lower", "initial", "caps", "mixed", "other"]
PAD, UNK, CLS, SEP = 0, 100, 101, 102
WINDOW = 192  # pieces, [CLS] and [SEP] included
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
        (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))

SPACE, DROP, SINGLE, WORD = range(4)
_kinds = {}


def kind(c):
    k = _kinds.get(c)
    if k is None:
        o, cat = ord(c), unicodedata.category(c)
        if 9 <= o <= 13 or o == 0x85 or cat[0] == "Z":
            k = SPACE
        elif o == 0 or o == 0xFFFD or cat in ("Cc", "Cf", "Cs"):
            k = DROP
        elif 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or cat[0] == "P":
            k = SINGLE
        elif any(a <= o <= b for a, b in _CJK):
            k = SINGLE
        else:
            k = WORD
        _kinds[c] = k
    return k


def basic_tokens(text):
    """[(start, end, kept characters)], end exclusive."""
    out, start, end, kept = [], -1, -1, []
    for i, c in enumerate(text):
        k = kind(c)
        if k == DROP:
            continue
        if k == WORD:
            if start < 0:
                start, kept = i, []
            kept.append(c)
            end = i + 1
            continue
        if start >= 0:
            out.append((start, end, "".join(kept)))
            start = -1
        if k == SINGLE:
            out.append((i, i + 1, c))
    if start >= 0:
        out.append((start, end, "".join(kept)))
    return out


def lookup_form(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn").lower()


def case_of(word):
    """Over the token's letters that have case: none -> other; all lower -> lower; all upper and two or more -> caps;
    first upper and no other upper -> initial; else mixed."""
    cased = [c for c in word if c.isupper() or c.islower()]
    if not cased:
        return 4
    upper = sum(c.isupper() for c in cased)
    if upper == 0:
        return 0
    if upper == len(cased) and upper > 1:
        return 2
    return 1 if upper == 1 and cased[0].isupper() else 3


def vocabulary(jar):
    """Word pieces and their ids, from the encoder's unpacked jar."""
    vocab = json.load(open(glob.glob(f"{jar}/*-tokenizer.json")[0], encoding="utf-8"))["model"]["vocab"]
    assert (vocab["[PAD]"], vocab["[UNK]"], vocab["[CLS]"], vocab["[SEP]"]) == (PAD, UNK, CLS, SEP)
    return vocab


class WordPiece:
    def __init__(self, vocab):
        self.vocab = vocab
        self.cache = {}

    @staticmethod
    def of_vocab_txt(path):
        return WordPiece({w: i for i, w in enumerate(open(path, encoding="utf-8").read().split("\n")[:-1])})

    def pieces(self, word):
        got = self.cache.get(word)
        if got is None:
            got = self.cache[word] = self._pieces(lookup_form(word))
        return got

    def _pieces(self, w):
        if not w or len(w) > 100:
            return [UNK]
        out, at = [], 0
        while at < len(w):
            end = len(w)
            while end > at:
                i = self.vocab.get(("##" if at else "") + w[at:end])
                if i is not None:
                    break
                end -= 1
            else:
                return [UNK]
            out.append(i)
            at = end
        return out


def shipped(vocab):
    """Ids of the pieces that are shipped, in order: unused ones and those of scripts no English text is written in are
    not, and become [UNK]. The special pieces' ids stay what they are."""
    foreign = lambda w: any(ord(c) >= 0x250 and not 0x1E00 <= ord(c) < 0x2100 for c in w)
    return sorted(i for w, i in vocab.items() if i <= SEP or not w.startswith("[unused") and not foreign(w))


_ABBREV = set("mr mrs ms dr prof sen sens rep reps gov gen lt col sgt capt cmdr adm maj rev hon pres st jr sr vs no "
              "inc corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec etc al u.s u.k e.g i.e a.m p.m".split())
_CLOSERS = set("\"'”’)]»")
_OPENERS = set("\"'“‘([«")


def sentences(text, tokens):
    """Sentence number of each token. A sentence ends at a line break, and after . ! ? or an ellipsis with any closing
    quotes and brackets, when white space and then an upper-case letter, a digit or an opening mark follow; a full stop
    ends none after a listed abbreviation or a single capital."""
    out, s = [], 0
    for i, (a, b, w) in enumerate(tokens):
        if i:
            gap = text[tokens[i - 1][1]:a]
            if "\n" in gap or "\r" in gap:
                s += 1
            elif gap and (w[0].isupper() or w[0].isdigit() or w in _OPENERS):
                j = i - 1
                while j > 0 and tokens[j][2] in _CLOSERS and tokens[j][0] == tokens[j - 1][1]:
                    j -= 1
                t = tokens[j][2]
                if t in "!?…" or t == "." and (j < i - 1 or not _abbreviation(text, tokens, j)):
                    s += 1
        out.append(s)
    return out


def _abbreviation(text, tokens, j):
    if j == 0 or tokens[j - 1][1] != tokens[j][0]:
        return False
    a = tokens[j - 1][0]
    while a > 0 and not text[a - 1].isspace() and (text[a - 1].isalnum() or text[a - 1] == "."):
        a -= 1
    w = text[a:tokens[j][0]]
    return len(w) == 1 and w.isupper() or w.lower() in _ABBREV
