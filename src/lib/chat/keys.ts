type Key = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

/**
 * Whether a key press sends the message. Enter that confirms an input method's candidate never does: `isComposing`
 * says so everywhere but in Safari, which reports it only by key code 229 (WebKit bug 165004). On a touch keyboard
 * Enter is a new line; Ctrl or Command with Enter always sends.
 */
export function sends(event: Key, setting: { enterSends: boolean; touch: boolean }): boolean {
	if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false;
	if (event.ctrlKey || event.metaKey) return true;
	return setting.enterSends && !setting.touch && !event.shiftKey && !event.altKey;
}
