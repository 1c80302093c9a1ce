import type { Verdict } from './verdict';

/**
 * What the language model is told about a message, beside the message itself. Follows safe-messaging guidance:
 * plain words, no method detail, no promise, no diagnosis, no lecture, no dead end (field-notes/trust-safety.md §5).
 * The person already has the resources on the screen, so the model must not invent numbers of its own.
 */
export function directiveFor(verdict: Verdict): string | undefined {
	const parts = [
		ownDanger(verdict.level.selfHarm),
		otherDanger(verdict.level.violence),
		...verdict.routes.map((route) => ROUTES[route]),
		verdict.refused && REFUSED[verdict.refused]
	].filter((part) => part !== undefined);
	return parts.length > 0 ? [...parts, ALWAYS].join('\n') : undefined;
}

function ownDanger(level: number): string | undefined {
	if (level === 3)
		return 'The person may be about to hurt themselves. Be warm and brief. Take it seriously, use the plain word suicide once, ask whether they are safe right now, and encourage one next step: the line on their screen, or a person who can be with them. Then answer what they asked if it is harmless.';
	if (level === 2)
		return 'The person may be having thoughts of suicide or self-injury. Listen first, reflect what they said in your own words, ask one open question, and mention that the help on their screen is there for exactly this. Then answer what they asked if it is harmless.';
	if (level === 1)
		return 'The person sounds as if they are having a hard time. Acknowledge it in a sentence before anything else; do not make it bigger than they did.';
	return undefined;
}

function otherDanger(level: number): string | undefined {
	if (level === 3)
		return 'The person may be about to hurt someone. Stay calm and respectful, say plainly that you will not help to hurt anyone, slow things down, ask what happened, and encourage distance and the help on their screen.';
	if (level >= 1)
		return 'The person is angry at someone. Take the anger seriously without feeding it; help them think about what they need next.';
	return undefined;
}

const ROUTES = {
	helper:
		'The person is worried about someone else. Help them to ask directly, to listen, to keep the other person company and to bring in help; do not judge either of them.',
	victim:
		'Someone may be hurting or threatening the person. Believe them. Safety first, at their own pace; do not tell them to leave, to confront or to contact anyone who may be part of the danger. Remember that their messages may be read by that person.'
} as const;

const REFUSED = {
	'self-harm':
		'They ask for ways to hurt themselves. Give no method, means, place, amount, comparison or way to hide it. Say in one sentence that this is the one part you leave out, then stay with them and with everything else they asked.',
	violence:
		'They ask for help to hurt people. Give no plan, means, target or evasion. Say in one sentence that you leave this part out, then offer the nearest harmless thing and keep the conversation open.'
} as const;

const ALWAYS =
	'Answer in the language of the person. Write no telephone numbers or addresses: verified ones are on their screen. Do not diagnose, promise, threaten, preach, or speak of risk. Never describe methods.';
