import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** What lint says about a file with this one line, as rule names. */
async function complaints(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? [])
		.map(({ ruleId }) => ruleId ?? 'parse')
		.filter((rule) => rule.startsWith('no-restricted'));
}

describe('the folder table is held by lint', () => {
	test.each([
		['src/lib/screening/worker.ts', "import '$lib/server/log';\n"],
		[
			'src/lib/screening/worker.ts',
			"import type { Plan } from '$lib/policy/plan';\nexport type X = Plan;\n"
		],
		['src/lib/policy/plan.ts', "await import('$lib/device/network');\n"],
		['src/lib/resources/nearest.ts', "import '../policy/plan';\n"],
		['src/lib/chat/reply.ts', "import '$lib/server/configuration.server';\n"],
		['src/lib/policy/plan.ts', "import '$paraglide/messages';\n"],
		['src/lib/support/face.ts', "import '$lib/chat/tree';\n"]
	])('%s may not say %s', async (file, code) => {
		expect(await complaints(file, code)).not.toEqual([]);
	});

	test.each([
		['src/lib/chat/tree.ts', "export const x = fetch('/');\n"],
		['src/lib/support/reach.ts', 'export const x = new WebSocket(location.href);\n'],
		['src/lib/screening/worker.ts', "export const x = navigator.sendBeacon('/');\n"]
	])('%s may not open a connection: %s', async (file, code) => {
		expect(await complaints(file, code)).not.toEqual([]);
	});

	test.each([
		['src/lib/chat/tree.ts', "import '$lib/policy/plan';\n"],
		['src/lib/device/network.ts', "export const x = fetch('/');\n"]
	])('%s may say %s', async (file, code) => {
		expect(await complaints(file, code)).toEqual([]);
	});
});
