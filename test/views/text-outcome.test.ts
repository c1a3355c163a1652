import { expect, test } from "vitest";
import { createPanel } from "../../src/index.ts";
import { whyOf } from "../../src/views/text-outcome.ts";

const forms = new Map([["USRS", "USRS:user,[pin],[name],[latch]"]]);

async function whyAfter(text: string) {
	const panel = await createPanel();
	await panel.text(text);
	const [activity] = panel.activity.from(0);
	if (activity?.type !== "text") throw new Error("it was not heard");
	return whyOf(activity, forms);
}

test.each([
	["PROG 7982 USRS:1,1234,JOHN,1", null],
	[
		"PROG 7982 USRS:1,12",
		{
			kind: "refused",
			text: "PROG 7982 USRS:1,12",
			diagnostics: [
				{
					code: "parameter/digits",
					parameter: "pin",
					message: "user PIN: 4 digits, this has 2",
					hint: null,
					start: 17,
					end: 19,
				},
			],
			form: "USRS:user,[pin],[name],[latch]",
		},
	],
	[
		"PROG 7983 USRS:1,1234",
		{
			kind: "silence",
			reason:
				"no answer: installer code: not this panel's (config show --show-secrets names it)",
		},
	],
])("why %s got its answer", async (text, why) => {
	expect(await whyAfter(text)).toEqual(why);
});
