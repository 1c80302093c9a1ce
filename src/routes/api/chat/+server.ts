import { body } from '$lib/server/body';
import { clientAddress } from '$lib/server/client-address';
import { configuration } from '$lib/server/configuration.server';
import { problem } from '$lib/server/problem';
import { RateLimit } from '$lib/server/rate-limit';
import { sameOrigin } from '$lib/server/same-origin';
import { ChatBody } from '$lib/server/schema';
import { answer } from './answer';
import type {} from '@sveltejs/adapter-node';
import type { RequestHandler } from './$types';

const limit = new RateLimit();

/** Passes a conversation on to the operator's language model and streams its answer; keeps and logs no word of either. */
export const POST: RequestHandler = async ({ request, url, platform, getClientAddress }) => {
	const { model, chatPerMinute, clientIpHeader } = configuration();
	if (!sameOrigin(request, url)) return problem('foreign-origin');
	const address = clientAddress(request.headers, clientIpHeader, getClientAddress);
	const wait = limit.take(address, chatPerMinute, performance.now());
	if (wait > 0) return problem('too-many-requests', { headers: { 'retry-after': String(wait) } });
	const question = await body(request, ChatBody);
	if (!question.ok) return question.answer;
	if (!model) return problem('no-model');
	return answer(question.value, model, platform?.req.socket);
};
