const SIGNS: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** A text for HTML or XML, in elements and in quoted attributes; signs that XML does not allow are left out. */
export function escape(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '').replace(FORBIDDEN, '');
}

/** XML 1.0, production Char. Lone surrogates go when the text becomes UTF-8. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
