import * as v from 'valibot';
import { network } from '$lib/device/network';

/** The operator's language model, as far as the page may know it: never its key. */
export type ServerModel = { readonly name: string; readonly host: string };

const Config = v.object({
	model: v.object({
		configured: v.boolean(),
		name: v.optional(v.string(), ''),
		host: v.optional(v.string(), '')
	})
});

/** Asks the server once; undefined when it has no model, or when there is no server to ask. */
export async function serverModel(): Promise<ServerModel | undefined> {
	try {
		const answer = await network('/api/config');
		const { model } = v.parse(Config, await answer.json());
		return model.configured ? { name: model.name, host: model.host } : undefined;
	} catch {
		return undefined;
	}
}
