/** Calls and supplementary services: the modem has none, but programs ask for them. */
import { cme, ok } from "../session/answer.ts";
import { type CommandTable, forms, remembered } from "../session/handler.ts";

export const callCommands: CommandTable = {
	D: () => cme(3),
	A: () => cme(3),
	"+CHUP": forms({ do: () => ok(), test: () => ok() }),
	"+CLCC": forms({
		do: () => ok(),
		read: () => ok("+CLCC: 0"),
		test: () => ok("+CLCC: (0,1)"),
		set: () => ok(),
	}),
	...remembered("+CLIP", "(0,1)", "0,1"),
	...remembered("+COLP", "(0,1)", "0,0"),
	...remembered("+CRC", "(0,1)", "0"),
	...remembered("+CCWA", "(0,1)", "0"),
	...remembered("+CSSN", "(0,1),(0,1)", "0,0"),
	...remembered("+CAOC", "(0-2)", "0"),
};
