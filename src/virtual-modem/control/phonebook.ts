/** A phonebook with nothing in it (3GPP TS 27.007, 8.11 to 8.14). */
import { cme, ok } from "../session/answer.ts";
import { type CommandTable, forms } from "../session/handler.ts";

const books = ["SM", "ME", "ON"];
const places = 100;

export const phonebookCommands: CommandTable = {
	"+CPBS": forms({
		test: () => ok(`+CPBS: (${books.map((book) => `"${book}"`)})`),
		read: (_, { session }) =>
			ok(
				`+CPBS: "${session.settings.remembered.get("+CPBS") ?? "SM"}",0,${places}`,
			),
		set({ args: [book = ""] }, { session }) {
			if (!books.includes(book)) return cme(50);
			session.settings.remembered.set("+CPBS", book);
			return ok();
		},
	}),
	"+CPBR": forms({
		test: () => ok(`+CPBR: (1-${places}),40,16`),
		set: ({ args: [first = ""] }) => {
			const place = Number(first);
			return place >= 1 && place <= places ? ok() : cme(21);
		},
	}),
	"+CPBF": forms({ test: () => ok("+CPBF: 40,16"), set: () => ok() }),
	"+CPBW": forms({
		test: () => ok(`+CPBW: (1-${places}),40,(129,145),16`),
		set: () => cme(3),
	}),
};
