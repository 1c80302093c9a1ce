// Scores JSON Lines {"id","text"} with a model folder in onnxruntime-web (wasm, one thread) and writes
// {"id","logits":[12],"tokens":N,"unknown":N} per line.
//   node score.mjs MODEL_FOLDER IN.jsonl OUT.jsonl
// Texts longer than one window are cut into overlapping windows: the highest logit per label counts, for `none` the lowest.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import * as ort from "onnxruntime-web/wasm";

const MAX_TOKENS = 128; // [CLS] and [SEP] included
const STRIDE = 32; // tokens shared by neighbouring windows

const [folder, source, target] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")), {});
const session = await ort.InferenceSession.create(readFileSync(join(folder, "onnx/model_quantized.onnx")), {
  executionProviders: ["wasm"],
});
const unknownId = tokenizer.token_to_id("[UNK]");

/** Windows of token ids, each with its [CLS] and [SEP]. */
function* cutWindows(ids) {
  const [first, last] = [ids[0], ids.at(-1)];
  const content = ids.slice(1, -1);
  const room = MAX_TOKENS - 2;
  for (let start = 0; ; start += room - STRIDE) {
    yield [first, ...content.slice(start, start + room), last];
    if (start + room >= content.length) return;
  }
}

/** Logits of one window, 12 numbers. */
async function runWindow(ids) {
  const shape = [1, ids.length];
  const feeds = {
    input_ids: new ort.Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new ort.Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
  };
  return [...(await session.run(feeds)).logits.data];
}

const lines = [];
for (const line of readFileSync(source, "utf8").split("\n")) {
  if (!line) continue;
  const { id, text } = JSON.parse(line);
  const { ids } = tokenizer.encode(text);
  let logits = null;
  for (const window of cutWindows(ids)) {
    const found = await runWindow(window);
    logits = logits ? logits.map((old, k) => (k === 0 ? Math.min : Math.max)(old, found[k])) : found;
  }
  const unknown = ids.filter((token) => token === unknownId).length;
  lines.push(JSON.stringify({ id, logits: logits.map((x) => Number(x.toFixed(4))), tokens: ids.length - 2, unknown }));
}
writeFileSync(target, lines.join("\n") + "\n");
