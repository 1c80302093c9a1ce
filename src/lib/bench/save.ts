/** Saves a text or a blob as a file, where the browser puts downloads. */
export function save(name: string, content: string | Blob, type: string): void {
	const blob = content instanceof Blob ? content : new Blob([content], { type });
	const url = URL.createObjectURL(blob);
	Object.assign(document.createElement('a'), { href: url, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name for a file out of anything: letters and digits with hyphens between. */
export function fileName(...parts: readonly string[]): string {
	const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-+|-+$/g, ''));
	return plain.filter((part) => part !== '').join('-');
}
