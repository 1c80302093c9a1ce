import type { JobMessage } from './crew';
import { openModel } from './open';

/** One process of `npm run screen -- --jobs N`: gets a line, sends its answer. Ends with the one that started it. */
const say = (message: JobMessage) => process.send?.(message);

process.on('disconnect', () => process.exit());

const [, , directory = ''] = process.argv;
const { answer, warning } = await openModel(directory);
process.on('message', (line: string) => {
	void answer(line).then((given) => say({ kind: 'answer', answer: given }));
});
say({ kind: 'ready', warning });
