import fc from "fast-check";
import { expect, test } from "vitest";
import { write } from "../../grammar/script/write.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../support/panel-with-people.ts";

const start: PanelState = {
	...panelWithPeople,
	remote: {
		...panelWithPeople.remote,
		people: [{ ...anna, can: ["script", "arm", "bypass"] }],
		scriptSecret: "slepens",
		scripts: [
			{ name: "user", lines: ["USRS:2,$pin,$name"] },
			{ name: "zone", lines: ["BYPASS $name"] },
			{ name: "tell", lines: ["TEXT SENDER <$name>"] },
		],
	},
};

/** Characters that end something somewhere, and some that do not. */
const value = fc.string({
	unit: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(..."aB3é Ω") },
		fc.constantFrom(..." ,:;=$\n\r\t{}()'-\u201c"),
		fc.constantFrom("$name", "$$", "{mode}", "MODE:A", ",1", " ARM", "\nARM"),
	),
	maxLength: 8,
});

function called(
	script: string,
	variables: readonly [string, string][],
): TextedPanel {
	const panel = new TextedPanel(start);
	const slots = variables.map(([name, text]) => `${name}="${text}"`);
	panel.text(write({ keyword: ":cmd", code: "slepens", word: script, slots }));
	return panel;
}

/** A state without what every text leaves behind. */
function programmed({ runtime, ...rest }: PanelState) {
	const {
		log: _,
		guard: __,
		notices: ___,
		lastRemote: ____,
		...going
	} = runtime;
	return { ...rest, going };
}

test("a value is a whole parameter or the script is refused: it changes nothing else", () => {
	let accepted = 0;
	fc.assert(
		fc.property(value, (name) => {
			const { state } = called("user", [
				["pin", "5555"],
				["name", name],
			]);
			const [first, , ...others] = panelWithPeople.users;
			const second = state.users[1];
			if (second?.pin !== "5555") {
				expect(programmed(state)).toEqual(programmed(start));
				return;
			}
			accepted += 1;
			expect(programmed(state)).toEqual(
				programmed({
					...start,
					users: [
						...(first === undefined ? [] : [first]),
						{ id: 2, name, pin: "5555", latch: true },
						...others,
					],
				}),
			);
			expect(name).not.toMatch(/,/);
		}),
	);
	expect(accepted).toBeGreaterThan(5);
});

test("a value of a plain word is one zone or the script is refused", () => {
	fc.assert(
		fc.property(fc.oneof(value, fc.constantFrom("1", "3", "03")), (name) => {
			const { state } = called("zone", [["name", name]]);
			const left = state.zones.flatMap(({ id, bypass }) =>
				bypass === "none" ? [] : [id],
			);
			if (left.length > 0) expect(left).toEqual([Number(name)]);
			expect(state.runtime.mode).toBe("disarm");
			expect(programmed({ ...state, zones: start.zones })).toEqual(
				programmed(start),
			);
		}),
	);
});

test("a value in a text is nothing but text", () => {
	fc.assert(
		fc.property(value, (name) => {
			const { state } = called("tell", [["name", name]]);
			expect(state.runtime.outgoing.map(({ text }) => text)).toEqual([
				`<${name}>`,
			]);
			expect(state.users).toBe(start.users);
		}),
	);
});
