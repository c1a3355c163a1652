import { expect, test, vi } from "vitest";
import { ApplyOutput } from "../../../src/cli/site/apply-output.ts";

test("what comes while somebody is asked is told behind the last answer, in order", async () => {
	const written: string[] = [];
	const stderr = vi
		.spyOn(process.stderr, "write")
		.mockImplementation((text) => written.push(String(text)) > 0);
	try {
		const output = new ApplyOutput(false);
		let answer = (_: boolean) => {};
		const first = output.asking(async () => {
			output.remark("one");
			return true;
		});
		const second = output.asking(
			() =>
				new Promise<boolean>((resolve) => {
					answer = resolve;
				}),
		);
		expect(await first).toBe(true);
		output.remark("two");
		expect(written).toEqual([]);
		answer(false);
		expect(await second).toBe(false);
		output.remark("three");
		expect(written).toEqual(["one\n", "two\n", "three\n"]);
	} finally {
		stderr.mockRestore();
	}
});
