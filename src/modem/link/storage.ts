/** Message storages: SM (SIM), ME (modem), SR (status reports) … (3GPP TS 27.005, 3.2.2: +CPMS). */
import type { Clock } from "../../time/clock.ts";
import {
	answerTo,
	readGroups,
	readNumber,
	readParameters,
} from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";

/** How full a storage is. */
export interface StorageUse {
	readonly storage: string;
	readonly used: number;
	readonly total: number;
}

// MT is SM and ME under other numbers, SR holds reports, BM broadcasts.
const messageStorages = ["ME", "SM"];

/** The storages that hold received messages, of those in the answer to `AT+CPMS=?`. */
export function storagesIn(lines: readonly string[]): string[] {
	const [first = []] = readGroups(answerTo("+CPMS", lines) ?? "");
	const offered = first.filter((name) => name !== "");
	const usual = messageStorages.filter((name) => offered.includes(name));
	return usual.length > 0 ? usual : offered.slice(0, 1);
}

/** How full the storages are that the answer to `AT+CPMS?` names, the first for each name. */
export function usesIn(lines: readonly string[]): StorageUse[] {
	const parameters = readParameters(answerTo("+CPMS", lines) ?? "");
	const uses: StorageUse[] = [];
	for (let at = 0; at + 2 < parameters.length; at += 3) {
		const [storage = "", used, total] = parameters.slice(at, at + 3);
		const use = { storage, used: readNumber(used), total: readNumber(total) };
		if (use.used === null || use.total === null) continue;
		if (uses.some((other) => other.storage === storage)) continue;
		uses.push({ storage, used: use.used, total: use.total });
	}
	return uses;
}

// Milliseconds. A modem that was reset since has another storage selected, and
// AT+CMGD there would delete a message that nobody has read.
const trusted = 5000;

/**
 * Which storage the next command reads or deletes from. The modem has one at a
 * time; it is selected when it changes, and again when that was long ago.
 */
export class StorageSelection {
	private readonly session: AtSession;
	private readonly clock: Clock;
	/** Where messages are to come: named again with every selection. */
	private readonly home: string | null;
	private selected: string | null;
	private selectedAt: number;
	private over = false;

	/** @param home what is selected now; null for a modem without `+CPMS`, which is never told. */
	constructor(session: AtSession, home: string | null, clock: Clock) {
		this.session = session;
		this.clock = clock;
		this.home = home;
		this.selected = home;
		this.selectedAt = clock.now();
	}

	/**
	 * Selects a storage for reading and deleting.
	 * @returns whether the modem has it.
	 */
	async select(storage: string): Promise<boolean> {
		if (this.over) return false;
		if (this.home === null) return true;
		const known = this.clock.now() - this.selectedAt < trusted;
		if (known && this.selected === storage) return true;
		// Some modems let the received messages follow the first storage unless
		// all three are named.
		const { home } = this;
		const command = `AT+CPMS="${storage}","${home}","${home}"`;
		const { ok } = await this.session.command(command);
		this.selected = ok ? storage : null;
		this.selectedAt = this.clock.now();
		return ok;
	}

	/** The modem is being set up again: from now on nothing is selected here. */
	retire(): void {
		this.over = true;
	}
}
