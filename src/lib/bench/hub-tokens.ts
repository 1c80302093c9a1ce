import { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { parse } from './hub-config';
import { Refusal } from './refusal';

const Config = v.object({ model_max_length: v.nullish(v.number()) });

/** Where neither the tokenizer nor the positions say how long a text may be. */
const USUAL = 512;

/** transformers writes 1e30 where a tokenizer has no limit. */
const NO_LIMIT = 1e6;

export type HubTokenizer = {
	/** Special tokens included, cut at the end as `truncation=True` does in transformers. */
	encode(text: string): { readonly ids: readonly number[]; readonly tokens: number };
	readonly maxTokens: number;
};

/** Opens any tokenizer.json of the Hugging Face library. Throws a Refusal where it cannot be used. */
export function openHubTokenizer(
	json: string,
	configJson: string | undefined,
	positions: number | undefined,
	folder: string
): HubTokenizer {
	const config = parse(configJson ?? '{}', `${folder}/tokenizer_config.json`);
	const described = parse(json, `${folder}/tokenizer.json`);
	const pieces = open(described, config, folder);
	const said = v.safeParse(Config, config);
	const own = (said.success && said.output.model_max_length) || Infinity;
	const limits = [own, positions ?? Infinity].filter((limit) => limit > 0 && limit < NO_LIMIT);
	const maxTokens = limits.length > 0 ? Math.min(...limits) : USUAL;
	return {
		maxTokens,
		encode(text) {
			const bare = pieces.encode(text, { add_special_tokens: false }).ids;
			const full = pieces.encode(text).ids;
			return { ids: cut(full, bare, maxTokens), tokens: bare.length };
		}
	};
}

function open(described: unknown, config: unknown, folder: string): Tokenizer {
	try {
		const pieces = new Tokenizer(Object(described), Object(config));
		pieces.encode('a');
		return pieces;
	} catch {
		throw new Refusal(
			`${folder}/tokenizer.json is of a kind that cannot be read here: export it again with save_pretrained of a fast tokenizer.`
		);
	}
}

/** Shortens the text's own tokens, so that the special ones around them stay. */
function cut(full: readonly number[], bare: readonly number[], most: number): readonly number[] {
	if (full.length <= most) return full;
	const special = full.length - bare.length;
	for (let before = 0; before <= special; before++) {
		if (!bare.every((id, index) => full[before + index] === id)) continue;
		const room = Math.max(0, most - special);
		return [...full.slice(0, before), ...bare.slice(0, room), ...full.slice(before + bare.length)];
	}
	return full.slice(0, most);
}
