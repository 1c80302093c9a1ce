import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { look } from './look';

describe('the Arabic lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', 'لم أعد أستطيع التحمل'],
		['self-harm/ideation', 'أريد أن أموت'],
		['self-harm/ideation', 'اريد ان اموت'],
		['self-harm/ideation', 'عايزة أموت'],
		['self-harm/ideation', 'بدي موت'],
		['self-harm/ideation', 'ابي اموت'],
		['self-harm/ideation', 'بغيت نموت'],
		['self-harm/ideation', 'لا أريد أن أعيش'],
		['self-harm/ideation', 'ما بدي عيش'],
		['self-harm/ideation', 'مش عايز اعيش'],
		['self-harm/ideation', 'أفكر في الانتحار'],
		['self-harm/ideation', 'تعبت وأريد أن أموت'],
		['self-harm/ideation', 'مش قادر عايز اموت'],
		['self-harm/intent', 'سأقتل نفسي الليلة'],
		['self-harm/intent', 'قرّرتُ أن أنتحر'],
		['self-harm/intent', 'هقتل نفسي'],
		['self-harm/intent', 'رح اقتل حالي'],
		['self-harm/intent', 'غادي نقتل راسي'],
		['self-harm/intent', 'سأنهي حياتي'],
		['self-harm/instructions', 'كيف أقتل نفسي'],
		['self-harm/instructions', 'ازاي انتحر'],
		['self-harm/instructions', 'طريقة للانتحار بدون ألم'],
		['self-harm/concern-other', 'صديقتي تريد أن تموت'],
		['self-harm/concern-other', 'اختي بتفكر في الانتحار'],
		['violence/anger', 'أريد أن أقتل مديري'],
		['violence/anger', 'يستحق الموت'],
		['violence/threat', 'سأقتله غداً'],
		['violence/threat', 'رح اقتل زوجي'],
		['violence/threat', 'هقتلك'],
		['violence/instructions', 'كيف أقتل شخصا'],
		['violence/victim', 'زوجي يضربني'],
		['violence/victim', 'جوزي بيضربني كل يوم'],
		['violence/victim', 'هددني بالقتل'],
		['violence/victim', 'أخاف من زوجي']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'أموت من الضحك',
		'بموت فيك',
		'هموت من الجوع',
		'بدي موت من الضحك',
		'لا أريد أن أموت',
		'مش عايز اموت',
		'ما بدي موت',
		'لن أقتل نفسي',
		'امي حتقتلني لو عرفت',
		'لا أريد أن أعيش هنا',
		'أتمنى أن أموت شهيدا',
		'الوقاية من الانتحار',
		'هذا انتحار سياسي',
		'كيف أقتل الوقت',
		'نفسي في بيتزا',
		'كيف اصنع كعكة'
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'في روايتي يقول البطل: سأقتل زوجي',
		'ترجم الى الانجليزية: أريد أن أموت',
		'قال المتهم في المحكمة: سأقتلك',
		'هقتلك ههههه',
		'فيه ناموسة هقتلها',
		'المريضة تقول: لا أريد أن أعيش',
		'رح اقتلك بهاللعبة، لعبة جديدة'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});
