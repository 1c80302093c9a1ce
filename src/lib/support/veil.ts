import { flushSync, mount } from 'svelte';
import type { Exit } from './leave';
import Veil from './Veil.svelte';

/** In session storage: this tab was left by the quick exit and has not been opened again. */
const LEFT = 'handrail-left';

/** Milliseconds in which a tap does not bring the page back: the second half of a double tap is no wish to return. */
const DEAF = 3000;

/** The quick exit in a real browser. */
export const exit: Exit = {
	cover: () => cover(DEAF),
	mark: () => keep(() => sessionStorage.setItem(LEFT, '1')),
	online: () => navigator.onLine,
	replace: (url) => location.replace(url),
	blank: () => history.replaceState(history.state, '', '/')
};

/** Call before anything is drawn: a tab that was left stays covered, also after "back" and after a reload. */
export function coverIfLeft(): void {
	if (keep(() => sessionStorage.getItem(LEFT)) === '1') cover(0);
}

/** Opens the app again, on a fresh page: not on what was in view before. */
export function uncover(): void {
	keep(() => sessionStorage.removeItem(LEFT));
	location.replace('/');
}

let covered = false;

/** Outside the app's own tree, so that clearing the app cannot take the cover away. */
function cover(deaf: number) {
	if (covered) return;
	covered = true;
	document.title = '';
	flushSync(() => mount(Veil, { target: document.body, props: { deaf, onReturn: uncover } }));
}

/** Storage can be refused; leaving works without it. */
function keep<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
