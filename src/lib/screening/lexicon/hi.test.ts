import { describe, expect, it } from 'vitest';
import type { Label } from '$lib/intent/labels';
import { look } from './look';

describe('the Hindi lexicon', () => {
	it.each<[Label, string]>([
		['self-harm/distress', 'अब और बर्दाश्त नहीं होता'],
		['self-harm/ideation', 'मैं मरना चाहता हूँ'],
		['self-harm/ideation', 'मै मरना चाहती हूं'],
		['self-harm/ideation', 'मुझे अब मरना है'],
		['self-harm/ideation', 'मैं अब जीना नहीं चाहती'],
		['self-harm/ideation', 'मेरा जीने का मन नहीं करता'],
		['self-harm/ideation', 'मैं आत्महत्या करना चाहता हूँ'],
		['self-harm/ideation', 'मुझे बार बार मरने के ख़याल आते हैं'],
		['self-harm/intent', 'मैं आज रात आत्महत्या कर लूँगा'],
		['self-harm/intent', 'मैंने मरने का फैसला कर लिया है'],
		['self-harm/intent', 'मैं अपनी ज़िन्दगी ख़त्म कर लूंगी'],
		['self-harm/intent', 'मैं खुद को मार डालूंगा'],
		['self-harm/instructions', 'आत्महत्या कैसे करूँ'],
		['self-harm/instructions', 'खुदकुशी करने का आसान तरीका'],
		['self-harm/concern-other', 'मेरी दोस्त कहती है कि वह मरना चाहती है'],
		['self-harm/concern-other', 'मेरे भाई ने आत्महत्या की कोशिश की'],
		['violence/anger', 'मैं अपने बॉस को मारना चाहता हूँ'],
		['violence/threat', 'मैं उसे जान से मार दूँगा'],
		['violence/threat', 'कल मैं अपने पति को मार डालूंगी'],
		['violence/threat', 'तेरा खून कर दूँगा'],
		['violence/instructions', 'किसी को कैसे मारूँ'],
		['violence/victim', 'मेरे पति मुझे मारते हैं'],
		['violence/victim', 'वो मुझे मारता है'],
		['violence/victim', 'मेरा बाप मुझे रोज़ पीटता है'],
		['violence/victim', 'मुझे जान से मारने की धमकी दी']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'हँसते हँसते मर गया',
		'भूख से मर रहा हूँ',
		'मम्मी मुझे मार डालेगी',
		'मैं मरना नहीं चाहता',
		'मैं आत्महत्या नहीं करूँगा',
		'मुझे तुम्हारे बिना जीना नहीं है यार',
		'मैं तेरे लिए मरना चाहता हूँ',
		'यह राजनीतिक आत्महत्या है',
		'आत्महत्या की रोकथाम के उपाय',
		'मैं दिल्ली में नहीं रहना चाहता',
		'वक़्त कैसे काटूँ',
		'तुम पर मरता हूँ'
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'मेरी कहानी में वह कहता है: मैं उसे मार डालूँगा',
		'अंग्रेज़ी में अनुवाद करो: मैं मरना चाहता हूँ',
		'अदालत में पढ़ा गया: मैं तुझे जान से मार दूँगा',
		'इस गेम में तुझे मार दूँगा',
		'एक मच्छर है, उसे मार दूँगा',
		'तुझे मार डालूँगा हाहाहा'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});

describe('the lexicon of Hindi in Latin letters', () => {
	it.each<[Label, string]>([
		['self-harm/distress', 'ab aur bardasht nahi hota'],
		['self-harm/ideation', 'main marna chahta hun'],
		['self-harm/ideation', 'mai marna chahti hu'],
		['self-harm/ideation', 'mein mar jana chaahta hoon'],
		['self-harm/ideation', 'mujhe ab marna hai'],
		['self-harm/ideation', 'mujhe nahi jeena'],
		['self-harm/ideation', 'jeena nhi chahta'],
		['self-harm/ideation', 'jine ka man nahin karta'],
		['self-harm/ideation', 'neend nahi aati marna chahta hu'],
		['self-harm/ideation', 'mujhe suicidal thoughts aate hai'],
		['self-harm/intent', 'aaj raat suicide kar lunga'],
		['self-harm/intent', 'main khudkushi karne ja rahi hoon'],
		['self-harm/intent', 'maine marne ka faisla kar liya hai'],
		['self-harm/intent', 'apni jaan de doonga'],
		['self-harm/intent', 'apni zindagi khatam kar lungi'],
		['self-harm/instructions', 'suicide kaise karu'],
		['self-harm/instructions', 'bina dard ke marne ka tarika'],
		['self-harm/concern-other', 'meri dost keh rahi hai ki wo marna chahti hai'],
		['self-harm/concern-other', 'mere bhai ne suicide ki koshish ki'],
		['violence/anger', 'main apne boss ko maarna chahta hun'],
		['violence/threat', 'main usko jaan se maar dunga'],
		['violence/threat', 'kal main apne pati ko mar dalungi'],
		['violence/threat', 'tera khoon kar dunga'],
		['violence/instructions', 'kisi ko kaise maaru'],
		['violence/victim', 'mera pati mujhe marta hai'],
		['violence/victim', 'mere husband mujhe roz maarte hain'],
		['violence/victim', 'wo mujhe roz marta hai'],
		['violence/victim', 'mujhe apne pati se dar lagta hai']
	])('hears %s said outright in “%s”', (label, text) => {
		expect([...look(text).said]).toContain(label);
	});

	it.each([
		'hans hans ke mar gaya',
		'bhook se mar raha hu',
		'mummy mujhe maar dalegi',
		'main marna nahi chahta',
		'main suicide nahi karunga',
		'tere bina jeena nahi chahta',
		'tere liye apni jaan de dunga',
		'suicide squad dekhi kya',
		'delhi me nahi rehna chahta',
		'tum par marta hu'
	])('shows nothing for “%s”', (text) => {
		const { scores } = look(text);
		expect(Object.values(scores).every((p) => p === 0)).toBe(true);
	});

	it.each([
		'meri kahani mein wo bolta hai: main usko maar dunga',
		'english me translate karo: main marna chahta hu',
		'is match me tujhe maar dunga',
		'machhar hai, usko maar dunga',
		'tujhe jaan se maar dunga lol'
	])('hears nothing that the writer means in “%s”', (text) => {
		expect([...look(text).said]).toEqual([]);
	});
});
