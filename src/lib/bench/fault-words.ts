import { m } from '$paraglide/messages';
import { nameList, type Fault } from './fault';
import { count } from './numbers';

type Said = { readonly text: string; readonly lang?: string };
type Gaps = { readonly names: string; readonly count: string };

/** Faults that the page says in the person's language; of the others it shows the English sentence. */
const WORDS: Readonly<Record<string, (gaps: Gaps) => string>> = {
	unknown: m.bench_fault_unknown,
	'worker/gone': m.bench_fault_worker_gone,
	'file/empty': m.bench_fault_file_empty,
	'file/zip': m.bench_fault_file_zip,
	'file/binary': m.bench_fault_file_binary,
	'file/json': m.bench_fault_file_json,
	'file/gzip': m.bench_fault_file_gzip,
	'columns/rows': m.bench_fault_columns_rows,
	'columns/missing': m.bench_fault_columns_missing,
	'columns/text': m.bench_fault_columns_text,
	'columns/turns': m.bench_fault_columns_turns,
	'columns/no-text': m.bench_fault_columns_no_text,
	'columns/flags': m.bench_fault_columns_flags,
	'columns/labels': m.bench_fault_columns_labels,
	'columns/twice': m.bench_fault_columns_twice,
	'columns/conversation': m.bench_fault_columns_conversation,
	'map/unmapped': m.bench_fault_map_unmapped,
	'map/nothing': m.bench_fault_map_nothing,
	'map/target': m.bench_fault_map_target,
	'map/target-twice': m.bench_fault_map_target_twice,
	'map/json': m.bench_fault_map_json
};

export function faultInWords({ code, sentence, names = [], count: rows }: Fault): Said {
	const words = WORDS[code];
	if (!words) return sentence ? { text: sentence, lang: 'en' } : { text: m.bench_fault_unknown() };
	const named = names.map((name) => (name === '' ? m.bench_map_nothing() : name));
	return { text: words({ names: nameList(named), count: count(rows) }) };
}
