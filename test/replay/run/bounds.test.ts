import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { replayedIn } from "../../support/replayed.ts";

test("an expected reply that backtracks without end fails alone, and the run goes on", async () => {
	const { summary, told } = await replayedIn(await temporaryFolder(), {
		"a.smst": "id slow\n> PROG 7982 PIN?\n< /(.*)*x/\n",
		"b.smst": "> PROG 7982 ECHO:\n< ECHO:OK\n",
	});
	expect(summary).toMatchObject({ passed: 1, failed: 1 });
	expect(told.map(({ id, why }) => [id, why?.message])).toEqual([
		["slow", "pattern: /(.*)*x/ was not found within 1 s"],
	]);
});
