"""Step 5. Writes config.json, tokenizer files and onnx/model_quantized.onnx (dynamic int8, per channel) into a folder.

    python export.py --work DIR --out ../intent [--name classifier]

Inputs input_ids, attention_mask int64 [batch, length]; output logits float32 [batch, 12].
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from classifier import open_classifier
from corpus import add_work_argument
from encoder import WINDOW, pad
from labels import INDEX, LABELS


def export_float(model, path):
    """Writes the fp32 ONNX file (opset 17, batch and length dynamic)."""
    tokens, mask = pad([[2, 50, 60, 70, 3], [2, 50, 3]])
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        model, (tokens, mask), str(path), dynamo=False, opset_version=17, input_names=["input_ids", "attention_mask"],
        output_names=["logits"], dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": {0: "batch"}},
    )  # fmt: skip


WORDS = "encoder.embeddings.word_embeddings.weight"


def quantise_words(graph, table):
    """Gives each piece of the vocabulary its own scale: with one for the table, the largest vector sets everybody's step."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / 127
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == f"{WORDS}_quantized")
    old = next(node for node in graph.node if node.op_type == "DequantizeLinear" and node.input[0] == gather.output[0])
    ids, words = gather.input[1], old.output[0]
    new = [
        helper.make_node("Gather", [f"{WORDS}_quantized", ids], ["words_int8"], name="words/Gather"),
        helper.make_node("Cast", ["words_int8"], ["words_float"], name="words/Cast", to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", [f"{WORDS}_scale", ids], ["words_step"], name="words/GatherScale"),
        helper.make_node("Mul", ["words_float", "words_step"], [words], name="words/Mul"),
    ]
    place = list(graph.node).index(gather)
    for node in (gather, old):
        graph.node.remove(node)
    for offset, node in enumerate(new):
        graph.node.insert(place + offset, node)
    for tensor in [t for t in graph.initializer if t.name.startswith(f"{WORDS}_")]:
        graph.initializer.remove(tensor)
    rows = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    graph.initializer.extend(
        [numpy_helper.from_array(rows, f"{WORDS}_quantized"), numpy_helper.from_array(scale, f"{WORDS}_scale")]
    )


def quantise(source, target):
    """fp32 -> dynamic int8: MatMul weights per output channel, words per piece, the small embeddings per table."""
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    prepared.unlink()
    table = next(t for t in onnx.load(str(source)).graph.initializer if t.name == WORDS)
    model = onnx.load(str(target))
    quantise_words(model.graph, numpy_helper.to_array(table))
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def write_layout(work, out, encoder_config):
    """config.json, tokenizer.json and tokenizer_config.json in Hugging Face layout."""
    config = {
        "architectures": ["BertForSequenceClassification"],
        "model_type": "bert",
        "pooling": "mean and max of the last layer, concatenated; linear head",
        "problem_type": "multi_label_classification",
        "id2label": {str(position): label for label, position in INDEX.items()},
        "label2id": INDEX,
        "vocab_size": encoder_config.vocab_size,
        "hidden_size": encoder_config.hidden_size,
        "num_hidden_layers": encoder_config.num_hidden_layers,
        "num_attention_heads": encoder_config.num_attention_heads,
        "intermediate_size": encoder_config.intermediate_size,
        "hidden_act": encoder_config.hidden_act,
        "layer_norm_eps": encoder_config.layer_norm_eps,
        "max_position_embeddings": encoder_config.max_position_embeddings,
        "type_vocab_size": encoder_config.type_vocab_size,
        "pad_token_id": 0,
    }
    tokenizer_config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": WINDOW,
        "unk_token": "[UNK]",
        "pad_token": "[PAD]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
        "mask_token": "[MASK]",
        "clean_up_tokenization_spaces": False,
    }
    for name, content in [("config.json", config), ("tokenizer_config.json", tokenizer_config)]:
        (out / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    shutil.copyfile(work / "tokenizer.json", out / "tokenizer.json")
    Tokenizer.from_file(str(out / "tokenizer.json"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_work_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="classifier")
    arguments = parser.parse_args()
    (arguments.out / "onnx").mkdir(parents=True, exist_ok=True)
    model = open_classifier(arguments.work / "student")
    model.load_state_dict(torch.load(arguments.work / f"{arguments.name}.pt"))
    model.encoder.set_attn_implementation("eager")
    model.eval()
    float_path = arguments.work / f"{arguments.name}.onnx"
    with torch.no_grad():
        export_float(model, float_path)
    quantise(float_path, arguments.out / "onnx" / "model_quantized.onnx")
    write_layout(arguments.work, arguments.out, model.encoder.config)
    total = sum(path.stat().st_size for path in arguments.out.rglob("*") if path.is_file())
    print(f"{len(LABELS)} labels, folder {total / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
