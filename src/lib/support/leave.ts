/** The outside world of a quick exit: what a test replaces. */
export type Exit = {
	/** Hides everything, before this call returns. */
	readonly cover: () => void;
	/** Remembers in this tab that the person has left, for when somebody presses "back". */
	readonly mark: () => void;
	readonly online: () => boolean;
	/** Goes to another address and leaves no entry of this page behind. */
	readonly replace: (url: string) => void;
	/** With no connection: the address of this page stops saying what was open. */
	readonly blank: () => void;
};

/** Where to go when the chosen address is no web page: neutral, the same for everyone, in all languages. */
export const NEUTRAL = 'https://www.wikipedia.org/';

/**
 * Leaves at once: covered first, then everything else, so that no failure can keep words on the screen.
 * Deletes nothing. The browser's history may still show this site; the page says so beforehand.
 */
export function leave(to: string, clear: () => void, exit: Exit): void {
	exit.cover();
	exit.mark();
	try {
		clear();
	} finally {
		if (exit.online()) exit.replace(target(to));
		else exit.blank();
	}
}

/** Only a page of the open web: a stored setting must not become a script or a file. */
export function target(to: string): string {
	return URL.canParse(to) && new URL(to).protocol === 'https:' ? to : NEUTRAL;
}
