"""Writes the reader as ONNX: export.py CHECKPOINT[,CHECKPOINT...] OUT.onnx [--kind int8|fp32].

int8: every matrix of the encoder as MatMulInteger (weights symmetric by column and of 7 bits, so that the sum of two
products fits 16 bits and kernels without VNNI do not saturate; activations quantized by DynamicQuantizeLinear, per tensor,
so a window's result depends on what goes through with it), word embeddings int8 by row; the heads, layer norms, softmax and biases
fp32. Opset 17, with ONNX Runtime's own attention. starts: for each piece where its window begins, so that several windows
can go through end to end, each seeing itself alone."""
import argparse

import numpy as np
import onnx
from onnx import TensorProto as TP
from onnx import helper, numpy_helper

import model as M
from predict import load
from text import shipped, vocabulary


class Graph:
    def __init__(self, int8, weight_type, bits):
        self.nodes, self.init, self.n = [], [], 0
        self.int8, self.weight_type, self.bits = int8, weight_type, bits
        self.quantized = {}

    def const(self, value, name=None):
        name = name or f"c{len(self.init)}"
        self.init.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, type_, *inputs, outs=1, out=None, **attrs):
        self.n += 1
        names = [out] if out else [f"t{self.n}" + (f"_{i}" if i else "") for i in range(outs)]
        self.nodes.append(helper.make_node(type_, list(inputs), names, name=f"n{self.n}_{type_}", **attrs))
        return names[0] if outs == 1 else names

    def linear(self, x, weight, bias, name, int8=None, out=None):
        """x [.., in] times weight [out, in] transposed, plus bias."""
        w = weight.detach().numpy().T.astype(np.float32)
        b = self.const(bias.detach().numpy().astype(np.float32), name + ".bias")
        if not (self.int8 if int8 is None else int8):
            w = self.small(weight.T, name + ".weight") if self.int8 and w.size > 1 << 16 else self.const(w, name + ".weight")
            return self.op("Add", self.op("MatMul", x, w), b, out=out)
        top = 2 ** (self.bits - 1) - 1
        scale = np.maximum(np.abs(w).max(0), 1e-9) / top
        q = np.clip(np.rint(w / scale), -top, top)
        if self.weight_type == "uint8":
            wq, zero = (q + 128).astype(np.uint8), np.uint8(128)
        else:
            wq, zero = q.astype(np.int8), np.int8(0)
        if x not in self.quantized:
            self.quantized[x] = self.op("DynamicQuantizeLinear", x, outs=3)
        xq, xs, xz = self.quantized[x]
        y = self.op("MatMulInteger", xq, self.const(wq, name + ".weight"), xz,
                    self.const(np.array(zero), name + ".zero"))
        y = self.op("Cast", y, to=TP.FLOAT)
        y = self.op("Mul", y, self.op("Mul", xs, self.const(scale.astype(np.float32), name + ".scale")))
        return self.op("Add", y, b, out=out)

    def small(self, value, name):
        """A matrix kept in 8 bits by column that the runtime unpacks once, when it loads."""
        w = value.detach().numpy().astype(np.float32)
        scale = np.maximum(np.abs(w).max(0), 1e-9) / 127
        q = self.const(np.clip(np.rint(w / scale), -127, 127).astype(np.int8), name)
        return self.op("Mul", self.op("Cast", q, to=TP.FLOAT), self.const(scale.astype(np.float32), name + ".scale"))

    def norm(self, x, ln, name, out=None):
        """A layer norm; written as the normalization of an image's channels, which the runtime does in a third of the time."""
        y = self.op("Reshape", x, self.const(np.array([1, -1, 1, M.HIDDEN])))
        y = self.op("MeanVarianceNormalization", y, axes=[0, 2, 3])
        y = self.op("Reshape", y, self.const(np.array([1, -1, M.HIDDEN])))
        y = self.op("Mul", y, self.const(ln.weight.detach().numpy(), name + ".gain"))
        return self.op("Add", y, self.const(ln.bias.detach().numpy(), name + ".shift"), out=out)

    def gelu(self, x):
        e = self.op("Erf", self.op("Div", x, self.const(np.float32(np.sqrt(2)))))
        y = self.op("Mul", x, self.op("Add", e, self.const(np.float32(1))))
        return self.op("Mul", y, self.const(np.float32(0.5)))


def build(m, pieces, int8=True, weight_type="int8", bits=7, window=192):
    """pieces: ids of the word pieces to keep, in order"""
    g = Graph(int8, weight_type, bits)
    i64 = lambda *v: g.const(np.array(v, np.int64))
    word = m.word.weight.detach().numpy()[pieces]
    if int8:
        scale = np.maximum(np.abs(word).max(1, keepdims=True), 1e-9) / 127
        q = np.clip(np.rint(word / scale), -127, 127).astype(np.int8)
        e = g.op("Cast", g.op("Gather", g.const(q, "word.weight"), "input_ids"), to=TP.FLOAT)
        e = g.op("Mul", e, g.op("Gather", g.const(scale.astype(np.float32), "word.scale"), "input_ids"))
    else:
        e = g.op("Gather", g.const(word, "word.weight"), "input_ids")
    length = g.op("Slice", g.op("Shape", "input_ids"), i64(1), i64(2))
    at = g.op("Range", g.const(np.int64(0)), g.op("Squeeze", length), g.const(np.int64(1)))
    pos = g.op("Gather", g.small(m.position.weight[:window], "position.weight"), g.op("Sub", at, "starts"))
    together = g.op("Equal", g.op("Unsqueeze", "starts", i64(1)), g.op("Unsqueeze", "starts", i64(2)))
    sees = g.op("Unsqueeze", g.op("Where", together, g.const(np.float32(0)), g.const(np.float32(-1e4))), i64(1))
    x = g.op("Add", e, g.op("Gather", g.const(m.case.weight.detach().numpy(), "case.weight"), "case_ids"))
    x = g.norm(g.op("Add", x, pos), m.ln, "ln")
    h, d = M.HEADS, M.HIDDEN // M.HEADS
    read = []
    for i, l in enumerate(m.layers):
        n = f"layer{i}"
        qw, qb = l.qkv.weight.detach().clone(), l.qkv.bias.detach().clone()
        qw[:M.HIDDEN] /= d ** 0.5  # the attention's scale, folded into the query
        qb[:M.HIDDEN] /= d ** 0.5
        qkv = g.op("Split", g.linear(x, qw, qb, n + ".qkv"), outs=3, axis=-1)
        c = g.op("MultiHeadAttention", *qkv, "", "", sees, domain="com.microsoft", num_heads=h, scale=1.0)
        x = g.norm(g.op("Add", g.linear(c, l.attn_out.weight, l.attn_out.bias, n + ".attn_out"), x), l.ln1, n + ".ln1")
        f = g.gelu(g.linear(x, l.up.weight, l.up.bias, n + ".up"))
        f = g.linear(f, l.down.weight, l.down.bias, n + ".down")
        x = g.norm(g.op("Add", f, x), l.ln2, n + ".ln2", out="hidden" if i == M.LAYERS - 1 else None)
        if i + 1 in M.READ:
            read.append(x)
    x = g.op("Concat", *read, axis=-1)
    g.linear(x, m.bio.weight, m.bio.bias, "bio_head", int8=False, out="bio")
    g.linear(x, m.ner.weight, m.ner.bias, "ner_head", int8=False, out="ner")
    c = g.gelu(g.linear(x, m.cue_side.weight, m.cue_side.bias, "cue_side", int8=False))
    t = g.gelu(g.linear(x, m.token_side.weight, m.token_side.bias, "token_side", int8=False))
    s = g.op("MatMul", g.op("Transpose", g.op("Reshape", c, i64(0, 0, 3, M.LINK)), perm=[0, 2, 1, 3]),
             g.op("Transpose", g.op("Reshape", t, i64(0, 0, 3, M.LINK)), perm=[0, 2, 3, 1]))
    s = g.op("Mul", s, g.const(np.float32(1 / M.LINK ** 0.5)))
    cb = g.linear(c, m.cue_bias.weight, m.cue_bias.bias, "cue_bias", int8=False)
    tb = g.linear(t, m.token_bias.weight, m.token_bias.bias, "token_bias", int8=False)
    s = g.op("Add", s, g.op("Unsqueeze", g.op("Transpose", cb, perm=[0, 2, 1]), i64(3)))
    s = g.op("Add", s, g.op("Unsqueeze", g.op("Transpose", tb, perm=[0, 2, 1]), i64(2)))
    s = g.op("Transpose", s, perm=[0, 2, 3, 1])
    apart = g.op("Sub", g.op("Unsqueeze", at, i64(0)), g.op("Unsqueeze", at, i64(1)))
    by_distance = m.distance.detach().numpy()[M.POSITIONS - window:M.POSITIONS + window - 1]
    near = g.op("Gather", g.const(by_distance, "distance"), g.op("Add", apart, g.const(np.int64(window - 1))))
    g.op("Add", s, near, out="link")
    val = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes, "whence-reader",
        [val("input_ids", TP.INT64, [1, "P"]), val("case_ids", TP.INT64, [1, "P"]), val("starts", TP.INT64, [1, "P"])],
        [val("bio", TP.FLOAT, [1, "P", 7]), val("link", TP.FLOAT, [1, "P", "P", 3]), val("ner", TP.FLOAT, [1, "P", 7]),
         val("hidden", TP.FLOAT, [1, "P", M.HIDDEN])], g.init)
    out = helper.make_model(graph, producer_name="whence training",
                            opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)])
    out.ir_version = 8
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--kind", default="int8")
    p.add_argument("--weights", default="int8")
    p.add_argument("--bits", type=int, default=7)
    p.add_argument("--jar", required=True, help="folder with the encoder's unpacked jar")
    a = p.parse_args()
    model = build(load(a.checkpoint), shipped(vocabulary(a.jar)), a.kind == "int8", a.weights, a.bits)
    onnx.save(model, a.out)
    print(a.out, len(model.SerializeToString()), "bytes")


if __name__ == "__main__":
    main()
