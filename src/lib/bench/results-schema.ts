import { toJsonSchema } from '@valibot/to-json-schema';
import { Results } from './results';

/** JSON Schema of results.json. Published as static/bench/results.schema.json; a test holds the two equal. */
export function resultsSchema(): object {
	return {
		...toJsonSchema(Results, { target: 'draft-2020-12' }),
		title: 'Result of the Handrail bench',
		description:
			'Figures of text classifiers on labelled data. Holds no text and no row of the data. null: not defined.'
	};
}
