import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mqttIdOf } from "../../src/device/file/mqtt-id.ts";
import { temporaryFolder } from "../support/folder.ts";

test("the id is drawn once and kept in the panel's file, which is otherwise as it was", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const document = { schemaVersion: 1, model: "vst-2752", zones: [{ id: 3 }] };
	await writeFile(file, JSON.stringify(document));
	const id = await mqttIdOf(file, "a test");
	expect(id).toMatch(/^[0-9a-f]{8}$/);
	const kept = JSON.parse(await readFile(file, "utf8"));
	expect(kept.integrations.mqtt.id).toBe(id);
	expect(kept.zones.map((zone: { id: number }) => zone.id)).toEqual([3]);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	const before = await readFile(file, "utf8");
	expect(await mqttIdOf(file, "a test")).toBe(id);
	expect(await readFile(file, "utf8")).toBe(before);
});
