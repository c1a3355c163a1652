import { expect } from "vitest";
import { paneTest } from "./support/console-page.ts";

paneTest("the clock is moved, and runs", async ({ page, text }) => {
	const clock = page.getByRole("region", { name: "Clock" });
	const time = clock.getByRole("time");
	expect(await time.innerText()).toContain("00:00:00");
	await clock.getByRole("button", { name: "+30 s" }).click();
	await expect.poll(() => time.innerText()).toContain("00:00:30");
	expect(
		await clock.getByRole("button", { name: "next event" }).isDisabled(),
	).toBe(true);
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
