import { expect, test } from 'vitest';
import { locales, type Locale } from '$paraglide/runtime';

type Messages = Record<string, string>;

const loaded = import.meta.glob<Messages>('/src/messages/*/*.json', {
	eager: true,
	import: 'default'
});
const FILES = ['app', 'chat', 'settings', 'support'] as const;
const PLACES = locales.flatMap((locale) => FILES.map((file) => [locale, file] as const));

/** What no card and no built-in answer says: field-notes/trust-safety.md §5.7 and the row of §5.8. */
const AVOID: Record<Locale, readonly RegExp[]> = {
	en: [
		/\bcommit/i,
		/\b(un)?success|\bfailed\b/i,
		/\bepidemic/i,
		/attention.seeking/i,
		/\bjust an AI\b/i,
		/\brisk\b|\bscore\b|\blevel\b|\bflag/i,
		/\breport (you|this)\b/i,
		/will get better|you are safe now|you’re safe now|\bpromise\b/i,
		/24\/7|around the clock|24 hours/i,
		/\bmust\b|\byou have to\b|(?<!if )\byou need to\b/i,
		/\bshould\b/i,
		/\bdepress|\bdisorder|\bdiagnos|\bmentally\b/i,
		/\bselfish|\bcoward|\bweak\b|\bcrazy\b/i,
		/\balways\b|\bguarantee/i,
		/your location|where you live/i
	],
	'zh-Hans': [
		/懦弱|自私|想不开|矫情|脆弱|疯/,
		/轻生|寻短见|自杀(成功|失败|未遂)/,
		/想想(你的)?(父母|家人|孩子)|加油|坚强/,
		/24\s*小时|全天候/,
		/风险|评分|分数|等级/,
		/会好起来|你安全了|保证|承诺|一定会/,
		/必须|应该|不要|不许/,
		/抑郁|诊断|障碍|精神病/,
		/举报|上报/,
		/你的位置|住在哪/
	],
	ja: [
		/頑張|がんば|大丈夫|元気を出/,
		/死ぬなんて|死んではいけない|死なないで|命を大切/,
		/しなさい|なさい[。！]|ましょう|ください|べき|なければなりません/,
		/弱い|卑怯|わがまま|甘え/,
		/24時間|２４時間/,
		/リスク|スコア|レベル|危険度/,
		/必ず|きっと|約束|保証|よくなります/,
		/うつ病|診断|障害|精神病/,
		/自殺に(成功|失敗)|自殺未遂|通報します/,
		/現在地|住んでいる/,
		/[“”]/
	],
	ko: [
		/극단적\s*선택|동반\s*자살/,
		/자살에?\s*(성공|실패)|자살\s*(기도|미수)|자살을\s*시도/,
		/힘내|의지|나약|이기적|비겁|용기를 내/,
		/24시간|연중무휴/,
		/위험도|점수|등급/,
		/반드시|약속|보장|좋아질|나아질/,
		/해야 (해요|합니다)|하세요|하지 마/,
		/우울증|진단|장애|정신병/,
		/신고할|현재 위치/
	],
	es: [
		/\bcomet\w+ (un )?suicidio|suicidio (consumado|fallido|frustrado|exitoso)/i,
		/\bvalient|\bcobard|\begoís|\bdébil|\bloc[oa]s?\b/i,
		/\brescat|\bsalv(ar|a|as|ado|arte)\b/i,
		/\boleada|\bepidemia/i,
		/llamar la atención/i,
		/24 horas|24\/7|las 24/i,
		/\briesgo|\bpuntuación|\bpuntaje|\bnivel/i,
		/\bdebes\b|\bdeberías\b|\bhay que\b|(?<!no |tampoco )\btienes que\b/i,
		/\bpromet|\bgarantiz|\bsiempre\b|todo va a estar bien|\bvas a estar bien/i,
		/\bdepresi|\btrastorno|\bdiagn/i,
		/tu ubicación|donde vives/i,
		/[“”]/
	]
};

const words = locales.flatMap((locale) =>
	AVOID[locale].map((avoided) => [locale, avoided] as const)
);

test.each(words)('no card and no built-in answer in %s says %s', (locale, avoided) => {
	expect(spoken(locale).filter(([, text]) => avoided.test(text))).toEqual([]);
});

test.each(PLACES)('%s %s has the keys of the English, and nothing else', (locale, file) => {
	expect(Object.keys(messages(locale, file)).sort()).toEqual(
		Object.keys(messages('en', file)).sort()
	);
});

test.each(PLACES)('%s %s fills the same gaps as the English', (locale, file) => {
	const english = messages('en', file);
	for (const [key, text] of Object.entries(messages(locale, file)))
		expect(gaps(text), key).toEqual(gaps(english[key] ?? ''));
});

test.each(PLACES)(
	'each key of %s %s is of its file, and each sentence is there',
	(locale, file) => {
		for (const [key, text] of Object.entries(messages(locale, file))) {
			expect(key).toMatch(new RegExp(`^${file}_[a-z_]+$`));
			expect(text, key).toBe(text.trim());
			expect(text, key).not.toBe('');
		}
	}
);

test.each(PLACES)('no sentence of %s %s holds a number that one could call', (locale, file) => {
	for (const [key, text] of Object.entries(messages(locale, file)))
		expect(text.replaceAll('localhost:11434', ''), key).not.toMatch(NUMBER[file]);
});

test.each(locales.filter((locale) => locale !== 'en'))(
	'%s leaves no English sentence',
	(locale) => {
		for (const file of FILES)
			for (const [key, text] of Object.entries(messages('en', file)))
				if (/[a-z] [a-z]/i.test(text.replaceAll(/\{\w+\}/g, '')))
					expect(messages(locale, file)[key], key).not.toBe(text);
	}
);

test('what stands first on a card is short: no sentence over twenty-two words', () => {
	for (const locale of ['en', 'es'] as const)
		for (const [key, text] of Object.entries(messages(locale, 'support')))
			if (/_(title|text|says)$/.test(key))
				for (const sentence of text.split(/(?<=[.?!]) /))
					expect(sentence.split(/\s+/).length, `${locale} ${key}`).toBeLessThanOrEqual(22);
});

/** Short codes of two digits exist; ages in the settings look like them, so only longer ones are looked for there. */
const TWO = /\p{Nd}[\s().\-–]*\p{Nd}/u;
const THREE = /\p{Nd}([\s().\-–]*\p{Nd}){2}/u;
const NUMBER = { app: TWO, chat: TWO, settings: THREE, support: TWO };

function messages(locale: Locale, file: (typeof FILES)[number]): Messages {
	return loaded[`/src/messages/${locale}/${file}.json`] ?? {};
}

/** What a person in trouble reads from us. */
function spoken(locale: Locale): [string, string][] {
	const answers = Object.entries(messages(locale, 'chat'));
	return [
		...Object.entries(messages(locale, 'support')),
		...answers.filter(([key]) => /^chat_(builtin|said|welcome|held)/.test(key))
	];
}

function gaps(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
