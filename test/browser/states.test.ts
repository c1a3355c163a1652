import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { barriersOn } from "./support/accessibility.ts";
import { openConsole } from "./support/console-page.ts";
import { browserTest, isWithinScreen, openPage } from "./support/open-page.ts";

/*
 * The page of a server in states that are seldom seen: a token, a server that is gone,
 * a thread of 1,000 texts, a house of 40 zones.
 */

const TOKEN = "a-token-of-some-length";

browserTest(
	"a token is taken out of the address, and without it the page says so",
	async () => {
		const server = await listen({
			host: "127.0.0.1",
			port: 0,
			clock: systemClock,
			token: TOKEN,
			page: readFileSync(
				join(import.meta.dirname, "../../dist/console.html"),
				"utf8",
			),
		});
		onTestFinished(() => server.close());
		const page = await openPage(`${server.address}/#token=${TOKEN}`, {
			mayFail: true,
		});
		await page.getByRole("heading", { name: "Phone" }).waitFor();
		expect(page.url()).toBe(`${server.address}/#`);
		await page.getByLabel("Text to the panel").fill("PROG 7982 ECHO:");
		await page.getByRole("button", { name: "Send" }).click();
		await page.getByText("ECHO:OK").waitFor();
		await expect
			.poll(() =>
				page.evaluate(() =>
					JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
				),
			)
			.not.toContain(TOKEN);
		// It was in memory only.
		await page.reload();
		await page.getByRole("alert").waitFor();
		await expect
			.poll(() => page.getByRole("alert").innerText())
			.toBe(
				"send the token that was printed at the start, as Authorization: Bearer Try again",
			);
		await expect.poll(() => barriersOn(page)).toEqual([]);
	},
);

browserTest(
	"a server that goes away is told, and all that was there stays readable",
	async () => {
		const { page, server, text } = await openConsole({ mayFail: true });
		await text("PROG 7982 ECHO:");
		await page.getByText("ECHO:OK").waitFor();
		await server.close();
		await page.getByText("The panel does not answer; trying again.").waitFor();
		await page.getByText("ECHO:OK").waitFor();
		await page.getByText("DISARMED", { exact: true }).waitFor();
		await expect.poll(() => barriersOn(page)).toEqual([]);
	},
);

browserTest(
	"after 1,000 texts to and fro the thread is at its end and can be used",
	async () => {
		const { page, server } = await openConsole({ screen: "phone" });
		const at = await thePanel(server.address);
		for (let id = 0; id < 500; id += 1)
			await post(`${at}/texts`, { text: `PROG 7982 USRS:1,${id}x` });
		const bubbles = page.locator(".bubble .text");
		await expect
			.poll(() => bubbles.allInnerTexts().then((texts) => texts.slice(-2)), {
				timeout: 30_000,
			})
			.toEqual(["PROG 7982 USRS:1,499x", "USRS:ERROR"]);
		// The latest are drawn; the others are there when they are asked for.
		const earlier = page.getByRole("button", { name: /^\d{3} earlier$/ });
		await earlier.waitFor();
		await expect.poll(() => bubbles.count()).toBe(60);
		await expect
			.poll(() =>
				bubbles.last().evaluate((last) => {
					const { top, bottom } = last.getBoundingClientRect();
					return top >= 0 && bottom <= innerHeight;
				}),
			)
			.toBe(true);
		await page.getByLabel("Text to the panel").fill("PROG 7982 ECHO:");
		await page.getByRole("button", { name: "Send" }).click();
		await page.getByText("ECHO:OK").waitFor();
	},
);

browserTest("a house of 40 zones with long names fits a phone", async () => {
	const { page, server, go } = await openConsole({ screen: "phone" });
	const at = await thePanel(server.address);
	for (let zone = 1; zone <= 40; zone += 1)
		await post(`${at}/texts`, {
			text: `PROG 7982 DEAN:1,${zone},${String(zone).padStart(10, "0")},WWWWWWWWWWWWWWWWWW${String(zone).padStart(2, "0")}`,
		});
	await go("House");
	const zones = page.getByRole("switch", { name: /WWWWWW.* open/ });
	await expect.poll(() => zones.count()).toBe(40);
	await zones.last().click();
	await expect
		.poll(() => zones.last().getAttribute("aria-checked"))
		.toBe("true");
	await expect.poll(() => isWithinScreen(page)).toBe(true);
	await expect.poll(() => barriersOn(page)).toEqual([]);
});

browserTest(
	"the names and attributes of zones are to be read on the narrowest phone",
	async () => {
		const { page, furnish } = await openConsole({ screen: "phone" });
		await furnish();
		for (const width of [320, 390]) {
			await page.setViewportSize({ width, height: 700 });
			const said = await page.locator(".zone").evaluateAll((zones) =>
				zones.map((zone) => {
					const [name, attribute] = [".name", ".attribute"].map((each) =>
						zone.querySelector<HTMLElement>(each),
					);
					const isCut =
						(name?.scrollWidth ?? 0) > (name?.clientWidth ?? 0) ||
						(name?.scrollHeight ?? 0) > (name?.clientHeight ?? 0);
					// A line is 20 pixels high.
					const lines = Math.round((name?.offsetHeight ?? 0) / 20);
					return [name?.innerText, attribute?.innerText, lines, isCut];
				}),
			);
			expect([width, said]).toEqual([
				width,
				[
					["Front door", "entry", 1, false],
					["Window", "burglar", 1, false],
					["Hall", "home-omit", 1, false],
					["Smoke", "fire", 1, false],
					["Cellar water", "water", 1, false],
					["Panic button", "personal-attack", 1, false],
				],
			]);
		}
	},
);

/** The path of the one panel of a server, which its page has made. */
async function thePanel(address: string): Promise<string> {
	const answer = await fetch(`${address}/v1/panels`);
	const { panels } = (await answer.json()) as {
		panels: readonly { id: string }[];
	};
	return `${address}/v1/panels/${panels[0]?.id}`;
}

async function post(address: string, body: object): Promise<void> {
	const answer = await fetch(address, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
	await answer.arrayBuffer();
}
