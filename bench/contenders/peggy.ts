import peggy from "peggy";
import type { Message } from "../../grammar/message/message.ts";

const grammar = String.raw`
{{
	function isBlank(c) {
		return c === 32 || c === 10 || c === 13 || c === 9;
	}
	function part(text, offset) {
		let start = 0;
		let end = text.length;
		while (start < end && isBlank(text.charCodeAt(start))) start++;
		if (start === end) return { text: "", start: offset, end: offset };
		while (isBlank(text.charCodeAt(end - 1))) end--;
		return {
			text: text.substring(start, end),
			start: offset + start,
			end: offset + end,
		};
	}
}}

message
	= _ keyword:keyword __ code:code __ word:word tail:tail
	{ return { keyword, code, word, slots: tail.slots, stray: tail.stray }; }

keyword = text:$[^ \t\r\n]+ { return part(text, offset()); }
code = text:$[0-9]+ { return part(text, offset()); }
word = text:$[A-Z0-9?]|1..8| ![A-Za-z0-9?\x80-\uffff]
	{ return part(text, offset()); }

tail
	= ":" first:slot rest:("," @slot)*
		{ rest.unshift(first); return { slots: rest, stray: null }; }
	/ _ !. { return { slots: [], stray: null }; }
	/ text:$.+ { return { slots: [], stray: part(text, offset()) }; }

slot = text:$[^,]* { return part(text, offset()); }

_ = [ \t\r\n]*
__ = [ \t\r\n]+
`;

const generated = peggy.generate(grammar);

// As for ours: nobody reads the trace of a refused message.
Error.stackTraceLimit = 0;

/** The same language and the same result, places included, by Peggy. */
export function read(text: string): Message | null {
	try {
		return generated.parse(text);
	} catch (error) {
		if (error instanceof generated.SyntaxError) return null;
		throw error;
	}
}
