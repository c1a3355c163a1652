import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";
import { misfits } from "../../support/published-schema.ts";

test("people test and doctor answer programs as their schemas say", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["people", "add", "+15550101", "--name", "Anna"]);
	const serving = shell.start(["serve"]);
	await serving.until("is ready");
	const words = ["people", "test", "Anna", "--yes", "--json"];
	const tested = await shell.runBesides(words);
	const again = await shell.runBesides(words);
	const doctor = await shell.runBesides(["doctor", "--json"]);
	serving.child.kill("SIGTERM");
	expect((await serving.ended).status).toBe(0);
	expect([tested.status, JSON.parse(tested.stdout)]).toEqual([
		0,
		{
			refusal: null,
			sms: 1,
			sentAfter: expect.any(Number),
			deliveredAfter: expect.any(Number),
			reason: null,
		},
	]);
	expect([again.status, JSON.parse(again.stdout)]).toMatchObject([
		4,
		{ refusal: { code: "person/tested" } },
	]);
	for (const { stdout } of [tested, again])
		expect(misfits("people-test.schema.json", JSON.parse(stdout))).toEqual([]);
	const report = JSON.parse(doctor.stdout);
	expect(report.findings.length).toBeGreaterThan(20);
	expect(misfits("doctor.schema.json", report)).toEqual([]);
	// It would say if it were otherwise.
	expect(misfits("doctor.schema.json", { ...report, ok: "yes" })).toEqual([
		expect.stringMatching(/^ok: /),
	]);
	expect(
		misfits("people-test.schema.json", { ...JSON.parse(tested.stdout), x: 1 }),
	).not.toEqual([]);
});
