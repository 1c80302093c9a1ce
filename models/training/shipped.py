"""Reads the weights back out of a shipped int8 ONNX file, so that a next model can start from it."""

import numpy as np
import onnx
import torch
from onnx import numpy_helper


def read_encoder(path):
    """Encoder state dict in float32 (BertModel names, [out, in] matrices) from a file written by export.py."""
    graph = onnx.load(str(path)).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}

    def dequantise(name):
        zero = stored.get(f"{name}_zero_point", np.float32(0))  # words are symmetric, with a scale per row
        return (stored[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * stored[f"{name}_scale"]

    state = {}
    for name, value in stored.items():
        if name.startswith("encoder.") and not name.endswith(("_scale", "_zero_point", "_quantized")):
            state[name] = value
        elif name.startswith("encoder.") and name.endswith("_quantized"):
            state[name.removesuffix("_quantized")] = dequantise(name.removesuffix("_quantized"))
    # Matrices have lost their names; the node that multiplies by one is called after its module.
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].startswith("onnx::"):
            module = node.name.split("/MatMul")[0].strip("/").replace("/", ".")
            state[f"{module}.weight"] = dequantise(node.input[1].removesuffix("_quantized")).T
    return {name.removeprefix("encoder."): torch.from_numpy(np.ascontiguousarray(v)) for name, v in state.items()}
