import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { getgroups, pid, versions } from "node:process";
import { askModemAt } from "../device/control/running-panel.ts";
import { fileRemarks } from "../device/file/file-remarks.ts";
import { readPanel } from "../device/file/panel-file.ts";
import { DEFAULT_NUMBER } from "../network/default-numbers.ts";
import { ModemLineError } from "../ports/modem-line-error.ts";
import { modemOpener } from "../ports/modem-opener.ts";
import { readModemUrl } from "../ports/modem-url.ts";
import { lockOwner } from "../store/lock.ts";
import { panelDisk } from "../store/panel-disk.ts";
import { codeOf } from "../store/system-error.ts";
import { machineTimeZone } from "../time/machine-time-zone.ts";
import { systemClock } from "../time/system-clock.ts";
import { machineFiles } from "./machine-files.ts";
import type { DoctorWorld } from "./world.ts";

/** What the doctor is asked about. */
export interface DoctorSubject {
	/** The panel's. */
	readonly file: string;
	readonly modem: string | null;
	readonly probe: boolean;
	readonly http: string;
	readonly broker: DoctorWorld["broker"];
	readonly poll: DoctorWorld["poll"];
	/** Ends programs that are still asked. */
	readonly signal: AbortSignal;
}

/** This machine, with a panel's file and a modem. */
export function thisWorld(subject: DoctorSubject): DoctorWorld {
	const { file, modem, probe, http, broker, poll, signal } = subject;
	return {
		clock: systemClock,
		node: versions.node,
		timeZone: machineTimeZone(),
		user: { name: userName(), groups: getgroups?.() ?? [], pid },
		files: machineFiles,
		disk: panelDisk(file),
		panel: {
			file,
			read: () => readPanel(file),
			remarks: () => fileRemarks(file),
			owner: () => lockOwner(file),
		},
		modem: {
			url: modem,
			async open(url) {
				const read = readModemUrl(url);
				if (!read.ok) throw new ModemLineError(read.reason, "write it so");
				const open = modemOpener(read.place, {
					clock: systemClock,
					owner: "alarmpanel doctor",
					number: DEFAULT_NUMBER,
					say() {},
				});
				return await open();
			},
			ask: (control) => askModemAt(control).catch(() => null),
		},
		probe,
		http,
		broker,
		poll,
		run: (program, args) =>
			new Promise((resolve) =>
				execFile(program, args, { signal, timeout: 2500 }, (error, stdout) =>
					resolve(error === null ? stdout : null),
				),
			),
		mayListen: (host, port) =>
			new Promise((resolve) => {
				const server = createServer();
				server.once("error", (error) => resolve(codeOf(error) ?? "refused"));
				server.listen({ host, port, exclusive: true }, () =>
					server.close(() => resolve(null)),
				);
			}),
	};
}

/** A container's user may have no name. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.()}`;
	}
}
