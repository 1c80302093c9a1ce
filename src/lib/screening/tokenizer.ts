import { Tokenizer as WordPieces } from '@huggingface/tokenizers';

/** Turns text into the model's numbers. Adds nothing and cuts nothing: windows do both. */
export interface Tokenizer {
	/** Token ids without [CLS] and [SEP]. */
	encode(text: string): number[];
	/** [CLS] … [SEP]: what the model takes. */
	wrap(ids: readonly number[]): number[];
	/** Share of tokens that the vocabulary does not know, 0 for no tokens. */
	unknownShare(ids: readonly number[]): number;
	/** Share of tokens that only go on with a word: high in Latin text of a language never learnt. */
	crumbShare(ids: readonly number[]): number;
}

/** Opens tokenizer.json and tokenizer_config.json (their texts). Throws where they do not fit a BERT-like model. */
export function openTokenizer(tokenizerJson: string, configJson: string): Tokenizer {
	const pieces = new WordPieces(JSON.parse(tokenizerJson), JSON.parse(configJson));
	const id = (token: string) => {
		const found = pieces.token_to_id(token);
		if (found === undefined) throw new Error(`tokenizer.json has no ${token}`);
		return found;
	};
	const [start, end, unknown] = [id('[CLS]'), id('[SEP]'), id('[UNK]')];
	const crumb = (token: number) => pieces.id_to_token(token)?.startsWith('##') ?? false;
	return {
		encode: (text) => pieces.encode(text, { add_special_tokens: false }).ids,
		wrap: (ids) => [start, ...ids, end],
		unknownShare: (ids) => share(ids, (token) => token === unknown),
		crumbShare: (ids) => share(ids, crumb)
	};
}

function share(ids: readonly number[], holds: (token: number) => boolean): number {
	return ids.length === 0 ? 0 : ids.filter(holds).length / ids.length;
}
