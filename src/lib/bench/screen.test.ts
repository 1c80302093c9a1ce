import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { LABELS } from '$lib/intent/labels';

/** As `npm run screen` does it. */
function start(...options: string[]) {
	const command = ['--import', 'tsx', 'src/lib/bench/screen.ts', ...options];
	return spawn(process.execPath, command, {
		env: { ...process.env, TSX_TSCONFIG_PATH: 'src/lib/bench/tsconfig.json' }
	});
}

async function screen(input: string, ...options: string[]) {
	const command = start(...options);
	command.stdin.end(input);
	const [out, said, [status]] = await Promise.all([
		text(command.stdout),
		text(command.stderr),
		once(command, 'close')
	]);
	const lines = out.split('\n').slice(0, -1);
	return { answers: lines.map((line) => JSON.parse(line)), said, status };
}

const write = (...items: object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const SLOW = 120_000;

describe('npm run screen', { timeout: SLOW }, () => {
	it('answers each line in order, and one object per turn of the person', async () => {
		const { answers, status } = await screen(
			write(
				{ id: 'a', text: 'What is the capital of Portugal?' },
				{
					id: 2,
					turns: [
						{ role: 'user', text: "I'm going to kill myself tonight", at: '2026-01-01T10:00:00Z' },
						{ role: 'assistant', text: 'I want to die' },
						{ role: 'user', text: 'What is the capital of Portugal?', at: '2026-01-01T10:01:00Z' },
						{ role: 'user', text: 'What is the capital of Portugal?', at: '2026-01-09T10:01:00Z' }
					]
				}
			)
		);
		expect(status).toBe(0);
		const [first, second] = answers;
		expect(first).toEqual({
			id: 'a',
			scores: Object.fromEntries(LABELS.map((label) => [label, expect.any(Number)])),
			level: { selfHarm: 0, violence: 0 },
			routes: [],
			state: 'ok',
			lang: 'en'
		});
		expect(JSON.stringify(first.scores)).not.toMatch(/\.\d{5}/);
		expect(second).toMatchObject({ id: 2 });
		// The message after a plan still has help in reach; days later it has not.
		expect(second.turns.map((turn: typeof first) => turn.level.selfHarm)).toEqual([3, 1, 0]);
	});

	it('gives what is said outright its level in ten languages, and a figure of speech none', async () => {
		const [plans, threats, harmless] = [
			[
				'I have decided to kill myself tonight',
				'He decidido quitarme la vida esta noche',
				'我决定今晚自杀',
				'今夜自殺します',
				'오늘 밤에 자살할 거예요',
				'Je vais me suicider ce soir',
				'Ich bringe mich heute Abend um',
				'Vou me matar hoje à noite',
				'मैं आज रात आत्महत्या कर लूँगा',
				'aaj raat main suicide kar lunga',
				'سأنتحر الليلة'
			],
			[
				"I'm going to kill him",
				'Voy a matar a mi jefe',
				'我要杀了他',
				'明日上司を殺します',
				'그 사람을 죽일 거야',
				'Je vais tuer mon patron demain',
				'Ich werde ihn morgen umbringen',
				'Vou matar meu chefe amanhã',
				'मैं उसे कल जान से मार दूँगा',
				'kal main usko jaan se maar dunga',
				'سأقتله غدا'
			],
			['This homework is killing me', 'how do I kill -9 a process']
		];
		const { answers } = await screen(
			write(...[...plans, ...threats, ...harmless].map((text, id) => ({ id, text })))
		);
		const levels = answers.map(({ level }) => [level.selfHarm, level.violence]);
		const three = plans.map(() => 3);
		expect(levels.slice(0, 11).map(([selfHarm]) => selfHarm)).toEqual(three);
		expect(levels.slice(11, 22).map(([, violence]) => violence)).toEqual(three);
		expect(levels.slice(22)).toEqual(harmless.map(() => [0, 0]));
	});

	it('answers bad lines with an error, screens the rest, and ends with status 1', async () => {
		const { answers, status } = await screen(
			`nonsense\n${write({ id: 'b' }, { id: 'c', text: 'hello' })}`,
			'--jobs',
			'2'
		);
		expect(answers).toEqual([
			{ id: null, error: expect.any(String) },
			{ id: 'b', error: expect.any(String) },
			expect.objectContaining({ id: 'c', state: 'ok' })
		]);
		expect(status).toBe(1);
	});

	it('gives the same answers in the same order with several jobs', async () => {
		const items = Array.from({ length: 60 }, (_, n) => ({
			id: n,
			text: 'word '.repeat((n * 37) % 200) + n
		}));
		const [one, three] = await Promise.all([
			screen(write(...items)),
			screen(write(...items), '--jobs', '3')
		]);
		expect(three.answers).toEqual(one.answers);
		expect(one.answers.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	});

	it('says in one sentence that the model is missing, and lets the lexicon answer', async () => {
		const input = write({ id: 1, text: 'I want to die' }, { id: 2, text: 'good morning' });
		const { answers, said, status } = await screen(input, '--model', '/nowhere', '--jobs', '2');
		expect(said.match(/\/nowhere has no handrail.json/g)).toHaveLength(1);
		expect(answers).toMatchObject([
			{ state: 'unscreened', level: { selfHarm: 2 } },
			{ state: 'unscreened', level: { selfHarm: 0 }, scores: { none: 0 } }
		]);
		expect(status).toBe(0);
	});

	it('answers each line as it comes, to a program that waits for the answer', async () => {
		const command = start('--model', '/nowhere');
		for (const id of [1, 2, 3]) {
			command.stdin.write(write({ id, text: 'hello' }));
			const [answer] = await once(command.stdout, 'data');
			expect(JSON.parse(String(answer))).toMatchObject({ id });
		}
		command.stdin.end();
		expect(await once(command, 'close')).toEqual([0, null]);
	});

	it('stops quietly when nobody reads on', async () => {
		const command = start('--model', '/nowhere');
		command.stdin.on('error', () => undefined);
		const said = text(command.stderr);
		const feed = setInterval(() => command.stdin.write(write({ id: 1, text: 'hello' })), 1);
		await once(command.stdout, 'data');
		command.stdout.destroy();
		const [status] = await once(command, 'close');
		clearInterval(feed);
		expect(status).toBe(0);
		expect(await said).not.toMatch(/EPIPE|Error/);
	});

	it('refuses options it does not know', async () => {
		const { said, status } = await screen('', '--job', '2');
		expect(said).toMatch(/^Usage: /);
		expect(status).toBe(2);
	});
});
