import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/time/seeded-random.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { type Running, Shell } from "../support/command-line.ts";
import { tcpModems } from "../support/tcp-modem.ts";

const tcpModem = tcpModems();
const KILLS = 100;
/** Texts that come while a panel lives. */
const TEXTS = 3;
/** What it prints when its modem is ready. */
const STARTED = '"type":"started"';

/** What a process can be short of, and how that is over; soft limits of setrlimit(2). */
const faults = {
	"a full disk": ["--fsize=1:unlimited", "--fsize=unlimited:unlimited"],
	"no descriptor left": ["--nofile=3:4096", "--nofile=4096:4096"],
} as const;

describe.skipIf(process.platform !== "linux")("a panel that serves", () => {
	test(
		`is killed ${KILLS} times under load, short of disk and descriptors in between: every text is carried out once`,
		async () => {
			const { url, text, texts } = await tcpModem();
			const shell = new Shell();
			shell.run(["config", "init"]);
			const random = seededRandom(1);
			const programmed = new Map<number, string>();
			const note = () => {
				for (const { sequence, event, about } of runtimeOf(shell).log)
					if (event === "programmed") programmed.set(sequence, about);
			};
			let sent = 0;
			for (let life = 0; life < KILLS; life += 1) {
				const panel = serve(shell, url);
				await panel.until(STARTED);
				const fault = [null, ...Object.values(faults)][life % 3] ?? null;
				for (let each = 0; each < TEXTS; each += 1) {
					const user = (sent % 8) + 2;
					text(`PROG 7982 USRS:${user},${2000 + sent},N${sent},1`);
					sent += 1;
					await pause(random() * 60);
					if (each === 0 && fault !== null) limit(panel, fault[0]);
				}
				await pause(random() * 200);
				// One in two dies while it is short of something.
				if (fault !== null && random() < 0.5) {
					limit(panel, fault[1]);
					await pause(random() * 200);
				}
				panel.child.kill("SIGKILL");
				await panel.ended;
				note();
			}
			const last = serve(shell, url);
			// An answer may come twice: the panel was killed before it knew that it had gone.
			while (texts.length < sent || programmed.size < sent) {
				await pause(200);
				note();
			}
			last.child.kill("SIGTERM");
			await last.ended;
			note();
			console.log(
				`${KILLS} kills: ${sent} texts, ${programmed.size} carried out, ${texts.length} answers`,
			);
			expect(programmed.size).toBe(sent);
			const names = JSON.parse(
				readFileSync(shell.path("panel-config.json"), "utf8"),
			).users.map(({ name }: { readonly name: string }) => name);
			// The last eight texts, in their order.
			expect(names.slice(1)).toEqual(
				Array.from({ length: 8 }, (_, at) => `N${lastOf(at, sent)}`),
			);
			expect(texts.length).toBeGreaterThanOrEqual(sent);
		},
		20 * 60_000,
	);

	test.each(Object.entries(faults))(
		"sounds the alarm that falls due while there is %s, and writes it when that is over",
		async (fault, [begin, end]) => {
			const { url } = await tcpModem();
			const shell = new Shell();
			shell.run(["config", "init"]);
			for (const message of ["DEAN:1,30,0123456789", "TIMR:2,2,9,9,1"])
				shell.run(["text", `PROG 7982 ${message}`]);
			shell.run(["config", "set", "zones.30.attribute", "entry"]);
			const panel = serve(shell, url);
			await panel.until(STARTED);
			await shell.start(["text", "PROG 7982 MODE:A"]).ended;
			await panel.until('"mode":"away"');
			await shell.start(["do", "zone", "30", "open"]).ended;
			limit(panel, begin);
			await panel.until('"siren":true');
			await pause(2000);
			expect(runtimeOf(shell).siren).toBe(false);
			limit(panel, end);
			const over = systemClock.now();
			while (!runtimeOf(shell).siren) await pause(50);
			console.log(
				`${fault}: the alarm was on the disk ${systemClock.now() - over} ms after the fault`,
			);
			panel.child.kill("SIGTERM");
			expect((await panel.ended).status).toBe(0);
		},
	);
});

// Helpers

/** The last text that named one of eight users. */
function lastOf(user: number, sent: number): number {
	return sent - 1 - ((sent - 1 - user) % 8);
}

function serve(shell: Shell, url: string): Running {
	return shell.start([
		...["serve", "--json", "--modem", url],
		...["--hourly", "0", "--poll", "2s"],
	]);
}

function limit({ child }: Running, what: string): void {
	execFileSync("prlimit", ["--pid", String(child.pid), what]);
}

interface KeptRuntime {
	readonly siren: boolean;
	readonly log: readonly {
		readonly sequence: number;
		readonly event: string;
		readonly about: string;
	}[];
}

function runtimeOf(shell: Shell): KeptRuntime {
	const file = shell.path("panel-config.json");
	return JSON.parse(readFileSync(file, "utf8")).runtime;
}
