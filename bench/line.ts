import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { report } from "./verdict.ts";

/*
 * The modem line: how long an AT command takes over a pseudo-terminal, how much
 * of a receive cycle is software and how much wire, and how many messages a
 * second go through the in-process network and come back confirmed. Each run is
 * a process of its own; median of the runs with their range, which is the noise.
 * The gates hold for whole runs; the quietest block beside them tells how much of
 * a miss is somebody else on the machine.
 */

const ROUNDS = 5;

const roundTrip = runs("round-trip.ts");
const cycle = runs("receive-cycle.ts");
const modem = runs("throughput.ts", "modem");
const mailbox = runs("throughput.ts", "mailbox");

const kept = [
	title("AT and its OK over a pseudo-terminal: driver, virtual modem", "ms"),
	report("p50", of(roundTrip, "p50")),
	report("p99", of(roundTrip, "p99"), { most: 1.5 }),
	report("p99 of the quietest block", of(roundTrip, "quiet")),
	title("+CMTI, +CMGR, +CMGD over a pseudo-terminal / wire at 115200", "%"),
	report("elapsed", of(cycle, "elapsed"), { most: 10 }),
	report("processor", of(cycle, "processor")),
	report("bytes of a cycle", of(cycle, "bytes")),
	title("submit to confirmation, in process", "thousand messages a second"),
	report("SMSC, AT, panel, AT, SMSC", of(modem, "perSecond", 1e-3), {
		least: 5,
	}),
	report("its quietest block", of(modem, "quiet", 1e-3)),
	report("SMSC, panel, SMSC", of(mailbox, "perSecond", 1e-3), { least: 5 }),
	report("its quietest block", of(mailbox, "quiet", 1e-3)),
	title("processor time of a message, submit to confirmation", "us"),
	report("SMSC, AT, panel, AT, SMSC", of(modem, "processor")),
	report("SMSC, panel, SMSC", of(mailbox, "processor")),
];
if (kept.includes(false)) process.exitCode = 1;

type Figures = Readonly<Record<string, unknown>>;

/** What a bench prints, as often as it is run. */
function runs(bench: string, ...args: readonly string[]): readonly Figures[] {
	const path = join(import.meta.dirname, "line", bench);
	return Array.from({ length: ROUNDS }, () => {
		const command = ["--import", "tsx", path, ...args];
		const { status, stdout, stderr } = spawnSync(process.execPath, command, {
			encoding: "utf8",
		});
		if (status !== 0) throw new Error(`${bench}: ${stderr}`);
		return JSON.parse(stdout);
	});
}

function of(figures: readonly Figures[], name: string, scale = 1): number[] {
	return figures.map((each) => Number(each[name]) * scale);
}

function title(text: string, unit: string): true {
	console.log(`${text}, ${unit}, median of ${ROUNDS} processes`);
	return true;
}
