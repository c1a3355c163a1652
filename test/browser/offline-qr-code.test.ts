import { spawnSync } from "node:child_process";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import { messageField, offlinePage } from "./support/offline-page.ts";

for (const scheme of ["light", "dark"] as const)
	testWith(
		[clients.chromium, clients.zbarimg],
		`another phone reads the QR code from the page in ${scheme} colours`,
		async () => {
			const page = await offlinePage("message", { screen: "phone", scheme });
			await messageField(page).fill("PROG 7982 USRS:1,1234,,1");
			await page.getByLabel("Panel's number").fill("+15550100");
			await page.getByRole("button", { name: "QR" }).click();
			const picture = await page.screenshot({ fullPage: true });
			const { stdout } = spawnSync("zbarimg", ["--raw", "--quiet", "-"], {
				input: picture,
				encoding: "utf8",
			});
			expect(stdout).toBe("SMSTO:+15550100:PROG 7982 USRS:1,1234,,1\n");
		},
	);
