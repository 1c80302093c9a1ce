/** What is known of the element that has the keyboard; `value` is only there on fields. */
export type Focused = { readonly isContentEditable?: boolean; readonly value?: unknown };

/**
 * Whether the focus may be moved: not out of a field with words in it, which is also where a half-composed
 * Chinese, Japanese or Korean word stands.
 */
export function isFree(active: Element | Focused | null): boolean {
	if (!active) return true;
	const { isContentEditable, value } = active as Focused;
	return isContentEditable !== true && (typeof value !== 'string' || value === '');
}
