import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript-eslint';
import config from './svelte.config.js';

/**
 * What each folder of src/lib may import, in the order a message travels: the folder table of ARCHITECTURE.md,
 * executable. Anything absent is an error, in types and in workers too.
 * @type {Record<string, string[]>}
 */
const mayImport = {
	intent: [],
	policy: ['intent'],
	screening: ['intent'],
	resources: [],
	ui: [],
	signals: ['intent'],
	notices: [],
	contact: ['notices', 'ui'],
	enforcement: ['notices'],
	review: ['intent', 'policy', 'contact', 'enforcement', 'notices', 'signals', 'ui'],
	device: ['intent', 'policy', 'signals', 'notices'],
	support: ['intent', 'policy', 'resources', 'contact', 'device', 'ui'],
	chat: ['intent', 'policy', 'screening', 'support', 'device', 'review', 'ui'],
	bench: ['intent', 'policy', 'screening', 'ui'],
	server: []
};

/** Folders whose words a person reads; the others stay free of any interface language. */
const speaks = ['support', 'chat', 'contact', 'review', 'notices', 'bench', 'ui', 'enforcement'];

/** The only files of the device that may reach the network. */
const doors = ['src/lib/device/network.ts', 'src/lib/screening/model.ts', 'src/service-worker.ts'];

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
	name,
	message: 'Only device/network.ts and screening/model.ts open a connection.'
}));

/** @param {string} folder @param {string[]} allowed @param {boolean} nested */
function borders(folder, allowed, nested) {
	const patterns = [
		{ regex: '^\\.\\./', message: 'Leave a folder by its name: $lib/<folder>/….' },
		{ regex: '^\\$lib/[^/]+$', message: 'No barrels: name the file.' },
		{
			regex: `^\\$lib/(?!(${[folder, ...allowed].join('|')})/)`,
			message: `${folder} may import only: ${allowed.join(', ') || 'nothing'}.`
		}
	];
	if (!nested) patterns.push({ regex: `^\\$lib/${folder}/`, message: 'Inside a folder: ./' });
	if (!speaks.includes(folder))
		patterns.push({ regex: '^\\$paraglide', message: `${folder} has no words of its own.` });
	return patterns;
}

/** @param {string} folder @param {string[]} allowed @param {{ server?: boolean, nested?: boolean }} where */
function rules(folder, allowed, { server = false, nested = false } = {}) {
	const list = server ? [...allowed, 'server'] : allowed;
	const dynamic = `ImportExpression[source.value=/^\\$lib\\u002f(?!(${[folder, ...list].join('|')})\\u002f)/]`;
	return {
		'no-restricted-imports': /** @type {const} */ ([
			'error',
			{
				patterns: [
					...borders(folder, list, nested),
					...(server
						? []
						: [{ regex: '\\.server(\\.[jt]s)?$', message: 'Server code stays on the server.' }])
				]
			}
		]),
		'no-restricted-syntax': /** @type {const} */ ([
			'error',
			{ selector: dynamic, message: `${folder} may import only: ${list.join(', ') || 'nothing'}.` },
			{
				selector: 'ImportExpression[source.value=/^\\.\\.\\u002f/]',
				message: 'Leave a folder by its name: $lib/<folder>/….'
			}
		])
	};
}

const folders = Object.entries(mayImport).flatMap(([folder, allowed]) => [
	{
		files: [`src/lib/${folder}/*.{ts,js,svelte}`],
		rules: rules(folder, allowed, { server: folder === 'server' })
	},
	{
		files: [`src/lib/${folder}/*/**/*.{ts,js,svelte}`],
		rules: rules(folder, allowed, { server: folder === 'server', nested: true })
	},
	{ files: [`src/lib/${folder}/**/*.server.ts`], rules: rules(folder, allowed, { server: true }) }
]);

export default typescript.config(
	{
		ignores: ['build/', '.svelte-kit/', 'src/paraglide/', 'test-results/', 'models/training/.venv/']
	},
	...typescript.configs.strict,
	...svelte.configs.recommended,
	{
		rules: {
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig: config } }
	},
	{
		files: ['src/lib/**/*.{ts,js,svelte}', 'src/routes/**/*.svelte', 'src/service-worker.ts'],
		ignores: ['**/*.server.ts', '**/*.test.ts', 'src/lib/server/**', 'src/lib/bench/**'],
		rules: { 'no-restricted-globals': ['error', ...network] }
	},
	{ files: doors, rules: { 'no-restricted-globals': 'off' } },
	{
		files: ['src/lib/**/*.{ts,js,svelte}', 'src/routes/**/*.svelte'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'navigator', property: 'sendBeacon', message: 'One door: device/network.ts.' }
			]
		}
	},
	...folders
);
