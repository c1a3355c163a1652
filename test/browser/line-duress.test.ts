import { expect } from "vitest";
import { type ConsolePage, openConsole } from "./support/console-page.ts";
import { browserTest } from "./support/open-page.ts";

const WHY =
	'This panel can report in silence, and the line would show it. One that is made over HTTP with "showDuress": true shows its line.';

/** A panel with a modem that the page makes: its centre is told of everything. */
async function withModem(): Promise<ConsolePage> {
	const opened = await openConsole();
	const { page } = opened;
	const list = page.getByLabel("Panel", { exact: true });
	const before = await list.inputValue();
	await list.selectOption("modem mz-8");
	await page.getByRole("button", { name: "Make it" }).click();
	await expect
		.poll(() => list.inputValue())
		.not.toMatch(new RegExp(`^modem|^${before}$`));
	await opened.text("PROG 7982 RPEX:1,1,0,sms://+15550188");
	await page.getByText("RPEX:OK", { exact: true }).waitFor();
	return opened;
}

async function lineOf({ page, open }: ConsolePage): Promise<string> {
	await open("Line");
	return await page.locator("#drawer-pane").innerText();
}

browserTest(
	"the line of a server's panel is not shown once it can report in silence, whichever code is typed",
	async () => {
		const shown: string[] = [];
		for (const code of ["1234", "9898"]) {
			const opened = await withModem();
			const { page, keypad, text } = opened;
			await expect.poll(() => lineOf(opened)).toContain("AT+CMGF=0");
			await text("PROG 7982 USRS:1,98,9898,");
			await page.getByText("USRS:OK", { exact: true }).waitFor();
			await keypad("1234", "A away");
			await keypad(code, "D disarm");
			await page.getByRole("button", { name: "+30 s" }).click();
			await expect.poll(() => lineOf(opened)).toBe(WHY);
			// What was silent is on the line still when the code is gone.
			await text("PROG 7982 USRS:1,98,,");
			await page.getByText("USRS:OK", { exact: true }).nth(1).waitFor();
			shown.push(await lineOf(opened));
		}
		expect(shown).toEqual([WHY, WHY]);
	},
);

browserTest(
	"the line of a panel that was made to tell of duress is shown",
	async () => {
		const opened = await openConsole();
		const { page, server } = opened;
		const made = await fetch(`${server.address}/v1/panels`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({
				model: "mz-8",
				time: 0,
				lines: [],
				showDuress: true,
			}),
		});
		const { id } = await made.json();
		await page.reload();
		const list = page.getByLabel("Panel", { exact: true });
		await list.selectOption(id);
		const shown = page.locator(".top .wrapped-select > span");
		await expect
			.poll(() => shown.innerText())
			.toContain(`try ${id.slice(0, 4)}`);
		await opened.text("PROG 7982 USRS:1,98,9898,");
		await page.getByText("USRS:OK", { exact: true }).waitFor();
		await expect.poll(() => lineOf(opened)).toContain("AT+CMGF=0");
	},
);
