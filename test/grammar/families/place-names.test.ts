import { expect, test } from "vitest";
import { ebnf } from "../../../grammar/diagrams.ts";
import { everyLanguage } from "../../support/languages.ts";

/** The rules of a language's messages, without its tokens. */
function rulesOf(name: string): string {
	const found = everyLanguage.find((each) => each.name === name);
	if (found === undefined) throw new Error(`there is no ${name}`);
	return ebnf(found.model.dialect)
		.split("\n\n")
		.filter((paragraph) => paragraph.startsWith("message"))
		.join("\n")
		.trim();
}

test("the grammar of forms has the words and parameters of the commands as names", () => {
	expect(rulesOf("watchguard-2010")).toBe(`message ::=
    NEWPIN NEWPIN_newCode
  | Code ( WRITEPHONE WRITEPHONE_n WRITEPHONE_phone | ERASEPHONE ERASEPHONE_n | READPHONE | OUTPUTOFF | OUTPUTON | HISTORY | DISARM | STATUS | GSMOFF | PANIC | LEARN | ARM | PIN PIN_newCode | ID ID_id | A | D )`);
});

test("a sign is spelled out, and what two places would share has a number", () => {
	expect(rulesOf("rtu5024")).toBe(
		"message ::= Code ( GOFF | GON | ALL | AUT | GOFF_2 GOFF_first GOFF_caller GOFF_hash GOFF_text GOFF_hash_2 | TEL TEL_phone TEL_hash | GOT GOT_seconds GOT_hash | GON_2 GON_first GON_caller GON_hash GON_text GON_hash_2 | AL AL_from AL_hash AL_to AL_hash_2 | CC | DD | T T_time T_hash | P P_newCode | A A_slot ( A_hash_hash | A_hash ( A_phone A_hash_2 ( A_from A_hash_3 A_to A_hash_4 )? )? ) )",
	);
});

test("where a language has two envelopes, their codes have two names", () => {
	expect(
		rulesOf("risco-agm"),
	).toBe(`message1 ::= Code Confirm? Word ( Ask | First )? ( NextWord ( NextAsk | NextFirst )? )*
message2 ::= FormCode ( CLK CLK_date | CLK_2 CLK_date_2 | FormConfirm ( CLK_3 CLK_date_3 | CLK_4 CLK_date_4 ) )`);
});

test.each(everyLanguage)("$name: no two tokens have one name", ({ model }) => {
	const { tokens } = model.dialect.grammar();
	const names = tokens.map(({ name }) => name);
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name))).toEqual(
		[],
	);
});
