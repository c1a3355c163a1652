import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { Shell } from "../support/command-line.ts";
import { offlinePage, savedConversation } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

const NOW = Date.UTC(2026, 10, 20, 10);

/** An evening: a slip, a zone, arming, a burglar, the owner. */
const TEXTS = [
	"PROG 7982 USRS:1,12",
	"PROG 7982 DEAN:1,1,0000000001,Window",
	"PROG 7982 MODE:A",
];

browserTest(
	"what is done at the page's own panel can be replayed, to the same digest",
	async () => {
		const page = await offlinePage("try", { now: NOW });
		const text = page.getByLabel("Text to the panel");
		for (const each of TEXTS) {
			await text.fill(each);
			await text.press("Enter");
			await expect.poll(() => text.inputValue()).toBe("");
		}
		await page.getByRole("button", { name: "+30 s" }).click();
		await page.getByRole("tab", { name: "Save as conversation" }).click();
		for (const claim of ["mode", "siren"])
			await page.getByRole("checkbox", { name: claim }).uncheck();
		const saved = await savedConversation(page);
		expect(saved).toBe(`id page
model vst-2752
@ 2026-11-20T10:00:00Z
> PROG 7982 USRS:1,12
< USRS:ERROR
> PROG 7982 DEAN:1,1,0000000001,Window
< DEAN:OK
> PROG 7982 MODE:A
< MODE:OK
@ +30s
`);

		const shell = new Shell();
		writeFileSync(join(shell.folder, "page.smst"), saved);
		const replayed = shell.run(["replay", "page.smst"]);
		expect([replayed.status, replayed.stderr]).toEqual([0, ""]);

		// The same program outside of a page: only there the digest can be asked for.
		const panel = panelInPage({ model: vst2752, now: NOW, seed: 1 });
		for (const each of TEXTS) await panel.text(each);
		await panel.clock.advance("30s");
		expect((await panel.record()).transcript).toBe(saved);
		expect(replayed.stdout).toContain(panel.digest("page"));
	},
);
