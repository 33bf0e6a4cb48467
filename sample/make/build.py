#!/usr/bin/python3
"""Builds the sample case's binary documents: PDF, DOCX, scan, mail with an attachment, zip.

The plain ones (HTML, Markdown, text, mbox, CSV) are written by hand in ../documents and only read here.
Needs python3-reportlab, python3-pil and fonts-liberation. The same versions give the same bytes:
no clock, no random numbers but seeded ones. Run it from anywhere: /usr/bin/python3 sample/make/build.py
"""

import base64
import io
import pathlib
import random
import zipfile
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

DOCUMENTS = pathlib.Path(__file__).resolve().parent.parent / "documents"

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15, spaceAfter=8)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Times-Bold", fontSize=12, spaceBefore=8)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Times-Bold", fontSize=16, leading=20, spaceAfter=12)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=12)
CENTRED = ParagraphStyle("centred", parent=BODY, alignment=TA_CENTER)


def pdf(story, title, author, banner=None, encrypt=None):
    """Lays out paragraphs; with a banner at the head and foot of every page, if any."""

    def furniture(page, document):
        if banner:
            page.setFont("Times-Bold", 11)
            page.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, banner)
            page.drawCentredString(A4[0] / 2, 10 * mm, banner)
            page.setFont("Times-Roman", 9)
            page.drawCentredString(A4[0] / 2, 15 * mm, "Page %d" % document.page)

    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, title=title, author=author, invariant=1, encrypt=encrypt,
        leftMargin=25 * mm, rightMargin=25 * mm, topMargin=24 * mm, bottomMargin=24 * mm)
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def paragraphs(text, style=BODY):
    return [Paragraph(part.strip(), style) for part in text.strip().split("\n\n")]


# ---------------------------------------------------------------------------------------------------------------------
# The leaked estimate

SCALE = [
    ["remote", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain"],
    ["1-5 %", "5-20 %", "20-45 %", "45-55 %", "55-80 %", "80-95 %", "95-99 %"],
]


def estimate():
    story = [
        Paragraph("OFFICE OF EXTERNAL ESTIMATES", HEAD),
        Paragraph("Estimate 24-117, 6 December 2024", BODY),
        Paragraph("(S//REL) Ansel Gate: was the late closing of 14 November directed from abroad?", TITLE),
        Paragraph("Key judgements", HEAD),
        *paragraphs("""
(S//REL) The Ansel Gate closed 47 minutes late on 14 November 2024, at 22:27 instead of 21:40.<super>1</super>

(S//REL) We judge it very unlikely that the control software of the Gate was altered. We hold this judgement with high confidence.

(S//REL) One source, whose account we have not been able to corroborate, reported that the Kessalian State Maritime Office may have told Tidewright's remote desk to leave the Gate raised. We have low confidence in this reporting.

(S//REL) Kessaly probably regards Aldermark's waterways as a lever in the fisheries talks. We judge it likely that Kessaly will test another Aldermark waterway before 31 March 2025.
"""),
        Spacer(1, 90),
        Paragraph("<super>1</super> (C) Gatehouse event recorder, extract supplied by the Coastal Works Agency on 28 November. "
                  "The extract we were given begins at 22:00. Tidewright's own service log puts the leaf home at 22:05; "
                  "we prefer the recorder.", SMALL),
        PageBreak(),
        Paragraph("Discussion", HEAD),
        *paragraphs("""
1. (U) The Gate protects the Lower Wick, some nine hundred dwellings, against the sea. It is closed by one engineer in a gatehouse on the North Mole. Tidewright Systems watches it from a remote desk at Brémond.

2. (S//REL) Kessaly had a motive. Its negotiators walked out of the fisheries talks on 11 November, and a partner service reports that one of them spoke of "showing Quillon how wet it can get". We do not know whether that was more than temper.

3. (S//REL) Kessaly had the means. The remote desk can refuse a closing order. Tidewright told the Agency after the flood that the desk had refused none.

4. (S//REL) Our one account of an order reached us on 20 November. Had it been true, we would expect to find traffic between the State Maritime Office and the remote desk that evening. We looked, and found none. A full contact report is at Annex B.

5. (S//REL) Partner reporting, obtained separately, indicates that the remote desk was staffed that night by one trainee. It says nothing of any order.
"""),
        Paragraph("Another explanation", HEAD),
        *paragraphs("""
6. (S//REL) The closing may have been held on a local instruction, without any foreign hand. There is a roughly even chance that this alone accounts for the delay. The Coastal Works Agency told us that no such instruction was given.<super>2</super>
"""),
        Spacer(1, 40),
        Paragraph("<super>2</super> (C) Telephone conversation with the Director of the Agency, 2 December.", SMALL),
        PageBreak(),
        Paragraph("Outlook", HEAD),
        *paragraphs("""
7. (S//REL) It is almost certain that Kessaly will deny any part. It is unlikely that the fisheries talks will resume before 1 February 2025.

8. (S//REL) We will review this estimate by 30 April 2025, or when a second source speaks.
"""),
        Paragraph("Words of likelihood in this paper (ICD 203)", HEAD),
        Table(SCALE, style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "Times-Roman", 8.5),
                            ("ALIGN", (0, 0), (-1, -1), "CENTER")]),
        Spacer(1, 10),
        *paragraphs("""
(U) This Office uses the expressions of likelihood of ICD 203 and their ranges. Confidence (high, moderate, low) speaks of our sources and our reasoning, and never of the event.
""", SMALL),
        PageBreak(),
        Paragraph("Source", HEAD),
        *paragraphs("""
9. (S) The source of the account in paragraph 4 is a manager in a firm with business at the Gate. [REDACTED: section 14(1)(c), identity of a source] He has reported to us twice before. Neither report could be checked.

10. (S) He told our officer that "home office" had given the order. Asked how he knew, he replied that he had it at dinner, on the night, while the Gate was up. We cannot exclude that he gains by being believed.
"""),
        Paragraph("Distribution", HEAD),
        *paragraphs("""
(C) Copy 1: the Premier. Copy 2: the Minister for Waterways. Copy 3: the Deputy Minister for Waterways. Copy 4: file.

(U) The Premier's copy was delivered by hand on 6 December. No receipt has come back.
"""),
    ]
    return pdf(story, "Estimate 24-117: Ansel Gate", "Office of External Estimates", "SECRET//REL TO ALD, NHV")


def annex():
    """The contact report, behind a password that the case itself contains."""
    story = [
        Paragraph("OFFICE OF EXTERNAL ESTIMATES", HEAD),
        Paragraph("Estimate 24-117, Annex B: contact report, 20 November 2024", TITLE),
        *paragraphs("""
(S) Met L. at the usual cafe. He took the window seat, which he never does. He said that home office had told the remote desk to leave the Gate raised. I asked how he knew. He said that he had it at dinner.

(S) I asked where he had dined. He said "on the water", and then that he had meant "by the water". I have written both down.

(S) Whoever has opened this paper with a word from somebody else's mail should consider a career with this Office.
"""),
    ]
    return pdf(story, "Annex B", "Office of External Estimates", "SECRET",
               StandardEncryption("barnacles", "the-owner-of-the-sample", canPrint=0, canCopy=0, strength=128))


# ---------------------------------------------------------------------------------------------------------------------
# Dr Hask's note, and the mail that carried it

def note():
    story = [
        Paragraph("COASTAL WORKS AGENCY", HEAD),
        Paragraph("Engineering. CWA/ENG/0923. 23 September 2024", BODY),
        Paragraph("To inform the Minister for Waterways. Copy: the Director", BODY),
        Paragraph("The single-voice hold at the Ansel Gate", TITLE),
        *paragraphs("""
1. The gatehouse has a hold button. It keeps the leaf up while a vessel is in the fairway.

2. A single telephone call, from anyone whom the duty engineer believes to have authority, is enough to hold the Gate. No second voice is needed, and nothing is recorded beyond what the engineer chooses to write down.

3. Since 2023 there has been one engineer on a night shift. On 3 March this year the Gate was held eleven minutes for a trawler whose owner had telephoned. No harm came of it.

4. I raised this with the Director on 28 August. He told me that the practice was older than either of us.

5. In my judgement it is more likely than not that the hold will be misused before the end of March 2026.

6. I recommend that two voices be required, the duty engineer's and the harbour master's, and that calls be recorded. It would cost 4,200 marks.

Dr Oriel Hask, Chief Engineer
"""),
    ]
    return pdf(story, "The single-voice hold at the Ansel Gate", "Oriel Hask")


HASK = """\
Date: Tue, 28 Jan 2025 16:20:09 +0000
From: Oriel Hask <oriel.hask@coastalworks.example>
To: Secretariat <documents@anselgateinquiry.example>
Subject: Fwd: Re: Note to inform the Minister: single-voice hold
Message-ID: <20250128162009.77@coastalworks.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_anselgate_0923"

This is a message with parts.
--=_anselgate_0923
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

TLP:AMBER

Dear Secretariat,

You asked what became of my note of 23 September. Below is the whole exchange, and
the note is attached as it went.

I am told by two colleagues that the Director keeps his copy under the blotter. I have not looked.

I do not know whether the Minister was ever told. I know that I wrote it down.

O. Hask

---------- Forwarded message ----------
From: Oriel Hask <oriel.hask@coastalworks.example>
Date: Mon, 21 Oct 2024 15:02
Subject: Re: Note to inform the Minister: single-voice hold
To: Imogen Farrant <imogen.farrant@waterways.example>

Barnacles.

> On Mon, 21 Oct 2024 at 14:47, Imogen Farrant wrote:
>
> Dear Oriel, I'm afraid it is with the Deputy Minister. He asked for it out of
> the box before the Minister had got to it. He says he'll raise it himself at
> the right moment. Sorry, I know thats not what you were hoping for.
> Imogen
>
>> On Mon, 21 Oct 2024 at 09:30, Oriel Hask wrote:
>>
>> Imogen, four weeks. Has the Minister read my note? The spring tides are
>> in the middle of November.
>>
>>> On Tue, 24 Sep 2024 at 09:14, Imogen Farrant wrote:
>>>
>>> Received with thanks, and logged. It goes in tonights box.
>>>
>>>> On Mon, 23 Sep 2024 at 17:55, Oriel Hask wrote:
>>>>
>>>> Dear Ms Farrant, the attached is to inform the Minister. It is one page
>>>> and he should read it before the winter. I have copied the Director, who
>>>> will not thank me.

--=_anselgate_0923
Content-Type: application/pdf; name="CWA-ENG-0923.pdf"
Content-Disposition: attachment; filename="CWA-ENG-0923.pdf"
Content-Transfer-Encoding: base64

%s
--=_anselgate_0923--
"""

REQUEST = """\
Date: Thu, 16 Jan 2025 13:58:22 +0000
From: Saskia Thornby <s.thornby@courier.example>
To: Office of the Deputy Minister <deputy.office@waterways.example>
Subject: Re: Questions for Mr Venn, answer by 16 January 17:00
Message-ID: <20250116135822.12@courier.example>
In-Reply-To: <20250113103011.11@courier.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

Good afternoon,

I telephoned on Tuesday and again this morning and was told both times that Mr
Venn had the questions in front of him. I have had no answer. The deadline is five
o'clock today.

Saskia Thornby
The Quillon Courier

On Mon, 13 Jan 2025 at 10:30, Saskia Thornby wrote:

> Dear Mr Venn,
>
> The Courier is preparing an article on the late closing of the Ansel Gate. We
> would like to report your side. Would you please answer these questions by
> 17:00 on Thursday, 16 January:
>
> - You told the Assembly that the control link failed at 21:38. What is that
>   based on?
> - Where were you on the evening of 14 November?
> - Have you ever seen the Agency's engineering note of 23 September?
> - Was the Premier told of the estimate, and by whom?
>
> Questions have also gone to the Office of External Estimates, the Coastal
> Works Agency, Tidewright Systems and the embassy of Kessaly.
"""


def mail_with_note():
    return (HASK % base64.encodebytes(note()).decode("ascii").strip()).encode("utf-8")


# ---------------------------------------------------------------------------------------------------------------------
# The deputy minister's memorandum, as a Word document

MEMO = [
    ("Heading1", "MINISTRY OF WATERWAYS"),
    ("Heading2", "Memorandum to the Minister"),
    ("", "To: Corwin Ashdale, Minister for Waterways"),
    ("", "From: Tobias Venn, Deputy Minister"),
    ("", "Date: 29 November 2024"),
    ("", "Subject: Ansel Gate: why it closed late on 14 November, and lines to take"),
    ("", "1. (U) This memorandum tells you why the Ansel Gate closed late on 14 November and what you may say about it."),
    ("", "2. (C) The control link to the Gate was lost at 21:38 and came back at 22:24. The duty engineer acted properly "
         "throughout, the Director of the Coastal Works Agency assures me."),
    ("", "3. (S//REL) The Office of External Estimates informed me by telephone on 27 November that it has a report of a "
         "Kessalian instruction to the contractor. It stressed that the report comes from one contact. In my own view the "
         "report is very probably right."),
    ("", "4. (C) No vessel had any bearing on the closing."),
    ("", "5. (C) You may hear of an engineering note from the Agency. It was sent to inform you on 23 September. Private "
         "Office records indicate that it never reached you. I have not myself seen it."),
    ("", "6. (U) If asked, you may say: “The link failed; the engineer did not.” If asked about Kessaly, I suggest that "
         "you decline to comment."),
    ("", "7. (C) I expect a written estimate by 13 December. I do not expect the inquiry to look beyond the link."),
    ("", "T. Venn"),
    ("", "[In manuscript at the foot:] Read. What note? C.A., 2 December"),
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_paragraph(style, text):
    properties = '<w:pPr><w:pStyle w:val="%s"/></w:pPr>' % style if style else ""
    return '<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (properties, escape(text))


def zipped(entries):
    """A zip whose entries all bear the first moment that zip knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def memo():
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    banner = "SECRET//REL TO ALD, NHV//ADVICE TO MINISTERS"
    header = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r></w:p>" % banner
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    styles = "".join(
        '<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>' % (n, n, n - 1, 36 - 6 * n) for n in (1, 2))
    return zipped([
        ("[Content_Types].xml", head + '<Types xmlns="%s/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" ContentType="%s.document.main+xml"/>'
         '<Override PartName="/word/header1.xml" ContentType="%s.header+xml"/>'
         '<Override PartName="/word/styles.xml" ContentType="%s.styles+xml"/>'
         '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
         '</Types>' % (packages, types, types, types)),
        ("_rels/.rels", head + '<Relationships xmlns="%s/relationships">'
         '<Relationship Id="rId1" Type="%s/officeDocument" Target="word/document.xml"/>'
         '<Relationship Id="rId2" Type="%s/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
         '</Relationships>' % (packages, relationships, packages)),
        ("word/_rels/document.xml.rels", head + '<Relationships xmlns="%s/relationships">'
         '<Relationship Id="rId1" Type="%s/header" Target="header1.xml"/>'
         '<Relationship Id="rId2" Type="%s/styles" Target="styles.xml"/>'
         '</Relationships>' % (packages, relationships, relationships)),
        ("word/document.xml", head + '<w:document xmlns:w="%s" xmlns:r="%s"><w:body>%s<w:sectPr>'
         '<w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
         % (W, relationships, "".join(word_paragraph(*part) for part in MEMO))),
        ("word/header1.xml", head + '<w:hdr xmlns:w="%s">%s</w:hdr>' % (W, header)),
        ("word/styles.xml", head + '<w:styles xmlns:w="%s">%s</w:styles>' % (W, styles)),
        ("docProps/core.xml", head + '<cp:coreProperties xmlns:cp="%s/metadata/core-properties" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
         'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
         '<dc:title>Ansel Gate: why it closed late on 14 November, and lines to take</dc:title>'
         '<dc:creator>Tobias Venn</dc:creator>'
         '<dcterms:created xsi:type="dcterms:W3CDTF">2024-11-29T17:10:00Z</dcterms:created></cp:coreProperties>' % packages),
    ])


# ---------------------------------------------------------------------------------------------------------------------
# The routing slip, as somebody's office scanner saw it

SLIP = [
    (46, "b", "MINISTRY OF WATERWAYS"),
    (38, "b", "PRIVATE OFFICE: ROUTING SLIP"),
    (34, "b", "CONFIDENTIAL"),
    (34, "", ""),
    (36, "", "Paper: CWA/ENG/0923, The single-voice hold"),
    (36, "", "at the Ansel Gate"),
    (36, "", "From: Dr O. Hask, Chief Engineer,"),
    (36, "", "Coastal Works Agency"),
    (36, "", "For: the Minister, to inform"),
    (34, "", ""),
    (36, "", "Received: 24 September 2024. Initials: I.F."),
    (36, "", "Placed in box: 24 September 2024"),
    (36, "", "Withdrawn from box: 26 September 2024,"),
    (36, "", "at the request of the Deputy Minister"),
    (36, "", "Passed to: T. Venn. Initials: I.F."),
    (34, "", ""),
    (36, "", "Remarks: the Deputy Minister says that he will"),
    (36, "", "raise it with the Minister at the right moment."),
    (34, "", ""),
    (36, "", "Seen by Minister:"),
    (36, "", "Returned to registry:"),
    (34, "", ""),
    (34, "b", "AGI-0032"),
]


def slip():
    """One page, an image only: rendered, turned a little, specked, and put into a PDF."""
    fonts = "/usr/share/fonts/truetype/liberation2/LiberationSerif-%s.ttf"
    paper = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(paper)
    y = 130
    for size, weight, line in SLIP:
        draw.text((130, y), line, fill=20, font=ImageFont.truetype(fonts % ("Bold" if weight else "Regular"), size))
        if line.startswith(("Seen by", "Returned")):
            draw.line((500, y + 38, 1000, y + 38), fill=60, width=2)
        y += size + 20
    draw.rectangle((90, 90, 1150, y + 40), outline=70, width=3)
    paper = paper.rotate(0.7, resample=Image.BICUBIC, fillcolor=255)
    dice = random.Random(1411)
    pixels = paper.load()
    for _ in range(2600):
        x, y = dice.randrange(1239), dice.randrange(1753)
        pixels[x, y] = dice.randrange(40, 170)
    paper = paper.point(lambda grey: 0 if grey < 150 else 255, mode="1")
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    page.setTitle("scan0032")
    page.setAuthor("")
    page.drawImage(ImageReader(paper.convert("L")), 0, 0, A4[0], A4[1])
    page.showPage()
    page.save()
    return out.getvalue()


def main():
    made = {
        "government/estimate-24-117.pdf": estimate(),
        "government/estimate-24-117-annex-b.pdf": annex(),
        "government/memorandum-venn.docx": memo(),
        "government/routing-slip.pdf": slip(),
        "mail/hask-note.eml": mail_with_note(),
        "received/courier-bundle.zip": zipped([
            ("request-to-venn.eml", REQUEST.encode("utf-8")),
            ("uwa-gate.txt", (DOCUMENTS / "news/uwa-gate.txt").read_bytes()),
        ]),
    }
    for name, data in made.items():
        path = DOCUMENTS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print("%8d  %s" % (len(data), name))


if __name__ == "__main__":
    main()
