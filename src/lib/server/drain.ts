let draining = false;

/** From the first signal to end on, /health/ready says no, so that a balancer sends nobody new. */
export function watchForTheEnd() {
	// src/serve.js emits it, as adapter-node's own server would.
	process.once('sveltekit:shutdown', () => (draining = true));
}

export function isDraining(): boolean {
	return draining;
}
