import type { Progress } from './progress';
import { duration } from './words';

/** Milliseconds between two lines where nobody watches. */
const EVERY = 5000;

/** Control signs, line feeds and tabs apart, and those that turn the direction of writing. */
const CONTROLS =
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text for the terminal: names from the data must not move its cursor or colour it. */
export function harmless(text: string): string {
	return text.replace(CONTROLS, '');
}

/** Says on stderr how far it is: one line that changes in a terminal, a line now and then elsewhere. */
export class Terminal {
	#said = -Infinity;
	#open = false;

	/** A line that the next one may replace. */
	progress(line: string, last = false): void {
		const now = performance.now();
		if (process.stderr.isTTY) {
			process.stderr.write(`\r\u001b[K${harmless(line)}`);
			this.#open = true;
			if (last) this.#end();
		} else if (last || now - this.#said >= EVERY) {
			process.stderr.write(`${harmless(line)}\n`);
			this.#said = now;
		}
	}

	/** A line that stays. */
	say(line: string): void {
		this.#end();
		process.stderr.write(`${harmless(line)}\n`);
	}

	scoring(set: string, progress: Progress): void {
		const { model, index, models, phase, done, rows, rate, secondsLeft, kept } = progress;
		const which = models > 1 ? `${model} (${index + 1} of ${models})` : model;
		if (phase === 'opening') return this.progress(`${set}: opening ${which}`);
		const share = rows === 0 ? 100 : Math.floor((100 * done) / rows);
		const parts = [
			`${set}: ${which}, ${done} of ${rows} rows (${share} %)`,
			...(kept > 0 ? [`${kept} from an earlier run`] : []),
			...(rate ? [`${rate.toFixed(rate < 10 ? 1 : 0)} per second`] : []),
			...(secondsLeft !== undefined && phase === 'scoring' ? [`${duration(secondsLeft)} left`] : [])
		];
		this.progress(parts.join(', '), phase === 'finished');
	}

	/** Of work whose parts take about the same time. */
	part(what: string): (done: number, of: number) => void {
		const start = performance.now();
		return (done, of) => {
			if (of === 0) return;
			const left = done > 0 ? ((performance.now() - start) / 1000 / done) * (of - done) : undefined;
			const share = `${Math.floor((100 * done) / of)} %`;
			const rest = left === undefined || done === of ? '' : `, ${duration(left)} left`;
			this.progress(`${what}: ${share}${rest}`, done === of);
		};
	}

	#end(): void {
		if (this.#open) process.stderr.write('\n');
		this.#open = false;
	}
}
