import { openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nameList } from './fault';
import { guessColumns, isHeader } from './guess-columns';
import { guessMap } from './guess-map';
import { readSidecar, sidecarName, type Sidecar } from './map';
import { findLabels, peek } from './peek';
import { Refusal } from './refusal';

export type DataFile = {
	readonly name: string;
	readonly blob: Blob;
	readonly sidecar: Sidecar;
	/** A sentence where nobody has said what the columns are. */
	readonly guessed: string | undefined;
};

/** Opens a file of any size without reading it. Rejects with a Refusal. */
export async function openFile(path: string): Promise<Blob> {
	const found = await stat(path).catch(() => undefined);
	if (!found) throw new Refusal(`There is no file ${path}.`);
	if (!found.isFile()) throw new Refusal(`${path} is no file.`);
	return openAsBlob(path).catch(() => {
		throw new Refusal(`${path} cannot be read: check the rights of the file.`);
	});
}

/** A small file; undefined only where there is none. Rejects with a Refusal where it is there and cannot be read. */
export async function readIfThere(path: string): Promise<string | undefined> {
	return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw new Refusal(`${path} cannot be read: check what it is, and the rights of the file.`);
	});
}

/** A data file with its map: the one beside it, or of its name in `maps`, or else what names and labels tell. */
export async function openData(path: string, maps: string | undefined): Promise<DataFile> {
	const blob = await openFile(path);
	const name = basename(path);
	for (const place of places(path, maps)) {
		const text = await readIfThere(place);
		if (text === undefined) continue;
		return { name, blob, sidecar: readSidecar(text, place), guessed: undefined };
	}
	return { name, blob, ...(await guess(blob, name)) };
}

function places(path: string, maps: string | undefined): readonly string[] {
	const beside = sidecarName(path);
	if (maps === undefined) return [beside];
	const name = basename(path);
	const plain = name.replace(/\.gz$/, '').replace(/\.(csv|tsv|jsonl|ndjson|json|txt)$/, '');
	return [beside, join(maps, sidecarName(name)), join(maps, sidecarName(plain))];
}

async function guess(blob: Blob, name: string): Promise<Pick<DataFile, 'sidecar' | 'guessed'>> {
	const { rows, columns: names, notes } = await peek(blob, name);
	const columns = guessColumns(rows);
	const { text, turns, labels } = columns;
	const needs = `make ${sidecarName(name)} in the page (/bench), or write it as src/lib/bench/map.ts says`;
	if (notes.format !== 'jsonl' && !isHeader(names))
		throw new Refusal(`The first row of ${name} has no names of columns that are known: ${needs}.`);
	if (text === undefined && turns === undefined)
		throw new Refusal(`Which column of ${name} holds the text cannot be guessed: ${needs}.`);
	const found = await findLabels(blob, name, { columns });
	const { map, targets, unsure } = guessMap(found.keys());
	if (unsure.length > 0)
		throw new Refusal(`What ${nameList(unsure)} in ${name} mean cannot be guessed: ${needs}.`);
	const said = [
		`text "${text ?? turns ?? ''}"`,
		labels && labels.kind !== 'same' && labels.kind !== 'flags' ? `labels "${labels.column}"` : '',
		columns.lang === undefined ? '' : `language "${columns.lang}"`
	].filter(Boolean);
	return {
		sidecar: {
			...{ format: 'handrail-map/1', columns, map },
			targets: targets.map((target) => ({ ...target, labels: [...target.labels] }))
		},
		guessed: `${name} has no ${sidecarName(name)}: columns and labels are guessed from their names (${said.join(', ')}).`
	};
}
