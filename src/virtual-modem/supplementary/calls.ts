/** Calls and supplementary services: the modem has none, but programs ask for them. */
import { cme, ok } from "../session/answer.ts";
import { type CommandTable, forms, remembered } from "../session/handler.ts";

/** `<class>`: voice; voice, data and fax (27.007, 7.11). */
const voice = 1;
const allClasses = 7;

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
	"+CCWA": forms({
		test: () => ok("+CCWA: (0,1)"),
		read: (_, { session }) =>
			ok(`+CCWA: ${session.settings.remembered.get("+CCWA") ?? "0"}`),
		set({ args: [shown = "", mode = ""] }, { session }) {
			const { remembered: kept } = session.settings;
			if (!/^[01]?$/.test(shown) || !/^[0-2]?$/.test(mode)) return cme(50);
			if (shown !== "") kept.set("+CCWA", shown);
			if (mode === "2")
				return ok(`+CCWA: ${kept.get("+CCWA mode") ?? "0"},${voice}`);
			if (mode !== "") kept.set("+CCWA mode", mode);
			return ok();
		},
	}),
	"+CCFC": forms({
		test: () => ok("+CCFC: (0-5)"),
		set({ args: [reason = "", mode = ""] }) {
			if (!/^[0-5]$/.test(reason) || !/^[0-4]$/.test(mode)) return cme(50);
			if (mode === "2") return ok(`+CCFC: 0,${allClasses}`);
			// Nothing can be forwarded; switching off and erasing is done already.
			return mode === "0" || mode === "4" ? ok() : cme(3);
		},
	}),
	...remembered("+CSSN", "(0,1),(0,1)", "0,0"),
	...remembered("+CAOC", "(0-2)", "0"),
};
