/** Set by src/bench.plugin.ts to the version of package.json; absent in tests. */
declare const __HANDRAIL_VERSION__: string | undefined;

/** The app's version, which results name. */
export const APP_VERSION =
	typeof __HANDRAIL_VERSION__ === 'undefined' ? 'unknown' : __HANDRAIL_VERSION__;

/** Set likewise to the hash of the code that screens: sources.node.ts. */
declare const __HANDRAIL_SOURCES__: string | undefined;

/** What scores that are kept depend on besides the version. */
export const SOURCES =
	typeof __HANDRAIL_SOURCES__ === 'undefined' ? 'unknown' : __HANDRAIL_SOURCES__;
