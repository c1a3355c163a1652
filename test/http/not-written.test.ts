import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { messageOf } from "../../src/error-message.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { temporaryFolder } from "../support/folder.ts";
import { aHouse } from "../support/house.ts";

test("what cannot be written is not done, says why to who asked and in the log, and may be asked for again", async () => {
	const parent = await temporaryFolder();
	const folder = join(parent, "house");
	const file = join(folder, "panel-config.json");
	await mkdir(folder);
	await writeFile(file, '{"model":"vst-2752","schemaVersion":1}');
	const store = lowdbStore(file, configSchema(vst2752));
	const troubles: string[] = [];
	const onTrouble = (error: unknown) => void troubles.push(messageOf(error));
	const house = await aHouse({ store, allowControl: true, onTrouble });
	const ask = async () => {
		const answer = await house.request("/v1/panels/house/texts", {
			method: "POST",
			headers: { "Content-Type": "application/json", "Idempotency-Key": "1" },
			body: JSON.stringify({ text: "PROG 7982 USRS:2,4711,BEN" }),
		});
		return { status: answer.status, body: await answer.json() };
	};
	await rename(folder, join(parent, "away"));
	expect(await ask()).toEqual({
		status: 503,
		body: {
			status: 503,
			code: "file/not-written",
			title:
				"not done: panel-config.json cannot be written: its folder is not there (ENOENT)",
			errors: [],
		},
	});
	expect(troubles).toEqual([
		"panel-config.json cannot be written: its folder is not there (ENOENT)",
	]);
	expect(house.panel.state.users.map(({ id }) => id)).toEqual([1]);
	await rename(join(parent, "away"), folder);
	expect(await ask()).toMatchObject({ status: 200, body: { accepted: true } });
	await house.close();
});
