/** A machine with a panel and a modem in which all is well, to be broken. */
import { expect } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import { wantedGroups } from "../../src/doctor/groups.ts";
import { reportOf, reportText } from "../../src/doctor/report.ts";
import type {
	DoctorWorld,
	FileFacts,
	MachineFiles,
} from "../../src/doctor/world.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { BrokerTrial } from "../../src/mqtt/broker-trial.ts";
import { asTyped } from "../../src/panel/state/phone-number.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../src/time/virtual-clock.ts";
import { noColors } from "../../src/views/colors.ts";
import { panelWithPeople } from "./panel-with-people.ts";
import { misfits } from "./published-schema.ts";
import { type Script, scriptedLine, settle } from "./scripted-line.ts";
import { NOON } from "./texting.ts";

/** What is at a path: a text, a link, or what there is to know of a device. */
export type Entry = string | { readonly link: string } | Partial<FileFacts>;

/** Paths of a machine, and what is there. */
export function filesOf(
	entries: Readonly<Record<string, Entry>>,
): MachineFiles {
	const at = (path: string) => entries[path];
	const leadsTo = (path: string): string => {
		const entry = at(path);
		return typeof entry === "object" && "link" in entry
			? leadsTo(entry.link)
			: path;
	};
	return {
		async text(path) {
			const entry = at(path);
			return typeof entry === "string" ? entry : null;
		},
		async names(folder) {
			const below = Object.keys(entries)
				.filter((path) => path.startsWith(`${folder}/`))
				.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
			return [...new Set(below)];
		},
		async link(path) {
			const entry = at(path);
			return typeof entry === "object" && "link" in entry ? entry.link : null;
		},
		real: async (path) =>
			at(leadsTo(path)) === undefined ? null : leadsTo(path),
		async facts(path) {
			const entry = at(leadsTo(path));
			return typeof entry === "object" && !("link" in entry)
				? { device: null, group: 0, ...entry }
				: null;
		},
		mayOpen: async () => true,
	};
}

/** A machine with a stick at /dev/ttyUSB0, which its by-id name leads to. */
export const machine: Readonly<Record<string, Entry>> = {
	"panel-config.json": "{}",
	"/dev/ttyUSB0": { device: "188:0", group: 20 },
	"/dev/serial/by-id/usb-HUAWEI-if00": { link: "/dev/ttyUSB0" },
	"/etc/group": "root:x:0:\ndialout:x:20:pi\n",
	"/proc/1/comm": "systemd\n",
};

export const BY_ID = "serial:///dev/serial/by-id/usb-HUAWEI-if00";

/** A modem that is registered, with room for texts. */
export const healthy: Script["answers"] = {
	"AT+CMEE?": ["+CMEE: 1", "OK"],
	ATE0: ["OK"],
	"AT+CMEE=1": ["OK"],
	'AT+CSCS="IRA"': ["OK"],
	"AT+CGMI": ["HUAWEI", "OK"],
	"AT+CGMM": ["E1550", "OK"],
	"AT+CGMR": ["11.608", "OK"],
	"AT+CGSN": ["353142033840706", "OK"],
	"AT+CPIN?": ["+CPIN: READY", "OK"],
	"AT+CREG?": ["+CREG: 0,1", "OK"],
	"AT+COPS?": ['+COPS: 0,0,"Proximus",0', "OK"],
	"AT+CSQ": ["+CSQ: 20,99", "OK"],
	"AT+CSCA?": ['+CSCA: "+32475161616",145', "OK"],
	"AT+CPMS?": ['+CPMS: "SM",3,30,"SM",3,30,"SM",3,30', "OK"],
	"AT+CNMI=?": ["+CNMI: (0-2),(0-3),(0,2),(0,1),(0,1)", "OK"],
	"AT+CCLK?": ['+CCLK: "26/11/20,13:00:02+04"', "OK"],
};

/** A world as the doctor sees it, well but for what is given. */
export function aWorld(
	broken: Partial<DoctorWorld> = {},
	answers: Script["answers"] = healthy,
): DoctorWorld & { readonly clock: VirtualClock } {
	const clock = virtualClock(NOON);
	return {
		node: "20.19.0",
		timeZone: "UTC",
		user: { name: "alarm", groups: [20], pid: 700 },
		files: filesOf(machine),
		disk: {
			probe: async () => 0.2,
			room: async () => ({ bytes: 2 ** 33, files: 500_000 }),
		},
		panel: {
			file: "panel-config.json",
			read: async () => ({
				model: vst2752,
				document: {} as never,
				state: panelWithPeople,
				numbering: asTyped,
			}),
			remarks: async () => [],
			owner: async () => null,
		},
		modem: {
			url: BY_ID,
			open: async () => scriptedLine({ answers }),
			ask: async () => null,
		},
		broker: async () => null,
		poll: async () => ({ reached: true, answer: "ACK", milliseconds: 12 }),
		probe: false,
		http: "127.0.0.1:8086",
		run: async () => "NTPSynchronized=yes\n",
		mayListen: async () => null,
		...broken,
		clock,
	};
}

/** A broker that was tried. */
export function aBroker(trial: BrokerTrial): DoctorWorld["broker"] {
	return async () => ({ url: "mqtts://broker.lan:8883/", trial });
}

/** What the doctor prints about a world, time passing as it has to. */
export async function told(
	world: ReturnType<typeof aWorld>,
	{
		width = 120,
		only = [],
	}: { readonly width?: number; readonly only?: readonly string[] } = {},
): Promise<string> {
	let text: string | null = null;
	void examine(wantedGroups(only), world).then((findings) => {
		const report = reportOf(findings);
		expect(misfits("doctor.schema.json", report)).toEqual([]);
		text = reportText(report, {
			width,
			colors: noColors,
			isWhole: only.length === 0,
		});
	});
	for (let turn = 0; text === null && turn < 100; turn += 1) {
		await settle();
		await world.clock.advanceTo(world.clock.now() + 250);
	}
	return `\n${text}\n`;
}

/**
 * How the report of a world differs from that in which all is well, which
 * examine.test.ts shows whole: `-` before a line that is gone, `+` before one that
 * is new.
 */
export async function changedReport(
	world: ReturnType<typeof aWorld>,
): Promise<string> {
	const well = (await told(aWorld())).split("\n");
	const now = (await told(world)).split("\n");
	const changes: string[] = [];
	let at = 0;
	for (const line of well) {
		const found = now.indexOf(line, at);
		if (found === -1) changes.push(`- ${line}`);
		else {
			changes.push(...now.slice(at, found).map((other) => `+ ${other}`));
			at = found + 1;
		}
	}
	return `\n${changes.join("\n")}\n`;
}
