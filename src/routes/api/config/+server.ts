import { json } from '@sveltejs/kit';
import { configuration } from '$lib/server/configuration.server';
import type { Config } from '$lib/server/schema';
import type { RequestHandler } from './$types';

/** Says whether a language model answers through this server, and where it runs, so that the page can tell the person. */
export const GET: RequestHandler = () => {
	const { model } = configuration();
	return json({
		model: model ? { configured: true, name: model.name, host: model.host } : { configured: false }
	} satisfies Config);
};
