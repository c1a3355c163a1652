import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { respond } from "../../src/firmware/respond.ts";
import { models } from "../../src/models/models.ts";
import { plainWords } from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { isGsm7, septetCount } from "../../src/sms/gsm7.ts";
import { ANNA, anna, KEY } from "../support/panel-with-people.ts";
import { aZone } from "../support/panel-with-zones.ts";
import { aStateOf } from "../support/states.ts";
import { NOON, PANEL } from "../support/texting.ts";

const said = fc.oneof(
	fc.constantFrom("HELP", ...plainWords.map((word) => `HELP ${word}`)),
	fc.constantFrom(...plainWords, "ARM AT 22:30", "ARM AT never"),
	fc.nat(50).map((zone) => `BYPASS ${zone}`),
	fc.nat(50).map((zone) => `UNBYPASS ${zone}`),
	fc.string({ maxLength: 400, unit: "grapheme" }).map((what) => `HELP ${what}`),
	fc.string({ maxLength: 400, unit: "grapheme" }),
);

/** What comes before the text, or behind it: nothing, the PIN, and a question's code. */
const forms = ["", "pin", "code"] as const;

test.each(models.map((model) => [model.name, model] as const))(
	"whatever a person texts to any panel, each reply is one SMS: %s",
	(_, model) => {
		const states = fc.record({
			state: aStateOf(model),
			language: fc.constantFrom("en", "fr", "es"),
			isFull: fc.boolean(),
			said: fc.array(fc.record({ said, form: fc.constantFrom(...forms) }), {
				minLength: 1,
				maxLength: 10,
				size: "max",
			}),
		});
		const heard = new Set<string>();
		fc.assert(
			fc.property(states, ({ state, language, isFull, said }) => {
				let present = ownedBy(isFull ? full(state) : state, language);
				const pin = present.users[0]?.pin ?? "";
				const hear = (text: string) => {
					const sms = { from: ANNA, text };
					const identity = { model, number: PANEL };
					const { state, reply } = respond(identity, present, sms, NOON);
					present = state;
					heard.add(reply ?? "");
					if (septetCount(reply ?? "") > 160 || !isGsm7(reply ?? ""))
						expect.fail(`${reply} is not one SMS`);
				};
				for (const { said: text, form } of said) {
					hear(form === "pin" ? `${text} ${pin}` : text);
					if (form === "code") hear(codeOf(KEY, NOON / 30_000) + pin);
				}
			}),
		);
		expect(heard.size).toBeGreaterThan(100);
	},
);

/** The same panel, with one person who may do everything, by whatever confirms it. */
function ownedBy(state: PanelState, language: "en" | "fr" | "es"): PanelState {
	const [first] = state.users;
	const can = ["arm", "disarm", "bypass", "status"] as const;
	const owner = { ...anna, can, language, user: first?.id ?? 0 };
	return {
		...state,
		remote: { ...state.remote, people: [owner], helpLine: true },
		runtime: {
			...state.runtime,
			cutAt: null,
			guard: { ...state.runtime.guard, wrongCodes: [], usedCodes: [] },
		},
	};
}

/** The same panel, with as many zones as there are, the longest names, and all of it open and in trouble. */
function full(state: PanelState): PanelState {
	const ids = Array.from({ length: 10 }, (_, at) => at + 1);
	const name = "Fenster im Gäste-WC.";
	return {
		...state,
		zones: ids.map((id) => ({ ...aZone(id, "burglar"), name })),
		runtime: {
			...state.runtime,
			mode: "disarm",
			open: ids,
			alarms: ids.map((zone) => ({
				kind: "cross-zone",
				zone,
				at: NOON,
				restored: false,
			})),
			memory: [],
			troubles: ids.map((zone) => ({
				zone,
				name: "supervision",
				present: true,
				since: NOON,
				told: true,
			})),
		},
	};
}
