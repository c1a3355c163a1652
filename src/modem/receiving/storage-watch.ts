import { howMany } from "../../how-many.ts";
import type { ModemEvent } from "../link/modem-event.ts";
import type { OnlineModem } from "../link/modem-link.ts";
import type { ModemSettings } from "../link/modem-settings.ts";
import { type StorageUse, usesIn } from "../link/storage.ts";
import type { Inbox } from "./inbox.ts";

// A storage this full is worth a warning.
const filling = 0.8;

export interface StorageWatchParts {
	readonly settings: ModemSettings;
	readonly inbox: Inbox;
	readonly onEvent: (event: ModemEvent) => void;
}

/**
 * Watches the storage: warns before it is full, makes room where the settings
 * allow it, and finds messages that were never announced.
 */
export class StorageWatch {
	private readonly parts: StorageWatchParts;
	private state: "room" | "filling" | "full" = "room";
	private warnedOfLimit = false;

	constructor(parts: StorageWatchParts) {
		this.parts = parts;
	}

	/** Looks once. Where the modem cannot tell how full it is, messages are looked for all the same. */
	async look(modem: OnlineModem): Promise<void> {
		const { inbox, settings } = this.parts;
		// Some messages may have become durable while the modem was away.
		await modem.inTurn(() => inbox.eraseDone(modem));
		if (!settings.receiveEnabled) return;
		const storage = modem.facts.storage ?? "";
		let use = await useOf(modem, storage);
		if (use?.used !== inbox.slots.count(storage)) {
			await inbox.list(modem, storage);
			use = await useOf(modem, storage);
		}
		if (use === null) return;
		this.checkLimit(use);
		const capacity = Math.min(use.total, settings.limit ?? use.total);
		if (use.used >= capacity * filling && (await this.removeGivenUp(modem))) {
			use = (await useOf(modem, storage)) ?? use;
		}
		const { used, total } = use;
		if (used >= capacity && settings.autoErase) {
			await this.makeRoom(modem, storage, used - capacity + 1);
		}
		const share = capacity === 0 ? 1 : used / capacity;
		const state = share >= 1 ? "full" : share >= filling ? "filling" : "room";
		if (state === this.state) return;
		this.state = state;
		this.parts.onEvent({ type: "storage", storage, state, used, total });
	}

	private checkLimit({ storage, total }: StorageUse): void {
		const { limit } = this.parts.settings;
		if (limit === null || limit <= total || this.warnedOfLimit) return;
		this.warnedOfLimit = true;
		const reason = `the limit of ${howMany(limit, "message")} is above what ${storage} holds (${total}): nothing new is received once that is full`;
		this.parts.onEvent({ type: "warning", reason });
	}

	/**
	 * Deletes parts of messages whose other parts did not come in time. They wait
	 * for a late part as long as there is room; without that nothing new would come.
	 * @returns whether there were any
	 */
	private removeGivenUp(modem: OnlineModem): Promise<boolean> {
		const { inbox, onEvent } = this.parts;
		return modem.inTurn(async () => {
			const parts = inbox.slots.in("given-up");
			for (const slot of parts) {
				const { storage, index } = slot;
				if (storage === null || !(await inbox.erase(modem, slot))) continue;
				onEvent({ type: "erased", storage, index });
			}
			return parts.length > 0;
		});
	}

	private makeRoom(
		modem: OnlineModem,
		storage: string,
		wanted: number,
	): Promise<void> {
		const { inbox, onEvent } = this.parts;
		return modem.inTurn(async () => {
			for (const slot of inbox.slots.erasable(storage).slice(0, wanted)) {
				if (!(await inbox.erase(modem, slot))) continue;
				onEvent({ type: "erased", storage, index: slot.index });
			}
		});
	}
}

/** How full a storage is; null where the modem does not say. */
async function useOf(
	modem: OnlineModem,
	storage: string,
): Promise<StorageUse | null> {
	return modem.inTurn(async () => {
		await modem.storage.select(storage);
		const { lines } = await modem.session.command("AT+CPMS?");
		return usesIn(lines).find((use) => use.storage === storage) ?? null;
	});
}
