import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { HeldPanel } from "../../../src/http/held/held-panel.ts";
import { type ApiServer, listen } from "../../../src/http/server.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { barriersInOtherColours, barriersOn } from "./accessibility.ts";
import {
	browserTest,
	openPage,
	type PageSettings,
	type Screen,
} from "./open-page.ts";

/** The page of a server with a throw-away panel, as a person has it in front of them. */
export interface ConsolePage {
	readonly page: Page;
	readonly server: ApiServer;
	/** Goes to a part of the page; on a wide screen all of them are there. */
	go(part: "Phone" | "Panel" | "House" | "More"): Promise<void>;
	/** Chooses a pane of the lower part. */
	open(pane: string): Promise<void>;
	/** Sends a text from the phone. */
	text(text: string): Promise<void>;
	/** Types a code at the keypad and presses a key. */
	keypad(code: string, key: "A away" | "H home" | "D disarm"): Promise<void>;
	/** Adds the devices of the house that the page offers. */
	furnish(): Promise<void>;
}

/** Milliseconds in which a page has to show what it is to show, on a machine with other work. */
const PATIENCE = 15_000;

/** A test on a telephone and on a desktop, in light and in dark colours; in the end nothing keeps anybody out. */
export function paneTest(
	name: string,
	run: (console: ConsolePage, screen: Screen) => Promise<void>,
): void {
	for (const [screen, scheme] of [
		["phone", "dark"],
		["desktop", "light"],
	] as const)
		browserTest(`${name}, on a ${screen} in ${scheme} colours`, async () => {
			const console = await openConsole({ screen, scheme });
			await run(console, screen);
			const { page } = console;
			expect(await barriersOn(page)).toEqual([]);
			expect(await barriersInOtherColours(page, scheme)).toEqual([]);
		});
}

/** Opens the page of a server of its own. */
export async function openConsole(
	settings: PageSettings = {},
	house?: HeldPanel,
): Promise<ConsolePage> {
	const server = await listen({
		host: "127.0.0.1",
		port: 0,
		clock: systemClock,
		...(house === undefined ? {} : { house }),
		page: readFileSync(
			join(import.meta.dirname, "../../../dist/console.html"),
			"utf8",
		),
	});
	onTestFinished(() => server.close());
	const page = await openPage(server.address, settings);
	page.setDefaultTimeout(PATIENCE);
	await page.getByRole("heading", { name: "Phone" }).waitFor();
	const isNarrow = settings.screen === "phone";
	const go = async (part: string) => {
		if (isNarrow)
			await page
				.getByRole("navigation")
				.getByRole("button", { name: part })
				.click();
	};
	return {
		page,
		server,
		go,
		async open(pane) {
			await go("More");
			await page.getByRole("tab", { name: pane, exact: true }).click();
		},
		async text(text) {
			await go("Phone");
			const sent = page.locator(".bubble.sent");
			const before = await sent.count();
			await page.getByLabel("Text to the panel").fill(text);
			await page.getByRole("button", { name: "Send" }).click();
			await sent.nth(before).waitFor();
		},
		async keypad(code, key) {
			await go("Panel");
			for (const digit of code)
				await page.getByRole("button", { name: digit, exact: true }).click();
			await page.getByRole("button", { name: key }).click();
		},
		async furnish() {
			await go("House");
			await page.getByRole("button", { name: "Add six devices" }).click();
			await page.getByRole("switch", { name: "Panic button open" }).waitFor();
		},
	};
}
