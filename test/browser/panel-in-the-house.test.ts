import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { aHouse } from "../support/house.ts";
import { houseWithModem } from "../support/house-with-modem.ts";
import { aZone, panelWithZones } from "../support/panel-with-zones.ts";
import { barriersInOtherColours, barriersOn } from "./support/accessibility.ts";
import { openConsole } from "./support/console-page.ts";
import { browserTest } from "./support/open-page.ts";

/*
 * The panel that a process runs on its file, as somebody sees it who opened the
 * page of that process.
 */

for (const screen of ["phone", "desktop"] as const)
	browserTest(
		`the page of a house that is for reading offers nothing that would be refused, on a ${screen}`,
		async () => {
			const house = await aHouse();
			onTestFinished(() => house.close());
			await house.mailbox.bring("PROG 7982 DEAN:1,1,0000000001,Attic");
			const { page, go, open } = await openConsole({ screen }, house.held);
			await page
				.getByText(
					"This panel is for reading here. Start with --allow-control to text it.",
				)
				.waitFor();
			await page.getByText("DEAN:OK").waitFor();
			await expect.poll(() => page.getByRole("textbox").count()).toBe(0);
			await expect.poll(() => buttonsOn(page)).not.toContain("Send");
			await go("Panel");
			await page.getByText("DISARMED", { exact: true }).waitFor();
			await go("House");
			await page
				.getByRole("listitem")
				.filter({ hasText: "Attic" })
				.getByText("shut")
				.waitFor();
			await expect.poll(() => page.getByRole("switch").count()).toBe(0);
			await open("Faults");
			await page.getByText("Nothing of the panel is out of order.").waitFor();
			await house.happens("mains fail");
			await page
				.getByRole("tabpanel")
				.getByRole("listitem")
				.filter({ hasText: "mains failure" })
				.waitFor();
			await open("Line");
			await page
				.getByText("The line of the panel in the house is not shown here")
				.waitFor();
			await open("Save as conversation");
			await page.getByText("This panel keeps no record.").waitFor();
			const parts = ["Phone", "Panel", "House", "More"];
			expect(
				(await buttonsOn(page)).filter((name) => !parts.includes(name)),
			).toEqual(["Dark colours"]);
			await expect.poll(() => barriersOn(page)).toEqual([]);
			await expect
				.poll(() => barriersInOtherColours(page, "light"))
				.toEqual([]);
		},
	);

browserTest(
	"one's own text to the house stands once in the thread, its secrets masked",
	async () => {
		const house = await aHouse({ allowControl: true });
		onTestFinished(() => house.close());
		const { page, text } = await openConsole({}, house.held);
		await text("PROG 7982 USRS:2,4711,BEN,1");
		await page.getByText("USRS:OK").waitFor();
		await expect
			.poll(() => page.locator(".bubble .text").allInnerTexts())
			.toEqual(["**** **** USRS:2,****,BEN,1", "USRS:OK"]);
	},
);

browserTest(
	"the house is put on test, and a destination is tested when that was asked for",
	async () => {
		const house = await aHouse({
			state: panelWithZones(["24-hour"]),
			allowControl: true,
			isLive: () => true,
		});
		onTestFinished(() => house.close());
		const { page, open } = await openConsole({}, house.held);
		await open("Faults");
		const click = (name: string) =>
			page.getByRole("button", { name, exact: true }).click();
		await page.getByRole("switch", { name: "on test" }).click();
		await page.getByText("Nothing is reported until").waitFor();
		await page.getByRole("switch", { name: "battery low" }).click();
		await click("Test destination 1");
		await page
			.getByText(
				"Send a test report to destination 1, sms://+15550201? Where it goes by SMS, it costs one.",
			)
			.waitFor();
		await click("Do not");
		expect(house.mailbox.happened).toEqual([]);
		await click("Test destination 1");
		await click("Send the report");
		await page
			.getByText(
				"sent: the network has taken it; whether it arrived is not known",
			)
			.waitFor();
		expect(house.mailbox.happened).toEqual(["sent +15550201 periodic test"]);
		await expect.poll(() => barriersOn(page)).toEqual([]);
	},
);

browserTest(
	"a text is offered that the house answers: a person's word, and no code that is not its own",
	async () => {
		const house = await aHouse({ allowControl: true });
		onTestFinished(() => house.close());
		const { page } = await openConsole({}, house.held);
		const empty = page.locator(".thread.nothing");
		await expect
			.poll(() => empty.innerText())
			.toBe(
				"Nothing has been sent yet.\n\nA text to it looks like PROG 7982 MOD?:, with the codes of this panel in place of the factory's.",
			);
		// A wrong code counts, so it is not offered.
		await expect.poll(() => empty.getByRole("button").count()).toBe(0);
		const phones = page.getByRole("combobox", { name: "Phone" });
		await phones.selectOption("+33612345678");
		await empty.getByRole("button", { name: /^STATUS / }).click();
		await page.getByRole("button", { name: "Send" }).click();
		await page.getByText("The house is disarmed.").waitFor();
	},
);

browserTest(
	"what keeps the house from being armed is called by its name",
	async () => {
		const garage = { ...aZone(3, "burglar"), name: "Garage" };
		const house = await aHouse({
			state: { ...panelWithZones([]), zones: [garage] },
			allowControl: true,
		});
		onTestFinished(() => house.close());
		const { page, keypad } = await openConsole({}, house.held);
		await house.happens("zone 3 open");
		await keypad("1234", "A away");
		const said = page.locator(".keypad .said");
		await expect
			.poll(() => said.innerText())
			.toBe(
				"the keypad beeps\nrefused: in the way: 3 Garage open (once more within 10 s arms in spite of it)",
			);
	},
);

browserTest("people and their numbers fit the narrowest phone", async () => {
	const house = await aHouse({ allowControl: true });
	onTestFinished(() => house.close());
	const { page, open } = await openConsole({ screen: "phone" }, house.held);
	await open("People");
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 800 });
		const beside = await page.evaluate(() => {
			const pane = document.querySelector("#drawer-pane");
			return (pane?.scrollWidth ?? 0) - (pane?.clientWidth ?? 0);
		});
		expect([width, beside]).toEqual([width, 0]);
	}
});

browserTest(
	"a person of the house is texted when that was asked for, and the page says what came",
	async () => {
		const { held, anna, pass } = await houseWithModem();
		const { page, open } = await openConsole({}, held);
		await open("People");
		const click = (name: string) =>
			page.getByRole("button", { name, exact: true }).click();
		await click("Text Anna");
		await page
			.getByText("Send a text to Anna, +33612345678? It costs an SMS")
			.waitFor();
		await click("Do not");
		await pass(5000);
		expect(anna.texts).toEqual([]);
		await click("Text Anna");
		await click("Send the text");
		await expect
			.poll(async () => {
				await pass(1000);
				return await page
					.getByText(/^sent after .* s, 1 SMS; delivered/)
					.count();
			})
			.toBe(1);
		expect(anna.texts).toEqual([
			"Test from your alarm panel: its texts reach you.",
		]);
		await expect.poll(() => barriersOn(page)).toEqual([]);
	},
);

/** The names of all buttons that can be seen. */
async function buttonsOn(page: Page): Promise<readonly string[]> {
	const buttons = await page.getByRole("button").all();
	return await Promise.all(
		buttons.map(
			async (each) =>
				(await each.getAttribute("aria-label")) ??
				(await each.innerText()).split("\n").at(-1) ??
				"",
		),
	);
}
