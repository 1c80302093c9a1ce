import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language';

describe('the guess at a language', () => {
	it.each([
		['en', 'I wish I could sleep through this week'],
		['es', 'ya no puedo con esta semana'],
		['ja', '今週はもう疲れた'],
		['ko', '이번 주는 너무 힘들어'],
		['zh-Hans', '这个星期我真的很累'],
		['zh-Hant', '這個星期我真的很累'],
		['fr', 'je ne peux plus continuer comme ça'],
		['de', 'ich kann nicht mehr schlafen'],
		['pt', 'eu não consigo dormir esta semana'],
		['it', 'non riesco più a dormire questa settimana'],
		['hi', 'mujhe neend nahi aa rahi hai'],
		['ru', 'я не могу уснуть'],
		['uk', 'я не можу заснути її'],
		['ar', 'لا أستطيع النوم'],
		['hi', 'मुझे नींद नहीं आ रही'],
		['pl', 'nie mogę już spać w nocy, źle się czuję'],
		['vi', 'tôi không ngủ được']
	])('says %s', (language, text) => {
		expect(guessLanguage(text)).toBe(language);
	});

	it.each([
		['nothing but emoji', '😀😀'],
		['nothing but digits', '12 34'],
		['nothing at all', ''],
		['a word of no language', 'zxqv']
	])('says und for %s', (_what, text) => {
		expect(guessLanguage(text)).toBe('und');
	});

	it.each([
		['en', 'who is there now'],
		['en', 'the main thing is sleep'],
		['en', 'me and my dog'],
		['en', 'do the dishes please'],
		['es', 'no puedo más'],
		['es', 'no quiero hablar contigo'],
		['es', 'por favor ayúdame'],
		['es', 'estoy muy cansado hoy'],
		['pt', 'não aguento mais'],
		['pt', 'nao quero falar com voce'],
		['pt', 'por favor me ajuda'],
		['pt', 'tô muito cansado hoje'],
		['pt', 'não quero ir à escola'],
		['fr', "j'en peux plus"],
		['fr', 'tu fais quoi ce soir'],
		['fr', 'jai pas envie de parler'],
		['fr', 'je suis trop fatigué'],
		['de', 'ich kann nicht mehr'],
		['de', 'was machst du heute'],
		['de', 'hab keine lust mehr'],
		['it', 'non ce la faccio più'],
		['hi', 'mujhe nhi pata yaar'],
		['hi', 'main bahut thak gaya hu'],
		['hi', 'kya kar rahe ho'],
		['hi', 'aaj mood kharab hai bhai'],
		['hi', 'mai theek nai hun'],
		['ar', 'انا تعبان جدا'],
		['ar', 'ليش ما ترد علي'],
		['ar', 'مش عايز اروح المدرسة'],
		['ar', 'شو عم تعمل هلق'],
		['fa', 'من خیلی خسته هستم'],
		['fa', 'من خسته هستم'],
		['fa', 'می‌خواهم بخوابم'],
		['ur', 'مجھے نیند نہیں آ رہی'],
		['ur', 'میں بہت تھک گیا ہوں'],
		['mr', 'मला झोप येत नाही'],
		['ne', 'मलाई निद्रा लागेको छैन'],
		['nl', 'ik kan niet slapen'],
		['sv', 'jag kan inte sova'],
		['id', 'aku tidak bisa tidur'],
		['tr', 'ben bugün çok yorgunum']
	])('says %s for the short line “%s”', (language, text) => {
		expect(guessLanguage(text)).toBe(language);
	});

	it.each(['ok', 'no', 'lol', 'la casa', 'Maria', 'me', 'wow 😀', 'سلام', 'Hugo Müller'])(
		'takes “%s”, which several languages say, for none of them',
		(text) => {
			expect(guessLanguage(text)).toBe('und');
		}
	);

	it('goes by the larger part of a mixed text', () => {
		expect(guessLanguage('今日は meeting が長くて疲れた')).toBe('ja');
		expect(guessLanguage('how do I pronounce 元気 in a sentence, please explain')).toBe('en');
	});

	it('is not misled by one Cyrillic letter', () => {
		expect(guessLanguage('what is thе weather like today')).toBe('en');
	});
});
