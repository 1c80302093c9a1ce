/** Opening hours on the screen are read anew this often. Milliseconds. */
const EVERY = 60_000;

/** The current time in milliseconds, a minute old at most while the component that made it is on the page. */
export class Clock {
	now = $state(Date.now());

	constructor() {
		$effect(() => {
			const timer = setInterval(() => (this.now = Date.now()), EVERY);
			return () => clearInterval(timer);
		});
	}
}
