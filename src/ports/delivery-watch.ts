import type { DeliveryEvent, ModemEvent } from "../modem/link/modem-event.ts";

/** Collects what delivery reports say of the messages that a modem sent. */
export class DeliveryWatch {
	private readonly latest = new Map<string, DeliveryEvent>();
	private readonly waiters = new Set<() => void>();

	/** Takes an event of the modem. It is to get every one. */
	note(event: ModemEvent): void {
		if (event.type !== "delivery" || event.message === null) return;
		this.latest.set(keyOf(event.message, event.part ?? 1), event);
		for (const look of [...this.waiters]) look();
	}

	/** The latest report on each part in order; null where there is none. */
	of(message: number, parts: number): readonly (DeliveryEvent | null)[] {
		return Array.from(
			{ length: parts },
			(_, index) => this.latest.get(keyOf(message, index + 1)) ?? null,
		);
	}

	/** Resolves when there is a final report on each part of a message. */
	settled(message: number, parts: number): Promise<void> {
		return new Promise((resolve) => {
			const look = () => {
				const all = this.of(message, parts);
				if (all.some((event) => event === null || event.outcome === "pending"))
					return;
				this.waiters.delete(look);
				resolve();
			};
			this.waiters.add(look);
			look();
		});
	}
}

function keyOf(message: number, part: number): string {
	return `${message} ${part}`;
}
