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

/** What a person can do where a storage is full, or nearly. */
export const storageAdvice =
	"serve --auto-erase makes room by itself; alarmpanel modem inbox --delete all empties it";

// MT is SM and ME under other numbers, SR holds reports, BM broadcasts.
const messageStorages = ["ME", "SM"];

/** Which storages a modem offers for what (`<mem1>`, `<mem2>`, `<mem3>` of +CPMS). */
export interface StorageOffer {
	/** For reading and deleting: those that hold received messages, the best first. */
	readonly read: readonly string[];
	/** What `AT+CPMS=` is to name besides: for writing, and for what is received. */
	readonly others: readonly (readonly string[])[];
}

/** What the answer to `AT+CPMS=?` offers. */
export function storagesIn(lines: readonly string[]): StorageOffer {
	const groups = readGroups(answerTo("+CPMS", lines) ?? "").map((group) =>
		group.filter((name) => name !== ""),
	);
	const [first = [], ...others] = groups;
	const usual = messageStorages.filter((name) => first.includes(name));
	return { read: usual.length > 0 ? usual : first.slice(0, 1), others };
}

/**
 * The command that selects a storage for reading and deleting. It names one for
 * each purpose: some modems take nothing else, and in some the received messages
 * follow the first storage unless they are told otherwise.
 * @param home where messages are to come
 */
export function selectStorage(
	storage: string,
	home: string,
	{ others }: Pick<StorageOffer, "others">,
): string {
	const more = others.map((offered) =>
		offered.length === 0 || offered.includes(home) ? home : offered[0],
	);
	return `AT+CPMS=${[storage, ...more].map((name) => `"${name}"`).join(",")}`;
}

/** Where messages come when a storage is selected: another one where that cannot hold them. */
export function receivingStorage(
	storage: string,
	{ others }: Pick<StorageOffer, "others">,
): string {
	const receiving = others[1] ?? [];
	return receiving.length === 0 || receiving.includes(storage)
		? storage
		: (receiving[0] ?? storage);
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
	private readonly offer: Pick<StorageOffer, "others">;
	private selected: string | null;
	private selectedAt: number;
	private over = false;

	/** @param home what is selected now; null for a modem without `+CPMS`, which is never told. */
	constructor(
		session: AtSession,
		home: string | null,
		clock: Clock,
		offer: Pick<StorageOffer, "others">,
	) {
		this.offer = offer;
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
		const command = selectStorage(storage, this.home, this.offer);
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
