/** A panel in the house behind the API, with phones that a test holds. */
import { type Panel, startPanel } from "../../src/device/panel.ts";
import { api } from "../../src/http/app.ts";
import type { HeldPanel } from "../../src/http/held/held-panel.ts";
import { type HouseOptions, houseOf } from "../../src/http/house/house.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { panelWithPeople } from "./panel-with-people.ts";
import { settle } from "./scripted-line.ts";
import { type TestMailbox, testMailbox } from "./test-mailbox.ts";
import { NOON, PANEL } from "./texting.ts";

export interface House {
	readonly panel: Panel;
	readonly mailbox: TestMailbox;
	/** The panel, as the API holds it. */
	readonly held: HeldPanel;
	/** Something happens at the panel, as somebody types it. */
	happens(step: string): Promise<void>;
	/** So many milliseconds pass, and all that was to be sent is sent. */
	pass(milliseconds: number): Promise<void>;
	get(path: string, headers?: Record<string, string>): Promise<Response>;
	post(path: string, body: unknown): Promise<Response>;
	request(path: string, init: RequestInit): Promise<Response>;
	close(): Promise<void>;
}

export async function aHouse(
	wanted: Partial<HouseOptions> & {
		readonly state?: PanelState;
		/** What every request has to bring. */
		readonly token?: string;
		/** Keeps the state; memory where left out. */
		readonly store?: PanelStore;
		/** Told of what is no fault of a request. */
		readonly onTrouble?: (error: unknown) => void;
	} = {},
): Promise<House> {
	const {
		state = panelWithPeople,
		store = memoryStore(state),
		token = null,
		onTrouble,
		...options
	} = wanted;
	const clock = virtualClock(NOON);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store,
		onTrouble: (error) => {
			throw error;
		},
	});
	const mailbox = testMailbox();
	const mailRoom = panel.serve(mailbox, () => {});
	const house = houseOf(panel, {
		clock,
		speed: 1,
		allowControl: false,
		isLive: () => false,
		showSecrets: false,
		showDuress: false,
		machine: clock,
		ailments: () => [],
		mqtt: () => null,
		currency: "EUR",
		disk: null,
		...options,
	});
	const { app, close } = api({
		clock,
		token,
		house,
		onTrouble,
		hosts: ["localhost"],
	});
	const at = (path: string) => `http://localhost${path}`;
	const host = { Host: "localhost" };
	const request = async (path: string, init: RequestInit) =>
		await app.request(at(path), {
			...init,
			headers: { ...host, ...init.headers },
		});
	return {
		panel,
		mailbox,
		held: house,
		async happens(step) {
			const read = readTypedEvent(step);
			if (!read.ok) throw new Error(read.fault.message);
			await panel.happens(read.event);
			await settle();
		},
		async pass(milliseconds) {
			const end = clock.now() + milliseconds;
			while (clock.now() < end) {
				await clock.advanceTo(Math.min(clock.now() + 1000, end));
				await settle();
			}
		},
		get: (path, headers = {}) => request(path, { headers }),
		post: (path, body) =>
			request(path, {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify(body),
			}),
		request,
		async close() {
			mailbox.close();
			await mailRoom.close();
			await panel.close();
			close();
		},
	};
}
