"""Writes core's table of how the letters of other scripts are read in Latin letters.

    /usr/bin/python3 readings.py > ../../core/src/main/resources/whence/names/readings.txt

What ICU's transliterator knows of a letter comes from there (the command `uconv`, ICU 72, whose
tables are CLDR's and, for Han, Unihan's; Unicode License). Cyrillic, Greek and Hangul are ours: ICU's
are scholarly, and names are printed otherwise. Scripts that ICU does not know are read by the letters'
names in the Unicode Character Database.
"""
import re
import subprocess
import unicodedata
from collections import defaultdict

OURS = {
    # Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Mongolian and their like
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j",
    "ӣ": "i", "ӯ": "u", "ҡ": "k", "ҫ": "s", "ҙ": "z", "җ": "j", "ҥ": "n", "ӏ": "", "ҹ": "ch", "ҝ": "g",
    # Greek, as spoken
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}
LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
TAILS = "k kk ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng t t k t p t".split()

RANGES = [
    (0x530, 0x5FF),  # Armenian, Hebrew
    (0x600, 0x6FF), (0x750, 0x77F),  # Arabic
    (0x780, 0x7BF),  # Thaana
    (0x900, 0xDFF),  # the scripts of India
    (0xE00, 0x109F),  # Thai, Lao, Tibetan, Burmese
    (0x10A0, 0x10FF), (0x2D00, 0x2D2F),  # Georgian
    (0x1200, 0x137F),  # Ethiopic
    (0x1780, 0x17FF),  # Khmer
    (0x1820, 0x1878),  # Mongolian
    (0x3041, 0x30FF),  # kana
]


def spoken(letter, name):
    """The sound at the end of a letter's name: KHMER LETTER PO."""
    word = name.split()[-1].lower()
    return word if word.isascii() and word.isalpha() and len(word) <= 4 else None


def transliterated(letters):
    lines = subprocess.run(
        ["uconv", "-f", "utf8", "-t", "utf8", "-x", "Any-Latin; Latin-ASCII; Lower"],
        input="\n".join(letters).encode(), stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    assert len(lines) == len(letters)
    return lines


def han():
    simple = [bytes([a, b]).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)]
    full = [bytes([a, b]).decode("big5", "ignore") for a in range(0xA4, 0xC7) for b in
            [*range(0x40, 0x7F), *range(0xA1, 0xFF)]]
    return sorted({c for c in simple + full if len(c) == 1 and "\u4e00" <= c <= "\u9fff"})


def main():
    readings = {c: r for c, r in OURS.items()}
    for first, sounds in ((0x1100, LEADS), (0x1161, VOWELS), (0x11A8, TAILS)):
        for i, sound in enumerate(sounds):
            readings[chr(first + i)] = sound.strip("-")
    letters = [chr(c) for first, last in RANGES for c in range(first, last + 1)
               if unicodedata.category(chr(c))[0] in "LM"] + han()
    for letter, latin in zip(letters, transliterated(letters)):
        name = unicodedata.name(letter, "")
        sign = "VOWEL SIGN" in name or "VIRAMA" in name or "KILLER" in name
        if letter in readings or unicodedata.normalize("NFKC", letter) != letter:
            continue
        clean = re.sub("[^a-z]", "", latin)
        if latin == letter or "VOWEL SIGN" in name and not clean:
            clean = spoken(letter, name)
            if clean is None:
                continue
        if "VIRAMA" in name or "KILLER" in name:
            clean = ""
        # "-" before a reading: it takes the place of the vowel that the consonant before it carries
        readings[letter] = ("-" if sign else "") + clean
    by_sound = defaultdict(list)
    for letter, sound in readings.items():
        by_sound[sound].append(letter)
    print("; How the letters of other scripts are read in Latin letters: a reading, a tab, the letters.")
    print("; A reading that begins with - takes the place of the vowel a consonant before it carries.")
    print("; Made by training/names/readings.py; what is not Cyrillic, Greek or Hangul is from ICU and the")
    print("; Unicode Character Database, Copyright Unicode, Inc., under the Unicode License.")
    for sound in sorted(by_sound):
        print(sound + "\t" + "".join(sorted(by_sound[sound])))


main()
