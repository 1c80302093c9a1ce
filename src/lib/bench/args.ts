import { parseArgs } from 'node:util';
import { Refusal } from './refusal';

export const USAGE = `Usage: npm run bench -- --data FILE… [options]
       npm run bench -- --suite DIR [options]
       npm run bench -- --compare A/results.json B/results.json [--out DIR]

  --data FILE…         CSV, TSV or JSON Lines, also .gz; columns and labels as FILE.map.json beside it says
  --maps DIR           where else NAME.map.json of data files and NAME.map.json of models may lie
  --suite DIR          behavioural cases, one <language>.jsonl each, for our models and the phrase list
  --model DIR          a model's folder, several times where there are several; "none" for no model [models/intent]
  --alone              also our model without phrases and policy
  --baseline lexicon   also the phrase list
  --scores FILE        also scores that were computed elsewhere, JSON Lines {"id","scores"}; thresholds are 0.5, or what a
                       first line {"thresholds":{label:number},"name"} says
  --judge URL          also a language model behind an OpenAI-compatible address; every text is sent there
  --judge-model NAME   its name; a key is read from HANDRAIL_JUDGE_KEY
  --backend NAME       wasm, as in the browser, or node [wasm]
  --out DIR            for results.json, report.html and what is needed to go on [bench-results]
  --with-scores        also DIR/scores: what each model said of each row, without texts; --compare needs it
  --seed N             of resamples and of the rows that --limit draws [1]
  --resamples N        of the bootstrap [1000]
  --limit N            at most N rows of each file, drawn by the seed
  --fresh              scores everything again, instead of going on where an earlier run stopped
  --resume             goes on where an earlier run stopped; this is what happens anyway
`;

export type BenchArgs = {
	readonly data: readonly string[];
	readonly maps: string | undefined;
	readonly suite: string | undefined;
	readonly models: readonly string[];
	readonly alone: boolean;
	readonly lexicon: boolean;
	readonly scores: readonly string[];
	readonly judge: { readonly url: string; readonly model: string } | undefined;
	readonly backend: string;
	readonly out: string;
	readonly withScores: boolean;
	readonly seed: number;
	readonly resamples: number;
	readonly limit: number | undefined;
	readonly fresh: boolean;
	readonly compare: readonly [string, string] | undefined;
};

const DEFAULT_MODEL = 'models/intent';

/** Reads the command line; `help` where it was asked for. Throws a Refusal that says which option is wrong. */
export function readArgs(given: readonly string[]): BenchArgs | 'help' {
	const { values, positionals } = parse(given);
	if (values.help) return 'help';
	const compare = pair(values.compare, positionals);
	const data = [...(values.data ?? []), ...(compare ? [] : positionals)];
	if (!compare && data.length === 0 && values.suite === undefined)
		throw new Refusal('Name a data file with --data, or cases with --suite; --help says more.');
	if (values.baseline !== undefined && values.baseline !== 'lexicon')
		throw new Refusal(`There is one baseline, "lexicon", and not "${values.baseline}".`);
	const { judge, 'judge-model': judgeModel } = values;
	if ((judge === undefined) !== (judgeModel === undefined))
		throw new Refusal(
			'A judge needs both --judge with its address and --judge-model with its name.'
		);
	if (values.fresh && values.resume)
		throw new Refusal('--fresh and --resume exclude each other: choose one.');
	const models = values.model ?? [DEFAULT_MODEL];
	return {
		...{ data, maps: values.maps, suite: values.suite, compare },
		models: models.filter((model) => model !== 'none'),
		alone: values.alone ?? false,
		lexicon: values.baseline === 'lexicon',
		scores: values.scores ?? [],
		judge:
			judge !== undefined && judgeModel !== undefined
				? { url: judge, model: judgeModel }
				: undefined,
		backend: values.backend,
		out: values.out,
		withScores: values['with-scores'] ?? false,
		seed: whole('--seed', values.seed, 0),
		resamples: whole('--resamples', values.resamples, 1),
		limit: values.limit === undefined ? undefined : whole('--limit', values.limit, 1),
		fresh: values.fresh ?? false
	};
}

function parse(given: readonly string[]) {
	try {
		return parseArgs({
			args: [...given],
			allowPositionals: true,
			options: {
				help: { type: 'boolean', short: 'h' },
				data: { type: 'string', multiple: true },
				maps: { type: 'string' },
				suite: { type: 'string' },
				model: { type: 'string', multiple: true },
				alone: { type: 'boolean' },
				baseline: { type: 'string' },
				scores: { type: 'string', multiple: true },
				judge: { type: 'string' },
				'judge-model': { type: 'string' },
				backend: { type: 'string', default: 'wasm' },
				out: { type: 'string', default: 'bench-results' },
				'with-scores': { type: 'boolean' },
				seed: { type: 'string', default: '1' },
				resamples: { type: 'string', default: '1000' },
				limit: { type: 'string' },
				fresh: { type: 'boolean' },
				resume: { type: 'boolean' },
				compare: { type: 'string' }
			}
		});
	} catch (error) {
		const [sentence = ''] = (error as Error).message.split(/\. |\n/);
		throw new Refusal(`${sentence.replace(/\.$/, '')}; --help lists the options.`);
	}
}

function pair(first: string | undefined, rest: readonly string[]): BenchArgs['compare'] {
	if (first === undefined) return undefined;
	const [second, ...more] = rest;
	if (second === undefined || more.length > 0)
		throw new Refusal('--compare needs two results: --compare A/results.json B/results.json.');
	return [first, second];
}

function whole(option: string, text: string, least: number): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= 0xffffffff) return value;
	throw new Refusal(`${option} needs a whole number from ${least} on, not "${text.slice(0, 40)}".`);
}
