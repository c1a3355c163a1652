import { expect } from "vitest";
import { barriersOn } from "./support/accessibility.ts";
import { messageField, offlinePage } from "./support/offline-page.ts";
import { browserTest, isWithinScreen } from "./support/open-page.ts";

/*
 * The page that opens from a file, with the network cut off, as somebody uses it
 * in front of a panel.
 */

for (const screen of ["phone", "desktop"] as const)
	for (const scheme of ["light", "dark"] as const)
		browserTest(
			`nothing of any part keeps people out, on a ${screen} in ${scheme} colours`,
			async () => {
				const page = await offlinePage("message", { screen, scheme });
				const parts = page.getByRole("navigation", {
					name: "What the page does",
				});
				await messageField(page).fill("PROG 7982 USRS:1,12");
				await page.getByText("user PIN: 4 digits, this has 2").waitFor();
				await expect.poll(() => barriersOn(page)).toEqual([]);
				await messageField(page).fill("PROG 7982 USRS:1,1234,,1");
				await page.getByRole("button", { name: "QR" }).click();
				await expect.poll(() => barriersOn(page)).toEqual([]);
				await parts.getByRole("link", { name: "Compose" }).click();
				await page.getByLabel("What the panel is to do").selectOption("USRS");
				await page.getByLabel(/^user number/).fill("1");
				await page.getByLabel(/^user PIN/).fill("1234");
				await page
					.getByText("PROG 7982 USRS:1,1234", { exact: true })
					.waitFor();
				await expect.poll(() => barriersOn(page)).toEqual([]);
				await parts.getByRole("link", { name: "Reference" }).click();
				await page.getByText("Give a user a PIN").first().click();
				await expect.poll(() => barriersOn(page)).toEqual([]);
				await parts.getByRole("link", { name: "Try" }).click();
				await page.getByLabel("Text to the panel").fill("PROG 7982 USRS:1,12");
				await page.getByRole("button", { name: "Send" }).click();
				await page.getByText("USRS:ERROR").waitFor();
				await expect.poll(() => barriersOn(page)).toEqual([]);
				// Nothing lies beside the page.
				await expect.poll(() => isWithinScreen(page)).toBe(true);
			},
		);

browserTest(
	"a message is judged while it is typed: the caret, each field, what a blank will do",
	async () => {
		const page = await offlinePage("message", { screen: "phone" });
		const message = messageField(page);
		await message.pressSequentially("PROG 7982 USRS:1,12");
		await page.getByText("user PIN: 4 digits, this has 2").waitFor();
		await expect
			.poll(() => page.locator(".diagnosed pre").innerText())
			.toBe("PROG 7982 USRS:1,12\n                 ^^");
		await message.fill("PROG 7982 USRS:1,1234,,1");
		await page.getByText("by the manual", { exact: true }).waitFor();
		await expect
			.poll(() => page.getByRole("table").locator("tr").allInnerTexts())
			.toEqual([
				"user number\t1",
				"user PIN\t1234",
				"user name\ta blank clears it",
				"latch report\t1on",
			]);
		await page
			.getByText("· 24 characters, gsm-7 · 1 SMS", { exact: true })
			.waitFor();
		await page
			.getByText(
				"factory credentials, printed in every manual: P-Word, installer code",
			)
			.waitFor();
	},
);

browserTest(
	"a long message is drawn around its fault, and no character turns others around",
	async () => {
		const page = await offlinePage("message", { screen: "phone" });
		await messageField(page).fill(
			`PROG 7982 USRS:1,1234,\u202e${"N".repeat(60)},7`,
		);
		const drawn = page.locator(".diagnosed pre");
		await drawn.last().waitFor();
		for (const text of await drawn.allInnerTexts())
			for (const line of text.split("\n"))
				expect(line.length).toBeLessThanOrEqual(45);
		await expect
			.poll(() => page.locator("table code").nth(2).innerText())
			.toBe(`\ufffd${"N".repeat(60)}`);
	},
);

browserTest("a list is judged in its order, with its totals", async () => {
	const page = await offlinePage();
	await messageField(page).fill(
		"PROG 7982 USRS:1,1234,JOHN,1\n# the second has the same PIN\nPROG 7982 USRS:2,1234,ANN,1\n",
	);
	await page
		.getByText(
			"2 messages, 2 SMS: 1 right, 1 wrong, the first on line 3; judged in order, from a vst-2752 fresh from the factory on, with the credentials of the first message",
		)
		.waitFor();
	await expect
		.poll(() => page.getByRole("listitem").allInnerTexts())
		.toEqual([
			"By the manual\nPROG 7982 USRS:1,1234,JOHN,1\n1 SMS",
			"Wrong\nPROG 7982 USRS:2,1234,ANN,1\n                 ^^^^\n\nuser PIN: user 1 has this PIN already\n\nno two users share a PIN; take another one",
		]);
});

browserTest(
	"a message is composed from fields and leaves by link, clipboard or QR code",
	async () => {
		const page = await offlinePage("compose", { screen: "phone" });
		await page.getByLabel("What the panel is to do").selectOption("USRS");
		await page.getByLabel(/^user number/).fill("2");
		await page.getByText("Credentials: as from the factory").click();
		await page.getByLabel("P-Word", { exact: true }).fill("HOUSE");
		await page.getByLabel("Installer code", { exact: true }).fill("4711");
		const blanks = page.getByLabel(/^send a blank/);
		await expect
			.poll(() => page.getByText(/^send a blank/).allInnerTexts())
			.toEqual([
				"send a blank, which keeps the old value",
				"send a blank, which clears it",
				"send a blank, which keeps the old value",
			]);
		await blanks.nth(0).check();
		await blanks.nth(1).check();
		await page.getByText("HOUSE 4711 USRS:2,,", { exact: true }).waitFor();

		await page.getByLabel("Panel's number").fill("+49 170 555 0100");
		await expect
			.poll(() => page.getByRole("link", { name: "Send" }).getAttribute("href"))
			.toBe("sms:+491705550100?body=HOUSE%204711%20USRS%3A2%2C%2C");
		await page.getByRole("button", { name: "Copy" }).click();
		await page.getByRole("button", { name: "Copied" }).waitFor();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe("HOUSE 4711 USRS:2,,");
		await page.getByRole("button", { name: "QR" }).click();
		await page.getByRole("img", { name: "QR code of the message" }).waitFor();
		await page
			.getByText(
				"A phone that reads it writes the message to +491705550100. The code and every PIN are in it in clear.",
			)
			.waitFor();
	},
);

browserTest("a wrong value is said, and nothing can be sent", async () => {
	const page = await offlinePage("compose");
	await page.getByLabel("What the panel is to do").selectOption("USRS");
	await page.getByLabel(/^user number/).fill("11");
	await page.getByText("user number: 1 to 10, this is outside").waitFor();
	await expect
		.poll(() => page.getByRole("link", { name: "Send" }).count())
		.toBe(0);
	await page.getByLabel(/^user number/).fill("1,2");
	await page
		.getByText(
			"user: a comma separates parameters and cannot be sent inside one",
		)
		.waitFor();
	await expect
		.poll(() => page.getByRole("link", { name: "Send" }).count())
		.toBe(0);
});

browserTest(
	"the reference finds a command in all models, and hands it on",
	async () => {
		const page = await offlinePage("reference", { screen: "phone" });
		await page.getByLabel("Search").fill("delete user");
		const item = page.getByRole("listitem").filter({ hasText: "USRD:1,user" });
		await item.first().getByText("Delete a user.").click();
		await item.first().getByRole("button", { name: "Compose" }).click();
		await expect
			.poll(() => page.getByLabel("What the panel is to do").inputValue())
			.toBe("USRD");
		// The browser's way back.
		await page.goBack();
		await expect
			.poll(() => page.getByLabel("Search").inputValue())
			.toBe("delete user");
		await page.getByLabel("Search").fill("zzz");
		await page.getByText("No command is found by these words.").waitFor();
	},
);

browserTest(
	"nothing is kept but the panel and its number, and those only while it is ticked",
	async () => {
		const page = await offlinePage();
		const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
		await page.getByLabel("Panel", { exact: true }).selectOption("mz-8");
		await messageField(page).fill("PROG 7982 MODE:A");
		await page.getByLabel("Panel's number").fill("+491705550100");
		await expect.poll(() => kept()).toBe("{}");
		const tick = page.getByLabel(/^Keep the panel and its number/);
		await tick.check();
		await expect
			.poll(() => kept())
			.toBe(
				JSON.stringify({
					"alarmpanel.kept": '{"model":"mz-8","number":"+491705550100"}',
				}),
			);
		await page.reload();
		await expect
			.poll(() => page.getByLabel("Panel", { exact: true }).inputValue())
			.toBe("mz-8");
		await expect.poll(() => messageField(page).inputValue()).toBe("");
		await tick.uncheck();
		await expect.poll(() => kept()).toBe("{}");
	},
);
