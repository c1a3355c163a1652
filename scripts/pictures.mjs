// Takes the pictures of the documents from the built page, in Debian's Chromium:
// `npm run pictures`. Nobody compares them; they are taken anew when the page looks
// otherwise.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = pathToFileURL(join(root, "dist", "alarmpanel.html")).href;
const folder = join(root, "docs", "images");
/** A time for the panel's clock, so that a picture changes only with the page. */
const NOW = Date.UTC(2026, 10, 20, 18, 30);

const pictures = {
	"page.png": {
		part: "try",
		viewport: { width: 1200, height: 760 },
		async use(shown) {
			await shown.getByRole("button", { name: "Add six devices" }).click();
			await send(shown, "PROG 7982 MODE:A");
			await shown.getByRole("button", { name: "+30 s" }).click();
			await send(shown, "PROG 7982 USRS:2,47110,ANNA,1");
		},
	},
	"console-desktop.png": {
		part: "try",
		viewport: { width: 1280, height: 800 },
		use: burglary,
	},
	"console-phone.png": {
		part: "try",
		viewport: { width: 390, height: 844 },
		use: burglary,
	},
	"message.png": {
		part: "message",
		viewport: { width: 390, height: 700 },
		async use(shown) {
			const message = shown.getByLabel("Message, or several, one a line");
			await message.fill("PROG 7982 USRS:1,1234,,1");
			await shown.getByText("by the manual", { exact: true }).waitFor();
		},
	},
};

/** Somebody leaves, a window is opened, and a text is mistyped. */
async function burglary(shown) {
	await go(shown, "House");
	await shown.getByRole("button", { name: "Add six devices" }).click();
	await shown.getByRole("switch", { name: "Panic button open" }).waitFor();
	await go(shown, "Phone");
	await send(shown, "PROG 7982 RPEX:1,,,gsm://1234@+15550177");
	await send(shown, "PROG 7982 MODE:A");
	for (let times = 0; times < 2; times++)
		await shown.getByRole("button", { name: "+30 s" }).click();
	await go(shown, "House");
	await shown.getByRole("switch", { name: "Window open" }).click();
	await shown.getByText("armed away, alarm").waitFor();
	await go(shown, "Phone");
	await send(shown, "PROG 7982 USRS:1,12");
	await shown.getByText("user PIN: 4 digits, this has 2").waitFor();
}

/** Goes to a part of the page; on a wide screen all of them are there. */
async function go(shown, part) {
	const parts = shown.getByRole("navigation", { name: "Parts of the page" });
	const button = parts.getByRole("button", { name: part });
	if (await button.isVisible()) await button.click();
}

async function send(shown, text) {
	const field = shown.getByLabel("Text to the panel");
	await field.fill(text);
	await field.press("Enter");
	await shown.getByText(text, { exact: true }).first().waitFor();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
	executablePath: "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu"],
});
for (const [name, { part, viewport, use }] of Object.entries(pictures)) {
	const context = await browser.newContext({
		viewport,
		reducedMotion: "reduce",
		colorScheme: "light",
	});
	const shown = await context.newPage();
	await shown.clock.setFixedTime(NOW);
	await shown.goto(`${page}#${part}`);
	await use(shown);
	await shown.evaluate(() => document.activeElement?.blur());
	await shown.screenshot({ path: join(folder, name) });
	await context.close();
}
await browser.close();
