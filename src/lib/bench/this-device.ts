import type { Results } from './results';

/** Parts of the user-agent client hints that not every browser has. */
type Hints = {
	readonly deviceMemory?: number;
	readonly userAgentData?: { readonly platform?: string };
};

/** What a page can know of the device it runs on. Memory is rounded by the browser, and 8 GiB may mean more. */
export function thisDevice(): { readonly device: Results['device']; readonly runtime: string } {
	const { userAgentData, deviceMemory } = navigator as Hints;
	return {
		runtime: navigator.userAgent,
		device: {
			platform: userAgentData?.platform || navigator.platform || 'unknown',
			processor: null,
			cores: navigator.hardwareConcurrency || null,
			memoryBytes: deviceMemory ? deviceMemory * 1024 ** 3 : null
		}
	};
}
