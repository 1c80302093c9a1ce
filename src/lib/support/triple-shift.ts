/** The part of a keyboard event that counts here. */
export type Key = Pick<
	KeyboardEvent,
	'type' | 'key' | 'timeStamp' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey'
>;

/** Milliseconds in which the three presses have to fall. Source: GOV.UK Design System, "Exit this page". */
export const WITHIN = 5000;

/**
 * Shift pressed and let go alone, three times within five seconds. A capital letter, a shortcut, a held key or a
 * word being composed is no press, so that writing on never leaves the page.
 */
export class TripleShift {
	#alone = false;
	#presses: number[] = [];

	/** Takes each keydown and keyup; says how many presses there are now, and 3 means: leave. */
	take(event: Key): number {
		if (event.key !== 'Shift' || event.isComposing) this.reset();
		else if (event.type === 'keydown') {
			if (!event.repeat) this.#alone = !event.ctrlKey && !event.altKey && !event.metaKey;
		} else if (this.#alone) {
			this.#alone = false;
			const recent = this.#presses.filter((at) => event.timeStamp - at <= WITHIN);
			this.#presses = [...recent, event.timeStamp];
		}
		return this.#presses.length;
	}

	/** Another key or the mouse in between: begin again. */
	reset() {
		this.#alone = false;
		this.#presses = [];
	}
}
