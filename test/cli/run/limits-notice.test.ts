import { join } from "node:path";
import { expect, test } from "vitest";
import { limitsNotice } from "../../../src/cli/run/limits-notice.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("what the panel is not certified for is said once for each file", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	expect(await limitsNotice(file)).toMatch(
		/^alarmpanel is software without any certificate /,
	);
	expect(await limitsNotice(file)).toBe("");
	expect(await limitsNotice(join(folder, "other.json"))).not.toBe("");
});
