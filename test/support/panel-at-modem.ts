/** A panel at a virtual modem, in virtual time: phones, network, modem and driver, all real. */
import { type Panel, startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import type { MailEvent } from "../../src/firmware/mail-room.ts";
import type { Model } from "../../src/models/model.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { ModemEvent } from "../../src/modem/link/modem-event.ts";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import { type Channel, channel } from "../../src/network/channel.ts";
import { type Network, virtualNetwork } from "../../src/network/network.ts";
import type { PanelEvent } from "../../src/panel/state/event.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { ReceivedPart } from "../../src/sms/received-part.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../src/time/virtual-clock.ts";
import type { EquipmentOptions } from "../../src/virtual-modem/equipment/equipment.ts";
import {
	type VirtualModem,
	virtualModem,
} from "../../src/virtual-modem/virtual-modem.ts";
import { type Killable, killable, killableSurroundings } from "./killable.ts";
import { observedLine } from "./line-observer.ts";
import { newEntries } from "./log-entries.ts";
import { type ModemLine, modemLines } from "./modem-lines.ts";
import { type Phone, phone } from "./phone.ts";
import { settle } from "./scripted-line.ts";
import { fresh, NOON, PANEL } from "./texting.ts";

export interface PanelAtModemOptions {
	readonly through?: Channel;
	/** As `plugs` names it; in process where left out. */
	readonly plug?: string;
	readonly settings?: Partial<ModemSettings>;
	readonly equipment?: Partial<EquipmentOptions>;
	/** VST-2752 where left out. */
	readonly model?: Model;
	/** What the panel remembers to begin with; factory settings where left out. */
	readonly state?: PanelState;
	/**
	 * The panel and its driver die just before this step of theirs, 1 for the
	 * first. Steps are: a save begins, it is done, bytes are to be written to the
	 * modem, they are written.
	 */
	readonly diesAt?: number;
}

export interface PanelAtModem {
	readonly clock: VirtualClock;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	readonly network: Network;
	readonly modem: VirtualModem;
	/** Whole texts that the panel's modem took, repeats by the network among them. */
	readonly reached: readonly ReceivedPart[];
	/** Whole texts that the network accepted from it; `from` is whom they are for. */
	readonly sent: readonly ReceivedPart[];
	/** Parts that the modem took, of messages that it did not get whole. */
	readonly orphans: number;
	/** What the panel did, as its event log says: `sms +15550101 programmed users.2`. */
	readonly done: readonly string[];
	/** Every name that user 2 was given, in order. */
	readonly names: readonly string[];
	readonly modemEvents: readonly ModemEvent[];
	readonly mail: readonly MailEvent[];
	readonly state: PanelState;
	/** How often the panel died. */
	readonly deaths: number;
	readonly steps: number;
	/** Who waits to be woken by the clock. */
	readonly wishes: number;
	/** Forgets the account so far, so that a long run keeps no book of all of it. */
	turnPage(): void;
	phone(number: string): Phone;
	/** Lets something happen at the panel. */
	happens(event: PanelEvent): Promise<void>;
	/** Lets so many milliseconds pass, and everything happen in them. */
	pass(duration: number): Promise<void>;
	/** Passes time until something holds; throws when it did not within `patience` ms. */
	until(holds: () => boolean, patience?: number): Promise<void>;
	/** Whether nothing is on its way or waiting anywhere. */
	isQuiet(): boolean;
	close(): Promise<void>;
}

/** How far the clock moves at once. */
const tick = 250;
/** From a death to the next start. */
const restartsAfter = 1000;

interface Life extends Killable {
	readonly panel: Panel;
	disconnect(): Promise<void>;
}

export async function panelAtModem({
	through = channel(),
	plug = "in process",
	settings,
	equipment,
	model = vst2752,
	state = fresh(model),
	diesAt = Number.POSITIVE_INFINITY,
}: PanelAtModemOptions = {}): Promise<PanelAtModem> {
	const { clock, wishes } = counted(virtualClock(NOON));
	const network = virtualNetwork({ clock, channel: through });
	const inflow = observedLine(network.line(PANEL), clock);
	const modem = virtualModem({ ...equipment, clock, line: inflow.line });
	const phones = new Map<string, Phone>();
	const modemEvents: ModemEvent[] = [];
	const mail: MailEvent[] = [];
	const done: string[] = [];
	const names: string[] = [];
	const { open, isBusy } = await plugOf(plug, modem);
	const disk = memoryStore(state);
	let durable = state;
	let deaths = 0;
	let steps = 0;

	const keep = async (next: PanelState): Promise<void> => {
		done.push(...newEntries(durable, next));
		const name = userTwo(next);
		if (name !== userTwo(durable)) names.push(name);
		durable = next;
		await disk.save(next);
	};
	const live = async (): Promise<Life> => {
		const body = killable(() => {
			steps += 1;
			return steps === diesAt;
		});
		const own = killableSurroundings(body, {
			clock,
			open,
			load: () => disk.load(),
			keep,
		});
		const panel = await startPanel({
			model,
			number: PANEL,
			clock: own.clock,
			store: own.store,
			hourly: Number.POSITIVE_INFINITY,
			onTrouble: (error) => mail.push({ type: "trouble", error }),
		});
		const { disconnect } = connectModem(panel, {
			open: own.open,
			clock: own.clock,
			settings,
			onModem: (event) => {
				if (!body.dead) modemEvents.push(event);
			},
			onMail: (event) => {
				if (!body.dead) mail.push(event);
			},
		});
		return Object.assign(body, { panel, disconnect });
	};

	let life = await live();
	const turn = async (): Promise<void> => {
		if (plug === "in process") {
			for (let round = 0; round < 2; round++) await immediately();
		} else
			do await settle();
			while (isBusy());
	};
	const step = async (duration: number): Promise<void> => {
		await clock.advanceTo(clock.now() + duration);
		await turn();
		if (!life.dead) return;
		deaths += 1;
		await clock.advanceTo(clock.now() + restartsAfter);
		life = await live();
		await turn();
	};
	const { SM, ME } = modem.equipment.stores;
	await turn();
	return {
		clock,
		startedAt: NOON,
		network,
		modem,
		reached: inflow.messages,
		sent: inflow.sent,
		get orphans() {
			return inflow.orphans;
		},
		done,
		names,
		modemEvents,
		mail,
		get state() {
			return durable;
		},
		get deaths() {
			return deaths;
		},
		get steps() {
			return steps;
		},
		get wishes() {
			return wishes.size;
		},
		turnPage() {
			const records = [inflow.messages, inflow.sent, modemEvents];
			for (const record of [...records, mail, done, names]) record.length = 0;
			for (const { texts } of phones.values()) texts.length = 0;
		},
		phone(number) {
			const known = phones.get(number) ?? phone(network, number);
			phones.set(number, known);
			return known;
		},
		async happens(event) {
			await life.panel.happens(event);
		},
		async pass(duration) {
			const end = clock.now() + duration;
			while (clock.now() < end) await step(Math.min(tick, end - clock.now()));
		},
		async until(holds, patience = 600_000) {
			const end = clock.now() + patience;
			while (!holds()) {
				if (clock.now() >= end) throw new Error("it did not come in time");
				await step(tick);
			}
		},
		// Who dies while deleting the parts of a long text leaves some behind; alone
		// they can never be told from parts whose others are still to come.
		isQuiet: () =>
			!life.dead &&
			network.waiting === 0 &&
			durable.runtime.outgoing.length === 0 &&
			(settings?.afterRead === "keep" ||
				SM.used + ME.used <= inflow.orphans + deaths),
		async close() {
			await life.disconnect();
			await life.panel.close();
			await modem.powerOff();
		},
	};
}

function plugOf(name: string, modem: VirtualModem): Promise<ModemLine> {
	const plug = modemLines[name];
	if (plug === undefined) throw new Error(`there is no plug ${name}`);
	return plug(modem);
}

/** A clock whose open wishes can be counted. */
function counted(clock: VirtualClock) {
	const wishes = new Set<object>();
	const at: VirtualClock["at"] = (instant, wake) => {
		const wish = {};
		wishes.add(wish);
		const takeBack = clock.at(instant, () => {
			wishes.delete(wish);
			return wake();
		});
		return () => {
			wishes.delete(wish);
			takeBack();
		};
	};
	return { clock: { ...clock, at }, wishes };
}

function userTwo({ users }: PanelState): string {
	return users.find(({ id }) => id === 2)?.name ?? "";
}

const immediately = () =>
	new Promise<void>((resolve) => void setImmediate(resolve));
