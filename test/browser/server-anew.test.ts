import { expect, onTestFinished } from "vitest";
import type { HeldPanel } from "../../src/http/held/held-panel.ts";
import { type ApiServer, listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { aHouse, type House } from "../support/house.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import { openConsole } from "./support/console-page.ts";
import { browserTest } from "./support/open-page.ts";

/*
 * A page that is open for days outlives the server, and a phone sleeps: what it shows
 * is how the panel is, and not how it was.
 */

/** A server on the port of one that is no more. */
async function again({ address }: ApiServer, held?: HeldPanel): Promise<void> {
	const server = await listen({
		host: "127.0.0.1",
		port: Number(new URL(address).port),
		clock: systemClock,
		page: "",
		...(held === undefined ? {} : { house: held }),
	});
	onTestFinished(() => server.close());
}

async function house(): Promise<House> {
	const opened = await aHouse({ state: panelWithPeople, allowControl: true });
	onTestFinished(() => opened.close());
	return opened;
}

for (const [name, more] of [
	["fewer", 0],
	["as many", 4],
	["more", 40],
] as const)
	browserTest(
		`a page shows the panel of a server that was started anew, which has told ${name}`,
		async () => {
			const first = await house();
			const { page, server } = await openConsole({ mayFail: true }, first.held);
			for (let times = 0; times < 2; times++) {
				await first.happens("mains fail");
				await first.happens("mains restore");
			}
			await page.getByRole("tab", { name: "Log" }).click();
			await page.getByRole("cell", { name: "4", exact: true }).waitFor();
			await server.close();
			await page
				.getByText("The panel does not answer; trying again.")
				.waitFor();
			const anew = await house();
			for (let times = 0; times < more / 2; times++) {
				await anew.happens("mains fail");
				await anew.happens("mains restore");
			}
			await again(server, anew.held);
			await anew.happens("keypad 1234 away");
			await page.locator(".mode-badge").getByText("arming away").waitFor();
			// And what happens from now on.
			await anew.happens("keypad 1234 disarm");
			await page.locator(".mode-badge").getByText("disarmed").waitFor();
			await expect.poll(() => page.locator(".notice.lost").count()).toBe(0);
		},
	);

browserTest(
	"a page that slept while more happened than the server keeps shows how it is now",
	async () => {
		const awake = await house();
		const { page, server } = await openConsole({ mayFail: true }, awake.held);
		await awake.happens("mains fail");
		await page.getByRole("tab", { name: "Log" }).click();
		await page.getByText("mains failure").nth(1).waitFor();
		await server.close();
		for (let times = 0; times < 600; times++) {
			await awake.happens("mains restore");
			await awake.happens("mains fail");
		}
		await awake.happens("mains restore");
		await awake.happens("keypad 1234 away");
		await again(server, awake.held);
		await page.locator(".mode-badge").getByText("arming away").waitFor();
		await awake.happens("keypad 1234 disarm");
		await page.locator(".mode-badge").getByText("disarmed").waitFor();
	},
);

browserTest(
	"a text that was begun, and the panes that are looked at, outlast the server",
	async () => {
		const first = await house();
		const { page, server, open, go } = await openConsole(
			{ screen: "phone", mayFail: true },
			first.held,
		);
		// The second server has told less, so the page gets the panel anew.
		for (let times = 0; times < 2; times++) {
			await first.happens("mains fail");
			await first.happens("mains restore");
		}
		await page.getByRole("button", { name: "Add a phone" }).click();
		await page.getByLabel("Number of the phone").fill("+15550177");
		await page.getByRole("button", { name: "Add", exact: true }).click();
		const field = page.getByLabel("Text to the panel");
		await field.fill("HOUSE 4711 USRS:2,");
		await open("Faults");
		await server.close();
		await page.getByText("The panel does not answer; trying again.").waitFor();
		const anew = await house();
		await again(server, anew.held);
		await anew.happens("keypad 1234 away");
		await page.locator(".mode-badge").getByText("arming away").waitFor();
		await page.getByRole("tab", { name: "Faults", selected: true }).waitFor();
		await go("Phone");
		await expect.poll(() => field.inputValue()).toBe("HOUSE 4711 USRS:2,");
		await expect
			.poll(() => page.getByRole("combobox", { name: "Phone" }).inputValue())
			.toBe("+15550177");
		// Another panel begins with an empty field.
		const list = page.getByRole("combobox", { name: "Panel" });
		await list.selectOption("new vst-2752");
		await page.getByRole("button", { name: "Make it" }).click();
		await page.locator(".mode-badge").getByText("disarmed").waitFor();
		await expect.poll(() => field.inputValue()).toBe("");
	},
);

browserTest("a throw-away panel that is gone is told to be", async () => {
	const { page, server } = await openConsole({ mayFail: true });
	await server.close();
	await again(server);
	await page.getByRole("alert").getByText("there is no such panel").waitFor();
	await page.getByRole("button", { name: "Try again" }).click();
	await page.getByText("Nothing has been sent yet.").waitFor();
	await expect.poll(() => page.getByRole("alert").count()).toBe(0);
});

browserTest(
	"what is done while the server is away is not said to be done, nor to be not done",
	async () => {
		const opened = await house();
		const { page, server, keypad } = await openConsole(
			{ mayFail: true },
			opened.held,
		);
		await server.close();
		await keypad("1234", "A away");
		await page
			.getByText("no answer came: whether that was done is not known")
			.waitFor();
		await page.getByText("What is shown is what was known last.").waitFor();
	},
);
