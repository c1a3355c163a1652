import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import { clients, testWith } from "../../clients/support/installed.ts";

/** Debian's, which `.ci/run` installs. */
const CHROMIUM = "/usr/bin/chromium";

/**
 * How many times slower the page runs than it could, of `SLOW_PAGE`. A test that
 * reads the page without waiting for it passes by luck; on a slow page it fails.
 */
const SLOWNESS = Number(process.env.SLOW_PAGE ?? 1);

/** The screens that a page is looked at on. */
export const screens = {
	phone: { width: 390, height: 844 },
	desktop: { width: 1280, height: 800 },
	wide: { width: 1920, height: 1080 },
} as const;

export type Screen = keyof typeof screens;

export interface PageSettings {
	readonly screen?: Screen;
	readonly scheme?: "light" | "dark";
	/** Leaves nothing but the page's own address to be reached. */
	readonly isOffline?: boolean;
	/** The server refuses, or goes away: what the browser itself says of that is no complaint. */
	readonly mayFail?: boolean;
	/** What the page takes for the time, in milliseconds since 1970; else the machine's. */
	readonly now?: number;
}

/** A test that needs the browser; where there is none it is skipped, and fails under CI. */
export function browserTest(name: string, run: () => Promise<void>): void {
	testWith([clients.chromium], name, run);
}

/** One for all tests of a file. */
let browser: Promise<Browser> | null = null;
afterAll(async () => (await browser)?.close());

/**
 * Opens an address in a browser with nothing in its memory. The test fails where
 * the page complains in the console or asks for anything from elsewhere.
 */
export async function openPage(
	address: string,
	{
		screen = "desktop",
		scheme = "light",
		isOffline = false,
		mayFail = false,
		now,
	}: PageSettings = {},
): Promise<Page> {
	browser ??= launched();
	const context = await (await browser).newContext({
		viewport: screens[screen],
		hasTouch: screen === "phone",
		isMobile: screen === "phone",
		colorScheme: scheme,
		reducedMotion: "reduce",
		offline: isOffline,
		permissions: ["clipboard-read", "clipboard-write"],
	});
	const page = await context.newPage();
	if (SLOWNESS > 1) await slowDown(page);
	const complaints: string[] = [];
	page.on("console", (message) => {
		if (mayFail && message.text().startsWith("Failed to load resource:"))
			return;
		if (message.type() === "error" || message.type() === "warning")
			complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("request", (request) => {
		if (!isOwn(request.url(), address))
			complaints.push(`asked for ${request.url()}`);
	});
	onTestFinished(async () => {
		await context.close();
		expect(complaints).toEqual([]);
	});
	if (now !== undefined) await page.clock.setFixedTime(now);
	await page.goto(address);
	return page;
}

/** Whether no part of the page lies beside the screen, where it would have to be scrolled to. */
export async function isWithinScreen(page: Page): Promise<boolean> {
	return await page.evaluate(
		() =>
			document.documentElement.scrollWidth <=
			document.documentElement.clientWidth,
	);
}

/** Takes the processor from the page, and time from what it asks for, as a busy machine does. */
async function slowDown(page: Page): Promise<void> {
	const protocol = await page.context().newCDPSession(page);
	await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
	await protocol.send("Network.enable");
	await protocol.send("Network.emulateNetworkConditions", {
		offline: false,
		latency: 20 * SLOWNESS,
		downloadThroughput: -1,
		uploadThroughput: -1,
	});
}

/** Its own server, or for a file nothing but itself; what is made in the page has no address. */
function isOwn(url: string, address: string): boolean {
	if (/^(data|blob):/.test(url)) return true;
	const [asked, own] = [new URL(url), new URL(address)];
	return own.protocol === "file:"
		? asked.pathname === own.pathname
		: asked.origin === own.origin;
}

async function launched(): Promise<Browser> {
	return await chromium.launch({
		executablePath: CHROMIUM,
		headless: true,
		// The rest keeps a browser from asking its maker for anything.
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		],
	});
}
