// Compares @huggingface/tokenizers (JavaScript) with the ids that check_tokenizer.py wrote with the Rust library.
//   node check_tokenizer.mjs TOKENIZER.json IDS.jsonl      exit status 1 on any difference
import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";

const [tokenizerPath, idsPath] = process.argv.slice(2);
const tokenizer = new Tokenizer(JSON.parse(readFileSync(tokenizerPath, "utf8")), {});
let texts = 0;
const differing = [];
for (const line of readFileSync(idsPath, "utf8").split("\n")) {
  if (!line) continue;
  const { id, text, ids } = JSON.parse(line);
  texts += 1;
  if (tokenizer.encode(text).ids.join(" ") !== ids.join(" ")) differing.push(id);
}
console.log(`${texts} texts, ${differing.length} differ ${differing.slice(0, 20).join(" ")}`);
process.exit(differing.length ? 1 : 0);
