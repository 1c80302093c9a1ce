import * as v from 'valibot';
import { Refusal } from './refusal';
import { FORMAT, Results } from './results';

/** Larger files are no results. Bytes. */
const LARGEST = 100e6;

/** Reads a results.json. Rejects with a Refusal that says why it is none. */
export async function readResults(file: File): Promise<Results> {
	if (file.size > LARGEST) throw new Refusal(`${file.name} is too large for a results.json.`);
	let json: unknown;
	try {
		json = JSON.parse(await file.text());
	} catch {
		throw new Refusal(`${file.name} is not JSON: choose a results.json of the bench.`);
	}
	const result = v.safeParse(Results, json);
	if (result.success) return result.output;
	const format = v.safeParse(v.object({ format: v.string() }), json);
	throw new Refusal(
		format.success && format.output.format !== FORMAT
			? `${file.name} has the format "${format.output.format.slice(0, 40)}", and this version reads ${FORMAT}.`
			: `${file.name} is no results.json of the bench, or it is damaged.`
	);
}
