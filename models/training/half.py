"""Step 6b. Adds onnx/model_fp16.onnx to a calibrated folder: the same network in float16, for WebGPU.

    python half.py --out ../intent

The file holds no large tensor: its int8 weights are external data inside model_quantized.onnx, so that a page that has
that file downloads some hundred kB more. Cast, Sub and Mul make floats of them, which onnxruntime folds at load. The
graph is built anew from few plain operators: on a graphics processor each operator costs more than its arithmetic.

handrail.json is given the file's hash and the logits that it gives for the golden sentences. They are its own because
the int8 file also rounds what flows between its layers, which moves a logit by up to 0.5 even between two orders of the
same sums; the float16 file does not, and comes out within 0.01 of float32.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, external_data_helper, helper, numpy_helper
from tokenizers import Tokenizer

SHIPPED = "model_quantized.onnx"
FILE = "model_fp16.onnx"
MOST_BYTES = 1_000_000
# Root mean square of the golden logits' difference from the int8 file's: about 0.1 by its rounding.
MOST_DIFFERENCE = 0.3
INSIDE = 4096  # a tensor of this many bytes stays in the int8 file
FLOAT, HALF, INT64 = TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.INT64


def digest(content):
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


class Shipped:
    """The tensors of the int8 file, and where in it their bytes are."""

    def __init__(self, path):
        self.content = path.read_bytes()
        graph = onnx.load_from_string(self.content).graph
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}
        # Matrices have lost their names; the node that multiplies by one is called after its module.
        self.matrices = {
            node.name.split("/Gemm_MatMul")[0].split("/MatMul")[0].strip("/").replace("/", "."): node.input[1]
            for node in graph.node
            if node.op_type == "MatMulInteger"
        }

    def array(self, name, default=None):
        return numpy_helper.to_array(self.tensors[name]) if name in self.tensors else np.asarray(default)

    def outside(self, name):
        """An initializer whose bytes are those of the tensor in the int8 file."""
        tensor = self.tensors[name]
        offset = self.content.find(tensor.raw_data) if tensor.raw_data else -1
        assert offset > 0, f"{name} has no raw bytes in {SHIPPED}"
        found = onnx.TensorProto(name=name, data_type=tensor.data_type, dims=tensor.dims, raw_data=b"0")
        external_data_helper.set_external_data(found, SHIPPED, offset, len(tensor.raw_data))
        found.ClearField("raw_data")
        return found


class Builder:
    """Grows the graph node by node; its methods give the name of what they added."""

    def __init__(self, shipped, config):
        self.shipped, self.config = shipped, config
        self.nodes, self.initializers = [], []

    def add(self, kind, *inputs, **attributes):
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def constant(self, value, dtype=np.float32):
        name = f"constant_{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def parameter(self, name, dtype):
        return self.constant(self.shipped.array(name), dtype)

    def dequantise(self, stored, take=lambda table: table):
        """float32 values of the tensor whose parts are called `stored`_…, or of the rows of it that `take` takes."""
        name = f"{stored}_quantized"
        size = self.shipped.tensors[name].dims
        large = len(self.shipped.tensors[name].raw_data) >= INSIDE
        tensor = self.shipped.outside(name) if large else self.shipped.tensors[name]
        self.initializers.append(tensor)
        zero, scale = self.shipped.array(f"{stored}_zero_point", 0), self.shipped.array(f"{stored}_scale")
        # One scale for all, per column, or per row.
        assert scale.size == 1 or scale.shape in [(size[1],), (size[0], 1)], f"{stored}: scale {scale.shape} of {size}"
        value = self.add("Cast", take(name), to=FLOAT)
        if zero.any():
            assert zero.size == 1, f"{stored}: more than one zero point"
            value = self.add("Sub", value, self.constant(zero.item()))
        step = self.constant(scale)
        return self.add("Mul", value, take(step) if scale.shape == (size[0], 1) else step)

    def linear(self, value, module):
        """value · weight + bias in float16."""
        weight = self.dequantise(self.shipped.matrices[module].removesuffix("_quantized"))
        product = self.add("MatMul", value, self.add("Cast", weight, to=HALF))
        return self.add("Add", product, self.parameter(f"{module}.bias", np.float16))

    def normalise(self, value, module, dtype):
        scale, bias = (self.parameter(f"{module}.LayerNorm.{part}", dtype) for part in ["weight", "bias"])
        return self.add("LayerNormalization", value, scale, bias, epsilon=self.config["layer_norm_eps"])

    def embed(self):
        """float16 [batch, length, width]. In float32: these rows are looked up on the CPU whatever the rest runs on."""
        table = "encoder.embeddings"
        words = self.dequantise(
            f"{table}.word_embeddings.weight", lambda rows: self.add("Gather", rows, "input_ids")
        )
        end = self.add("Gather", self.add("Shape", "input_ids"), self.constant([1], np.int64))
        start = self.constant([0], np.int64)
        places = self.add("Slice", self.dequantise(f"{table}.position_embeddings.weight"), start, end)
        kind = self.add(
            "Slice", self.dequantise(f"{table}.token_type_embeddings.weight"), start, self.constant([1], np.int64)
        )
        total = self.add("Add", self.add("Add", words, places), kind)
        return self.add("Cast", self.normalise(total, table, np.float32), to=HALF)

    def attend(self, value, module, bias):
        heads = self.config["num_attention_heads"]
        width = self.config["hidden_size"] // heads
        split, joined = (self.constant([0, 0, *rest], np.int64) for rest in [(heads, width), (heads * width,)])

        def part(name, order):
            seen = self.add("Reshape", self.linear(value, f"{module}.self.{name}"), split)
            return self.add("Transpose", seen, perm=order)

        query, key, content = part("query", [0, 2, 1, 3]), part("key", [0, 2, 3, 1]), part("value", [0, 2, 1, 3])
        # Scaled before the product, which then stays far from the end of float16.
        scaled = self.add("Mul", query, self.constant(width**-0.5, np.float16))
        weights = self.add("Softmax", self.add("Add", self.add("MatMul", scaled, key), bias), axis=-1)
        found = self.add("Transpose", self.add("MatMul", weights, content), perm=[0, 2, 1, 3])
        return self.linear(self.add("Reshape", found, joined), f"{module}.output.dense")

    def gelu(self, value):
        """In the shape that onnxruntime knows and makes one operator of."""
        risen = self.add("Erf", self.add("Div", value, self.constant(2**0.5, np.float16)))
        half = self.add("Mul", value, self.add("Add", risen, self.constant(1, np.float16)))
        return self.add("Mul", half, self.constant(0.5, np.float16))

    def layer(self, value, module, bias):
        attended = self.add("Add", self.attend(value, f"{module}.attention", bias), value)
        value = self.normalise(attended, f"{module}.attention.output", np.float16)
        risen = self.gelu(self.linear(value, f"{module}.intermediate.dense"))
        return self.normalise(
            self.add("Add", self.linear(risen, f"{module}.output.dense"), value), f"{module}.output", np.float16
        )

    def head(self, value, mask):
        """Mean and maximum over the tokens and the last layer, as in classifier.py, in float32."""
        value, last, tokens = self.add("Cast", value, to=FLOAT), *(self.constant([axis], np.int64) for axis in [-1, 1])
        mask = self.add("Unsqueeze", mask, last)
        total = self.add("ReduceSum", self.add("Mul", value, mask), tokens, keepdims=0)
        mean = self.add("Div", total, self.add("ReduceSum", mask, tokens, keepdims=0))
        absent = self.add("Mul", self.add("Sub", self.constant(1), mask), self.constant(1e4))
        highest = self.add("ReduceMax", self.add("Sub", value, absent), axes=[1], keepdims=0)
        weight = self.dequantise(self.shipped.matrices["head"].removesuffix("_quantized"))
        product = self.add("MatMul", self.add("Concat", mean, highest, axis=-1), weight)
        self.nodes.append(helper.make_node("Add", [product, self.parameter("head.bias", np.float32)], ["logits"]))

    def build(self):
        """The whole model: int64 ids and mask in, float32 logits out."""
        assert self.config["hidden_act"] == "gelu"
        mask = self.add("Cast", "attention_mask", to=FLOAT)
        absent = self.add("Mul", self.add("Sub", mask, self.constant(1)), self.constant(1e4))
        bias = self.add("Cast", self.add("Unsqueeze", absent, self.constant([1, 2], np.int64)), to=HALF)
        value = self.embed()
        for number in range(self.config["num_hidden_layers"]):
            value = self.layer(value, f"encoder.encoder.layer.{number}", bias)
        self.head(value, mask)
        labels = len(self.config["id2label"])
        graph = helper.make_graph(
            self.nodes,
            "intent",
            [helper.make_tensor_value_info(n, INT64, ["batch", "length"]) for n in ["input_ids", "attention_mask"]],
            [helper.make_tensor_value_info("logits", FLOAT, ["batch", labels])],
            self.initializers,
        )
        return helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 17)])


def score(folder, texts):
    """Logits [texts, 12] of the float16 file on the CPU, which computes in float32 what it has no float16 for."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    session = onnxruntime.InferenceSession(folder / "onnx" / FILE)
    rows = [np.array([tokenizer.encode(text).ids]) for text in texts]
    return np.concatenate(
        [session.run(["logits"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0] for ids in rows]
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    folder = parser.parse_args().out
    shipped = Shipped(folder / "onnx" / SHIPPED)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    manifest = json.loads((folder / "handrail.json").read_text(encoding="utf-8"))
    assert manifest["files"][f"onnx/{SHIPPED}"] == digest(shipped.content), "run calibrate.py first"
    target = folder / "onnx" / FILE
    target.write_bytes(Builder(shipped, config).build().SerializeToString())
    onnx.checker.check_model(str(target))
    content = target.read_bytes()
    assert len(content) < MOST_BYTES, "a large tensor was not left outside"
    logits = score(folder, [golden["text"] for golden in manifest["golden"]])
    difference = logits - np.array([golden["logits"] for golden in manifest["golden"]])
    middle = np.sqrt((difference**2).mean())
    print(f"{len(content) / 1e3:.0f} kB; golden logits differ from the int8 file's by {middle:.3f} (root mean square), "
          f"{np.abs(difference).max():.3f} at most")  # fmt: skip
    assert middle <= MOST_DIFFERENCE, "this is not the same network"
    manifest["files"][f"onnx/{FILE}"], manifest["bytes"][f"onnx/{FILE}"] = digest(content), len(content)
    manifest["float16"] = {"logits": [[round(float(x), 4) for x in row] for row in logits]}
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (folder / "handrail.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
