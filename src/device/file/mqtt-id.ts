import { randomBytes } from "node:crypto";
import { configSchema } from "../../derive/config-schema.ts";
import { mqttSettingsSchema } from "../../derive/mqtt-settings-schema.ts";
import { acquireLock } from "../../store/lock.ts";
import { lowdbStore } from "../../store/lowdb-store.ts";
import { systemClock } from "../../time/system-clock.ts";
import { readPanel } from "./panel-file.ts";

/** How long it waits for a short command that has the file, in milliseconds. */
const PATIENCE = 5000;

/**
 * The id by which a panel is known over MQTT. It is drawn once, and kept in the
 * panel's file: what is made of a name, a number or a path would change with that.
 * @throws ConfigFileError when the file does not fit
 * @throws LockedError when somebody else runs the panel
 */
export async function mqttIdOf(file: string, owner: string): Promise<string> {
	const { document, model, numbering } = await readPanel(file);
	const known = document.integrations?.mqtt?.id;
	if (known !== undefined) return known;
	const claim = { command: owner, started: systemClock.now() };
	const held = await acquireLock(file, claim, { patience: PATIENCE });
	try {
		const store = lowdbStore(file, configSchema(model, numbering));
		await store.load();
		let id = randomBytes(4).toString("hex");
		await store.saveIntegrations((present = {}) => {
			const { mqtt = mqttSettingsSchema.parse({}) } = present;
			id = mqtt.id ?? id;
			return { ...present, mqtt: { ...mqtt, id } };
		});
		await store.close();
		return id;
	} finally {
		await held.release();
	}
}
