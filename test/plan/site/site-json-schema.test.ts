import { expect, test } from "vitest";
import { underlined } from "../../support/site-editor.ts";

test("an editor underlines a wrong value, a wrong part and another maker's setting", () => {
	expect(
		underlined({
			model: "tell-gate",
			timers: { exitAway: "soon" },
			stored: {
				language: { phone1: "+361", phone99: "+361", relayTime1: "x" },
			},
		}),
	).toEqual([
		"/timers/exitAway type",
		"/timers/exitAway pattern",
		"/stored/language additionalProperties phone99",
		"/stored/language/relayTime1 type",
		"/stored/language/relayTime1 pattern",
	]);
	expect(
		underlined({ model: "vst-2752", stored: { language: { phone1: "1" } } }),
	).toEqual(["/stored additionalProperties language"]);
});

test("a reference or a variable stands for any value, and a model that nobody knows has any setting", () => {
	expect(
		underlined({
			model: "amc",
			stored: {
				language: { userCode: "$" + "{AMC_CODE}", phone1: "{{phone}}" },
			},
		}),
	).toEqual([]);
	expect(
		underlined({ model: "my-panel", stored: { language: { beep: 3 } } }),
	).toEqual([]);
});
