import * as v from 'valibot';

/** The operator's language model, behind this server. */
export type ModelConfiguration = {
	readonly url: string;
	/** What the page may know of the address. */
	readonly host: string;
	readonly key?: string;
	readonly name?: string;
	/** Milliseconds. */
	readonly patience: { readonly firstByte: number; readonly idle: number };
};

export type Configuration = {
	readonly model?: ModelConfiguration;
	/** Questions to the model that one address may ask in a minute. */
	readonly chatPerMinute: number;
	/** Header in which the operator's own proxy writes the client's address; lower case. */
	readonly clientIpHeader?: string;
	/** What a reader of /metrics has to send as a bearer token; open to everyone when absent. */
	readonly metricsToken?: string;
	readonly logLevel: (typeof LEVELS)[number];
};

/** Says in one sentence per line what has to change in the environment; never quotes a secret. */
export class ConfigurationFault extends Error {
	override readonly name = 'ConfigurationFault';
}

/** Reads the environment anew; an empty variable counts as absent. Throws `ConfigurationFault`. */
export function configuration(env: Environment = process.env): Configuration {
	const read = v.safeParse(Variables, filled(env));
	if (!read.success)
		throw new ConfigurationFault(read.issues.map(({ message }) => message).join('\n'));
	const variables = read.output;
	return {
		model: modelOf(variables),
		chatPerMinute: variables.CHAT_PER_MINUTE,
		clientIpHeader: variables.CLIENT_IP_HEADER,
		metricsToken: variables.METRICS_TOKEN,
		logLevel: variables.LOG_LEVEL
	};
}

type Environment = Readonly<Record<string, string | undefined>>;

function filled(env: Environment): Environment {
	const entries = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
	return Object.fromEntries(entries.filter(([, value]) => value));
}

function modelOf(variables: v.InferOutput<typeof Variables>): ModelConfiguration | undefined {
	if (!variables.AI_BASE_URL) return undefined;
	return {
		url: variables.AI_BASE_URL,
		host: new URL(variables.AI_BASE_URL).host,
		key: variables.AI_API_KEY,
		name: variables.AI_MODEL,
		patience: {
			firstByte: variables.AI_FIRST_BYTE_SECONDS * 1000,
			idle: variables.AI_IDLE_SECONDS * 1000
		}
	};
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const Variables = v.object({
	AI_BASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isPlainAddress,
				'AI_BASE_URL has to be the address of an OpenAI-compatible endpoint, such as https://api.example.org/v1, without a user name or password in it.'
			)
		)
	),
	AI_API_KEY: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[\x21-\x7e]+$/, 'AI_API_KEY has a space or a special character in it.')
		)
	),
	AI_MODEL: v.optional(v.string()),
	// Undici, under Node's fetch, gives up after 300 seconds of its own accord.
	AI_FIRST_BYTE_SECONDS: v.optional(whole('AI_FIRST_BYTE_SECONDS', 300), '30'),
	AI_IDLE_SECONDS: v.optional(whole('AI_IDLE_SECONDS', 300), '60'),
	CHAT_PER_MINUTE: v.optional(whole('CHAT_PER_MINUTE', 100_000), '20'),
	CLIENT_IP_HEADER: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[A-Za-z0-9-]+$/, 'CLIENT_IP_HEADER has to be the name of one header.'),
			v.toLowerCase()
		)
	),
	METRICS_TOKEN: v.optional(v.string()),
	LOG_LEVEL: v.optional(
		v.picklist(LEVELS, `LOG_LEVEL has to be one of ${LEVELS.join(', ')}.`),
		'info'
	)
});

function isPlainAddress(value: string): boolean {
	if (!URL.canParse(value)) return false;
	const { protocol, username, password } = new URL(value);
	return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

function whole(name: string, max: number) {
	const sentence = `${name} has to be a whole number from 1 to ${max}.`;
	return v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/, sentence),
		v.transform(Number),
		v.minValue(1, sentence),
		v.maxValue(max, sentence)
	);
}
