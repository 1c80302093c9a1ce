/** The twelve labels of CONTRACTS.md, in the order of the model's outputs. */
export const LABELS = [
	'none',
	'mental-health/information',
	'self-harm/distress',
	'self-harm/ideation',
	'self-harm/intent',
	'self-harm/instructions',
	'self-harm/concern-other',
	'violence/discussion',
	'violence/anger',
	'violence/threat',
	'violence/instructions',
	'violence/victim'
] as const;

/** What a message may be about; several can hold at once. */
export type Label = (typeof LABELS)[number];
