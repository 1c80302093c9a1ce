import { json } from '@sveltejs/kit';
import { isDraining } from '$lib/server/drain';
import type { RequestHandler } from './$types';

/** New people may be sent here. The operator's model is not asked: the page helps without it. */
export const GET: RequestHandler = () =>
	isDraining() ? json({ status: 'ending' }, { status: 503 }) : json({ status: 'ready' });
