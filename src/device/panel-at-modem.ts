import type { MailEvent } from "../firmware/mail-room.ts";
import { isSilentLeaving } from "../firmware/outbox/without-duress.ts";
import { GsmModem } from "../modem/gsm-modem.ts";
import type { ModemEvent } from "../modem/link/modem-event.ts";
import type { ModemSettings } from "../modem/link/modem-settings.ts";
import type { PinRecord } from "../modem/link/sim.ts";
import { type PanelEvent, site } from "../panel/state/event.ts";
import type { Clock } from "../time/clock.ts";
import type { Transport } from "../transport/transport.ts";
import { errorsCounted } from "./at-errors.ts";
import type { Panel } from "./panel.ts";

export interface PanelAtModemOptions {
	/** Opens the modem's port, now and whenever it was gone. */
	readonly open: () => Promise<Transport>;
	/** Where it is, as people name it; a modem on the virtual network if left out. */
	readonly url?: string | undefined;
	readonly clock: Clock;
	readonly settings?: Partial<ModemSettings> | undefined;
	/** Where PINs that a SIM refused are kept. */
	readonly pins?: PinRecord | undefined;
	readonly onModem: (event: ModemEvent) => void;
	readonly onMail: (event: MailEvent) => void;
}

/** A panel at a modem, which brings it texts and sends its answers. */
export interface PanelAtModem {
	readonly modem: GsmModem;
	/**
	 * Closes the modem, after that finishes the texts that came before, and leaves
	 * in the panel's outbox what was not sent. It does not close the panel.
	 */
	disconnect(): Promise<void>;
}

/** Connects a panel to a modem. */
export function connectModem(
	panel: Panel,
	{ open, url, clock, settings, pins, onModem, onMail }: PanelAtModemOptions,
): PanelAtModem {
	let noticed: Promise<unknown> = Promise.resolve();
	const onEvent = (event: ModemEvent) => {
		panel.modem.note(event);
		onModem(event);
		if (event.type === "coverage")
			noticed = noticed
				.then(() => panel.happens(coverageTrouble(event.state === "lost")))
				.catch((error) => onMail({ type: "trouble", error }));
	};
	const modem = new GsmModem({
		open: async () =>
			errorsCounted(await open(), (count) => {
				// One more than there would be with the user's own code would tell.
				if (!isSilentLeaving(panel.state, panel.leaving))
					panel.modem.noteErrors(count);
			}),
		clock,
		settings,
		pins,
		onEvent,
	});
	panel.modem.connect(modem, url ?? "virtual:");
	const mailRoom = panel.serve(modem, (event) => {
		panel.modem.noteMail(event);
		onMail(event);
	});
	return {
		modem,
		async disconnect() {
			await modem.close();
			await mailRoom.close();
			await noticed;
		},
	};
}

/** A lost mobile network is a trouble of the panel. */
function coverageTrouble(present: boolean): PanelEvent {
	return { type: "trouble", trouble: "gsm", zone: 0, present, by: site };
}
