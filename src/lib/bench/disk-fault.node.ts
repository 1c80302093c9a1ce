const DISK_FAULTS: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EROFS: 'it cannot be written to',
	EACCES: 'it may not be written to',
	EPERM: 'it may not be written to',
	EEXIST: 'it is a file, not a folder',
	ENOTDIR: 'it is a file, not a folder'
};

/** One sentence for what a disk refuses; undefined for everything else. */
export function diskFault(error: unknown): string | undefined {
	const { code = '', path } = error as NodeJS.ErrnoException;
	const why = DISK_FAULTS[code];
	return why && `Nothing more can be kept${path === undefined ? '' : ` in ${path}`}: ${why}.`;
}
