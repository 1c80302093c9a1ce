import type { CompletionMessage } from '$lib/chat/completion';
import type { ChatBody } from '$lib/server/schema';

/**
 * What the model reads. The directive joins what else is said by the system, in one message at the very beginning: many chat
 * templates (those that llama.cpp and vLLM take from model files) refuse a request with a system message anywhere else, or with
 * two, and a message that carries a directive is the last one that may fail. Servers that drop old turns when the context is
 * full keep this message, too. It stands last in it, so that nothing said before speaks over it.
 */
export function prompt({ messages, directive }: ChatBody): CompletionMessage[] {
	const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
	const turns = messages.filter(({ role }) => role !== 'system');
	const content = [...system, directive].filter(Boolean).join('\n\n');
	return content ? [{ role: 'system', content }, ...turns] : turns;
}
