import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { barriersOn } from "./support/accessibility.ts";
import { browserTest, openPage } from "./support/open-page.ts";

/*
 * The page that opens from a file, with the network cut off.
 */

const ADDRESS = pathToFileURL(
	join(import.meta.dirname, "../../dist/alarmpanel.html"),
).href;

for (const screen of ["phone", "desktop"] as const)
	for (const scheme of ["light", "dark"] as const)
		browserTest(
			`a message is checked while it is typed, on a ${screen} in ${scheme} colours`,
			async () => {
				const page = await openPage(ADDRESS, {
					...{ screen, scheme, isOffline: true },
				});
				const message = page.getByLabel("Message, or several, one a line");
				await message.pressSequentially("PROG 7982 USRS:1,12");
				await page.getByText("user PIN: 4 digits, this has 2").waitFor();
				expect(await page.locator(".diagnosed pre").innerText()).toBe(
					"PROG 7982 USRS:1,12\n                 ^^",
				);
				await message.fill("PROG 7982 USRS:1,1234,,1");
				await page.getByText("by the manual", { exact: true }).waitFor();
				expect(await barriersOn(page)).toEqual([]);
			},
		);
