/** Where and for whom help must fit. `country` is undefined when nothing but a language is known. */
export type Place = {
	/** ISO 3166-1 alpha-2. */
	readonly country: string | undefined;
	readonly region?: string;
	/** BCP-47 tag of the interface. */
	readonly language: string;
	readonly age?: 'under-18' | 'adult';
};
