import type { Columns } from './columns';
import { asText, fieldAt } from './field';
import { isRounded } from './identity';
import { languageTag } from './language-tag';
import type { Fields } from './table';

/** One text of a row, before its labels are translated. */
export type Entry = {
	/** Empty where the data have none, or a number that JSON has rounded to another row's. */
	readonly id: string;
	readonly text: string;
	readonly lang: string;
	readonly groups: Readonly<Record<string, string>>;
	readonly conversation: string | undefined;
	readonly order: number | undefined;
	/** False where somebody else than the person wrote it. */
	readonly person: boolean;
};

/** What data sets call the person who is talked to or helped. */
const PERSON = new Set([
	...['user', 'human', 'person', 'client', 'patient', 'seeker', 'help-seeker', 'helpseeker', 'usr'],
	...['customer', 'poster', 'op', 'prompter', 'caller', 'texter']
]);

/** The texts of a row: one, or one per turn where the row is a conversation. Undefined where a list of turns is none. */
export function entriesOf(fields: Fields, columns: Columns): readonly Entry[] | undefined {
	const at = (column: string | undefined) =>
		column === undefined ? '' : asText(fieldAt(fields, column));
	const name = columns.id === undefined ? '' : fieldAt(fields, columns.id);
	const id = typeof name === 'number' && isRounded(name) ? '' : asText(name);
	const groups = (columns.groups ?? []).map((name) => [name, at(name)] as const);
	const shared = {
		lang: languageTag(columns.lang === undefined ? (columns.language ?? '') : at(columns.lang)),
		groups: Object.fromEntries(groups.filter(([, value]) => value !== ''))
	};
	if (columns.turns !== undefined)
		return turnsOf(fieldAt(fields, columns.turns), id, at(columns.conversation) || id, {
			...shared,
			columns
		});
	return [
		{
			...shared,
			id,
			text: at(columns.text),
			conversation: at(columns.conversation) || undefined,
			order: columns.order === undefined ? undefined : readOrder(fieldAt(fields, columns.order)),
			person: columns.role === undefined || isPerson(at(columns.role), columns)
		}
	];
}

type Shared = Pick<Entry, 'lang' | 'groups'> & { readonly columns: Columns };

function turnsOf(
	turns: unknown,
	id: string,
	conversation: string,
	{ columns, ...shared }: Shared
): readonly Entry[] | undefined {
	if (!Array.isArray(turns)) return undefined;
	return turns.map((turn: unknown, index) => {
		const role = firstOf(turn, ['role', 'speaker', 'sender', 'from']);
		return {
			...shared,
			id: id && `${id}/${index + 1}`,
			text:
				typeof turn === 'string'
					? turn.trim()
					: firstOf(turn, ['text', 'content', 'value', 'utterance']),
			conversation: conversation || undefined,
			order: index + 1,
			person: role === '' || isPerson(role, columns)
		};
	});
}

function firstOf(turn: unknown, names: readonly string[]): string {
	if (typeof turn !== 'object' || turn === null) return '';
	const name = names.find((key) => Object.hasOwn(turn, key));
	return name === undefined ? '' : asText(Reflect.get(turn, name));
}

function isPerson(role: string, { person }: Columns): boolean {
	return person ? person.includes(role) : PERSON.has(role.toLowerCase());
}

/** Unix seconds of 1973 and of the year 5138: what lies between is taken for seconds, what is above for milliseconds. */
const [FIRST_SECOND, LAST_SECOND] = [1e8, 1e11];

/** A turn number as it is, a time in milliseconds; undefined where it is neither. */
export function readOrder(value: unknown): number | undefined {
	const text = asText(value);
	if (text === '') return undefined;
	const number = Number(text);
	if (Number.isFinite(number))
		return number >= FIRST_SECOND && number < LAST_SECOND ? number * 1000 : number;
	return readTime(text);
}

/** Date and time by ISO 8601, the time and its zone optional. */
const TIME =
	/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/** Only what the expression has: engines take "turn 2" for a day in 2001, and times without a zone for those of the device. */
function readTime(text: string): number | undefined {
	const found = TIME.exec(text);
	if (!found) return undefined;
	const [, date, clock = '00:00', seconds = '00', part = '', hours = '+00', minutes = '00'] = found;
	const fraction = part.slice(0, 3).padEnd(3, '0');
	const time = Date.parse(`${date}T${clock}:${seconds}.${fraction}${hours}:${minutes}`);
	return Number.isNaN(time) ? undefined : time;
}
