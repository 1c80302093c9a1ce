/**
 * Lets the page draw and answer clicks, then goes on. A message, not a timer: browsers hold the timers of a tab in the background
 * back to one a second, which would make a bench there a hundred times slower.
 */
export function pause(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
