import { expect } from "vitest";
import { paneTest } from "./support/console-page.ts";

paneTest(
	"a clock that stands says so to who waits for it",
	async ({ page, keypad }) => {
		const still = page.getByText("Time stands still; ×1 lets it run.");
		const pause = page.getByRole("button", { name: "pause" });
		await expect.poll(() => pause.innerText()).toBe("paused");
		await expect.poll(() => still.count()).toBe(0);
		await keypad("1234", "A away");
		await still.waitFor();
		await page
			.getByRole("button", { name: "60 times as fast", exact: true })
			.click();
		await still.waitFor({ state: "detached" });
		await expect.poll(() => pause.innerText()).toBe("pause");
	},
);

paneTest("the clock is moved, and runs", async ({ page, text }) => {
	const clock = page.getByRole("region", { name: "Clock" });
	const time = clock.getByRole("time");
	await expect.poll(() => time.innerText()).toContain("00:00:00");
	await clock.getByRole("button", { name: "+30 s" }).click();
	await expect.poll(() => time.innerText()).toContain("00:00:30");
	await expect
		.poll(() => clock.getByRole("button", { name: "next event" }).isDisabled())
		.toBe(true);
	await text("PROG 7982 MODE:A");
	await clock.getByRole("button", { name: "3600 times as fast" }).click();
	await page.getByText("● armed away").waitFor();
	await clock.getByRole("button", { name: "Pause" }).click();
	await expect
		.poll(() =>
			clock.getByRole("button", { name: "Pause" }).getAttribute("aria-pressed"),
		)
		.toBe("true");
});
