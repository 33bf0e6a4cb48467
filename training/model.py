"""The lower nine layers of e5-small-v2 (BERT, 12 x 384) with a case embedding and three heads, in plain PyTorch.

Matrix products run in bfloat16 where torch says so (oneDNN uses AMX or AVX-512 bf16 where there are: up to four times OpenBLAS's fp32 here);
the residual stream, layer norms, losses and master weights stay fp32."""
import glob
import math
import threading

import numpy as np
import onnx
import onnx.numpy_helper
import torch
import torch.nn.functional as F
from torch import nn

JAR_LAYERS, HIDDEN, HEADS, INNER, VOCAB, POSITIONS = 12, 384, 12, 1536, 30522, 512
LAYERS = 9  # of the jar's 12: its top layers are bent to one sentence vector and know less of single tokens (see README)
READ = (3, 6, 9)  # the heads read these layers' outputs side by side
WIDE = HIDDEN * len(READ)
LINK = 64  # width of each of the three link classes' two projections


class Dropout:
    """Inverted dropout from a pool of precomputed masks read at a random offset: torch 1.13's own costs more on this CPU
    than the matrix products around it."""
    pool = None
    at = threading.local()  # .rng: random.Random, set by the trainer for each micro-batch

    def __init__(self, p):
        self.p = p

    def __call__(self, x, training):
        if not training or self.p == 0:
            return x
        n = x.numel()
        at = Dropout.at.rng.randrange(Dropout.pool.numel() - n)
        return x * Dropout.pool[at:at + n].view(x.shape)


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attn_out = nn.Linear(HIDDEN, HIDDEN)
        self.ln1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.ln2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(drop)

    def forward(self, x, mask, dt):
        B, P, _ = x.shape
        training = self.training  # then .low holds this step's weights in dt, set by the trainer
        lin = lambda m, v: F.linear(v, *(m.low if training else (m.weight.to(dt), m.bias.to(dt))))
        q, k, v = lin(self.qkv, x.to(dt)).view(B, P, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        s = torch.matmul(q * (1 / math.sqrt(HIDDEN // HEADS)), k.transpose(2, 3))
        if mask is not None:
            s = s + mask.to(dt)
        c = torch.matmul(s.softmax(-1), v).permute(0, 2, 1, 3).reshape(B, P, HIDDEN)
        x = self.ln1(x + self.drop(lin(self.attn_out, c).float(), self.training))
        h = F.gelu(lin(self.up, x.to(dt)))
        return self.ln2(x + self.drop(lin(self.down, h).float(), self.training))


class Reader(nn.Module):
    def __init__(self, drop=0.1, dtype=torch.float32):
        super().__init__()
        self.dtype = dtype
        self.word = nn.Embedding(VOCAB, HIDDEN, sparse=True)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(5, HIDDEN)
        self.ln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.bio = nn.Linear(WIDE, 7)
        self.ner = nn.Linear(WIDE, 7)
        self.cue_side = nn.Linear(WIDE, 3 * LINK)
        self.token_side = nn.Linear(WIDE, 3 * LINK)
        self.cue_bias = nn.Linear(3 * LINK, 3)
        self.token_bias = nn.Linear(3 * LINK, 3)
        self.distance = nn.Parameter(torch.zeros(2 * POSITIONS - 1, 3))
        self.transitions = nn.Parameter(torch.zeros(7, 7))  # of the labels' chain, a log weight from each to each
        self.start = nn.Parameter(torch.zeros(7))
        self.drop = Dropout(drop)
        nn.init.zeros_(self.case.weight)
        nn.init.normal_(self.cue_side.weight, std=0.06)  # the default leaves the products too small to start learning
        nn.init.normal_(self.token_side.weight, std=0.06)

    def encode(self, ids, case, lengths=None, read=READ):
        P = ids.shape[1]
        mask = None
        if lengths is not None and int(lengths.min()) < P:
            mask = torch.zeros(len(ids), 1, 1, P)
            mask.masked_fill_((torch.arange(P)[None] >= lengths[:, None])[:, None, None], -1e4)
        x = self.word(ids) + self.position.weight[:P] + self.case(case)
        x = self.drop(self.ln(x), self.training)
        out = []
        for i, layer in enumerate(self.layers, 1):
            x = layer(x, mask, self.dtype)
            if i in read:
                out.append(x)
        return torch.cat(out, -1)

    def link(self, cues, tokens, cue_at, token_at):
        """cues [K, WIDE] and tokens [N, WIDE] with their places among the pieces -> [K, N, 3]"""
        c, t = F.gelu(self.cue_side(cues)), F.gelu(self.token_side(tokens))
        s = torch.einsum("icd,jcd->ijc", c.view(-1, 3, LINK), t.view(-1, 3, LINK)) * (1 / math.sqrt(LINK))
        s = s + self.cue_bias(c)[:, None] + self.token_bias(t)[None]
        return s + self.distance[token_at[None] - cue_at[:, None] + POSITIONS - 1]


def rounded(weight):
    """Each output channel's weights rounded to the 7-bit integers they are exported as."""
    step = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 63
    return (weight / step).round_().mul_(step)


def lift(path, layers=LAYERS):
    """Fills a Reader's encoder with the initializers of the jar's ONNX file. The matrices there stand transposed and
    nameless, in graph order: query, key, value, attention output, intermediate, output for each layer."""
    g = onnx.load(glob.glob(f"{path}/*.onnx")[0]).graph
    t = {i.name: torch.from_numpy(onnx.numpy_helper.to_array(i).copy()) for i in g.initializer}
    mats = [n.input[1] for n in g.node if n.op_type == "MatMul" and n.input[1] in t]
    assert len(mats) == 6 * JAR_LAYERS
    m = Reader()
    m.layers = nn.ModuleList(Layer(0) for _ in range(layers))
    with torch.no_grad():
        m.word.weight.copy_(t["embeddings.word_embeddings.weight"])
        m.position.weight.copy_(t["embeddings.position_embeddings.weight"]
                                + t["embeddings.token_type_embeddings.weight"][0])
        m.ln.weight.copy_(t["embeddings.LayerNorm.weight"]), m.ln.bias.copy_(t["embeddings.LayerNorm.bias"])
        for i, l in enumerate(m.layers):
            b = lambda s: t[f"encoder.layer.{i}.{s}"]
            w = [t[x].T for x in mats[6 * i:6 * i + 6]]
            l.qkv.weight.copy_(torch.cat(w[:3]))
            l.qkv.bias.copy_(torch.cat([b(f"attention.self.{s}.bias") for s in ("query", "key", "value")]))
            l.attn_out.weight.copy_(w[3]), l.attn_out.bias.copy_(b("attention.output.dense.bias"))
            l.ln1.weight.copy_(b("attention.output.LayerNorm.weight"))
            l.ln1.bias.copy_(b("attention.output.LayerNorm.bias"))
            l.up.weight.copy_(w[4]), l.up.bias.copy_(b("intermediate.dense.bias"))
            l.down.weight.copy_(w[5]), l.down.bias.copy_(b("output.dense.bias"))
            l.ln2.weight.copy_(b("output.LayerNorm.weight")), l.ln2.bias.copy_(b("output.LayerNorm.bias"))
    return m
