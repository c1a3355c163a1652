import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Network } from "../../../src/network/network.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import type { TransportPlace } from "../../../src/transport/transport-url.ts";
import {
	type Attachment,
	attachAt,
} from "../../../src/virtual-modem/attachment.ts";
import {
	type VirtualModem,
	virtualModem,
} from "../../../src/virtual-modem/virtual-modem.ts";
import { panelOnNetwork } from "./panel-on-network.ts";
import { type Programs, programs } from "./programs.ts";

/** What each test gets anew. */
export interface Bench {
	readonly network: Network;
	readonly programs: Programs;
	/** A folder of its own. */
	readonly folder: string;
	/** A modem at a number, reachable at a place. */
	phone(
		number: string,
		place: TransportPlace,
	): Promise<{ readonly modem: VirtualModem; readonly place: TransportPlace }>;
	/** A modem at a number on a free TCP port. */
	phoneOnTcp(number: string): Promise<{
		readonly modem: VirtualModem;
		readonly port: number;
	}>;
	/** A modem at a number on a pseudo-terminal that `socat` bridges to it. */
	phoneOnSocat(number: string): Promise<{
		readonly modem: VirtualModem;
		readonly path: string;
	}>;
}

export function bench(): () => Bench {
	let current: Bench;
	let open: Attachment[] = [];
	let modems: VirtualModem[] = [];
	let closePanel = async () => {};
	beforeEach(async () => {
		const { network, close } = await panelOnNetwork();
		closePanel = close;
		const started = programs();
		const folder = mkdtempSync(join(tmpdir(), "alarmpanel-client-"));
		const phone: Bench["phone"] = async (number, place) => {
			const modem = virtualModem({
				clock: systemClock,
				line: network.line(number),
			});
			const attachment = await attachAt(modem, place, { clock: systemClock });
			modems.push(modem);
			open.push(attachment);
			return { modem, place: attachment.place };
		};
		const phoneOnTcp: Bench["phoneOnTcp"] = async (number) => {
			const { modem, place } = await phone(number, {
				kind: "tcp",
				host: "127.0.0.1",
				port: 0,
			});
			if (place.kind !== "tcp") throw new Error("not on TCP");
			return { modem, port: place.port };
		};
		current = {
			network,
			programs: started,
			folder,
			phone,
			phoneOnTcp,
			async phoneOnSocat(number) {
				const { modem, port } = await phoneOnTcp(number);
				const path = join(folder, "phone.tty");
				const child = started.start("socat", [
					"-d",
					"-d",
					`PTY,link=${path},raw,echo=0`,
					`TCP:127.0.0.1:${port}`,
				]);
				await new Promise<void>((resolve) => {
					child.stderr?.on("data", (chunk: Buffer) => {
						if (chunk.includes("starting data transfer")) resolve();
					});
				});
				return { modem, path };
			},
		};
	});
	afterEach(async () => {
		await current.programs.stop();
		await Promise.all(open.map((attachment) => attachment.close()));
		await Promise.all(modems.map((modem) => modem.powerOff()));
		await closePanel();
		open = [];
		modems = [];
	});
	return () => current;
}
