import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPanel, replay } from "../../src/index.ts";
import { anApi } from "../support/api.ts";
import { eveningTranscript, spend } from "../support/evening.ts";
import { temporaryFolder } from "../support/folder.ts";

test("library, HTTP and replay give one digest, and a record is replayed to it", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "evening.smst");
	writeFileSync(file, eveningTranscript("evening"));
	const replayed = await replay([file]);
	expect(replayed).toMatchObject({ passed: 1, failed: 0, failures: [] });

	const panel = await createPanel();
	await spend(panel);
	expect(panel.digest("evening")).toBe(replayed.digest);

	const api = anApi();
	const { body } = await api.post("/v1/panels", {});
	const at = `/v1/panels/${body.id}`;
	await spend({
		text: (text) => api.post(`${at}/texts`, { text }),
		step: (step) => api.post(`${at}/steps`, { step }),
		advance: (advance) => api.post(`${at}/clock`, { advance }),
	});
	expect((await api.get(`${at}/digest?id=evening`)).body.digest).toBe(
		replayed.digest,
	);

	const { transcript } = (await api.get(`${at}/record?id=evening`)).body;
	expect(transcript).toContain("! zone 1 open\n<+15550188 burglar alarm");
	const recorded = join(await temporaryFolder(), "evening.smst");
	writeFileSync(recorded, transcript);
	expect(await replay([recorded])).toMatchObject({
		passed: 1,
		failures: [],
		digest: replayed.digest,
	});
	api.close();
});
