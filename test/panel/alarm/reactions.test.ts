import { describe, expect, test } from "vitest";
import {
	type Attribute,
	attributes,
} from "../../../src/panel/state/fields/attributes.ts";
import type { Outcome } from "../../../src/panel/state/outcome.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import {
	outboxOf,
	outcomeAfter,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";

/** How each mode and countdown is come by, in a house whose zone 2 is an entry. */
const situations = {
	disarm: [],
	"exit to away": ["20 keypad 1234 away"],
	"exit to home": ["20 keypad 1234 home"],
	away: ["0 keypad 1234 away", "30 nothing"],
	"home 1": ["0 keypad 1234 home", "30 nothing"],
	"home 2": ["0 keypad 1234 home 2", "30 nothing"],
	"home 3": ["0 keypad 1234 home 3", "30 nothing"],
	"entry from away": ["0 keypad 1234 away", "40 zone 2 open"],
	"entry from home": ["0 keypad 1234 home", "40 zone 2 open"],
} as const;

/**
 * The table of `panel-commands.md` 2.2 once more, as what comes of opening a
 * zone: a reported code, `!` with the siren, a countdown, a mode.
 */
const expected: Record<Attribute, string> = {
	burglar: "       -      -     -     130!  130!  130!  130!  -     -",
	"home-omit": "     -      -     -     130!  704   704   704   -     -",
	entry: "         chime  -     -     entry entry entry entry -     -",
	"home-12-omit": "  -      -     -     130!  704   704   130!  -     -",
	"home-13-omit": "  -      -     -     130!  704   130!  704   -     -",
	"home-access": "   -      -     -     130!  entry entry entry -     -",
	delay: "         -      -     -     130!  130!  130!  130!  -     -",
	"away-only": "     -      -     -     130!  -     -     -     -     -",
	"away-entry": "    chime  -     -     entry -     -     -     -     -",
	"24-hour": "       130!   130!  130!  130!  130!  130!  130!  130!  130!",
	fire: "          110!   110!  110!  110!  110!  110!  110!  110!  110!",
	medical: "       100!   100!  100!  100!  100!  100!  100!  100!  100!",
	water: "         154!   154!  154!  154!  154!  154!  154!  154!  154!",
	"silent-panic": "  122    122   122   122   122   122   122   122   122",
	"personal-attack": "120!  120!  120!  120!  120!  120!  120!  120!  120!",
	"set-unset":
		"     -    disarm disarm disarm disarm disarm disarm disarm disarm",
	perimeter: "     -      130!  130!  130!  130!  130!  130!  130!  130!",
	follower: "      -      -     -     130!  130!  130!  130!  wait  wait",
	interior: "      -      -     -     130!  -     -     -     wait  -",
};

describe.each(attributes.map(({ value }) => value))(
	"a zone %s",
	(attribute) => {
		const wanted = expected[attribute].trim().split(/ +/);
		const closed = panelWithZones([attribute, "entry"], { chime: true });
		test.each(
			Object.entries(situations).map(
				([where, lines], at) => [where, wanted[at] ?? "", lines] as const,
			),
		)("in %s: %s", (_, reaction, lines) => {
			const before = stateAfter(closed, ...lines);
			expect(inShort(before, outcomeAfter(before, "45 zone 1 open"))).toBe(
				reaction,
			);
		});
	},
);

test("the table has a row for every attribute, and a reason for every inferred cell", async () => {
	const { reactions } = await import("../../../src/panel/alarm/reactions.ts");
	expect(Object.keys(reactions)).toEqual(attributes.map(({ value }) => value));
	for (const { inferred, reason } of Object.values(reactions))
		expect(reason === "").toBe(inferred.length === 0);
});

/** What came of it, in one word. */
function inShort(before: PanelState, { state, effects }: Outcome): string {
	const { mode, siren, entry } = state.runtime;
	const told = outboxOf(state).slice(outboxOf(before).length);
	if (mode !== before.runtime.mode) return mode;
	const alarm = told.find((report) => report.endsWith(" 1"));
	if (alarm !== undefined)
		return alarm.slice(1, 4) + (siren && !before.runtime.siren ? "!" : "");
	if (effects.some(({ type }) => type === "chime")) return "chime";
	if (entry?.waiting.includes(1)) return "wait";
	if (entry !== null && before.runtime.entry === null) return "entry";
	return "-";
}
