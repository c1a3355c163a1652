import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openConsole } from "./support/console-page.ts";
import { offlinePage } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

/** What has the focus, by what it is called; `nothing` is the page's beginning. */
function focused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		if (element === document.body) return "nothing";
		const label = element.closest("label")?.querySelector("span");
		const labelled = document.querySelector(`label[for="${element.id}"]`);
		const name =
			element.ariaLabel ?? (label ?? labelled ?? element).textContent;
		return name?.trim() ?? "";
	});
}

/** Presses a button by the keyboard, and sees where the focus comes to rest. */
async function expectFocus(
	page: Page,
	pressed: string,
	heir: string,
): Promise<void> {
	const button = page.getByRole("button", { name: pressed, exact: true });
	await button.first().focus();
	await page.keyboard.press("Enter");
	await expect.poll(() => focused(page)).toBe(heir);
}

for (const screen of ["phone", "desktop"] as const)
	browserTest(
		`what is gone once it is pressed hands the focus on, on a ${screen}`,
		async () => {
			const page = await offlinePage("try", { screen });
			const tab = async (name: string) => {
				if (screen === "phone")
					await page
						.getByRole("navigation", { name: "Parts of the page" })
						.getByRole("button", { name })
						.click();
			};
			await expectFocus(page, "Add a phone", "Number of the phone");
			await expectFocus(page, "Cancel", "Add a phone");
			await page.keyboard.press("Enter");
			await page.keyboard.type("+15550102");
			await page.keyboard.press("Enter");
			await expect.poll(() => focused(page)).toBe("Add a phone");
			await expectFocus(page, "Put +15550102 on the list", "Text to the panel");
			await expectFocus(
				page,
				"STATUS Ask how the panel is.",
				"Text to the panel",
			);
			await page.keyboard.press("Enter");
			await page.getByText("The house is disarmed.").waitFor();
			await expect.poll(() => focused(page)).toBe("Text to the panel");
			await tab("House");
			await expectFocus(page, "Add six devices", "Front door open");
			await tab("More");
			await page.getByRole("slider", { name: "Moment" }).focus();
			await page.keyboard.press("ArrowLeft");
			await expectFocus(page, "now", "paused");
			await page.getByRole("tab", { name: "Faults" }).click();
			await page.getByLabel("Rule of the network").fill("delay 30s");
			await expectFocus(page, "Add", "Rule of the network");
			await tab("Phone");
			await page.getByLabel("Text to the panel").fill("STATUS");
			await page.keyboard.press("Enter");
			await page.getByText("on its way").waitFor();
			await expectFocus(page, "next event", "next event");
			await page.keyboard.press("Enter");
			await expect.poll(() => focused(page)).toBe("+30 s");
		},
	);

browserTest("another panel is chosen by arrow keys", async () => {
	const page = await offlinePage("try");
	const choice = page.getByLabel("Panel", { exact: true });
	for (const model of ["mz-8", "cr200", "mobile-mates"]) {
		await choice.press("ArrowDown");
		await page.getByRole("heading", { name: model }).waitFor();
		await expect.poll(() => focused(page)).toBe("Panel");
	}
	await expect.poll(() => choice.inputValue()).toBe("mobile-mates");
});

browserTest("the parts for messages and sites hand the focus on", async () => {
	const page = await offlinePage("message");
	await expectFocus(
		page,
		"PROG 7982 USRS:1,1234,JOHN,1",
		"Message, or several, one a line",
	);
	await page.getByRole("link", { name: "Reference" }).press("Enter");
	await page.locator(".reference summary").first().press("Enter");
	await expectFocus(
		page,
		"Check the example",
		"Message, or several, one a line",
	);
	await page.getByRole("link", { name: "Site" }).press("Enter");
	await page.getByLabel("PIN of user 1").fill("4711");
	await expectFocus(page, "Done: OK", "PROG 7982 USRS:1,$" + "{USER_1_PIN}");
	await page.getByLabel("Open a site.yaml").setInputFiles({
		name: "site.yaml",
		mimeType: "text/yaml",
		buffer: Buffer.from("model: vst-2752\n"),
	});
	await expectFocus(
		page,
		"Close it",
		"Open a site.yaml instead of filling in the form",
	);
});

browserTest("a panel of a server that is put there anew", async () => {
	const { page } = await openConsole();
	await expectFocus(page, "Put +15550101 on the list", "Text to the panel");
	const choice = page.getByLabel("Panel", { exact: true });
	const names = () => choice.locator("option").allInnerTexts();
	const first = await choice.inputValue();
	const before = await names();
	// An arrow key only goes on in the list, past every panel that could be made.
	for (const wanted of ["new vst-2752", "new mz-8"]) {
		await choice.press("ArrowDown");
		await expect.poll(() => choice.inputValue()).toBe(wanted);
	}
	await choice.press("ArrowUp");
	await choice.press("ArrowUp");
	await expect.poll(() => choice.inputValue()).toBe(first);
	await expect.poll(() => page.getByText("Make it").count()).toBe(0);
	await expect.poll(names).toEqual(before);
	await choice.press("ArrowDown");
	await page.getByRole("button", { name: "Make it" }).press("Enter");
	const [shown, ...others] = before;
	await expect
		.poll(names)
		.toEqual([
			shown,
			expect.stringMatching(/^try [0-9a-f]{4}: vst-2752$/),
			...others,
		]);
	await expect.poll(() => focused(page)).toBe("Panel");
});

browserTest("who points elsewhere keeps what he points at", async () => {
	const page = await offlinePage("try");
	await page.getByRole("button", { name: "Add a phone" }).press("Enter");
	await page.getByRole("heading", { name: "House" }).click();
	await expect.poll(() => focused(page)).toBe("nothing");
	await page.getByRole("button", { name: "Cancel" }).dispatchEvent("click");
	await page.getByRole("button", { name: "Add a phone" }).waitFor();
	await expect.poll(() => focused(page)).toBe("nothing");
});

browserTest("an arriving text leaves the focus where it is", async () => {
	const page = await offlinePage("try");
	await page.getByRole("button", { name: "Add a phone" }).press("Enter");
	await page.getByRole("button", { name: "Add six devices" }).press("Enter");
	await page.getByRole("switch", { name: "Panic button open" }).waitFor();
	await expect.poll(() => focused(page)).toBe("Front door open");
});

browserTest(
	"a key that is held down writes an example, and sends nothing",
	async () => {
		const page = await offlinePage("try");
		await page.getByRole("button", { name: /^PROG 7982 MODE:A/ }).focus();
		for (let times = 0; times < 3; times += 1)
			await page.keyboard.down("Enter");
		await page.keyboard.up("Enter");
		const field = page.getByLabel("Text to the panel");
		await expect.poll(() => field.inputValue()).toBe("PROG 7982 MODE:A");
		await expect.poll(() => page.locator(".bubble").count()).toBe(0);
		await page.keyboard.press("Enter");
		await page.getByText("MODE:OK").waitFor();
	},
);
