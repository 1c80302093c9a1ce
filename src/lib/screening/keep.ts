const SHELF = 'handrail-runtime';

/**
 * Keeps the files of the runtimes for flight mode, where the service worker finds them: they are part of the worker's
 * bundle, which the page's own list of files does not name. They come out of the browser's cache, not over the line
 * again, and whatever is no longer named is thrown away. Where storage is refused, nothing is kept and nothing fails.
 */
export async function keep(urls: readonly string[]): Promise<void> {
	try {
		const shelf = await caches.open(SHELF);
		const wanted = urls.map((url) => new URL(url, location.origin).href);
		for (const { url } of await shelf.keys()) if (!wanted.includes(url)) await shelf.delete(url);
		for (const url of wanted) if (!(await shelf.match(url))) await shelf.add(url);
	} catch {
		// A private window or a full disk: the next visit needs the network for these.
	}
}
