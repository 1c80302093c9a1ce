/** Set by src/bench.plugin.ts to the version of package.json; absent in tests. */
declare const __HANDRAIL_VERSION__: string | undefined;

/** The app's version, which results name. */
export const APP_VERSION =
	typeof __HANDRAIL_VERSION__ === 'undefined' ? 'unknown' : __HANDRAIL_VERSION__;
