import africa from './data/africa.json';
import americas from './data/americas.json';
import asia from './data/asia.json';
import europe from './data/europe.json';
import oceania from './data/oceania.json';
import worldwide from './data/worldwide.json';
import type { Resource } from './resource';

/**
 * Every record, in one piece: help must be there at once and offline.
 * JSON widens literals, hence the cast; the schema test parses each record.
 */
export const records = [
	...africa,
	...americas,
	...asia,
	...europe,
	...oceania,
	...worldwide
] as unknown as readonly Resource[];
