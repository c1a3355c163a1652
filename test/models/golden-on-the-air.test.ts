import { expect, test } from "vitest";
import { goldenMessages, modelOf, panelFor } from "../support/golden.ts";
import { panelAtModem } from "../support/panel-at-modem.ts";
import { PANEL, PHONE, replies } from "../support/texting.ts";

/*
 * The same messages from a phone, through the network and the panel's modem.
 */
test.each(goldenMessages)("$dialect: $message", async (golden) => {
	const { state, before } = panelFor(golden);
	const model = modelOf(golden);
	const air = await panelAtModem({ model, state });
	const phone = air.phone(PHONE);
	const texts = before === null ? [golden.message] : [before, golden.message];
	for (const text of texts) {
		phone.text(PANEL, text);
		await air.pass(10_000);
		await air.until(() => air.isQuiet());
	}
	await air.close();
	// What is printed nowhere is as it is without a network.
	const reply =
		golden.reply === "n/s" ? replies(model, texts, state).at(-1) : golden.reply;
	expect(phone.texts.slice(before === null ? 0 : 1)).toEqual(
		reply === null ? [] : [reply],
	);
});
