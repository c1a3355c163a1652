import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Panel } from "../../device/panel.ts";
import type { Trouble } from "../../panel/state/runtime.ts";
import type { Clock } from "../../time/clock.ts";
import { systemClock } from "../../time/system-clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import { troubleWords } from "../../views/words/event-words.ts";
import { UsageError } from "../line/exit-code.ts";

/** How long the mobile network may be away before the program is told. */
const NETWORK_AWAY = 10 * MINUTE;
/** How long the program may take. */
const PATIENCE = 10 * SECOND;
/** Most troubles that wait for the program. */
const MOST_WAITING = 100;

export interface OnTroubleParts {
	/** A program that can be run; it gets no arguments. */
	readonly program: string;
	readonly panel: Panel;
	/** The panel's. */
	readonly clock: Clock;
	/** Told what becomes of the program. */
	readonly complain: (remark: string) => void;
	/** How long it may take, in milliseconds. */
	readonly patience?: number;
}

/**
 * Runs a program whenever a trouble of the panel begins or ends, with the trouble as
 * JSON on its stdin. No shell reads it. One run at a time, ten seconds each: then it
 * is killed with all that it has started. The panel waits for nothing of it. A mobile
 * network that is away, or a modem that is gone, is told after ten minutes.
 *
 * @returns what ends it
 */
export function runOnTrouble(parts: OnTroubleParts): () => void {
	const { panel, clock, complain, patience = PATIENCE } = parts;
	const waiting: ToldTrouble[] = [];
	const timers = new Map<string, () => void>();
	const told = new Set(
		troublesOf(panel)
			.filter(({ name }) => name !== "gsm")
			.map(keyOf),
	);
	let kill: (() => void) | null = null;
	let isOver = false;

	const runNext = () => {
		const trouble = waiting[0];
		if (isOver || kill !== null || trouble === undefined) return;
		waiting.shift();
		kill = run(parts.program, trouble, patience, (failure) => {
			kill = null;
			if (failure !== null && !isOver)
				complain(`--on-trouble: ${parts.program} ${failure}`);
			runNext();
		});
	};
	const tell = (trouble: Trouble, present: boolean) => {
		if (waiting.length === MOST_WAITING) {
			complain(
				`--on-trouble: more than ${MOST_WAITING} troubles wait; the oldest is not told`,
			);
			waiting.shift();
		}
		waiting.push(toldTrouble(trouble, present, clock.now()));
		runNext();
	};
	const begin = (trouble: Trouble) => {
		const key = keyOf(trouble);
		timers.delete(key);
		told.add(key);
		known.set(key, trouble);
		tell(trouble, true);
	};
	const known = new Map(troublesOf(panel).map((each) => [keyOf(each), each]));
	const look = () => {
		const now = troublesOf(panel);
		for (const trouble of now) {
			const key = keyOf(trouble);
			known.set(key, trouble);
			if (told.has(key) || timers.has(key)) continue;
			if (trouble.name !== "gsm") begin(trouble);
			else
				timers.set(
					key,
					clock.at(clock.now() + NETWORK_AWAY, () => begin(trouble)),
				);
		}
		for (const [key, trouble] of [...known]) {
			if (now.some((each) => keyOf(each) === key)) continue;
			known.delete(key);
			timers.get(key)?.();
			timers.delete(key);
			if (told.delete(key)) tell(trouble, false);
		}
	};
	look();
	const stopFollowing = panel.onChange(look);
	return () => {
		isOver = true;
		stopFollowing();
		for (const cancel of timers.values()) cancel();
		kill?.();
	};
}

/** The trouble as the program reads it, one JSON document. */
interface ToldTrouble {
	/** When it began or ended: `2026-11-20T12:00:00.000Z`. */
	readonly at: string;
	/** `gsm`, `mains` … */
	readonly trouble: Trouble["name"];
	readonly words: string;
	/** 0 is the panel itself. */
	readonly zone: number;
	/** Whether it has begun; false: it is over. */
	readonly present: boolean;
	/** When it began. */
	readonly since: string;
}

function toldTrouble(
	{ name, zone, since }: Trouble,
	present: boolean,
	now: number,
): ToldTrouble {
	return {
		at: new Date(now).toISOString(),
		trouble: name,
		words: troubleWords[name],
		zone,
		present,
		since: new Date(since).toISOString(),
	};
}

function troublesOf({ state }: Panel): readonly Trouble[] {
	return state.runtime.troubles.filter(({ present }) => present);
}

function keyOf({ name, zone }: Trouble): string {
	return `${name} ${zone}`;
}

/**
 * @param ended told once: why it failed, or null
 * @returns what kills it
 */
function run(
	program: string,
	trouble: ToldTrouble,
	patience: number,
	ended: (failure: string | null) => void,
): () => void {
	// PINs, tokens and passwords in our environment are not the program's.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !name.startsWith("ALARMPANEL_"),
		),
	);
	const child = spawn(program, [], {
		env,
		stdio: ["pipe", "ignore", "ignore"],
		// Its own group, so that what it starts ends with it.
		detached: process.platform !== "win32",
	});
	let isLate = false;
	const kill = () => {
		try {
			if (child.pid !== undefined && process.platform !== "win32")
				process.kill(-child.pid, "SIGKILL");
			else child.kill("SIGKILL");
		} catch {
			// It is gone already.
		}
	};
	const cancel = systemClock.at(systemClock.now() + patience, () => {
		isLate = true;
		kill();
	});
	let isOver = false;
	const end = (failure: string | null) => {
		if (isOver) return;
		isOver = true;
		cancel();
		ended(failure);
	};
	child.on("error", (error) => end(`cannot be run: ${error.message}`));
	child.on("exit", (code, signal) => {
		if (isLate) end(`did not end within ${patience / 1000} s and was killed`);
		else if (code === 0) end(null);
		else end(`failed: ${code === null ? signal : `exit code ${code}`}`);
	});
	// It need not read what it gets.
	child.stdin.on("error", () => {});
	child.stdin.end(`${JSON.stringify(trouble)}\n`);
	return kill;
}

/**
 * Demands that a program can be run: a path, or a name in PATH.
 * @throws UsageError
 */
export function demandProgram(program: string): void {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const places = program.includes("/")
		? [program]
		: folders.map((folder) => join(folder, program));
	const canRun = places.some((place) => {
		try {
			accessSync(place, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
	if (canRun) return;
	throw new UsageError(
		`--on-trouble: ${program} is no program that can be run; it takes no arguments: name a script`,
	);
}
